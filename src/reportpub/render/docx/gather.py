"""What the body asks of the other parts while it is written: ids, footnotes, links, pictures, lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportpub.findings import ToolError, error
from reportpub.model.anchors import fact_bookmark
from reportpub.model.text import Lang
from reportpub.render.docx.comments import Question, commented
from reportpub.render.docx.oxml import LONGEST_NAME, escaped, paragraph
from reportpub.render.docx.pictures import Drawn, Picture
from reportpub.sentences import say

FIRST_LIST = 20
"""Numbering ids below this belong to the headings and to the list styles."""


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A chart of the text: its part, and the workbook behind it."""

    xml: str
    workbook: bytes


@dataclass(slots=True)
class Gather:
    """Counters and collections of one document; filled in reading order, they are the same every time."""

    pictures: Mapping[str, Picture]
    footnotes: list[str] = field(default_factory=list)
    heads: list[tuple[str, str]] = field(default_factory=list)
    lists: list[Lang] = field(default_factory=list)
    used: dict[str, str] = field(default_factory=dict)
    charts: list[ChartPart] = field(default_factory=list)
    body_links: dict[str, str] = field(default_factory=dict)
    note_links: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    facts: dict[str, tuple[str, Lang]] = field(default_factory=dict)
    _marks: dict[str, int] = field(default_factory=dict)
    _turns: dict[tuple[str, Lang], int] = field(default_factory=dict)
    _in_note: list[str] = field(default_factory=list)
    _drawings: int = 0

    def opened(self, name: str) -> str:
        """Return the start of a bookmark; `ToolError` when its name is taken or too long for Word."""
        if name in self._marks or len(name) > LONGEST_NAME:
            hint = say("give the block an id of at most 28 characters that occurs once in the report")
            raise ToolError(
                (
                    error(
                        "docx/bookmark",
                        say("the bookmark {name} is taken or too long", name=name),
                        None,
                        hint,
                    ),
                )
            )
        self._marks[name] = len(self._marks) + 1
        return f'<w:bookmarkStart w:id="{self._marks[name]}" w:name="{escaped(name)}"/>'

    def closed(self, name: str) -> str:
        """Return the end of a bookmark that was opened."""
        return f'<w:bookmarkEnd w:id="{self._marks[name]}"/>'

    def marked(self, name: str, content: str) -> str:
        """Return content between the two ends of a bookmark."""
        return self.opened(name) + content + self.closed(name)

    def cited(self, fact: str, lang: Lang, content: str, *, in_note: bool = False) -> str:
        """Return a cited fact in its bookmark; facts whose shortened names meet count on together.

        The bookmark of a fact that is cited in a note is kept for the call of the note.
        """
        said = fact, lang
        turn = self._turns.get(said, 0) + 1
        while (name := fact_bookmark(fact, lang, turn)) in self._marks:
            turn += 1
        self._turns[said] = turn
        self.facts[name] = said
        self._marks[name] = number = len(self._marks) + 1
        if in_note:
            self._in_note.append(name)
            return content
        return _within(name, number, content)

    def around_call(self, call: str) -> str:
        """Return the call of a note within the bookmarks of the facts that the note cites."""
        for name in self._in_note:
            call = _within(name, self._marks[name], call)
        self._in_note.clear()
        return call

    def asked(self, words: str, lang: Lang, content: str) -> str:
        """Return the paragraphs of a block with a question about it as a comment."""
        self.questions.append(Question(words, lang))
        return commented(content, len(self.questions) - 1)

    def has(self, name: str) -> bool:
        """Return whether a bookmark of that name was opened before."""
        return name in self._marks

    def footnote(self, style: str, content: str, sign: str = "") -> str:
        """Keep the words of a footnote and return the reference that calls it, by number or by a sign."""
        number = len(self.footnotes) + 1
        shown = f"<w:t>{sign}</w:t>" if sign else "<w:footnoteRef/>"
        mark = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{shown}</w:r>'
        gap = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        text = paragraph(style, mark + gap + content)
        self.footnotes.append(f'<w:footnote w:id="{number}">{text}</w:footnote>')
        style_of_call = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        if sign:
            told = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>{shown}'
            return f"<w:r>{style_of_call}{told}</w:r>"
        return f'<w:r>{style_of_call}<w:footnoteReference w:id="{number}"/></w:r>'

    def link(self, url: str, *, in_note: bool) -> str:
        """Return the relationship id of an address outside the report."""
        links = self.note_links if in_note else self.body_links
        return links.setdefault(url, f"rIdLink{len(links) + 1}")

    def picture(self, key: str) -> tuple[Picture, str]:
        """Return a picture and its relationship id; `ToolError` when nobody made it."""
        if key not in self.pictures:
            hint = say("pictures are keyed by block id")
            raise ToolError(
                (error("docx/picture", say("there is no picture for {key}", key=key), None, hint),)
            )
        return self.pictures[key], self.used.setdefault(key, f"rIdPicture{len(self.used) + 1}")

    def chart(self, xml: str, workbook: bytes) -> str:
        """Keep a chart with its workbook and return its relationship id."""
        self.charts.append(ChartPart(xml, workbook))
        return f"rIdChart{len(self.charts)}"

    def drawn(self, kind: str, title: str, alt: str) -> Drawn:
        """Return the next drawing id with a name after it: `Chart 3`."""
        self._drawings += 1
        return Drawn(number=self._drawings, name=f"{kind} {self._drawings}", title=title, alt=alt)

    def new_list(self, lang: Lang) -> int:
        """Return the numbering id of an ordered list that starts again at one."""
        self.lists.append(lang)
        return FIRST_LIST + len(self.lists) - 1

    def head(self, kind: str, content: str) -> str:
        """Keep a header (`hdr`) or footer (`ftr`) once and return its relationship id."""
        made = (kind, content)
        if made not in self.heads:
            self.heads.append(made)
        return f"rIdHead{self.heads.index(made) + 1}"


def _within(name: str, number: int, content: str) -> str:
    """Return content in a bookmark; its name is of letters, digits and underscores."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
