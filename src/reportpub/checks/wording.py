"""Names in running text: the official wording of each language, none to be avoided, one per thing."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reportpub.findings import Finding, Span, error, warning
from reportpub.model.terms import Term
from reportpub.sentences import say

TITLE = re.compile(r"《([^《》]+(?:〈[^〉]*〉[^《》]*)?)》")
_CAPITALS = re.compile(
    r"\b[A-Z][\w’'-]*(?:,? (?:[A-Z0-9][\w’'-]*|of|on|for|and|the|in|to|into|with|from|by|&)|, [A-Z][\w’'-]*)*"
)
_SHORTEST = 14
"""Characters a capitalized wording needs to be taken for a title."""
_ALIKE = 0.62
"""How alike two English titles are that may render one Chinese title."""
_FEW_HAN = 2

Said = tuple[str, str, Span, Span]
"""A Chinese text and its English translation, and where each stands."""


def ill_named(texts: Sequence[Said], terms: Mapping[str, Term]) -> Iterator[Finding]:
    """Yield what is wrong with names: wordings to avoid, names missed, titles in two wordings."""
    for zh, en, zh_span, en_span in texts:
        yield from avoided(zh, en, zh_span, en_span, terms)
        yield from missed(zh, en, en_span, terms)
    yield from _retitled(texts)


def avoided(
    zh: str, en: str, zh_span: Span, en_span: Span, terms: Mapping[str, Term], *, anywhere: bool = False
) -> Iterator[Finding]:
    """Yield each wording that a term asks to avoid, unless it is part of an official name there.

    An English wording counts where the Chinese names the term, or `anywhere`.
    """
    for text, span, lang in ((zh, zh_span, 0), (en, en_span, 1)):
        for term in terms.values():
            for wording in (term.avoid_zh, term.avoid_en)[lang]:
                for at in _places(text, wording, lang):
                    if _inside(text, at, wording, term, lang) or (
                        lang and not anywhere and not names_zh(zh, term)
                    ):
                        continue
                    name = (term.zh, term.en)[lang]
                    message = say(
                        "“{wording}” is not the name of {zh} / {en}", wording=wording, zh=term.zh, en=term.en
                    )
                    yield error("terms/avoid", message, _at(span, at), say("write “{name}”", name=name))


def missed(zh: str, en: str, en_span: Span, terms: Mapping[str, Term]) -> Iterator[Finding]:
    """Yield each term that the Chinese names and the English does not, under none of its names."""
    for term in _named(zh, terms):
        if not names_en(en, term):
            message = say("the Chinese names “{zh}”, the English has not “{en}”", zh=term.zh, en=term.en)
            yield warning(
                "terms/missed",
                message,
                en_span,
                say("write “{en}”, or cite {{~{id}}}", en=term.en, id=term.id),
            )


def names_en(text: str, term: Term) -> bool:
    """Tell whether an English text says a term by one of its names, inflected or not."""
    return any(next(_places(text, name, 1), None) is not None for name in (term.en, term.short_en) if name)


def names_zh(text: str, term: Term) -> bool:
    """Tell whether a Chinese text says a term by one of its names."""
    plain = _plain(text)
    return any(_plain(name) in plain for name in (term.zh, term.short_zh) if name)


def _named(zh: str, terms: Mapping[str, Term]) -> list[Term]:
    """Return the terms a Chinese text names, the longest first, none within another."""
    left = _plain(zh)
    found = []
    for term in sorted(terms.values(), key=lambda t: -len(t.zh)):
        if len(term.zh) > _FEW_HAN and _plain(term.zh) in left:
            found.append(term)
            left = left.replace(_plain(term.zh), "\0")
    return found


def _plain(text: str) -> str:
    return text.translate(str.maketrans("()“”‘’,:;—–", "（）\"\"''，：；--"))


def _places(text: str, wording: str, lang: int) -> Iterator[int]:
    if lang == 0:
        at = text.find(wording)
        while at >= 0:
            yield at
            at = text.find(wording, at + 1)
        return
    for found in _inflected(wording).finditer(text):
        yield found.start()


@cache
def _inflected(wording: str) -> re.Pattern[str]:
    """Return what finds an English wording in singular or plural, with any dash, quote and article."""
    words = re.findall(r"[\w.&’'/]+", re.sub(r"^(?:the|an?) ", "", wording, flags=re.IGNORECASE))
    stems = [re.escape(w.replace("’", "'")).replace("'", "[’']") for w in words]
    body = r"[\s,:;“”\"()‘’–—-]+(?:the )?".join(
        re.sub(r"(?:ies|y)$", "(?:y|ies)", stem)
        if re.search(r"[a-z](?:ies|y)$", stem)
        else f"{stem.removesuffix('s')}s?"
        for stem in stems
    )
    return re.compile(rf"(?<!\w){body}(?:es|[’']s?)?(?!\w)", re.IGNORECASE)


def _inside(text: str, at: int, wording: str, term: Term, lang: int) -> bool:
    for name in ((term.zh, term.short_zh), (term.en, term.short_en))[lang]:
        for start in _places(text, name, lang) if name else ():
            if start <= at and at + len(wording) <= start + len(name) + 2:
                return True
    return False


def _retitled(texts: Sequence[Said]) -> Iterator[Finding]:
    """Yield each Chinese title that stands in two texts and has two English wordings."""
    first: dict[str, tuple[list[str], Span]] = {}
    for zh, en, _, en_span in texts:
        titles = [re.sub(r"(?: [a-z&]+)+$", "", found.strip(" ,")) for found in _CAPITALS.findall(en)]
        titles = [title for title in titles if len(title) >= _SHORTEST]
        for name in dict.fromkeys(TITLE.findall(zh)):
            if name not in first:
                first[name] = (titles, en_span)
                continue
            before, span = first[name]
            if any(_same(a, b) for a in before for b in titles):
                continue
            alike = [(difflib.SequenceMatcher(None, a, b).ratio(), a, b) for a in before for b in titles]
            best = max(alike, default=(0.0, "", ""))
            if best[0] >= _ALIKE:
                message = say(
                    "《{name}》 is “{here}” here and “{there}” at {span}",
                    name=name,
                    here=best[2],
                    there=best[1],
                    span=span,
                )
                yield error(
                    "terms/two-names", message, en_span, say("use one English title for it throughout")
                )


def _same(a: str, b: str) -> bool:
    return a == b or (len(a) > _SHORTEST * 2 and (a in b or b in a))


def _at(span: Span, offset: int) -> Span:
    return Span(span.file, span.line, span.column + offset, span.start + offset, span.start + offset)
