"""The style sheets of an edition in order: faces, tokens, the page of the job, then the layout's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportpub.layout.fonts import Face
from reportpub.layout.layout import Layout
from reportpub.layout.spread import Spread
from reportpub.layout.tokens import Margins
from reportpub.model.job import Job

LATIN_IN_CHINESE = "U+0020-007E, U+00A0-00B6, U+00B8-024F, U+2013, U+2212"
"""What Chinese text takes from the Latin faces: not · — ‘ ’ “ ” …, which are full-width there (CLREQ 3.1)."""

_TWINS: Mapping[str, str] = {"RP Serif": "RP Serif Zh", "RP Sans": "RP Sans Zh"}


def style_sheets(layout: Layout, faces: Iterable[Face], job: Job) -> tuple[str, ...]:
    """Return the text of every style sheet, ready for the wrapper."""
    return (font_faces(faces), layout.tokens.css(), _page(layout.tokens.margins, job), *layout.css)


def cover_sheets(layout: Layout, faces: Iterable[Face], job: Job, cover: Spread) -> tuple[str, ...]:
    """Return the text of every style sheet of a cover that is a sheet of its own."""
    measures = {
        "sheet-width": cover.width,
        "back-at": cover.back,
        "spine-at": cover.spine_at,
        "spine": cover.spine,
        "front-at": cover.front,
        "flap-at": cover.front + cover.trim[0],
        "flap": cover.flaps,
    }
    said = " ".join(f"--{name}: {value:g}mm;" for name, value in measures.items())
    bleed = job.bleed.most
    page = f"@page {{ size: {cover.width:g}mm {cover.height:g}mm; bleed: {bleed:g}mm; marks: none; }}\n"
    before = style_sheets(layout, faces, job)
    return (*before, f":root {{ {said} }}\n", layout.cover, page)


def font_faces(faces: Iterable[Face]) -> str:
    """Return the `@font-face` rules; each Latin face stands a second time for use within Chinese."""
    rules = []
    for face in faces:
        rules.append(_face(face, face.family))
        if face.family in _TWINS:
            rules.append(_face(face, _TWINS[face.family], f" unicode-range: {LATIN_IN_CHINESE};"))
    return "\n".join(rules)


def _face(face: Face, family: str, more: str = "") -> str:
    style = "italic" if face.italic else "normal"
    return (
        f'@font-face {{ font-family: "{family}"; src: url("{face.file.as_uri()}"); '
        f"font-weight: {face.weight}; font-style: {style};{more} }}"
    )


def _page(margins: Margins, job: Job) -> str:
    """Return the page of the job with its bleed, no marks of the engine's own; the same for style sheets.

    `--trim-width`, `--trim-height` and `--bleed`, the widest of the four, are for what runs off the page.
    """
    width, height = job.trim
    bleed = job.bleed.most
    top, bottom, inner, outer = margins.top, margins.bottom, margins.inner, margins.outer
    return (
        f"@page {{ size: {width:g}mm {height:g}mm; bleed: {bleed:g}mm; marks: none; }}\n"
        f"@page :left {{ margin: {top:g}mm {inner:g}mm {bottom:g}mm {outer:g}mm; }}\n"
        f"@page :right {{ margin: {top:g}mm {outer:g}mm {bottom:g}mm {inner:g}mm; }}\n"
        f":root {{ --trim-width: {width:g}mm; --trim-height: {height:g}mm; --bleed: {bleed:g}mm; }}\n"
    )
