"""Numbers both languages say become facts, where the program would say them in the very same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from reportpub.adoption.counted import noun, unit_id
from reportpub.adoption.drafts import Text
from reportpub.adoption.words import Cite, Words
from reportpub.edition.fact_forms import why_not
from reportpub.edition.figures_in_words import in_words
from reportpub.findings import Span
from reportpub.model.facts import Fact, Scale, Unit
from reportpub.model.qualifiers import EN_QUALIFIERS, ZH_QUALIFIERS, bounds
from reportpub.model.text import Lang
from reportpub.reading.chinese import read_chinese
from reportpub.reading.compare import matched
from reportpub.reading.english import read_english
from reportpub.reading.quantity import CALENDAR, Measure, Quantity

_FIGURES = re.compile(r"(?P<whole>\d+)(?:\.(?P<places>\d+))?(?P<scale>[万亿])?")
_BEFORE, _AFTER = ("超过", "超", "逾", "近", "约", "达"), ("余", "多")
_NO_FACTS = CALENDAR | {Measure.YEAR, Measure.CODE, Measure.MULTIPLE}
_TELLING = 1000
"""Values from here on are one fact wherever they are said; smaller ones may be the same by chance."""
_ENGLISH = {word: re.compile(rf"\b{re.escape(word)}\W") for word in EN_QUALIFIERS}
_LABEL_ZH, _LABEL_EN = 18, 60
_FORMS = {
    Measure.ORDINAL: ("ordinal",),
    Measure.POINT: ("",),
    Measure.PERCENT: ("",),
    Measure.NUMBER: ("", "n"),
}


@dataclass(slots=True)
class Facts:
    """The facts found so far, the units they count in, and what stays typed though both languages agree."""

    period: str
    facts: dict[str, Fact] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    typed: list[tuple[str, str, Span]] = field(default_factory=list)
    _known: dict[tuple[object, ...], str] = field(default_factory=dict)
    _count: Counter[str] = field(default_factory=Counter)

    def find(self, block: str, text: Text) -> None:
        """Cite facts in both languages of a text, where both say a number as the program would."""
        if text.zh is None or text.en is None:
            return
        zh, en = text.zh, text.en
        cites: tuple[list[Cite], list[Cite]] = ([], [])
        pairs = matched(read_chinese(zh.text), read_english(en.text)).pairs
        for z, e in sorted(pairs, key=lambda pair: pair[0].start):
            if (
                z.measure in _NO_FACTS
                or e.measure in _NO_FACTS
                or z.value != e.value
                or not any(map(str.isdigit, z.text))
            ):
                continue
            made = self._cited(block, z, e, zh, en)
            if made is None:
                self.typed.append((z.text.strip(), e.text.strip(), zh.span))
            else:
                cites[0].append(made[0])
                cites[1].append(made[1])
        text.zh, text.en = _both(zh, en, cites)

    def _cited(self, block: str, z: Quantity, e: Quantity, zh: Words, en: Words) -> tuple[Cite, Cite] | None:
        for form in _FORMS.get(z.measure, ()):
            for fact in self._candidates(z, e, zh, en):
                if why_not(fact, form) is not None:
                    continue
                units = self.units | self._unit(z, e)
                places = (
                    _found(in_words(fact, form, Lang.ZH, units), zh.text, z),
                    _found(in_words(fact, form, Lang.EN, units), en.text, e),
                )
                if places[0] is None or places[1] is None:
                    continue
                name = self._named(block, fact)
                self.units = {
                    **self.units,
                    **{k: u for k, u in self._unit(z, e).items() if k in {fact.unit, fact.counts}},
                }
                mark = "{" + name + (f":{form}" if form else "") + "}"
                return Cite(*places[0], mark), Cite(*places[1], mark)
        return None

    def _candidates(self, z: Quantity, e: Quantity, zh: Words, en: Words) -> Iterator[Fact]:
        said = _FIGURES.search(z.text)
        if said is None:
            return
        unit = self._kind(z)
        if not unit:
            return
        qualifiers = _qualifiers(z, e, en)
        for qualifier in qualifiers:
            yield Fact(
                id="",
                label=(_label_zh(zh.text, z), _label_en(en.text, e)),
                value=Decimal(z.value.numerator) / Decimal(z.value.denominator),
                unit=unit,
                period=self.period,
                counts=unit_id(z.unit) if unit == "ordinal" else "",
                scale=Scale(said["scale"]) if said["scale"] else None,
                decimals=len(said["places"] or ""),
                qualifier=qualifier,
                bound=bounds(*qualifier)[0] if qualifier else None,
                span=zh.span,
            )

    def _kind(self, z: Quantity) -> str:
        match z.measure:
            case Measure.PERCENT:
                return "percent"
            case Measure.POINT:
                return "point"
            case Measure.ORDINAL:
                return "ordinal" if z.unit else ""
            case Measure.NUMBER if z.unit == "CNY":
                return "CNY"
            case Measure.NUMBER if z.unit and not z.unit.isascii():
                return unit_id(z.unit)
            case _:
                return ""

    def _unit(self, z: Quantity, e: Quantity) -> dict[str, Unit]:
        if z.unit.isascii():
            return {}
        name = unit_id(z.unit)
        if name in self.units:
            return {}
        one, many = noun(z.unit, e.unit)
        return {name: Unit(name, z.unit, one, many)}

    def _named(self, block: str, fact: Fact) -> str:
        """Return the id of a fact: an earlier one's where it says the same large number in the same way."""
        said = (fact.value, fact.unit, fact.scale, fact.decimals, fact.qualifier, fact.counts)
        telling = abs(fact.value) >= _TELLING and fact.unit not in ("percent", "point")
        if telling and said in self._known:
            return self._known[said]
        self._count[block] += 1
        name = f"{block}.n{self._count[block]}"
        self.facts[name] = fact
        self._known[said] = name
        return name


