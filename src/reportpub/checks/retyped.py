"""Typed text put right in the YAML itself, on request: only the characters of each repair change."""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.findings import Finding, warning
from reportpub.model.report import Report
from reportpub.model.walk import texts
from reportpub.nodes import Mapping, Node, Scalar, Sequence, read
from reportpub.sentences import say
from reportpub.source.write import Splice, spliced
from reportpub.typeset.lines import Language
from reportpub.typeset.normalise import Change, normalise

_LANGUAGES: dict[str, Language] = {"zh": "zh", "en": "en"}
_AROUND = 6


def typed_files(report: Report) -> tuple[str, ...]:
    """Return the files whose text is looked at, in the order of the report."""
    spans = (
        passage.span
        for chapter in report.chapters
        for block in (chapter.title, *chapter.blocks)
        for text in texts(block)
        for passage in text.said()
    )
    return tuple(dict.fromkeys(span.file for span in spans))


def retyped(yaml: str, file: str) -> tuple[str, tuple[Finding, ...]]:
    """Return a YAML text with its repairs made, and a note for each; every other character stays.

    A text that cannot be changed without changing more than its words is left, with a warning.
    """
    root, problems = read(yaml, file)
    if root is None or problems:
        return yaml, ()
    done: list[Finding] = []
    made = yaml
    # From the end on, so that the places of what comes before stay true.
    for scalar, lang in sorted(_typed(root), key=lambda one: -one[0].span.start):
        changes = normalise(scalar.text, lang).changes
        if not changes:
            continue
        places = _places(yaml[scalar.span.start : scalar.span.end], scalar.text)
        after = _with(made, scalar, changes, places) if places else None
        if after is None or not _same_but(after, file, scalar, normalise(scalar.text, lang).text):
            done += [_told(scalar, change, made=False) for change in reversed(changes)]
        else:
            made = after
            done += [_told(scalar, change, made=True) for change in reversed(changes)]
    return made, tuple(reversed(done))


def _typed(node: Node) -> Iterator[tuple[Scalar, Language]]:
    """Yield every text under `zh` and `en`."""
    match node:
        case Mapping(entries):
            for key, value in entries:
                if key.text in _LANGUAGES and isinstance(value, Scalar):
                    yield value, _LANGUAGES[key.text]
                else:
                    yield from _typed(value)
        case Sequence(items):
            for item in items:
                yield from _typed(item)
        case Scalar():
            return


def _places(raw: str, words: str) -> list[tuple[int, int]] | None:
    """Return where in the YAML each character of a text begins and ends, or None where that is unclear."""
    at = raw.find("\n") + 1 if raw[:1] in (">", "|") else int(raw[:1] in ('"', "'"))
    quote = raw[0] if raw[:1] == "'" else ""
    places = []
    for character in words:
        if not character.isspace():
            while at < len(raw) and raw[at].isspace():
                at += 1
        if at >= len(raw) or not (raw[at] == character or (character == " " and raw[at].isspace())):
            return None
        end = at + (2 if character == quote else 1)
        places.append((at, end))
        at = end
    return [*places, (at, at)]


def _with(
    yaml: str, scalar: Scalar, changes: tuple[Change, ...], places: list[tuple[int, int]]
) -> str | None:
    """Return the YAML with the changes of one text made, or None where two of them meet."""
    begin = scalar.span.start
    splices = []
    for one in changes:
        start = places[one.start][0]
        end = places[one.end - 1][1] if one.end > one.start else start
        splices.append(Splice(begin + start, begin + end, one.after))
    try:
        return spliced(yaml, splices)
    except ValueError:
        return None


def _same_but(yaml: str, file: str, scalar: Scalar, words: str) -> bool:
    """Tell whether a text reads as it should after its repair."""
    root, problems = read(yaml, file)
    if root is None or problems:
        return False
    return any(one.span.start == scalar.span.start and one.text == words for one, _ in _typed(root))


def _told(scalar: Scalar, change: Change, *, made: bool) -> Finding:
    around = scalar.text[max(0, change.start - _AROUND) : change.end + _AROUND]
    if made:
        message = say(
            "“{before}” in “{around}” is now “{after}”",
            before=change.before,
            around=around,
            after=change.after,
        )
        return warning("typed/repaired", message, scalar.span)
    message = say(
        "“{before}” in “{around}” is to be typed “{after}”",
        before=change.before,
        around=around,
        after=change.after,
    )
    return warning(
        "typed/by-hand", message, scalar.span, say("retype it by hand: more than these words would change")
    )
