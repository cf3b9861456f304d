"""Sets the pages of an edition, or of one chapter of it, in a process that stays warm."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reportpub.edition.edition import Edition, Part
from reportpub.edition.resolve import resolve
from reportpub.findings import Finding, ReportpubError, ToolError, error
from reportpub.inputs import Inputs
from reportpub.layout.conditions import condition
from reportpub.layout.layout import home
from reportpub.model.anchors import anchor
from reportpub.model.report import Arrangement, EditionSpec, Report
from reportpub.model.text import Lang
from reportpub.preview.leaves import Leaf, Pages, Spot, Stretch, settled
from reportpub.preview.origins import origins
from reportpub.render.pdf import LaidOut, Place
from reportpub.render.pictures.prepared import prepared, size_rules
from reportpub.sentences import listed, say
from reportpub.source.load import load_report
from reportpub.typesetting import Matter, chosen_layout, faces_of, set_pages
from reportpub.uncollected import uncollected

_RIGHT = 2
"""Right-hand pages have odd numbers."""


@dataclass(frozen=True, slots=True)
class Want:
    """What is to be set: a whole edition, or a stretch of it that begins on a page with a number.

    `at` counts the pages of the whole edition from 0 and says on which side the stretch begins; `folio` is
    the number its first page shows.
    """

    project: Path
    edition: str
    stretch: Stretch | None = None
    at: int = 0
    folio: int = 1


@uncollected()
def pages(want: Want) -> Pages | tuple[Finding, ...]:
    """Return the pages that are wanted, or why there are none."""
    try:
        return _pages(want)
    except ReportpubError as failed:
        return failed.findings


def _pages(want: Want) -> Pages:
    inputs = Inputs(want.project, home())
    report, _ = load_report(want.project, inputs)
    spec = _spec(report, want.edition)
    edition = resolve(report, spec)
    chosen = edition if want.stretch is None else _only(edition, want.stretch)
    layout = chosen_layout(edition, want.project, inputs)
    faces, substitutes = faces_of(layout, want.project, inputs)
    ready = prepared(
        chosen, layout.tokens.margins, condition(edition.job, edition.root, inputs).profile, inputs
    )
    served = {path: one.screen for path, one in ready.items()}
    rules = (size_rules(ready), *(() if want.stretch is None else (_begins(want),)))
    laid_out = set_pages(Matter(chosen, layout, faces, inputs, served), rules)
    pdf = laid_out.plain()
    name = hashlib.sha256(pdf).hexdigest()[:16]
    parts = (want.stretch.part,) if want.stretch else tuple(range(len(chosen.parts)))
    leaves = _leaves(laid_out, chosen, dict(zip(parts, chosen.parts, strict=False)), name, want)
    wanted = {want.stretch.chapter} if want.stretch else {chapter.id for chapter in report.chapters}
    found = origins(report, spec, wanted, inputs)
    chapters = {
        block.id: chapter.id
        for part in chosen.parts
        for chapter in part.chapters
        for block in (chapter.title, *chapter.blocks)
    }
    return Pages(name, pdf, settled(leaves), found, chapters, (*substitutes, *laid_out.remarks))


def _spec(report: Report, name: str) -> EditionSpec:
    spec = next((one for one in report.editions if one.name == name), None)
    if spec is None:
        hint = say("there are: {names}", names=listed(one.name for one in report.editions))
        raise ToolError(
            (error("preview/edition", say("there is no edition “{name}”", name=name), None, hint),)
        )
    return spec


def _only(edition: Edition, stretch: Stretch) -> Edition:
    """Return an edition that has one chapter, in both parts where these stand on facing pages."""
    facing = edition.spec.arrangement is Arrangement.FACING
    parts = edition.parts if facing else (edition.parts[stretch.part],)
    kept = tuple(_cut(part, stretch.chapter) for part in parts)
    return replace(edition, parts=kept)


def _cut(part: Part, chapter: str) -> Part:
    return replace(part, chapters=tuple(one for one in part.chapters if one.id == chapter))


def _begins(want: Want) -> str:
    """Return the rules that let a chapter begin on its side of the spread and with its number."""
    if want.folio == 1:
        return ""
    side = "left" if want.at % _RIGHT else "right"
    number = f"@page :nth(1 of text) {{ counter-reset: page {want.folio}; }}"
    return f".chapter, .chapter.opening {{ page: text; break-before: {side}; }}\n{number}"


def _leaves(
    laid_out: LaidOut, edition: Edition, parts: Mapping[int, Part], document: str, want: Want
) -> tuple[Leaf, ...]:
    job = edition.job
    spots = _spots(laid_out, edition)
    facing = edition.spec.arrangement is Arrangement.FACING
    owner = {
        (block.id, lang): Stretch(0 if facing else at, chapter.id)
        for at, part in parts.items()
        for chapter in part.chapters
        for block in (chapter.title, *chapter.blocks)
        for lang in part.languages
    }
    front = laid_out.front
    leaves: list[Leaf] = []
    for index in range(laid_out.pages):
        here = spots.get(index, ())
        stretch = owner.get((here[0].block, here[0].lang)) if here else None
        leaves.append(Leaf(document, index, job.trim, stretch, index - front + 1, here))
    if want.stretch is None:
        return tuple(leaves)
    own = (leaf for leaf in settled(tuple(leaves)) if leaf.stretch is not None)
    return tuple(replace(leaf, folio=want.folio + at) for at, leaf in enumerate(own))


def _spots(laid_out: LaidOut, edition: Edition) -> Mapping[int, tuple[Spot, ...]]:
    """Return the blocks on each page, from its top to its foot."""
    known = {
        anchor(block.id, lang): (block.id, lang)
        for part in edition.parts
        for chapter in part.chapters
        for block in (chapter.title, *chapter.blocks)
        for lang in part.languages
    }
    found: dict[int, list[Spot]] = {}
    for name, where in laid_out.places.items():
        if name in known:
            block, lang = known[name]
            for index, spot in _on_pages(block, lang, where):
                found.setdefault(index, []).append(spot)
    return {index: _outermost(here) for index, here in found.items()}


def _outermost(spots: list[Spot]) -> tuple[Spot, ...]:
    """Return the spots of a page from its top to its foot, without those within one of the same block."""
    kept = [one for one in spots if not any(_within(one, other) for other in spots)]
    return tuple(sorted(kept, key=lambda spot: (spot.box[1], spot.box[0])))


def _within(one: Spot, other: Spot) -> bool:
    same = (one.block, one.lang) == (other.block, other.lang) and one.box != other.box
    (left, top, right, bottom), outer = one.box, other.box
    return same and left >= outer[0] and top >= outer[1] and right <= outer[2] and bottom <= outer[3]


def _on_pages(block: str, lang: Lang, where: tuple[Place, ...]) -> Iterator[tuple[int, Spot]]:
    for page, box in where:
        if box[3] > box[1]:
            yield page - 1, Spot(block, lang, box)
