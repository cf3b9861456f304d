"""Contextual spacing of Chinese punctuation: the `chws` feature for a face that lacks it."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from io import BytesIO
from pathlib import Path

from chws_tool.config import GoogleFontsConfig
from east_asian_spacing import Builder
from fontTools.ttLib import TTFont

from reportpub.findings import ToolError, error
from reportpub.sentences import say

FEATURE = "chws"


def features(font: TTFont) -> frozenset[str]:
    """Return the tags of the layout features of a font."""
    tables = [font[tag].table for tag in ("GSUB", "GPOS") if tag in font]
    return frozenset(r.FeatureTag for t in tables if t.FeatureList for r in t.FeatureList.FeatureRecord)


def add_spacing(data: bytes) -> bytes:
    """Return the font with `chws`, computed from the ink of its own punctuation; `ToolError` if none can be.

    Two marks that meet lose the half em between them (CLREQ, 3.1.6.2 Reduction of spacing).
    """
    # The library logs that it does not know the new family name, which is as intended.
    logging.getLogger("config").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "face.ttf"
        path.write_bytes(data)
        builder = Builder(path, config=GoogleFontsConfig.default)
        builder.font.ttfont.recalcTimestamp = False
        asyncio.run(builder.build())
        if not builder.has_spacings:
            raise ToolError(
                (error("fonts/spacing", say("no contextual spacing could be computed for the face")),)
            )
        kept = BytesIO()
        builder.font.ttfont.save(kept)
        builder.font.ttfont.close()
    return kept.getvalue()
