"""What a build would stumble over: missing layouts, the job's profile, pictures, glyphs."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from reportpub.findings import ContentError, Finding, Span, error
from reportpub.inputs import Inputs, Refused
from reportpub.layout.conditions import condition
from reportpub.layout.fonts import Face, load_faces, missing_glyphs
from reportpub.layout.layout import find_layout, home
from reportpub.model.blocks import Figure
from reportpub.model.report import Report
from reportpub.model.text import Bilingual, Emph, Inlines, Lang, Link, Str, Strong
from reportpub.model.walk import texts

MOST_PIXELS = 60_000_000
"""An A3 page at 400 dots per inch has half as many; more only slows the build down."""

FORMATS = ("PNG", "JPEG")
"""What every output can show: PDF for press and screen, and Word."""

FAMILIES = {
    Lang.ZH: ("RP Song", "RP Hei"),
    Lang.EN: ("RP Serif", "RP Sans", "RP Song"),
}
"""The families a language is set in; English falls back on Song for Chinese words in it."""


def unbuildable(report: Report, project: Path, inputs: Inputs) -> tuple[Finding, ...]:
    """Return a finding for each layout, picture and character that a build of this report would fail on.

    `ToolError` when the faces of the product are missing or are not those of its manifest.
    """
    faces = load_faces(home() / "fonts", inputs)
    return (
        *_layouts(report, project),
        *_condition(report, inputs),
        *_pictures(report, inputs),
        *_glyphs(report, faces),
    )


def _condition(report: Report, inputs: Inputs) -> tuple[Finding, ...]:
    try:
        condition(report.job, report.root, inputs)
    except ContentError as refused:
        return refused.findings
    return ()


def _layouts(report: Report, project: Path) -> Iterator[Finding]:
    for spec in report.editions:
        if find_layout(spec.layout, project) is None:
            message = f"the edition “{spec.name}” asks for the layout “{spec.layout}”, which is not there"
            hint = "name a folder of layouts/: parallel, sequential, single, or one of your own"
            yield error("project/layout", message, spec.span, hint)


def _pictures(report: Report, inputs: Inputs) -> Iterator[Finding]:
    source = Inputs(report.root)
    for chapter in report.chapters:
        for block in chapter.blocks:
            if not isinstance(block, Figure):
                continue
            path = report.root / block.image
            try:
                # The product's own folder is a root of `inputs`, but no place for the pictures of a report.
                source.admit(path, block.span)
                yield from _picture(block.id, inputs.read_bytes(path, block.span), block.span)
            except Refused as refused:
                yield refused.finding


def _picture(block: str, data: bytes, span: Span) -> Iterator[Finding]:
    """Look at the head of a picture only; a bomb is refused before a pixel of it is unpacked."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                width, height = picture.size
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        width, height = MOST_PIXELS, 2
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        hint = "save it as PNG or JPEG; renaming a file does not change what it is"
        yield error("project/picture", f"the picture of “{block}” cannot be read", span, hint)
        return
    if width * height > MOST_PIXELS:
        hint = f"scale it down to {MOST_PIXELS // 1_000_000} million pixels or fewer"
        yield error("project/picture-size", f"the picture of “{block}” has too many pixels", span, hint)


@dataclass(frozen=True, slots=True)
class _Said:
    """Words of one language, and where a finding says they stand."""

    words: str
    lang: Lang
    where: str
    span: Span


def _glyphs(report: Report, faces: tuple[Face, ...]) -> Iterator[Finding]:
    everything = tuple(_said(report))
    for lang, families in FAMILIES.items():
        there = "".join(said.words for said in everything if said.lang is lang)
        absent = missing_glyphs(there, families, faces)
        for said in everything:
            for character in absent:
                if said.lang is lang and character in said.words:
                    mark = f"“{character}” (U+{ord(character):04X})"
                    hint = "write another character, or add a face that has it"
                    message = f"no face has a glyph for {mark} in {said.where}"
                    yield error("project/glyph", message, said.span, hint)


def _said(report: Report) -> Iterator[_Said]:
    for text in report.metadata.texts():
        yield from _passages(text, "report.yaml")
    for chapter in report.chapters:
        for block in (chapter.title, *chapter.blocks):
            for text in texts(block):
                yield from _passages(text, f"“{block.id}”")
    for term in report.terms.values():
        for lang in Lang:
            words = term.said(lang) + term.said(lang, "short")
            yield _Said(words, lang, f"the term “{term.id}”", term.span)
    for unit in report.facts.units.values():
        yield _Said(unit.zh, Lang.ZH, f"the unit “{unit.id}”", Span("source/facts.yaml"))
        yield _Said(unit.en + unit.plural, Lang.EN, f"the unit “{unit.id}”", Span("source/facts.yaml"))
    for fact in report.facts.facts.values():
        pairs = (fact.label, fact.qualifier or ("", ""), fact.among or ("", ""))
        for at, lang in enumerate(Lang):
            yield _Said("".join(pair[at] for pair in pairs), lang, f"the fact “{fact.id}”", fact.span)


def _passages(text: Bilingual, where: str) -> Iterator[_Said]:
    for passage in text.said():
        yield _Said(_written(passage.inlines), passage.lang, where, passage.span)


def _written(inlines: Inlines) -> str:
    """Return what an author typed; what a citation says is looked at where it is written."""
    said = ""
    for inline in inlines:
        match inline:
            case Str(text):
                said += text
            case Emph(children) | Strong(children) | Link(children):
                said += _written(children)
            case _:
                pass
    return said
