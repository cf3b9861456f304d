"""Shapes text with the very faces the engine will embed, and tells how wide it is.

Which face a character comes from is fontconfig's answer to the style's families and their `unicode-range`;
it is asked once per character through the engine's own Pango, for each character alone, so that no answer
depends on what else was asked. Shaping is HarfBuzz's, from the bytes of that face. Widths are in em of the
type size, glyph advances in thousandths of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple
from unicodedata import category

import uharfbuzz as hb
from weasyprint.text.ffi import ffi, pango
from weasyprint.text.fonts import (
    font_features,
    get_hb_object_data,
    get_pango_font_hb_face,
    get_pango_font_key,
)
from weasyprint.text.line_break import create_layout

from reportpub.render.glyph_engine import Style

UNITS = 1000
"""Glyph space of a PDF: thousandths of an em."""

_FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
_CHOICE = ("font_family", "font_weight", "font_style", "font_stretch", "lang", *_FEATURES)
"""Properties on which it depends how a character looks, its size aside."""

_APOSTROPHE = "’"
_APART = "\u2029"
"""Ends a paragraph (Unicode 23.2): Pango looks for the faces of each paragraph by itself."""
_FACELESS = frozenset({"Cc", "Zl", "Zp"})
"""Characters no face is asked for: controls, and what ends lines and paragraphs."""
_EN_SPACE = "\u2002"
_ENDS_IN_LIGATURE = re.compile("f[fijlt]$")
_NO_LIGATURE = {"liga": 0}


class Refused(Exception):
    """Text that cannot be composed, with the reason, one of `glyphruns.REASONS`."""


class Sign(NamedTuple):
    """What drawing needs to know of a glyph: its number, its own width, and what it stands for."""

    number: int
    nominal: int
    said: str


class Glyph(NamedTuple):
    """One glyph: its code in the content stream, own and set width, shift, and the characters it begins."""

    code: str
    number: int
    nominal: int
    advance: float
    shift: float
    said: str

    @property
    def sign(self) -> Sign:
        """Return what drawing needs to know of it."""
        return Sign(self.number, self.nominal, self.said)


class Face:
    """One font as the engine found it, with a HarfBuzz font over the same bytes."""

    def __init__(self, pango_font: object, kept: object, key: int) -> None:
        """Open a face; `kept` is the layout whose life the Pango font depends on."""
        self.pango_font = pango_font
        self.key = key
        self._widths: dict[int, int] = {}
        self._space: Glyph | None = None
        self._wide: tuple[Glyph | None, ...] = ()
        self._kept = kept
        self._data = get_hb_object_data(get_pango_font_hb_face(pango_font))
        self._font = hb.Font(hb.Face(hb.Blob(self._data)))
        self._scale = UNITS / self._font.face.upem

    @cached_property
    def digest(self) -> str:
        """Return the hash of its bytes."""
        return hashlib.sha256(self._data).hexdigest()

    def shape(self, text: str, features: Mapping[str, int], language: str, *, han: bool) -> tuple[Glyph, ...]:
        """Return the glyphs of a text in this face; `Refused` when one is missing or stands off the line."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if han:
            # A mark alone has no script; without one, the forms of the language (locl) are not applied.
            buffer.script = "Hani"
        if language:
            buffer.language = language
        hb.shape(self._font, buffer, features)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        shaped = []
        for info, position in zip(infos, positions, strict=True):
            number = info.codepoint
            if not number:
                raise Refused("missing glyph")
            if position.y_offset:
                raise Refused("raised glyph")
            end = ends.pop(info.cluster, None)
            said = text[info.cluster : end] if end is not None else ""
            shaped.append(
                Glyph(
                    f"{number:04x}",
                    number,
                    self._nominal(number),
                    position.x_advance * self._scale,
                    position.x_offset * self._scale,
                    said,
                )
            )
        return tuple(shaped)

    def space(self) -> Glyph:
        """Return the space of this face."""
        if self._space is None:
            (self._space,) = self.shape(" ", {}, "", han=False)
        return self._space

    def wide_space(self) -> Glyph | None:
        """Return the space of half an em, where this face has one."""
        if not self._wide:
            try:
                self._wide = self.shape(_EN_SPACE, {}, "", han=False)
            except Refused:
                self._wide = (None,)
        return self._wide[0]

    def _nominal(self, number: int) -> int:
        known = self._widths.get(number)
        if known is None:
            known = self._widths[number] = round(self._font.get_glyph_h_advance(number) * self._scale)
        return known


Shaped = tuple[tuple[Face, tuple[Glyph, ...]], ...]
"""The glyphs of a text, face by face."""


