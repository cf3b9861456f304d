"""The words of a tagged PDF by their marked content, and what is painted without any mark.

Source: ISO 32000-1, 14.6 (marked content), 9.10.3 (ToUnicode); ISO 14289-1 (PDF/UA-1), 7.1.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    Stream,
    String,
    parse_content_stream,
)

Key = tuple[tuple[int, int], int]
"""The object of a page, and the number of a piece of marked content on it."""

_LOST = -1
"""A piece of marked content in a form: its number means nothing outside, so that no element can hold it."""

_PAINTS = frozenset({"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"})
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end", re.DOTALL)
_MOST = 0xFFFF
"""Codes in one range: a file that claims more would keep us busy without end."""
_TWO = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_THREE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass(slots=True)
class Words:
    """The text of each piece of marked content, and the pages where something is painted outside of any."""

    text: dict[Key, str] = field(default_factory=dict)
    unmarked: dict[int, int] = field(default_factory=dict)


def words(pdf: Pdf) -> Words:
    """Return the words of a document; pages are counted from 1."""
    reading = _Reading(Words())
    for number, page in enumerate(pdf.pages, start=1):
        reading.stream(number, page.obj.objgen, page, page.resources, [])
    return reading.words


def characters(font: Object) -> Mapping[int, str]:
    """Return what the codes of a font mean, from its ToUnicode table."""
    table = font.get("/ToUnicode")
    meant: dict[int, str] = {}
    for kind, body in _BLOCK.findall(table.read_bytes()) if isinstance(table, Stream) else []:
        if kind == b"bfchar":
            meant |= {int(code, 16): _text(units) for code, units in _TWO.findall(body)}
        else:
            for first, last, units in _THREE.findall(body):
                start, base = int(first, 16), _text(units)
                if base:
                    for code in range(start, min(int(last, 16), start + _MOST) + 1):
                        meant[code] = base[:-1] + chr(min(ord(base[-1]) + code - start, sys.maxunicode))
    return meant


@dataclass(slots=True)
class _Reading:
    words: Words
    _fonts: dict[tuple[int, int], Mapping[int, str]] = field(default_factory=dict)

    def stream(
        self,
        number: int,
        page: tuple[int, int],
        holder: Page | Stream,
        resources: Object,
        marks: list[int | None],
    ) -> None:
        """Read one stream; `marks` are the open pieces, without a number for decoration."""
        open_marks = [*marks]
        font: Mapping[int, str] = {}
        for one in parse_content_stream(holder):
            operator = str(one.operator)
            if isinstance(one, ContentStreamInlineImage) or operator in _PAINTS:
                self._painted(number, open_marks)
            if operator in {"BMC", "BDC"}:
                mark = _identifier([*one.operands])
                open_marks.append(_LOST if mark is not None and isinstance(holder, Stream) else mark)
            elif operator == "EMC" and open_marks:
                open_marks.pop()
            elif operator == "Tf":
                font = self._font(resources.get("/Font", Dictionary()).get(str(one.operands[0])))
            elif operator in {"Tj", "TJ", "'", '"'}:
                mark = next((known for known in reversed(open_marks) if known not in {None, _LOST}), None)
                if mark is not None:
                    key = (page, mark)
                    self.words.text[key] = self.words.text.get(key, "") + _shown(one.operands[-1], font)
            elif operator == "Do":
                target = resources.get("/XObject", Dictionary()).get(str(one.operands[0]))
                if isinstance(target, Stream) and target.get("/Subtype") == Name.Form:
                    self.stream(number, page, target, target.get("/Resources", resources), open_marks)
                else:
                    self._painted(number, open_marks)

    def _painted(self, number: int, marks: list[int | None]) -> None:
        if all(mark == _LOST for mark in marks):
            self.words.unmarked[number] = self.words.unmarked.get(number, 0) + 1

    def _font(self, font: Object | None) -> Mapping[int, str]:
        if font is None:
            return {}
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = characters(font)
        return self._fonts[font.objgen]


def _identifier(operands: list[Object]) -> int | None:
    properties = operands[1] if len(operands) > 1 else None
    return int(properties["/MCID"]) if isinstance(properties, Dictionary) and "/MCID" in properties else None


def _shown(operand: Object, font: Mapping[int, str]) -> str:
    parts = [*operand] if isinstance(operand, Array) else [operand]
    text = ""
    for part in parts:
        if isinstance(part, String):
            data = bytes(part)
            codes = (int.from_bytes(data[index : index + 2], "big") for index in range(0, len(data), 2))
            text += "".join(font.get(code, "\ufffd") for code in codes)
    return text


def _text(units: bytes) -> str:
    return bytes.fromhex(units.decode("ascii")).decode("utf-16-be", "replace")
