"""What a report begun from the last one still needs: figures, texts, and lines that name the old year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportpub.model.report import Report

FILE = "TO-REVISE.md"


def to_revise(report: Report, files: Mapping[str, str], old: int, new: int) -> str:
    """Return the list as Markdown with a box for each item, in both languages.

    `report` is that of the old year; `files` are the YAML files of the new one by their names in `source/`.
    """
    return "\n".join((*_head(old, new), *_figures(report), *_texts(report), *_years(files, old), ""))


def _head(old: int, new: int) -> Iterator[str]:
    yield f"# {new}：从 {old} 年报告接着做 · begun from the report of {old}"
    yield ""
    yield (
        "数据：把 `value` 改成今年的值，删去 `revised: false`；同比由程序推算。"
        "文字：改好后删去 `status: unrevised`。全部删完才能出正式版（`--release`）。"
    )
    yield (
        "Figures: write this year’s `value` and delete `revised: false`; changes are computed. "
        "Texts: bring them up to date and delete `status: unrevised`. No release before none is left."
    )


def _figures(report: Report) -> Iterator[str]:
    yield from ("", "## 数据 · Figures", "")
    for fact in report.facts.facts.values():
        if not fact.expr:
            zh, en = fact.label
            yield f"- [ ] `{fact.id}` {zh} · {en}（{fact.period}: {fact.value:f}）"


def _texts(report: Report) -> Iterator[str]:
    yield from ("", "## 文字 · Texts")
    for chapter in report.chapters:
        yield from ("", f"### `{chapter.span.file}`", "")
        yield from (f"- [ ] `{block.id}`" for block in (chapter.title, *chapter.blocks))


def _years(files: Mapping[str, str], old: int) -> Iterator[str]:
    """List the lines in which the old year or the one before still stands: dates are no facts."""
    yield from ("", f"## 写着 {old - 1}、{old} 年的行 · Lines that name {old - 1} or {old}", "")
    year = re.compile(rf"(?<!\d)({old - 1}|{old})(?!\d)")
    for name, text in files.items():
        if name == "facts.yaml":
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            if year.search(line) and not line.lstrip().startswith("#"):
                yield f"- [ ] `source/{name}:{number}` {line.strip()}"
