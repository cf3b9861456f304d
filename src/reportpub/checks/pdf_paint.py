"""What a PDF paints with: the colour space of every colour, picture, group and gradient on every page.

Pages, forms, patterns, soft masks, appearances of annotations, glyph procedures of Type 3 fonts and pictures
written into the content are all walked. Source: ISO 32000-1, 8.6 (colour), 8.9 (pictures), 11.6.6 (groups).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    Stream,
    parse_content_stream,
)


class Kind(Enum):
    """What paints."""

    COLOUR = "the colour"
    PICTURE = "a picture in"
    GROUP = "a transparency group in"
    GRADIENT = "a gradient in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One use of a colour space; pages count from 1, `place` names the stream, `numbers` a colour."""

    page: int
    place: str
    kind: Kind
    space: str
    numbers: str = ""


_FIXED = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
_SHORT = {"/G": "DeviceGray", "/RGB": "DeviceRGB", "/CMYK": "DeviceCMYK"}
_ICC = {1: "ICC grey", 3: "ICC RGB", 4: "ICC CMYK"}


def uses(pdf: Pdf) -> tuple[Use, ...]:
    """Return every use of a colour space in a document, once each, in the order of the pages."""
    walk = _Walk()
    for number, page in enumerate(pdf.pages, start=1):
        walk.page(number, page)
    walk.rest()
    return tuple(dict.fromkeys(walk.found))


def space_name(space: Object, resources: Object) -> str:
    """Return the name of a colour space, looked up in the resources where it is only called by a name."""
    if isinstance(space, Name):
        known = resources.get("/ColorSpace", Dictionary())
        name = str(space)
        if name in known and not (isinstance(known[name], Name) and known[name] == space):
            return space_name(known[name], resources)
        return _SHORT.get(name, name[1:])
    if not isinstance(space, Array):
        return "unknown"
    match str(space[0])[1:]:
        case "ICCBased":
            return _ICC.get(int(space[1].get("/N", 0)), "ICC")
        case "Indexed" | "I":
            return space_name(space[1], resources)
        case "Pattern" if len(space) > 1:
            return space_name(space[1], resources)
        case "Separation":
            return f"Separation {str(space[1])[1:]}"
        case other:
            return other


@dataclass(slots=True)
class _Walk:
    found: list[Use] = field(default_factory=list)
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _resources: list[tuple[int, Object]] = field(default_factory=list)

    def page(self, number: int, page: Page) -> None:
        resources: Object = page.resources
        self._group(number, "page", page.obj, resources)
        self._stream(number, "content", page, resources)
        for annotation in page.obj.get("/Annots", Array()):
            for look in annotation.get("/AP", Dictionary()).values():
                for stream in [look] if isinstance(look, Stream) else look.values():
                    self._child(number, "annotation", stream, resources)

    def rest(self) -> None:
        """Walk what lies in the resources and is never called."""
        for number, resources in self._resources:
            for kind in ("/XObject", "/Pattern", "/Shading", "/ExtGState"):
                for name, value in resources.get(kind, Dictionary()).items():
                    self._resource(number, kind, name, value, resources)
            for name, font in resources.get("/Font", Dictionary()).items():
                for glyph in font.get("/CharProcs", Dictionary()).values():
                    self._child(number, f"font {name}", glyph, font.get("/Resources", resources))

    def _stream(self, number: int, place: str, holder: Page | Stream, resources: Object) -> None:
        self._resources.append((number, resources))
        spaces = {"fill": "DeviceGray", "stroke": "DeviceGray"}
        stack: list[dict[str, str]] = []
        for one in parse_content_stream(holder):
            if isinstance(one, ContentStreamInlineImage):
                self._inline(number, place, one, resources)
                continue
            operator = str(one.operator)
            side = "stroke" if operator.isupper() else "fill"
            if operator == "q":
                stack.append(dict(spaces))
            elif operator == "Q" and stack:
                spaces = stack.pop()
            elif operator in {"cs", "CS"}:
                spaces[side] = space_name(one.operands[0], resources)
            elif operator.lower() in {"sc", "scn", *_FIXED}:
                spaces[side] = _FIXED.get(operator.lower(), spaces[side])
                numbers = " ".join(f"{float(v):g}" for v in one.operands if not isinstance(v, Name))
                self._use(number, place, Kind.COLOUR, spaces[side], numbers)
            for kind, name in _called(operator, [*one.operands]):
                value = resources.get(kind, Dictionary()).get(name)
                if value is not None:
                    self._resource(number, kind, name, value, resources)

    def _resource(self, number: int, kind: str, name: str, value: Object, resources: Object) -> None:
        place = f"{name[1:]} (object {value.objgen[0]})"
        if kind == "/ExtGState":
            mask = value.get("/SMask")
            if isinstance(mask, Dictionary) and "/G" in mask:
                self._child(number, f"soft mask {place}", mask["/G"], resources)
        elif kind == "/Shading":
            self._gradient(number, place, value, resources)
        elif isinstance(value, Stream):
            self._child(number, place, value, resources)
        elif "/Shading" in value:
            self._gradient(number, place, value["/Shading"], resources)

    def _child(self, number: int, place: str, child: Object, resources: Object) -> None:
        if not isinstance(child, Stream) or child.objgen in self._seen:
            return
        self._seen.add(child.objgen)
        if child.get("/Subtype") != Name.Image:
            own = child.get("/Resources", resources)
            self._group(number, place, child, own)
            self._stream(number, place, child, own)
        elif "/ColorSpace" in child:
            self._use(number, place, Kind.PICTURE, space_name(child["/ColorSpace"], resources))

    def _group(self, number: int, place: str, holder: Object, resources: Object) -> None:
        space = holder.get("/Group", Dictionary()).get("/CS")
        if space is not None:
            self._use(number, place, Kind.GROUP, space_name(space, resources))

    def _gradient(self, number: int, place: str, shading: Object, resources: Object) -> None:
        self._use(number, place, Kind.GRADIENT, space_name(shading["/ColorSpace"], resources))

    def _inline(self, number: int, place: str, one: ContentStreamInlineImage, resources: Object) -> None:
        if one.iimage.image_mask:
            return
        space = one.iimage.obj.get("/ColorSpace", one.iimage.obj.get("/CS"))
        name = space_name(space, resources) if space is not None else "unknown"
        self._use(number, place, Kind.PICTURE, name)

    def _use(self, number: int, place: str, kind: Kind, space: str, numbers: str = "") -> None:
        self.found.append(Use(page=number, place=place, kind=kind, space=space, numbers=numbers))


def _called(operator: str, operands: list[Object]) -> Iterator[tuple[str, str]]:
    kind = {"Do": "/XObject", "gs": "/ExtGState", "sh": "/Shading"}.get(operator)
    if kind:
        yield kind, str(operands[0])
    elif operator in {"scn", "SCN"} and operands and isinstance(operands[-1], Name):
        yield "/Pattern", str(operands[-1])
