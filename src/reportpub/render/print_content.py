"""The content of a press file: CMYK and black only, with small black text and thin black rules overprinting.

Source: ISO 15930-7 (PDF/X-4); GWG 2022 SheetCMYK, R0009 and R0010 (overprint of black); ISO 32000-1, 8.6.7.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from math import hypot, sqrt

from pikepdf import ContentStreamInlineImage, Dictionary, Name

from reportpub.findings import Finding, error
from reportpub.render.content_streams import INLINE_IMAGE, Instruction, Matrix, Paint, Step, instruction
from reportpub.sentences import say

OVERPRINT, KNOCK_OUT = "/RPover", "/RPknock"
"""Names of the two graphics states, in the resources of every stream."""

SMALL_TEXT = 12.0
"""pt; black text below this size overprints."""
THIN_RULE = 2.0
"""pt; a black rule thinner than this overprints."""

_NEUTRAL = 0.004
"""How far the three numbers of a grey may lie apart: one step of eight bits."""

_BLACK = (0.0, 0.0, 0.0, 1.0)
_FILLED_TEXT = 0
_PATH = frozenset({"m", "l", "c", "v", "y", "h", "re"})
_FILLS = frozenset({"f", "F", "f*"})
_STROKES = frozenset({"S", "s"})
_PAINTS = _FILLS | _STROKES | {"B", "B*", "b", "b*", "n"}
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_MARKS = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})
_FOLLOWED = frozenset({"q", "Q", "w", "Tf", "Tr", "Tm", "BT"})
"""Operators that change what is remembered."""

Box = tuple[float, float, float, float]
Ink = tuple[float, ...] | None
"""Four numbers, or nothing when a pattern paints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    fill: Ink = _BLACK
    stroke: Ink = _BLACK
    width: float = 1.0
    font: str = ""
    size: float = 0.0
    mode: int = _FILLED_TEXT
    clip: Box | None = None
    overprint: bool = False


@dataclass(slots=True)
class _Path:
    instructions: list[Instruction] = field(default_factory=list)
    points: list[tuple[float, float]] = field(default_factory=list)
    rectangles: list[Box] = field(default_factory=list)
    clips: bool = False


