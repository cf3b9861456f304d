"""A style as data, and its properties written in the order the schema asks for.

Source: ECMA-376 part 1, 17.3.1.26 (pPr), 17.3.2.28 (rPr), 17.7.4.17 (style).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportpub.layout.style_names import BUILT_IN
from reportpub.render.docx.look import twips
from reportpub.render.docx.oxml import escaped

Face = Literal["", "text", "head", "kai"]
Side = Literal["top", "left", "bottom", "right"]

NOT_OFFERED = 99
"""The priority of styles that Word does not offer in its gallery."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """One edge of a paragraph: thickness and distance in points."""

    side: Side
    width: float
    colour: str
    space: int = 0
    line: str = "single"

    def xml(self) -> str:
        """Return the edge; Word counts its thickness in eighths of a point."""
        size = round(self.width * 8)
        place = f' w:space="{self.space}" w:color="{self.colour}"'
        return f'<w:{self.side} w:val="{self.line}" w:sz="{size}"{place}/>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A paragraph style: lengths in points, a leading of 0 means single spacing.

    `first` indents the first line, or hangs it when negative; `ems` says the same in ems, which follow the
    size.
    `number` is a numbering id and level; a numbering id of 0 takes an inherited number away. A shape that
    `inherits` says nothing of spacing, indents and alignment, and so keeps those of the style it is based on.
    """

    name: str
    based: str = "Normal"
    following: str = ""
    priority: int = 99
    gallery: bool = False
    face: Face = ""
    size: float = 0
    leading: float = 0
    bold: bool | None = None
    italic: bool | None = None
    colour: str = ""
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    first: float = 0
    ems: float = 0
    align: Literal["left", "right", "center", "both"] = "left"
    together: bool = False
    next_too: bool = False
    new_page: bool = False
    borders: tuple[Border, ...] = ()
    shade: str = ""
    tab: float = 0
    leader: str = ""
    number: tuple[int, int] | None = None
    outline: int | None = None
    inherits: bool = False

    @property
    def id(self) -> str:
        """Return the id of the style, which is its name without spaces."""
        return identifier(self.name)


def paragraph_style(shape: Shape, kai: str) -> str:
    """Return the w:style of a paragraph style."""
    custom = "" if shape.name in BUILT_IN else ' w:customStyle="1"'
    default = ' w:default="1"' if shape.id == "Normal" else ""
    based = f'<w:basedOn w:val="{shape.based}"/>' if shape.id != "Normal" else ""
    following = f'<w:next w:val="{shape.following}"/>' if shape.following else ""
    gallery = "<w:qFormat/>" if shape.gallery else ""
    properties = run_properties(shape, kai)
    dressed = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{shape.id}">'
        f'<w:name w:val="{escaped(shape.name)}"/>'
        f'{based}{following}<w:uiPriority w:val="{shape.priority}"/>{gallery}'
        f"<w:pPr>{paragraph_properties(shape)}</w:pPr>{dressed}</w:style>"
    )


def character_style(name: str, properties: str, priority: int = 99) -> str:
    """Return the w:style of a character style; its id is its name without spaces."""
    custom = "" if name in BUILT_IN else ' w:customStyle="1"'
    told = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    offered = "<w:qFormat/>" if priority < NOT_OFFERED else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId="{identifier(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="{priority}"/>'
        f"{offered}{told}</w:style>"
    )


def identifier(name: str) -> str:
    """Return the id of a style as Word makes it of a name: `heading 1 EN` is `Heading1EN`."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def fonts(face: Face, kai: str = "") -> str:
    """Return the attributes of w:rFonts for a face: the theme's text or heading faces, or Kai for Han."""
    if not face:
        return ""
    kind = "major" if face == "head" else "minor"
    han = f'w:eastAsia="{kai}"' if face == "kai" else f'w:eastAsiaTheme="{kind}EastAsia"'
    # A theme face wins over a named one, so Kai must not carry the theme's attribute.
    return f'w:asciiTheme="{kind}HAnsi" w:hAnsiTheme="{kind}HAnsi" {han} w:cstheme="{kind}Bidi"'


def paragraph_properties(shape: Shape) -> str:
    """Return the content of w:pPr."""
    parts = [
        "<w:keepNext/>" if shape.next_too else "",
        "<w:keepLines/>" if shape.together else "",
        "<w:pageBreakBefore/>" if shape.new_page else "",
        "<w:widowControl/>" if shape.id == "Normal" else "",
        _number(shape.number),
        f"<w:pBdr>{''.join(b.xml() for b in shape.borders)}</w:pBdr>" if shape.borders else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{shape.shade}"/>' if shape.shade else "",
        _tab(shape),
        "" if shape.inherits else _set(shape),
        f'<w:outlineLvl w:val="{shape.outline}"/>' if shape.outline is not None else "",
    ]
    return "".join(parts)


def _set(shape: Shape) -> str:
    return f'<w:snapToGrid w:val="0"/>{_spacing(shape)}{_indent(shape)}<w:jc w:val="{shape.align}"/>'


def _number(number: tuple[int, int] | None) -> str:
    if number is None:
        return ""
    level = f'<w:ilvl w:val="{number[1]}"/>' if number[0] else ""
    return f'<w:numPr>{level}<w:numId w:val="{number[0]}"/></w:numPr>'


def _tab(shape: Shape) -> str:
    if not shape.tab:
        return ""
    leader = f' w:leader="{shape.leader}"' if shape.leader else ""
    return f'<w:tabs><w:tab w:val="right"{leader} w:pos="{twips(shape.tab)}"/></w:tabs>'


def _spacing(shape: Shape) -> str:
    line = (
        f'w:line="{twips(shape.leading)}" w:lineRule="exact"'
        if shape.leading
        else 'w:line="240" w:lineRule="auto"'
    )
    return f'<w:spacing w:before="{twips(shape.before)}" w:after="{twips(shape.after)}" {line}/>'


def _indent(shape: Shape) -> str:
    first = shape.ems * shape.size or shape.first
    kind = "hanging" if first < 0 else "firstLine"
    chars = f' w:{kind}Chars="{round(abs(shape.ems) * 100)}"'
    sides = f'w:left="{twips(shape.left)}" w:right="{twips(shape.right)}"'
    return f'<w:ind {sides}{chars} w:{kind}="{twips(abs(first))}"/>'


def run_properties(shape: Shape, kai: str) -> str:
    """Return the content of w:rPr."""
    parts = [
        f"<w:rFonts {fonts(shape.face, kai)}/>" if shape.face else "",
        _toggle("b", on=shape.bold),
        _toggle("i", on=shape.italic),
        f'<w:color w:val="{shape.colour}"/>' if shape.colour else "",
        f'<w:sz w:val="{round(shape.size * 2)}"/><w:szCs w:val="{round(shape.size * 2)}"/>'
        if shape.size
        else "",
    ]
    return "".join(parts)


def _toggle(name: str, *, on: bool | None) -> str:
    if on is None:
        return ""
    value = "" if on else ' w:val="0"'
    return f"<w:{name}{value}/><w:{name}Cs{value}/>"
