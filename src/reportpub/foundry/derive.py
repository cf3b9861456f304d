"""One face from its source: cut, given the shared metrics, renamed, and spaced; the same bytes every time."""

from __future__ import annotations

import logging
from io import BytesIO

from fontTools import subset
from fontTools.ttLib import TTFont

from reportpub.foundry.charset import Subset, code_points
from reportpub.foundry.metrics import share
from reportpub.foundry.names import rename
from reportpub.foundry.recipes import Recipe
from reportpub.foundry.spacing import FEATURE, add_spacing, features

_CHINESE_FEATURES = ("ccmp", "locl", "kern", "liga", "halt", "chws", "fwid", "hwid", "mark", "mkmk")
"""What horizontal Chinese text needs; vertical forms and alternates of other countries are left out."""

_DROPPED_FROM_LATIN = frozenset({"aalt", "size"})
"""Menus of alternates, and an optical size that the subset does not vary."""

_DROPPED_TABLES = ("DSIG", "meta", "STAT", "vhea", "vmtx", "VORG")


def derive(source: bytes, recipe: Recipe) -> tuple[bytes, tuple[str, ...]]:
    """Return the bytes of a derived face and the names of the changes made, in order."""
    changes = ["subset", "hinting removed", "vertical metrics", "baselines", "renamed"]
    font = _cut(source, recipe.subset)
    share(font)
    rename(font, recipe)
    lacks_spacing = recipe.subset is Subset.CHINESE and FEATURE not in features(font)
    written = BytesIO()
    font.save(written)
    data = written.getvalue()
    if lacks_spacing:
        data = add_spacing(data)
        changes.append("contextual spacing added")
    return data, tuple(changes)


def _cut(source: bytes, kept: Subset) -> TTFont:
    # The subsetter logs what it cannot find; which characters a face has is tested instead.
    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.harfbuzz_repacker = False
    options.name_IDs = ["*"]
    options.drop_tables = [*options.drop_tables, *_DROPPED_TABLES]
    options.layout_features = list(_features(font, kept))
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=code_points(kept) & font.getBestCmap().keys())
    cutter.subset(font)
    return font


def _features(font: TTFont, kept: Subset) -> tuple[str, ...]:
    if kept is Subset.LATIN:
        return tuple(sorted(features(font) - _DROPPED_FROM_LATIN))
    return _CHINESE_FEATURES if kept is Subset.CHINESE else ()
