"""What two sequences have in common, in the same order.

Finding the most of it is quadratic, so it is not done for all: what stands once in both is found
first and cuts the sequences into short stretches (as patience diff does), and what is still too
long for the work that is left counts as changed throughout.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

Pair = tuple[int, int]
"""Places of one thing in both sequences."""


@dataclass(slots=True)
class Budget:
    """How much work may still be done, in comparisons."""

    left: int

    def take(self, comparisons: int) -> bool:
        """Whether so much may be done; then it is taken away."""
        if comparisons > self.left:
            return False
        self.left -= comparisons
        return True


class Run(NamedTuple):
    """`start` to `stop` of each sequence: the same in both, or one in the place of the other."""

    before: slice
    after: slice
    same: bool

    def up_to(self, other: "Run") -> "Run":
        """This run and all up to the end of another, as one."""
        before = slice(self.before.start, other.before.stop)
        return self._replace(before=before, after=slice(self.after.start, other.after.stop))


def runs(before: Sequence[str], after: Sequence[str], budget: Budget) -> list[Run]:
    """The two sequences as runs in their order, of which none is empty on both sides."""
    found: list[Run] = []
    first, second = 0, 0
    for here, there in [*_pairs(before, after, budget), (len(before), len(after))]:
        if (here, there) != (first, second):
            found.append(Run(slice(first, here), slice(second, there), same=False))
        found.append(Run(slice(here, here + 1), slice(there, there + 1), same=True))
        first, second = here + 1, there + 1
    return _joined(found[:-1])


def _joined(found: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in found:
        both = bool(joined) and joined[-1].same and run.same
        joined.append(joined.pop().up_to(run) if both else run)
    return joined


def _pairs(before: Sequence[str], after: Sequence[str], budget: Budget) -> Iterator[Pair]:
    start = (-1, -1)
    stop = (len(before), len(after))
    for (i, j), (k, m) in pairwise([start, *_anchors(before, after), stop]):
        if i >= 0:
            yield i, j
        for a, b in _between(before[i + 1 : k], after[j + 1 : m], budget):
            yield i + 1 + a, j + 1 + b


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """The longest row of what stands just once in both, without any that changed places."""
    once_after = {each for each, count in Counter(after).items() if count == 1}
    once = {each for each, count in Counter(before).items() if count == 1} & once_after
    place = {each: number for number, each in enumerate(after) if each in once}
    return _rising([(i, place[each]) for i, each in enumerate(before) if each in once])


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The most pairs whose second places rise, too: the longest increasing subsequence."""
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, (_, there) in enumerate(pairs):
        length = bisect_left(ends, there)
        previous.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [there]
        last[length : length + 1] = [number]
    return _chain(pairs, previous, last[-1] if last else -1)


def _chain(pairs: Sequence[Pair], previous: Sequence[int], number: int) -> list[Pair]:
    chain = []
    while number >= 0:
        chain.append(pairs[number])
        number = previous[number]
    return chain[::-1]


def _between(before: Sequence[str], after: Sequence[str], budget: Budget) -> Iterator[Pair]:
    """What a stretch has in common at its ends, and between them as far as there is work left."""
    head = _common(before, after)
    yield from ((each, each) for each in range(head))
    tail = _common(before[head:][::-1], after[head:][::-1])
    inner, other = before[head : len(before) - tail], after[head : len(after) - tail]
    if inner and other and budget.take(len(inner) * len(other)):
        yield from ((head + i, head + j) for i, j in _longest(inner, other))
    yield from ((len(before) - each, len(after) - each) for each in range(tail, 0, -1))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many of the first things are the same."""
    for number, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return number
    return min(len(one), len(other))


def _longest(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """The longest common subsequence, by the table of the lengths of what is left."""
    table = _lengths(before, after)
    i, j = 0, 0
    while i < len(before) and j < len(after):
        if before[i] == after[j]:
            yield i, j
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1


def _lengths(before: Sequence[str], after: Sequence[str]) -> list[list[int]]:
    table = [[0] * (len(after) + 1)]
    for one in reversed(before):
        below, row = table[-1], [0]
        for number in range(len(after) - 1, -1, -1):
            right = row[-1]
            same = after[number] == one
            row.append(below[number + 1] + 1 if same else max(below[number], right))
        table.append(row[::-1])
    return table[::-1]
