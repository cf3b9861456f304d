"""How much ink lies where: total ink, empty pages, and bleed that is really filled.

Source: GWG 2022, R0005 and R0026 with D0027 (total ink coverage); the printer (bleed).
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from pikepdf import Stream
from PIL import Image, ImageChops, ImageMath, ImageStat

from reportpub.checks.pdf_sheets import INTENDED_BLANK
from reportpub.checks.preflight.separations import PIXELS_PER_MM, Engine, NoEngine, Plate, engine, plates
from reportpub.checks.preflight.subject import Leaf, Subject
from reportpub.geometry import POINTS_PER_MM, Box

RULES = ("GWG.R0026", "INK.local", "GWG.R0005", "JOB.bleed-fill", "PDF.render")
"""What only a rendering can tell."""

_FULL = 255
_PERCENT = 100 / _FULL
_TOUCHES, _GOES_ON = 12, 5
"""Of 255: from where ink counts at the trim, and at the edge of the bleed."""
_EDGE_MM, _SHORT_MM = 2.0, 0.4
"""How much of an edge may lack its bleed, and how far the bleed may fall short."""
_NOTHING = 0.5
"""% of ink below which a page is empty."""
_BACK = {
    90: Image.Transpose.ROTATE_90,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_270,
}
"""What undoes a clockwise turn: Pillow turns the other way round."""
_SIDES = {"left": "左", "bottom": "下", "right": "右", "top": "上"}


@dataclass(frozen=True, slots=True)
class Coverage:
    """The ink of one page in %: the most on one spot, in the mean of a square, in the mean of each ink."""

    page: int
    most: float
    square: float
    each: tuple[float, float, float, float]


def check_ink(subject: Subject) -> tuple[tuple[Coverage, ...], Engine | None]:
    """Add what is wrong with the ink; without a program that renders, say what was not checked."""
    largest = max(
        (
            (leaf.media[2] - leaf.media[0]) * (leaf.media[3] - leaf.media[1]) / POINTS_PER_MM**2
            for leaf in subject.leaves
        ),
        default=0.0,
    )
    found: list[Coverage] = []
    drawn: Engine | None = None
    try:
        drawn = engine()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "file.pdf"
            file.write_bytes(subject.data)
            told: set[str] = set()
            for plate in plates(drawn, file, len(subject.leaves), largest):
                subject.budget.look()
                if plate.page <= len(subject.leaves):
                    found.append(_page(subject, subject.leaves[plate.page - 1], plate))
                for said in plate.said:
                    if said not in told:
                        told.add(said)
                        subject.faults.add("PDF.render", value=said)
    except NoEngine as failed:
        subject.faults.not_checked(RULES, (f"未能渲染分色：{failed.why[0]}", failed.why[1]))
    if len(found) < len(subject.leaves):
        why = (f"只渲染了{len(found)}页", f"only {len(found)} pages could be rendered")
        subject.faults.not_checked(RULES, why)
    return tuple(found), drawn


def _page(subject: Subject, leaf: Leaf, plate: Plate) -> Coverage:
    upright = plate.inks.transpose(_BACK[leaf.turned]) if leaf.turned in _BACK else plate.inks
    inks = upright.crop(_pixels(leaf, leaf.bleed, upright.size))
    total = _total(inks)
    most = total.getextrema()[1] * _PERCENT  # type: ignore[operator]  # one band has one pair
    each = tuple(round(value * _PERCENT, 2) for value in ImageStat.Stat(inks).mean)
    square = most
    if most > subject.limit("ink"):
        square = _squares(subject, leaf, total)
    if most < _NOTHING:
        if not _meant(subject, leaf):
            subject.faults.add("GWG.R0005", page=leaf.number)
    else:
        _bleed(subject, leaf, upright)
    return Coverage(leaf.number, round(most, 1), round(square, 1), (each[0], each[1], each[2], each[3]))


def _meant(subject: Subject, leaf: Leaf) -> bool:
    """Tell whether a page says of itself that it is blank on purpose, as ours do."""
    contents = subject.pdf.pages[leaf.number - 1].obj.get("/Contents")
    return isinstance(contents, Stream) and INTENDED_BLANK in contents.read_bytes()


def _total(inks: Image.Image) -> Image.Image:
    """Return the sum of all inks of each pixel, 255 for 100 %."""
    c, m, y, k = inks.split()
    summed = ImageMath.lambda_eval(lambda of: of["c"] + of["m"] + of["y"] + of["k"], c=c, m=m, y=y, k=k)
    if not isinstance(summed, Image.Image):
        raise TypeError("no picture")
    return summed


def _squares(subject: Subject, leaf: Leaf, total: Image.Image) -> float:
    """Judge the mean of every square, and return the highest in %."""
    limit, side = subject.limit("ink"), max(1, round(subject.limit("ink-square")))
    cells = total.convert("F").reduce(PIXELS_PER_MM)
    across, down = cells.size
    side = min(side, across, down)
    # The sums of all rectangles from the corner: a square is then a matter of four of them.
    sums: list[list[float]] = [[0.0] * (across + 1)]
    values: list[float] = list(cells.get_flattened_data())  # type: ignore[arg-type]  # one band
    for row in range(down):
        line = accumulate(values[row * across : (row + 1) * across], initial=0.0)
        sums.append([above + here for above, here in zip(sums[-1], line, strict=True)])
    highest, at = max(
        (
            sums[y + side][x + side] - sums[y][x + side] - sums[y + side][x] + sums[y][x],
            (x, y),
        )
        for y in range(down - side + 1)
        for x in range(across - side + 1)
    )
    mean = highest * _PERCENT / side**2
    corner = _offset_mm(leaf)
    if mean > limit + _NOTHING:
        box = (at[0] + corner[0], at[1] + corner[1], at[0] + side + corner[0], at[1] + side + corner[1])
        subject.faults.add(
            "GWG.R0026", page=leaf.number, box=_rounded(box), value=f"{mean:.0f} %", limit=f"{limit:g} %"
        )
        return mean
    _local(subject, leaf, total, corner)
    return mean


def _local(subject: Subject, leaf: Leaf, total: Image.Image, corner: tuple[float, float]) -> None:
    limit, allowed = subject.limit("ink-local"), subject.limit("ink-local-area")
    least = int((limit + 2) / _PERCENT)
    heaped = total.point(lambda value: value - least).convert("L").point(lambda value: _FULL * (value > 0))
    area = heaped.histogram()[_FULL] / PIXELS_PER_MM**2
    if area <= allowed:
        return
    place = heaped.getbbox() or (0, 0, 0, 0)
    left, top, right, bottom = (value / PIXELS_PER_MM for value in place)
    box = (left + corner[0], top + corner[1], right + corner[0], bottom + corner[1])
    subject.faults.add(
        "INK.local",
        page=leaf.number,
        box=_rounded(box),
        value=f"{area:.0f} mm² > {limit:g} %",
        limit=f"{allowed:g} mm²",
    )


def _bleed(subject: Subject, leaf: Leaf, inks: Image.Image) -> None:
    """Add each side where ink reaches the trim and does not go on to the edge of the bleed."""
    left, top, right, bottom = _pixels(leaf, leaf.trim, inks.size)
    width, height = inks.size
    asked = dict(zip(_SIDES, subject.profile.bleed_of(leaf.number), strict=True))
    reach = {side: max(1, round((least - _SHORT_MM) * PIXELS_PER_MM)) for side, least in asked.items()}
    strips = {
        "left": ((left, top, left + 2, bottom), _column(left - reach["left"], top, bottom)),
        "bottom": (
            (left, bottom - 2, right, bottom),
            _row(min(height, bottom + reach["bottom"]) - 1, left, right),
        ),
        "right": (
            (right - 2, top, right, bottom),
            _column(min(width, right + reach["right"]) - 1, top, bottom),
        ),
        "top": ((left, top, right, top + 2), _row(top - reach["top"], left, right)),
    }
    for side, (edge, beyond) in strips.items():
        if asked[side] <= _SHORT_MM:
            continue  # nothing is asked for on this side, such as where a page is bound
        upright = side in {"left", "right"}
        touches = _strip(inks, edge, upright=upright)
        if max(touches, default=0) <= _TOUCHES:
            continue
        goes_on = _strip(inks, beyond, upright=upright)
        lacking = sum(
            one > _TOUCHES >= 0 and other <= _GOES_ON for one, other in zip(touches, goes_on, strict=True)
        )
        if lacking / PIXELS_PER_MM > _EDGE_MM:
            subject.faults.add(
                "JOB.bleed-fill",
                page=leaf.number,
                value=f"{lacking / PIXELS_PER_MM:.0f} mm",
                limit=f"{asked[side]:g} mm",
                detail=(f"{_SIDES[side]}侧", side),
            )


def _column(x: int, top: int, bottom: int) -> tuple[int, int, int, int]:
    return max(0, x), top, max(0, x) + 1, bottom


def _row(y: int, left: int, right: int) -> tuple[int, int, int, int]:
    return left, max(0, y), right, max(0, y) + 1


def _strip(inks: Image.Image, box: tuple[int, int, int, int], *, upright: bool) -> list[int]:
    """Return the most ink across a strip, for each pixel along it."""
    # The strongest ink of each pixel tells whether there is any.
    strip, *rest = inks.crop(box).split()
    for one in rest:
        strip = ImageChops.lighter(strip, one)
    if not upright:
        strip = strip.transpose(Image.Transpose.TRANSPOSE)
    data, across = strip.tobytes(), max(1, strip.width)
    if across == 1:
        return [*data]
    return [*map(max, *(data[at::across] for at in range(across)))]


def _pixels(leaf: Leaf, box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return where a box of the page lies in its rendering."""
    unit = PIXELS_PER_MM / POINTS_PER_MM
    left, top = leaf.shown[0], leaf.shown[3]
    found = (
        round((box[0] - left) * unit),
        round((top - box[3]) * unit),
        round((box[2] - left) * unit),
        round((top - box[1]) * unit),
    )
    right, bottom = min(size[0], found[2]), min(size[1], found[3])
    return max(0, min(found[0], right - 1)), max(0, min(found[1], bottom - 1)), right, bottom


def _offset_mm(leaf: Leaf) -> tuple[float, float]:
    box = leaf.mm(leaf.bleed)
    return box[0], box[1]


def _rounded(box: Box) -> Box:
    left, top, right, bottom = (round(value, 1) for value in box)
    return left, top, right, bottom
