"""The charts of a finished Word file as their readers find them: the cached numbers, and the workbook behind.

Source: ECMA-376 part 1, 21.2 (charts) and 18.3 (worksheets).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_DOCUMENT = "word/document.xml"
_SHEET = "xl/worksheets/sheet1.xml"

Series = tuple[tuple[Decimal, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart: its categories, the values of each series, and what its workbook has in their place."""

    categories: tuple[str, ...]
    series: Series
    workbook: Series


def charts(data: bytes) -> tuple[Drawn, ...]:
    """Return the charts of a Word file in the order of the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        targets = _targets(package, _DOCUMENT)
        text = etree.fromstring(package.read(_DOCUMENT))
        return tuple(_drawn(package, targets[str(one.get(f"{_R}id"))]) for one in text.iter(f"{_C}chart"))


def _drawn(package: zipfile.ZipFile, name: str) -> Drawn:
    root = etree.fromstring(package.read(name))
    series = tuple(_values(one) for one in root.iter(f"{_C}ser"))
    categories = next((_texts(one, "cat") for one in root.iter(f"{_C}ser")), ())
    book = next(iter(root.iter(f"{_C}externalData")), None)
    inner = package.read(_targets(package, name)[str(book.get(f"{_R}id"))]) if book is not None else b""
    return Drawn(categories, series, _sheet(inner, tuple(map(len, series))) if inner else ())


def _texts(series: etree._Element, kind: str) -> tuple[str, ...]:
    return tuple(str(v.text or "") for held in series.iter(f"{_C}{kind}") for v in held.iter(f"{_C}v"))


def _values(series: etree._Element) -> tuple[Decimal, ...]:
    return tuple(Decimal(words) for words in _texts(series, "val"))


def _sheet(data: bytes, lengths: tuple[int, ...]) -> Series:
    """Return the values of the columns from B on, below their heads."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        root = etree.fromstring(book.read(_SHEET))
    cells: dict[str, Decimal] = {}
    for cell in root.iter(f"{_S}c"):
        value = cell.find(f"{_S}v")
        if value is not None and cell.get("t") in (None, "n"):
            cells[str(cell.get("r"))] = Decimal(str(value.text))
    return tuple(
        tuple(cells[place] for row in range(length) if (place := f"{chr(ord('B') + at)}{row + 2}") in cells)
        for at, length in enumerate(lengths)
    )


def _targets(package: zipfile.ZipFile, name: str) -> Mapping[str, str]:
    """Return where the relationships of a part lead, by their ids."""
    folder, _, base = name.rpartition("/")
    root = etree.fromstring(package.read(f"{folder}/_rels/{base}.rels"))
    return {
        str(one.get("Id")): posixpath.normpath(posixpath.join(folder, str(one.get("Target"))))
        for one in root.iter(f"{_PACKAGE}Relationship")
    }
