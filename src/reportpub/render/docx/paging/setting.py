"""How a paragraph is set and how wide the letters of its runs are, from what both say of themselves.

That is said in a few ways only, and each is read once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final
from xml.etree import ElementTree as ET
from xml.sax.saxutils import unescape

from reportpub.render.docx.oxml import WORD
from reportpub.render.docx.paging.boxes import Box
from reportpub.render.docx.paging.faces import Advances, advances
from reportpub.render.docx.paging.formats import Format, differing, properties

_EMPTY: Final = re.compile(r'<w:(\w+)((?: [\w:]+="[^"]*")*)/>')
_VALUE: Final = re.compile(r' w:(\w+)="([^"]*)"')
_RAISED: Final = 0.58
"""The size of a raised mark, in sizes of its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a paragraph is set: what is asked of its format for each one; lengths in pt.

    `sides` are the indents at both, `around` what stands above and below with the rules there. The letters
    of its runs are kept by their look, its boxes by lines and height.
    """

    form: Format
    leading: float
    sides: float
    first: float
    around: float
    keep_next: bool
    looks: dict[str, Advances] = field(default_factory=dict)
    boxes: dict[tuple[int, float], Box] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a file, with the formats of its styles by id."""

    formats: Callable[[str], Format]
    _made: dict[str, Setting] = field(default_factory=dict)
    _looks: dict[str, ET.Element] = field(default_factory=dict)

    def of(self, own: str) -> Setting:
        """Return how a paragraph is set that says this of itself."""
        return self._made.get(own) or self._read(own)

    def _read(self, own: str) -> Setting:
        told = told_by(own)
        style = told.find(f"{WORD}pStyle")
        form = self.formats(style.get(f"{WORD}val", "") if style is not None else "")
        form = replace(form, **properties(told, form))  # type: ignore[arg-type]
        made = Setting(
            form=form,
            leading=form.leading,
            sides=form.left + form.right,
            first=form.first,
            around=form.before + form.after + form.edges,
            keep_next=form.keep_next,
        )
        self._made[own] = made
        return made

    def letters(self, setting: Setting, look: str) -> Advances:
        """Return the widths of the letters of a run that looks so in a paragraph set so."""
        if look not in self._looks:
            self._looks[look] = told_by(look)
        own, form = self._looks[look], setting.form
        style, fonts = own.find(f"{WORD}rStyle"), own.find(f"{WORD}rFonts")
        told: dict[str, Any] = {}
        if style is not None:
            told = differing(self.formats(style.get(f"{WORD}val", "")), self.formats("DefaultParagraphFont"))
        told |= properties(own, form)
        size = told.get("size", form.size) * (_RAISED if told.get("raised", form.raised) else 1)
        widths = advances(
            sans=told.get("sans", form.sans),
            bold=told.get("bold", form.bold),
            italic=told.get("italic", form.italic),
            wide_marks=fonts is not None and fonts.get(f"{WORD}hint") == "eastAsia",
            size=size,
        )
        setting.looks[look] = widths
        return widths


def told_by(said: str) -> ET.Element:
    """Return the empty elements of a text in their order, below one: all that properties of ours are.

    A parser for each of these few texts would take longer than the pages of a whole file do.
    """
    holder = ET.Element(f"{WORD}told")
    for name, values in _EMPTY.findall(said):
        told = {WORD + key: unescape(value) for key, value in _VALUE.findall(values)}
        ET.SubElement(holder, WORD + name, told)
    return holder
