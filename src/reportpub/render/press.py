"""The press files of an edition: the body from its laid-out pages, and the cover that is folded around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportpub.edition.edition import Edition
from reportpub.inputs import Inputs
from reportpub.layout.conditions import condition
from reportpub.layout.fonts import Face
from reportpub.layout.layout import Layout
from reportpub.layout.spread import Spread, spread
from reportpub.layout.stylesheet import cover_sheets, font_faces
from reportpub.model.job import Bleed, FirstPage, Job, Mark
from reportpub.model.report import Target
from reportpub.model.text import plain
from reportpub.render.charts.measure import measuring
from reportpub.render.drawn import Drawn
from reportpub.render.finish_print import Press, finish_print
from reportpub.render.html.page import cover_page
from reportpub.render.pdf import LaidOut, lay_out, set_once
from reportpub.render.pictures.press import PressPicture
from reportpub.render.print_boxes import POINTS_PER_MM
from reportpub.render.print_slug import Slug, slug_html
from reportpub.render.spine import spine_words


@dataclass(frozen=True, slots=True)
class Presswork:
    """What the press files of an edition are made with."""

    edition: Edition
    layout: Layout
    faces: tuple[Face, ...]
    inputs: Inputs

    def body(self, laid_out: Drawn, pictures: Mapping[str, PressPicture]) -> bytes:
        """Return the press file of the body, padded as the job asks, with its pictures by fingerprint."""
        job = self.edition.job
        press = self._press(Target.PRINT, job.trim[0], padded(laid_out.pages, job), job.bleed)
        press = replace(press, pictures=pictures)
        return finish_print(laid_out.raw, press)

    def cover(self, pages: int) -> tuple[bytes, LaidOut]:
        """Return the press file of the cover around a body of so many pages, and how it was laid out."""
        job = self.edition.job
        sheet = spread(job, padded(pages, job))
        measure = measuring(self.faces)
        css = cover_sheets(self.layout, self.faces, job, sheet)
        words = spine_words(self.edition, sheet, measure)
        html = cover_page(self.edition, self.layout, css, words, self.inputs)
        laid_out = lay_out(html, self.layout.shared, self.inputs)
        press = self._press(Target.COVER, sheet.width, 1, around(job.bleed), sheet)
        return finish_print(laid_out.raw, press), laid_out

    def _press(
        self, target: Target, width: float, pages: int, bleed: Bleed, sheet: Spread | None = None
    ) -> Press:
        edition, job = self.edition, self.edition.job
        meta = edition.metadata
        seed = f"{edition.report}-{edition.name}-{target}"
        title = " · ".join(plain(p.inlines) for p in meta.title.passages)
        said = Slug(
            report=plain(meta.title.passages[0].inlines),
            file=seed,
            date=meta.date,
            condition=job.output_condition,
            standard=job.standard,
        )
        return Press(
            title=title,
            author=" · ".join(plain(p.inlines) for p in meta.issuer.passages),
            creator="reportpub",
            date=meta.date,
            seed=seed,
            condition=condition(job, edition.root, self.inputs),
            bleed=bleed,
            standard=job.standard,
            marks=job.marks,
            slug=self._slug(said, width, pages) if Mark.SLUG in job.marks else b"",
            folds=sheet.folds if sheet else (),
            multiple=job.multiple if target is Target.PRINT else 1,
        )

    def _slug(self, said: Slug, width: float, pages: int) -> bytes:
        html = slug_html(said, width * POINTS_PER_MM, pages, font_faces(self.faces))
        return set_once(html, self.layout.shared, self.inputs)


def padded(pages: int, job: Job) -> int:
    """Return the number of pages of the body with the blank ones that fill its last sheet."""
    return -(-pages // job.multiple) * job.multiple


def around(bleed: Bleed) -> Bleed:
    """Return the bleed of a cover, which has four outer edges: the outer one left and right."""
    side = bleed.right if bleed.mirrored else bleed.most
    return Bleed(top=bleed.top, bottom=bleed.bottom, left=side, right=side, mirrored=False)


def keeps_first_page(edition: Edition) -> bool:
    """Tell whether the body begins with the cover page, though the cover may be a file of its own."""
    return Target.COVER not in edition.spec.targets or edition.job.first_page is FirstPage.KEEP
