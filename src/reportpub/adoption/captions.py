"""Captions, sources and unit lines: the short paragraphs around a table or picture that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportpub.adoption.lines import cut, stripped
from reportpub.adoption.units import Kind, Unit
from reportpub.manuscript.elements import Role, Run
from reportpub.model.text import Lang

_NUMBER = r"(?:[A-Z][-–—.]?)?[0-9０-９一二三四五六七八九十]{1,3}(?:[-–—.．][0-9]{1,3})*"
_CAPTION = {
    Lang.ZH: re.compile(rf"^(?P<label>(?:附?表|附?图|图表)\s*{_NUMBER})(?P<gap>[\s\u3000:：.．、]*)(?=\S)"),
    Lang.EN: re.compile(
        rf"^(?P<label>(?:Table|Figure|Fig\.|Chart)\s*{_NUMBER})(?P<gap>[\s:.–—-]*)(?=\S)", re.IGNORECASE
    ),
}
_SOURCE = re.compile(r"^(?:资料|数据)?来源[:：]\s*|^(?:Data )?[Ss]ources?:\s*")
_UNIT = re.compile(r"^[（(]?单位[:：]|^[（(]?Units?:")
_LONGEST = {Lang.ZH: 60, Lang.EN: 180}
_LIKE = frozenset({Kind.PARAGRAPH, Kind.HEADING})


def captioned(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units of one language with captions, unit lines and sources at their tables and pictures."""
    taken: set[int] = set()
    made: dict[int, Unit] = {}
    for at, unit in enumerate(units):
        if unit.kind not in (Kind.TABLE, Kind.PICTURE):
            continue
        owner = unit
        before = at - 1
        if before >= 0 and before not in taken and _is_line(units[before], _UNIT):
            owner = replace(owner, unit_line=units[before].runs)
            taken.add(before)
            before -= 1
        around = (at + 1, before) if unit.kind is Kind.PICTURE else (before,)
        for other in around:
            if 0 <= other < len(units) and other not in taken and (caption := _caption(units[other])):
                owner = replace(owner, caption=caption[1], label=caption[0])
                taken.add(other)
                break
        after = at + 1 if at + 1 not in taken else at + 2
        if after < len(units) and _is_line(units[after], _SOURCE):
            said = _SOURCE.match(units[after].text)
            assert said is not None, "asked just now"  # noqa: S101
            owner = replace(
                owner, source=cut(units[after].runs, said.end(), len(units[after].text)), source_label=said[0]
            )
            taken.add(after)
        made[at] = owner
    return tuple(made.get(at, unit) for at, unit in enumerate(units) if at not in taken)


def _is_line(unit: Unit, begins: re.Pattern[str]) -> bool:
    return (
        unit.kind is Kind.PARAGRAPH
        and begins.match(unit.text) is not None
        and len(unit.text) <= _LONGEST[unit.lang]
    )


def _caption(unit: Unit) -> tuple[str, tuple[Run, ...]] | None:
    """Return the number and the words of a caption, if a paragraph is one."""
    if unit.kind not in _LIKE or len(unit.text) > _LONGEST[unit.lang]:
        return None
    found = _CAPTION[unit.lang].match(unit.text)
    if found is not None and not unit.text.endswith(("。", "；", ";")):
        return found[0], stripped(cut(unit.runs, found.end(), len(unit.text)))
    if unit.role is Role.CAPTION:
        return unit.label, unit.runs
    return None
