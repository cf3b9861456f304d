"""Two ways to measure text for the composer: a table of round numbers, and the faces of fonts/."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import uharfbuzz as hb

FONTS = Path(__file__).parents[2] / "fonts"

HALF = "，、；：．。！？（）《》〈〉“”‘’「」『』【】〔〕〖〗［］｛｝·・"
LATIN_IN_CHINESE = "·—‘’“”…"
"""What Chinese text does not take from the Latin face."""


class TableShaper:
    """Han one em, marks one em or half, Latin letters by their class; no kerning."""

    def width(self, source: int, text: str, halt: bool) -> float:  # noqa: ARG002, FBT001
        """Return the sum of the characters' widths."""
        return sum(_table(character, halt=halt) for character in text)

    def advances(self, source: int, text: str) -> Sequence[float]:  # noqa: ARG002
        """Return where each character ends."""
        ends = [0.0]
        for character in text:
            ends.append(ends[-1] + _table(character, halt=False))
        return ends


@cache
def _table(character: str, *, halt: bool) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    if character in HALF and halt:
        return 0.5
    if unicodedata.east_asian_width(character) in "WF" or character in "—…“”‘’·":
        return 1.0
    if character in " \u00a0ijl.,;:'|!()[]-":
        return 0.25
    return 0.75 if character.isupper() or character in "mwMW%" else 0.5


class FaceShaper:
    """Widths by HarfBuzz: the Latin serif, and Song for what Chinese does not take from it."""

    def __init__(self, lang: str) -> None:
        """Open the faces for a language."""
        self._chinese = lang == "zh"
        self._song = _font("RPSong-Regular.ttf")
        self._serif = _font("RPSerif-Regular.ttf")
        self._known: dict[tuple[str, bool], list[float]] = {}

    def width(self, source: int, text: str, halt: bool) -> float:  # noqa: ARG002, FBT001
        """Return the width of a string set as one run."""
        return self._ends(text, halt=halt)[-1]

    def advances(self, source: int, text: str) -> Sequence[float]:  # noqa: ARG002
        """Return where each character of a string ends."""
        return self._ends(text, halt=False)

    def _ends(self, text: str, *, halt: bool) -> list[float]:
        ends = self._known.get((text, halt))
        if ends is None:
            ends = self._known[text, halt] = self._shape(text, halt=halt)
        return ends

    def _shape(self, text: str, *, halt: bool) -> list[float]:
        widths = [0.0] * len(text)
        begin = 0
        while begin < len(text):
            font, end = self._font_of(text[begin]), begin + 1
            while end < len(text) and self._font_of(text[end]) is font:
                end += 1
            buffer = hb.Buffer()
            buffer.add_str(text[begin:end])
            buffer.guess_segment_properties()
            if halt:
                buffer.script = "Hani"
            buffer.language = "zh-CN" if self._chinese else "en"
            hb.shape(font, buffer, {"halt": halt})
            clusters = [*(glyph.cluster for glyph in buffer.glyph_infos), end - begin]
            for place, first, after in zip(buffer.glyph_positions, clusters, clusters[1:], strict=False):
                # The letters of a ligature share it.
                for letter in range(first, max(after, first + 1)):
                    widths[begin + letter] += place.x_advance / font.face.upem / max(after - first, 1)
            begin = end
        ends = [0.0]
        for width in widths:
            ends.append(ends[-1] + width)
        return ends

    def _font_of(self, character: str) -> hb.Font:
        latin = self._serif.get_nominal_glyph(ord(character))
        if latin and not (self._chinese and character in LATIN_IN_CHINESE):
            return self._serif
        return self._song


@cache
def _font(name: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / name))))
