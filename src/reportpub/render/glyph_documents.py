"""Which documents are composed, by the kind of their faces, and in them which blocks, by their mark."""

from __future__ import annotations

from weasyprint.text.fonts import FontConfiguration

from reportpub.kept import Kept
from reportpub.render.glyph_engine import Element, Engine
from reportpub.render.glyph_lines import Setter
from reportpub.render.glyph_strands import wanted
from reportpub.typeset.lines import Setting


class ComposingFonts(FontConfiguration):  # type: ignore[misc]  # WeasyPrint has no types
    """The faces of one document whose marked blocks are composed, and what was left to the engine."""

    def __init__(self, kept: Kept | None = None) -> None:
        """Begin without any face; lines are looked for among those `kept`."""
        super().__init__()
        self.setter = Setter(kept)
        self.left: dict[tuple[Element, str], None] = {}
        """Blocks left to the engine, each with its reason."""


def setting_of(box: Engine) -> Setting | None:
    """Return how a block is to be set, if its document is composed."""
    return wanted(box) if isinstance(box.style.font_config, ComposingFonts) else None
