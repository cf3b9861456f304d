"""The hand-over of a report: the finished files with ticket, proofs, licences and a manifest of hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from reportpub import __version__
from reportpub.callsheet.gather import both_languages, title
from reportpub.checks.pdf_sheets import sheets
from reportpub.checks.release import unfinished
from reportpub.finished import artefact_path
from reportpub.handover.manifest import MANIFEST, SUMS, Manifest, entry, sums, written
from reportpub.handover.paper import TITLE, body
from reportpub.handover.preflights import Preflighted, preflighted
from reportpub.handover.proofs import contact_sheets, cover_image
from reportpub.handover.ticket import Checked, Listed, Ticket
from reportpub.inputs import Inputs
from reportpub.layout.conditions import condition
from reportpub.layout.layout import home
from reportpub.model.report import Report, Target
from reportpub.model.text import Lang, plain
from reportpub.order import Order
from reportpub.record import RECORD, record_path
from reportpub.render.office import OfficePaper, office_pdf
from reportpub.source.waivers import read_waivers
from reportpub.stamps import TOOLS

TICKET = "job-ticket.pdf"
LAYOUT = "ticket"
FACE = "RPHei-Regular.ttf"
"""The face that the proof images are labelled in."""

READ_BACK = Checked(
    (
        "每个文件重新打开，原文的每一句、每个数字都在其中",
        "Every file was opened again; each clause and each figure of the source stands in it",
    )
)
PRESS = Checked(
    (
        "印刷文件：版面框、出血、四色与黑、印刷条件、字体嵌入，无批注",
        "Press files: boxes, bleed, inks, printing condition, embedded fonts, nothing to click",
    )
)
READERS = Checked(
    (
        "屏幕与 Word 文件：标签、语言、书签、样式",
        "Screen and Word files: tags, languages, bookmarks, styles",
    )
)


def handover(report: Report, wanted: tuple[Order, ...], out: Path) -> Mapping[str, bytes]:
    """Return the files of a hand-over by path; the finished ones were proved when they were built.

    `ContentError` when a press file is not fit for the printer.
    """
    project = wanted[0].project
    made = dict(_finished(report, wanted, out))
    files: dict[str, bytes] = {one.name: data for one, data in made.items()}
    files |= {f"{o.edition}/{RECORD}": record_path(out, o.edition).read_bytes() for o in wanted}
    pages = {one.name: one.pages for one in made}
    waivers, _ = read_waivers(report, Inputs(project))
    looked = preflighted(made, report.job, waivers)
    files |= looked.reports()
    files[TICKET] = _ticket(report, tuple(made), looked, project)
    pages[TICKET] = sheets(files[TICKET]).pages
    for one, data in made.items():
        files |= _proofs(one, data)
    files |= _licences()
    manifest = Manifest(
        report=report.id,
        date=report.metadata.date,
        editions=tuple(order.edition for order in wanted),
        made_by={"reportpub": __version__} | {tool: version(tool) for tool in TOOLS},
        files=tuple(entry(path, data, pages.get(path, 0)) for path, data in files.items()),
    )
    return files | {MANIFEST: written(manifest), SUMS: sums(manifest)}


def _finished(report: Report, wanted: tuple[Order, ...], out: Path) -> Iterator[tuple[Listed, bytes]]:
    for order in wanted:
        for target in order.targets:
            path = artefact_path(out, report.id, order.edition, target)
            data = path.read_bytes()
            listed = Listed(
                edition=order.edition,
                target=target,
                name=f"{order.edition}/{path.name}",
                sha256=hashlib.sha256(data).hexdigest(),
                pages=0,
            )
            if target is not Target.DOCX:
                seen = sheets(data)
                listed = replace(listed, pages=seen.pages, size=seen.size, blanks=seen.blanks)
            yield listed, data


def _ticket(report: Report, files: tuple[Listed, ...], looked: Preflighted, project: Path) -> bytes:
    told = {one.edition for one in files}
    english = any(Lang.EN in spec.languages for spec in report.editions if spec.name in told)
    edition = both_languages(report)
    issuer = edition.metadata.issuer
    zh, en = (plain(p.inlines) if (p := issuer.of(lang)) else "" for lang in Lang)
    named = title(edition)
    said = Ticket(
        title=named,
        issuer=(zh, en),
        date=report.metadata.date,
        job=report.job,
        condition=condition(report.job, report.root, Inputs(project, home())),
        files=files,
        checks=(READ_BACK, PRESS, *looked.checks(), READERS),
        draft=len(unfinished(report)) if english else 0,
    )
    paper = OfficePaper(
        layout=LAYOUT,
        title=" · ".join((" ".join(TITLE), *named)),
        date=said.date,
        seed=f"{report.id}-ticket",
        body=body(said),
    )
    return office_pdf(paper, project)


def _proofs(one: Listed, data: bytes) -> dict[str, bytes]:
    face = home() / "fonts" / FACE
    match one.target:
        case Target.COVER:
            return {f"proofs/{one.edition}-cover.jpg": cover_image(data)}
        case Target.PRINT:
            images = contact_sheets(data, one.name, face)
            return {f"proofs/{one.edition}-body-{at}.jpg": image for at, image in enumerate(images, start=1)}
        case _:
            return {}


def _licences() -> dict[str, bytes]:
    """Return the licences of the faces and profiles that the files embed."""
    fonts, profiles = home() / "fonts", home() / "layouts" / "base" / "icc"
    faces = (*sorted(fonts.glob("OFL-*.txt")), fonts / "FONTLOG.md")
    return {f"licences/fonts/{path.name}": path.read_bytes() for path in faces} | {
        f"licences/profiles/{path.name}": path.read_bytes() for path in sorted(profiles.glob("README*"))
    }
