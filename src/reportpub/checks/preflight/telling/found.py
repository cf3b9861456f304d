"""The parts of the report on what was found: faults by rule, waivers, and what could not be judged."""

from __future__ import annotations

from html import escape
from itertools import groupby

from reportpub.checks.preflight.examine import Preflight
from reportpub.checks.preflight.faults import Fault
from reportpub.checks.preflight.gate import shown
from reportpub.checks.preflight.rulebook import Words, rules
from reportpub.checks.preflight.telling.markup import heading, page_map, table, words
from reportpub.checks.preflight.telling.words import SEVERITIES
from reportpub.findings import Severity

_MOST_ROWS = 14
_SHORT = 5
"""Rows of a card that is kept on one page."""
_MOST_MAPS = 10
_HEADS: tuple[Words, ...] = (
    ("页", "Page"),
    ("位置 mm，自成品左上角", "Place, mm from the trim corner"),
    ("测得", "Found"),
    ("限值", "Limit"),
    ("内容与对象", "Text and object"),
)


def faults(found: Preflight) -> str:
    """Return a card for each rule that was broken, the worst first."""
    if not found.faults:
        return ""
    cards = [
        _card(found, severity, rule, list(group))
        for (severity, rule), group in groupby(found.faults, key=lambda one: (one.severity, one.rule))
    ]
    return heading(("发现的问题", "What was found")) + "".join(cards)


def _card(found: Preflight, severity: Severity, rule_id: str, group: list[Fault]) -> str:
    rule = rules()[rule_id]
    zh, en = SEVERITIES[severity]
    times = found.times(rule_id, severity)
    count = f" × {times}" if times > 1 else ""
    return (
        f'<section class="fault {severity.word}{" short" if len(group) <= _SHORT else ""}"><div class="head">'
        f'<span class="tag {severity.word}">{zh} {en}{count}</span>'
        f"<h3>{words((f'应当：{rule.title[0]}', f'Asked: {rule.title[1]}'), block=True)}</h3>"
        f'<span class="rule-id">{escape(rule.id)}</span></div>'
        f'<p class="do">{words(rule.advice)} <span class="rule-id">({escape(rule.source)})</span></p>'
        f"{_maps(found, group)}{_rows(group)}{_rest(times, group)}</section>"
    )


def _maps(found: Preflight, group: list[Fault]) -> str:
    by_page: dict[int, list[Fault]] = {}
    for fault in group:
        if fault.box and fault.page:
            by_page.setdefault(fault.page, []).append(fault)
    drawn = [page_map(found.leaves[page - 1], marks) for page, marks in [*by_page.items()][:_MOST_MAPS]]
    return f'<div class="maps">{"".join(drawn)}</div>' if drawn else ""


def _rows(group: list[Fault]) -> str:
    rows = [
        (
            str(fault.page or "—"),
            (shown(fault.box) if fault.box else "")
            + (" " + words(fault.detail) if any(fault.detail) else ""),
            escape(fault.value),
            escape(fault.limit),
            _what(fault),
        )
        for fault in group[:_MOST_ROWS]
    ]
    kept = [at for at in range(len(_HEADS)) if at == 0 or any(row[at].strip() for row in rows)]
    if kept == [0] and all(fault.page == 0 for fault in group):
        return ""
    cells = [[row[at] for at in kept] for row in rows]
    return table("found", [_HEADS[at] for at in kept], cells, frozenset())


def _what(fault: Fault) -> str:
    sample = fault.sample.strip()
    text = f'<em class="sample">{escape(sample)}</em> ' if sample else ""
    return text + (f'<span class="mono">{escape(fault.where)}</span>' if fault.where else "")


def _rest(times: int, group: list[Fault]) -> str:
    left = times - min(len(group), _MOST_ROWS)
    return f"<p>{words((f'另有{left}处，见 JSON。', f'{left} more; see the JSON.'))}</p>" if left > 0 else ""


def waivers(found: Preflight) -> str:
    """Return the waivers with what each lets through."""
    if not found.waived:
        return ""
    heads: tuple[Words, ...] = (
        ("规则", "Rule"),
        ("页或块", "Page or block"),
        ("次数", "Times"),
        ("理由", "Reason"),
        ("决定人", "Decided by"),
    )
    rows = [
        (
            f"{escape(one.waiver.rule)} {words(rules()[one.waiver.rule].title, block=True)}"
            if one.waiver.rule in rules()
            else escape(one.waiver.rule),
            escape(one.waiver.block) or str(one.waiver.page or "—"),
            str(one.counted) if one.faults else words(("没有用到", "not needed")),
            escape(one.waiver.reason),
            escape(f"{one.waiver.by} {one.waiver.date}".strip()),
        )
        for one in found.waived
    ]
    return heading(("放行", "Waived")) + table("stack", heads, rows, frozenset())


def unchecked(found: Preflight) -> str:
    """Return the rules that could not be judged, each with the reason."""
    if not found.unchecked:
        return ""
    heads: tuple[Words, ...] = (
        ("规则", "Rule"),
        ("内容", "What it asks"),
        ("为什么没有查成", "Why it was not checked"),
    )
    rows = [
        (escape(rule), words(rules()[rule].title, block=True), words(why, block=True))
        for rule, why in found.unchecked.items()
    ]
    return heading(("没有查成的规则", "Rules that could not be checked")) + table(
        "stack", heads, rows, frozenset()
    )
