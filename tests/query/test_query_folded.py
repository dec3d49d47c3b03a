from feedtui.clean import clean_line
from feedtui.model import Head, Item, Source
from feedtui.query.folded import Folded

SOURCE = Source("https://a.example/", clean_line("Die STRASSE"))


def items(count: int) -> list[Item]:
    heads = (
        Head(str(number), clean_line(f"Titel {number} Öl"), author=clean_line("A. WRITER"))
        for number in range(count)
    )
    return [Item(head, SOURCE, 0, head.id) for head in heads]


def test_title_author_and_feed_are_said_without_case_and_apart() -> None:
    assert Folded(items(1)).texts() == ["titel 0 öl\x1fa. writer\x1fdie strasse"]


def test_folding_in_slices_gives_what_folding_at_once_gives() -> None:
    many = items(10_001)
    in_slices = Folded(many)
    assert in_slices.fold_some()
    assert in_slices.fold_some()
    assert not in_slices.fold_some()
    assert in_slices.texts() == Folded(many).texts()
    assert len(in_slices.texts()) == 10_001


def test_an_empty_list_has_nothing_to_fold() -> None:
    assert not Folded(()).fold_some()
    assert Folded(()).texts() == []
