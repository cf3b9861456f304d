"""Whether the pictures of a report can be used, and have enough pixels for the size they are printed at.

Source: GWG 2022 SheetCMYK, R0031 and R0032 (image resolution).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from reportpub.findings import Finding, Severity, ToolError, error, warning
from reportpub.inputs import Inputs, Refused
from reportpub.layout.layout import find_layout, load_layout
from reportpub.layout.picture_files import MOST_PIXELS, Unusable, opened, says_its_colours, upright_size
from reportpub.layout.picture_sizes import (
    GOAL,
    LINE_ART_REFUSED,
    LINE_ART_SHOWS,
    REFUSED,
    SHOWS,
    Printed,
    measure,
    printed,
)
from reportpub.model.blocks import Figure
from reportpub.model.report import Report, Target
from reportpub.model.text import Bilingual
from reportpub.sentences import Sentence, say


def unprintable(report: Report, project: Path, inputs: Inputs) -> Iterator[Finding]:
    """Yield a finding for each picture that no file can take, or that has too few pixels for the press."""
    source = Inputs(report.root)
    widest = _widest(report, project, inputs)
    for chapter in report.chapters:
        for block in chapter.blocks:
            if not isinstance(block, Figure):
                continue
            path = report.root / block.image
            try:
                # The product's own folder is a root of `inputs`, but no place for the pictures of a report.
                source.admit(path, block.span)
                picture = opened(inputs.read_bytes(path, block.span))
            except Refused as refused:
                yield refused.finding
            except Unusable as odd:
                yield _unusable(block, odd)
            else:
                yield from _colours(block, picture)
                if widest is not None:
                    yield from _resolution(block, picture, widest)


def _unusable(block: Figure[Bilingual], odd: Unusable) -> Finding:
    if odd.too_large:
        hint = say("scale it down to {millions} million pixels or fewer", millions=MOST_PIXELS // 1_000_000)
        message = say("the picture of “{id}” has too many pixels", id=block.id)
        return error("project/picture-size", message, block.span, hint)
    hint = say("save it as PNG, JPEG or TIFF; renaming a file does not change what it is")
    return error(
        "project/picture", say("the picture of “{id}” cannot be read", id=block.id), block.span, hint
    )


def _colours(block: Figure[Bilingual], picture: Image.Image) -> Iterator[Finding]:
    if not says_its_colours(picture):
        taken = say("the inks of coated paper") if picture.mode == "CMYK" else say("sRGB")
        message = say(
            "the picture of “{id}” does not say which colours it means; {taken} are taken",
            id=block.id,
            taken=taken,
        )
        hint = say("save it with its profile, where it was made in another space")
        told = warning("project/picture-profile", message, block.span, hint)
        yield replace(told, severity=Severity.NOTE)


def _widest(report: Report, project: Path, inputs: Inputs) -> tuple[float, float] | None:
    """Return the widest measure that a printed edition has; none is printed, none has one."""
    found = []
    for spec in report.editions:
        folder = find_layout(spec.layout, project) if Target.PRINT in spec.targets else None
        try:
            if folder is not None:
                found.append(measure(report.job, load_layout(folder, inputs).tokens.margins))
        except ToolError:
            continue  # what is wrong with a layout is told where layouts are looked at
    return max(found, default=None)


def _resolution(
    block: Figure[Bilingual], picture: Image.Image, widest: tuple[float, float]
) -> Iterator[Finding]:
    size = printed(upright_size(picture), block.width, widest)
    line_art = picture.mode == "1"
    shows, refused = (LINE_ART_SHOWS, LINE_ART_REFUSED) if line_art else (SHOWS, REFUSED)
    if size.ppi >= shows:
        return
    message = say(
        "the picture of “{id}” has {ppi:.0f} pixels per inch at {width:.0f} mm",
        id=block.id,
        ppi=size.ppi,
        width=size.width,
    )
    hint = _advice(size, LINE_ART_SHOWS if line_art else GOAL)
    if size.ppi < refused:
        yield error(
            "project/resolution", say("{message}; printers refuse it", message=message), block.span, hint
        )
    else:
        yield warning(
            "project/resolution", say("{message}; it will look soft", message=message), block.span, hint
        )


def _advice(size: Printed, goal: int) -> Sentence:
    across, down = size.needed(goal)
    narrow = size.pixels[0] / goal * 25.4
    return say(
        "{across:,} × {down:,} pixels are needed; or print it smaller, with width: {narrow:.0f}",
        across=across,
        down=down,
        narrow=narrow,
    )
