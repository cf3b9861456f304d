"""One edition from source to finished bytes, each file opened again before it is handed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportpub.checks.pdf import check_print, check_screen
from reportpub.checks.readback import claims, missing, pdf_pages, spaced
from reportpub.checks.word import check_docx
from reportpub.checks.word_text import word_parts
from reportpub.edition.edition import Edition
from reportpub.edition.resolve import resolve
from reportpub.findings import Finding, Severity, ToolError, error, errors
from reportpub.inputs import Inputs
from reportpub.layout.fonts import Face, load_faces
from reportpub.layout.layout import Layout, find_layout, home, load_layout
from reportpub.layout.stylesheet import style_sheets
from reportpub.model.report import Target
from reportpub.model.text import Lang, plain
from reportpub.render.conditions import condition, screen_profile
from reportpub.render.docx.file import docx_bytes
from reportpub.render.docx.look import Look
from reportpub.render.drawings import page_drawings, word_pictures
from reportpub.render.finish_print import Press, finish_print
from reportpub.render.finish_screen import Screen, finish_screen
from reportpub.render.glyphruns import findings as uncomposed_findings
from reportpub.render.html.page import page
from reportpub.render.pdf import LaidOut, lay_out
from reportpub.source.load import load_report

COVER = {Lang.ZH: "封面", Lang.EN: "Cover"}
"""What readers show in the place of the number of the first page."""

Told = Callable[[str], None]
"""Called with the name of each step as it begins."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: some files of one edition of one project."""

    project: Path
    edition: str
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the bytes of each target, its pages where it has some, and every file that was read.

    Files with `faults` are not fit to be handed over; `remarks` are worth a look and stop nothing.
    """

    order: Order
    report: str
    files: Mapping[Target, bytes]
    pages: Mapping[Target, int]
    reads: Mapping[Path, str]
    faults: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()


def make(order: Order, told: Told) -> Made:
    """Return the files of an order, faults and all; `ContentError` or `ToolError` if one cannot be made."""
    inputs = Inputs(order.project, home())
    told("source")
    report, _ = load_report(order.project, inputs)
    spec = next(s for s in report.editions if s.name == order.edition)
    edition = resolve(report, spec)
    layout = chosen_layout(edition, order.project, inputs)
    faces = load_faces(home() / "fonts", inputs)
    files: dict[Target, bytes] = {}
    laid_out: LaidOut | None = None
    unset: tuple[Finding, ...] = ()
    if {Target.PRINT, Target.SCREEN} & set(order.targets):
        told("layout")
        laid_out = _lay_out(edition, layout, faces, inputs)
        unset = uncomposed_findings(laid_out.uncomposed)
    for target in order.targets:
        told(target.value)
        match target:
            case Target.PRINT if laid_out:
                files[target] = _print(edition, laid_out, inputs)
            case Target.SCREEN if laid_out:
                files[target] = _screen(edition, layout, laid_out, inputs)
            case Target.DOCX:
                pictures = word_pictures(edition, inputs)
                files[target] = docx_bytes(edition, pictures, look=_look(layout))
            case Target.PRINT | Target.SCREEN:
                raise AssertionError(target)
    told("proof")
    proofs = (proof(edition, target, data, faces) for target, data in files.items())
    found = (*unset, *(finding for one in proofs for finding in one))
    remarks = tuple(finding for finding in found if finding.severity is not Severity.ERROR)
    sheets = laid_out.pages if laid_out else 0
    pages = {target: 0 if target is Target.DOCX else sheets for target in files}
    return Made(order, report.id, files, pages, inputs.reads, errors(found), remarks)


def proof(edition: Edition, target: Target, data: bytes, faces: tuple[Face, ...]) -> tuple[Finding, ...]:
    """Return what is wrong with a finished file: its form, and whether everything written stands in it."""
    families = frozenset(face.family for face in faces)
    wanted = claims(edition, pictured=target is Target.DOCX)
    match target:
        case Target.DOCX:
            return (*check_docx(data), *missing(wanted, word_parts(data)))
        case Target.PRINT:
            pages = pdf_pages(data)
            return (
                *check_print(data, families, edition.job.bleed),
                *missing(wanted, pages),
                *spaced(wanted, pages),
            )
        case Target.SCREEN:
            pages = pdf_pages(data)
            return (*check_screen(data, families), *missing(wanted, pages), *spaced(wanted, pages))


def chosen_layout(edition: Edition, project: Path, inputs: Inputs) -> Layout:
    """Return the layout an edition names; `ToolError` when there is none."""
    folder = find_layout(edition.spec.layout, project)
    if folder is None:
        message = f"there is no layout “{edition.spec.layout}”"
        raise ToolError((error("layout/unknown", message, edition.spec.span),))
    # A layout of the project's own may appear later in place of the product's.
    for name in (edition.spec.layout, "base"):
        inputs.names(project / "layouts" / name)
    return load_layout(folder, inputs)


def _lay_out(edition: Edition, layout: Layout, faces: tuple[Face, ...], inputs: Inputs) -> LaidOut:
    sheets = style_sheets(layout, faces, edition.job)
    html = page(edition, layout, sheets, page_drawings(edition, layout, faces), inputs)
    return lay_out(html, layout.shared, inputs)


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


def _print(edition: Edition, laid_out: LaidOut, inputs: Inputs) -> bytes:
    meta = edition.metadata
    press = Press(
        title=" · ".join(plain(p.inlines) for p in meta.title.passages),
        author=" · ".join(plain(p.inlines) for p in meta.issuer.passages),
        creator="reportpub",
        date=meta.date,
        seed=f"{edition.report}-{edition.name}-print",
        condition=condition(edition.job.output_condition, inputs),
        bleed_mm=edition.job.bleed,
    )
    return finish_print(laid_out.raw_print(press.seed.encode()), press)


def _screen(edition: Edition, layout: Layout, laid_out: LaidOut, inputs: Inputs) -> bytes:
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
        cover=" ".join(COVER[lang] for lang in edition.languages),
    )
    return finish_screen(laid_out.raw_screen(seed.encode()), screen)
