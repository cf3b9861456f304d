"""The boxes of every page: where it is trimmed, how far it bleeds, whether all pages are alike.

Source: ISO 32000-1, 14.11.2; ISO 15930 (TrimBox, nesting); GWG 2022, R0002 to R0004.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from pikepdf import Object

from reportpub.checks.preflight.reading.objects import box, entry, inherited, number, whole
from reportpub.checks.preflight.subject import Leaf, Subject
from reportpub.geometry import POINTS_PER_MM, Box, apart, common

_SLACK = 0.01
"""pt."""
_BLEED_SLACK = 0.05
"""mm."""
_SIDES = (("左", "left"), ("下", "bottom"), ("右", "right"), ("上", "top"))


def check_boxes(subject: Subject) -> None:
    """Read the boxes of every page and add what is wrong with them."""
    for number_, page in enumerate(subject.pdf.pages, start=1):
        subject.leaves.append(_leaf(subject, number_, page.obj))
    _sizes(subject)
    multiple = int(subject.limit("page-multiple"))
    if multiple and len(subject.leaves) % multiple:
        subject.faults.add("JOB.page-count", value=str(len(subject.leaves)), limit=f"× {multiple}")


def _leaf(subject: Subject, number_: int, page: Object) -> Leaf:
    faults = subject.faults
    media = box(inherited(page, "/MediaBox"))
    if media is None or media[2] - media[0] < 1 or media[3] - media[1] < 1:
        faults.add("PDF.mediabox", page=number_)
        media = (0.0, 0.0, 595.0, 842.0)
    trim, bleed, art = (box(entry(page, key)) for key in ("/TrimBox", "/BleedBox", "/ArtBox"))
    if trim is None and art is None:
        faults.add("X.trimbox", page=number_)
    if trim is not None and art is not None:
        faults.add("X.trim-and-art", page=number_)
    if min(media[:2]) < -_SLACK:
        faults.add("JOB.origin", page=number_, value=f"{media[0]:g} {media[1]:g}", limit="0 0")
    final = trim or art
    crop = box(inherited(page, "/CropBox"))
    turned = whole(inherited(page, "/Rotate"))
    shown = common(crop, media) if crop else media
    leaf = Leaf(
        number=number_,
        media=media,
        bleed=bleed or final or crop or media,
        trim=final or crop or media,
        shown=media if apart(shown, media, 1) else shown,
        trimmed=final is not None,
        turned=turned % 360,
    )
    named = (("MediaBox", media), ("BleedBox", leaf.bleed), ("TrimBox", leaf.trim))
    for (outer_name, outer), (inner_name, inner) in pairwise(named):
        if not _within(inner, outer):
            faults.add("X.box-nesting", page=number_, value=inner_name, limit=outer_name)
    if crop is not None and any(abs(a - b) > _SLACK for a, b in zip(crop, media, strict=True)):
        faults.add("GWG.R0003", page=number_, value=_shown(crop), limit=_shown(media))
    if entry(page, "/UserUnit") is not None:
        faults.add("GWG.R0002", page=number_, value=f"{number(entry(page, '/UserUnit')):g}")
    if turned % 360:
        faults.add("GWG.R0004", page=number_, value=f"Rotate {turned}", limit="0")
    if final is not None:
        asked = subject.profile.bleed_of(number_)
        for (zh, en), has, least in zip(_SIDES, leaf.bleed_mm, asked, strict=True):
            if has < least - _BLEED_SLACK:
                value, limit = f"{has:.2f} mm", f"{least:g} mm"
                faults.add("JOB.bleed", page=number_, value=value, limit=limit, detail=(f"{zh}侧", en))
    return leaf


def _sizes(subject: Subject) -> None:
    trimmed = [leaf for leaf in subject.leaves if leaf.trimmed]
    sizes = Counter(leaf.size_mm for leaf in trimmed)
    usual = max(sizes, key=lambda size: sizes[size], default=(0.0, 0.0))
    for leaf in trimmed:
        if any(abs(a - b) > 2 * _BLEED_SLACK for a, b in zip(leaf.size_mm, usual, strict=True)):
            value, limit = (f"{size[0]:g} × {size[1]:g} mm" for size in (leaf.size_mm, usual))
            subject.faults.add("GWG.R0004", page=leaf.number, value=value, limit=limit)


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - _SLACK
        and inner[1] >= outer[1] - _SLACK
        and inner[2] <= outer[2] + _SLACK
        and inner[3] <= outer[3] + _SLACK
    )


def _shown(found: Box) -> str:
    return f"{(found[2] - found[0]) / POINTS_PER_MM:.1f} × {(found[3] - found[1]) / POINTS_PER_MM:.1f} mm"
