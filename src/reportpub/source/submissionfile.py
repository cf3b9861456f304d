"""The submission of report.yaml: head and end of an official document, and the shape of its title.

Source: GB/T 9704-2012, 7.3.1: a title that breaks keeps its words whole and its lines symmetrical, as a
trapezoid or a diamond.
"""

from __future__ import annotations

from itertools import pairwise

from reportpub.findings import warning
from reportpub.model.submission import Submission
from reportpub.nodes import Mapping, Node, Scalar, Sequence
from reportpub.sentences import listed, say
from reportpub.source.conform import departures
from reportpub.source.shapes import SUBMISSION
from reportpub.source.texts import Problems, word

MOST = 20
"""Characters of No. 2 type on a line of the type area."""


def submission(node: Node | None, date: str, problems: Problems) -> Submission:
    """Return what a submission says; `date` is the day of issue as YYYY-MM-DD."""
    if not isinstance(node, Mapping) or departures(node, SUBMISSION):
        return Submission(day=day(date))
    lines = node.get("title")
    title = (
        tuple(item.text for item in lines.items if isinstance(item, Scalar))
        if isinstance(lines, Sequence)
        else ()
    )
    if lines is not None and not shapely(title):
        message = say(
            "the lines of the title have {lengths} characters",
            lengths=listed(str(len(line)) for line in title),
        )
        hint = say(
            "let them grow, shrink, or do first one and then the other; {most} at most fit on a line",
            most=MOST,
        )
        problems.add(warning("source/title-shape", message, lines.span, hint))
    return Submission(
        mark=word(node, "mark"),
        number=word(node, "number"),
        recipient=word(node, "recipient"),
        signatory=word(node, "signatory"),
        day=day(word(node, "date") or date),
        contact=word(node, "contact"),
        title=title,
    )


def day(date: str) -> str:
    """Return a day as official documents write it: 2025年4月20日, without leading zeros (7.3.5.4)."""
    year, _, rest = date.partition("-")
    month, _, last = rest.partition("-")
    return f"{year}年{int(month)}月{int(last)}日" if month and last else ""


def shapely(title: tuple[str, ...]) -> bool:
    """Tell whether the lines of a title are a trapezoid or a diamond, none of them too long."""
    lengths = [len(line) for line in title]
    if max(lengths, default=0) > MOST:
        return False
    turn = lengths.index(max(lengths)) if lengths else 0
    rises = all(before < after for before, after in pairwise(lengths[: turn + 1]))
    falls = all(before > after for before, after in pairwise(lengths[turn:]))
    return rises and falls
