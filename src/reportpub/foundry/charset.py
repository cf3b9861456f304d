"""Which code points a face keeps: the standard tables of Chinese characters, and symbols."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import assert_never

Ranges = tuple[tuple[int, int], ...]
"""First and last code point of each range, both inside."""


class Subset(StrEnum):
    """The character sets that faces are cut to; the value is the word in the manifest."""

    CHINESE = "8105+gb2312+symbols"
    HAN = "8105+gb2312-han"
    LATIN = "latin"
    LEVEL_2 = "gb18030-level-2-minus-8105"


_SYMBOLS: Ranges = (
    (0x0020, 0x007E),
    (0x00A0, 0x00FF),
    (0x2000, 0x206F),
    (0x2070, 0x209F),
    (0x20A0, 0x20CF),
    (0x2100, 0x218F),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2460, 0x24FF),
    (0x2500, 0x25FF),
    (0x2600, 0x266F),
    (0x2776, 0x2793),
    (0x3000, 0x303F),
    (0x3220, 0x3243),
    (0x3251, 0x325F),
    (0x3280, 0x32B0),
    (0x32B1, 0x32BF),
    (0x3380, 0x33DF),
    (0xFE30, 0xFE4F),
    (0xFF01, 0xFF60),
    (0xFFE0, 0xFFE6),
)
"""Punctuation, units, arrows, operators, enclosed numbers and full-width forms."""

_LATIN: Ranges = (
    (0x0020, 0x024F),
    (0x02B0, 0x036F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x21FF),
    (0x2212, 0x2212),
    (0x2215, 0x2215),
    (0x221E, 0x221E),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
    (0xFB00, 0xFB04),
)
"""European letters with their marks, punctuation, figures in all positions, comparison, ligatures."""

_HAN_SIGNS = (0x0020, 0x3005, 0x3007)
"""The space, which fills white between Han characters so that no reader takes it for a space of the text; the
iteration mark 々 and the zero 〇, which stand among Han characters as letters do."""

_LEVEL_2: Ranges = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xFA0E, 0xFA0F),
    (0xFA11, 0xFA11),
    (0xFA13, 0xFA14),
    (0xFA1F, 0xFA1F),
    (0xFA21, 0xFA21),
    (0xFA23, 0xFA24),
    (0xFA27, 0xFA29),
)
"""The blocks that level 2 of GB 18030-2022 draws from, beside the 8105: the basic block, Extension A, and the
twelve unified ideographs among the compatibility characters."""


@cache
def general_table() -> tuple[str, ...]:
    """Return the 8105 characters of the table of general standard characters in the order of the table.

    Source: 通用规范汉字表, State Council of China, 2013.
    """
    text = files(__package__).joinpath("charsets", "tgh-2013.txt").read_text(encoding="utf-8")
    return tuple(c for line in text.splitlines() if not line.startswith("#") for c in line)


@cache
def gb2312() -> tuple[str, ...]:
    """Return the characters of GB/T 2312-1980, signs and Han, in the order of its rows."""
    return tuple(c for lead in range(0xA1, 0xF8) for c in _row(lead))


@cache
def gb2312_han() -> tuple[str, ...]:
    """Return the 6763 Han characters of GB/T 2312-1980: rows 16 to 87."""
    return tuple(c for lead in range(0xB0, 0xF8) for c in _row(lead))


def code_points(subset: Subset) -> frozenset[int]:
    """Return the code points a subset asks for; a source need not have them all."""
    match subset:
        case Subset.CHINESE:
            return _codes(general_table()) | _codes(gb2312()) | _spread(_SYMBOLS)
        case Subset.HAN:
            return _codes(general_table()) | _codes(gb2312_han()) | frozenset(_HAN_SIGNS)
        case Subset.LATIN:
            return _spread(_LATIN)
        case Subset.LEVEL_2:
            return _spread(_LEVEL_2) - code_points(Subset.CHINESE)
        case _:
            assert_never(subset)


def _row(lead: int) -> str:
    return "".join(bytes((lead, trail)).decode("gb2312", "ignore") for trail in range(0xA1, 0xFF))


def _codes(characters: Iterable[str]) -> frozenset[int]:
    return frozenset(map(ord, characters))


def _spread(ranges: Ranges) -> frozenset[int]:
    return frozenset(code for first, last in ranges for code in range(first, last + 1))
