"""Set lines as JSON, kept from one build to the next and between editions whose measures agree.

A paragraph is found again by its words, its measure, and the faces of its characters, by their bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from reportpub.kept import Kept
from reportpub.render.glyph_faces import Face, Sign
from reportpub.render.glyph_set import Run, SetLine, Shown
from reportpub.render.glyph_strands import Text

_SHORTEST = 40
"""Characters; to set fewer takes no longer than to look for them."""


class KeptLines:
    """The lines that were set before, as one document asks for them."""

    def __init__(self, kept: Kept | None) -> None:
        """Begin with the place where lines are kept, if there is one."""
        self._kept = kept

    def name(self, text: Text, measure: float, indent: float) -> str:
        """Return the name of the lines of a paragraph; an empty one where they are not to be kept."""
        if self._kept is None or sum(len(piece.text) for piece in text.pieces) < _SHORTEST:
            return ""
        strands = []
        for strand, piece in zip(text.strands, text.pieces, strict=True):
            identity = strand.faces.identity(piece.text)
            if identity is None:
                return ""
            strands.append((identity, astuple(piece)))
        asked = (text.lang, text.setting.value, text.nowrap, measure, indent, strands)
        return self._kept.name("lines", json.dumps(asked, ensure_ascii=False))

    def find(self, name: str, text: Text) -> tuple[SetLine, ...] | None:
        """Return the lines of a name, drawn with the faces of a paragraph, if they were set before."""
        found = self._kept.get(name) if self._kept and name else None
        if found is None:
            return None
        faces = [strand.faces.by_digest() for strand in text.strands]
        return tuple(
            SetLine(tuple(_run(run, faces[run[0]]) for run in runs), end, hyphened)
            for runs, end, hyphened in json.loads(found)
        )

    def keep(self, name: str, lines: tuple[SetLine, ...]) -> tuple[SetLine, ...]:
        """Keep lines under their name, and return them."""
        if self._kept and name:
            told = [([_told(run) for run in line.runs], line.end, line.hyphened) for line in lines]
            self._kept.put(name, json.dumps(told, ensure_ascii=False).encode())
        return lines


def _told(run: Run) -> list[Any]:
    shown = [(one.face.digest, one.operand, one.glyphs, one.bridged) for one in run.shown]
    return [run.source, run.text, run.width, shown, run.opens, run.closes]


def _run(told: list[Any], faces: Mapping[str, Face]) -> Run:
    source, text, width, shown, opens, closes = told
    parts = tuple(
        Shown(faces[digest], operand, tuple(Sign(*glyph) for glyph in glyphs), bridged)
        for digest, operand, glyphs, bridged in shown
    )
    return Run(source, text, width, parts, opens, closes)
