"""How the Word file looks: colours, faces and the page, as plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours as RRGGBB, faces by the name Word finds them under, lengths in points.

    Times New Roman and Arial stand beside the Chinese faces because every Word has them and LibreOffice
    has faces of the same widths, so that page numbers found with LibreOffice hold in Word. The text block is
    38 em of 10.5 pt by 36 lines of 18 pt on A4, with the binding margin inside.
    """

    ink: str = "1F1F1D"
    red: str = "BE1725"
    navy: str = "08395F"
    blue: str = "1A6DA7"
    teal: str = "1F8888"
    ochre: str = "CB8F2F"
    slate: str = "616A71"
    rule: str = "BCBDBD"
    warm: str = "F8F6F2"
    tint: str = "E8EAF0"
    song: str = "宋体"
    hei: str = "黑体"
    kai: str = "楷体"
    serif: str = "Times New Roman"
    sans: str = "Arial"
    page_width: float = 595.3
    page_height: float = 841.9
    top: float = 90.7
    bottom: float = 103.0
    inside: float = 85.05
    outside: float = 111.25
    head: float = 51.0
    foot: float = 56.7
    pitch: float = 18.0
    """Of the grid of lines; 0 where there is none."""

    @property
    def measure(self) -> float:
        """Return the width of the text block in points."""
        return self.page_width - self.inside - self.outside


def twips(points: float) -> int:
    """Return a length in twentieths of a point, the unit of WordprocessingML."""
    return round(points * 20)
