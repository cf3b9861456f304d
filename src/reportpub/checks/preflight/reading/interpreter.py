"""Reads the content of a page as a press would: through forms, patterns, masks, pictures and appearances.

Source: ISO 32000-1, 7.8.2 and Annex A (operators), 8.10 (forms), 8.7.3 (patterns), 11.6.5 (soft masks).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Object,
    Page,
    Stream,
    parse_content_stream,
)

from reportpub.checks.preflight.reading.bounds import Budget
from reportpub.checks.preflight.reading.fonts import Font, read_font
from reportpub.checks.preflight.reading.marks import Group, Mark, Remark, Shading
from reportpub.checks.preflight.reading.object_operators import OBJECTS, inline
from reportpub.checks.preflight.reading.objects import (
    DEEPEST,
    EMPTY,
    MALFORMED,
    box,
    complaint,
    entry,
    inherited,
    inner,
    items,
    matrix,
    name,
    where,
    whole,
)
from reportpub.checks.preflight.reading.path_operators import PATHS
from reportpub.checks.preflight.reading.run import Run
from reportpub.checks.preflight.reading.spaces import space_of
from reportpub.checks.preflight.reading.state import Inked, State
from reportpub.checks.preflight.reading.state_operators import STATE
from reportpub.checks.preflight.reading.text_operators import TEXT
from reportpub.geometry import IDENTITY, Box, Matrix, common, multiplied, transformed

Taken = Callable[[Mark], None]
_DIRECT = (0, 0)
_OPERATORS = {**STATE, **PATHS, **TEXT, **OBJECTS}


@dataclass(slots=True)
class Shelf:
    """What pages share: the fonts met so far, by their number in the file."""

    budget: Budget
    fonts: dict[object, Font] = field(default_factory=dict)
    painted: set[tuple[int, int]] = field(default_factory=set)
    """The streams that were read, by their number in the file."""

    def font(self, holder: Object, page: int) -> Font:
        """Return a font, read once; one that is written where it is used is known by what it says."""
        key: object = holder.objgen if holder.objgen != _DIRECT else holder.unparse()
        if key not in self.fonts:
            self.fonts[key] = read_font(holder)
            self.fonts[key].page = page
        return self.fonts[key]


_EVERYWHERE: Box = (-1e7, -1e7, 1e7, 1e7)


def _appearing(look: Stream, rect: Box | None) -> Matrix:
    """Return what takes the appearance of an annotation to its place (ISO 32000-1, 12.5.5)."""
    bounds = box(entry(look, "/BBox"))
    if rect is None or bounds is None:
        return IDENTITY
    left, bottom, right, top = transformed(matrix(entry(look, "/Matrix")) or IDENTITY, bounds)
    across = (rect[2] - rect[0]) / (right - left) if right > left else 1.0
    up = (rect[3] - rect[1]) / (top - bottom) if top > bottom else 1.0
    return (across, 0.0, 0.0, up, rect[0] - left * across, rect[1] - bottom * up)


class Interpreter:
    """Reads one page and hands over each mark in the order of painting."""

    def __init__(self, number: int, media: Box, shelf: Shelf, take: Taken, take_unseen: Taken) -> None:
        """Begin a page; `take_unseen` gets what is read but prints only through something else: masks."""
        self.number = number
        self.media = media
        self.shelf = shelf
        self.take = take
        self.inked = Inked(media)
        self._take_unseen = take_unseen
        self._open: list[tuple[int, int]] = []
        self._tiles: set[tuple[int, int]] = set()
        self._masks: set[tuple[int, int]] = set()

    def page(self, page: Page) -> None:
        """Read a page: its group, its content and the appearances of its annotations."""
        found = inherited(page.obj, "/Resources")
        resources = found if isinstance(found, Object) else EMPTY
        self.group(entry(page.obj, "/Group"), resources, "page group", "page")
        self.content(page, resources, State(self.media), f"page {self.number}", 0)
        for annotation in items(entry(page.obj, "/Annots")):
            look = inner(inner(annotation, "/AP"), "/N")
            looks = [look] if isinstance(look, Stream) else [one for _, one in look.items()]
            for one in looks:
                if isinstance(one, Stream):
                    state = State(self.media, _appearing(one, box(entry(annotation, "/Rect"))))
                    self.form(one, EMPTY, state, where(one, "appearance"), 0)

    def content(self, holder: Page | Stream, resources: Object, state: State, way: str, depth: int) -> None:
        """Read one content stream with a state of its own."""
        if depth > DEEPEST:
            self.take(Remark(rule="PDF.depth", where=way))
            return
        self.shelf.painted.add(holder.objgen if isinstance(holder, Stream) else holder.obj.objgen)
        try:
            instructions = parse_content_stream(holder)
        except MALFORMED as broken:
            self.take(Remark(rule="PDF.content", where=way, value=complaint(broken)))
            return
        run = Run(self, resources, state, way, depth)
        try:
            self._execute(run, instructions)
        except MALFORMED as broken:
            self.take(Remark(rule="PDF.content", where=way, value=complaint(broken)))
        run.end()

    def _execute(
        self, run: Run, instructions: Iterable[ContentStreamInstruction | ContentStreamInlineImage]
    ) -> None:
        for one in instructions:
            self.shelf.budget.spend()
            if isinstance(one, ContentStreamInlineImage):
                inline(run, one)
            else:
                run.step(str(one.operator), [*one.operands], _OPERATORS)

    def font(self, holder: Object) -> Font:
        """Return a font of the file."""
        return self.shelf.font(holder, self.number)

    def form(
        self, form: Stream, resources: Object, state: State, way: str, depth: int, *, grouped: bool = True
    ) -> None:
        """Read a form as Do paints it (ISO 32000-1, 8.10.1); a mask has handed over its group already."""
        if form.objgen in self._open and form.objgen != _DIRECT:
            self.take(Remark(rule="PDF.recursion", where=way))
            return
        own = entry(form, "/Resources")
        found = own if isinstance(own, Object) else resources
        within = state.copy()
        within.ctm = multiplied(matrix(entry(form, "/Matrix")) or IDENTITY, state.ctm)
        bounds = box(entry(form, "/BBox"))
        if bounds is None:
            self.take(Remark(rule="PDF.resource", where=way, value="no BBox"))
        else:
            within.clip = common(state.clip, transformed(within.ctm, bounds))
        if entry(form, "/Ref") is not None:
            self.take(Remark(rule="X.reference", where=way))
        if entry(form, "/PS") is not None or name(entry(form, "/Subtype2")) == "PS":
            self.take(Remark(rule="X.postscript", where=way))
        if entry(form, "/OPI") is not None:
            self.take(Remark(rule="X.opi", where=way))
        if grouped:
            self.group(entry(form, "/Group"), found, way, "form")
        self._open.append(form.objgen)
        self.content(form, found, within, way, depth + 1)
        self._open.pop()

    def group(self, holder: object, resources: Object, way: str, role: str) -> None:
        """Hand over a transparency group, if there is one."""
        if name(entry(holder, "/S")) != "Transparency":
            return
        space = entry(holder, "/CS")
        known = None if space is None else space_of(space, resources)
        self.take(Group(where=way, space=known, role=role))

    def pattern(
        self, found: object, resources: Object, area: Box, base: Matrix, way: str, depth: int
    ) -> None:
        """Read a pattern that paints an area: a gradient as it is, a tile once for each page."""
        placing = multiplied(matrix(entry(found, "/Matrix")) or IDENTITY, base)
        if whole(entry(found, "/PatternType")) == 2:  # noqa: PLR2004
            self.shading(entry(found, "/Shading"), resources, area, way)
            return
        if not isinstance(found, Stream):
            self.take(Remark(rule="PDF.resource", where=way, value="no pattern"))
            return
        if found.objgen in self._tiles:
            return
        self._tiles.add(found.objgen)
        own = entry(found, "/Resources")
        # The tile is repeated until it fills the area, wherever its own place is.
        state = State(_EVERYWHERE, placing)
        self.content(found, own if isinstance(own, Object) else resources, state, way, depth + 1)

    def shading(self, found: object, resources: Object, area: Box, way: str) -> None:
        """Hand over a gradient."""
        if not isinstance(found, Object) or entry(found, "/ColorSpace") is None:
            self.take(Remark(rule="PDF.resource", where=way, value="no shading"))
            return
        space = space_of(entry(found, "/ColorSpace"), resources)
        self.take(Shading(box=area, where=way, space=space, dictionary=found))

    def mask(self, found: object, resources: Object, state: State, way: str, depth: int) -> None:
        """Read the group of a soft mask, which gives no ink itself but is in colours all the same."""
        group = entry(found, "/G")
        if not isinstance(group, Stream) or group.objgen in self._masks:
            return
        self._masks.add(group.objgen)
        own = entry(group, "/Resources")
        role = "luminosity" if name(entry(found, "/S")) == "Luminosity" else "alpha"
        self.group(entry(group, "/Group"), own if isinstance(own, Object) else resources, way, role)
        self._unseen(lambda: self.form(group, resources, state, way, depth, grouped=False))

    def glyphs(self, font: Font, resources: Object) -> None:
        """Read the procedures of a Type 3 font for their colours."""
        own = entry(font.holder, "/Resources")
        found = own if isinstance(own, Object) else resources
        for called, procedure in inner(font.holder, "/CharProcs").items():
            if isinstance(procedure, Stream):
                way = f"font {font.called}/{called[1:]}"
                self._unseen(partial(self.content, procedure, found, State(self.media), way, 1))

    def _unseen(self, work: Callable[[], None]) -> None:
        take, self.take = self.take, self._take_unseen
        inked, self.inked = self.inked, Inked(self.media)
        try:
            work()
        finally:
            self.take, self.inked = take, inked
