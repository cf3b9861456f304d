"""Pages as the preview knows them: which chapter each belongs to, and which blocks stand where on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportpub.findings import Finding
from reportpub.model.text import Lang

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in mm from the corner of the trimmed page."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A chapter in the languages of one part of an edition: what is set anew when it alone has changed."""

    part: int
    chapter: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block stands on a page, in one language."""

    block: str
    lang: Lang
    box: Box


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: the document it is a page of and its number there, from 0; its size in mm, and its spots.

    `stretch` is what it belongs to; front matter and white pages belong to none. `folio` is the number that
    its foot shows.
    """

    document: str
    index: int
    size: tuple[float, float]
    stretch: Stretch | None
    folio: int
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A block in one language: the words an edition says, and the line and column they are written at."""

    words: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block is written: its file, its lines as they stand there, what it says in each language."""

    file: str
    line: int
    lines: tuple[str, ...]
    said: Mapping[Lang, Said]


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages that were set together: their PDF by the name of its document, and where their blocks are from.

    `chapters` says to which chapter each block belongs.
    """

    document: str
    pdf: bytes
    leaves: tuple[Leaf, ...]
    origins: Mapping[str, Origin]
    chapters: Mapping[str, str]
    remarks: tuple[Finding, ...] = ()


def spliced(whole: tuple[Leaf, ...], fresh: tuple[Leaf, ...], stretch: Stretch) -> tuple[Leaf, ...]:
    """Return the leaves of an edition with those of one stretch in the place of its old ones.

    Numbers of the pages behind it stay as they were until the whole edition is set again.
    """
    own = [at for at, leaf in enumerate(whole) if leaf.stretch == stretch]
    new = tuple(leaf for leaf in fresh if leaf.stretch == stretch)
    if not own or not new:
        return whole
    first, last = own[0], own[-1]
    return (*whole[:first], *new, *whole[last + 1 :])


def alone(leaves: tuple[Leaf, ...], stretch: Stretch, chapters: Mapping[str, str]) -> bool:
    """Tell whether the pages of a stretch hold nothing else, so that it can be set by itself.

    `chapters` says to which chapter each block belongs.
    """
    own = [leaf for leaf in leaves if leaf.stretch == stretch]
    return bool(own) and all(
        chapters.get(spot.block) == stretch.chapter for leaf in own for spot in leaf.spots
    )


def settled(leaves: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """Return leaves on which no block begins with the stretch they lie within, if there is one."""
    found = list(leaves)
    for at, leaf in enumerate(found):
        before = found[at - 1].stretch if at else None
        after = next((one.stretch for one in found[at + 1 :] if one.stretch), None)
        if leaf.stretch is None and before is not None and before == after:
            found[at] = replace(leaf, stretch=before)
    return tuple(found)
