"""The report of an adoption: pairs with scores, repairs, doubts, what was supplied and what left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportpub.adoption.adopt import Adopted
from reportpub.adoption.units import Kind, Unit
from reportpub.adoption.words import Words, put_right
from reportpub.findings import Finding
from reportpub.model.text import Lang
from reportpub.reading.chinese import read_chinese
from reportpub.reading.compare import matched
from reportpub.reading.english import read_english
from reportpub.sentences import Sentence, listed, say

FILE = "adoption.md"
"""Where the report lies in the project."""
_SHOWN = 30
_HALF_WIDTH = frozenset(",;:!?()")
_HAN = ("\u3400", "\u9fff")


@dataclass(frozen=True, slots=True)
class Told:
    """The report as a file, and the few lines that say what came of it."""

    text: str
    summary: tuple[Sentence, ...]


def told(adopted: Adopted, accepted: Sequence[Finding], found: Sequence[Finding]) -> Told:
    """Return the report of an adoption; `found` are the doubts, `accepted` what the checks said."""
    summary = tuple(_summary(adopted, accepted))
    parts: list[tuple[str, list[str]]] = [
        ("结果 · What came of it", [f"- {line}" for line in summary]),
        ("待补充 · To be completed", [f"- {line}" for line in adopted.supplied]),
        ("疑问 · Doubts", [f"- {_place(f)} {f.message} [{f.code}]" for f in found]),
        ("两种语言不一致的数字 · Figures the languages say differently", _differing(accepted)),
        ("配对 · Pairs", list(_pairs(adopted))),
        ("无对应 · Without a partner", list(_alone(adopted))),
        ("修正 · Repairs", list(_repairs(adopted))),
        ("取下的编号 · Numbers taken off, which the layout prints", list(_labels(adopted))),
        ("数据 · Facts", list(_facts(adopted))),
        (
            "名称 · Terms",
            [f"- `{name}`: {term.zh} = {term.en}" for name, term in adopted.book.terms.items()],
        ),
        ("未收入 · Left out", [f"- {o.span} {o.what}: {o.text.strip()}" for o in adopted.left_out]),
    ]
    text = "# 稿件收入报告 · Report of the adoption\n"
    for title, lines in parts:
        text += f"\n## {title}\n\n" + ("\n".join(lines) if lines else "（无 · none）") + "\n"
    return Told(text, summary)


_KINDS = {
    Kind.TITLE: say("title"),
    Kind.HEADING: say("heading"),
    Kind.PARAGRAPH: say("paragraph"),
    Kind.ITEM: say("item"),
    Kind.TABLE: say("table"),
    Kind.PICTURE: say("picture"),
}


def _summary(adopted: Adopted, accepted: Sequence[Finding]) -> Iterator[Sentence]:
    counts = {lang: Counter(unit.kind for unit in adopted.units if unit.lang is lang) for lang in Lang}
    for lang, name in ((Lang.ZH, say("Chinese")), (Lang.EN, say("English"))):
        chapters = sum(u.kind is Kind.HEADING and u.level == 1 for u in adopted.units if u.lang is lang)
        said = listed(say("{n} {what}", n=n, what=_KINDS[kind]) for kind, n in sorted(counts[lang].items()))
        yield say(
            "{name}: {chapters} sections ({said})", name=name, chapters=chapters, said=said or say("nothing")
        )
    pairs = [m for m in adopted.matches if m.zh and m.en]
    zh, en = (_alone_count(adopted, lang) for lang in Lang)
    yield say(
        "{pairs} pairs, {zh} lines without English, {en} without Chinese", pairs=len(pairs), zh=zh, en=en
    )
    changes = [(c, u.lang) for u in adopted.units for c in _words(u).changes]
    marks, beside = half_width(adopted)
    yield say(
        "{changes} repairs; {marks} half-width marks made full-width, {beside} of them beside Han",
        changes=len(changes),
        marks=marks,
        beside=beside,
    )
    facts, terms = len(adopted.book.facts), len(adopted.book.terms)
    yield say(
        "{facts} facts, {terms} terms; {typed} figures that agree are left typed",
        facts=facts,
        terms=terms,
        typed=len(adopted.typed),
    )
    differing = sum(f.code != "parity/literal" for f in accepted)
    yield say(
        "{differing} differences between the languages are accepted on their blocks, to be looked up",
        differing=differing,
    )


def half_width(adopted: Adopted) -> tuple[int, int]:
    """Return how many half-width marks of Chinese text became full-width, and how many stood beside Han."""
    marks = beside = 0
    for unit in adopted.units:
        if unit.lang is not Lang.ZH:
            continue
        words = _words(unit)
        for change in words.changes:
            for at in range(change.start, change.end):
                if words.typed[at] in _HALF_WIDTH and words.typed[at] not in change.after:
                    marks += 1
                    beside += _beside_han(words.typed, at)
    return marks, beside


def _beside_han(text: str, at: int) -> bool:
    """Tell whether a mark follows a Chinese character, or parts words from one."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    follows = bool(before and after) and _HAN[0] <= before <= _HAN[1]
    return follows or (text[at] in ",;:" and bool(after) and _HAN[0] <= after <= _HAN[1])