def _both(zh: Words, en: Words, cites: tuple[list[Cite], list[Cite]]) -> tuple[Words, Words]:
    """Return both texts with the citations that fit into both of them."""
    left, right = zh, en
    for one, other in zip(*cites, strict=True):
        new = left.citing([one]), right.citing([other])
        if len(new[0].cites) > len(left.cites) and len(new[1].cites) > len(right.cites):
            left, right = new
    return left, right


def _found(said: str, text: str, number: Quantity) -> tuple[int, int] | None:
    """Return where a text says a fact in the very words the program would use, at the place of a number."""
    at = text.find(said, max(0, number.start - len(said)), number.end + len(said))
    while at >= 0:
        end = at + len(said)
        meets = at < number.end and number.start < end
        digits = _FIGURES.search(text, number.start)
        holds = digits is not None and at <= digits.start() and digits.end() <= end + 1
        if meets and holds and _is_whole(text, at, end):
            return at, end
        at = text.find(said, at + 1, number.end + len(said))
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether no digit, scale or qualifier of a number is left on either side of a stretch."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isdigit() or before in tuple("第"):
        return False
    if text[end - 1] in tuple("0123456789万亿%"):
        if after in tuple(".,") and not text[end + 1 : end + 2].isdigit():
            return True
        return after not in tuple("0123456789.,%万亿余多")
    return True


def _qualifiers(z: Quantity, e: Quantity, en: Words) -> list[tuple[str, str] | None]:
    """Return the qualifiers a fact may have: those both texts have beside the number, or none."""
    chinese = [word for word in (*_BEFORE, *_AFTER) if word in z.text and word in ZH_QUALIFIERS]
    around = en.text[max(0, e.start - 24) : e.end].lower()
    english = [word for word, said in _ENGLISH.items() if word in around and said.search(around)]
    pairs = [
        (c, w) for c in chinese for w in sorted(english, key=len, reverse=True) if len(set(bounds(c, w))) == 1
    ]
    return [*pairs, *([None] if not chinese else [])]


def _label_zh(text: str, number: Quantity) -> str:
    """Return what a number counts, as far as the words before it tell."""
    before = re.split(r"[，。；：、！？（）\d]", text[: number.start])[-1]
    return (before or text[number.end : number.end + 8])[-_LABEL_ZH:].strip("“”《》 ") or "数值"


def _label_en(text: str, number: Quantity) -> str:
    before = re.split(r"[,.;:()\d]", text[: number.start])[-1].strip()
    after = re.split(r"[,.;:()\d]", text[number.end :])[0].strip()
    words = f"{before} … {after}" if before and after else before or after
    return words[-_LABEL_EN:].strip("“” …") or "value"
