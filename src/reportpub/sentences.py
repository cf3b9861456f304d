"""Sentences said to people: English as they stand, with their template and arguments for other languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Self

Argument = str | int | float
"""What stands in a sentence: a figure, a name from outside, or words that are a sentence themselves."""


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

    def told(self, catalogue: Mapping[str, str]) -> str:
        """Return the words of another language; English where its catalogue has none for this template."""
        if not self.template:
            return str(self)
        template = catalogue.get(self.template, self.template)
        return template.format(**{name: in_other_words(value, catalogue) for name, value in self.arguments})


class Listed(Sentence):
    """Several texts with something between them, each told in its own words."""

    __slots__ = ()

    def told(self, catalogue: Mapping[str, str]) -> str:
        """Return the texts of another language with what stands between them there."""
        between = catalogue.get(self.template, self.template)
        return between.join(str(in_other_words(value, catalogue)) for _, value in self.arguments)


class InBoth(Sentence):
    """Words that stand in both languages where they are written, such as the title of a rule."""

    __slots__ = ()

    def told(self, catalogue: Mapping[str, str]) -> str:
        """Return the Chinese for a catalogue that holds anything, else the English."""
        return self.template if catalogue else str(self)


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


def in_other_words(value: Argument, catalogue: Mapping[str, str]) -> Argument:
    """Return an argument or a text as the language of a catalogue has it."""
    return value.told(catalogue) if isinstance(value, Sentence) else value


def _kept(value: object) -> Argument:
    """Return a value as it can be kept and pickled: anything but a number is its text, or its sentence."""
    if isinstance(value, BaseException) and value.args and isinstance(value.args[0], Sentence):
        return value.args[0]
    return value if isinstance(value, str | int | float) else str(value)
