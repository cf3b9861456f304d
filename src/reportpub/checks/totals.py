"""Tables and charts that state a total: the parts shown must come to it, as exactly as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import add

from reportpub.checks.accepted import Remark
from reportpub.checks.relations import said
from reportpub.findings import error
from reportpub.model.blocks import Chart, Row, Table
from reportpub.model.facts import Fact
from reportpub.model.intervals import Interval
from reportpub.model.precision import lies
from reportpub.model.report import Report
from reportpub.model.text import Bilingual, FactCite, plain
from reportpub.model.walk import leaves
from reportpub.sentences import listed, say

_TOTAL = re.compile(r"\s*(?:合计|总计|共计|总数|总量)\s*(?:（.*）)?\s*")
_FEWEST = 2


def astray(report: Report) -> Iterator[Remark]:
    """Yield a remark for each total that its parts do not come to."""
    for chapter in report.chapters:
        for block in chapter.blocks:
            match block:
                case Table():
                    yield from _table(block, report.facts.facts)
                case Chart() if block.total:
                    yield from _chart(block, report.facts.facts)
                case _:
                    pass


def _table(table: Table[Bilingual], facts: Mapping[str, Fact]) -> Iterator[Remark]:
    above: list[Row[Bilingual]] = []
    for row in table.rows:
        if row.group:
            above = []
            continue
        head = row.cells[0].zh
        if head is None or not _TOTAL.fullmatch(plain(head.inlines)):
            above.append(row)
            continue
        for column, cell in enumerate(row.cells):
            total = _fact(cell, facts)
            parts = [_fact(other.cells[column], facts) for other in above if column < len(other.cells)]
            known = [part for part in parts if part is not None]
            if total is not None and len(known) >= _FEWEST:
                yield from _summed(table.id, total, known, cell)
        above = []


def _chart(chart: Chart[Bilingual], facts: Mapping[str, Fact]) -> Iterator[Remark]:
    total = facts.get(chart.total)
    for series in chart.series:
        known = [facts[name] for name in series.facts if name in facts]
        if total is not None and known:
            yield from _summed(chart.id, total, known, chart.title)


def _summed(block: str, total: Fact, parts: Sequence[Fact], where: Bilingual) -> Iterator[Remark]:
    whole: Interval = reduce(add, map(lies, parts))
    if not whole.meets(lies(total)):
        names = listed((part.id for part in parts), " + ")
        message = say(
            "{names} = {id}: the parts come to {whole}, the total is {lies}",
            names=names,
            id=total.id,
            whole=said(whole),
            lies=said(lies(total)),
        )
        span = (where.zh or where.en).span if (where.zh or where.en) else total.span  # type: ignore[union-attr]
        yield Remark(
            block, error("totals/sum", message, span, say("correct a figure or what the row is called"))
        )


def _fact(cell: Bilingual, facts: Mapping[str, Fact]) -> Fact | None:
    cites = [leaf for leaf in leaves(cell.zh.inlines) if isinstance(leaf, FactCite)] if cell.zh else []
    return facts.get(cites[0].fact) if len(cites) == 1 else None
