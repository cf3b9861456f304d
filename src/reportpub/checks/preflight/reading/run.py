"""One content stream while it is read: its resources, its state, and the page it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from pikepdf import Name, Object, Stream

from reportpub.checks.preflight.reading.fonts import Font
from reportpub.checks.preflight.reading.marks import Mark, Paint, Remark
from reportpub.checks.preflight.reading.objects import entry, inner, name
from reportpub.checks.preflight.reading.outlines import Outline
from reportpub.checks.preflight.reading.state import Inked, State
from reportpub.geometry import IDENTITY, Box, Matrix, common


class Host(Protocol):
    """What a content stream needs of the page it belongs to."""

    number: int
    media: Box
    take: Callable[[Mark], None]
    inked: Inked

    def font(self, holder: Object) -> Font:
        """Return a font of the file."""

    def form(self, form: Stream, resources: Object, state: State, way: str, depth: int) -> None:
        """Read a form."""

    def pattern(
        self, found: object, resources: Object, area: Box, base: Matrix, way: str, depth: int
    ) -> None:
        """Read a pattern."""

    def shading(self, found: object, resources: Object, area: Box, way: str) -> None:
        """Hand over a gradient."""

    def mask(self, found: object, resources: Object, state: State, way: str, depth: int) -> None:
        """Read a soft mask."""

    def glyphs(self, font: Font, resources: Object) -> None:
        """Read the glyphs of a Type 3 font."""


class Run:
    """One reading of one content stream."""

    def __init__(self, host: Host, resources: Object, state: State, way: str, depth: int) -> None:
        """Begin with the state of the stream that calls this one."""
        self.host = host
        self.resources = resources
        self.state = state
        self.way = way
        self.depth = depth
        self.base = state.ctm
        self.stack: list[State] = []
        self.outline = Outline()
        self.text: Matrix = IDENTITY
        self.line: Matrix = IDENTITY
        self.in_text = False
        self.compatible = 0
        """How many sections are open in which unknown operators are allowed."""
        self.patterns: dict[bool, str] = {}
        """The pattern that fills (False) and that strokes (True), by its name."""
        self._said: set[tuple[str, str]] = set()

    def step(self, operator: str, operands: list[Object], table: Operators) -> None:
        """Do one operator."""
        known = table.get(operator)
        if known is None:
            if not self.compatible:
                self.remark("PDF.operator", operator[:20])
            return
        count, work = known
        if count is not None and len(operands) != count:
            self.remark("PDF.operator", f"{operator} with {len(operands)} operands, not {count}")
            return
        work(self, operands)

    def end(self) -> None:
        """End the stream; what was opened must have been closed."""
        if self.stack or self.in_text:
            self.remark("PDF.unclosed", "q" if self.stack else "BT")

    def remark(self, rule: str, value: str = "") -> None:
        """Hand over a remark, once for each stream."""
        if (rule, value) not in self._said:
            self._said.add((rule, value))
            self.host.take(Remark(rule=rule, where=self.way, value=value))

    def resource(self, kind: str, called: object) -> object:
        """Return a resource by its name; a remark where there is none."""
        found = entry(inner(self.resources, kind), str(called)) if isinstance(called, Name) else None
        if found is None:
            self.remark("PDF.resource", f"{kind[1:]} {name(called)}")
        return found

    def paint(self, *, stroke: bool, area: Box) -> Paint:
        """Return what paints an area now; a pattern is read on the way."""
        called = self.patterns.get(stroke)
        if called is not None:
            found = self.resource("/Pattern", Name(called))
            if found is not None:
                clipped = common(area, self.state.clip)
                way = f"{self.way}/{called[1:]}"
                self.host.pattern(found, self.resources, clipped, self.base, way, self.depth)
        return self.state.stroking() if stroke else self.state.filling()


Work = Callable[[Run, list[Object]], None]
Operators = Mapping[str, tuple[int | None, Work]]
"""Each operator with the number of its operands, where that is fixed, and what it does."""
