"""The names of a derived face: none of a Reserved Font Name, and the copyright and licence as they were."""

from __future__ import annotations

from fontTools.ttLib import TTFont

from reportpub.foundry.charset import Subset
from reportpub.foundry.recipes import Recipe

RESERVED = ("Source", "LXGW", "霞鹜")
"""Names a modified version must not bear (OFL 1.1, condition 3)."""

COPYRIGHT, LICENCE, LICENCE_URL = 0, 13, 14
"""Name records that are kept to the letter (OFL 1.1, condition 2)."""

VERSION = "Version 1.000"

_WINDOWS_ENGLISH = (3, 1, 0x409)
_LINKED = ("Regular", "Italic", "Bold", "Bold Italic")
"""Styles that a family of four holds; others become a family of their own in older programs."""

_ITALIC, _BOLD, _REGULAR, _OBLIQUE = 1 << 0, 1 << 5, 1 << 6, 1 << 9
_MAC_BOLD, _MAC_ITALIC = 1 << 0, 1 << 1
_SIMPLIFIED_CHINESE = 1 << 18
"""Bit of OS/2 ulCodePageRange1 for code page 936."""


def rename(font: TTFont, recipe: Recipe) -> None:
    """Replace every name record of a font, and the style bits that say the same.

    Trademark, designer and vendor records go: they name the original. The copyright record stays to the
    letter, a Reserved Font Name declared in it included.
    """
    table = font["name"]
    kept = {record: table.getDebugName(record) for record in (COPYRIGHT, LICENCE, LICENCE_URL)}
    linked = recipe.style in _LINKED
    full = f"{recipe.family} {recipe.style}"
    given = {
        1: recipe.family if linked else full,
        2: recipe.style if linked else "Regular",
        3: f"1.000;reportpub;{recipe.postscript_name}",
        4: full,
        5: VERSION,
        6: recipe.postscript_name,
        16: None if linked else recipe.family,
        17: None if linked else recipe.style,
    }
    table.names = []
    for record, text in sorted((kept | given).items()):
        if text:
            table.setName(text, record, *_WINDOWS_ENGLISH)
    font["head"].fontRevision = 1.0
    font["OS/2"].achVendID = "NONE"
    font["OS/2"].usWeightClass = recipe.weight
    _mark_style(font, recipe)
    if recipe.subset is not Subset.LATIN:
        # The subsetter unmarks a face without signs, and word processors then do not offer it.
        font["OS/2"].ulCodePageRange1 |= _SIMPLIFIED_CHINESE
    _forget_feature_names(font)


def _mark_style(font: TTFont, recipe: Recipe) -> None:
    bold = recipe.style == "Bold"
    italic, upright = (_ITALIC if recipe.italic else 0), (0 if bold or recipe.italic else _REGULAR)
    os2 = font["OS/2"]
    others = os2.fsSelection & ~(_ITALIC | _BOLD | _REGULAR | _OBLIQUE)
    os2.fsSelection = others | italic | (_BOLD if bold else 0) | upright
    font["head"].macStyle = (_MAC_BOLD if bold else 0) | (_MAC_ITALIC if recipe.italic else 0)


def _forget_feature_names(font: TTFont) -> None:
    # Stylistic sets point at name records for font menus; those records are gone.
    for tag in ("GSUB", "GPOS"):
        table = font[tag].table if tag in font else None
        if table is not None and table.FeatureList is not None:
            for record in table.FeatureList.FeatureRecord:
                record.Feature.FeatureParams = None
