"""What the pages of a PDF show, by their marked content: words, decoration, and what is neither.

Source: ISO 32000-1, 14.6 (marked content), 14.9.4 (ActualText), 9.4 (text); ISO 14289-1 (PDF/UA-1), 7.1.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    Stream,
    String,
    parse_content_stream,
)

from reportpub.checks.ua.characters import Face, face

Key = tuple[tuple[int, int], int]
"""The object of a page or of a form with marks of its own, and the number of a piece of marked content."""

_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_PAINTS = _SHOWS | {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"}
_HEEDED = frozenset({"BMC", "BDC", "Tr", "Tf", "Do"})
"""Operators whose operands matter here; those that show text are looked at where it is."""
_UNSEEN = 3
"""The rendering mode of text that is not painted (ISO 32000-1, table 106)."""


@dataclass(slots=True)
class Content:
    """The content of a document; every counter is by page, from 1."""

    text: dict[Key, str] = field(default_factory=dict)
    painted: set[Key] = field(default_factory=set)
    page_of: dict[Key, int] = field(default_factory=dict)
    unmarked: Counter[int] = field(default_factory=Counter)
    decoration_within: Counter[int] = field(default_factory=Counter)
    content_within_decoration: Counter[int] = field(default_factory=Counter)
    notdef: Counter[int] = field(default_factory=Counter)
    unknown: Counter[int] = field(default_factory=Counter)
    """Characters without a Unicode value."""
    languages: dict[Key, list[tuple[str, str]]] = field(default_factory=dict)
    """What is marked with a language or a replacement within the content itself: language and words."""
    used: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    """The codes that are shown in each font."""
    marked_forms: Counter[tuple[int, int]] = field(default_factory=Counter)
    """How often each form with marks of its own is used."""


@dataclass(frozen=True, slots=True)
class _Mark:
    tag: str
    key: Key | None = None
    actual: str | None = None
    language: str = ""


@dataclass(slots=True)
class _State:
    """What the interpreter remembers within one stream."""

    face: Face | None = None
    font: Object | None = None
    mode: int = 0


def content(pdf: Pdf) -> Content:
    """Return the content of all pages."""
    reading = _Reading(Content())
    for number, page in enumerate(pdf.pages, start=1):
        reading.stream(number, page.obj.objgen, page, page.resources, [])
    return reading.found


@dataclass(slots=True)
class _Reading:
    found: Content
    _faces: dict[tuple[int, int], Face] = field(default_factory=dict)
    _depth: int = 0

    def stream(
        self,
        number: int,
        owner: tuple[int, int],
        holder: Page | Stream,
        resources: Object,
        marks: list[_Mark],
    ) -> None:
        """Read one stream of page `number`; `marks` are open around it, `owner` counts the marks within."""
        open_marks, state, saved = [*marks], _State(), list[_State]()
        for one in parse_content_stream(holder):
            operator = str(one.operator)
            if isinstance(one, ContentStreamInlineImage):
                self._painted(number, open_marks)
                continue
            operands = [*one.operands] if operator in _HEEDED else []
            if operator in _PAINTS and state.mode != _UNSEEN:
                self._painted(number, open_marks)
            match operator:
                case "BMC" | "BDC":
                    mark = _mark(operands, resources, owner)
                    self._opened(number, mark, open_marks)
                    open_marks.append(mark)
                case "EMC" if len(open_marks) > len(marks):
                    open_marks.pop()
                case "q":
                    saved.append(_State(state.face, state.font, state.mode))
                case "Q" if saved:
                    state = saved.pop()
                case "Tr" if operands:
                    state.mode = int(operands[0])
                case "Tf" if operands:
                    state.font = resources.get("/Font", Dictionary()).get(str(operands[0]))
                    state.face = self._face(state.font)
                case _ if operator in _SHOWS:
                    self._shown(number, one, state, open_marks)
                case "Do":
                    self._done(number, resources, operands, open_marks)
                case _:
                    pass

    def _opened(self, number: int, mark: _Mark, around: list[_Mark]) -> None:
        if mark.tag == "Artifact" and any(one.key is not None for one in around):
            self.found.decoration_within[number] += 1
        if mark.key is None:
            if mark.actual is not None and not any(one.actual is not None for one in around):
                self._said(around, mark.actual, mark.language)
            return
        key = mark.key
        self.found.text.setdefault(key, "")
        self.found.page_of.setdefault(key, number)
        if any(one.tag == "Artifact" for one in around):
            self.found.content_within_decoration[number] += 1
        if mark.actual is not None:
            self.found.text[key] += mark.actual
            self.found.languages.setdefault(key, []).append((mark.language, mark.actual))

    def _shown(
        self,
        number: int,
        one: ContentStreamInstruction,
        state: _State,
        marks: list[_Mark],
    ) -> None:
        if state.face is None or state.font is None or not one.operands:
            return
        codes = _codes(one.operands[-1], state.face)
        self.found.used.setdefault(state.font.objgen, set()).update(codes)
        meant = [state.face.meant.get(code) for code in codes]
        self.found.notdef[number] += codes.count(0) if state.face.zero else 0
        replaced = any(mark.actual is not None for mark in marks)
        decoration = any(mark.tag == "Artifact" for mark in marks)
        if not replaced and not decoration:
            self.found.unknown[number] += meant.count(None)
        if not replaced:
            self._said(marks, "".join(said or "\ufffd" for said in meant), "")

    def _said(self, marks: list[_Mark], words: str, language: str) -> None:
        key = next((one.key for one in reversed(marks) if one.key is not None), None)
        if key is not None:
            self.found.text[key] = self.found.text.get(key, "") + words
            if language:
                self.found.languages.setdefault(key, []).append((language, words))

    def _done(self, number: int, resources: Object, operands: list[Object], marks: list[_Mark]) -> None:
        target = resources.get("/XObject", Dictionary()).get(str(operands[0])) if operands else None
        if not isinstance(target, Stream) or target.get("/Subtype") != Name.Form:
            self._painted(number, marks)
        elif self._depth < _DEEPEST:
            self._depth += 1
            # The marks of a form are its own; an element refers to them by the form (MCR with Stm).
            self.stream(number, target.objgen, target, target.get("/Resources", resources), marks)
            self._depth -= 1
            if "/StructParents" in target or any(owner == target.objgen for owner, _ in self.found.text):
                self.found.marked_forms[target.objgen] += 1

    def _painted(self, number: int, marks: list[_Mark]) -> None:
        key = next((one.key for one in reversed(marks) if one.key is not None), None)
        if any(mark.tag == "Artifact" for mark in marks):
            return
        if key is None:
            self.found.unmarked[number] += 1
        else:
            self.found.painted.add(key)

    def _face(self, font: Object | None) -> Face | None:
        if font is None:
            return None
        if font.objgen not in self._faces or font.objgen == (0, 0):
            self._faces[font.objgen] = face(font)
        return self._faces[font.objgen]


_DEEPEST = 12
"""Forms within forms; a file that goes deeper runs in a circle."""


def _mark(operands: list[Object], resources: Object, owner: tuple[int, int]) -> _Mark:
    tag = str(operands[0])[1:] if operands else ""
    properties: Mapping[str, Object] | Object | None = operands[1] if len(operands) > 1 else None
    if isinstance(properties, Name):
        properties = resources.get("/Properties", Dictionary()).get(str(properties))
    if not isinstance(properties, Dictionary):
        return _Mark(tag)
    actual = str(properties["/ActualText"]) if "/ActualText" in properties else None
    key = (owner, int(properties["/MCID"])) if "/MCID" in properties else None
    return _Mark(tag, key, actual, str(properties.get("/Lang", "")))


def _codes(operand: Object, used: Face) -> list[int]:
    parts = [*operand] if isinstance(operand, Array) else [operand]
    codes: list[int] = []
    for part in parts:
        if isinstance(part, String):
            data = bytes(part)
            if used.size == 1:
                codes += data
                continue
            pairs = len(data) // 2
            codes += struct.unpack(f">{pairs}H", data[: 2 * pairs])
            codes += data[2 * pairs :]
    return codes
