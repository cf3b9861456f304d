"""Documents for the desk, not for the press: an accessible PDF from a layout of the product."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from reportpub.findings import Span
from reportpub.inputs import Inputs
from reportpub.layout.conditions import screen_profile
from reportpub.layout.fonts import load_faces
from reportpub.layout.layout import find_layout, home, load_layout
from reportpub.layout.stylesheet import style_sheets
from reportpub.model.job import NO_BLEED, Job
from reportpub.model.text import Lang
from reportpub.render.finish_screen import Screen, finish_screen
from reportpub.render.html.page import filled
from reportpub.render.pdf import lay_out


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePaper:
    """A document for an office printer; `body` is HTML of our own, `paper` its size in mm."""

    layout: str
    title: str
    date: str
    seed: str
    body: str
    paper: tuple[float, float] = (210.0, 297.0)


def office_pdf(said: OfficePaper, project: Path) -> bytes:
    """Return the document as an accessible PDF; `project` may have a layout of its own for it."""
    inputs = Inputs(project, home())
    folder = find_layout(said.layout, project)
    assert folder is not None, "its layout comes with the product"  # noqa: S101
    layout = load_layout(folder, inputs)
    job = Job(trim=said.paper, bleed=NO_BLEED, span=Span("", 0, 0))
    css = style_sheets(layout, load_faces(home() / "fonts", inputs), job)
    html = filled(
        layout,
        inputs,
        plain_title=said.title,
        plain_issuer="",
        keywords="",
        date=said.date,
        css=[Markup(one) for one in css],  # noqa: S704  our own style sheets, not content
        body=Markup(said.body),  # noqa: S704  built from escaped words
    )
    screen = Screen(
        title=said.title,
        author="",
        creator="reportpub",
        date=said.date,
        seed=said.seed,
        language=Lang.ZH,
        palette=layout.tokens.palette(),
        profile=screen_profile(inputs),
    )
    return finish_screen(lay_out(html, layout.shared, inputs).raw, screen)
