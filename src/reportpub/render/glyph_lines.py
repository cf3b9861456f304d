"""Lines of a paragraph as glyphs ready to be drawn, composed once for each text, width and style.

A line is kept as the operand of `TJ` (ISO 32000-1, 9.4.3): glyph codes with what to move between them, in
thousandths of the type size. What rounding loses is carried on, so that no error adds up along a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from math import ceil
from operator import attrgetter
from typing import Any

from reportpub.kept import Kept
from reportpub.render.glyph_engine import Style
from reportpub.render.glyph_faces import UNITS, Face, Faces, Glyph, Refused, Sign, choice
from reportpub.render.glyph_kept import KeptLines
from reportpub.render.glyph_set import Run, SetLine, Shown, with_soft_hyphen, with_space
from reportpub.render.glyph_strands import Text
from reportpub.typeset.compose import NOWHERE, Paragraph
from reportpub.typeset.lines import Line, Segment

ENDLESS = 1e6
"""A measure in em that nothing reaches."""

_FINE = 7
"""Digits of an em that tell two measures apart."""

_WORD_SPACE = 170.0
"""White between two words, in thousandths of the type size, below which some readers lose the space in it."""

_APART = 90.0
"""White between two glyphs, in thousandths of the type size, from which readers take it for a space."""

_LEFT = 80.0
"""What may be left of such white after spaces that are no text, in thousandths of the type size."""

_FIRST_HAN = "\u2e80"


class Setter:
    """Composes the paragraphs of one document and keeps what it composed."""

    def __init__(self, kept: Kept | None = None) -> None:
        """Begin without any face and any line but those that were `kept` before."""
        self._kept = KeptLines(kept)
        self._known: dict[int, Face] = {}
        self._faces: dict[tuple[Any, ...], Faces] = {}
        self._lines: dict[tuple[Any, ...], tuple[SetLine, ...]] = {}
        self._extents: dict[tuple[Any, ...], tuple[float, float]] = {}
        self._measured: dict[tuple[Any, ...], Paragraph] = {}
        """Paragraphs whose extent was asked for, and whose lines will be."""

    def faces(self, style: Style) -> Faces:
        """Return the faces of a style."""
        key = choice(style)
        known = self._faces.get(key)
        if known is None:
            known = self._faces[key] = Faces(style, self._known)
        return known

    def extent(self, text: Text) -> tuple[float, float]:
        """Return how narrow a paragraph can be and how wide it is on one line, in em."""
        said = _said(text)
        known = self._extents.get(said)
        if known is None:
            paragraph = self._measured[said] = _paragraph(text)
            least, whole = paragraph.extent()
            known = self._extents[said] = (whole if text.nowrap else least, whole)
        return known

    def set(
        self,
        text: Text,
        measure: float,
        indent: float,
        start: int = 0,
        whole: frozenset[int] = NOWHERE,
    ) -> tuple[SetLine, ...]:
        """Return the lines of a paragraph from a place on; measure and indent in em.

        `Refused` where it cannot be set. Words across a character of `whole` are not hyphened.
        """
        said = _said(text)
        measure = ENDLESS if text.nowrap else round(measure, _FINE)
        _, alone = self._extents.get(said, (0.0, ENDLESS))
        # What stands on one line is the same line in every column that is wide enough.
        key = (
            (said, text.setting)
            if alone <= measure - indent
            else (said, text.setting, measure, round(indent, _FINE), whole)
        )
        lines = self._lines.get(key)
        if start and lines and not whole:
            for at, line in enumerate(lines):
                if line.end == start:
                    return lines[at + 1 :]
        if start:
            key, lines = (*key, start), self._lines.get((*key, start))
        if lines is None:
            name = "" if start or whole else self._kept.name(text, measure, indent)
            lines = self._kept.find(name, text)
            paragraph = self._measured.pop(said, None)
            if lines is None:
                composed = (paragraph or _paragraph(text)).lines(measure, indent, text.setting, start, whole)
                if composed is None:
                    raise Refused("no fit")
                lines = self._kept.keep(name, tuple(_packed(composed, text, start)))
            self._lines[key] = lines
        return lines


def _said(text: Text) -> tuple[Any, ...]:
    """Return all on which it depends how a paragraph looks, its measure and its setting aside."""
    return (text.lang, text.pieces, *(id(strand.faces) for strand in text.strands))


def _paragraph(text: Text) -> Paragraph:
    return Paragraph.of(text.pieces, text.lang, _Shaper(tuple(strand.faces for strand in text.strands)))


def natural_width(line: SetLine, text: Text) -> float:
    """Return the width of a line with the white of its inline boxes, in em."""
    return sum(
        run.width
        + (text.pieces[run.source].before if run.opens else 0)
        + (text.pieces[run.source].after if run.closes else 0)
        for run in line.runs
    )


@dataclass(frozen=True, slots=True)
class _Shaper:
    """Widths for the composer, from the faces of each text box."""

    faces: tuple[Faces, ...]

    def width(self, source: int, text: str, halt: bool) -> float:  # noqa: FBT001  as the composer asks
        return self.faces[source].shape(text, halt=halt)[1]

    def advances(self, source: int, text: str) -> Sequence[float]:
        return self.faces[source].advances(text)


def _packed(lines: tuple[Line, ...], text: Text, start: int) -> Iterator[SetLine]:
    words = "".join(piece.text for piece in text.pieces)
    ends = tuple(accumulate(len(piece.text) for piece in text.pieces))
    for line in lines:
        runs = []
        stretches = [(source, tuple(own)) for source, own in groupby(line.segments, attrgetter("source"))]
        for at, (source, segments) in enumerate(stretches):
            following = stretches[at + 1][1][0].text if at + 1 < len(stretches) else " "
            piece = text.pieces[source]
            first = ends[source] - len(piece.text.lstrip())
            last = ends[source] - len(piece.text) + len(piece.text.rstrip())
            runs.append(
                _run(
                    source,
                    segments,
                    text,
                    opens=first >= start,
                    closes=last <= line.end,
                    bridged=not following.isspace(),
                )
            )
        if runs and line.hyphened:
            runs[-1] = with_soft_hyphen(runs[-1], text.strands[runs[-1].source].faces)
        elif line is not lines[-1] and runs and _spaced(words, line.end):
            runs[-1] = with_space(runs[-1], text.strands[runs[-1].source].faces)
        yield SetLine(tuple(runs), line.end, line.hyphened)
        start = line.end


def _spaced(words: str, end: int) -> bool:
    """Tell whether a space that readers must still find was dropped where a line ends."""
    if " " not in words[end - 1 : end + 1]:
        return False
    before, after = words[:end].rstrip()[-1:], words[end:].lstrip()[:1]
    return before < _FIRST_HAN and after < _FIRST_HAN


def _run(
    source: int, segments: tuple[Segment, ...], text: Text, *, opens: bool, closes: bool, bridged: bool
) -> Run:
    faces = text.strands[source].faces
    scale = text.pieces[source].scale
    operand = _Operand()
    width = 0.0
    for segment in segments:
        shaped, wide = faces.shape(segment.text, halt=segment.halt)
        for face, glyphs in shaped:
            operand.add(face, glyphs)
        operand.move(segment.extra / scale * UNITS)
        width += wide * scale + segment.extra
    said = "".join(segment.text for segment in segments)
    return Run(source, said, width, operand.shown(bridged=bridged), opens, closes)


class _Operand:
    """Operands of `TJ` in the making, one for each stretch of one face."""

    def __init__(self) -> None:
        self._done: list[Shown] = []
        self._face: Face | None = None
        self._parts: list[str] = []
        self._used: dict[int, Sign] = {}
        self._before: Glyph | None = None
        self._last: Glyph | None = None
        self._leads = False
        """Whether the text begins with a tight space, which the next glyph is to be read with."""
        self._moved = 0
        """How far the last glyph was moved back."""
        self._owed = 0.0
        """How far the next glyph is to be moved back, in thousandths of the type size."""

    def add(self, face: Face, glyphs: Sequence[Glyph]) -> None:
        for glyph in glyphs:
            white = glyph.shift - self._owed
            if white > _APART and glyph.said != " ":
                self._bridge(white)
            self._part(white)
            leads, self._leads = self._leads and face is self._face, False
            if face is not self._face:
                self._end()
                self._face = face
            self._put(glyph)
            if leads and self._before:
                self._joined(face, (self._before, glyph))

    def move(self, white: float) -> None:
        self._owed -= white

    def shown(self, *, bridged: bool) -> tuple[Shown, ...]:
        """Return what is to be drawn; `bridged` when other text follows on the line."""
        if bridged and -self._owed > _APART:
            self._bridge(-self._owed)
        self._part(-self._owed)
        self._end()
        return tuple(self._done)

    def _put(self, glyph: Glyph) -> None:
        back = self._owed - glyph.shift
        moved = round(back)
        self._parts.append(f">{moved}<{glyph.code}" if moved else glyph.code)
        self._used.setdefault(glyph.number, glyph.sign)
        self._before = self._last
        self._moved = moved
        self._owed = back - moved + glyph.shift + glyph.nominal - glyph.advance
        self._last = glyph

    def _bridge(self, white: float) -> None:
        """Fill the white after the last glyph with spaces that are no text."""
        last, face = self._last, self._face
        if last is None or face is None or not last.said.strip():
            return
        carried = self._parts.pop()
        space = last_space = face.space()
        wide = face.wide_space()
        if wide is not None and white > wide.nominal + _LEFT:
            last_space = wide
        self._end()
        count = max(0, ceil((white - last_space.nominal - _APART) / space.nominal))
        # PDFium takes the glyph to end where the last space begins: that one is moved as near as it may be.
        filled = count * space.nominal + last_space.nominal
        back = max(0, round(filled - white + _LEFT)) if count else 0
        ahead = f"{carried}{space.code * count}"
        operand = f"<{ahead}>{back}<{last_space.code}>" if back else f"<{ahead}{last_space.code}>"
        used = tuple(one.sign for one in (last, *([space] if count else []), last_space))
        self._done.append(Shown(face, operand.replace("<>", ""), used, last.said))
        self._owed += filled - back

    def _part(self, white: float) -> None:
        """Let those who measure white read a tight word space: one text with the glyph before it."""
        before, space, face = self._before, self._last, self._face
        if space is None or face is None or not space.said.isspace():
            return
        tight = space.nominal - self._moved + white < _WORD_SPACE
        if not tight or before is None:
            self._leads = tight
            return
        if not before.said.strip() or len(self._parts) < 2:  # noqa: PLR2004  it and its space
            return
        self._joined(face, (before, space))

    def _joined(self, face: Face, both: tuple[Glyph, Glyph]) -> None:
        """Make one text of the last two glyphs, of which one is a space."""
        operand = f"<{''.join(self._parts[-2:])}>".replace("<>", "")
        self._parts = self._parts[:-2]
        self._end()
        said = "".join(glyph.said for glyph in both)
        self._done.append(Shown(face, operand, tuple(glyph.sign for glyph in both), said))

    def _end(self) -> None:
        if self._parts and self._face is not None:
            operand = f"<{''.join(self._parts)}>".replace("<>", "")
            self._done.append(Shown(self._face, operand, tuple(self._used.values())))
        self._face, self._parts, self._used = None, [], {}
