"""Matches become chapters and blocks, in order; what a block needs and nobody wrote is supplied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportpub.adoption.drafts import NO_CHINESE, NO_ENGLISH, ChapterDraft, Draft, Text
from reportpub.adoption.figures import figure
from reportpub.adoption.footnotes import Footnotes
from reportpub.adoption.headings import numbered
from reportpub.adoption.leads import is_set_off, lead_end
from reportpub.adoption.names import Ids
from reportpub.adoption.pairs import Match
from reportpub.adoption.tables import table
from reportpub.adoption.units import Kind, Unit
from reportpub.adoption.words import Look, Words, put_right
from reportpub.findings import Finding, warning
from reportpub.manuscript.elements import Item, Paragraph
from reportpub.model.report import Place
from reportpub.sentences import say

_HABIT, _FEWEST = 0.4, 3
"""The share of paragraphs with a short first sentence, from which on these are run-in headings."""
_DEEPEST = 3
_PREFACE = {"zh": "前言", "en": "Preface"}
_ONLY = {"zh": "正文", "en": "Report"}
DOUBTFUL = 0.25
"""Pairs with a lower score are drafts until somebody has looked."""


@dataclass(slots=True)
class Composer:
    """Builds the chapters of a project out of matches."""

    notes: Mapping[str, tuple[Paragraph, ...]]
    title: Text = field(default_factory=Text)
    chapters: list[ChapterDraft] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)
    supplied: list[str] = field(default_factory=list)
    _ids: Ids = field(default_factory=Ids)
    _habit: bool = False

    def compose(self, matches: Sequence[Match]) -> None:
        """Build all chapters."""
        self._habit = _habit(matches)
        parted = any(_level(m) == 1 for m in matches)
        places = _places(matches)
        for at, match in enumerate(matches):
            kind = _kind(match)
            if kind is Kind.TITLE:
                self.title = _text(match)
            elif kind is Kind.HEADING and _level(match) == 1:
                self._chapter(match, places.get(at, Place.BODY))
            else:
                if not self.chapters:
                    self._first(parted=parted)
                self._block(match, kind)
        for chapter in self.chapters:
            self._filled(chapter)
            noted = Footnotes(chapter, self.notes, self._ids)
            noted.number()
            self.remarks += noted.remarks

    def _first(self, *, parted: bool) -> None:
        """Open a chapter for what stands before the first heading."""
        words = _PREFACE if parted else _ONLY
        name = self._ids.once("preface" if parted else "report")
        place = Place.FRONT if parted else Place.BODY
        title = Text(supplied=dict(words))
        if not parted and self.title.zh is not None:
            # The only chapter has the name of the whole, which stands above it anyway.
            title = Text(
                supplied={
                    "zh": self.title.zh.text,
                    "en": self.title.en.text if self.title.en else words["en"],
                }
            )
        self.supplied.append(
            f"the title of the chapter “{name}”: {title.supplied['zh']} / {title.supplied['en']}"
        )
        self.chapters.append(ChapterDraft(id=name, place=place, title=title))

    def _chapter(self, match: Match, place: Place) -> None:
        title = _text(match)
        number = sum(chapter.place is Place.BODY for chapter in self.chapters) + 1
        name = self._ids.chapter(title.en.text if title.en else "", number)
        if title.zh is None:
            title.supplied["zh"] = NO_CHINESE
        self.chapters.append(
            ChapterDraft(id=name, place=place, title=title, zh=match.zh, en=match.en, score=match.score)
        )

    def _filled(self, chapter: ChapterDraft) -> None:
        """Give a chapter without a word a paragraph that says so: a heading alone cannot be set."""
        if chapter.drafts:
            return
        words = Text(supplied={"zh": NO_CHINESE, "en": NO_ENGLISH})
        chapter.drafts.append(
            Draft(id=f"{chapter.id}-p1", kind="paragraph", texts={"text": words}, status="draft")
        )
        for unit in (*chapter.zh, *chapter.en)[:1]:
            message = say("nothing stands below the heading “{text}”", text=unit.text[:20])
            hint = say(
                "write it where {no_chinese} stands, or see whether the line is a heading",
                no_chinese=NO_CHINESE,
            )
            self.remarks.append(warning("adopt/empty-chapter", message, unit.span, hint))

    def _block(self, match: Match, kind: Kind) -> None:
        chapter = self.chapters[-1]
        count = len(chapter.drafts) + 1
        match kind:
            case Kind.TABLE:
                draft = table(match, f"{chapter.id}-t{count}", self.supplied)
            case Kind.PICTURE:
                made = figure(match, f"{chapter.id}-f{count}", self.images, self.supplied)
                if isinstance(made, Finding):
                    self.remarks.append(made)
                    return
                draft = made
            case Kind.ITEM:
                self._item(match, chapter, count)
                return
            case Kind.HEADING:
                draft = self._heading(match, chapter, f"{chapter.id}-h{count}")
            case _:
                draft = self._paragraph(match, f"{chapter.id}-p{count}")
        chapter.drafts.append(_settled(draft))

    def _heading(self, match: Match, chapter: ChapterDraft, name: str) -> Draft:
        above = [d.level for d in chapter.drafts if d.kind == "heading"]
        asked = _level(match)
        level = min(asked, _DEEPEST) if above else 2
        if asked != level:
            unit = (*match.zh, *match.en)[0]
            message = say(
                "a heading of level {asked} (“{text}”) became one of level {level}",
                asked=asked,
                text=unit.text[:20],
                level=level,
            )
            hint = say("a chapter has headings of level 2 and 3, the first of which is 2")
            self.remarks.append(warning("adopt/level", message, unit.span, hint))
        return _draft(match, name, "heading", {"text": _text(match)}, level=level)

    def _paragraph(self, match: Match, name: str) -> Draft:
        whole = _text(match)
        leads = {
            lang: lead_end(words) for lang, words in (("zh", whole.zh), ("en", whole.en)) if words is not None
        }
        bold = any(is_set_off(words) for words in (whole.zh, whole.en) if words is not None)
        if leads and all(leads.values()) and (bold or self._habit):
            lead, text = Text(), Text()
            if whole.zh is not None and (ends := leads["zh"]):
                lead.zh, text.zh = _split(whole.zh, ends)
            if whole.en is not None and (ends := leads["en"]):
                lead.en, text.en = _split(whole.en, ends)
            return _draft(match, name, "paragraph", {"text": text, "lead": lead})
        return _draft(match, name, "paragraph", {"text": whole})

    def _item(self, match: Match, chapter: ChapterDraft, count: int) -> None:
        """Add an item to the list before it, where that has the same languages and kind of number."""
        ordered = (*match.zh, *match.en)[0].item is Item.NUMBER
        draft = _draft(match, f"{chapter.id}-l{count}", "list", {"0": _text(match)}, ordered=ordered)
        _settled(draft)
        last = chapter.drafts[-1] if chapter.drafts else None
        if last is None or (last.kind, last.status, last.ordered) != ("list", draft.status, ordered):
            chapter.drafts.append(draft)
            return
        last.texts[str(len(last.texts))] = draft.texts["0"]
        last.zh, last.en = (*last.zh, *match.zh), (*last.en, *match.en)
        last.score = min(last.score, match.score)


def _kind(match: Match) -> Kind:
    kinds = {unit.kind for unit in (*match.zh, *match.en)}
    return kinds.pop() if len(kinds) == 1 else Kind.PARAGRAPH


def _level(match: Match) -> int:
    """Return the level of a heading; the Chinese one is what counts."""
    return next((u.level for u in (*match.zh, *match.en) if u.kind is Kind.HEADING), 0)


def _places(matches: Sequence[Match]) -> Mapping[int, Place]:
    """Return which chapters stand before or after the numbered ones: a preface, an appendix.

    Where hardly any chapter has a number, all are of the body.
    """
    chapters = [at for at, m in enumerate(matches) if _kind(m) is Kind.HEADING and _level(m) == 1]
    counted = [at for at in chapters if any(numbered(unit) for unit in (*matches[at].zh, *matches[at].en))]
    if len(counted) < 2 or 2 * len(counted) < len(chapters):  # noqa: PLR2004 - one number counts nothing
        return {}
    front = {at: Place.FRONT for at in chapters if at < counted[0]}
    return front | {at: Place.BACK for at in chapters if at > counted[-1]}


def _text(match: Match) -> Text:
    return Text(_joined(match.zh), _joined(match.en))


def _joined(units: Sequence[Unit]) -> Words | None:
    """Return the words of units as one text; two paragraphs that answer one are joined."""
    if not units:
        return None
    runs = list(units[0].runs)
    for unit in units[1:]:
        runs += [replace(runs[-1], text=" ", note="", link="")] if unit.lang.key == "en" else []
        runs += unit.runs
    return put_right(runs, units[0].lang, units[0].span)


def _split(words: Words, ends: tuple[int, int]) -> tuple[Words, Words]:
    """Return a lead without its stop and the rest; the changes stay with the rest, to be told once."""
    stop, begin = ends
    lead = replace(words.part(0, stop), looks=())
    rest = words.part(begin, len(words.text))
    looks = tuple(one for one in rest.looks if isinstance(one, Look) and one.end > one.start)
    return lead, replace(rest, looks=looks, changes=words.changes, typed=words.typed)


def _draft(
    match: Match, name: str, kind: str, texts: dict[str, Text], *, level: int = 2, ordered: bool = False
) -> Draft:
    return Draft(
        id=name,
        kind=kind,
        texts=texts,
        zh=match.zh,
        en=match.en,
        score=match.score,
        level=level,
        ordered=ordered,
    )


def _settled(draft: Draft) -> Draft:
    """Return a draft with its status: missing without English, a draft where there is a doubt."""
    if not draft.en:
        draft.status = "missing"
    elif not draft.zh:
        draft.status = "draft"
        for text in draft.texts.values():
            if text.zh is None and text.en is not None:
                text.supplied["zh"] = NO_CHINESE
    elif draft.score < DOUBTFUL or _is_cut(draft):
        draft.status = "draft"
    if draft.zh and draft.en:
        for text in draft.texts.values():
            if text.en is None and "en" not in text.supplied:
                text.supplied["en"], draft.status = NO_ENGLISH, "draft"
            if text.zh is None and "zh" not in text.supplied:
                text.supplied["zh"], draft.status = NO_CHINESE, "draft"
    return draft


def _is_cut(draft: Draft) -> bool:
    """Tell whether the English of a paragraph stops within a sentence where the Chinese does not."""
    text = draft.texts.get("text")
    if draft.kind != "paragraph" or text is None or text.zh is None or text.en is None:
        return False
    return text.zh.text.endswith(("。", "！", "？")) and not text.en.text.rstrip('”’")').endswith(
        (".", "!", "?", ":", ";")
    )


def _habit(matches: Sequence[Match]) -> bool:
    pairs = [
        (zh, en)
        for m in matches
        if _kind(m) is Kind.PARAGRAPH
        and (zh := _joined(m.zh)) is not None
        and (en := _joined(m.en)) is not None
    ]
    led = [1 for zh, en in pairs if lead_end(zh) and lead_end(en)]
    if pairs:
        return len(led) >= _FEWEST and len(led) >= _HABIT * len(pairs)
    alone = list(_alone(matches))
    led_alone = [1 for words in alone if lead_end(words)]
    return len(led_alone) >= _FEWEST and len(led_alone) >= 2 * _HABIT * len(alone)


def _alone(matches: Sequence[Match]) -> Iterator[Words]:
    for match in matches:
        if _kind(match) is Kind.PARAGRAPH and (words := _joined(match.zh)) is not None:
            yield words
