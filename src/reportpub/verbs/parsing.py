"""The parser of the command line: argparse in two languages, with the guide to each verb."""

from __future__ import annotations

import argparse
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from reportpub.messages.catalogue import ENGLISH, Catalogue
from reportpub.sentences import Sentence, say
from reportpub.verbs.guide import Guide

_WIDEST = 100
"""Columns: a longer line is hard to read."""
_NAMES = 38
"""Columns a name may take beside what it is for; a longer one has a line of its own."""

# What argparse itself says (CPython, Lib/argparse.py), by which the catalogue knows it.
ARGPARSE = (
    say("usage: "),
    say("positional arguments"),
    say("options"),
    say("show this help message and exit"),
    say("show program's version number and exit"),
    say("%(prog)s: error: %(message)s\n"),
    say("argument %(argument_name)s: %(message)s"),
    say("the following arguments are required: %s"),
    say("unrecognized arguments: %s"),
    say("invalid choice: %(value)r (choose from %(choices)s)"),
    say("invalid %(type)s value: %(value)r"),
    say("expected one argument"),
    say("expected at least one argument"),
    say("expected at most one argument"),
    say("expected %s argument"),
    say("expected %s arguments"),
    say("ambiguous option: %(option)s could match %(matches)s"),
    say("ignored explicit argument %r"),
    say("not allowed with argument %s"),
    say("one of the arguments %s is required"),
)


class Parser(argparse.ArgumentParser):
    """A parser whose help and complaints are in the language of a catalogue; `guide` is what a verb adds."""

    def __init__(
        self,
        *,
        words: Catalogue = ENGLISH,
        guide: Guide | None = None,
        above: Parser | None = None,
        **more: Any,
    ) -> None:
        """Speak as the catalogue does."""
        if guide is not None:
            more.setdefault("description", guide.about)
        with speaking(words):
            super().__init__(formatter_class=partial(Helper, words), allow_abbrev=False, **more)
        self.words = words
        self.guide = guide
        self.above = above

    def add_subparsers(self, **more: Any) -> Any:
        """Let the verbs below speak the same language."""
        lower = partial(Parser, words=self.words, above=self)
        return super().add_subparsers(parser_class=lower, **more)  # type: ignore[call-overload]

    def format_help(self) -> str:
        """Return the help: how it is called, then what it reads and writes, examples and exit codes."""
        with speaking(self.words):
            said = super().format_help()
        for group in self._action_groups:  # argparse ends a heading with a colon of its own
            heading = say("{title}:", title=self.words.of(group.title or ""))
            said = said.replace(f"\n{self.words.of(group.title or '')}:\n", f"\n{self.words.tell(heading)}\n")
        if self.guide is None:
            return said
        helper = Helper(self.words, self.prog)
        return said + "".join(f"\n{helper.section(*part)}" for part in self.guide.sections())

    def format_usage(self) -> str:
        """Return how it is called."""
        with speaking(self.words):
            return super().format_usage()

    def parse_known_args(self, *args: Any, **more: Any) -> Any:
        """Read the arguments; what is wrong with them is said in the language of the catalogue."""
        with speaking(self.words):
            return super().parse_known_args(*args, **more)

    def error(self, message: str) -> Any:
        """Say what is wrong and end with 2."""
        with speaking(self.words):
            super().error(message)


class Helper(argparse.HelpFormatter):
    """Help whose words are translated where they are written out, and broken where their width says so."""

    def __init__(self, words: Catalogue, prog: str, **more: Any) -> None:
        """Take the width of the terminal, up to what can be read."""
        width = min(_WIDEST, shutil.get_terminal_size().columns - 2)
        super().__init__(prog, **{"max_help_position": 28, "width": width} | more)
        self._words = words

    def section(self, title: Sentence, lines: tuple[tuple[str, Sentence], ...]) -> str:
        """Return a section of pairs: a command or path, and what it is for; pairs of one are plain text."""
        said = [self._words.tell(say("{title}:", title=title))]
        column = max((columns(name) for name, _ in lines if columns(name) <= _NAMES), default=0)
        for name, text in lines:
            words = self._words.tell(text)
            if not name:
                said += [f"  {line}" for line in self._split_lines(words, self._width - 2)]
            elif columns(name) <= column:
                first, *rest = self._split_lines(words, self._width - column - 4) or [""]
                said.append(f"  {name}{' ' * (column - columns(name))}  {first}".rstrip())
                said += [f"{' ' * (column + 4)}{line}" for line in rest]
            else:
                said.append(f"  {name}")
                said += [f"      {line}" for line in self._split_lines(words, self._width - 6)]
        return "\n".join(said) + "\n"

    def _get_help_string(self, action: argparse.Action) -> str | None:
        if isinstance(action.help, Sentence):
            return self._words.tell(action.help)
        # What argparse says by itself is known by its own words.
        return self._words.of(action.help) if action.help else action.help

    def _format_text(self, text: str) -> str:
        return super()._format_text(self._words.tell(text))

    def _split_lines(self, text: str, width: int) -> list[str]:
        return broken(" ".join(text.split()), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in broken(" ".join(text.split()), width - len(indent)))


def below(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Yield a parser and those of all its commands."""
    yield parser
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for one in action.choices.values():
                yield from below(one)


@contextmanager
def speaking(words: Catalogue) -> Iterator[None]:
    """Let argparse say its own words in a language: it takes each of them through its name `_`."""
    names = vars(argparse)
    kept = {name: names[name] for name in ("_", "ngettext")}
    names["_"] = words.of
    names["ngettext"] = lambda one, many, n: words.of(one if n == 1 else many)
    try:
        yield
    finally:
        names.update(kept)


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes; Chinese takes two for each character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


_CLOSING = frozenset("，。；：、！？）》」』”’…")
"""Marks that never begin a line."""


def broken(text: str, width: int) -> list[str]:
    """Return the lines of a text: English is broken at spaces, Chinese anywhere but before a closing mark."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and columns((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    """Yield what is not broken: a word with its space, a Chinese character with the marks behind it."""
    piece = ""
    for character in text:
        wide = columns(character) == 2  # noqa: PLR2004 - columns
        if piece and character not in _CLOSING and (wide or piece[-1] == " " or columns(piece[-1]) == 2):  # noqa: PLR2004
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece
