"""The charts of an edition as drawings for the page, and its illustrations as pictures for Word."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from PIL import Image

from reportpub.edition.edition import Edition, Part
from reportpub.inputs import Inputs
from reportpub.layout.fonts import Face
from reportpub.layout.layout import Layout
from reportpub.model.anchors import anchor
from reportpub.model.blocks import Block, Chart, Figure
from reportpub.model.text import Lang, Shown, plain
from reportpub.render.charts.drawing import draw
from reportpub.render.charts.measure import measuring
from reportpub.render.docx.pictures import Picture

PT_PER_MM = 72 / 25.4
PANEL = 10.0
"""The padding of the panel a chart stands on, left and right together, in mm."""
WORD_MEASURE = 150.0
"""The width of the widest picture in Word, in mm."""


def page_drawings(edition: Edition, layout: Layout, faces: tuple[Face, ...]) -> Mapping[str, str]:
    """Return the SVG of every chart by anchor, in the inks of the layout and the width of its panel."""
    colours = {colour.name: colour.css for colour in layout.tokens.colours.values()}
    colours["paper"] = colours["warm"]  # the panel is the ground that seams show
    margins = layout.tokens.margins
    width = (edition.job.trim[0] - margins.inner - margins.outer - PANEL) * PT_PER_MM
    measure = measuring(faces)
    return {
        anchor(chart.id, part.languages[0]): draw(
            chart.kind,
            edition.plots[chart.id],
            part.languages,
            _alt(chart, part.languages),
            colours,
            width,
            measure,
        ).svg
        for part, chart in _charts(edition)
    }


def word_pictures(edition: Edition, inputs: Inputs) -> Mapping[str, Picture]:
    """Return every illustration by block id; Word draws the charts itself."""
    return {
        block.id: _illustration(edition.root / block.image, inputs)
        for part in edition.parts
        for block in _blocks(part)
        if isinstance(block, Figure)
    }


def _charts(edition: Edition) -> Iterator[tuple[Part, Chart[Shown]]]:
    for part in edition.parts:
        for block in _blocks(part):
            if isinstance(block, Chart):
                yield part, block


def _blocks(part: Part) -> Iterator[Block[Shown]]:
    for chapter in part.chapters:
        yield from chapter.blocks


def _alt(chart: Chart[Shown], languages: tuple[Lang, ...]) -> str:
    return " ".join(plain(p.inlines) for lang in languages if (p := chart.alt.of(lang)))


def _illustration(path: Path, inputs: Inputs) -> Picture:
    """Return a picture file as PNG, as wide as Word's measure at most and never above its own 150 dpi."""
    image = Image.open(io.BytesIO(inputs.read_bytes(path)))
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG", optimize=True)
    width = min(WORD_MEASURE, image.width / 150 * 25.4)
    return Picture(out.getvalue(), width, width * image.height / image.width)
