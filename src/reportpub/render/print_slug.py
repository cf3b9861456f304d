"""The slug lines of a press file: what each sheet is, outside its bleed, and the inks on their plates."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from reportpub.model.job import Standard
from reportpub.render.print_marks import LENGTH, SLUG_INSET

_INKS = (("Cyan", "1 0 0 0"), ("Magenta", "0 1 0 0"), ("Yellow", "0 0 1 0"), ("Black", "0 0 0 1"))

_STYLE = """
@page {{ size: {width:.3f}pt {height:.3f}pt; margin: 0; }}
p {{ margin: 0; height: {height:.3f}pt; white-space: nowrap; overflow: hidden;
     font: 6pt/{height:.3f}pt "RP Sans", "RP Hei"; color: device-cmyk(0 0 0 1); }}
p + p {{ break-before: page; }}
span {{ padding-right: 3mm; }}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slug:
    """What a slug line says; `date` is the one of the report, never that of a clock."""

    report: str
    file: str
    date: str
    condition: str
    standard: Standard


def slug_html(said: Slug, width: float, pages: int, faces: str) -> str:
    """Return a document with one slug line for each page; `width` is that of the trimmed page in pt."""
    style = _STYLE.format(width=width - 2 * SLUG_INSET, height=LENGTH)
    lines = "\n".join(_line(said, number, pages) for number in range(1, pages + 1))
    return (
        f'<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{escape(said.file)}</title>'
        f"<style>{faces}</style><style>{style}</style></head><body>{lines}</body></html>"
    )


def _line(said: Slug, number: int, pages: int) -> str:
    words = (
        said.report,
        said.file,
        f"第 {number} 页，共 {pages} 页 · page {number} of {pages}",
        said.date,
        f"{said.condition} · {said.standard.version}",
    )
    inks = "".join(f'<span style="color: device-cmyk({ink})">{name}</span>' for name, ink in _INKS)
    return "<p>" + "".join(f"<span>{escape(word)}</span>" for word in words) + inks + "</p>"
