"""The content streams of a PDF: what each instruction paints with, and every stream a page reaches.

Source: ISO 32000-1, 7.8.2 (content streams), 8.4 (graphics state), 8.6.8 (colour operators).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Page,
    Pdf,
    Stream,
    parse_content_stream,
    unparse_content_stream,
)

Instruction = ContentStreamInstruction | ContentStreamInlineImage
Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
INLINE_IMAGE = "INLINE IMAGE"

_DIRECT = (0, 0)
"""The number of an object that is written where it is used, and not once for all."""

_FIXED_SPACE = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
_INITIAL = {"DeviceGray": (0.0,), "DeviceRGB": (0.0, 0.0, 0.0), "DeviceCMYK": (0.0, 0.0, 0.0, 1.0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """A colour that an instruction sets, as the stream says it; `space` is the name used there."""

    space: str
    numbers: tuple[float, ...]
    stroke: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One instruction, the colour it sets if any, and the matrix in force from the start of the page."""

    operator: str
    instruction: Instruction
    paint: Paint | None
    ctm: Matrix


def instruction(operator: str, *operands: float | Object) -> ContentStreamInstruction:
    """Return a new instruction; numbers are rounded to four decimals."""
    rounded = [operand if isinstance(operand, Object) else decimal(operand) for operand in operands]
    return ContentStreamInstruction(rounded, Operator(operator))


def decimal(value: float) -> Decimal:
    """Return a number as it is written into a PDF: four decimals at most."""
    return Decimal(str(round(value, 4) + 0.0)).normalize() + 0


