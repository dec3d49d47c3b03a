"""What an answer means for what is known of asking a feed, before `manners` sets the next time.

Validators belong to the document that was read: those of one that could not be read are not taken,
so a broken page is never "not modified" afterwards.
"""

from dataclasses import replace
from hashlib import blake2b

from feedtui.clean import SafeText, clean_line
from feedtui.engine.results import brought_nothing
from feedtui.model import FetchHistory
from feedtui.net.client import Fetched, NotModified, Refused
from feedtui.net.moves import moved
from feedtui.net.rhythm import after_silence

_LONGEST = 300


def after_304(before: FetchHistory, answer: NotModified, now: int) -> FetchHistory:
    """With the validators of a 304; a bare one keeps the old (RFC 9111 4.3.4)."""
    history = replace(
        _silent(brought_nothing(before, "nothing new (304)"), now),
        etag=answer.etag or before.etag,
        last_modified=answer.last_modified or before.last_modified,
        took=answer.took,
    )
    return moved(history, answer.moved, now)


def after_same_document(before: FetchHistory, answer: Fetched, now: int) -> FetchHistory:
    """With the validators of a 200 whose body is the last one, also where it has none."""
    return _taken(_silent(brought_nothing(before, "the same document again"), now), answer, now)


def with_document(before: FetchHistory, answer: Fetched, now: int) -> FetchHistory:
    """The history as it will be once the answer's body has been read and kept."""
    return replace(_taken(before, answer, now), body_hash=body_hash(answer.body))


def after_vain(before: FetchHistory, answer: Refused | Fetched, reason: SafeText) -> FetchHistory:
    """With why nothing came, or why what came could not be read."""
    return replace(before, result=clean_line(reason, most=_LONGEST), took=answer.took)


def is_same_document(before: FetchHistory, body: bytes) -> bool:
    """Whether a body is the one that was read last; its size mostly tells, before its hash does."""
    may_be = before.body_hash and before.size in {0, len(body)}
    return bool(may_be) and body_hash(body) == before.body_hash


def body_hash(body: bytes) -> str:
    """The hash by which a document is known again."""
    return blake2b(body, digest_size=16).hexdigest()


def _silent(before: FetchHistory, now: int) -> FetchHistory:
    return replace(before, rhythm=after_silence(before.rhythm, before.news, now))


def _taken(before: FetchHistory, answer: Fetched, now: int) -> FetchHistory:
    history = replace(
        before,
        address=answer.address,
        etag=answer.etag,
        last_modified=answer.last_modified,
        size=len(answer.body),
        took=answer.took,
    )
    return moved(history, answer.moved, now)
