"""Everything a program can tell of the accessibility of a PDF, in one look.

Source: ISO 14289-1 (PDF/UA-1); Matterhorn Protocol 1.1; WCAG 2.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pikepdf import Pdf

from reportpub.checks.ua.annotations import check_annotations
from reportpub.checks.ua.content import Content
from reportpub.checks.ua.contrast import check_contrast
from reportpub.checks.ua.document import check_document
from reportpub.checks.ua.elements import check_elements
from reportpub.checks.ua.faults import Fault
from reportpub.checks.ua.fonts import check_ua_fonts
from reportpub.checks.ua.languages import check_languages
from reportpub.checks.ua.nesting import check_nesting
from reportpub.checks.ua.tree import Tree


def check_ua(pdf: Pdf, content: Content, tree: Tree, colours: Mapping[str, str]) -> Iterator[Fault]:
    """Yield each fault of a document; `colours` are the names of the layout for colours, by `#RRGGBB`."""
    yield from check_document(pdf, content, tree)
    if "/StructTreeRoot" in pdf.Root:
        yield from check_nesting(pdf, tree)
        yield from check_elements(tree)
        yield from check_languages(pdf, content, tree)
    yield from check_annotations(pdf, tree)
    yield from check_ua_fonts(pdf, content)
    yield from check_contrast(pdf, colours)