def _words(unit: Unit) -> Words:
    return put_right(unit.runs, unit.lang, unit.span)


def _alone_count(adopted: Adopted, lang: Lang) -> int:
    return sum(
        len(m.zh if lang is Lang.ZH else m.en)
        for m in adopted.matches
        if not (m.en if lang is Lang.ZH else m.zh)
    )


def _place(finding: Finding) -> str:
    return f"{finding.span}" if finding.span else ""


def _differing(accepted: Sequence[Finding]) -> list[str]:
    """Return the differences in figures; those that are merely typed are counted."""
    typed = sum(f.code == "parity/literal" for f in accepted)
    told = [f"- {f.message} [{f.code}]" for f in accepted if f.code != "parity/literal"]
    return [*told, *([f"- {typed} figures are typed and no facts yet [parity/literal]"] if typed else [])]


def _pairs(adopted: Adopted) -> Iterator[str]:
    yield "| 分 · score | 数字 · figures | 中文 · Chinese | 英文 · English |"
    yield "|---|---|---|---|"
    for match in adopted.matches:
        if match.zh and match.en:
            cells = (f"{match.score:.2f}", _agreeing(match.zh, match.en), _shown(match.zh), _shown(match.en))
            yield f"| {' | '.join(cells)} |"


def _agreeing(zh: Sequence[Unit], en: Sequence[Unit]) -> str:
    found = matched(read_chinese("".join(u.text for u in zh)), read_english(" ".join(u.text for u in en)))
    same = sum(a.value == b.value for a, b in found.pairs)
    return f"{same}/{len(found.pairs) + max(len(found.zh), len(found.en))}"


def _alone(adopted: Adopted) -> Iterator[str]:
    for match in adopted.matches:
        if not match.zh or not match.en:
            for unit in (*match.zh, *match.en):
                lacks = "缺英文 · no English" if unit.lang is Lang.ZH else "缺中文 · no Chinese"
                yield f"- {unit.span} {lacks}: {_shown([unit])}"


def _repairs(adopted: Adopted) -> Iterator[str]:
    for unit in adopted.units:
        words = _words(unit)
        for change in words.changes:
            around = words.typed[max(0, change.start - 6) : change.end + 6].replace("\n", " ")
            yield f"- {unit.span} “{change.before}” → “{change.after}” ({change.why}): {around}"


def _labels(adopted: Adopted) -> Iterator[str]:
    for unit in adopted.units:
        if unit.label:
            yield f"- {unit.span} {unit.label} ‖ {_shown([unit])}"


def _facts(adopted: Adopted) -> Iterator[str]:
    for name, fact in adopted.book.facts.items():
        yield f"- `{name}`: {fact.value.normalize():f} {fact.unit} ({fact.label[0]} / {fact.label[1]})"
    for zh, en, span in adopted.typed:
        yield f"- {span} 仍为文字 · left typed: {zh} = {en}"


def _shown(units: Sequence[Unit]) -> str:
    text = " + ".join(u.text or f"({u.kind})" for u in units).replace("|", "¦").replace("\n", " ")
    return text[:_SHOWN] + ("…" if len(text) > _SHOWN else "")
