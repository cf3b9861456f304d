"""The names of the report: official wordings in both languages, long before short, one name for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.checks.accepted import Remark
from reportpub.checks.said import Said, bilingual, terms, words
from reportpub.checks.wording import avoided, names_en
from reportpub.findings import error, warning
from reportpub.model.report import Report
from reportpub.model.terms import Term


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
    yield from _shared(report)


def _left_out(said: Said, en: str, report: Report) -> Iterator[Remark]:
    """Yield a remark for each term that the Chinese cites and the English neither cites nor names."""
    cited = {cite.term for cite in terms(said.en)}
    for name in dict.fromkeys(cite.term for cite in terms(said.zh)):
        term = report.terms.get(name)
        if term is not None and name not in cited and not names_en(en, term):
            hint = f"cite {{~{name}}} in the English too"
            message = f"the Chinese of “{said.block}” names {term.zh}, the English does not"
            yield Remark(said.block, warning("terms/left-out", message, said.en.span, hint))


def _shared(report: Report) -> Iterator[Remark]:
    """Yield a remark for each name that two terms have: one name for two things, or one thing twice."""
    for lang in ("zh", "en"):
        first: dict[str, Term] = {}
        for term in report.terms.values():
            name = (term.zh if lang == "zh" else term.en).strip().casefold()
            other = first.setdefault(name, term)
            if other is not term:
                hint = "keep one of the two terms, or tell the two things apart by name"
                message = f"“{name}” is the name of “{other.id}” and of “{term.id}”"
                yield Remark("", error("terms/shared", message, term.span, hint))
