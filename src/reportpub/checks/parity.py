"""Whether both languages of a text cite the same facts, in one order, and say the same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportpub.checks.accepted import Remark
from reportpub.checks.figures import opening, unequal
from reportpub.checks.said import Said, bilingual, facts, words
from reportpub.edition.figures_in_words import why_not
from reportpub.findings import Related, error
from reportpub.model.facts import Fact
from reportpub.model.report import Report
from reportpub.model.text import Passage
from reportpub.reading.chinese import read_chinese
from reportpub.reading.english import read_english
from reportpub.reading.quantity import CALENDAR, PROPORTIONS, Measure, Quantity, Weight
from reportpub.sentences import listed, say

_COUNTED = 10
"""Whole numbers up to this may be counted in words (three plans); larger ones are facts."""


def figures_differ(report: Report) -> Iterator[Remark]:
    """Yield a remark for each text whose languages cite or say different figures, and each literal figure."""
    for said in bilingual(report):
        if not _sayable(said, report.facts.facts):
            continue
        differing = list(_cited(said, report))
        yield from differing
        if not differing:
            yield from _ordered(said)
            zh, en = words(said.zh, report), words(said.en, report)
            yield from (
                Remark(said.block, f) for f in unequal(zh, en, said.zh.span, said.en.span, folded=True)
            )
        yield from _literal(said, report)


def _sayable(said: Said, known: Mapping[str, Fact]) -> bool:
    """Tell whether every fact of a text is there and fits its form; what does not is a finding already."""
    cites = (*facts(said.zh), *facts(said.en))
    return all(cite.fact in known and why_not(known[cite.fact], cite.form) is None for cite in cites)


def _cited(said: Said, report: Report) -> Iterator[Remark]:
    zh, en = (Counter(cite.fact for cite in facts(passage)) for passage in (said.zh, said.en))
    for name in zh.keys() - en.keys():
        hint = say("cite it in the English too; a figure is said once per text in each language")
        message = say(
            "the Chinese of “{block}” cites “{name}”, the English does not", block=said.block, name=name
        )
        finding = error("parity/fact-missing", message, said.en.span, hint)
        yield Remark(said.block, replace(finding, related=_elsewhere(said.zh, name, report)))
    for name in en.keys() - zh.keys():
        hint = say("cite it in the Chinese too, or take it out of the English")
        message = say(
            "the English of “{block}” cites “{name}”, the Chinese does not", block=said.block, name=name
        )
        finding = error("parity/fact-added", message, said.en.span, hint)
        yield Remark(said.block, replace(finding, related=_elsewhere(said.zh, name, report)))


def _elsewhere(passage: Passage, name: str, report: Report) -> tuple[Related, ...]:
    """Return the text in the other language and where the fact is declared."""
    fact = report.facts.facts[name]
    text = opening(words(passage, report))
    return Related(passage.span, text), Related(fact.span, f"{name}: {fact.label[0]} / {fact.label[1]}")


def _ordered(said: Said) -> Iterator[Remark]:
    """Yield a remark where facts stand in another order: one may have been taken for the other."""
    zh, en = (list(dict.fromkeys(cite.fact for cite in facts(passage))) for passage in (said.zh, said.en))
    if zh != en:
        hint = say("let both languages name them in one order, or say under accept why not")
        message = say("the Chinese names {zh}, the English {en}", zh=listed(zh), en=listed(en))
        finding = error("parity/crossed", message, said.en.span, hint)
        there = Related(said.zh.span, f"the Chinese names {', '.join(zh)}")
        yield Remark(said.block, replace(finding, related=(there,)))


def _literal(said: Said, report: Report) -> Iterator[Remark]:
    for passage, read in ((said.zh, read_chinese), (said.en, read_english)):
        text = words(passage, report, cited=False)
        for number in read(text):
            if _uncounted(number):
                around = text[max(0, number.start - 10) : number.end + 10].strip()
                hint = say("write it once in facts.yaml and cite it; small numbers may be counted in words")
                message = say(
                    "“{text}” is a literal figure and no fact: “{around}”",
                    text=number.text.strip(),
                    around=around,
                )
                yield Remark(said.block, error("parity/literal", message, passage.span, hint))


def _uncounted(number: Quantity) -> bool:
    if number.weight is not Weight.FIRM or number.measure in CALENDAR or number.measure is Measure.YEAR:
        return False
    figures = any(c.isdigit() for c in number.text)
    return figures or number.measure in PROPORTIONS or number.value > _COUNTED
