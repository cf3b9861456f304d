"""The project's faces as a measure and as `@font-face` rules, for tests that need the real ones."""

from __future__ import annotations

from pathlib import Path

from reportpub.layout.fonts import Face, load_faces
from reportpub.render.charts.measure import CHINESE_MARKS, measuring

FACES = load_faces(Path(__file__).resolve().parents[3] / "fonts")
MEASURE = measuring(FACES)


def face_rules() -> str:
    """Return the rules of the two sans families; RP Sans Zh lacks the marks that Chinese has too."""
    upright = [face for face in FACES if face.family in {"RP Sans", "RP Hei"} and not face.italic]
    latin = [face for face in upright if face.family == "RP Sans"]
    chinese = [_rule(face, "RP Sans Zh", f"unicode-range: {_without_marks()};") for face in latin]
    return "\n".join([_rule(face, face.family, "") for face in upright] + chinese)


def _rule(face: Face, family: str, more: str) -> str:
    source = f'src: url("{face.file.as_uri()}")'
    return f"@font-face {{ font-family: '{family}'; font-weight: {face.weight}; {source}; {more} }}"


def _without_marks() -> str:
    ranges, start = [], 0x20
    for mark in sorted(map(ord, CHINESE_MARKS)):
        if mark > start:
            ranges.append(f"U+{start:X}-{mark - 1:X}")
        start = mark + 1
    return ", ".join([*ranges, f"U+{start:X}-2E7F"])
