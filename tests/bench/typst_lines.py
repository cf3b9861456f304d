"""The held-out texts set by us and by Typst, at the same sizes and measures, to be judged and looked at.

`pip install typst==0.15.2`, then `python -m tests.bench.typst_lines FOLDER`: two PDFs for each language,
measure and kind of text, FOLDER/unseen-zh-22-latin-ours.pdf and
FOLDER/unseen-zh-22-latin-typst.pdf. The figures in
tests/cases/typst.yaml are the demerits per line that the typographic check gives to each.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

import yaml

from reportpub.inputs import Inputs
from reportpub.render.pdf import lay_out

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "fonts"
TEXTS = ("typeset", "held_out")
LATER = (("unseen",), ("further",), ("fresh",))
"""Texts written after the composer was finished, each file after a change of its costs."""
MARGIN = 72


class Setting(NamedTuple):
    """How a text is set: language, measure by its name and in pt, type size, leading and indent."""

    lang: str
    name: int
    measure: float
    size: float
    leading: float
    indent: str


SETTINGS = (
    *(Setting("zh", em, em * 10.5, 10.5, 18, "2em") for em in (38, 28, 22, 18)),
    *(Setting("en", mm, mm * 72 / 25.4, 9.5, 13, "1.5em") for mm in (140, 96, 78, 60)),
)


def texts(lang: str, files: tuple[str, ...] = TEXTS) -> dict[str, list[str]]:
    """Return the texts of a language in some files by kind, and all of them."""
    found: dict[str, list[str]] = {}
    for name in files:
        cases = yaml.safe_load((ROOT / "tests" / "cases" / f"{name}.yaml").read_text(encoding="utf-8"))
        for kind, said in cases[lang].items():
            found.setdefault(kind, []).extend(text.strip() for text in said)
    return found | {"all": [text for said in found.values() for text in said]}


def ours(said: list[str], how: Setting) -> bytes:
    """Return a PDF of our lines."""

    def face(family: str, file: str, more: str = "") -> str:
        return f'@font-face {{ font-family: "{family}"; src: url({(FONTS / file).as_uri()});{more} }}'

    families = '"Latin", "RP Song"' if how.lang == "zh" else '"RP Serif", "RP Song"'
    ranges = " unicode-range: U+0020-007E, U+00A0-00B6, U+00B8-024F, U+2013, U+2212"
    style = f"""
      {face("RP Song", "RPSong-Regular.ttf")} {face("RP Serif", "RPSerif-Regular.ttf")}
      {face("Latin", "RPSerif-Regular.ttf", ranges)}
      @page {{ size: {how.measure + 2 * MARGIN}pt 842pt; margin: {MARGIN}pt }}
      html {{ font: {how.size}pt/{how.leading}pt {families} }} body, p {{ margin: 0 }}
      p {{ text-align: justify; text-indent: {how.indent}; orphans: 2; widows: 2 }}"""
    lang = "zh-Hans" if how.lang == "zh" else "en"
    body = "".join(f'<p data-set="text">{escape(text)}</p>' for text in said)
    html = f'<!doctype html><html lang="{lang}"><head><title>x</title><style>{style}</style></head>{body}'
    return lay_out(html, FONTS, Inputs(ROOT, ROOT)).plain()


def typst(said: list[str], how: Setting) -> bytes:
    """Return a PDF of Typst's lines, with the same faces."""
    latin = '(name: "RP Serif", covers: "latin-in-cjk")' if how.lang == "zh" else '"RP Serif"'
    region = ', region: "cn"' if how.lang == "zh" else ", hyphenate: true"
    between = how.leading - how.size
    source = f"""
      #set page(width: {how.measure + 2 * MARGIN}pt, height: 842pt, margin: {MARGIN}pt)
      #set text(font: ({latin}, "RP Song"), size: {how.size}pt, lang: "{how.lang}"{region},
        top-edge: 0.88em, bottom-edge: -0.12em)
      #set par(justify: true, leading: {between}pt, spacing: {between}pt,
        first-line-indent: (amount: {how.indent}, all: true))
    """
    paragraphs = "\n\n".join(f"#{json.dumps(text, ensure_ascii=False)}" for text in said)
    # Not a requirement of ours: it is wanted only when the figures are measured anew.
    engine = importlib.import_module("typst")
    made = engine.compile((source + paragraphs).encode(), font_paths=[str(FONTS)], ignore_system_fonts=True)
    return bytes(made)


def pairs() -> Iterator[tuple[str, bytes, bytes]]:
    """Yield the name of each text and setting, with both PDFs."""
    for files in (TEXTS, *LATER):
        for how in SETTINGS:
            for kind, said in texts(how.lang, files).items():
                name = f"{'-'.join(files)}-{how.lang}-{how.name}-{kind}"
                yield name, ours(said, how), typst(said, how)


def main(folder: Path) -> None:
    """Write all pairs into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, mine, theirs in pairs():
        (folder / f"{name}-ours.pdf").write_bytes(mine)
        (folder / f"{name}-typst.pdf").write_bytes(theirs)
        print(name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
