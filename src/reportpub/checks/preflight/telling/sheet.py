"""The preflight report as one HTML page: self-contained, in both languages, to be printed and signed."""

from __future__ import annotations

from html import escape
from pathlib import Path

from reportpub.checks.preflight.examine import Preflight, Verdict
from reportpub.checks.preflight.rulebook import Words, rules
from reportpub.checks.preflight.telling.found import faults, unchecked, waivers
from reportpub.checks.preflight.telling.listed import fonts, pages, rule_table
from reportpub.checks.preflight.telling.markup import heading, words
from reportpub.checks.preflight.telling.record import Outcome, outcome
from reportpub.checks.preflight.telling.words import (
    BEYOND,
    CLEAN,
    NOT_A_CERTIFICATE,
    SENTENCES,
    SEVERITIES,
    SIGNED,
    VERDICTS,
)
from reportpub.findings import Severity


def html(found: Preflight) -> bytes:
    """Return the report; the same findings give the same bytes."""
    style = Path(__file__).with_name("sheet.css").read_text(encoding="utf-8")
    parts = (
        _head(found),
        _counts(found),
        _facts(found),
        faults(found),
        waivers(found),
        unchecked(found),
        _beyond(),
        _signed(),
        rule_table(found),
        pages(found),
        fonts(found),
        _foot(found),
    )
    title = escape(f"印前检查 Preflight · {found.name}")
    return (
        '<!doctype html>\n<html lang="zh-Hans">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n<body>\n" + "\n".join(filter(None, parts)) + "\n"
    ).encode()


def _head(found: Preflight) -> str:
    verdict = VERDICTS[found.verdict]
    kind = found.verdict.value.replace(" ", "-")
    clean = found.verdict is Verdict.PASS and not found.count(Severity.WARNING)
    said = found.unread or (CLEAN if clean else SENTENCES[found.verdict])
    return (
        f'<header><div><p class="kicker">{words(("印前检查报告", "Preflight report"))}</p>'
        f"<h1>{escape(found.name)}</h1>"
        f'<p class="lead">{escape(said[0])}</p><p class="lead" lang="en">{escape(said[1])}</p></div>'
        f'<div class="stamp {kind}"><b>{verdict[0]}</b><span>{verdict[1]}</span></div></header>'
    )


def _counts(found: Preflight) -> str:
    outcomes = [outcome(found, rule) for rule in rules().values()]
    told: list[tuple[str, int, Words]] = [
        (severity.word, found.count(severity), SEVERITIES[severity]) for severity in reversed(Severity)
    ]
    told += [
        ("waived", sum(one.counted for one in found.waived), ("放行", "Waived")),
        ("passed", outcomes.count(Outcome.PASSED), ("项规则通过", "Rules kept")),
        ("unchecked", outcomes.count(Outcome.UNCHECKED), ("项未查", "Rules not checked")),
    ]
    items = "".join(
        f'<li class="{kind if number else "nil"}"><b>{number}</b><span>{words(said)}</span></li>'
        for kind, number, said in told
    )
    return f'<ul class="counts">{items}</ul>'


def _facts(found: Preflight) -> str:
    sizes = list(dict.fromkeys(leaf.size_mm for leaf in found.leaves))
    bleeds = sorted({min(leaf.bleed_mm) for leaf in found.leaves})
    shown = "; ".join(f"{width:g} × {height:g} mm" for width, height in sizes[:3])
    condition = found.condition
    facts: list[tuple[Words, str]] = [
        (("页数", "Pages"), str(len(found.leaves))),
        (("成品尺寸", "Trim"), shown + (" …" if len(sizes) > 3 else "")),  # noqa: PLR2004
        (("出血", "Bleed"), "–".join(dict.fromkeys(f"{b:g}" for b in bleeds[:1] + bleeds[-1:])) + " mm"),
        (("输出条件", "Printing condition"), escape(condition.name if condition else "—")),
        (("专色", "Spot colours"), escape(", ".join(found.spots) or "—")),
        (("最大总墨量", "Most ink"), _most(found)),
        (("标题", "Title"), escape(found.title or "—")),
        (("制作软件", "Made by"), escape(found.producer or "—")),
        (("PDF 版本", "PDF version"), escape(found.pdf_version or "—")),
        (("文件大小", "Size"), f"{found.size:,} B"),
        (("检查标准", "Checked for"), f"{escape(found.profile.standard)}, {words(found.profile.title)}"),
        (("规则文件", "Profile"), escape(found.profile.name)),
    ]
    rows = "".join(
        "<tr>"
        + "".join(f"<th>{words(label)}</th><td>{value}</td>" for label, value in facts[at : at + 2])
        + "</tr>"
        for at in range(0, len(facts), 2)
    )
    digest = f'<tr><th>SHA-256</th><td colspan="3" class="mono">{found.digest}</td></tr>'
    return f'<table class="facts"><tbody>{rows}{digest}</tbody></table>'


def _most(found: Preflight) -> str:
    if not found.ink:
        return words(("未量", "not measured"))
    most = max(found.ink, key=lambda one: one.most)
    side = found.profile.limit("ink-square")
    square = max(one.square for one in found.ink)
    page = words((f"第{most.page}页", f"p. {most.page}"))
    mean = words((f"{side:g} mm 见方平均", f"mean in {side:g} mm"))
    limit = words(("限", "limit"))
    return f"{most.most:.0f} % {page}; {square:.0f} % {mean}; {limit} {found.profile.limit('ink'):g} %"


def _beyond() -> str:
    items = "".join(f"<li>{words(said, block=True)}</li>" for said in BEYOND)
    return heading(("不在检查之列", "What no rule looks at")) + f'<ul class="plain">{items}</ul>'


def _signed() -> str:
    items = "".join(f"<li>{words(said, block=True)}</li>" for said in SIGNED)
    lines = (("核对人", "Checked by"), ("日期", "Date"), ("印刷厂确认", "Agreed by the printer"))
    signs = "".join(f"<div>{words(line)}</div>" for line in lines)
    return (
        '<section class="sign-block">'
        + heading(("人工核对，签字", "For a person to check and sign"))
        + f'<ul class="plain tick">{items}</ul><div class="sign">{signs}</div></section>'
    )


def _foot(found: Preflight) -> str:
    tools = " · ".join(escape(f"{name} {version}") for name, version in found.tools.items())
    return f'<footer><p>{words(NOT_A_CERTIFICATE)}</p><p class="mono">{tools}</p></footer>'
