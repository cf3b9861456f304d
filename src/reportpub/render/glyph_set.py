"""Set lines as data, and their ends as those hear them who read on without seeing.

A line is kept as the operand of `TJ` (ISO 32000-1, 9.4.3): glyph codes with what to move between them, in
thousandths of the type size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportpub.render.glyph_faces import Face, Faces, Sign


@dataclass(frozen=True, slots=True)
class Shown:
    """Glyphs of one face: the operand of `TJ`, and every glyph in it once.

    With `bridged`, they are one glyph and white that must not be read as a space: together they stand for
    that text (ISO 32000-1, 14.9.4, ActualText).
    """

    face: Face
    operand: str
    glyphs: tuple[Sign, ...]
    bridged: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What one text box has on one line; `width` in em of the paragraph.

    `opens` and `closes` tell whether the text box begins and ends here.
    """

    source: int
    text: str
    width: float
    shown: tuple[Shown, ...]
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class SetLine:
    """A finished line; `end` is where the next one resumes; `hyphened` as the composer tells it."""

    runs: tuple[Run, ...]
    end: int
    hyphened: bool = False


def with_soft_hyphen(run: Run, faces: Faces) -> Run:
    """Let the hyphen that ends a line be read as a soft one: whoever reads on hears one word.

    Source: ISO 32000-1, 14.8.2.2.3 (hyphenation).
    """
    ((face, glyphs),) = faces.shape("-")[0]
    *before, last = run.shown
    code = glyphs[-1].code
    head, found, _ = last.operand.rpartition(f"{code}>")
    if last.face is not face or not found or last.bridged:
        return run
    words = f"{head}>".replace("<>", "")
    hyphen = Shown(face, f"<{code}>", (glyphs[-1].sign,), "\u00ad")
    shown = (replace(last, operand=words), hyphen) if words else (hyphen,)
    return replace(run, shown=(*before, *shown))


def with_space(run: Run, faces: Faces) -> Run:
    """Add a space at the end of a line, outside the measure, for those who read on without seeing."""
    ((face, glyphs),) = faces.shape(" ")[0]
    operand = f"<{glyphs[0].code}>"
    *before, last = run.shown
    if last.face is face and not last.bridged:
        shown = Shown(face, (last.operand + operand).replace("><", ""), (*last.glyphs, glyphs[0].sign))
        return Run(run.source, f"{run.text} ", run.width, (*before, shown), run.opens, run.closes)
    more = Shown(face, operand, (glyphs[0].sign,))
    return Run(run.source, f"{run.text} ", run.width, (*run.shown, more), run.opens, run.closes)
