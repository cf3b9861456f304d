"""What the page in the browser is told, as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from reportpub.findings import Finding
from reportpub.messages.catalogue import Catalogue
from reportpub.model.text import Lang
from reportpub.preview.leaves import Leaf, Origin
from reportpub.preview.session import Session
from reportpub.preview.shelf import Shelf
from reportpub.sentences import Sentence

Told = Mapping[str, object]


def state(session: Session) -> Told:
    """Return everything that is shown: editions, pages with their blocks, and findings by page."""
    shelf = session.shelf
    return {
        "version": session.version,
        "edition": session.edition,
        "editions": list(session.editions),
        "busy": session.busy > 0,
        "fresh": shelf.fresh,
        "refused": bool(session.refused),
        "leaves": [_leaf(leaf) for leaf in shelf.leaves],
        "findings": [_finding(finding, shelf) for finding in session.findings],
    }


def origin(block: str, found: Origin) -> Told:
    """Return where a block is written, with its lines and what it says in each language."""
    return {
        "block": block,
        "file": found.file,
        "line": found.line,
        "lines": list(found.lines),
        "said": {
            lang.key: {"words": said.words, "line": said.line, "column": said.column}
            for lang, said in found.said.items()
        },
    }


def _leaf(leaf: Leaf) -> Told:
    return {
        "document": leaf.document,
        "index": leaf.index,
        "size": leaf.size,
        "folio": leaf.folio,
        "stretch": [leaf.stretch.part, leaf.stretch.chapter] if leaf.stretch else None,
        "spots": [[spot.block, spot.lang.key, *(round(edge, 1) for edge in spot.box)] for spot in leaf.spots],
    }


def both(said: Sentence) -> dict[str, str]:
    """Return a sentence in both languages, of which the page shows the one it speaks."""
    return {lang.key: Catalogue(lang).tell(said) for lang in Lang}


def _finding(finding: Finding, shelf: Shelf) -> Told:
    block = shelf.block_at(finding.span)
    return {
        "code": finding.code,
        "severity": finding.severity.word,
        "message": both(finding.message),
        "hint": both(finding.hint),
        "file": finding.span.file if finding.span else "",
        "line": finding.span.line if finding.span else 0,
        "column": finding.span.column if finding.span else 0,
        "block": block,
        "pages": list(shelf.pages_of(block)) if block else [],
    }
