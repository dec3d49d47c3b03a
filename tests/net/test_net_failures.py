import errno
import socket
import ssl

import aiohttp
import pytest

from feedtui.net.failures import error_in_words, status_in_words, untrusted_in_words
from feedtui.net.guard import PrivateHostError


class Unreachable(aiohttp.ClientConnectorError):
    """As aiohttp says that there is no connection, for a cause of our choice."""

    def __init__(self, cause: OSError) -> None:
        aiohttp.ClientOSError.__init__(self, cause.errno, cause.strerror)
        self._os_error = cause


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            Unreachable(OSError(errno.ENETUNREACH, "x")),
            "no connection: Network is unreachable",
        ),
        (
            Unreachable(OSError("Multiple exceptions: [Errno 111] ('127.0.0.1', 9)")),
            "no connection: its host can't be reached",
        ),
        (Unreachable(PrivateHostError()), "no connection: its host is in a private network"),
        (
            Unreachable(socket.gaierror(socket.EAI_NONAME, "x")),
            "its host name is unknown, or there is no network",
        ),
        (aiohttp.ServerDisconnectedError(), "its host hung up"),
        (aiohttp.ClientOSError(errno.ECONNRESET, "x"), "its host hung up"),
        (
            OSError(errno.ENOSPC, "x"),
            "it can't be kept or read here: No space left on device",
        ),
        (aiohttp.InvalidURL("http://n:secret@x/"), "its address is not a web address"),
        (
            aiohttp.ClientError("http://n:secret@x/"),
            "its host's answer is not HTTP that can be understood",
        ),
    ],
)
def test_no_failure_shows_the_inside_of_the_program(error: Exception, words: str) -> None:
    assert error_in_words(error) == words


@pytest.mark.parametrize(
    ("status", "reason", "words"),
    [
        (404, "No\x1b[31mpe", "it is not there any more (HTTP 404)"),
        (420, "Enhance\r\nyour calm", "Enhance your calm (HTTP 420)"),
        (499, "", "no reason given (HTTP 499)"),
    ],
)
def test_what_a_status_means_is_said_in_words(status: int, reason: str, words: str) -> None:
    assert status_in_words(status, reason) == words


def test_a_long_reason_is_cut() -> None:
    assert len(status_in_words(420, "x" * 8000)) < 120


SELF = "its certificate is vouched for by nobody but itself (self-signed)"


def untrusted(code: int, message: str) -> aiohttp.ClientError:
    cause = ssl.SSLCertVerificationError(1, "certificate verify failed")
    cause.verify_code, cause.verify_message = code, message
    error = aiohttp.ClientError()
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("code", "message", "words"),
    [
        (9, "", "its certificate is not valid yet, or this machine's clock is wrong"),
        (10, "", "its certificate has expired"),
        (18, "", SELF),
        (20, "", "its certificate is vouched for by an authority that nobody knows"),
        (62, "", "its certificate is for another host name"),
        (99, "odd \x1b[31mthing", "its certificate can't be trusted: odd thing"),
    ],
)
def test_what_is_wrong_with_a_certificate_is_said_in_words(
    code: int, message: str, words: str
) -> None:
    assert untrusted_in_words(untrusted(code, message), "") == words


def test_every_sentence_about_a_certificate_has_room_for_its_fingerprint() -> None:
    for code in range(100):
        assert len(untrusted_in_words(untrusted(code, "x" * 500), "f" * 64)) <= 300
