"""Steps on whole paragraphs made in the YAML: put in, taken out, moved, or left with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, assert_never

from reportpub.exchange import typed_blocks as typed
from reportpub.exchange.carrying import written
from reportpub.exchange.rounds.desk import ALREADY, CONFLICT, Desk, Outcome, says
from reportpub.exchange.rounds.fitness import citers, free_to_go, unfit
from reportpub.exchange.rounds.new_blocks import fresh, lines_of, paragraph_lines
from reportpub.exchange.rounds.parting import joined, parted
from reportpub.exchange.rounds.steps import Join, Left, Move, Part, PutIn, Step, TakeOut
from reportpub.model.blocks import Block, List, Note
from reportpub.model.text import Bilingual, Lang
from reportpub.sentences import NOTHING, Sentence, listed, say

_HEAD: Final = -1
"""Stands for the place before the first item."""


def rebuilt(desk: Desk, told: Iterable[Step]) -> Iterator[Outcome]:
    """Yield what became of each step, made one after the other."""
    every = tuple(told)
    going = free_to_go(every, desk.report)
    for step in every:
        yield _made(desk, step, going)


def _made(desk: Desk, step: Step, going: frozenset[str]) -> Outcome:
    match step:
        case PutIn():
            return _put_in(desk, step)
        case TakeOut():
            return _take_out(desk, step, going)
        case Part():
            return parted(desk, step)
        case Join():
            return joined(desk, step)
        case Move():
            return _move(desk, step)
        case Left(numbers=numbers, why=why):
            return Outcome(numbers, why)
        case _:
            assert_never(step)


def _put_in(desk: Desk, step: PutIn) -> Outcome:
    before = desk.known.get(step.block)
    if before is None:
        return Outcome(step.numbers, say("the block before it is no longer in the YAML"), CONFLICT)
    said = {lang: written(words) for lang, words in step.said.items()}
    if wrong := unfit(said, step.style, before):
        return Outcome(step.numbers, wrong)
    if step.part:
        return _put_item(desk, step, before, said)
    file = desk.files[step.block]
    if twin := desk.twin(file, said):
        return Outcome(step.numbers, state=ALREADY, name=twin)
    name = fresh(step.block, desk.ids)
    level = int(step.style.split()[1]) if step.style.startswith("heading ") else 0
    every = typed.blocks(desk.texts[file], file)
    if not every:
        return Outcome(step.numbers, say("the blocks of this chapter are not written line by line"))
    lines = paragraph_lines(every[0].indent, name, said, level)
    after = desk.latest.get((step.block, ""), step.block)
    new = typed.behind(desk.texts[file], file, after, lines)
    if new is None or not says(new, file, name, said):
        return Outcome(step.numbers, say("it cannot be typed as it stands"))
    desk.texts[file] = new
    desk.ids.add(name)
    desk.files[name] = file
    desk.latest[step.block, ""] = name
    return Outcome(step.numbers, name=name)


def _put_item(desk: Desk, step: PutIn, before: Block[Bilingual], said: Mapping[Lang, str]) -> Outcome:
    if len(said) < len(Lang):
        return Outcome(step.numbers, say("an item needs both languages: write it by hand"))
    found = desk.items(step.block)
    if not isinstance(before, List) or not found:
        return Outcome(step.numbers, say("the items of this list are not written line by line"))
    order = desk.orders[step.block]
    behind = int(desk.latest.get((step.block, step.part), step.part.partition("-")[2])) - 1
    if behind not in order and behind >= 0:
        return Outcome(step.numbers, say("the item before it is gone"))
    at = -1 if behind == _HEAD else order.index(behind)
    lines = lines_of(found[0].indent, said)
    file, text = desk.files[step.block], desk.texts[desk.files[step.block]]
    start = found[at].end if at >= 0 else found[0].start
    gap = "" if not start or text[start - 1] == "\n" else "\n"
    desk.texts[file] = text[:start] + gap + lines + text[start:]
    mark = -len(order) - 2
    order.insert(at + 1, mark)
    desk.latest[step.block, step.part] = str(mark + 1)
    return Outcome(step.numbers)


def _take_out(desk: Desk, step: TakeOut, going: frozenset[str]) -> Outcome:
    file = desk.files.get(step.block)
    if file is None:
        return Outcome(step.numbers, state=ALREADY)
    if step.part:
        return _take_item(desk, step, file)
    if why := _held(desk, step.block, going):
        return Outcome(step.numbers, why, CONFLICT)
    entry = typed.block(desk.texts[file], file, step.block)
    if entry is None or len(typed.blocks(desk.texts[file], file)) == 1:
        return Outcome(step.numbers, say("it cannot be taken out by itself"))
    desk.texts[file] = typed.without(desk.texts[file], entry)
    return Outcome(step.numbers)


def _held(desk: Desk, name: str, going: frozenset[str]) -> Sentence:
    """Return what keeps a block from being taken out."""
    if name in desk.busy:
        return say("somebody rewords this block")
    if desk.changed(name):
        return say("the YAML has changed here since the file went out")
    if name not in going:
        return say("it is cited by {cites}", cites=listed(sorted(citers(desk.report)[name] - going)))
    return NOTHING


def _take_item(desk: Desk, step: TakeOut, file: str) -> Outcome:
    number = int(step.part.partition("-")[2]) - 1
    found = desk.items(step.block)
    order = desk.orders.get(step.block, [])
    if not found or number not in order or len(found) == 1:
        return Outcome(step.numbers, say("what it belongs to is not written line by line"))
    if step.block in desk.busy:
        return Outcome(step.numbers, say("somebody rewords this block"), CONFLICT)
    desk.texts[file] = typed.without(desk.texts[file], found[order.index(number)])
    order.remove(number)
    return Outcome(step.numbers)


def _move(desk: Desk, step: Move) -> Outcome:
    file = desk.files.get(step.block)
    if file is None or desk.files.get(step.behind) != file:
        return Outcome(step.numbers, say("it was moved to another chapter: move it by hand"))
    text = desk.texts[file]
    held = typed.with_notes(text, file, step.block)
    if held is None or isinstance(desk.known.get(step.block), Note):
        return Outcome(step.numbers, say("the blocks of this chapter are not written line by line"))
    start, end = held
    chunk = text[start:end] if text[start:end].endswith("\n") else text[start:end] + "\n"
    new = typed.behind(text[:start] + text[end:], file, step.behind, chunk)
    if new is None:
        return Outcome(step.numbers, say("the block it was moved behind is gone"), CONFLICT)
    if new == text:
        return Outcome(step.numbers, state=ALREADY)
    desk.texts[file] = new
    return Outcome(step.numbers)