class Faces:
    """The faces of one style: shapes a text across them and measures it, remembering every answer."""

    def __init__(self, style: Style, known: dict[int, Face]) -> None:
        """Begin with the faces of a style; `known` are all faces of the document by the engine's key."""
        self._style = style
        self._known = known
        self._of: dict[str, Face] = {}
        self._shaped: dict[tuple[str, bool], tuple[Shaped, float]] = {}
        self._advances: dict[str, tuple[float, ...]] = {}
        self._language: str = style["lang"] or ""
        self._chinese = self._language.startswith("zh")
        # The composer sets the width of punctuation itself; spacing by context would set it twice.
        features = font_features(*(style[name] for name in _FEATURES)) | {"chws": 0}
        self._features: dict[str, int] = features
        self._halt: dict[str, int] = features | {"halt": 1}
        # A space comes from the face of what stands beside it: always the same thing.
        self._ask([" -"])

    def shape(self, text: str, *, halt: bool = False) -> tuple[Shaped, float]:
        """Return the glyphs of a text and its width in em; with `halt`, punctuation takes half its width."""
        known = self._shaped.get((text, halt))
        if known is None:
            self.meet(text)
            features = self._halt if halt else self._features
            if self._chinese and _ENDS_IN_LIGATURE.search(text):
                # White that must not be read as a space is filled behind one letter, not behind two.
                features = features | _NO_LIGATURE
            shaped = tuple(
                (face, face.shape("".join(run), features, self._language, han=halt))
                for face, run in self._runs(text, halt=halt)
            )
            width = sum(glyph.advance for _, glyphs in shaped for glyph in glyphs) / UNITS
            known = self._shaped[text, halt] = (shaped, width)
        return known

    def advances(self, text: str) -> Sequence[float]:
        """Return where each character of a text ends, in em, from 0.0 before the first."""
        known = self._advances.get(text)
        if known is None:
            reached = [0.0]
            for _, glyphs in self.shape(text)[0]:
                for glyph in glyphs:
                    # A word may be parted within a ligature: each of its letters has a share of it.
                    begin, letters = reached[-1], len(glyph.said)
                    reached += [begin + glyph.advance / UNITS * (n / letters) for n in range(1, letters + 1)]
                    if not letters:
                        reached[-1] += glyph.advance / UNITS
            known = self._advances[text] = tuple(reached)
        return known

    def by_digest(self) -> Mapping[str, Face]:
        """Return the faces met so far by the hash of their bytes."""
        return {face.digest: face for face in {*self._of.values()}}

    def identity(self, text: str) -> tuple[Any, ...] | None:
        """Return all on which it depends how a text looks; nothing where two faces have the same bytes."""
        self.meet(text)
        met = {*self._of.values()}
        if len({face.digest for face in met}) != len(met):
            return None
        # Hyphens and spaces are added where lines end.
        faces = (self._of[character] for character in f"{text}- ")
        runs = tuple((face.digest, len([*run])) for face, run in groupby(faces))
        return self._language, tuple(sorted(self._features.items())), runs

    def _runs(self, text: str, *, halt: bool) -> Iterator[tuple[Face, str]]:
        """Yield a text face by face; an apostrophe within a Latin word stays in the face of the word."""
        faces = [self._of[character] for character in text]
        if not halt:
            for at in range(1, len(text)):
                if text[at] == _APOSTROPHE and text[at - 1].isalpha():
                    faces[at] = faces[at - 1]
        start = 0
        for end in range(1, len(text) + 1):
            if end == len(text) or faces[end] is not faces[start]:
                yield faces[start], text[start:end]
                start = end

    def meet(self, text: str) -> None:
        """Find out the faces of all characters of a text at once, which is quicker than one by one."""
        new = {*text} - self._of.keys()
        if new:
            self._find(new)

    def _find(self, new: AbstractSet[str]) -> None:
        """Ask the engine for the faces of characters not seen before."""
        self._ask(sorted(one for one in new if category(one) not in _FACELESS))
        if new - self._of.keys():
            raise Refused("control character")

    def _ask(self, asked: Sequence[str]) -> None:
        """Ask for the faces of some texts, each a paragraph of its own to Pango."""
        layout = create_layout(_APART.join(asked), self._style, None, None, 0)
        encoded = layout.text.encode()
        for at in range(len(asked)):
            run = pango.pango_layout_get_line_readonly(layout.layout, at).runs[0]
            while run != ffi.NULL:
                item = run.data.item
                font = item.analysis.font
                key = get_pango_font_key(font)[0]
                if key not in self._known:
                    self._known[key] = Face(font, layout, key)
                for character in encoded[item.offset : item.offset + item.length].decode():
                    self._of[character] = self._known[key]
                run = run.next


def choice(style: Style) -> tuple[Any, ...]:
    """Return what two styles must agree in to share their faces."""
    return tuple(_settled(style[name]) for name in _CHOICE)


def _settled(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
