"""Articles as a hundred platforms send them say at every width what their authors meant.

Each line of a rubric that isn't met is named, with what it asked for.
"""

import pytest
from bodies import WIDTHS, Body, all_bodies
from page import always


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("body", all_bodies(), ids=lambda body: body.name)
def test_an_article_meets_every_line_of_its_rubric(body: Body, width: int) -> None:
    page = body.page(width)
    unmet = {line.name: line.unmet(page) for line in body.lines if width in line.widths}
    complaints = [f"{name}\n    " + "\n    ".join(wants) for name, wants in unmet.items() if wants]
    assert not complaints, "\n".join((*complaints, "", page.text))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("body", all_bodies(), ids=lambda body: body.name)
def test_an_article_fits_and_holds_nothing_that_acts_on_a_terminal(body: Body, width: int) -> None:
    page = body.page(width)
    assert not list(always(page)), page.text


def test_the_examination_is_as_large_as_it_claims() -> None:
    lines = [line for body in all_bodies() for line in body.lines]
    seen = sum(body.seen for body in all_bodies())
    assert len(all_bodies()) >= 70
    assert len(lines) >= 130
    assert 0.25 < seen / len(all_bodies()) < 0.55
