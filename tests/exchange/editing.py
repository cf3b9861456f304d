"""An editor with Word, by script: seeded edits of a file that was sent, and what each of them did.

The markup is what Word writes: w:ins and w:del with authors and dates, runs split by rsid, moved, split and
joined paragraphs, bookmarks that got lost on the way.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from reportpub.exchange.edits.changes import Change, Kind
from reportpub.exchange.edits.differences import tokens
from reportpub.exchange.edits.ooxml import local, w
from reportpub.exchange.edits.sent import Owner, Place, Sent
from reportpub.exchange.marks import Kind as Cited
from reportpub.exchange.marks import shown_words
from reportpub.model.text import Lang

AUTHORS = (("李编辑", "2025-03-03T09:00:00Z"), ("J. Reader", "2025-03-04T10:30:00Z"))
NEW = {Lang.ZH: ("稳步", "明显", "本年度", "首次"), Lang.EN: ("steadily", "notably", "for once", "yet again")}
SENTENCE = {
    Lang.ZH: "另据{n}号函，有关数据以最终核定为准。",
    Lang.EN: "Letter no. {n} gives the data as finally checked.",
}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Made:
    """What the script did: the kind of change, where, and the words it took out and put in."""

    kind: Kind
    block: str
    lang: Lang | None
    old: str
    new: str
    how: str
    author: str = ""

    def is_found(self, change: Change) -> bool:
        """Tell whether a change that was read is this one."""
        emptied = self.kind is Kind.EDIT and not self.new and change.kind is Kind.DELETION
        if (change.kind is not self.kind and not emptied) or (change.block, change.lang) != (
            self.block,
            self.lang,
        ):
            return False
        if self.kind in {Kind.SPLIT, Kind.MERGE, Kind.MOVE}:
            return True
        if self.author and change.by.author != self.author:
            return False
        return _trimmed(change.old, change.new) == _trimmed(self.old, self.new)


def _trimmed(old: str, new: str) -> tuple[str, str]:
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old.strip(), new.strip()


def judged(made: Iterable[Made], told: Iterable[Change]) -> tuple[list[Made], list[Change]]:
    """Return which edits were not found, and which changes nobody made."""
    left, missed = list(told), []
    for one in made:
        found = next((change for change in left if one.is_found(change)), None)
        if found is None:
            missed.append(one)
        else:
            left.remove(found)
    return missed, left


@dataclass
class Editor:
    """Edits the text of a sent file, each block at most once."""

    data: bytes
    sent: Sent
    seed: int
    made: list[Made] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Open the file and find its paragraphs."""
        self._chance = random.Random(self.seed)
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            self._parts = {name: package.read(name) for name in package.namelist()}
        self._root = etree.fromstring(self._parts["word/document.xml"])
        self._notes = etree.fromstring(self._parts["word/footnotes.xml"])
        body = list(_paragraphs(self._root.find(w("body"))))
        notes = [p for n in self._notes if n.get(w("type")) is None for p in n.iter(w("p"))]
        self._lines = [*body, *notes]
        assert len(self._lines) == len(self.sent.written.lines)
        self._names = list(self.sent.owned)
        self._chance.shuffle(self._names)
        self._used: set[Owner] = set()
        self._ids = 9000

    def saved(self) -> bytes:
        """Return the file as it is now."""
        self._parts["word/document.xml"] = _xml(self._root)
        self._parts["word/footnotes.xml"] = _xml(self._notes)
        into = io.BytesIO()
        with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in self._parts.items():
                package.writestr(name, content)
        return into.getvalue()

    def edit(self, count: int) -> None:
        """Make as many edits as asked for, of every kind in turn."""
        ways: tuple[Callable[[], bool], ...] = (
            lambda: self.words(tracked=True),
            lambda: self.words(tracked=False),
            lambda: self.put_in(tracked=True),
            lambda: self.put_in(tracked=False),
            lambda: self.take_out(tracked=True),
            lambda: self.words(tracked=False, lost=True),
            lambda: self.take_out(tracked=False),
            lambda: self.figure(tracked=True),
            lambda: self.paragraph_in(tracked=True),
            lambda: self.paragraph_in(tracked=False),
            lambda: self.paragraph_out(tracked=True),
            lambda: self.paragraph_out(tracked=False),
            lambda: self.split(tracked=True),
            lambda: self.split(tracked=False),
            lambda: self.join(tracked=True),
            lambda: self.join(tracked=False),
            lambda: self.move(tracked=True),
            lambda: self.move(tracked=False),
            self.embolden,
            lambda: self.figure(tracked=False),
        )
        turn = 0
        while len(self.made) < count and turn < count * 4:
            ways[turn % len(ways)]()
            turn += 1

    def words(self, *, tracked: bool, lost: bool = False) -> bool:
        """Replace a word by another."""
        return self._change(lambda lang, _: self._chance.choice(NEW[lang]), tracked=tracked, lost=lost)

    def put_in(self, *, tracked: bool) -> bool:
        """Put words in behind a word."""

        def more(lang: Lang, old: str) -> str:
            return old + (" " if lang is Lang.EN else "") + self._chance.choice(NEW[lang])

        return self._change(more, tracked=tracked)

    def take_out(self, *, tracked: bool) -> bool:
        """Take a word out."""
        return self._change(lambda _lang, _old: "", tracked=tracked)

    def _change(self, new: Callable[[Lang, str], str], *, tracked: bool, lost: bool = False) -> bool:
        for place in self._places(3):
            found = self._word(place)
            if found is None:
                continue
            start, old = found
            said = new(place.home.lang, old)
            paragraph = self._element(place)
            run = _isolated(paragraph, place.start + start, place.start + start + len(old))
            if run is None or said == old:
                continue
            author = self._replace(run, old, said, tracked=tracked)
            if lost:
                self._lose(place)
            self._note(place, Kind.EDIT, old, said, f"words tracked={tracked} lost={lost}", author)
            return True
        return False

    def figure(self, *, tracked: bool) -> bool:
        """Change a digit inside a figure."""
        for place in self._places(1):
            at = 0
            for atom in place.atoms:
                if atom.kind is Cited.FACT and atom.words[:1].isdigit() and len(atom.words) > 2:
                    digit = str((int(atom.words[0]) + 3) % 9 + 1)
                    run = _isolated(self._element(place), place.start + at, place.start + at + 1)
                    if run is None or digit == atom.words[0]:
                        break
                    author = self._replace(run, atom.words[0], digit, tracked=tracked)
                    new = digit + atom.words[1:]
                    self._note(place, Kind.FACT, atom.words, new, f"figure tracked={tracked}", author)
                    return True
                at += len(atom.words)
        return False

    def embolden(self) -> bool:
        """Make a word bold."""
        for place in self._places(20):
            found = self._word(place)
            run = found and _isolated(
                self._element(place), place.start + found[0], place.start + found[0] + len(found[1])
            )
            if not found or run is None:
                continue
            properties = run.find(w("rPr"))
            if properties is None:
                properties = etree.Element(w("rPr"))
                run.insert(0, properties)
            if properties.find(w("rStyle")) is not None or place.home.part != "text":
                continue
            etree.SubElement(properties, w("b"))
            self._note(place, Kind.FORMAT, found[1], "+bold", "bold")
            return True
        return False

    def paragraph_in(self, *, tracked: bool) -> bool:
        """Put a new paragraph behind one."""
        for name, paragraph in self._whole():
            new = deepcopy(paragraph)
            for child in list(new):
                if local(child) != "pPr":
                    new.remove(child)
            words = SENTENCE[name[1]].format(n=self._chance.randrange(10, 99))
            run = _run(words)
            new.append(self._inserted(run, 0) if tracked else run)
            if tracked:
                _end_mark(new).append(self._mark("ins", 0))
            paragraph.addnext(new)
            self._take(
                name, Kind.INSERTION, "", words, f"paragraph tracked={tracked}", 0 if tracked else None
            )
            return True
        return False

    def paragraph_out(self, *, tracked: bool) -> bool:
        """Delete a paragraph with its end."""
        for name, paragraph in self._whole():
            words = self.sent.lines(name)[0].text
            if tracked:
                self._strike(paragraph)
                _end_mark(paragraph).append(self._mark("del", 1))
            else:
                paragraph.getparent().remove(paragraph)
            self._take(name, Kind.DELETION, words, "", f"deletion tracked={tracked}", 1 if tracked else None)
            return True
        return False

    def split(self, *, tracked: bool) -> bool:
        """Make two paragraphs of one, behind a full stop."""
        for name, paragraph in self._whole():
            words = self.sent.lines(name)[0].text
            stops = [
                at + 1
                for at, c in enumerate(words)
                if c in "。." and len(words) * 0.25 < at < len(words) * 0.75
            ]
            at = next((s for s in stops if _isolated(paragraph, s - 1, s) is not None), None)
            if at is None:
                continue
            last = _isolated(paragraph, at - 1, at)
            assert last is not None
            if last.getparent() is not paragraph:
                continue
            second = etree.Element(w("p"))
            head = paragraph.find(w("pPr"))
            second.append(deepcopy(head))
            for child in list(last.itersiblings()):
                second.append(child)
            paragraph.addnext(second)
            if tracked:
                _end_mark(paragraph).append(self._mark("ins", 0))
            self._take(name, Kind.SPLIT, "", "", f"split tracked={tracked}", None)
            return True
        return False

    def join(self, *, tracked: bool) -> bool:
        """Join a paragraph to the one behind it."""
        for name, paragraph in self._whole():
            after = paragraph.getnext()
            owner = next(
                (
                    n
                    for n in self.sent.owned
                    if n not in self._used and self._lines[self.sent.owned[n][0]] is after
                ),
                None,
            )
            if owner is None or not self._is_whole(owner) or owner[1] is not name[1] or owner == name:
                continue
            if tracked:
                _end_mark(paragraph).append(self._mark("del", 0))
            else:
                for child in list(after):
                    if local(child) != "pPr":
                        paragraph.append(child)
                after.getparent().remove(after)
            self._used.add(name)
            self._take(owner, Kind.MERGE, "", "", f"merge tracked={tracked}", None)
            return True
        return False

    def move(self, *, tracked: bool) -> bool:
        """Move a paragraph some blocks further down."""
        for name, paragraph in self._whole():
            target = paragraph
            passed = 0
            while target is not None and passed < 6:
                target = target.getnext()
                passed += 1
            if target is None or local(target) != "p" or target.find(f".//{w('sectPr')}") is not None:
                continue
            if self._is_used(target) or not any(
                self._lines[lines[-1]] is target and self._is_whole(n) for n, lines in self.sent.owned.items()
            ):
                continue
            if tracked:
                copy = deepcopy(paragraph)
                for mark in [*copy.iter(w("bookmarkStart")), *copy.iter(w("bookmarkEnd"))]:
                    mark.getparent().remove(mark)
                for run in list(copy.iter(w("r"))):
                    if run.find(w("footnoteReference")) is not None:
                        break
                else:
                    self._strike(paragraph, "moveFrom")
                    _end_mark(paragraph).append(self._mark("del", 1))
                    for run in list(copy.iter(w("r"))):
                        parent = run.getparent()
                        parent.replace(run, self._wrapped("moveTo", deepcopy(run), 1))
                    _end_mark(copy).append(self._mark("ins", 1))
                    target.addnext(copy)
                    self._take(name, Kind.MOVE, "", "", "move tracked=True", None)
                    return True
                continue
            target.addnext(paragraph)
            self._take(name, Kind.MOVE, "", "", "move tracked=False", None)
            return True
        return False

    def shiver(self) -> None:
        """Split runs as Word does at every sitting, and give them the numbers of the sittings."""
        for run in list(self._root.iter(w("r"))):
            text = run.find(w("t"))
            if text is None or len(run.findall(w("t"))) != 1 or len(text.text or "") < 4:
                continue
            if self._chance.random() < 0.3:
                cut = self._chance.randrange(1, len(text.text) - 1)
                second = deepcopy(run)
                second.set(w("rsidR"), f"00{self._chance.randrange(16**6):06X}")
                second.find(w("t")).text = text.text[cut:]
                second.find(w("t")).set(SPACE, "preserve")
                text.text = text.text[:cut]
                text.set(SPACE, "preserve")
                run.addnext(second)

    def _places(self, shortest: int) -> Iterator[Place]:
        for name in self._names:
            places = self.sent.places.get(name, ())
            if name in self._used or not places:
                continue
            place = self._chance.choice(places)
            if len(shown_words(place.atoms)) >= shortest and not place.shared and not self._alike(place):
                yield place

    def _alike(self, place: Place) -> bool:
        """Tell whether a short text stands elsewhere in its block too, and nobody could tell which it was."""
        words = shown_words(place.atoms)
        return (
            sum(shown_words(p.atoms) == words for p in self.sent.places[place.home.block, place.home.lang])
            > 1
        )

    def _word(self, place: Place) -> tuple[int, str] | None:
        at, found = 0, []
        for atom in place.atoms:
            if atom.kind is Cited.WORDS:
                inner = at
                for token in tokens(atom.words):
                    if token.isalpha() and (place.home.lang is Lang.ZH or len(token) > 3):
                        found.append((inner, token))
                    inner += len(token)
            at += len(atom.words)
        return self._chance.choice(found) if found else None

    def _whole(self) -> Iterator[tuple[Owner, etree._Element]]:
        for name in self._names:
            if name not in self._used and self._is_whole(name):
                yield name, self._lines[self.sent.owned[name][0]]

    def _is_whole(self, name: Owner) -> bool:
        """Tell whether a block is one paragraph of running text between others that are not yet edited."""
        lines = self.sent.owned[name]
        if len(lines) != 1 or self.sent.written.lines[lines[0]].note or len(self.sent.places[name]) > 2:
            return False
        paragraph = self._lines[lines[0]]
        words = self.sent.written.lines[lines[0]].text
        around = (paragraph.getprevious(), paragraph.getnext())
        return (
            local(paragraph.getparent()) == "body"
            and len(words) > 60
            and "\ufffc" not in words
            and paragraph.find(f".//{w('sectPr')}") is None
            and all(one is not None and local(one) == "p" and not self._is_used(one) for one in around)
            and all(one.find(f".//{w('sectPr')}") is None for one in around)
        )

    def _is_used(self, paragraph: etree._Element) -> bool:
        return any(self._lines[at] is paragraph for name in self._used for at in self.sent.owned[name])

    def _element(self, place: Place) -> etree._Element:
        return self._lines[self.sent.owned[place.home.block, place.home.lang][place.line]]

    def _replace(self, run: etree._Element, old: str, new: str, *, tracked: bool) -> str:
        if not tracked:
            run.find(w("t")).text = new
            run.find(w("t")).set(SPACE, "preserve")
            return ""
        who = self._chance.randrange(len(AUTHORS))
        if new.startswith(old):
            more = deepcopy(run)
            more.find(w("t")).text = new[len(old) :]
            more.find(w("t")).set(SPACE, "preserve")
            run.addnext(self._wrapped("ins", more, who))
            return AUTHORS[who][0]
        if new:
            fresh = deepcopy(run)
            fresh.find(w("t")).text = new
            run.addnext(self._wrapped("ins", fresh, who))
        self._strike_run(run, "del", who)
        return AUTHORS[who][0]

    def _strike(self, paragraph: etree._Element, name: str = "del") -> None:
        for run in list(paragraph.iter(w("r"))):
            self._strike_run(run, name, 1)

    def _strike_run(self, run: etree._Element, name: str, who: int) -> None:
        parent, at = run.getparent(), run.getparent().index(run)
        if name == "del":
            for text in run.findall(w("t")):
                text.tag = w("delText")
                text.set(SPACE, "preserve")
            for asked in run.findall(w("instrText")):
                asked.tag = w("delInstrText")
        parent.insert(at, self._wrapped(name, run, who))

    def _wrapped(self, name: str, run: etree._Element, who: int) -> etree._Element:
        mark = self._mark(name, who)
        mark.append(run)
        return mark

    def _inserted(self, run: etree._Element, who: int) -> etree._Element:
        return self._wrapped("ins", run, who)

    def _mark(self, name: str, who: int) -> etree._Element:
        self._ids += 1
        made = etree.Element(w(name))
        made.set(w("id"), str(self._ids))
        made.set(w("author"), AUTHORS[who][0])
        made.set(w("date"), AUTHORS[who][1])
        return made

    def _lose(self, place: Place) -> None:
        """Take the bookmark of a block away, as retyping a paragraph does."""
        for mark in list(self._element(place).iter(w("bookmarkStart"))):
            if mark.get(w("name"), "").startswith("_rp_"):
                mark.getparent().remove(mark)

    def _note(self, place: Place, kind: Kind, old: str, new: str, how: str, author: str = "") -> None:
        self._used.add((place.home.block, place.home.lang))
        self.made.append(Made(kind, place.home.block, place.home.lang, old, new, how, author))

    def _take(self, name: Owner, kind: Kind, old: str, new: str, how: str, who: int | None) -> None:
        self._used.add(name)
        author = "" if who is None else AUTHORS[who][0]
        self.made.append(Made(kind, name[0], name[1], old, new, how, author))


