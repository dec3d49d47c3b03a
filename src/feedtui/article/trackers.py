"""What an address says about its reader, and the way around those who count clicks.

Campaigns put names and numbers behind an address (`?utm_source=rss`), and some pages hand out an
address of their own that only leads on to the one that was meant. Both can be taken off without a
request, because everything needed stands in the address. Nothing else of it is touched: what is
left keeps its order and its encoding byte for byte, and an address that was signed is left alone.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from feedtui.address import is_plain_web_address

_MOST_REDIRECTS = 3
"""One within the other."""

_SIGNATURES = frozenset({"signature", "hmac", "x-amz-signature", "x-goog-signature", "key-pair-id"})
"""Parameters that vouch for all the others: without one of those the page is refused."""

_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that leads on: a pattern of its host and path, and what holds the target."""

    page: str
    parameters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trackers:
    """What is taken off. Names are in small letters; without any, addresses stay as they are.

    `at_home` are parameters that mean something else on other hosts: pairs of host and name.
    """

    parameters: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    fragments: frozenset[str] = frozenset()
    at_home: frozenset[tuple[str, str]] = frozenset()
    redirects: tuple[Redirect, ...] = ()


def without_trackers(address: str, trackers: Trackers) -> str:
    """The address that a reader would have typed. What is no web address is handed back."""
    if not address.startswith(("http://", "https://")) or not ("?" in address or "#" in address):
        return address
    for _ in range(_MOST_REDIRECTS):
        target = _target(address, trackers)
        if target is None:
            break
        address = target
    return _without_parameters(address, trackers)


def _target(address: str, trackers: Trackers) -> str | None:
    page, _, rest = address.partition("?")
    page = page.partition("://")[2]
    matching = (each for each in trackers.redirects if re.fullmatch(each.page, page, re.IGNORECASE))
    redirect = next(matching, None)
    if redirect is None:
        return None
    query, _, fragment = rest.partition("#")
    for part in query.split("&"):
        name, _, value = part.removeprefix("amp;").partition("=")
        if name in redirect.parameters and "?" not in value:
            return _web_address(value, fragment)
    return None


def _web_address(value: str, fragment: str) -> str | None:
    """The parameter's value if it is an address; in one that wasn't encoded, `?` is ambiguous."""
    target = _BLANK.sub("%20", unquote(value))
    if fragment and "#" not in target:
        target = f"{target}#{fragment}"
    return target if is_plain_web_address(target) else None


def _without_parameters(address: str, trackers: Trackers) -> str:
    start, hash_sign, fragment = address.partition("#")
    page, question_mark, query = start.partition("?")
    parts = query.split("&")
    kept = _kept(parts, trackers, _host(page)) if question_mark else parts
    if hash_sign and _is_campaign(fragment, trackers):
        hash_sign = fragment = ""
    if len(kept) < len(parts):
        query = "&".join(kept)
        question_mark = "?" if kept else ""
    return page + question_mark + query + hash_sign + fragment


def _kept(parts: list[str], trackers: Trackers, host: str) -> list[str]:
    named = [part.removeprefix("amp;").partition("=")[0].lower() for part in parts]
    if not _SIGNATURES.isdisjoint(named):
        return parts
    return [
        part
        for part, name in zip(parts, named, strict=True)
        if not _is_tracker(name, trackers) and not _is_tracker_at_home(part, host, trackers)
    ]


def _is_tracker(name: str, trackers: Trackers) -> bool:
    return name in trackers.parameters or name.startswith(trackers.prefixes)


def _is_tracker_at_home(part: str, host: str, trackers: Trackers) -> bool:
    return any(
        part.startswith(beginning) and (host == home or host.endswith(f".{home}"))
        for home, beginning in trackers.at_home
    )


def _is_campaign(fragment: str, trackers: Trackers) -> bool:
    """Whether the place within a page is none, but names of a campaign only."""
    named = [part.partition("=") for part in fragment.split("&")]
    return all(
        sign and (name.lower() in trackers.fragments or _is_tracker(name.lower(), trackers))
        for name, sign, _ in named
    )


def _host(page: str) -> str:
    try:
        return urlsplit(page).hostname or ""
    except ValueError:
        return ""


def _redirect(page: str, parameters: str) -> Redirect:
    return Redirect(page, _names(parameters))


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


TRACKERS = Trackers(
    parameters=_names(
        "fbclid fb_action_ids fb_action_types fb_source fb_ref action_object_map action_type_map"
        " action_ref_map gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid"
        " msclkid yclid ysclid _openstat ttclid twclid li_fat_id epik rb_clickid irclickid cjevent"
        " zanpid mc_cid mc_eid mc_tc igshid igsh _hsenc _hsmi __hssc __hstc __hsfp hsctatracking"
        " mkt_tok vero_id vero_conv oly_enc_id oly_anon_id wickedid ref_src s_cid s_kwcid"
        " ml_subscriber ml_subscriber_hash guccounter guce_referrer guce_referrer_sig _ga _gl"
        " _branch_match_id _bhlid ck_subscriber_id dm_i elqtrack elqtrackid _ke _kx wt_mc wt.mc_id"
        " wt_zmc xtor xtref ns_campaign ns_mchannel ns_source ns_linkname ns_fee"
        " __twitter_impression at_campaign at_campaign_type at_medium at_format at_creation"
        " at_variant at_network at_link_id at_link_type at_link_origin at_ptr_name at_bbc_team"
        " pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content pk_cid"
    ),
    prefixes=("utm_", "mtm_", "piwik_", "matomo_", "hsa_", "at_custom", "bsft_"),
    fragments=_names("xtor ftag echobox intcid"),
    at_home=frozenset(
        {
            ("medium.com", "source=rss"),
            ("youtube.com", "si="),
            ("youtube.com", "feature="),
            ("youtu.be", "si="),
            ("youtu.be", "feature="),
            ("open.spotify.com", "si="),
            ("twitter.com", "ref_url="),
            ("x.com", "ref_url="),
        }
    ),
    redirects=(
        _redirect(r"(?:www\.)?google\.[a-z.]{2,6}/url", "q url"),
        _redirect(r"news\.google\.com/news/url", "url"),
        _redirect(r"(?:lm?|www)\.facebook\.com/l\.php", "u"),
        _redirect(r"l\.instagram\.com/", "u"),
        _redirect(r"l\.threads\.(?:net|com)/", "u"),
        _redirect(r"out\.reddit\.com(?:/\w*)?", "url"),
        _redirect(r"(?:www\.)?youtube\.com/redirect", "q"),
        _redirect(r"t\.umblr\.com/redirect", "z"),
        _redirect(r"(?:away\.)?vk\.com/away\.php", "to"),
        _redirect(r"steamcommunity\.com/linkfilter/?", "url u"),
        _redirect(r"(?:www\.)?linkedin\.com/(?:redir/redirect|safety/go)/?", "url"),
        _redirect(r"slack-redir\.net/link", "url"),
        _redirect(r"(?:www\.)?duckduckgo\.com/l/", "uddg"),
        _redirect(r"[\w-]+\.safelinks\.protection\.outlook\.com/", "url"),
        _redirect(r"medium\.com/r/", "url"),
        _redirect(r"(?:exit|gate)\.sc/", "url"),
    ),
)
"""What the setting `reading.remove_trackers` takes off."""

NO_TRACKERS = Trackers()
"""Takes nothing off."""
