"""Every colour space that anything in a file is in, whether or not a page ever paints it.

Pages, forms, patterns, pictures, gradients, groups and the glyphs of drawn fonts are looked at one by one,
each with its own resources. Source: ISO 32000-1, 8.6 (colour), 8.9 (pictures), 11.6.6 (groups).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import Enum

from pikepdf import (
    ContentStreamInlineImage,
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    Stream,
    parse_content_stream,
)

from reportpub.checks.preflight.reading.objects import EMPTY, MALFORMED, entry, inherited, inner, name, where
from reportpub.checks.preflight.reading.spaces import CMYK, GRAY, RGB, Space, space_of
from reportpub.sentences import Sentence, say

_DEVICE = {"g": GRAY, "rg": RGB, "k": CMYK}
_COLOURS = frozenset({"sc", "scn", *_DEVICE})
_HEEDED = _COLOURS | {"cs", "q"}
"""Operators that matter here, in small letters; most do not."""


class What(Enum):
    """What is in a colour space."""

    COLOUR = "the colour"
    PICTURE = "a picture in"
    GROUP = "a transparency group in"
    GRADIENT = "a gradient in"


_SAID = {
    What.COLOUR: say("the colour"),
    What.PICTURE: say("a picture in"),
    What.GROUP: say("a transparency group in"),
    What.GRADIENT: say("a gradient in"),
}


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a colour space; `page` counts from 1, 0 is no page by itself. `numbers` are of a colour."""

    page: int
    where: str
    what: What
    space: Space
    numbers: str = ""

    def __str__(self) -> str:
        """Return the use as findings name it."""
        return self.said

    @property
    def said(self) -> Sentence:
        """Return the use in words."""
        space = f"{self.space} {self.numbers}".rstrip()
        return say("{what} {space}", what=_SAID[self.what], space=space)


Identity = tuple[int, int]
"""The number of an object."""


def inventory(pdf: Pdf, without: Container[Identity] = frozenset()) -> Iterator[Use]:
    """Yield each use of a colour space once; `without` are streams that are known already."""
    seen: set[Use] = set()
    for use in _every(pdf, without):
        if use not in seen:
            seen.add(use)
            yield use


def _every(pdf: Pdf, without: Container[Identity]) -> Iterator[Use]:
    for number, page in enumerate(pdf.pages, start=1):
        if page.obj.objgen in without:
            continue
        found = inherited(page.obj, "/Resources")
        resources = found if isinstance(found, Object) else EMPTY
        yield from _holder(page, page.obj, resources, number, f"page {number}")
    for one in pdf.objects:
        if isinstance(one, Stream) and one.objgen not in without:
            yield from _stream(one, entry(one, "/Resources"))
        elif name(entry(one, "/Subtype")) == "Type3":
            for glyph in inner(one, "/CharProcs").as_dict().values():
                if isinstance(glyph, Stream) and glyph.objgen not in without:
                    yield from _content(glyph, inner(one, "/Resources"), 0, where(glyph, "glyph"))


def _stream(one: Stream, own: object) -> Iterator[Use]:
    match name(entry(one, "/Subtype")):
        case "Image":
            given = entry(one, "/ColorSpace")
            if given is not None:
                yield Use(0, where(one, "picture"), What.PICTURE, space_of(given))
        case "Form":
            resources = own if isinstance(own, Object) else EMPTY
            yield from _holder(one, one, resources, 0, where(one, "form"))
        case _ if entry(one, "/PatternType") is not None:
            resources = own if isinstance(own, Object) else EMPTY
            yield from _holder(one, one, resources, 0, where(one, "pattern"))
        case _:
            pass


def _holder(content: Page | Stream, holder: Object, resources: Object, page: int, way: str) -> Iterator[Use]:
    """Yield what a page, a form or a tile uses, and the gradients it keeps."""
    space = entry(inner(holder, "/Group"), "/CS")
    if space is not None:
        yield Use(page, way, What.GROUP, space_of(space, resources))
    patterns = [inner(one, "/Shading") for one in _values(resources, "/Pattern")]
    for one in (*_values(resources, "/Shading"), *patterns):
        given = entry(one, "/ColorSpace")
        if given is not None:
            yield Use(page, way, What.GRADIENT, space_of(given, resources))
    yield from _content(content, resources, page, way)


def _values(resources: Object, kind: str) -> tuple[Object, ...]:
    found = inner(resources, kind)
    return tuple(found.as_dict().values()) if isinstance(found, Dictionary) else ()


def _content(holder: Page | Stream, resources: Object, page: int, way: str) -> Iterator[Use]:
    try:
        instructions = parse_content_stream(holder)
    except MALFORMED:
        return  # what cannot be read is told of by those who read it
    now = {True: GRAY, False: GRAY}
    stack: list[dict[bool, Space]] = []
    for one in instructions:
        if isinstance(one, ContentStreamInlineImage):
            given = entry(one.iimage.obj, "/ColorSpace") or entry(one.iimage.obj, "/CS")
            if given is not None:
                yield Use(page, way, What.PICTURE, space_of(given, resources))
            continue
        operator = str(one.operator)
        called = operator.lower()
        if called not in _HEEDED:
            continue
        stroke, operands = operator.isupper(), [*one.operands]
        if operator == "q":
            stack.append(dict(now))
        elif operator == "Q" and stack:
            now = stack.pop()
        elif called == "cs" and operands:
            now[stroke] = space_of(operands[0], resources)
        elif called in _COLOURS:
            now[stroke] = _DEVICE.get(called, now[stroke])
            numbers = " ".join(f"{float(value):g}" for value in operands if not isinstance(value, Name))
            yield Use(page, way, What.COLOUR, now[stroke], numbers)
