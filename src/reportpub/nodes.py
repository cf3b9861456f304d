"""YAML as positions and plain words: no types guessed, no aliases, no duplicate keys."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import yaml
from yaml._yaml import Mark as _Mark

from reportpub.findings import Finding, Span, error
from reportpub.sentences import Sentence, say

DEEPEST = 32
"""Levels of nesting; a report needs seven."""
MOST = 200_000
"""Events in one file; the whole report has fewer than ten thousand."""
_FIRST_DOCUMENT = 2
"""The events up to the beginning of the first document, which may be marked by ---."""
_BARE = re.compile(r"(^|[:,{[]|-\s)\s*[*&!%@`][^\s,]*$")
"""A text that begins with a mark of YAML, up to where the parser gave up."""
_CLOSED = re.compile(r"\s*(- )*[\w.-]+: +(\{[^{}]*\}|\[[^][]*\])[^\s,}\]]")
"""A text that begins with a citation or a note, which YAML takes for a mapping or a list."""
_CITATION = re.compile(r"\{[^{}\n]*\}|\[\^[^\]\n]*\]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number or word as it is written, folds undone."""

    text: str
    span: Span

    @property
    def empty(self) -> bool:
        """Tell whether nothing stands there: no text, or YAML's word for nothing without quotes."""
        said = self.text.strip()
        quoted = self.span.end - self.span.start > len(self.text)
        return not said or (said in ("~", "null") and not quoted)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Nodes in order."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and nodes in the order written; the first of a duplicated key is kept."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """Return the node under a key."""
        return next((node for name, node in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


@lru_cache(maxsize=64)  # a preview reads the same files again and again, of which one has changed
def read(text: str, file: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """Return the one document of a YAML text, or nothing, with the problems met on the way."""
    refused = _guard(text, file)
    if refused:
        return None, refused
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    if root is None:
        return None, (
            error("yaml/empty", say("the file is empty"), Span(file), say("write at least its first key")),
        )
    problems: list[Finding] = []
    return _node(root, text, file, problems), tuple(problems)


def _guard(text: str, file: str) -> tuple[Finding, ...]:
    """Read the events only, so that no bomb is ever built."""
    depth = count = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            count += 1
            here = _place(event.start_mark, file)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                hint = say(
                    "a text that begins with & or * needs quotes; what is said twice is a fact or a term"
                )
                return (
                    error("yaml/alias", say("anchors and aliases (& and *) are not used here"), here, hint),
                )
            if getattr(event, "tag", None):
                hint = say("a text that begins with ! needs quotes")
                return (error("yaml/tag", say("tags (!) are not used here"), here, hint),)
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                depth -= 1
            elif isinstance(event, yaml.DocumentStartEvent) and event.explicit and count > _FIRST_DOCUMENT:
                return (
                    error(
                        "yaml/documents",
                        say("a second document begins here (---)"),
                        here,
                        say("remove the ---"),
                    ),
                )
            if depth > DEEPEST or count > MOST:
                return (error("yaml/too-deep", say("the file is nested too deep or too large"), here),)
    except yaml.YAMLError as broken:
        return (_broken(broken, text, file),)
    except RecursionError:
        return (error("yaml/too-deep", say("the file is nested too deep"), Span(file)),)
    return ()


def _place(mark: yaml.error.Mark | _Mark | None, file: str) -> Span:
    return Span(file, mark.line + 1, mark.column + 1, mark.index, mark.index) if mark else Span(file)


def _broken(broken: yaml.YAMLError, text: str, file: str) -> Finding:
    if isinstance(broken, yaml.reader.ReaderError):
        # libyaml counts bytes here, not characters.
        before = text.encode()[: broken.position].decode(errors="ignore")
        place = Span(file, before.count("\n") + 1, len(before.rsplit("\n", 1)[-1]) + 1)
        return error("yaml/character", say("a control character stands here"), place, say("delete it"))
    mark = getattr(broken, "problem_mark", None) or getattr(broken, "context_mark", None)
    place = _place(mark, file)
    line = text.split("\n")[place.line - 1] if place.line <= text.count("\n") + 1 else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        tab = Span(file, place.line, line.index("\t") + 1)
        return error(
            "yaml/tab", say("a tab indents this line"), tab, say("indent with spaces, two for each level")
        )
    said = str(getattr(broken, "problem", "") or getattr(broken, "context", "") or "not understood")
    if "quoted scalar" in str(getattr(broken, "context", "")) and "end of stream" in said:
        opened = _place(getattr(broken, "context_mark", None), file)
        hint = say("close it, or double an apostrophe within 'single quotes'")
        return error("yaml/quote", say("a quotation mark is opened here and never closed"), opened, hint)
    return error(
        "yaml/syntax", say("this is not YAML: {said}", said=said), place, _advice(said, line, place.column)
    )


def _advice(said: str, line: str, column: int) -> Sentence:
    if _BARE.search(line[:column]) or _CLOSED.match(line):
        return say("a text that begins with {{ [ * & ! % @ or ` needs quotes, or stands below >-")
    if "',' or" in said:
        return say(
            "within {{…}} and […] a text with a comma, a colon, a bracket or a citation needs 'quotes'"
        )
    if "mapping values" in said or "expected <block end>" in said:
        return say(
            "a text with a colon, a comma in {{…}} or a leading special mark needs quotes, or a block "
            "after >-"
        )
    return say("look at the quotes, brackets and indentation of this line and the one before")


def _node(node: yaml.Node, text: str, file: str, problems: list[Finding]) -> Node:
    start, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.ScalarNode):
        raw = _written(node, text)
        span = Span(file, start.line + 1, start.column + 1, start.index, start.index + len(raw))
        return Scalar(_unfolded(raw, str(node.value), node.style), span)
    span = Span(file, start.line + 1, start.column + 1, start.index, end.index)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_node(item, text, file, problems) for item in node.value), span)
    entries: dict[str, tuple[Scalar, Node]] = {}
    for name, value in node.value:
        key = _node(name, text, file, problems)
        if not isinstance(key, Scalar):
            problems.append(error("yaml/key", say("a key must be a plain word"), key.span))
            continue
        if key.text in entries:
            first = entries[key.text][0].span.line
            message = say(
                "the key “{text}” stands here a second time; it is already on line {first}",
                text=key.text,
                first=first,
            )
            problems.append(error("yaml/duplicate-key", message, key.span, say("keep one of the two")))
            continue
        entries[key.text] = (key, _node(value, text, file, problems))
    return Mapping(tuple(entries.values()), span)


