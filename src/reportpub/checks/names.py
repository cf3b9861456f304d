"""The names of the report: official wordings in both languages, long before short, one name for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.checks.accepted import Remark
from reportpub.checks.said import Said, bilingual, running, terms, words
from reportpub.checks.wording import avoided, names_en
from reportpub.findings import error, warning
from reportpub.model.report import Report
from reportpub.model.terms import Term
from reportpub.model.text import Lang
from reportpub.sentences import say


def names_differ(report: Report) -> Iterator[Remark]:
    """Yield a remark for each name that is avoided, left out in one language, or shared by two terms."""
    for said in bilingual(report):
        zh, en = (words(passage, report, cited=False) for passage in (said.zh, said.en))
        whole = words(said.en, report)
        yield from (
            Remark(said.block, f)
            for f in avoided(zh, en, said.zh.span, said.en.span, report.terms, anywhere=True)
        )
        yield from _left_out(said, whole, report)
    yield from _short_first(report)
    yield from _shared(report)


def _left_out(said: Said, en: str, report: Report) -> Iterator[Remark]:
    """Yield a remark for each term that the Chinese cites and the English neither cites nor names."""
    cited = {cite.term for cite in terms(said.en)}
    for name in dict.fromkeys(cite.term for cite in terms(said.zh)):
        term = report.terms.get(name)
        if term is not None and name not in cited and not names_en(en, term):
            hint = say("cite {{~{name}}} in the English too", name=name)
            message = say(
                "the Chinese of “{block}” names {zh}, the English does not", block=said.block, zh=term.zh
            )
            yield Remark(said.block, warning("terms/left-out", message, said.en.span, hint))


def _short_first(report: Report) -> Iterator[Remark]:
    """Yield a remark for each short form that running text uses before the name it stands for.

    A short form that is part of the name (广州 of 广州市) explains itself.
    """
    met: set[tuple[str, Lang]] = set()
    for said in running(report):
        for passage in (said.zh, said.en):
            for cite in terms(passage):
                term = report.terms.get(cite.term)
                if term is None or (cite.term, passage.lang) in met:
                    continue
                met.add((cite.term, passage.lang))
                short, name = term.said(passage.lang, cite.form), term.said(passage.lang)
                if cite.form and not _part(short, name):
                    hint = say(
                        "cite {{~{term}}} where it comes first, and the short form from then on",
                        term=cite.term,
                    )
                    message = say("{short} stands before {name} has been said", short=short, name=name)
                    yield Remark(said.block, warning("terms/short-first", message, passage.span, hint))


def _part(short: str, name: str) -> bool:
    """Tell whether the words of a short form stand in a name in their order."""
    words_left = iter(name.casefold().split())
    return short in name or all(word in words_left for word in short.casefold().split())


def _shared(report: Report) -> Iterator[Remark]:
    """Yield a remark for each name that two terms have: one name for two things, or one thing twice."""
    for lang in ("zh", "en"):
        first: dict[str, Term] = {}
        for term in report.terms.values():
            name = (term.zh if lang == "zh" else term.en).strip().casefold()
            other = first.setdefault(name, term)
            if other is not term:
                hint = say("keep one of the two terms, or tell the two things apart by name")
                message = say(
                    "“{name}” is the name of “{id}” and of “{term_id}”",
                    name=name,
                    id=other.id,
                    term_id=term.id,
                )
                yield Remark("", error("terms/shared", message, term.span, hint))
