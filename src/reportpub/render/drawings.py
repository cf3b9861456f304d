"""The charts of an edition as drawings for the page, and its illustrations as pictures for Word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportpub.edition.edition import Edition, Part
from reportpub.inputs import Inputs
from reportpub.layout.conditions import shipped_profile
from reportpub.layout.fonts import Face
from reportpub.layout.layout import Layout
from reportpub.layout.picture_files import original
from reportpub.layout.picture_sizes import PANEL, printed
from reportpub.model.anchors import anchor
from reportpub.model.blocks import Block, Chart, Figure
from reportpub.model.report import Arrangement
from reportpub.model.text import Lang, Shown, plain
from reportpub.render.charts.drawing import draw
from reportpub.render.charts.measure import measuring
from reportpub.render.docx.pictures import Picture
from reportpub.render.pictures.screen import word_picture

PT_PER_MM = 72 / 25.4
WORD_MEASURE = 150.0
"""The width of the widest picture in Word, in mm."""
WORD_HEIGHT = 190.0
"""The height of the highest, which leaves room for its caption."""


def page_drawings(edition: Edition, layout: Layout, faces: tuple[Face, ...]) -> Mapping[str, str]:
    """Return the SVG of every chart by anchor, in the inks of the layout and the width of its panel."""
    colours = {colour.name: colour.css for colour in layout.tokens.colours.values()}
    colours["paper"] = colours["warm"]  # the panel is the ground that seams show
    margins, once = layout.tokens.margins, "chart" in layout.tokens.facing.once
    width = (edition.job.trim[0] - margins.inner - margins.outer - margins.beside - PANEL) * PT_PER_MM
    measure = measuring(faces)
    return {
        anchor(chart.id, languages[0]): draw(
            chart.kind, edition.plots[chart.id], languages, alt, colours, width, measure
        ).svg
        for languages, chart, alt in _shown_charts(edition, once=once)
    }


def word_pictures(edition: Edition, inputs: Inputs) -> Mapping[str, Picture]:
    """Return every illustration by block id; Word draws the charts itself."""
    return {
        block.id: _illustration(block, edition.root / block.image, inputs)
        for part in edition.parts
        for block in _blocks(part)
        if isinstance(block, Figure)
    }


def _charts(edition: Edition) -> Iterator[tuple[Part, Chart[Shown]]]:
    for part in edition.parts:
        for block in _blocks(part):
            if isinstance(block, Chart):
                yield part, block


def _shown_charts(edition: Edition, *, once: bool) -> Iterator[tuple[tuple[Lang, ...], Chart[Shown], str]]:
    """Yield each chart with its languages and alternative text; facing pages may have one for both."""
    if once and edition.spec.arrangement is Arrangement.FACING:
        first, second = edition.parts
        seconds = {block.id: block for block in _blocks(second)}
        for block in _blocks(first):
            other = seconds[block.id]
            if isinstance(block, Chart) and isinstance(other, Chart):
                alt = f"{_alt(block, first.languages)} {_alt(other, second.languages)}"
                yield edition.languages, block, alt
        return
    for part, chart in _charts(edition):
        yield part.languages, chart, _alt(chart, part.languages)


def _blocks(part: Part) -> Iterator[Block[Shown]]:
    for chapter in part.chapters:
        yield from chapter.blocks


def _alt(chart: Chart[Shown], languages: tuple[Lang, ...]) -> str:
    return " ".join(plain(p.inlines) for lang in languages if (p := chart.alt.of(lang)))


def _illustration(figure: Figure[Shown], path: Path, inputs: Inputs) -> Picture:
    """Return a picture file as PNG in sRGB, as wide as asked for, and as Word's measure at most."""
    given = original(inputs.read_bytes(path, figure.span))
    size = printed(given.image.size, figure.width, (WORD_MEASURE, WORD_HEIGHT))
    return Picture(word_picture(given, size, shipped_profile(inputs)), size.width, size.height)
