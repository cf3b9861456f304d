"""Numbered paragraphs: items of a list where several follow each other, else words with a typed number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportpub.adoption.marks import mark
from reportpub.adoption.units import Kind, Unit
from reportpub.manuscript.elements import Item, Run
from reportpub.model.text import Lang

_COUNTING = frozenset({"digit"})
"""The form of number that lists are printed with."""


def itemised(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units of one language with items known, and every other number typed."""
    made = list(units)
    at = 0
    while at < len(made):
        end = at
        while end < len(made) and _counts(made[end], end - at + 1):
            end += 1
        if end - at > 1:
            made[at:end] = [replace(unit, kind=Kind.ITEM) for unit in made[at:end]]
        at = max(end, at + 1)
    return tuple(_typed(unit) for unit in made)


def _counts(unit: Unit, number: int) -> bool:
    """Tell whether a paragraph is the next item of a list that the program numbers."""
    if unit.kind is not Kind.PARAGRAPH or unit.item is not Item.NUMBER or not unit.label:
        return False
    said = mark(f"{unit.label} x", unit.lang) or mark(f"{unit.label} x", Lang.ZH)
    return said is not None and said.form in _COUNTING and said.number == number


def _typed(unit: Unit) -> Unit:
    """Return a paragraph with the number that the program gave it among its words."""
    if unit.kind is not Kind.PARAGRAPH or not unit.label:
        return unit
    gap = "" if unit.lang is Lang.ZH and not unit.label[-1].isascii() else " "
    return replace(unit, runs=(Run(unit.label + gap), *unit.runs), label="", item=Item.NONE)
