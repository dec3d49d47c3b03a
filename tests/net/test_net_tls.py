from feedtui.net.client import (
    Answer,
    Fetched,
    Limits,
    Refused,
    Request,
    open_client,
    open_page_client,
)
from hostile import OTHER, SELF_SIGNED, fingerprint, http, serve_hostile

NOW = 1_790_000_000
SELF = "its certificate is vouched for by nobody but itself (self-signed)"
ANSWERS = {"/feed": http()}


async def get(url: str, certificate: str = "") -> Answer:
    async with open_client(Limits(), "feedtui/test", 4) as client:
        return await client.get(Request(url, certificate=certificate), NOW)


async def test_a_certificate_that_nobody_vouches_for_is_refused_with_the_way_to_allow_it() -> None:
    with serve_hostile(ANSWERS, SELF_SIGNED) as host:
        answer = await get(host.url("/feed"))
    assert isinstance(answer, Refused)
    assert answer.reason == (
        f"{SELF}; if you trust it all the same, write in its table in feeds.toml: "
        f'certificate = "{fingerprint(SELF_SIGNED)}"'
    )
    assert host.heads == []


async def test_a_certificate_that_the_person_allows_is_accepted() -> None:
    with serve_hostile(ANSWERS, SELF_SIGNED) as host:
        answer = await get(host.url("/feed"), fingerprint(SELF_SIGNED))
    assert isinstance(answer, Fetched)


async def test_another_certificate_than_the_one_allowed_is_refused() -> None:
    with serve_hostile(ANSWERS, SELF_SIGNED) as host:
        answer = await get(host.url("/feed"), fingerprint(OTHER))
    assert isinstance(answer, Refused)
    assert answer.reason == (
        "its certificate is not the one that you have allowed; if you trust the new one, write in "
        f'its table in feeds.toml: certificate = "{fingerprint(SELF_SIGNED)}"'
    )
    assert host.heads == []


async def test_what_is_allowed_for_a_feed_is_not_allowed_for_another_host() -> None:
    with serve_hostile(ANSWERS, SELF_SIGNED) as other:
        target = other.url("/feed").replace("127.0.0.1", "localhost")
        with serve_hostile({"/feed": http("302 Found", f"Location: {target}")}) as host:
            answer = await get(host.url("/feed"), fingerprint(SELF_SIGNED))
    assert isinstance(answer, Refused)
    assert answer.reason == SELF
    assert other.heads == []


async def test_a_pages_certificate_is_nothing_to_allow() -> None:
    with serve_hostile(ANSWERS, SELF_SIGNED) as host:
        async with open_page_client(Limits(), "feedtui/test", 4, lambda _: True) as client:
            answer = await client.get(Request(host.url("/feed")), NOW)
    assert isinstance(answer, Refused)
    assert answer.reason == SELF


async def test_a_host_that_speaks_no_tls_is_a_sentence() -> None:
    with serve_hostile(ANSWERS) as host:
        limits = Limits(connect=0.5)
        async with open_client(limits, "feedtui/test", 4) as client:
            answer = await client.get(Request(host.url("/feed").replace("http", "https")), NOW)
    assert isinstance(answer, Refused)
    assert answer.reason == "no connection: its host doesn't answer"
