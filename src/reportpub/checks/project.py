"""What a build would stumble over: missing layouts, the job's profile, pictures, glyphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportpub.checks.pictures import unprintable
from reportpub.findings import ContentError, Finding, Span, ToolError, error
from reportpub.inputs import Inputs
from reportpub.layout.conditions import condition
from reportpub.layout.fonts import Face, load_faces, missing_glyphs
from reportpub.layout.layout import find_layout, home, load_layout
from reportpub.layout.reference import reference_of
from reportpub.model.report import Report
from reportpub.model.text import Bilingual, Emph, Inlines, Lang, Link, Str, Strong
from reportpub.model.walk import texts
from reportpub.sentences import say

FAMILIES = {
    Lang.ZH: ("RP Song", "RP Hei"),
    Lang.EN: ("RP Serif", "RP Sans", "RP Song"),
}
"""The families a language is set in; English falls back on Song for Chinese words in it."""


def unbuildable(report: Report, project: Path, inputs: Inputs) -> tuple[Finding, ...]:
    """Return a finding for each layout, reference, picture and character that a build would fail on.

    `ToolError` when the faces of the product are missing or are not those of its manifest.
    """
    faces = load_faces(home() / "fonts", inputs)
    return (
        *_layouts(report, project, inputs),
        *_references(report, inputs),
        *_condition(report, inputs),
        *unprintable(report, project, inputs),
        *_glyphs(report, faces),
    )


def _references(report: Report, inputs: Inputs) -> Iterator[Finding]:
    for spec in report.editions:
        try:
            _, lacks = reference_of(spec, report.root, inputs)
        except ContentError as refused:
            yield from refused.findings
        else:
            yield from lacks


def _condition(report: Report, inputs: Inputs) -> tuple[Finding, ...]:
    try:
        condition(report.job, report.root, inputs)
    except ContentError as refused:
        return refused.findings
    return ()


def _layouts(report: Report, project: Path, inputs: Inputs) -> Iterator[Finding]:
    for spec in report.editions:
        folder = find_layout(spec.layout, project)
        if folder is None:
            message = say(
                "the edition “{name}” asks for the layout “{layout}”, which is not there",
                name=spec.name,
                layout=spec.layout,
            )
            hint = say("name a folder of layouts/: parallel, sequential, single, or one of your own")
            yield error("project/layout", message, spec.span, hint)
            continue
        try:
            load_layout(folder, inputs)
        except ToolError as odd:
            yield from odd.findings


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
                    mark = say("“{character}” (U+{code:04X})", character=character, code=ord(character))
                    hint = say("write another character, or add a face that has it")
                    message = say("no face has a glyph for {mark} in {where}", mark=mark, where=said.where)
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
