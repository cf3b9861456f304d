"""The catalogue is typed as it should be, and argparse and every help speak by it."""

from __future__ import annotations

import argparse
import inspect
import re

import pytest
from tests.messages.templates import entries

from reportpub.cli import parser
from reportpub.sentences import Sentence
from reportpub.verbs.parsing import ARGPARSE


def test_chinese_is_typed_as_chinese() -> None:
    typed = re.compile(
        r"[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]|[\u4e00-\u9fff]\(|\)[\u4e00-\u9fff]|  +[\u4e00-\u9fff]"
    )
    marks = [e.msgstr for e in entries() if typed.search(e.msgstr.strip())]
    assert [said for said in marks if "reportpub " not in said and "  （" not in said] == []


def test_no_sentence_is_there_twice() -> None:
    assert len({entry.msgid for entry in entries()}) == len(entries())


def test_argparse_says_what_we_think_it_says() -> None:
    source = re.sub(r"'\s*\n\s*'", "", inspect.getsource(argparse))
    assert [said for said in ARGPARSE if str(said).encode("unicode_escape").decode() not in source] == []


def parsers(above: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """Return a parser with all below it."""
    below = [a for a in above._actions if isinstance(a, argparse._SubParsersAction)]  # noqa: SLF001
    return [above, *(p for action in below for one in action.choices.values() for p in parsers(one))]


@pytest.mark.parametrize("one", parsers(parser()), ids=lambda p: p.prog)
def test_every_help_is_a_sentence(one: argparse.ArgumentParser) -> None:
    untold = {a.dest for a in one._actions if not isinstance(a.help, Sentence)}  # noqa: SLF001
    assert untold - {"help", "version", "verb"} == set()
