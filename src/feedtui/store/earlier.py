"""How much is kept of what entries said before they were changed: some of it, the latest.

A feed that rewrites its texts all day would fill the disk with them.
"""

from collections.abc import Mapping

from feedtui.model import Version

MOST_OF_AN_ENTRY = 3
"""Versions of one entry that are kept, besides the present one."""

_MOST_OF_A_FEED = 2_000_000
"""Characters of earlier texts of one feed that are kept."""

Versions = Mapping[str, tuple[Version, ...]]
"""The earlier versions of entries by their ids, the oldest first."""


def with_added(kept: Versions, added: Mapping[str, Version]) -> Versions:
    """The versions with one more of some entries, within the bounds; the oldest have to go."""
    versions = {**kept}
    for entry, version in added.items():
        before = versions.get(entry, ())
        if not before or _said(before[-1]) != _said(version):
            versions[entry] = (*before, version)[-MOST_OF_AN_ENTRY:]
    return _within_bounds(versions)


def _said(version: Version) -> tuple[str, str]:
    return version.title, version.body.html


def _within_bounds(versions: Versions) -> Versions:
    pairs = [(entry, version) for entry, each in versions.items() for version in each]
    pairs.sort(key=lambda pair: pair[1].until, reverse=True)
    left = _MOST_OF_A_FEED
    kept: dict[str, tuple[Version, ...]] = {}
    for entry, version in pairs:
        left -= len(version.body.html)
        if left >= 0:
            kept[entry] = (version, *kept.get(entry, ()))
    return kept
