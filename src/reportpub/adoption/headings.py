"""Which units of one language are headings, and on which level: by style, outline, number or look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportpub.adoption.lines import cut
from reportpub.adoption.marks import SURE, Mark, mark
from reportpub.adoption.units import Kind, Unit
from reportpub.manuscript.elements import Item, Role, Run
from reportpub.model.text import Lang

_LONGEST = {Lang.ZH: 45, Lang.EN: 160}
"""Characters of a heading."""
_STYLED = {Lang.ZH: 90, Lang.EN: 300}
"""Characters of a paragraph that is a heading by its style; a longer one was styled by mistake."""
_STOPS = tuple("。；，！？;,")
_ENDS = tuple(".:：")
_TITLE_LINES = 2
_HEAD = 4
"""As many units may stand before the end of a title."""
_BODY = 1.15
"""How much larger than running text a heading is that is told by its size alone."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A heading found: the key of its kind, which levels are made of, and the number it bears."""

    key: tuple[str, float]
    mark: Mark | None


def headed(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units of one language with their headings known, and the title of the report among them."""
    usual = _usual_size(units)
    found = {at: one for at in range(len(units)) if (one := _heading(units, at, usual)) is not None}
    title = _with_second_line(units, _title(units, found), found, usual)
    for at in title:
        found.pop(at, None)
    levels = _levels([found[at] for at in sorted(found)])
    made: list[Unit] = []
    for at, unit in enumerate(units):
        if at in title:
            if at - 1 in title:
                made[-1] = replace(made[-1], runs=_together(made[-1], unit))
            else:
                made.append(replace(unit, kind=Kind.TITLE, level=0))
        elif at in found:
            made.append(_taken(unit, found[at].mark, levels[found[at].key]))
        else:
            made.append(unit)
    return tuple(made)


def _taken(unit: Unit, begins: Mark | None, level: int) -> Unit:
    """Return a heading without its number, which the layout prints."""
    label, runs = unit.label, unit.runs
    if begins is not None and not unit.label:
        label, runs = begins.label, cut(unit.runs, begins.end, len(unit.text))
    return replace(unit, kind=Kind.HEADING, level=level, label=label, runs=runs)


def numbered(unit: Unit) -> Mark | None:
    """Return the number of a unit, typed or computed."""
    label = unit.label if unit.item is not Item.BULLET else ""
    gap = " " if label[-1:].isascii() and label else ""
    return mark(label + gap + unit.text, unit.lang)


def _heading(units: Sequence[Unit], at: int, usual: float) -> _Found | None:
    unit = units[at]
    text = unit.text.strip()
    if unit.kind is not Kind.PARAGRAPH or unit.role is Role.CAPTION or not text:
        return None
    begins = numbered(unit)
    if unit.styled and len(text) <= _STYLED[unit.lang]:
        return _Found(("style", unit.styled), begins)
    if unit.role in (Role.TITLE, Role.SUBTITLE):
        return None
    if len(text) > _LONGEST[unit.lang] or text.endswith(_STOPS) or text[-1] in _ENDS:
        return None
    if begins is not None and (begins.form in SURE or _heads(units, at, begins)):
        return _Found(("mark", begins.rank), begins)
    larger = usual > 0 and unit.size >= usual * _BODY
    if begins is None and not unit.row and (unit.bold or (larger and unit.centred)):
        return _Found(("look", -unit.size), None)
    return None


def _heads(units: Sequence[Unit], at: int, begins: Mark) -> bool:
    """Tell whether a number that may count items counts headings: what follows is text without one."""
    unit = units[at]
    if unit.bold:
        return True
    after = next((u for u in units[at + 1 :] if u.kind is not Kind.PICTURE), None)
    if after is None or after.kind is not Kind.PARAGRAPH:
        return False
    next_mark = numbered(after)
    return (next_mark is None or next_mark.form != begins.form) and len(after.text) > len(unit.text)


def _usual_size(units: Sequence[Unit]) -> float:
    """Return the size most of the text is set in."""
    sizes = Counter[float]()
    for unit in units:
        sizes[unit.size] += len(unit.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _title(units: Sequence[Unit], found: dict[int, _Found]) -> frozenset[int]:
    """Return which units are the title of the report: by style, or what stands alone at the top."""
    styled = [at for at, unit in enumerate(units) if unit.role is Role.TITLE and unit.text.strip()]
    if styled:
        return frozenset(styled[:1])
    keys = Counter(one.key for one in found.values())
    for at, unit in enumerate(units[:_HEAD]):
        text = unit.text.strip()
        if unit.kind is not Kind.PARAGRAPH or not text:
            continue
        if numbered(unit) is not None:
            return frozenset()
        if at in found and keys[found[at].key] > _TITLE_LINES:
            return frozenset()
        if at in found and keys[found[at].key] == _TITLE_LINES and at + 1 not in found:
            return frozenset()
        fits = len(text) <= _LONGEST[unit.lang] and not text.endswith((*_STOPS, *_ENDS))
        return frozenset({at}) if fits and text[0] not in "(（*" else frozenset()
    return frozenset()


def _with_second_line(
    units: Sequence[Unit], title: frozenset[int], found: dict[int, _Found], usual: float
) -> frozenset[int]:
    """Return a title with its second line, where it was broken over two paragraphs of one look."""
    for at in title:
        if at + 1 >= len(units):
            continue
        first, second = units[at], units[at + 1]
        alike = (first.size, first.centred, first.bold, first.role) == (
            second.size, second.centred, second.bold, second.role,
        )  # fmt: skip
        large = first.role is Role.TITLE or (first.centred and first.size > usual)
        keys = [one.key for one in found.values()]
        alone = at + 1 not in found or keys.count(found[at + 1].key) <= len(title) + 1
        short = len(second.text) <= _LONGEST[second.lang] and not second.text.endswith(_STOPS)
        if alike and large and alone and short and numbered(second) is None and second.kind is Kind.PARAGRAPH:
            return title | {at + 1}
    return title


def _together(first: Unit, second: Unit) -> tuple[Run, ...]:
    gap = (Run(" "),) if first.lang is Lang.EN else ()
    return (*first.runs, *gap, *second.runs)


def _levels(found: Sequence[_Found]) -> dict[tuple[str, float], int]:
    """Return the level of each kind of heading: styles first, then numbers by their forms, then looks.

    A number that styled headings bear is on their level. Headings told by their look stand above numbers only
    where the numbers begin anew below them.
    """
    styles = sorted({one.key for one in found if one.key[0] == "style"})
    looks = sorted({one.key for one in found if one.key[0] == "look"})
    borne: dict[float, Counter[tuple[str, float]]] = {}
    for one in found:
        if one.key[0] == "style" and one.mark is not None:
            borne.setdefault(one.mark.rank, Counter())[one.key] += 1
    same = {("mark", rank): counts.most_common(1)[0][0] for rank, counts in borne.items()}
    marks = sorted({one.key for one in found if one.key[0] == "mark"} - same.keys())
    above = [*looks, *marks] if not styles and _restarts(found) else [*marks, *looks]
    order = [*styles, *above]
    levels = {key: at for at, key in enumerate(order, start=1)}
    return levels | {key: levels[styled] for key, styled in same.items()}


def _restarts(found: Sequence[_Found]) -> bool:
    """Tell whether the numbers of the highest form begin anew, each time below a heading told by its look."""
    ranks = [one.mark.rank for one in found if one.mark is not None]
    if not ranks:
        return True
    firsts = [
        at
        for at, one in enumerate(found)
        if one.mark and one.mark.rank == min(ranks) and one.mark.number == 1
    ]
    below = [at for at in firsts if at and found[at - 1].key[0] == "look"]
    return bool(below) and (len(firsts) > 1 or (len(below) == len(firsts) == 1 and below[0] == 1))
