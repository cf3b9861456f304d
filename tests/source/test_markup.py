"""The marks of a text: nothing an author writes is lost, and no text makes the reader fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.findings import Span
from reportpub.model.text import (
    BlockCite,
    Emph,
    FactCite,
    Inlines,
    Lang,
    Link,
    NoteCall,
    Str,
    Strong,
    TermCite,
    plain,
)
from reportpub.source.markup import parse

HERE = Span("f")
MARKS = r"\*_[]{}"


def inlines(text: str) -> Inlines:
    passage, found = parse(text, Lang.EN, HERE)
    assert found == ()
    return passage.inlines


@given(st.text())
def test_no_text_makes_the_reader_fail(text: str) -> None:
    passage, _ = parse(text, Lang.ZH, HERE)
    assert passage.lang is Lang.ZH


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters=MARKS)
    )
)
def test_a_text_without_marks_keeps_every_character(text: str) -> None:
    passage, _ = parse(text, Lang.ZH, HERE)
    assert plain(passage.inlines) == text


@given(st.text("ab国{}*[]_\\ ", max_size=20))
def test_an_escaped_text_says_itself(text: str) -> None:
    escaped = "".join(f"\\{c}" if c in MARKS else c for c in text)
    assert plain(inlines(escaped)) == text


@given(st.text("国家a*_[](){}^~@:. \\", max_size=30))
def test_words_and_marks_never_swallow_a_letter(text: str) -> None:
    # Letters of an address or of a citation are not printed; all others are.
    if "(" in text or "{" in text or "[" in text:
        return
    passage, _ = parse(text, Lang.ZH, HERE)
    assert [c for c in plain(passage.inlines) if c in "国家a"] == [c for c in text if c in "国家a"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("{a.b}", (FactCite("a.b"),)),
        ("{a.b:n}", (FactCite("a.b", "n"),)),
        ("{~t:short}", (TermCite("t", "short"),)),
        ("{@b-1}", (BlockCite("b-1"),)),
        ("a[^n]", (Str("a"), NoteCall("n"))),
        ("*a {x}* b", (Emph((Str("a "), FactCite("x"))), Str(" b"))),
        ("**a**", (Strong((Str("a"),)),)),
        ("[a *b*](https://x.org)", (Link((Str("a "), Emph((Str("b"),))), "https://x.org"),)),
        (r"\{a\} \*b\* \[^c]", (Str("{a} *b* [^c]"),)),
        ("a < b & c `d` &amp; ![", (Str("a < b & c `d` &amp; !["),)),
    ],
)
def test_a_mark_is_read(text: str, read: Inlines) -> None:
    assert inlines(text) == read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{A.b}", "source/citation"),
        ("{a b}", "source/citation"),
        ("{", "source/citation"),
        ("[^N]", "source/citation"),
        ("[a](x)", "source/link"),
        ("[a](javascript:x)", "source/link"),
        ("*a", "source/emphasis"),
        ("a\nb", "source/two-paragraphs"),
        ("a\tb", "source/control-character"),
        ("a\u202eb", "source/control-character"),
        ("a\u2028b", "source/control-character"),
    ],
)
def test_a_mark_that_says_nothing_is_a_finding(text: str, code: str) -> None:
    _, found = parse(text, Lang.ZH, HERE)
    assert [finding.code for finding in found] == [code]