@dataclass(slots=True)
class _Stream:
    page: int
    found: list[Finding]
    out: list[Instruction] = field(default_factory=list)
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    path: _Path = field(default_factory=_Path)
    text_scale: float = 1.0
    marks: list[bool] = field(default_factory=list)
    """Of each open marked content, whether it stays."""
    reopened: Instruction | None = None
    """A text object that begins where another has just ended: it need not, if it says where it stands."""

    def take(self, step: Step) -> None:
        operator = step.operator
        if self.reopened is not None:
            if operator == "Tm":
                self.out.pop()
            else:
                self.out.append(self.reopened)
            self.reopened = None
        if operator == "BT" and self.out and _is(self.out[-1], "ET"):
            self.reopened = step.instruction
            self.text_scale = 1.0
        elif operator == "Tf" and self._set_already(*step.instruction.operands):
            pass
        elif step.paint is not None:
            self._colour(step.paint, step)
        elif operator in _PATH:
            self._construct(step)
        elif operator in {"W", "W*"}:
            self.path.clips = True
            self.path.instructions.append(step.instruction)
        elif operator in _PAINTS:
            self._paint(step)
        elif operator in _MARKS:
            self._mark(operator, step)
        elif operator == INLINE_IMAGE:
            message = say("page {page}: a picture is written into the page", page=self.page)
            self.found.append(error("print/inline-image", message))
        else:
            if operator in _FOLLOWED:
                self._follow(operator, [*step.instruction.operands])
            if operator in _SHOWS:
                small = self.state.size * self.text_scale * scale(step.ctm) < SMALL_TEXT
                black = self.state.fill == _BLACK and self.state.mode == _FILLED_TEXT
                self._overprint(wanted=black and small)
            elif operator == "Do":
                self._overprint(wanted=False)
            self.out.append(step.instruction)

    def _set_already(self, font: object, size: object) -> bool:
        return (str(font), _float(size)) == (self.state.font, self.state.size)

    def _mark(self, operator: str, step: Step) -> None:
        """Keep what text stands for; tags have no use on a press."""
        if operator in {"BMC", "BDC"}:
            *_, properties = step.instruction.operands
            self.marks.append(isinstance(properties, Dictionary) and "/ActualText" in properties)
            stays = self.marks[-1]
        else:
            stays = operator == "EMC" and bool(self.marks) and self.marks.pop()
        if stays:
            self.out.append(step.instruction)

    def _follow(self, operator: str, operands: list[object]) -> None:
        match operator:
            case "q":
                self.stack.append(self.state)
            case "Q" if self.stack:
                self.state = self.stack.pop()
            case "w":
                self.state = replace(self.state, width=_float(operands[0]))
            case "Tf":
                self.state = replace(self.state, font=str(operands[0]), size=_float(operands[1]))
            case "Tr":
                self.state = replace(self.state, mode=int(_float(operands[0])))
            case "Tm":
                self.text_scale = hypot(_float(operands[2]), _float(operands[3]))
            case "BT":
                self.text_scale = 1.0
            case _:
                pass

    def _colour(self, paint: Paint, step: Step) -> None:
        if paint.space == "Pattern":
            self.out += [instruction("CS" if paint.stroke else "cs", Name.Pattern), step.instruction]
            ink: Ink = None
        else:
            ink = self._ink(paint)
            self.out.append(instruction("K" if paint.stroke else "k", *ink))
        self.state = replace(self.state, stroke=ink) if paint.stroke else replace(self.state, fill=ink)

    def _ink(self, paint: Paint) -> tuple[float, ...]:
        match paint.space, paint.numbers:
            case "DeviceCMYK", (_, _, _, _):
                return paint.numbers
            case "DeviceGray", (grey,):
                return (0.0, 0.0, 0.0, 1 - grey)
            case "DeviceRGB", (red, green, blue):
                if max(red, green, blue) - min(red, green, blue) <= _NEUTRAL:
                    return (0.0, 0.0, 0.0, 1 - (red + green + blue) / 3)
                shown = " ".join(f"{number:g}" for number in paint.numbers)
                hint = say("give the colour as device-cmyk(c m y k) in the layout or in the drawing")
                self.found.append(
                    error(
                        "print/rgb",
                        say("page {page}: the RGB colour {shown}", page=self.page, shown=shown),
                        None,
                        hint,
                    )
                )
            case _:
                message = say("page {page}: a colour in the space {space}", page=self.page, space=paint.space)
                hint = say("only device-cmyk() and greys can be printed")
                self.found.append(error("print/colour-space", message, None, hint))
        return _BLACK

    def _construct(self, step: Step) -> None:
        numbers = [float(value) for value in step.instruction.operands]
        if step.operator == "re":
            x, y, width, height = numbers
            self.path.rectangles.append((x, y, x + width, y + height))
            numbers = [x, y, x + width, y + height, x, y + height, x + width, y]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        self.path.points += (_placed(x, y, step.ctm) for x, y in pairs)
        self.path.instructions.append(step.instruction)

    def _paint(self, step: Step) -> None:
        path, self.path = self.path, _Path()
        area = _within(_bounds(path.points), self.state.clip)
        last: Instruction = step.instruction
        if step.operator in _FILLS:
            if path.points and _least(_bounds(path.points)) == 0:
                # A fill without area would be painted one device pixel wide.
                last = instruction("n")
            elif path.points:
                thin = _thickness(path, step) < THIN_RULE or _least(area) < THIN_RULE
                self._overprint(wanted=thin and self.state.fill == _BLACK)
        elif step.operator in _STROKES:
            thin = self.state.width * scale(step.ctm) < THIN_RULE
            self._overprint(wanted=thin and self.state.stroke == _BLACK)
        elif step.operator != "n":
            self._overprint(wanted=False)
        self.out += [*path.instructions, last]
        if path.clips and path.points:
            self.state = replace(self.state, clip=area)

    def _overprint(self, *, wanted: bool) -> None:
        if wanted is not self.state.overprint:
            self.out.append(instruction("gs", Name(OVERPRINT if wanted else KNOCK_OUT)))
            self.state = replace(self.state, overprint=wanted)


def inks(page: int, steps: Iterable[Step], found: list[Finding]) -> list[Instruction]:
    """Return the instructions of a stream in CMYK and black; what cannot be is added to the findings.

    A grey given in RGB is printed with black alone. Any other RGB colour is refused, for a colour that is
    silently converted is not the colour that was chosen. Only 100 % black overprints; marks of the logical
    structure go.
    """
    stream = _Stream(page, found)
    for step in steps:
        stream.take(step)
    return stream.out


def _is(one: Instruction, operator: str) -> bool:
    return not isinstance(one, ContentStreamInlineImage) and str(one.operator) == operator


def scale(matrix: Matrix) -> float:
    """Return by how much a matrix enlarges lengths."""
    a, b, c, d, _, _ = matrix
    return sqrt(abs(a * d - b * c))


def _float(value: object) -> float:
    return float(value) if isinstance(value, int | Decimal) else float(str(value))


def _placed(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (x * a + y * c + e, x * b + y * d + f)


def _bounds(points: list[tuple[float, float]]) -> Box | None:
    if not points:
        return None
    across, down = [x for x, _ in points], [y for _, y in points]
    return (min(across), min(down), max(across), max(down))


def _within(box: Box | None, clip: Box | None) -> Box | None:
    if box is None or clip is None:
        return box or clip
    return (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))


def _least(box: Box | None) -> float:
    return min(box[2] - box[0], box[3] - box[1]) if box else float("inf")


def _thickness(path: _Path, step: Step) -> float:
    # The four sides of a frame are drawn as one rectangle within another.
    if step.operator != "f*" or len(path.rectangles) != 2 or len(path.points) != 8:  # noqa: PLR2004
        return float("inf")
    one, other = path.rectangles
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) * scale(step.ctm)
