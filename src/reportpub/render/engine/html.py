"""The HTML of an edition as the engine takes it in: parsed at once, without defaults nobody asks for.

The engine's own way in is meant for any page of the web. Its parser mends broken HTML and costs a tenth of a
build, and its style sheet gives every element five pseudo-elements, for notes and bullets it does not have.
"""

from __future__ import annotations

import re
from copy import copy
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import weasyprint
from weasyprint.urls import URLFetcher

_DOCTYPE = "<!doctype html>"
_ATTRIBUTE = re.compile(r'="[^"<\t\n]*[\t\n][^"<]*"')

_FIRST = re.compile("@(?:import|charset|namespace|layer)")

_OF_ANYTHING = frozenset(
    {"footnote-call", "footnote-marker", "marker", "note-call", "note-callback", "note-marker"}
)
"""Pseudo-elements that the engine's style sheet describes for every element of a page."""

_PSEUDO_ELEMENT = 3
"""Where it stands in what the engine keeps of a selector."""

_OF_OURS = """
li::marker { font-variant-numeric: tabular-nums; white-space: pre; text-transform: none }
.note::footnote-call { vertical-align: super; font-size: smaller; line-height: inherit }
.note::footnote-marker { content: counter(footnote) ". " }
"""
"""The same for those that have one: items of lists, and notes, whose class is `note` in every layout."""


class EngineHtml(weasyprint.HTML):  # type: ignore[misc]  # WeasyPrint has no types
    """A document ready to be laid out."""

    def __init__(self, html: str, base_url: str, url_fetcher: URLFetcher) -> None:
        """Parse a document; one that is not well-formed is left to the engine's forgiving parser."""
        root = parsed(html)
        if root is None:
            super().__init__(string=html, base_url=base_url, url_fetcher=url_fetcher)
            return
        _join_sheets(root)
        self.base_url = base_url
        self.url_fetcher = url_fetcher
        self.media_type = "print"
        self.wrapper_element = weasyprint.cssselect2.ElementWrapper.from_html_root(
            root, content_language=None
        )
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:  # noqa: FBT001, FBT002  as the engine calls it
        return _slim_defaults() if not forms else super()._ua_stylesheets(forms)


def parsed(html: str) -> ET.Element | None:
    """Return the tree of a document written as well-formed XML, or None where it is not."""
    words = html.removeprefix(_DOCTYPE).lstrip()
    if not words.startswith("<html"):
        return None
    # XML would make spaces of the tabs and line ends in an attribute.
    kept = _ATTRIBUTE.sub(lambda found: found[0].replace("\t", "&#9;").replace("\n", "&#10;"), words)
    try:
        return ET.fromstring(kept)  # noqa: S314  nothing stands before the root, so no entity is declared
    except ET.ParseError:
        return None


def _join_sheets(root: ET.Element) -> None:
    """Make one style sheet of all: the engine looks through each of them for every element."""
    (head,) = root.findall("head") or [root]
    sheets = [one for one in head if one.tag == "style" and not one.attrib]
    words = [one.text or "" for one in sheets]
    # What must stand first in a sheet keeps it apart.
    if len(sheets) > 1 and not any(_FIRST.search(said) for said in words):
        sheets[0].text = "\n".join(words)
        for one in sheets[1:]:
            one.text = ""


@cache
def _slim_defaults() -> list[Any]:
    """Return the engine's style sheet without its pseudo-elements of everything, and ours of some."""
    slim = copy(weasyprint.UA_STYLESHEET)
    slim.matcher = copy(slim.matcher)
    slim.matcher.other_selectors = [
        one for one in slim.matcher.other_selectors if one[_PSEUDO_ELEMENT] not in _OF_ANYTHING
    ]
    return [slim, weasyprint.CSS(string=_OF_OURS)]
