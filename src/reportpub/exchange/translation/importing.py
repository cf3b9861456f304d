"""Translations that came back, typed into the YAML once every protected element of them is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportpub.exchange.edits.differences import differences
from reportpub.exchange.files import Files
from reportpub.exchange.parts import Home, homes
from reportpub.exchange.translation.exchanged import Exchanged, Returned
from reportpub.exchange.translation.units import Progress, Unit, protected, units
from reportpub.findings import Finding, Severity, Span, error, warning
from reportpub.model.report import Report
from reportpub.model.text import Lang
from reportpub.nodes import Mapping as Entries
from reportpub.nodes import Node, Scalar, Sequence, read
from reportpub.sentences import say
from reportpub.source.markup import parse
from reportpub.source.rewording import Rewording, rewritten
from reportpub.source.translations import digest
from reportpub.source.write import Splice, after, spliced


@dataclass(slots=True)
class Imported:
    """What an import comes to: the files as they are then, the blocks whose English is new, what is wrong."""

    texts: dict[str, str]
    taken: dict[str, bool] = field(default_factory=dict)
    """Blocks with new English, and whether all of it was approved."""
    digests: dict[str, str] = field(default_factory=dict)
    found: list[Finding] = field(default_factory=list)
    count: int = 0


def imported(came: Exchanged, report: Report, typed: Files) -> Imported:
    """Return what becomes of the units of a file; a text with anything wrong in it is left as it is."""
    done = Imported(dict(typed.texts))
    every = {unit.id: unit for unit in units(report, typed)}
    done.found += _foreign(came, report)
    if any(finding.severity is Severity.ERROR for finding in done.found):
        return done
    scope = {u.id for u in every.values() if came.scope != "todo" or u.progress is not Progress.REVIEWED}
    done.found += _missing(came, scope)
    digests = dict(came.digests)
    wanted: list[tuple[Unit, Returned]] = []
    approved: dict[str, list[bool]] = {}
    for one in came.units:
        unit = every.get(one.id)
        place = Span(came.file, one.line)
        if unit is None:
            hint = say(
                "the block or the text is no longer in the report; look where its translation belongs now"
            )
            done.found.append(
                warning("translate/unknown", say("there is no text “{id}”", id=one.id), place, hint)
            )
            continue
        if not one.target.strip():
            continue
        wrong = tuple(_wrong(one, unit, place)) if one.target != unit.en else ()
        done.found += wrong
        if any(finding.severity is Severity.ERROR for finding in wrong):
            approved.setdefault(unit.block, []).append(False)
            continue
        approved.setdefault(unit.block, []).append(one.ready)
        made_from = digests.get(one.id) or unit.digest
        done.digests[unit.block] = made_from
        if made_from != unit.digest:
            message = say(
                "the Chinese of “{block}” has changed since this file was written", block=unit.block
            )
            hint = say("the translation is taken in and marked as stale; export the block once more")
            done.found.append(warning("translate/source", message, place, hint))
        if one.target != unit.en:
            wanted.append((unit, one))
            done.count += 1
    _typed(wanted, report, typed, done)
    done.taken = {name: all(said) for name, said in approved.items()}
    _statuses(done)
    return done


def _foreign(came: Exchanged, report: Report) -> Iterator[Finding]:
    if came.report != report.id:
        said = (
            say("is of the report “{report}”", report=came.report)
            if came.report
            else say("does not say which report it is of")
        )
        hint = say("name a file that `translate export` wrote for this report")
        yield error("translate/foreign", say("this file {said}", said=said), Span(came.file), hint)


def _missing(came: Exchanged, scope: set[str]) -> Iterator[Finding]:
    counted = Counter(one.id for one in came.units)
    for name, times in counted.items():
        if times > 1:
            message = say(
                "the text “{name}” comes {times} times; the last one counts", name=name, times=times
            )
            yield warning("translate/twice", message, Span(came.file), say("see which of them is meant"))
    lost = sorted(scope - counted.keys())
    if lost:
        more = say(" and {lost} more", lost=len(lost) - 1) if len(lost) > 1 else ""
        message = say("this file has lost the text “{lost}”{more}", lost=lost[0], more=more)
        hint = say("its English stays as it is in the YAML; ask for the whole file")
        yield warning("translate/lost", message, Span(came.file), hint)


def _wrong(one: Returned, unit: Unit, place: Span) -> Iterator[Finding]:
    """Yield what keeps a translation from being typed: marks that cannot be read, missing elements."""
    _, problems = parse(one.target, Lang.EN, place)
    for problem in problems:
        message = say("“{id}” cannot be typed: {message}", id=unit.id, message=problem.message)
        yield error("translate/marks", message, place, problem.hint)
    if problems:
        return
    must, does = Counter(protected(unit.zh, Lang.ZH)), Counter(protected(one.target, Lang.EN))
    old = Counter(protected(unit.en, Lang.EN)) if unit.en else must
    for kind, name in (must & old) - does:
        message = say("“{id}” has lost the {kind} “{name}”", id=unit.id, kind=kind, name=name)
        yield error(
            "translate/inline", message, place, say("put the protected element back where it belongs")
        )
    for kind, name in does - (must | old):
        message = say(
            "“{id}” has the {kind} “{name}”, which its Chinese has not", id=unit.id, kind=kind, name=name
        )
        yield error("translate/inline", message, place, say("take the element away, or correct its name"))


def _typed(wanted: list[tuple[Unit, Returned]], report: Report, typed: Files, done: Imported) -> None:
    """Type translations from the end of each file to its head, so that places before them stay true."""
    known = homes(report, hidden=True)

    def place(pair: tuple[Unit, Returned]) -> tuple[str, int]:
        zh = known[Home(pair[0].block, pair[0].part, Lang.ZH)].span
        return zh.file, zh.start

    for unit, one in sorted(wanted, key=place, reverse=True):
        zh = known[Home(unit.block, unit.part, Lang.ZH)].span
        en = known.get(Home(unit.block, unit.part, Lang.EN))
        text = done.texts[zh.file]
        if en is not None:
            scalar = typed.scalar(en.span)
            changes = tuple(
                Rewording(d.start, d.end, one.target[d.new_start : d.new_end])
                for d in differences(scalar.text, one.target)
            )
            made = rewritten(text, scalar, changes)
        else:
            made = _added(text, zh, one.target)
        if made is None:
            message = say("“{id}” cannot be typed where it belongs", id=unit.id)
            hint = say("write it into the YAML by hand")
            done.found.append(error("translate/marks", message, zh, hint))
            continue
        done.texts[zh.file] = made


def _added(text: str, zh: Span, words: str) -> str | None:
    """Return a file in which the English stands beside the Chinese that begins at a place."""
    root, _ = read(text, zh.file)
    mapping = next((m for m in _mappings(root) if _begins(m.get("zh"), zh.start)), None) if root else None
    if mapping is None:
        return None
    quoted = "'" + words.replace("'", "''") + "'"
    empty = next((key for key, _ in mapping.entries if key.text == "en"), None)
    if empty is not None:
        value = mapping.get("en")
        end = value.span.end if isinstance(value, Scalar) else empty.span.end + 1
        made = spliced(text, [Splice(empty.span.end + 1, max(end, empty.span.end + 1), f" {quoted}")])
    else:
        made = spliced(text, [after(text, mapping, "zh", {"en": quoted})])
    return None if read(made, zh.file)[1] else made


def _begins(node: Node | None, start: int) -> bool:
    return isinstance(node, Scalar) and node.span.start == start


def _mappings(node: Node) -> Iterator[Entries]:
    match node:
        case Entries(entries=entries):
            yield node
            for _, value in entries:
                yield from _mappings(value)
        case Sequence(items=items):
            for item in items:
                yield from _mappings(item)
        case Scalar():
            pass


def _statuses(done: Imported) -> None:
    """Say under `status` how far the English has come: a draft, or finished where all of it was approved."""
    for file, text in list(done.texts.items()):
        if "chapters/" not in file:
            continue
        root, _ = read(text, file)
        splices = []
        for mapping in _mappings(root) if root else ():
            name, status = mapping.get("id"), mapping.get("status")
            if not isinstance(name, Scalar) or not isinstance(status, Scalar) or name.text not in done.taken:
                continue
            if status.text in {"missing", "draft"}:
                said = "final" if done.taken[name.text] else "draft"
                if said != status.text:
                    splices.append(Splice(status.span.start, status.span.end, said))
        done.texts[file] = spliced(text, splices)


def digests(report: Report) -> Mapping[str, str]:
    """Return the fingerprint of the Chinese of every block with words of its own."""
    found = {}
    for chapter in report.chapters:
        for block in (chapter.title, *chapter.blocks):
            if made_from := digest(block):
                found[block.id] = made_from
    return found
