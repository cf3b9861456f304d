"""A paragraph parted in two, or joined to the one before it, in both languages at once."""

from __future__ import annotations

from reportpub.exchange import typed_blocks as typed
from reportpub.exchange.carrying import place_of
from reportpub.exchange.edits.differences import differences
from reportpub.exchange.rounds.desk import ALREADY, CONFLICT, Desk, Outcome, said_in, says, scalar_in
from reportpub.exchange.rounds.fitness import citers, unsound
from reportpub.exchange.rounds.new_blocks import fresh, paragraph_lines
from reportpub.exchange.rounds.steps import Join, Part
from reportpub.exchange.typed_blocks import Entry
from reportpub.model.blocks import Paragraph
from reportpub.model.text import Lang
from reportpub.nodes import Mapping, Scalar
from reportpub.render.docx.words import lead_stop
from reportpub.sentences import listed, say
from reportpub.source.rewording import Rewording, rewritten


def parted(desk: Desk, step: Part) -> Outcome:
    """Make two paragraphs of one, the second with an id of its own."""
    file = desk.files.get(step.block)
    if file is None or not isinstance(desk.known.get(step.block), Paragraph):
        return Outcome(step.numbers, say("only a paragraph can be parted: make the blocks by hand"))
    first, second = {}, {}
    for lang, at in step.places.items():
        scalar = scalar_in(desk.texts[file], file, step.block, lang)
        here = _typed_at(desk, step.block, lang, at, scalar.text) if scalar else None
        if scalar is None or here is None:
            return Outcome(step.numbers, say("the YAML has changed here since the file went out"), CONFLICT)
        first[lang], second[lang] = scalar.text[:here].rstrip(), scalar.text[here:].lstrip()
    if not all((*first.values(), *second.values())) or unsound(first) or unsound(second):
        return Outcome(step.numbers, say("it is parted within a mark or a citation: make the blocks by hand"))
    text = desk.texts[file]
    name = fresh(step.block, desk.ids)
    for lang, words in first.items():
        scalar = scalar_in(text, file, step.block, lang)
        cut = Rewording(len(words), len(scalar.text), "") if scalar else None
        made = rewritten(text, scalar, (cut,)) if scalar and cut else None
        if made is None:
            return Outcome(step.numbers, say("it cannot be typed as it stands"))
        text = made
    entry = typed.block(text, file, step.block)
    lines = paragraph_lines(entry.indent if entry else 2, name, second, 0)
    new = typed.behind(text, file, step.block, lines)
    if new is None or not says(new, file, name, second):
        return Outcome(step.numbers, say("it cannot be typed as it stands"))
    desk.texts[file] = new
    desk.ids.add(name)
    desk.files[name] = file
    return Outcome(step.numbers, name=name)


def _typed_at(desk: Desk, name: str, lang: Lang, at: int, now: str) -> int | None:
    """Return where a place of the text as it was shown is typed now; nothing where that was rewritten."""
    place = next(
        (p for p in desk.began.sent.places[name, lang] if p.home.part == "text" and p.start <= at <= p.end),
        None,
    )
    if place is None:
        return None
    base = desk.began.typed.scalar(place.span).text
    here = place_of(place.atoms, at - place.start)
    shift = 0
    for one in differences(base, now):
        if one.start < here < one.end:
            return None
        if one.end <= here and one.start < here:
            shift = one.new_end - one.end
    return here + shift


def joined(desk: Desk, step: Join) -> Outcome:
    """Join a paragraph to the one before it, its lead as words, and take its block out."""
    file = desk.files.get(step.block)
    pair = desk.known.get(step.first), desk.known.get(step.block)
    if file is None:
        return Outcome(step.numbers, state=ALREADY)
    if not all(isinstance(one, Paragraph) for one in pair) or desk.files.get(step.first) != file:
        return Outcome(step.numbers, say("only paragraphs of one chapter can be joined: do it by hand"))
    if cites := citers(desk.report)[step.block]:
        return Outcome(step.numbers, say("it is cited by {cites}", cites=listed(sorted(cites))), CONFLICT)
    text = desk.texts[file]
    for lang in Lang:
        one = scalar_in(text, file, step.first, lang)
        entry = typed.block(text, file, step.block)
        more = _joined(entry, lang) if entry else None
        if one is None or more is None:
            return Outcome(step.numbers, say("one of them lacks a language, or says more about itself"))
        gap = " " if lang is Lang.EN and not one.text.endswith(" ") else ""
        made = rewritten(text, one, (Rewording(len(one.text), len(one.text), gap + more),))
        if made is None:
            return Outcome(step.numbers, say("it cannot be typed as it stands"))
        text = made
    entry = typed.block(text, file, step.block)
    assert entry is not None, "it was there a moment ago"  # noqa: S101
    desk.texts[file] = typed.without(text, entry)
    del desk.files[step.block]
    return Outcome(step.numbers, name=step.first)


def _joined(entry: Entry, lang: Lang) -> str | None:
    """Return all that a paragraph says in a language, its lead before it, if that is all there is to it."""
    if not isinstance(entry.node, Mapping) or {key.text for key, _ in entry.node.entries} != {
        "id",
        "paragraph",
    }:
        return None
    scalar = said_in(entry, "paragraph", lang)
    held = typed.content(entry, "paragraph")
    lead = held.get("lead") if isinstance(held, Mapping) else None
    if scalar is None or lead is None:
        return scalar.text if scalar else None
    words = lead.get(lang.key) if isinstance(lead, Mapping) else None
    return f"{words.text}{lead_stop(words.text, lang)}{scalar.text}" if isinstance(words, Scalar) else None
