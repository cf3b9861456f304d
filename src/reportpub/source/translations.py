"""translations.yaml: the Chinese that the English of each block was made from, so that the stale is known.

What is kept is a digest of the Chinese without the values of its figures and the wording of its names: they
are cited by id, and follow by themselves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from reportpub.model.blocks import Block, Heading, KeyFigures, Status
from reportpub.model.report import Chapter
from reportpub.model.text import (
    Bilingual,
    BlockCite,
    Emph,
    FactCite,
    Inline,
    Inlines,
    Link,
    NoteCall,
    Str,
    Strong,
    TermCite,
)
from reportpub.model.walk import texts
from reportpub.nodes import Mapping as Entries
from reportpub.nodes import Node, Scalar
from reportpub.source.conform import departures
from reportpub.source.shapes import TRANSLATIONS_FILE
from reportpub.source.texts import Problems

FILE: Final = "translations.yaml"
HEAD: Final = (
    "# yaml-language-server: $schema=../schema/translations.schema.json\n"
    "# Kept by `reportpub translate`: which Chinese the English of each block was made from.\n"
    "translations:\n"
)
_LENGTH = 16
"""Hex digits kept of a SHA-256; the texts of one block are few."""


def digest(block: Block[Bilingual]) -> str:
    """Return the fingerprint of the Chinese of a block, whatever its figures come to."""
    if isinstance(block, KeyFigures):
        return ""
    said = "\x1f".join(_typed(text.zh.inlines) if text.zh else "" for text in texts(block))
    return hashlib.sha256(said.encode()).hexdigest()[:_LENGTH]


def _typed(inlines: Inlines) -> str:
    return "".join(map(_one, inlines))


def _one(inline: Inline) -> str:
    match inline:
        case Str(text):
            return text
        case Emph(children):
            return f"*{_typed(children)}*"
        case Strong(children):
            return f"**{_typed(children)}**"
        case Link(children, url):
            return f"[{_typed(children)}]({url})"
        case FactCite(name, form):
            return f"{{{name}:{form}}}"
        case TermCite(name, form):
            return f"{{~{name}:{form}}}"
        case BlockCite(name):
            return f"{{@{name}}}"
        case NoteCall(name):
            return f"[^{name}]"
        case _:
            return ""


def translations(root: Node | None, problems: Problems) -> Mapping[str, str]:
    """Return the digests of a file by block id."""
    if root is None:
        return {}
    problems.add(*departures(root, TRANSLATIONS_FILE))
    told = root.get("translations") if isinstance(root, Entries) else None
    entries = told.entries if isinstance(told, Entries) else ()
    return {key.text: value.text for key, value in entries if isinstance(value, Scalar)}


def written(told: Mapping[str, str]) -> str:
    """Return the file, a line for each block in the order given."""
    return HEAD + "".join(f"  {name}: '{value}'\n" for name, value in told.items())


def with_stale(chapters: tuple[Chapter, ...], told: Mapping[str, str]) -> tuple[Chapter, ...]:
    """Return the chapters with finished English marked stale where the Chinese is no longer what it was."""
    return tuple(_chapter(chapter, told) for chapter in chapters) if told else chapters


def _chapter(chapter: Chapter, told: Mapping[str, str]) -> Chapter:
    title = _marked(chapter.title, told)
    assert isinstance(title, Heading), "marking a block keeps its kind"  # noqa: S101
    return replace(
        chapter,
        title=title,
        blocks=tuple(_marked(block, told) for block in chapter.blocks),
    )


def _marked(block: Block[Bilingual], told: Mapping[str, str]) -> Block[Bilingual]:
    late = block.status is Status.FINAL and told.get(block.id, digest(block)) != digest(block)
    return replace(block, status=Status.STALE) if late else block
