"""Operators that place and show text.

Source: ISO 32000-1, 9.3 and 9.4.
"""

from __future__ import annotations

from decimal import Decimal

from pikepdf import Array, Object, String

from reportpub.checks.preflight.reading.fonts import Font
from reportpub.checks.preflight.reading.marks import Text
from reportpub.checks.preflight.reading.objects import entry, inner, name, number
from reportpub.checks.preflight.reading.run import Operators, Run, Work
from reportpub.geometry import IDENTITY, Box, Matrix, apart, common, multiplied, transformed, upward

_ABOVE, _BELOW = 0.88, 0.12
"""em; how far a line of text is taken to reach above and below its baseline."""
_SAMPLE = 24
_INVISIBLE, _CLIPS_ONLY = 3, 7
_FILLS, _STROKES = frozenset({0, 2, 4, 6}), frozenset({1, 2, 5, 6})
_SPACE = 32


def _begin(run: Run, _: list[Object]) -> None:
    if run.in_text:
        run.remark("PDF.content", "BT within BT")
    run.in_text = True
    run.text = run.line = IDENTITY


def _end(run: Run, _: list[Object]) -> None:
    if not run.in_text:
        run.remark("PDF.content", "ET without BT")
    run.in_text = False


def _font(run: Run, operands: list[Object]) -> None:
    run.state.size = number(operands[1])
    run.state.font = None
    found = entry(inner(run.resources, "/Font"), str(operands[0]))
    if not isinstance(found, Object):
        run.remark("FONT.undefined", name(operands[0]))
        return
    font = run.host.font(found)
    run.state.font = font
    if font.kind == "Type3" and not font.used:
        run.host.glyphs(font, run.resources)


def _move_by(run: Run, x: float, y: float) -> None:
    run.text = run.line = multiplied((1, 0, 0, 1, x, y), run.line)


def _move(run: Run, operands: list[Object]) -> None:
    _move_by(run, number(operands[0]), number(operands[1]))


def _move_leading(run: Run, operands: list[Object]) -> None:
    run.state.leading = -number(operands[1])
    _move(run, operands)


def _next_line(run: Run, _: list[Object]) -> None:
    _move_by(run, 0, -run.state.leading)


def _next_line_show(run: Run, operands: list[Object]) -> None:
    _move_by(run, 0, -run.state.leading)
    _show(run, operands)


def _spaced(run: Run, operands: list[Object]) -> None:
    run.state.word_space, run.state.character_space = number(operands[0]), number(operands[1])
    _next_line_show(run, operands[2:])


def _matrix(run: Run, operands: list[Object]) -> None:
    a, b, c, d, e, f = (number(one) for one in operands)
    run.text = run.line = (a, b, c, d, e, f)


def _show(run: Run, operands: list[Object]) -> None:
    state, font = run.state, run.state.font
    if font is None:
        run.remark("FONT.undefined", "text without a font")
        return
    given = operands[0]
    advance, count, missing, words = _measured(run, font, [*given] if isinstance(given, Array) else [given])
    matrix = multiplied(run.text, state.ctm)
    if count:
        _hand_over(run, font, matrix, _extent(run, font, advance, count), words, missing)
    step = (0.0, advance) if font.encoding.endswith("V") else (advance, 0.0)
    run.text = multiplied((1, 0, 0, 1, *step), run.text)


def _measured(run: Run, font: Font, parts: list[object]) -> tuple[float, int, int, str]:
    """Return how far a string goes, and its codes: how many, how many without a glyph, and what they mean."""
    state = run.state
    size, spacing, word_space = state.size, state.character_space, state.word_space
    vertical = font.encoding.endswith("V")
    advance, count, missing = 0.0, 0, 0
    words: list[str] = []
    for part in parts:
        if isinstance(part, String):
            codes = font.codes(bytes(part))
            if not codes:
                continue
            count += len(codes)
            font.used.update(codes)
            missing += font.lacking(codes)
            words += [font.unicode.get(code, "\ufffd") for code in codes[: max(0, _SAMPLE - len(words))]]
            for code in codes:
                advance += (-size if vertical else font.width(code) * size) + spacing
                if code == _SPACE and not font.composite:
                    advance += word_space
        elif isinstance(part, (int, float, Decimal)):
            advance -= float(part) / 1000 * size
    return advance if vertical else advance * state.stretch, count, missing, "".join(words)


def _extent(run: Run, font: Font, advance: float, count: int) -> Box:
    size, rise = run.state.size, run.state.rise
    if font.encoding.endswith("V"):
        return (-size / 2, min(0.0, advance), size / 2, max(0.0, advance))
    if font.kind == "Type3":
        return (min(0.0, advance), rise, max(0.0, advance), rise + size * 0.8)
    del count
    return (min(0.0, advance), rise - _BELOW * size, max(0.0, advance), rise + _ABOVE * size)


def _hand_over(run: Run, font: Font, matrix: Matrix, extent: Box, words: str, missing: int) -> None:
    state = run.state
    if state.mode == _CLIPS_ONLY:
        return  # what is painted through the letters is met where it is painted
    box = transformed(matrix, extent)
    visible = state.mode != _INVISIBLE
    if visible and apart(box, state.clip):
        return
    fills, strokes = visible and state.mode in _FILLS, visible and state.mode in _STROKES
    text = Text(
        box=common(box, state.clip) if visible else box,
        where=run.way,
        fill=run.paint(stroke=False, area=box) if fills else None,
        stroke=run.paint(stroke=True, area=box) if strokes else None,
        font=font,
        size=abs(state.size) * upward(matrix),
        words=words,
        missing=missing,
        visible=visible,
        over=run.host.inked.under(box),
    )
    run.host.take(text)


def _keep(attribute: str, factor: float = 1.0) -> Work:
    def work(run: Run, operands: list[Object]) -> None:
        setattr(run.state, attribute, number(operands[0]) * factor)

    return work


def _mode(run: Run, operands: list[Object]) -> None:
    run.state.mode = int(number(operands[0]))


TEXT: Operators = {
    "BT": (0, _begin),
    "ET": (0, _end),
    "Tf": (2, _font),
    "Td": (2, _move),
    "TD": (2, _move_leading),
    "Tm": (6, _matrix),
    "T*": (0, _next_line),
    "Tj": (1, _show),
    "TJ": (1, _show),
    "'": (1, _next_line_show),
    '"': (3, _spaced),
    "Tc": (1, _keep("character_space")),
    "Tw": (1, _keep("word_space")),
    "Tz": (1, _keep("stretch", 0.01)),
    "TL": (1, _keep("leading")),
    "Ts": (1, _keep("rise")),
    "Tr": (1, _mode),
}