def multiplied(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that does the inner one first and then the outer one."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def steps(holder: Page | Stream, start: Matrix = IDENTITY) -> Iterator[Step]:
    """Yield the instructions of a page or stream with what they paint.

    A colour space that is set only to be followed by its colour is left out: the colour carries it.
    """
    parsed = [*parse_content_stream(holder)]
    names = [_name(one) for one in parsed]
    spaces = {"fill": "DeviceGray", "stroke": "DeviceGray"}
    ctm = start
    stack: list[tuple[dict[str, str], Matrix]] = []
    for index, (operator, one) in enumerate(zip(names, parsed, strict=True)):
        paint: Paint | None = None
        if operator == "q":
            stack.append((dict(spaces), ctm))
        elif operator == "Q" and stack:
            spaces, ctm = stack.pop()
        elif operator == "cm":
            ctm = multiplied(_matrix(one.operands), ctm)
        elif operator in {"cs", "CS"}:
            side = "stroke" if operator == "CS" else "fill"
            spaces[side] = str(one.operands[0])[1:]
            following = names[index + 1] if index + 1 < len(names) else ""
            if following in ({"SC", "SCN"} if side == "stroke" else {"sc", "scn"}):
                continue
            paint = Paint(space=spaces[side], numbers=_INITIAL.get(spaces[side], ()), stroke=side == "stroke")
        elif operator.lower() in {"sc", "scn", *_FIXED_SPACE}:
            side = "stroke" if operator.isupper() else "fill"
            spaces[side] = _FIXED_SPACE.get(operator.lower(), spaces[side])
            paint = Paint(space=spaces[side], numbers=_numbers(one.operands), stroke=side == "stroke")
        yield Step(operator=operator, instruction=one, paint=paint, ctm=ctm)


Turn = Callable[[int, Iterable[Step]], list[Instruction]]
"""Makes the new instructions of one stream; the number is that of the page, from 1."""


@dataclass(slots=True)
class Rewriting:
    """Rewrites the streams that the pages of a document reach, once each; remembers what it met.

    Images, forms, patterns, gradients and graphics states are listed with the first page that reaches them;
    `resources` are those of pages, forms and patterns. Images and forms are named anew, X1, X2 and so on: the
    engine names an image after the folder it was read from, and a file must not tell where it was made.
    """

    pdf: Pdf
    turn: Turn
    images: list[tuple[int, Stream]] = field(default_factory=list)
    forms: list[tuple[int, Stream]] = field(default_factory=list)
    patterns: list[tuple[int, Stream]] = field(default_factory=list)
    gradients: list[int] = field(default_factory=list)
    states: list[tuple[int, Object]] = field(default_factory=list)
    resources: list[Object] = field(default_factory=list)
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _used: set[tuple[int, int]] = field(default_factory=set)
    _names: dict[tuple[int, int], str] = field(default_factory=dict)

    def run(self) -> None:
        """Rewrite all pages; what no page reaches is taken out of their resources."""
        for number, page in enumerate(self.pdf.pages, start=1):
            data = self._stream(number, page, page.obj.get("/Resources", Dictionary()), IDENTITY)
            page.obj["/Contents"] = self.pdf.make_stream(data)
        for resources in self.resources:
            if "/XObject" in resources:
                met = [one for _, one in resources["/XObject"].items() if one.objgen in self._names]
                resources["/XObject"] = Dictionary({self._names[one.objgen]: one for one in met})
            patterns = resources.get("/Pattern", Dictionary())
            for name in [name for name, value in patterns.items() if value.objgen not in self._used]:
                del patterns[name]
            if "/Shading" in resources:
                del resources["/Shading"]

    def _stream(self, page: int, holder: Page | Stream, resources: Object, start: Matrix) -> bytes:
        used: dict[tuple[str, str], Matrix] = {}
        doing: set[int] = set()
        turned = self.turn(page, _noting(steps(holder, start), used, doing))
        objects = resources.get("/XObject", Dictionary())
        names = {
            name: self._names.setdefault(objects[name].objgen, f"/X{len(self._names) + 1}")
            for kind, name in used
            if kind == "/XObject" and name in objects
        }
        data = unparse_content_stream(_renamed(turned, names, doing))
        if all(known.objgen != resources.objgen or known.objgen == _DIRECT for known in self.resources):
            self.resources.append(resources)
        for (kind, name), ctm in used.items():
            target = resources.get(kind, Dictionary()).get(name)
            if target is not None:
                self._resource(page, kind, target, resources, ctm)
        return data

    def _resource(self, page: int, kind: str, target: Object, resources: Object, ctm: Matrix) -> None:
        if kind == "/ExtGState":
            self.states.append((page, target))
            mask = target.get("/SMask")
            if isinstance(mask, Dictionary) and isinstance(group := mask.get("/G"), Stream):
                self._used.add(group.objgen)
                self._child(page, group, resources, ctm)
            return
        self._used.add(target.objgen)
        if kind == "/Shading" or (kind == "/Pattern" and not isinstance(target, Stream)):
            self.gradients.append(page)
        elif isinstance(target, Stream):
            self._child(page, target, resources, ctm)

    def _child(self, page: int, child: Stream, resources: Object, ctm: Matrix) -> None:
        if child.objgen in self._seen:
            return
        self._seen.add(child.objgen)
        if child.get("/Subtype") == Name.Image:
            self.images.append((page, child))
            return
        pattern = "/PatternType" in child
        (self.patterns if pattern else self.forms).append((page, child))
        own = _matrix(child["/Matrix"]) if "/Matrix" in child else IDENTITY
        start = own if pattern else multiplied(own, ctm)
        child.write(self._stream(page, child, child.get("/Resources", resources), start))


def _noting(known: Iterable[Step], used: dict[tuple[str, str], Matrix], doing: set[int]) -> Iterator[Step]:
    """Yield steps and note what they use; `doing` gets the identities of those that paint an object."""
    kinds = {"Do": "/XObject", "gs": "/ExtGState", "sh": "/Shading"}
    for step in known:
        if step.operator in kinds:
            used.setdefault((kinds[step.operator], str(step.instruction.operands[0])), step.ctm)
            if step.operator == "Do":
                doing.add(id(step.instruction))
        elif step.paint is not None and step.paint.space == "Pattern" and step.instruction.operands:
            used.setdefault(("/Pattern", str(step.instruction.operands[-1])), step.ctm)
        yield step


def _renamed(known: list[Instruction], names: Mapping[str, str], doing: set[int]) -> list[Instruction]:
    # Each instruction asked for its operator is a new object; most are known not to be meant.
    if not doing:
        return known
    return [
        instruction("Do", Name(names[str(one.operands[0])]))
        if id(one) in doing and str(one.operands[0]) in names
        else one
        for one in known
    ]


def _name(one: Instruction) -> str:
    return INLINE_IMAGE if isinstance(one, ContentStreamInlineImage) else str(one.operator)


def _matrix(values: Iterable[Object]) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)


def _numbers(operands: Iterable[Object]) -> tuple[float, ...]:
    return tuple(float(value) for value in operands if not isinstance(value, Name))
