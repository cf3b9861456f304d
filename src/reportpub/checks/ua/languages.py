"""Languages: stated everywhere, and those of the words they are stated for.

Whether words are Chinese or English is told by script: Han characters, or Latin words in small letters.
Source: Matterhorn Protocol 1.1, checkpoint 11; WCAG 2.1, 3.1.1 and 3.1.2; RFC 5646.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Dictionary, Pdf

from reportpub.checks.ua.content import Content
from reportpub.checks.ua.faults import Fault, fault
from reportpub.checks.ua.tree import Element, Piece, Tree
from reportpub.sentences import Sentence, say

_TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"(?<![A-Za-z0-9@./])[A-Z]?[a-z]{2,}(?![A-Za-z0-9@]|\.[A-Za-z])")
_SENTENCE = re.compile(r"(?:[A-Za-z][A-Za-z'’,;:()-]*[ \n]+){7,}[A-Za-z]+")
_ADDRESS = re.compile(r"\S+://\S+|\S+@\S+")
_WORDS = 2
"""A text marked as Chinese without a single Han character is English from so many English words on."""
_BLOCKS = frozenset(
    {"P", "LBody", "TD", "TH", "Caption", "Note", "TOCI", "H", "H1", "H2", "H3", "H4", "H5", "H6"}
)
_DRAWN = frozenset({"Figure", "Formula"})
"""What is described in words of its own; the words within are part of the picture."""


def is_language(tag: str) -> bool:
    """Tell whether a text has the form of a language tag."""
    return _TAG.fullmatch(tag) is not None


def check_languages(pdf: Pdf, content: Content, tree: Tree) -> Iterator[Fault]:
    """Yield each text without a language, and each whose language is another than the one stated."""
    silent: dict[str, tuple[Element, int]] = {}
    for element in tree.walk():
        if "/Lang" in element.obj and not is_language(element.language):
            yield fault(
                "pdf/language-tag", say("{language!r} is no language", language=element.language), element
            )
        if not is_language(element.language):
            for code in _silences(element):
                first, times = silent.get(code, (element, 0))
                silent[code] = (first, times + 1)
            continue
        yield from _described(element)
        if element.role in _BLOCKS:
            yield from _spoken(element, content)
    if "ua/11-001" in silent:
        yield fault(
            "ua/11-001",
            say("the language of {silent} texts cannot be told", silent=silent["ua/11-001"][1]),
            silent["ua/11-001"][0],
        )
    if "ua/11-002" in silent:
        element, times = silent["ua/11-002"]
        yield fault(
            "ua/11-002", say("the language of {times} descriptions cannot be told", times=times), element
        )
    if "ua/11-004" in silent:
        element, times = silent["ua/11-004"]
        yield fault(
            "ua/11-004",
            say("the language of the descriptions of {times} annotations cannot be told", times=times),
            element,
        )
    if not is_language(str(pdf.Root.get("/Lang", ""))) and _named_fields(pdf):
        yield fault("ua/11-005", say("the language of the names of form fields cannot be told"))


def _silences(element: Element) -> Iterator[str]:
    if any(isinstance(child, Piece) and child.text.strip() for child in element.children):
        yield "ua/11-001"
    if element.alt or "/ActualText" in element.obj or "/E" in element.obj:
        yield "ua/11-002"
    if any("/Contents" in one and "/Lang" not in one for one in element.annotations):
        yield "ua/11-004"


def _named_fields(pdf: Pdf) -> bool:
    form = pdf.Root.get("/AcroForm", Dictionary())
    return any("/TU" in one for one in form.get("/Fields", []) if isinstance(one, Dictionary))


def _described(element: Element) -> Iterator[Fault]:
    """Look at what is said in the place of content: descriptions, replacements and the names of links."""
    said = [(say("its description"), element.alt, element.language)]
    said += [(say("its replacement"), str(element.obj.get("/ActualText", "")), element.language)]
    said += [
        (
            say("the description of its link"),
            str(one.get("/Contents", "")),
            str(one.get("/Lang", element.language)),
        )
        for one in element.annotations
    ]
    for what, words, language in said:
        yield from _judged(words, language, what, element)


def _spoken(element: Element, content: Content) -> Iterator[Fault]:
    """Look at the words of a block, those of each language together."""
    words: dict[str, str] = {}
    for language, text in _parts(element, content):
        words[language] = words.get(language, "") + text
    for language, text in words.items():
        yield from _judged(text, language, say("its text"), element)


def _parts(element: Element, content: Content) -> Iterator[tuple[str, str]]:
    """Yield the words of a block with their language, without those of blocks within it."""
    for child in element.children:
        if isinstance(child, Piece):
            inner = content.languages.get(child.key, [])
            said = child.text
            for language, words in inner:
                if language:
                    said = said.replace(words, "", 1)
                    yield language, words
            yield element.language, said
        elif (
            isinstance(child, Element)
            and child.role not in _BLOCKS | _DRAWN
            and "/ActualText" not in child.obj
        ):
            yield from _parts(child, content)


def _judged(words: str, language: str, what: Sentence, element: Element) -> Iterator[Fault]:
    plain = _ADDRESS.sub(" ", words)
    han = _HAN.findall(plain)
    if language.lower().startswith("zh"):
        english = _SENTENCE.search(plain)
        if english or (not han and len(_WORD.findall(plain)) >= _WORDS):
            shown = " ".join((english[0] if english else plain).split())[:40]
            hint = say("look whether English was written under zh; English names are set off by themselves")
            yield fault(
                "pdf/language-zh",
                say(
                    "{what} is English and marked {language}: {shown}",
                    what=what,
                    language=language,
                    shown=shown,
                ),
                element,
                hint=hint,
            )
    elif han:
        shown = " ".join(plain.split())[:40]
        hint = say("look whether Chinese was written under en")
        yield fault(
            "pdf/language",
            say(
                "{what} is Chinese and marked {language}: {shown}", what=what, language=language, shown=shown
            ),
            element,
            hint=hint,
        )
