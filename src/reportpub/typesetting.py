"""An edition is set in pages: its layout, its faces, and the setter that its arrangement asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from reportpub.edition.edition import Edition
from reportpub.edition.resolve import resolve
from reportpub.findings import Finding, ToolError, error
from reportpub.inputs import Inputs
from reportpub.kept import Kept
from reportpub.layout.drop_in import drop_in_faces
from reportpub.layout.fonts import Face, load_faces
from reportpub.layout.layout import Layout, find_layout, home, load_layout
from reportpub.layout.stylesheet import style_sheets
from reportpub.model.report import Arrangement
from reportpub.render.drawings import page_drawings
from reportpub.render.drawn import Drawn, drawn, find, keep
from reportpub.render.facing.setting import FacingPages, FacingSetter
from reportpub.render.html.page import page
from reportpub.render.pdf import LaidOut, lay_out
from reportpub.sentences import say
from reportpub.source.load import load_report


@dataclass(frozen=True, slots=True)
class Matter:
    """What is set, and in what: `pictures` are made ready and stand in the place of their files.

    What is made on the way is looked for, and left, among what is `kept`, if anything is.
    """

    edition: Edition
    layout: Layout
    faces: tuple[Face, ...]
    inputs: Inputs
    pictures: Mapping[Path, bytes] = field(default_factory=dict)
    kept: Kept | None = None


def set_pages(matter: Matter, rules: tuple[str, ...] = (), *, first_page: bool = True) -> LaidOut:
    """Return the pages of the body, with the cover as its first page or without it.

    `rules` are style sheets that come after those of the layout.
    """
    if matter.edition.spec.arrangement is Arrangement.FACING:
        return _facing(matter, rules).set(first_page=first_page)[0]
    return _laid_out(matter, _html(matter, rules, first_page=first_page))


def draw_pages(matter: Matter, rules: tuple[str, ...] = (), *, first_page: bool = True) -> Drawn:
    """Return the pages of the body drawn, or as they were drawn when the same was set before."""
    if matter.kept is None or matter.edition.spec.arrangement is Arrangement.FACING:
        return drawn(set_pages(matter, rules, first_page=first_page))
    html = _html(matter, rules, first_page=first_page)
    served = (f"{path} {sha256(data).hexdigest()}" for path, data in sorted(matter.pictures.items()))
    name = matter.kept.name("pages", html, str(matter.layout.shared), *served)
    pages = find(matter.kept, name, matter.inputs)
    if pages is None:
        pages = drawn(_laid_out(matter, html))
        keep(matter.kept, name, pages)
    return pages


def _html(matter: Matter, rules: tuple[str, ...], *, first_page: bool) -> str:
    edition, layout = matter.edition, matter.layout
    sheets = (*style_sheets(layout, matter.faces, edition.job), *rules)
    drawings = page_drawings(edition, layout, matter.faces)
    return page(edition, layout, sheets, drawings, matter.inputs, first_page=first_page)


def _laid_out(matter: Matter, html: str) -> LaidOut:
    return lay_out(html, matter.layout.shared, matter.inputs, pictures=matter.pictures, kept=matter.kept)


def _facing(matter: Matter, rules: tuple[str, ...] = ()) -> FacingSetter:
    edition, layout = matter.edition, matter.layout
    sheets = (*style_sheets(layout, matter.faces, edition.job), *rules)
    drawings = page_drawings(edition, layout, matter.faces)
    return FacingSetter(edition, layout, sheets, drawings, matter.inputs, matter.pictures, matter.kept)


def facing_pages(project: Path, name: str, told: Callable[[str], None]) -> tuple[LaidOut, FacingPages]:
    """Return an edition on facing pages with its plan; it must be one that has some."""
    inputs = Inputs(project, home())
    told("source")
    report, _ = load_report(project, inputs)
    edition = resolve(report, next(s for s in report.editions if s.name == name))
    layout = chosen_layout(edition, project, inputs)
    faces, _ = faces_of(layout, project, inputs)
    told("layout")
    return _facing(Matter(edition, layout, faces, inputs)).set()


def chosen_layout(edition: Edition, project: Path, inputs: Inputs) -> Layout:
    """Return the layout an edition names; `ToolError` when there is none."""
    folder = find_layout(edition.spec.layout, project)
    if folder is None:
        message = say("there is no layout “{layout}”", layout=edition.spec.layout)
        raise ToolError((error("layout/unknown", message, edition.spec.span),))
    # A layout of the project's own may appear later in place of the product's.
    for name in (edition.spec.layout, "base"):
        inputs.names(project / "layouts" / name)
    return load_layout(folder, inputs)


def faces_of(layout: Layout, project: Path, inputs: Inputs) -> tuple[tuple[Face, ...], tuple[Finding, ...]]:
    """Return our faces and those of the project that a layout asks for, with what stands in for which."""
    ours = load_faces(home() / "fonts", inputs)
    own, remarks = drop_in_faces(layout.wanted, ours, project, inputs)
    return (*ours, *own), remarks
