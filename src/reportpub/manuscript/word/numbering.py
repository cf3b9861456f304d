"""The numbers that Word puts before paragraphs, computed as a reader sees them.

Source: ECMA-376 part 1, 17.9 and 17.18.59. A number stands in no text; who does not compute it loses it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportpub.manuscript.word.names import W, child, value, whole
from reportpub.opc.markup import Element

_HAN = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_SMALL = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PLACE = re.compile(r"%([1-9])")
_ROMAN_END = 4000
_CIRCLED = 20
"""As many numbers have a circle of their own."""


def _han(number: int, digits: str = _HAN, units: tuple[str, str] = ("十", "百")) -> str:
    """Return a number below a thousand in Han numerals: 十, 十一, 二十, 一百零一."""
    tens, hundreds = units
    if not 0 <= number < 1000:
        return str(number)
    if number < 10:
        return digits[number].replace("〇", "零")
    if number < 20:
        lead = "" if digits is _HAN else digits[1]
        return lead + tens + (digits[number % 10] if number % 10 else "")
    if number < 100:
        return digits[number // 10] + tens + (digits[number % 10] if number % 10 else "")
    rest = number % 100
    zero = "零" if 0 < rest < 10 else ""
    low = (
        ""
        if not rest
        else (digits[1] if 10 <= rest < 20 and digits is _HAN else "") + _han(rest, digits, units)
    )
    return digits[number // 100 % 10] + hundreds + zero + low


def _roman(number: int) -> str:
    if not 0 < number < _ROMAN_END:
        return str(number)
    said = ""
    for worth, letters in (*_ROMAN, *_ROMAN_SMALL):
        while number >= worth:
            said += letters
            number -= worth
    return said


def _letter(number: int) -> str:
    """Return A to Z, then AA, BB as Word does."""
    return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def _ordinal(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= _CIRCLED else str(number)


def _digital(number: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(number))


def _legal(number: int) -> str:
    return _han(number, _FORMAL, ("拾", "佰"))


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: "".join(chr(0xFF10 + int(d)) for d in str(n)),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda n: f"({n})",
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda n: _letter(n).lower(),
    "ordinal": _ordinal,
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "japaneseCounting": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "koreanDigital2": _digital,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10],
    "ideographZodiac": lambda n: _BRANCHES[(n - 1) % 12],
    "ideographEnclosedCircle": _circled,
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int
    restart: int
    legal: bool


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph: a number, or a mark where it is a `bullet`; `format` may be unknown."""

    text: str
    bullet: bool
    format: str
    known: bool


@dataclass(slots=True)
class Numbering:
    """The lists of a file and how far each has counted."""

    _lists: Mapping[str, tuple[str, Mapping[int, _Level], Mapping[int, int]]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def label(self, properties: Element | None, style_level: int = 0) -> Label | None:
        """Count on and return what stands before the next paragraph; nothing where it is in no list."""
        number = value(properties, "numId")
        level = whole(value(properties, "ilvl"), style_level)
        if number not in self._lists:
            return None
        shared, levels, overrides = self._lists[number]
        if level not in levels:
            return None
        counts = self._counts.setdefault(shared, {})
        if number not in self._begun:
            # A list that restarts shares its counts with its first up to here.
            self._begun.add(number)
            for one in overrides:
                counts.pop(one, None)
        start = overrides.get(level, levels[level].start)
        counts[level] = counts[level] + 1 if level in counts else start
        for deeper in [one for one in counts if one > level and levels[one].restart != 0]:
            del counts[deeper]
        return self._said(levels, overrides, counts, level)

    def _said(
        self,
        levels: Mapping[int, _Level],
        overrides: Mapping[int, int],
        counts: Mapping[int, int],
        level: int,
    ) -> Label:
        here = levels[level]
        if here.format == "bullet":
            return Label(here.text, bullet=True, format="bullet", known=True)

        def said(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            one = levels.get(at, here)
            kind = "decimal" if here.legal else one.format
            return _FORMATS.get(kind, str)(counts.get(at, overrides.get(at, one.start)))

        return Label(
            _PLACE.sub(said, here.text), bullet=False, format=here.format, known=here.format in _FORMATS
        )


def numbering_of(root: Element | None) -> Numbering:
    """Return the lists of a file; one without numbering has none."""
    if root is None:
        return Numbering({})
    abstract = {str(a.get(W + "abstractNumId", "")): a for a in root.iter(W + "abstractNum")}
    linked = {value(a, "styleLink"): name for name, a in abstract.items() if value(a, "styleLink")}
    lists = {}
    for one in root.iter(W + "num"):
        shared = value(one, "abstractNumId")
        if shared in abstract and (link := value(abstract[shared], "numStyleLink")) in linked:
            shared = linked[link]
        if shared not in abstract:
            continue
        levels = dict(_levels(abstract[shared]))
        overrides: dict[int, int] = {}
        for override in one.iter(W + "lvlOverride"):
            at = whole(override.get(W + "ilvl"))
            if start := value(override, "startOverride"):
                overrides[at] = whole(start, 1)
            levels |= dict(_levels(override))
        lists[str(one.get(W + "numId", ""))] = (shared, levels, overrides)
    lists.pop("0", None)
    return Numbering(lists)


def _levels(parent: Element) -> list[tuple[int, _Level]]:
    found = []
    for one in parent.findall(W + "lvl"):
        start, restart = value(one, "start"), value(one, "lvlRestart")
        level = _Level(
            format=_format(one),
            text=value(one, "lvlText"),
            start=whole(start, 1),
            restart=whole(restart, -1),
            legal=child(one, "isLgl") is not None,
        )
        found.append((whole(one.get(W + "ilvl")), level))
    return found


def _format(level: Element) -> str:
    """Return the format of a level; newer ones are wrapped, with an older one to fall back on."""
    plain = value(level, "numFmt")
    if plain:
        return plain
    wrapped = next(level.iter(W + "numFmt"), None)
    return str(wrapped.get(W + "val", "decimal")) if wrapped is not None else "decimal"
