"""What each element of the HTML is in the structure tree of a screen file.

Source: ISO 32000-1, 14.8.4 (standard structure types), 14.7.3 (role map); ISO 14289-1 (PDF/UA-1), 7.
"""

from __future__ import annotations

from collections.abc import Mapping

BY_CLASS: Mapping[str, str] = {
    "caption": "Caption",
    "contents-part": "TOC",
    "contents-title": "H1",
    "cover-title": "Title",
    "entry": "TOCI",
    "half-title-words": "Title",
}
"""Classes of the HTML that stand for a structure type."""

BY_TAG: Mapping[str, str] = {
    "a": "Link",
    "article": "Art",
    "aside": "Div",
    "b": "Strong",
    "blockquote": "BlockQuote",
    "caption": "Caption",
    "cite": "Span",
    "code": "Code",
    "div": "Div",
    "em": "Em",
    "figcaption": "Caption",
    "figure": "Div",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "header": "Div",
    "i": "Em",
    "img": "Figure",
    "li": "LI",
    "li::before": "Lbl",
    "li::marker": "Lbl",
    "main": "Part",
    "nav": "Sect",
    "ol": "L",
    "p": "P",
    "section": "Sect",
    "span": "Span",
    "span::footnote-call": "Reference",
    "span::footnote-marker": "Lbl",
    "strong": "Strong",
    "sub": "Span",
    "sup": "Span",
    "table": "Table",
    "tbody": "TBody",
    "td": "TD",
    "tfoot": "TFoot",
    "th": "TH",
    "thead": "THead",
    "tr": "TR",
    "ul": "L",
    "{http://www.w3.org/2000/svg}svg": "Figure",
}
"""Elements and pseudo-elements; any other stands for nothing and lets its content through."""

ROLES: Mapping[str, str] = {"Em": "Span", "Strong": "Span", "Title": "P"}
"""Types of our own, with the standard type that a reader takes each for; PDF 2.0 knows all three."""

THROUGH = frozenset({"numerals"})
"""Classes whose element is dropped and its content kept: their order on the page is not that of reading."""

KEPT = frozenset({"aside", "box", "figure", "key", "table"})
"""Classes and tags that keep their Div: what they hold belongs together."""

HEADINGS = frozenset(f"H{level}" for level in range(1, 7))

BLOCKS = frozenset({"Caption", "LBody", "P", "TD", "TH", "Title", *HEADINGS})
"""Types that hold running text; a note is read after the one that calls it."""

TEXTS = BLOCKS | {"Code", "Em", "Lbl", "Link", "Note", "Reference", "Span", "Strong"}
"""Types that hold words themselves."""

NUMBERING: Mapping[str, str] = {"ol": "Decimal", "ul": "Disc"}
"""How the items of a list are marked (ISO 32000-1, table 347)."""


def structure_type(tag: str, classes: tuple[str, ...]) -> str:
    """Return the structure type of an element or pseudo-element, or nothing if it stands for nothing."""
    if "::" not in tag:
        if THROUGH & set(classes):
            return ""
        named = next((BY_CLASS[name] for name in classes if name in BY_CLASS), "")
        if named:
            return named
    return BY_TAG.get(tag, "")
