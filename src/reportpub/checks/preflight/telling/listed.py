"""The parts of the report that list everything: rules kept or not, pages with their ink, fonts."""

from __future__ import annotations

from html import escape
from itertools import groupby

from reportpub.checks.preflight.examine import Preflight
from reportpub.checks.preflight.rulebook import Rule, Words, rules
from reportpub.checks.preflight.telling.markup import heading, ink_bar, table, words
from reportpub.checks.preflight.telling.record import Outcome, outcome
from reportpub.checks.preflight.telling.words import SEVERITIES
from reportpub.findings import Severity

_OUTCOMES = {
    Outcome.PASSED: ("passed", ("通过", "kept")),
    Outcome.WAIVED: ("warning", ("放行", "waived")),
    Outcome.UNCHECKED: ("warning", ("未查", "not checked")),
    Outcome.IGNORED: ("off", ("不适用", "not asked")),
}
_YES, _NO = ("是", "yes"), ("否", "no")


def rule_table(found: Preflight) -> str:
    """Return every rule with its source and what came of it."""
    body = ""
    for family, members in groupby(rules().values(), key=lambda rule: rule.family):
        body += f'<tr class="family"><td colspan="4">{words(family)}</td></tr>'
        body += "".join(
            f"<tr><td>{escape(rule.id)}</td><td>{words(rule.title, block=True)}</td>"
            f"<td>{escape(rule.source)}</td><td>{_result(found, rule)}</td></tr>"
            for rule in members
        )
    return heading(("全部规则", "All rules")) + f'<table class="rules"><tbody>{body}</tbody></table>'


def _result(found: Preflight, rule: Rule) -> str:
    came = outcome(found, rule)
    if came is Outcome.BROKEN:
        worst = next(severity for severity in reversed(Severity) if found.times(rule.id, severity))
        said = SEVERITIES[worst][0]
        return f'<span class="tag {worst.word}">{said} × {found.times(rule.id, worst)}</span>'
    kind, said_both = _OUTCOMES[came]
    return f'<span class="tag {kind}">{said_both[0]} {said_both[1]}</span>'


def pages(found: Preflight) -> str:
    """Return every page with its size, its ink and what it paints with."""
    if not found.leaves:
        return ""
    heads: tuple[Words, ...] = (
        ("页", "Page"),
        ("成品 mm", "Trim"),
        ("出血", "Bleed"),
        ("最大墨量", "Most ink"),
        ("", ""),
        ("平均 C M Y K %", "Mean C M Y K"),
        ("图片", "Pictures"),
        ("颜色空间", "Colour spaces"),
    )
    ink = {one.page: one for one in found.ink}
    limit = found.profile.limit("ink")
    rows = []
    for leaf in found.leaves:
        seen, one = found.seen.get(leaf.number), ink.get(leaf.number)
        rows.append(
            (
                str(leaf.number),
                f"{leaf.size_mm[0]:g} × {leaf.size_mm[1]:g}",
                f"{min(leaf.bleed_mm):g}",
                f"{one.most:.0f} %" if one else "—",
                ink_bar(one.most, limit) if one else "",
                "  ".join(f"{value:.1f}" for value in one.each) if one else "—",
                str(seen.pictures) if seen and seen.pictures else "",
                escape(", ".join(f"{space} × {times}" for space, times in seen.spaces.items()))
                if seen
                else "",
            )
        )
    return heading(("各页", "Pages")) + table("pages", heads, rows, frozenset({0, 2, 3, 5, 6}))


def fonts(found: Preflight) -> str:
    """Return every font that text is set in."""
    if not found.fonts:
        return ""
    heads: tuple[Words, ...] = (
        ("字体", "Font"),
        ("格式", "Kind"),
        ("嵌入", "Embedded"),
        ("子集", "Subset"),
        ("字形", "Glyphs used"),
        ("首见页", "First page"),
    )
    rows = [
        (
            escape(font.name),
            escape(font.kind),
            words(_YES if font.embedded else _NO),
            words(_YES if font.subset else _NO),
            str(font.glyphs),
            str(font.page),
        )
        for font in found.fonts
    ]
    return heading(("字体", "Fonts")) + table("fonts", heads, rows, frozenset({4, 5}))
