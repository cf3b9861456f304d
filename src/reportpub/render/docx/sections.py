"""Sections: page size, folios, running heads; every section names its own heads and feet.

A section without references takes those of the one before it, which is how running heads go wrong when
somebody inserts a page; so all are written. Source: ECMA-376 part 1, 17.6 and 17.10.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportpub.model.text import Lang, plain
from reportpub.render.docx.inlines import Voice, spoken
from reportpub.render.docx.look import Look, twips
from reportpub.render.docx.oxml import field, paragraph, run
from reportpub.render.docx.styles import heading, style_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """How a run of pages is numbered and which heads it carries; `odd` starts it on a right-hand page."""

    heads: str
    numbers: Literal["decimal", "lowerRoman"] = "decimal"
    start: int | None = None
    odd: bool = False


def section(made: Section, look: Look) -> str:
    """Return the w:sectPr."""
    start = f' w:start="{made.start}"' if made.start else ""
    turned = ' w:orient="landscape"' if look.page_width > look.page_height else ""
    grid = f'<w:docGrid w:type="lines" w:linePitch="{twips(look.pitch)}"/>' if look.pitch else ""
    return (
        f'<w:sectPr>{made.heads}<w:type w:val="{"oddPage" if made.odd else "nextPage"}"/>'
        f'<w:pgSz w:w="{twips(look.page_width)}" w:h="{twips(look.page_height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(look.top)}" w:right="{twips(look.outside)}" w:bottom="{twips(look.bottom)}"'
        f' w:left="{twips(look.inside)}" w:header="{twips(look.head)}"'
        f' w:footer="{twips(look.foot)}" w:gutter="0"/>'
        f'<w:pgNumType w:fmt="{made.numbers}"{start}/>'
        f"{grid}</w:sectPr>"
    )


def closed(content: str, sect: str) -> str:
    """Return content whose last paragraph ends a section."""
    at = content.rindex("</w:pPr>")
    return content[:at] + sect + content[at:]


def blank(voice: Voice) -> str:
    """Return the references of a section without running heads and folios."""
    return _references(
        voice, tuple((kind, turn, paragraph(_style(kind), "")) for kind in ("hdr", "ftr") for turn in _TURNS)
    )


def folios(voice: Voice, cached: str) -> str:
    """Return the references of a section that has folios and no running heads."""
    heads = tuple(("hdr", turn, paragraph("Header", "")) for turn in _TURNS)
    return _references(voice, (*heads, *_feet(cached)))


def running(voice: Voice, title: str, *, numbered: bool) -> str:
    """Return the references of a chapter: the report on the left page, the chapter on the right.

    The chapter's title follows its heading by a field; each chapter has its own head with its own title
    cached, because many readers show what is cached and never look at the heading.
    """
    report = run(plain_title(voice), voice.lang)
    name = style_name(heading(1, numbered=numbered), voice.lang, voice.leading)
    # The number finds Word's own heading in every language of its surface; a name finds ours.
    aim = "1" if name == "heading 1" else f'"{name}"'
    chapter = field(f"STYLEREF {aim}", run(title, voice.lang))
    heads = (
        ("hdr", "even", paragraph("Header", report)),
        ("hdr", "default", paragraph("Header", chapter, '<w:jc w:val="right"/>')),
    )
    return _references(voice, (*heads, *_feet("1")))


def plain_title(voice: Voice) -> str:
    """Return the title of the report in the language of the voice."""
    return plain(spoken(voice.edition.metadata.title, voice.lang).inlines)


_TURNS = ("even", "default")


def _style(kind: str) -> str:
    return "Header" if kind == "hdr" else "Footer"


def _feet(cached: str) -> tuple[tuple[str, str, str], ...]:
    folio = field("PAGE", run(cached, Lang.EN))
    return (
        ("ftr", "even", paragraph("Footer", folio)),
        ("ftr", "default", paragraph("Footer", folio, '<w:jc w:val="right"/>')),
    )


def _references(voice: Voice, heads: tuple[tuple[str, str, str], ...]) -> str:
    told = ""
    for kind, turn, content in heads:
        name = "headerReference" if kind == "hdr" else "footerReference"
        told += f'<w:{name} w:type="{turn}" r:id="{voice.gather.head(kind, content)}"/>'
    return told
