"""How wide the letters of Times New Roman and Arial are, in thousandths of an em; Han are as wide as high.

Every word processor has these two faces or ones of the same widths, which is why page numbers can be
reckoned at all without asking the machine. The tables run over the printable letters of ASCII in order.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_HAN: Final = 1.0
_FIRST_WIDE: Final = 0x2E80
"""Code points from here on are Chinese, Japanese or Korean, or their marks."""

_LATIN: Final = 0.5
"""Em, of a letter the tables do not have."""

_ASCII: Final = "".join(map(chr, range(0x20, 0x7F)))

_SERIF = """
250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500
500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722
667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278
500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541
"""
_SERIF_ITALIC = """
250 333 420 500 500 833 778 214 333 333 500 675 250 333 250 278 500 500 500 500 500 500 500 500 500
500 333 333 675 675 675 500 920 611 611 667 722 611 611 722 722 333 444 667 556 833 667 722 611 722
611 500 556 722 611 833 611 556 556 389 278 389 422 500 333 500 500 444 500 444 278 500 500 278 278
444 278 722 500 500 500 500 389 389 278 500 444 667 444 444 389 400 275 400 541
"""
_SERIF_BOLD = """
250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500
500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778
722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333
556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520
"""
_SANS = """
278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556
556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778
722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222
500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584
"""
_SANS_BOLD = """
278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556
556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778
722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278
556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584
"""
_MARKS: Final = {
    _SERIF: {"“”": 444, "‘’": 333, "·": 250, "–": 500, "—…": 1000, "×−±": 564, "•": 350},
    _SERIF_ITALIC: {"“”": 556, "‘’": 333, "·": 250, "–": 500, "—…": 1000, "×−±": 675, "•": 350},
    _SERIF_BOLD: {"“”": 500, "‘’": 333, "·": 250, "–": 500, "—…": 1000, "×−±": 570, "•": 350},
    _SANS: {"“”": 333, "‘’": 222, "·": 278, "–": 556, "—…": 1000, "×−±": 584, "•": 350},
    _SANS_BOLD: {"“”": 500, "‘’": 278, "·": 278, "–": 556, "—…": 1000, "×−±": 584, "•": 350},
}


class Advances(dict[str, float]):
    """The widths of letters in pt at a size; a letter that no table has is a Han if it lies among them."""

    size: float = 1.0

    def __missing__(self, letter: str) -> float:
        """Return and keep the width of a letter seen for the first time."""
        self[letter] = (_HAN if ord(letter) >= _FIRST_WIDE else _LATIN) * self.size
        return self[letter]


@cache
def advances(*, sans: bool, bold: bool, italic: bool, wide_marks: bool, size: float) -> Advances:
    """Return the widths of a face; `wide_marks` when quotes, dashes and dots come from the Chinese face."""
    if sans:
        table = _SANS_BOLD if bold else _SANS
    elif bold:
        table = _SERIF_BOLD
    else:
        table = _SERIF_ITALIC if italic else _SERIF
    made = Advances(zip(_ASCII, (int(width) / 1000 * size for width in table.split()), strict=True))
    for marks, width in _MARKS[table].items():
        for mark in marks:
            made[mark] = (_HAN if wide_marks and mark in "“”‘’—…·" else width / 1000) * size
    made.size = size
    return made
