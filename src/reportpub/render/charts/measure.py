"""The width of words in the faces of the project, as a drawing will set them.

Kerning, contextual spacing of marks and the room between Chinese and Latin letters are in the width. Source:
CLREQ 3.2.2 (mixed text; an eighth of an em here, as browsers have it).
"""

from __future__ import annotations

from functools import cache
from itertools import groupby, pairwise

import uharfbuzz as hb

from reportpub.layout.fonts import Face, coverage
from reportpub.render.charts.sheet import Measure
from reportpub.render.charts.wrapping import is_chinese, is_wide

BETWEEN_SCRIPTS = 0.125
"""em between a Chinese character and a Latin letter or figure."""

CHINESE_MARKS = frozenset("·—‘’“”…")
"""In Chinese these come from the Chinese face: the page's 'RP Sans Zh' leaves them out."""

_FEATURES = {"kern": True, "chws": True, "liga": False, "clig": False}
_BOLD, _REGULAR = 700, 400


def measuring(faces: tuple[Face, ...], latin: str = "RP Sans", chinese: str = "RP Hei") -> Measure:
    """Return a measure of words in a Latin and a Chinese family; the faces are read once."""
    found = {
        (family, bold): _face(faces, family, _BOLD if bold else _REGULAR)
        for family in (latin, chinese)
        for bold in (False, True)
    }

    @cache
    def width(text: str, bold: bool) -> float:  # noqa: FBT001  the cache wants positions
        letters, han = found[latin, bold], found[chinese, bold]
        kept = CHINESE_MARKS if is_chinese(text) else frozenset[str]()
        codes = coverage(letters)
        runs = [
            (is_latin, "".join(run))
            for is_latin, run in groupby(text, lambda c: ord(c) in codes and c not in kept)
        ]
        advances = sum(_advance(letters if is_latin else han, run) for is_latin, run in runs)
        joints = sum(_meet(a, b) for a, b in pairwise(text))
        return advances + joints * BETWEEN_SCRIPTS

    def measure(text: str, size: float, bold: bool) -> float:  # noqa: FBT001  the shape of Measure
        return width(text, bold) * size

    return measure


def _face(faces: tuple[Face, ...], family: str, weight: int) -> Face:
    upright = [face for face in faces if face.family == family and not face.italic]
    return min(upright, key=lambda face: abs(face.weight - weight))


def _meet(before: str, after: str) -> bool:
    """Return whether a Chinese character and a Latin letter or figure stand side by side."""
    return (_is_han(before) and _is_letter(after)) or (_is_letter(before) and _is_han(after))


def _is_han(character: str) -> bool:
    return is_wide(character) and character.isalpha()


def _is_letter(character: str) -> bool:
    return not is_wide(character) and character.isalnum()


@cache
def _font(face: Face) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(face.file))))


@cache
def _advance(face: Face, text: str) -> float:
    """Return the width of a run in one face in em."""
    font = _font(face)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, _FEATURES)
    return float(sum(glyph.x_advance for glyph in buffer.glyph_positions) / font.face.upem)
