"""One edition from source to finished bytes, each file opened again before it is handed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reportpub.checks.judges import judged
from reportpub.checks.pdf import check_print, check_screen
from reportpub.checks.pdf_reading import Origin
from reportpub.checks.preflight.gate import Places, at_the_gate, idle
from reportpub.checks.readback import claims, front_claims, missing, pdf_pages, reading_order, spaced
from reportpub.checks.readback_figures import charts_lost, redrawn, rows_lost
from reportpub.checks.ua.order import block_spans, reading
from reportpub.checks.word import check_docx
from reportpub.checks.word_charts import charts
from reportpub.checks.word_text import word_parts
from reportpub.edition.edition import Edition
from reportpub.edition.resolve import resolve
from reportpub.findings import Finding, Severity, errors
from reportpub.inputs import Inputs
from reportpub.kept import Kept
from reportpub.layout.conditions import condition, screen_profile
from reportpub.layout.fonts import Face
from reportpub.layout.layout import Layout, home
from reportpub.layout.reference import reference_of
from reportpub.model.report import Arrangement, Target
from reportpub.model.text import Lang, plain
from reportpub.order import Made, Order
from reportpub.press_proof import PRESS, block_places, press_proof, reports
from reportpub.render.docx.file import docx_bytes
from reportpub.render.docx.look import Look
from reportpub.render.drawings import word_pictures
from reportpub.render.drawn import Drawn
from reportpub.render.finish_screen import Screen, finish_screen
from reportpub.render.pictures.prepared import Ready, by_fingerprint, prepared, size_rules
from reportpub.render.press import Presswork, keeps_first_page, padded
from reportpub.source.load import load_report
from reportpub.source.waivers import read_waivers
from reportpub.typesetting import Matter, chosen_layout, draw_pages, faces_of
from reportpub.uncollected import uncollected

COVER = {Lang.ZH: "封面", Lang.EN: "Cover"}
"""What readers show in the place of the number of the first page."""

Told = Callable[[str], None]
"""Called with the name of each step as it begins."""


@uncollected()
def make(order: Order, told: Told) -> Made:
    """Return the files of an order, faults and all; `ContentError` or `ToolError` if one cannot be made."""
    inputs = Inputs(order.project, home())
    told("source")
    report, _ = load_report(order.project, inputs)
    spec = next(s for s in report.editions if s.name == order.edition)
    edition = resolve(report, spec)
    layout = chosen_layout(edition, order.project, inputs)
    faces, substitutes = faces_of(layout, order.project, inputs)
    pages = _Pages(edition, layout, faces, inputs, told, order.kept)
    files: dict[Target, bytes] = {}
    sheets: dict[Target, int] = {}
    for target in order.targets:
        files[target], sheets[target] = _file(target, pages)
    told("proof")
    proofs = (proof(edition, target, data, faces, layout) for target, data in files.items())
    found = (*substitutes, *pages.unset, *(finding for one in proofs for finding in one))
    waivers, _ = read_waivers(report, inputs)
    preflights = {
        target: press_proof(edition, target, files[target], waivers, pages.places(target))
        for target in PRESS
        if target in files
    }
    for target, one in preflights.items():
        found = (*found, *at_the_gate(one, pages.places(target)))
    if {*PRESS} & {*spec.targets} <= preflights.keys():
        found = (*found, *idle(preflights.values()))
    remarks = tuple(finding for finding in found if finding.severity is not Severity.ERROR)
    told_of = {target: reports(one) for target, one in preflights.items()}
    return Made(order, report.id, files, sheets, inputs.reads, errors(found), remarks, told_of)


@dataclass(slots=True)
class _Pages:
    """The pages of an edition, laid out when they are first asked for, and once for all that share them."""

    edition: Edition
    layout: Layout
    faces: tuple[Face, ...]
    inputs: Inputs
    told: Told
    kept: Kept | None = None
    unset: list[Finding] = field(default_factory=list)
    _laid_out: dict[bool, Drawn] = field(default_factory=dict)
    _ready: Ready | None = None

    @property
    def pictures(self) -> Ready:
        """Return the pictures of the edition, made ready when the first page is laid out."""
        if self._ready is None:
            profile = condition(self.edition.job, self.edition.root, self.inputs).profile
            margins = self.layout.tokens.margins
            self._ready = prepared(self.edition, margins, profile, self.inputs)
        return self._ready

    def body(self, *, first_page: bool = True) -> Drawn:
        """Return the pages of the body, with the cover as its first page or without it."""
        if first_page not in self._laid_out:
            self.told("layout")
            served = {path: one.screen for path, one in self.pictures.items()}
            matter = Matter(self.edition, self.layout, self.faces, self.inputs, served, self.kept)
            rules = (size_rules(self.pictures),)
            self._laid_out[first_page] = draw_pages(matter, rules, first_page=first_page)
            self.unset += self._laid_out[first_page].remarks
        return self._laid_out[first_page]

    def places(self, target: Target) -> Places:
        """Return where blocks stand in a press file; a cover has none."""
        laid_out = self._laid_out.get(keeps_first_page(self.edition))
        return block_places(laid_out.places) if laid_out and target is Target.PRINT else {}


def _file(target: Target, pages: _Pages) -> tuple[bytes, int]:
    """Return the bytes of one file, and how many pages it has; 0 where a reader decides."""
    edition, inputs = pages.edition, pages.inputs
    work = Presswork(edition, pages.layout, pages.faces, inputs)
    match target:
        case Target.PRINT:
            body = pages.body(first_page=keeps_first_page(edition))
            pages.told(target)
            return work.body(body, by_fingerprint(pages.pictures)), padded(body.pages, edition.job)
        case Target.COVER:
            body = pages.body(first_page=keeps_first_page(edition))
            pages.told(target)
            data, cover = work.cover(body.pages)
            pages.unset += cover.remarks
            return data, cover.pages
        case Target.SCREEN:
            body = pages.body()
            pages.told(target)
            return _screen(edition, pages.layout, body, inputs), body.pages
        case Target.DOCX:
            pages.told(target)
            data, lacks = _word(edition, pages.layout, inputs)
            pages.unset += lacks
            return data, 0


def word_file(edition: Edition, project: Path) -> bytes:
    """Return the Word file of an edition, asked for or not; `ToolError` if it cannot be made."""
    inputs = Inputs(project, home())
    return _word(edition, chosen_layout(edition, project, inputs), inputs)[0]


def _word(edition: Edition, layout: Layout, inputs: Inputs) -> tuple[bytes, tuple[Finding, ...]]:
    reference, lacks = reference_of(edition.spec, edition.root, inputs)
    return docx_bytes(edition, word_pictures(edition, inputs), _look(layout), reference), lacks


def proof(
    edition: Edition, target: Target, data: bytes, faces: tuple[Face, ...], layout: Layout
) -> tuple[Finding, ...]:
    """Return what is wrong with a finished file: its form, and whether everything written stands in it."""
    families = frozenset(face.family for face in faces)
    match target:
        case Target.DOCX:
            parts = word_parts(data)
            return (
                *check_docx(data),
                *missing(claims(edition, pictured=True), parts),
                *rows_lost(edition, "".join(parts), apart=True),
                *redrawn(edition, charts(data)),
            )
        case Target.PRINT:
            wanted = claims(edition, front=keeps_first_page(edition))
            found = check_print(data, families)
        case Target.COVER:
            wanted = front_claims(edition)
            found = check_print(data, families)
        case Target.SCREEN:
            wanted = claims(edition)
            found = (
                *check_screen(data, families, origin_of(edition, layout), ways=True),
                *judged(data),
            )
    pages = reading_order(edition, pdf_pages(data))
    figures = (
        () if target is Target.COVER else (*rows_lost(edition, "".join(pages)), *charts_lost(edition, pages))
    )
    return (*found, *missing(wanted, pages), *spaced(wanted, pages), *figures)


def origin_of(edition: Edition, layout: Layout) -> Origin:
    """Return what the checks of a screen file want to know of its edition."""
    return Origin(
        ours=True,
        colours={colour.srgb.upper(): name for name, colour in layout.tokens.colours.items()},
        spans=block_spans(edition),
        reading=reading(edition),
    )


def _look(layout: Layout) -> Look:
    """Return Word's look in the colours of the layout."""
    colour = {name: token.srgb.removeprefix("#") for name, token in layout.tokens.colours.items()}
    return Look(
        ink=colour["ink"],
        red=colour["red"],
        navy=colour["navy"],
        blue=colour["blue"],
        teal=colour["teal"],
        ochre=colour["ochre"],
        slate=colour["slate"],
        rule=colour["grey"],
        warm=colour["warm"],
    )


def _screen(edition: Edition, layout: Layout, laid_out: Drawn, inputs: Inputs) -> bytes:
    meta = edition.metadata
    seed = f"{edition.report}-{edition.name}-screen"
    screen = Screen(
        title=" · ".join(plain(p.inlines) for p in meta.title.passages),
        author=" · ".join(plain(p.inlines) for p in meta.issuer.passages),
        creator="reportpub",
        date=meta.date,
        seed=seed,
        language=edition.languages[0],
        palette=layout.tokens.palette(),
        profile=screen_profile(inputs),
        front=laid_out.front,
        two_up=edition.spec.arrangement is Arrangement.FACING,
        cover=" ".join(COVER[lang] for lang in edition.languages),
    )
    return finish_screen(laid_out.raw, screen)
