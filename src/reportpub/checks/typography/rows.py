"""Lines as the eye sees them: glyphs on one baseline without a gap that parts columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from reportpub.checks.typography.characters import is_han
from reportpub.checks.typography.glyphs import Glyph, Page

_SAME_BASELINE = 0.22
_APART = 1.4
_FAR_APART = 3.5
_OUT_OF_TURN = 3
"""em, and places in the reading: from there on a gap parts two columns."""
_SHARE_OF_HAN = 0.3
_FOLIO = re.compile(r"[\s—–\-·•|]*[0-9ivxlcIVXLC]{1,5}[\s—–\-·•|]*")


@dataclass(frozen=True)
class Row:
    """One line of one column."""

    page: int
    glyphs: tuple[Glyph, ...]

    @cached_property
    def y(self) -> float:
        """Return its baseline."""
        return median(glyph.y for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """Return the size most of it is set in."""
        return Counter(round(glyph.size, 1) for glyph in self.glyphs).most_common(1)[0][0]

    @property
    def left(self) -> float:
        """Return where it begins."""
        return self.glyphs[0].x

    @property
    def right(self) -> float:
        """Return where its last cell ends."""
        return self.glyphs[-1].end

    @cached_property
    def text(self) -> str:
        """Return its characters without spaces."""
        return "".join(glyph.text for glyph in self.glyphs)

    @cached_property
    def said(self) -> str:
        """Return its characters with the spaces between them."""
        return "".join((" " if glyph.apart else "") + glyph.text for glyph in self.glyphs).strip()

    @cached_property
    def han(self) -> int:
        """Return how many of its characters are Han."""
        return sum(is_han(glyph.text) for glyph in self.glyphs)

    @cached_property
    def chinese(self) -> bool:
        """Tell whether it is a line of Chinese, which may hold much Latin."""
        letters = sum(glyph.text[0].isalpha() and not is_han(glyph.text) for glyph in self.glyphs)
        return self.han > 0 and self.han >= letters * _SHARE_OF_HAN

    @cached_property
    def font(self) -> str:
        """Return the face of its main script."""
        own = [glyph.font for glyph in self.glyphs if not self.han or is_han(glyph.text)]
        return Counter(own).most_common(1)[0][0]

    @cached_property
    def folio(self) -> bool:
        """Tell whether it is the number of a page."""
        return _FOLIO.fullmatch(self.text) is not None


def rows(page: Page) -> Iterator[Row]:
    """Yield the lines of a page from top to bottom."""
    for baseline in _baselines(sorted(page.glyphs, key=lambda glyph: (-glyph.y, glyph.x))):
        baseline.sort(key=lambda glyph: glyph.x)
        for column in _columns(baseline):
            yield Row(page.number, tuple(column))


def _baselines(glyphs: Iterable[Glyph]) -> Iterable[list[Glyph]]:
    """Return glyphs by baseline; raised marks belong to the line they stand in."""
    found: list[list[Glyph]] = []
    for glyph in glyphs:
        for known in found[-6:]:
            if abs(known[0].y - glyph.y) < _SAME_BASELINE * max(known[0].size, glyph.size):
                known.append(glyph)
                break
        else:
            found.append([glyph])
    return found


def _columns(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    current = [glyphs[0]]
    for glyph in glyphs[1:]:
        last = current[-1]
        gap = (glyph.x - last.end) / max(last.size, glyph.size)
        jump = abs(glyph.number - last.number) > _OUT_OF_TURN
        if gap > _FAR_APART or (gap > _APART and jump):
            yield current
            current = []
        current.append(glyph)
    yield current
