"""Footnotes and endnotes as notes of the chapter that calls them, paired by the order of their calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from reportpub.adoption.drafts import NO_CHINESE, ChapterDraft, Draft, Text
from reportpub.adoption.names import Ids
from reportpub.adoption.words import Words, put_right
from reportpub.findings import Finding, warning
from reportpub.manuscript.elements import Paragraph, Run
from reportpub.model.text import Lang
from reportpub.sentences import say


@dataclass(slots=True)
class Footnotes:
    """Numbers the notes of a chapter: k-th call of a text in Chinese, k-th in English, one note."""

    chapter: ChapterDraft
    notes: Mapping[str, tuple[Paragraph, ...]]
    ids: Ids
    remarks: list[Finding] = field(default_factory=list)

    def number(self) -> None:
        """Give every call the id of its note, and add the notes to the chapter."""
        made: list[Draft] = []
        for draft in self.chapter.drafts:
            for text in draft.texts.values():
                made += self._numbered(text)
        self.chapter.drafts += made

    def _numbered(self, text: Text) -> list[Draft]:
        zh, en = self._calls(text.zh), self._calls(text.en)
        made: list[Draft] = []
        names: list[tuple[str | None, str | None, str]] = []
        for left, right in zip_longest(zh, en):
            name = self.ids.once(f"{self.chapter.id[:18]}-note")
            names.append((left, right, name))
            made.append(self._note(name, left, right))
        text.zh = _renamed(text.zh, [(left, name) for left, _, name in names if left is not None])
        text.en = _renamed(text.en, [(right, name) for _, right, name in names if right is not None])
        return made

    def _calls(self, words: Words | None) -> list[str]:
        if words is None:
            return []
        found = []
        for _, name in words.calls:
            if name in self.notes and any(p.text.strip() for p in self.notes[name]):
                found.append(name)
            else:
                message = say("a note is called here that is not in the file, or is empty")
                self.remarks.append(
                    warning("adopt/lost-note", message, words.span, say("look at it in Word"))
                )
        return found

    def _note(self, name: str, left: str | None, right: str | None) -> Draft:
        text = Text(self._words(left, Lang.ZH), self._words(right, Lang.EN))
        draft = Draft(id=name, kind="note", texts={"text": text})
        if text.en is None:
            draft.status = "missing"
        elif text.zh is None:
            text.supplied["zh"], draft.status = NO_CHINESE, "draft"
        return draft

    def _words(self, name: str | None, lang: Lang) -> Words | None:
        if name is None:
            return None
        runs: list[Run] = []
        for paragraph in self.notes[name]:
            # A note has no foot of its own, so calls within it say nothing.
            said = [replace(run, text=run.text.replace("\n", " ")) for run in paragraph.runs if not run.note]
            runs += [*([Run(" ")] if runs else []), *said]
        return put_right(runs, lang, self.notes[name][0].span)


def _renamed(words: Words | None, names: list[tuple[str, str]]) -> Words | None:
    """Return words whose calls have the ids of their notes; calls of nothing are gone."""
    if words is None or not words.calls:
        return words
    left = list(names)
    calls = []
    for at, name in words.calls:
        if left and left[0][0] == name:
            calls.append((at, left.pop(0)[1]))
    return replace(words, calls=tuple(calls))