def _paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    for child in body:
        if local(child) == "sdt":
            continue
        yield from child.iter(w("p")) if local(child) != "p" else (child,)


def _run(words: str) -> etree._Element:
    run = etree.Element(w("r"))
    text = etree.SubElement(run, w("t"))
    text.text = words
    text.set(SPACE, "preserve")
    return run


def _end_mark(paragraph: etree._Element) -> etree._Element:
    """Return the run properties of the end of a paragraph."""
    properties = paragraph.find(w("pPr"))
    found = properties.find(w("rPr"))
    return etree.SubElement(properties, w("rPr")) if found is None else found


def _isolated(paragraph: etree._Element, start: int, end: int) -> etree._Element | None:
    """Return a run that holds exactly some characters of a paragraph, where one run holds them all."""
    at = 0
    for run in list(paragraph.iter(w("r"))):
        texts = run.findall(w("t"))
        length = sum(len(t.text or "") for t in texts)
        if run.find(w("footnoteReference")) is not None or run.find(w("drawing")) is not None:
            length = 1
        if texts and at <= start and end <= at + length:
            words = texts[0].text or ""
            cuts = (words[: start - at], words[start - at : end - at], words[end - at :])
            for piece, beside in ((cuts[0], run.addprevious), (cuts[2], run.addnext)):
                if piece:
                    other = deepcopy(run)
                    other.find(w("t")).text = piece
                    other.find(w("t")).set(SPACE, "preserve")
                    beside(other)
            texts[0].text = cuts[1]
            texts[0].set(SPACE, "preserve")
            return run
        at += length
    return None


def _xml(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