def _written(node: yaml.ScalarNode, text: str) -> str:
    """Return a scalar as it is written; the parser counts the lines after a block text to it."""
    raw = text[node.start_mark.index : node.end_mark.index]
    if node.style not in ("|", ">"):
        return raw
    head, *lines = raw.split("\n")
    return "\n".join((head, *_below(lines))).rstrip()


def _unfolded(raw: str, value: str, style: str | None) -> str:
    """Return the words of a scalar with its line ends undone as the script asks.

    `raw` is the scalar as written, `value` what YAML makes of it, `style` how it is quoted.
    """
    if style == "|" or "\n" not in raw.strip():
        return value
    if style == '"':
        return _quoted(raw)
    lines = raw.split("\n")
    if style == ">":
        lines = _below(lines[1:])
    elif style == "'":
        lines = raw[1:-1].replace("''", "'").split("\n")
    return _joined([line.strip() for line in lines]).strip()


def _below(lines: list[str]) -> list[str]:
    """Return the lines of a block scalar: up to the first that is indented less than the first."""
    depth = next((len(s) - len(s.lstrip(" ")) for s in lines if s.strip()), 0)
    kept: list[str] = []
    for line in lines:
        if line.strip() and len(line) - len(line.lstrip(" ")) < depth:
            break
        kept.append(line)
    return kept


def _quoted(raw: str) -> str:
    """Join the lines of a double-quoted scalar first, so that YAML meets its escapes on one line."""
    chinese = _mainly_chinese(raw)
    first, *lines = (line.strip() for line in raw.split("\n"))
    joined = first
    for line in lines:
        escaped = (len(joined) - len(joined.rstrip("\\"))) % 2 == 1
        if escaped:
            joined = joined[:-1] + line
        elif not line:
            joined += "\\n"
        elif joined.endswith("\\n") or not _spaced(joined[-1], line[0], chinese=chinese):
            joined += line
        else:
            joined += " " + line
    node = yaml.compose(joined, Loader=yaml.CSafeLoader)
    return str(node.value).strip() if node is not None else ""


def _joined(lines: list[str]) -> str:
    chinese = _mainly_chinese("\n".join(lines))
    joined = ""
    for line in lines:
        if not line:
            joined += "\n" if joined and not joined.endswith("\n") else ""
        elif not joined or joined.endswith("\n") or not _spaced(joined[-1], line[0], chinese=chinese):
            joined += line
        else:
            joined += " " + line
    return joined


def _mainly_chinese(text: str) -> bool:
    """Tell whether a text is Chinese with foreign words in it rather than the other way round."""
    words = _CITATION.sub("", text)
    wide = sum(map(_wide, words))
    letters = sum(c.isascii() and c.isalpha() for c in words)
    # A Han character says about as much as two or three letters.
    return wide * 2 > letters


def _spaced(before: str, after: str, *, chinese: bool) -> bool:
    """Tell whether a fold between two characters is a space: in Chinese only between foreign words."""
    if chinese:
        return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return not (_wide(before) and _wide(after))


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
