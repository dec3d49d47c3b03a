"""What a search for footnotes found. Elements and texts are named by their `mem_id`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from feedtui.clean import SafeText


@dataclass(frozen=True, slots=True)
class Footnote:
    """The label of a note, and the name by which spans lead to it."""

    label: SafeText
    name: str


@dataclass(frozen=True, slots=True)
class Notes:
    """Where an article has notes, and where it refers to them.

    `references` are links that show the label of a note and nothing else; `worded` are links whose
    words stay, with the label behind them. `notes` are elements that are a note, `sides` those that
    stand in the text which they belong to. `dropped` are ways back and labels written twice;
    `texts` what is left of texts beside them. `plain` are parts of tables that hold notes. `leads`
    says for a link within the article which place it leads to, `places` are all of these.
    """

    references: Mapping[int, Footnote] = field(default_factory=dict)
    worded: Mapping[int, Footnote] = field(default_factory=dict)
    notes: Mapping[int, Footnote] = field(default_factory=dict)
    sides: Mapping[int, Footnote] = field(default_factory=dict)
    dropped: frozenset[int] = frozenset()
    texts: Mapping[int, str] = field(default_factory=dict)
    plain: frozenset[int] = frozenset()
    leads: Mapping[int, str] = field(default_factory=dict)
    places: frozenset[str] = frozenset()
