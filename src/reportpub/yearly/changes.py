"""The page that tells readers what has changed since last year: a chapter of tables that cite the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportpub.edition.edition import ShownChapter
from reportpub.edition.fact_forms import Form, why_not
from reportpub.edition.resolve import resolve
from reportpub.model.facts import Fact
from reportpub.model.report import Arrangement, EditionSpec, Report
from reportpub.model.text import FactCite, Lang, plain
from reportpub.model.walk import leaves, texts

ID = "what-changed"
"""The id of the chapter, and the beginning of the ids of its tables."""

_MARKS = re.compile(r"[\\{\[*`<&]")
"""Characters that mean something in a text and must be written with a backslash to mean themselves."""


def changes(report: Report, year: int) -> str:
    """Return a chapter file: a table for each chapter whose facts know the value of the year before.

    The numbers are cited, never written out, so that the page stays true when a fact is corrected.
    """
    tables = "".join(_tables(report, year))
    return (
        "# yaml-language-server: $schema=../../schema/chapter.schema.json\n"
        "# Made by `reportpub changes` from the facts that know the year before; it may be edited.\n"
        f"id: {ID}\n"
        f"title: {{zh: 数据变化一览, en: What has changed}}\n"
        "blocks:\n"
        f"  - id: {ID}-about\n"
        "    paragraph:\n"
        f"      zh: 下列各表对照{year}年与{year - 1}年的数据；变化由两年的数值算出，保留两位小数。\n"
        f"      en: The tables below set the figures of {year} beside those of {year - 1};"
        " the changes are computed from the two values, to two decimals.\n"
        f"{tables}"
    )


def compared(report: Report) -> dict[str, tuple[Fact, ...]]:
    """Return the facts that can be set beside last year's, by the chapter that cites them first."""
    taken: set[str] = set()
    found: dict[str, tuple[Fact, ...]] = {}
    for chapter in report.chapters:
        cited = dict.fromkeys(
            leaf.fact
            for block in chapter.blocks
            for text in texts(block)
            for passage in text.said()
            for leaf in leaves(passage.inlines)
            if isinstance(leaf, FactCite) and leaf.fact in report.facts.facts
        )
        new = [report.facts.facts[name] for name in cited if name not in taken]
        facts = tuple(fact for fact in new if fact.change is None and why_not(fact, Form.GROWTH) is None)
        taken |= cited.keys()
        if facts and chapter.id != ID:
            found[chapter.id] = facts
    return found


def _tables(report: Report, year: int) -> Iterator[str]:
    spec = EditionSpec(
        name=ID,
        languages=(Lang.ZH, Lang.EN),
        arrangement=Arrangement.PARALLEL,
        layout="",
        targets=(),
        span=report.editions[0].span,
    )
    shown = {chapter.id: chapter for part in resolve(report, spec).parts for chapter in part.chapters}
    for chapter, facts in compared(report).items():
        zh, en = _titles(shown[chapter])
        rows = "".join(
            f"        - ['{{{f.id}:label}}', '{{{f.id}:last}}', '{{{f.id}:unit}}', '{{{f.id}:growth}}']\n"
            for f in facts
        )
        yield (
            f"  - id: changed-{chapter}\n"
            "    table:\n"
            f"      title: {{zh: {_quoted(f'{zh}：{year}年与{year - 1}年')}, "
            f"en: {_quoted(f'{en}: {year} and {year - 1}')}}}\n"
            "      columns:\n"
            "        - {zh: 指标, en: Indicator}\n"
            f"        - {{zh: {year - 1}年, en: '{year - 1}'}}\n"
            f"        - {{zh: {year}年, en: '{year}'}}\n"
            "        - {zh: 变化, en: Change}\n"
            "      rows:\n"
            f"{rows}"
        )


def _titles(chapter: ShownChapter) -> tuple[str, str]:
    said = {passage.lang: plain(passage.inlines) for passage in chapter.title.text.passages}
    return said[Lang.ZH], said[Lang.EN]


def _quoted(words: str) -> str:
    escaped = _MARKS.sub(lambda mark: f"\\{mark[0]}", words)
    return "'" + escaped.replace("'", "''") + "'"
