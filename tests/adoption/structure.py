"""Manuscripts adopted in memory, and the structure of what came of them as plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportpub.adoption.adopt import Adopted, adopted
from reportpub.adoption.drafts import Text
from reportpub.manuscript.read import read_manuscript
from reportpub.manuscript.word.reading import Changes


def adopt(into: Path, *files: tuple[str, bytes | str], changes: Changes | None = None) -> Adopted:
    """Return some files adopted, each written under its name first."""
    read = []
    for name, data in files:
        path = into / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        read.append(read_manuscript(path, changes))
    return adopted(read)


def outline(made: Adopted) -> list[str]:
    """Return the title, the chapters and the blocks, a line each: kind, Chinese, English."""
    return [f"report | {_said(made.book.title)}", *_lines(made)]


def _lines(made: Adopted) -> Iterator[str]:
    for chapter in made.book.chapters:
        yield f"{chapter.place} | {_said(chapter.title)}"
        for draft in chapter.drafts:
            kind = draft.kind + (
                str(draft.level) if draft.kind == "heading" else "#" if draft.ordered else ""
            )
            keys = (
                sorted(draft.texts, key=lambda key: key != "lead")
                if draft.kind == "paragraph"
                else draft.texts
            )
            said = " || ".join(_said(draft.texts[key]) for key in keys)
            yield f"{kind} | {said}" + (f" ({draft.status})" if draft.status else "")


def _said(text: Text) -> str:
    sides = (text.zh, text.en)
    return " / ".join(words.text if words is not None else "-" for words in sides)


def codes(made: Adopted) -> set[str]:
    """Return the codes of what was said of the manuscripts."""
    return {finding.code for finding in made.findings}
