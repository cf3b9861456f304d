"""Operators that change the graphics state: saving, matrices, line widths, settings and colours.

Source: ISO 32000-1, 8.4.4, 8.6.8.
"""

from __future__ import annotations

from pikepdf import Name, Object

from reportpub.checks.preflight.reading.objects import name, number
from reportpub.checks.preflight.reading.run import Operators, Run, Work
from reportpub.checks.preflight.reading.settings import apply
from reportpub.checks.preflight.reading.spaces import Kind, Space, initial, space_of
from reportpub.geometry import multiplied

_MOST_NESTED = 28
"""Levels of q that every reader must know (ISO 32000-1, Annex C)."""
_INTENTS = frozenset({"AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual"})


def _save(run: Run, _: list[Object]) -> None:
    run.stack.append(run.state.copy())
    if len(run.stack) > _MOST_NESTED:
        run.remark("X.q-nesting")


def _restore(run: Run, _: list[Object]) -> None:
    if run.stack:
        run.state = run.stack.pop()
    else:
        run.remark("PDF.content", "Q without q")


def _concatenate(run: Run, operands: list[Object]) -> None:
    a, b, c, d, e, f = (number(one) for one in operands)
    run.state.ctm = multiplied((a, b, c, d, e, f), run.state.ctm)


def _settings(run: Run, operands: list[Object]) -> None:
    found = run.resource("/ExtGState", operands[0])
    if found is not None:
        apply(run, found, f"{run.way}/{name(operands[0])}")


def _intent(run: Run, operands: list[Object]) -> None:
    if name(operands[0]) not in _INTENTS:
        run.remark("X.rendering-intent", name(operands[0]))


def _width(run: Run, operands: list[Object]) -> None:
    run.state.width = abs(number(operands[0]))


def _colour(run: Run, space: Space, colour: tuple[float, ...], *, stroke: bool) -> None:
    run.patterns.pop(stroke, None)
    if stroke:
        run.state.stroke_space, run.state.stroke = space, colour
    else:
        run.state.fill_space, run.state.fill = space, colour


def _space(*, stroke: bool) -> Work:
    def work(run: Run, operands: list[Object]) -> None:
        space = space_of(operands[0], run.resources)
        _colour(run, space, initial(space), stroke=stroke)

    return work


def _device(called: str, *, stroke: bool) -> Work:
    device = Name(f"/{called}")

    def work(run: Run, operands: list[Object]) -> None:
        space = space_of(device, run.resources)
        _colour(run, space, tuple(number(one) for one in operands), stroke=stroke)

    return work


def _set(*, stroke: bool) -> Work:
    def work(run: Run, operands: list[Object]) -> None:
        colour = tuple(number(one) for one in operands if not isinstance(one, Name))
        space = run.state.stroke_space if stroke else run.state.fill_space
        if space.kind is Kind.PATTERN:
            wanted = space.below.components if space.below else 0
        else:
            wanted = space.components
        if len(colour) != wanted and space.kind is not Kind.UNDEFINED:
            run.remark("PDF.operator", f"{len(colour)} numbers for a colour in {space}")
        _colour(run, space, colour, stroke=stroke)
        if operands and isinstance(operands[-1], Name):
            run.patterns[stroke] = str(operands[-1])

    return work


def _nothing(_: Run, __: list[Object]) -> None:
    """Pass over dashes, joins and flatness, which change nothing that is checked."""


STATE: Operators = {
    "q": (0, _save),
    "Q": (0, _restore),
    "cm": (6, _concatenate),
    "gs": (1, _settings),
    "ri": (1, _intent),
    "w": (1, _width),
    "J": (1, _nothing),
    "j": (1, _nothing),
    "M": (1, _nothing),
    "d": (2, _nothing),
    "i": (1, _nothing),
    "cs": (1, _space(stroke=False)),
    "CS": (1, _space(stroke=True)),
    "sc": (None, _set(stroke=False)),
    "scn": (None, _set(stroke=False)),
    "SC": (None, _set(stroke=True)),
    "SCN": (None, _set(stroke=True)),
    "g": (1, _device("DeviceGray", stroke=False)),
    "G": (1, _device("DeviceGray", stroke=True)),
    "rg": (3, _device("DeviceRGB", stroke=False)),
    "RG": (3, _device("DeviceRGB", stroke=True)),
    "k": (4, _device("DeviceCMYK", stroke=False)),
    "K": (4, _device("DeviceCMYK", stroke=True)),
}
