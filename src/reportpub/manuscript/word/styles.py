"""The styles of a Word file: what a paragraph or a run takes from its style and those it is based on.

Source: ECMA-376 part 1, 17.7. Built-in styles are known by name, never by id: a Chinese Word or WPS calls
heading 1 by the id 1 and may write its name in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportpub.manuscript.elements import Role
from reportpub.manuscript.word.names import W, child, toggle, value
from reportpub.opc.markup import Element

_HEADING = re.compile(r"(?:heading|标题|標題|titre|überschrift) ?([1-9])(?: char)?", re.IGNORECASE)
_RANKED = re.compile(r"([一二三四五])级标题")
_CONTENTS = re.compile(r"(?:toc|目录|目錄) ?[1-9]|toc heading|table of figures|图表目录", re.IGNORECASE)
_ROLES = {
    "title": Role.TITLE,
    "标题": Role.TITLE,
    "文档标题": Role.TITLE,
    "subtitle": Role.SUBTITLE,
    "副标题": Role.SUBTITLE,
    "caption": Role.CAPTION,
    "题注": Role.CAPTION,
}
_NO_LEVEL = 9
"""The outline level that says: body text."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by id, and the defaults of the file."""

    styles: Mapping[str, Element]
    defaults: Element | None
    usual: str

    def chain(self, name: str) -> Iterator[Element]:
        """Yield a style and those it is based on."""
        seen: set[str] = set()
        while name and name in self.styles and name not in seen:
            seen.add(name)
            style = self.styles[name]
            yield style
            name = value(style, "basedOn")

    def role(self, name: str) -> Role:
        """Return what a paragraph style says its paragraphs are."""
        for style in self.chain(name):
            if role := _ROLES.get(value(style, "name").strip().lower()):
                return role
        return Role.BODY

    def level(self, name: str) -> int:
        """Return the level of the headings of a style, 0 for none."""
        for style in self.chain(name):
            said = value(style, "name").strip()
            if found := _HEADING.fullmatch(said):
                return int(found[1])
            if found := _RANKED.search(said):
                return "一二三四五".index(found[1]) + 1
            outline = value(style, "pPr", "outlineLvl")
            if outline.isdigit():
                return int(outline) + 1 if int(outline) < _NO_LEVEL else 0
        return 0

    def is_contents(self, name: str) -> bool:
        """Tell whether a style is one of the entries of a table of contents."""
        return any(_CONTENTS.fullmatch(value(style, "name").strip()) for style in self.chain(name))

    def numbering(self, name: str) -> Element | None:
        """Return the numbering that a paragraph style brings along."""
        found = (child(style, "pPr", "numPr") for style in self.chain(name))
        return next((one for one in found if one is not None), None)

    def on(self, properties: Element | None, paragraph: str, what: str) -> bool:
        """Tell whether a run is bold, slanted or hidden: by itself, its style or its paragraph."""
        direct = toggle(properties, what)
        if direct is not None:
            return direct
        for name in (value(properties, "rStyle"), paragraph or self.usual):
            for style in self.chain(name):
                said = toggle(child(style, "rPr"), what)
                if said is not None:
                    return said
        return toggle(child(self.defaults, "rPrDefault", "rPr"), what) or False

    def size(self, properties: Element | None, paragraph: str) -> float:
        """Return the type size of a run in points, 0 where nobody says it."""
        styles = (child(style, "rPr") for style in self.chain(paragraph or self.usual))
        for said in (properties, *styles, child(self.defaults, "rPrDefault", "rPr")):
            half = value(said, "sz")
            if half.isdigit():
                return int(half) / 2
        return 0

    def centred(self, properties: Element | None, paragraph: str) -> bool:
        """Tell whether a paragraph stands in the middle."""
        styles = (child(style, "pPr") for style in self.chain(paragraph or self.usual))
        said = (value(one, "jc") for one in (properties, *styles))
        return next((one for one in said if one), "") == "center"


def styles_of(root: Element | None) -> Styles:
    """Return the styles of a file; one without any has none."""
    if root is None:
        return Styles({}, None, "")
    styles = {str(s.get(W + "styleId", "")): s for s in root.iter(W + "style")}
    usual = (
        name for name, s in styles.items() if s.get(W + "type") == "paragraph" and s.get(W + "default") == "1"
    )
    return Styles(styles, child(root, "docDefaults"), next(usual, ""))
