"""Width and spacing of typed text put right, with a record of every change.

Chinese: full-width marks beside Han, ASCII letters and digits, no spaces between Han and anything, paired
curly quotation marks, whole dashes and ellipses, 一字线 in ranges of years (GB/T 15834 and 15835-2011).
English: curly quotation marks and apostrophes, en dashes in ranges, closed em dashes, the minus sign, single
spaces (Chicago 6 and 9). Markup in braces, links and addresses stay. Applied twice it changes no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reportpub.sentences import Sentence, say
from reportpub.typeset.lines import Language

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = "，。、；：！？（）《》〈〉“”‘’【】〔〕「」『』—…·～"
_CJK = f"[{_HAN}{_MARKS}]"
_LATIN = "0-9A-Za-z%"
_PROTECTED = re.compile(
    r"\{[^{}]*\}|\]\([^()]*\)|\[\^[^\[\]]*\]|(?:https?://|www\.)[!-~]*[0-9A-Za-z/]"
    r"|(?<![\w.-])[\w.-]+@[\w.-]+"
)
"""Nothing is tried from each character of a long word anew, or a text without spaces would take minutes."""

_Replacement = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Change:
    """One repair: where it stands in the text as typed, what stood there, what stands there now, and why."""

    start: int
    end: int
    before: str
    after: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text put right and what was changed, in the order of the text."""

    text: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    why: Sentence
    pattern: re.Pattern[str]
    replacement: _Replacement


def _rule(why: Sentence, pattern: str, replacement: _Replacement) -> _Rule:
    return _Rule(why, re.compile(pattern), replacement)


def _ascii(match: re.Match[str]) -> str:
    return "".join(chr(ord(character) - 0xFEE0) for character in match.group())


def _parentheses(match: re.Match[str]) -> str:
    text, begin, end = match.string, match.start(), match.end()
    beside = text[max(begin - 1, 0) : begin] + text[end : end + 1]
    if re.search(f"[{_HAN}]", match.group()) or re.search(_CJK, beside):
        return f"（{match.group(1)}）"
    return match.group()


def _double_quotes(match: re.Match[str]) -> str:
    """Open and close by turns, as the straight marks before this one tell."""
    return "“" if match.string[: match.start()].count('"') % 2 == 0 else "”"


_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}


def _full_width(match: re.Match[str]) -> str:
    return _FULL[match.group(1)]


_CHINESE = (
    _rule(say("space"), "[\u00a0\u2002-\u200a\u202f]", " "),
    _rule(say("ascii"), "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05]+", _ascii),
    _rule(say("quotes"), '"', _double_quotes),
    _rule(say("apostrophe"), "(?<=[A-Za-z])'(?=[A-Za-z])", "’"),
    _rule(say("ellipsis"), "\\.{3,6}|。{3,}|(?<!…)…(?!…)", "……"),
    _rule(say("dash"), "(?<![—-])-{2,3}(?![—-])", "——"),
    _rule(say("range"), "(?<=\\d{4}) *(?:-|–|~|～) *(?=\\d{4}年)", "—"),
    _rule(say("parentheses"), "\\(([^()]*)\\)", _parentheses),
    _rule(say("full-width"), f"(?<={_CJK}) *([,;:!?]) *", _full_width),
    _rule(say("full-width"), f"(?<=[{_LATIN}\\])}}])([,;:!?]) *(?=[{_HAN}“‘《（])", _full_width),
    _rule(say("stop"), f"(?<=[{_HAN}”’》）%])\\.(?=[{_HAN}“])|(?<=[{_HAN}”’》）])\\.$", "。"),
    _rule(say("spacing"), f"(?<={_CJK}) +(?=[{_LATIN}{_HAN}{_MARKS}{{\\[*])", ""),
    _rule(say("spacing"), f"(?<=[{_LATIN}}}\\])*]) +(?={_CJK})", ""),
    _rule(say("spacing"), "  +", " "),
)

_ENGLISH = (
    _rule(say("ascii"), "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05]+", _ascii),
    _rule(say("quotes"), '(?:(?<=^)|(?<=[\\s(\\[—–‘]))"(?=\\S)', "“"),
    _rule(say("quotes"), '"', "”"),
    _rule(say("apostrophe"), "'(?=\\d\\ds?\\b)", "’"),
    _rule(say("quotes"), "(?:(?<=^)|(?<=[\\s(\\[—–“]))'(?=\\S)", "‘"),
    _rule(say("quotes"), "'", "’"),
    _rule(say("range"), "(?<![\\d.,–/-])(\\d[\\d,.]*) ?- ?(\\d[\\d,.]*)(?![\\d–/-])", r"\1–\2"),
    _rule(say("dash"), " *(?<!-)-{2,3}(?!-) *| +— *|(?<=\\S)— +", "—"),
    _rule(say("minus"), "(?:(?<=^)|(?<=[\\s(]))-(?=\\d)", "−"),
    _rule(say("spacing"), "[ \t]{2,}", " "),
    _rule(say("spacing"), "(?<=[\\w%)”’]) +(?=[,;:.!?](?:\\s|$))", ""),
)


def normalise(text: str, lang: Language) -> Normalised:
    """Return a text put right by the rules of its language; places are those of the text as typed."""
    changes: list[Change] = []
    origin = list(range(len(text) + 1))
    now = text
    for rule in _CHINESE if lang == "zh" else _ENGLISH:
        guarded = [match.span() for match in _PROTECTED.finditer(now)]
        for match in reversed(list(rule.pattern.finditer(now))):
            start, end = match.span()
            if any(start < b and a < end for a, b in guarded):
                continue
            how = rule.replacement
            made = match.expand(how) if isinstance(how, str) else how(match)
            if made == match.group():
                continue
            first, last = origin[start], origin[end]
            changes.append(Change(first, last, text[first:last], made, rule.why))
            now = now[:start] + made + now[end:]
            origin[start:end] = [min(first + i, last) for i in range(len(made))]
    return Normalised(now, tuple(sorted(changes, key=lambda change: (change.start, change.end))))
