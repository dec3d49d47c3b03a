"""Looking for words in an article, and copying from it."""

from feedtui.library.home import Home
from feedtui.query.views import UNREAD
from screens import (
    Screen,
    article,
    press,
    reading,
    row_of,
    settled,
    shown,
    status,
    text,
)

FILLER = "<p>Some words to fill the page with.</p>" * 40


async def test_hits_are_counted_while_one_types_and_gone_through_with_n(home: Home) -> None:
    body = f"<p>A needle.</p>{FILLER}<p>More needles.</p>{FILLER}<p>A last needle.</p>"
    async with reading(home, body) as pilot:
        await press(pilot, "slash", *"need")
        assert "“need” 1/3" in status(pilot)
        await press(pilot, *"le", "enter", "n")
        assert "“needle” 2/3" in status(pilot)
        assert "More needles." in text(pilot)
        await press(pilot, "n", "n")
        assert "“needle” 1/3" in status(pilot)
        await press(pilot, "N")
        assert "A last needle." in text(pilot)
        await press(pilot, "escape")
        assert "needle”" not in status(pilot)
        await press(pilot, "n")
        assert shown(pilot)[0] == "Second"


async def test_words_that_are_not_there_are_said_not_to_be(home: Home) -> None:
    async with reading(home, FILLER) as pilot:
        await press(pilot, "slash", *"qqq")
        assert "“qqq” not found" in status(pilot)
        await press(pilot, "enter", "n", "N")
        assert "“qqq” not found" in status(pilot)


async def test_escape_while_one_types_goes_back_to_where_one_was(home: Home) -> None:
    async with reading(home, f"{FILLER}<p>A needle.</p>{FILLER}") as pilot:
        await press(pilot, "j", "slash", *"needle")
        assert article(pilot).top > 50
        await press(pilot, "escape")
        assert article(pilot).top == 1
        assert "needle" not in status(pilot)


async def test_letters_of_the_words_are_letters(home: Home) -> None:
    async with reading(home, FILLER) as pilot:
        await press(pilot, "slash", *"qAmsnf")
        assert "“qAmsnf” not found" in status(pilot)
    assert home.library().counts(UNREAD).unread == 1


async def test_hits_stay_marked_where_they_are_when_the_lines_change(home: Home) -> None:
    async with reading(home, f"<p>{'word ' * 30}needle {'word ' * 30}needle</p>") as pilot:
        await press(pilot, "slash", *"needle", "enter", "n")
        await pilot.resize_terminal(50, 30)
        await settled(pilot)
        assert "2/2" in status(pilot)
        pane = article(pilot)
        marked = [
            pane.lines[line].text[start:end]
            for line in pane.sight
            for start, end, _ in pane.marks_in(line)
        ]
        assert marked == ["needle", "needle"]


async def test_in_the_lists_the_same_key_narrows_the_list(home: Home) -> None:
    async with reading(home, FILLER) as pilot:
        await press(pilot, "h", "slash", *"sec")
        assert "filter: sec" in status(pilot)


def copied(pilot: Screen) -> str:
    return pilot.app.clipboard


async def test_what_is_copied_is_said(home: Home) -> None:
    async with reading(home, "<p>One.</p><p>Two.</p>") as pilot:
        for keys, what, expected in (
            ("yl", "link", "https://news.example/First"),
            ("yt", "title", "First"),
            ("yp", "paragraph", "First"),
            ("yy", "link", "https://news.example/First"),
        ):
            await press(pilot, *keys)
            assert f"copied the {what}" in status(pilot)
            assert copied(pilot) == expected


async def test_an_article_is_copied_without_its_line_ends(home: Home) -> None:
    body = f"<p>{'word ' * 30}</p><ul><li>A</li><li>B</li></ul>"
    async with reading(home, body) as pilot:
        await press(pilot, "y", "a")
        assert "copied the article" in status(pilot)
        assert "\n\n" + " ".join(["word"] * 30) + "\n\n" in copied(pilot)


async def test_the_paragraph_at_the_top_is_copied_whole(home: Home) -> None:
    words = " ".join(f"word{number}" for number in range(60))
    async with reading(home, f"<p>{words}</p>{FILLER}") as pilot:
        await press(pilot, *"jjjjjj", "y", "p")
        assert copied(pilot) == words


async def test_the_mouse_selects_text_as_it_was_written(home: Home) -> None:
    words = " ".join(f"word{number}" for number in range(60))
    async with reading(home, f"<p>{words}</p>") as pilot:
        row = row_of(pilot, "word0")
        await pilot.mouse_down("#article", offset=(1, row))
        await pilot.hover("#article", offset=(6, row + 1))
        await pilot.mouse_up("#article", offset=(6, row + 1))
        await press(pilot, "ctrl+c")
        assert "copied the selection" in status(pilot)
        second = article(pilot).lines[row + 1].text
        assert copied(pilot) == words[: words.index(second) + 6]
        await press(pilot, "escape")
        assert article(pilot).text_selection is None
        assert pilot.app.focused is article(pilot)
        await press(pilot, "ctrl+c")
        assert copied(pilot) == "https://news.example/First"
