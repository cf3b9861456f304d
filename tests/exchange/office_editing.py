"""An editor with LibreOffice, by script: where each seeded edit of a sent file goes, for a session to make.

Edits are told by the words they stand among, as somebody finds them who searches for them on the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from tests.exchange.editing import SENTENCE, Editor
from tests.exchange.reports import rewritten
from tests.office import driven

from reportpub.exchange.edits.changes import Kind
from reportpub.exchange.edits.pieces import Line
from reportpub.exchange.edits.reading import PICTURE_SIGN
from reportpub.exchange.edits.sent import Owner, Place
from reportpub.exchange.marks import NOTE_SIGN
from reportpub.exchange.marks import Kind as Cited
from reportpub.model.text import Lang

SCRIPT: Final = Path(__file__).with_name("office_script.py")
_OBJECTS = frozenset({NOTE_SIGN, PICTURE_SIGN, "\n", "\t"})
"""What stands among the words of a paragraph and cannot be searched for."""
_COMMENTS = re.compile(
    rb"<w:commentRange(?:Start|End)[^>]*/>|<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:commentReference[^>]*/></w:r>"
)
_AROUND = (6, 10, 16, 30)
"""Characters on either side by which words are found, as few as will do."""


class OfficeEditor(Editor):
    """Chooses edits as the editor with Word does, and leaves them to a session of LibreOffice.

    The session has no comments: an office without windows falls when it comes to draw one.
    """

    def __post_init__(self) -> None:
        """Find the paragraphs, and nothing to do yet."""
        super().__post_init__()
        self.steps: list[dict[str, object]] = []
        self._all = "\n".join(line.text for line in self.sent.written.lines)

    def edit(self, count: int) -> None:
        """Choose as many edits as asked for, of every kind in turn."""
        whole = (self.paragraph_in, self.paragraph_out, self.split, self.join, self.move)
        both: list[Callable[..., bool]] = [self.words, self.put_in, self.take_out, self.figure, *whole]
        tracked = [partial(way, tracked=on) for way in both for on in (True, False)]
        ways: tuple[Callable[[], bool], ...] = (
            *tracked,
            self.in_note,
            self.embolden,
            partial(self.words, tracked=True),
        )
        turn = 0
        while len(self.made) < count and turn < count * 4:
            ways[turn % len(ways)]()
            turn += 1

    def session(self, folder: Path) -> bytes:
        """Return the file as a session of LibreOffice saves it; only what it could do is kept as made."""
        (folder / "sent.docx").write_bytes(rewritten(self.data, _without_comments))
        (folder / "steps.json").write_text(json.dumps(self.steps, ensure_ascii=False), "utf-8")
        driven(SCRIPT, folder)
        done = json.loads((folder / "done.json").read_text("utf-8"))
        self.made = [made for made, was_done in zip(self.made, done, strict=True) if was_done]
        return (folder / "came.docx").read_bytes()

    def in_note(self) -> bool:
        """Replace a word of a note, tracked."""
        names = self._names
        self._names = [n for n in names if self.sent.written.lines[self.sent.owned[n][0]].note]
        try:
            return self.words(tracked=True)
        finally:
            self._names = names

    def _change(self, new: Callable[[Lang, str], str], *, tracked: bool, lost: bool = False) -> bool:
        for place in self._places(3):
            found = self._word(place)
            if found is None:
                continue
            start, old = found
            said = new(place.home.lang, old)
            if said != old and self._step(place, "replace", start, old, said, tracked=tracked):
                self._note(place, Kind.EDIT, old, said, f"office words tracked={tracked} {lost}")
                return True
        return False

    def figure(self, *, tracked: bool) -> bool:
        """Change a digit inside a figure."""
        for place in self._places(1):
            at = 0
            for atom in place.atoms:
                if atom.kind is Cited.FACT and atom.words[:1].isdigit() and len(atom.words) > 2:
                    digit = str((int(atom.words[0]) + 3) % 9 + 1)
                    if digit != atom.words[0] and self._step(
                        place, "replace", at, atom.words[0], digit, tracked=tracked
                    ):
                        new = digit + atom.words[1:]
                        self._note(place, Kind.FACT, atom.words, new, f"office figure tracked={tracked}")
                        return True
                    break
                at += len(atom.words)
        return False

    def embolden(self) -> bool:
        """Make a word bold."""
        for place in self._places(20):
            found = self._word(place)
            if not found or place.home.part != "text" or self._is_dressed(place):
                continue
            if self._step(place, "bold", *found, "", tracked=False):
                self._note(place, Kind.FORMAT, found[1], "+bold", "office bold")
                return True
        return False

    def _is_dressed(self, place: Place) -> bool:
        """Tell whether the words of a paragraph are bold by their style already."""
        style = self._line((place.home.block, place.home.lang), place.line).style
        return style != "body text"

    def paragraph_in(self, *, tracked: bool) -> bool:
        """Put a new paragraph behind one."""
        for name, _ in self._whole():
            words = SENTENCE[name[1]].format(n=self._chance.randrange(10, 99))
            if self._paragraph(name, "insert", words, tracked=tracked):
                self._take(name, Kind.INSERTION, "", words, f"office paragraph tracked={tracked}", None)
                return True
        return False

    def paragraph_out(self, *, tracked: bool) -> bool:
        """Delete a paragraph with its end."""
        for name, _ in self._whole():
            if self._paragraph(name, "delete", "", tracked=tracked):
                words = self.sent.lines(name)[0].text
                self._take(name, Kind.DELETION, words, "", f"office deletion tracked={tracked}", None)
                return True
        return False

    def split(self, *, tracked: bool) -> bool:
        """Make two paragraphs of one, behind a full stop."""
        for name, _ in self._whole():
            words = self.sent.lines(name)[0].text
            inner = range(len(words) // 4, len(words) * 3 // 4)
            stops = [at for at in inner if words[at] in "。." and not words[at + 1].isdigit()]
            if stops and self._paragraph(name, "split", "", tracked=tracked, at=stops[0] + 1):
                self._take(name, Kind.SPLIT, "", "", f"office split tracked={tracked}", None)
                return True
        return False

    def join(self, *, tracked: bool) -> bool:
        """Join a paragraph to the one behind it."""
        for name, paragraph in self._whole():
            after = self._behind(paragraph)
            if after is None or after[1] is not name[1] or not self._is_whole(after):
                continue
            if self._paragraph(name, "join", "", tracked=tracked):
                self._used.add(name)
                self._take(after, Kind.MERGE, "", "", f"office join tracked={tracked}", None)
                return True
        return False

    def move(self, *, tracked: bool) -> bool:
        """Cut a paragraph and paste it some blocks further down."""
        for name, paragraph in self._whole():
            target = paragraph
            for _ in range(self._chance.randrange(2, 7)):
                target = target.getnext() if target is not None else None
            behind = next((n for n in self.sent.owned if self._stands(n, target)), None)
            if behind is None or behind in self._used or not self._is_whole(behind):
                continue
            to = self._needle(self._line(behind, 0).text, 0, 0)
            if to and self._paragraph(name, "move", to[0], tracked=tracked):
                self._used.add(behind)
                self._take(name, Kind.MOVE, "", "", f"office move tracked={tracked}", None)
                return True
        return False

    def _behind(self, paragraph: object) -> Owner | None:
        after = paragraph.getnext()  # type: ignore[attr-defined]
        return next((n for n in self.sent.owned if n not in self._used and self._stands(n, after)), None)

    def _stands(self, name: Owner, paragraph: object) -> bool:
        return self._lines[self.sent.owned[name][0]] is paragraph

    def _line(self, name: Owner, line: int) -> Line:
        return self.sent.lines(name)[line]

    def _step(self, place: Place, do: str, start: int, old: str, new: str, *, tracked: bool) -> bool:
        text = self._line((place.home.block, place.home.lang), place.line).text
        begin = place.start + start
        needle = self._needle(text, begin, begin + len(old))
        if needle is None:
            return False
        words, at = needle
        self.steps.append(
            {"do": do, "find": words, "at": at, "length": len(old), "new": new, "tracked": tracked}
        )
        return True

    def _paragraph(self, name: Owner, do: str, new: str, *, tracked: bool, at: int = 0) -> bool:
        needle = self._needle(self._line(name, 0).text, at, at)
        if needle is None:
            return False
        words, inside = needle
        self.steps.append(
            {"do": do, "find": words, "at": inside, "length": 0, "new": new, "tracked": tracked}
        )
        return True

    def _needle(self, text: str, start: int, end: int) -> tuple[str, int] | None:
        """Return words that stand in the report once, around a place, and where in them the place is."""
        for around in _AROUND:
            low, high = start, end
            while low > 0 and start - low < around and text[low - 1] not in _OBJECTS:
                low -= 1
            while high < len(text) and high - end < around and text[high] not in _OBJECTS:
                high += 1
            words = text[low:high]
            if len(words.strip()) >= around // 2 and self._all.count(words) == 1:
                return words, start - low
        return None


def _without_comments(name: str, data: bytes) -> bytes:
    return _COMMENTS.sub(b"", data) if name == "word/document.xml" else data
