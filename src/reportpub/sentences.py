"""Sentences said to people: English as they stand, with their template and arguments for other languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, Self

Argument = str | int | float
"""What stands in a sentence: a figure, a name from outside, or words that are a sentence themselves."""


class Words(Protocol):
    """The words of a language."""

    @property
    def chinese(self) -> bool:
        """Tell whether it is Chinese."""

    def of(self, template: str) -> str:
        """Return a template in this language, in English where it has none."""


class Sentence(str):
    """A text for people: it reads as English, and remembers how it was made.

    A sentence of no template is the same in every language: a path, a name, something that stands in a file.
    It may be frozen, compared and pickled. Joined with `+` or in an f-string it is a mere text again,
    which mypy refuses where a finding wants a sentence.
    """

    __slots__ = ("arguments", "template")

    template: str
    arguments: tuple[tuple[str, Argument], ...]

    def __new__(
        cls, words: str, template: str = "", arguments: tuple[tuple[str, Argument], ...] = ()
    ) -> Self:
        """Keep the English words beside what they were made of."""
        made = super().__new__(cls, words)
        made.template = template
        made.arguments = arguments
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Go to another process whole."""
        return type(self), (str(self), self.template, self.arguments)

    def told(self, words: Words) -> str:
        """Return the sentence in a language."""
        if not self.template:
            return str(self)
        said = {name: in_words(value, words) for name, value in self.arguments}
        return words.of(self.template).format(**said)


class Listed(Sentence):
    """Several texts with something between them, each told in its own words."""

    __slots__ = ()

    def told(self, words: Words) -> str:
        """Return the texts in a language, with what stands between them there."""
        return words.of(self.template).join(str(in_words(value, words)) for _, value in self.arguments)


class InBoth(Sentence):
    """Words that stand in both languages where they are written, such as the title of a rule."""

    __slots__ = ()

    def told(self, words: Words) -> str:
        """Return the one of the two that is asked for."""
        return self.template if words.chinese else str(self)


NOTHING = Sentence("")
"""No words: a finding without advice."""


def say(template: str, **arguments: object) -> Sentence:
    """Return a sentence; the template is a literal in braces of `str.format`, by which catalogues know it."""
    kept = tuple((name, _kept(value)) for name, value in arguments.items())
    return Sentence(template.format(**dict(kept)), template, kept)


def listed(texts: Iterable[object], between: str = ", ") -> Sentence:
    """Return texts one after the other; what stands between them is translated too."""
    kept = [_kept(text) for text in texts]
    return Listed(between.join(map(str, kept)), between, tuple((str(at), one) for at, one in enumerate(kept)))


def in_both(zh: str, en: str) -> Sentence:
    """Return words that are written in both languages side by side."""
    return InBoth(en, zh)


def as_it_is(text: object) -> Sentence:
    """Return what is the same in every language: a path, a name, the words of an outside program."""
    return text if isinstance(text, Sentence) else Sentence(str(text))


def in_words(value: Argument, words: Words) -> Argument:
    """Return an argument or a text in a language; what is no sentence is the same in all of them."""
    return value.told(words) if isinstance(value, Sentence) else value


def _kept(value: object) -> Argument:
    """Return a value as it can be kept and pickled: anything but a number is its text, or its sentence."""
    if isinstance(value, BaseException) and value.args and isinstance(value.args[0], Sentence):
        return value.args[0]
    return value if isinstance(value, str | int | float) else str(value)
