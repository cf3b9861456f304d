"""A chapter file becomes a chapter: one builder per block kind, in the order of `model.blocks`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportpub.findings import Finding, error
from reportpub.model.acceptances import Acceptance
from reportpub.model.blocks import (
    Block,
    Callout,
    Chart,
    ChartKind,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    List,
    Note,
    Paragraph,
    Quote,
    Row,
    Series,
    Status,
    Sync,
    Table,
)
from reportpub.model.report import Chapter, Place
from reportpub.model.text import Bilingual, FactCite, Lang, Passage
from reportpub.nodes import Mapping, Node, Scalar, Sequence
from reportpub.sentences import Sentence, listed, say
from reportpub.source.conform import departures
from reportpub.source.kinds import Both
from reportpub.source.shapes import BLOCK, BLOCK_KINDS, CHAPTER_FILE
from reportpub.source.texts import Problems, both, nothing, optional, word

HIGHEST = 2
"""The level of the headings right below a chapter's title."""

Build = Callable[[str, Mapping, Status, Problems], Block[Bilingual]]


def chapter(root: Node, place: Place, problems: Problems) -> Chapter | None:
    """Return the chapter a file holds; a block with problems is left out, its problems are kept."""
    problems.add(*departures(root, CHAPTER_FILE))
    if not isinstance(root, Mapping):
        return None
    said, title = word(root, "status", "final"), root.get("title")
    status = Status(said) if said in tuple(Status) else Status.FINAL
    name = word(root, "id")
    readable = title is not None and not departures(title, Both())
    built = tuple(block(node, problems) for node in _items(root, "blocks"))
    blocks = tuple(b for b in built if b is not None)
    if place is Place.BODY and len(blocks) == len(built):
        problems.add(*_astray(blocks))
    return Chapter(
        id=name,
        place=place,
        title=Heading(
            id=name,
            level=1,
            text=both(title, status, problems) if title and readable else nothing(root.span),
            status=status,
            span=root.span,
        ),
        blocks=blocks,
        accepted=tuple(_accepted(root)),
        questions=dict(_questions(root)),
        syncs=dict(_syncs(root)),
        span=root.span,
    )


def _accepted(root: Mapping) -> Iterator[Acceptance]:
    for node in (root, *_items(root, "blocks")):
        below = node.get("accept") if isinstance(node, Mapping) else None
        if isinstance(node, Mapping) and isinstance(below, Mapping):
            for code, reason in below.entries:
                said = reason.text if isinstance(reason, Scalar) else ""
                yield Acceptance(block=word(node, "id"), code=code.text, reason=said, span=code.span)


def _questions(root: Mapping) -> Iterator[tuple[str, dict[Lang, str]]]:
    """Yield what the authors ask about each block, by its id."""
    for node in _items(root, "blocks"):
        asked = node.get("question") if isinstance(node, Mapping) else None
        if isinstance(node, Mapping) and isinstance(asked, Mapping):
            told = {lang: words for lang in Lang if (words := word(asked, lang.key).strip())}
            if told:
                yield word(node, "id"), told


def _syncs(root: Mapping) -> Iterator[tuple[str, Sync]]:
    """Yield the blocks that say how they keep level on facing pages."""
    for node in _items(root, "blocks"):
        said = word(node, "sync") if isinstance(node, Mapping) else ""
        if isinstance(node, Mapping) and said in tuple(Sync):
            yield word(node, "id"), Sync(said)


def _astray(blocks: Iterable[Block[Bilingual]]) -> Iterator[Finding]:
    """Yield the first heading of level 3 where no heading of level 2 stands above it."""
    first = next((b for b in blocks if isinstance(b, Heading)), None)
    if first is not None and first.level > HIGHEST:
        message = say("a heading of level 3 stands here with no heading of level 2 above it")
        yield error("source/heading-level", message, first.span, say("take “level: 3” away"))


def block(node: Node, problems: Problems) -> Block[Bilingual] | None:
    """Return one block, or nothing when its shape is not that of a block."""
    if found := departures(node, BLOCK):
        problems.add(*found)
        problems.dropped.add(word(node, "id") if isinstance(node, Mapping) else "")
        return None
    assert isinstance(node, Mapping), "a record is a mapping"  # noqa: S101
    kinds = [name for name in BLOCK_KINDS if node.get(name) is not None]
    if len(kinds) != 1:
        said = listed((say("“{name}”", name=k) for k in kinds), " and ") or say("none")
        hint = say("one of {names}", names=listed(BLOCK_KINDS))
        problems.add(
            error(
                "source/block-kind", say("a block is of one kind; found {said}", said=said), node.span, hint
            )
        )
        problems.dropped.add(word(node, "id"))
        return None
    status = Status(word(node, "status", "final"))
    inner = node.get(kinds[0])
    if isinstance(inner, Sequence):
        inner = Mapping(((Scalar("facts", inner.span), inner),), node.span)
    assert isinstance(inner, Mapping), "every kind but key_figures is a record"  # noqa: S101
    return _BUILDERS[kinds[0]](word(node, "id"), Mapping(inner.entries, node.span), status, problems)


def _heading(name: str, node: Mapping, status: Status, problems: Problems) -> Block[Bilingual]:
    level = int(word(node, "level", str(HIGHEST)))
    return Heading(id=name, level=level, text=both(node, status, problems), status=status, span=node.span)


def _paragraph(name: str, node: Mapping, status: Status, problems: Problems) -> Block[Bilingual]:
    lead = optional(node, "lead", status, problems)
    return Paragraph(id=name, text=both(node, status, problems), lead=lead, status=status, span=node.span)


def _list(name: str, node: Mapping, status: Status, problems: Problems) -> Block[Bilingual]:
    items = tuple(both(item, status, problems) for item in _items(node, "items"))
    return List(id=name, ordered=word(node, "ordered") == "true", items=items, status=status, span=node.span)


def _quote(name: str, node: Mapping, status: Status, problems: Problems) -> Block[Bilingual]:
    source = optional(node, "source", status, problems)
    return Quote(id=name, text=both(node, status, problems), source=source, status=status, span=node.span)


def _callout(name: str, node: Mapping, status: Status, problems: Problems) -> Block[Bilingual]:
    title = optional(node, "title", status, problems)
    return Callout(id=name, text=both(node, status, problems), title=title, status=status, span=node.span)


def _table(name: str, node: Mapping, status: Status, problems: Problems) -> Block[Bilingual]:
    columns = tuple(both(c, status, problems) for c in _items(node, "columns"))
    rows = tuple(_row(r, len(columns), status, problems) for r in _items(node, "rows"))
    return Table(
        id=name,
        title=_text(node, "title", status, problems),
        columns=columns,
        rows=rows,
        unit=optional(node, "unit", status, problems),
        source=optional(node, "source", status, problems),
        wide=word(node, "wide") == "true",
        status=status,
        span=node.span,
    )


def _row(node: Node, width: int, status: Status, problems: Problems) -> Row[Bilingual]:
    if isinstance(node, Mapping):
        return Row((_text(node, "group", status, problems),), group=True)
    assert isinstance(node, Sequence), "a row is a list or a group"  # noqa: S101
    if len(node.items) != width:
        cells = say("1 cell") if len(node.items) == 1 else say("{items} cells", items=len(node.items))
        message = say("this row has {cells}, the table has {width} columns", cells=cells, width=width)
        problems.add(error("source/row-width", message, node.span, say("add or remove cells")))
    return Row(tuple(both(cell, status, problems) for cell in node.items))


def _figure(name: str, node: Mapping, status: Status, problems: Problems) -> Block[Bilingual]:
    return Figure(
        id=name,
        image=word(node, "image"),
        title=_text(node, "title", status, problems),
        alt=_text(node, "alt", status, problems),
        source=optional(node, "source", status, problems),
        width=float(word(node, "width", "0")),
        status=status,
        span=node.span,
    )


def _chart(name: str, node: Mapping, status: Status, problems: Problems) -> Block[Bilingual]:
    alone = node.get("facts") is not None
    series = (
        (Series(_words(node, "facts")),)
        if alone
        else tuple(
            Series(_words(s, "facts"), optional(s, "label", status, problems))
            for s in _items(node, "series")
            if isinstance(s, Mapping)
        )
    )
    categories = tuple(both(c, status, problems) for c in _items(node, "categories"))
    kind, highlight = ChartKind(word(node, "kind")), word(node, "highlight")
    fault = _fault(kind, series, len(categories), highlight)
    if alone == (node.get("series") is not None):
        fault = (
            say("a chart has either “facts” or “series”"),
            say("facts for one series, series for several"),
        )
    if fault:
        problems.add(error("source/chart", fault[0], node.span, fault[1]))
    return Chart(
        id=name,
        kind=kind,
        title=_text(node, "title", status, problems),
        alt=_text(node, "alt", status, problems),
        series=series,
        categories=categories,
        highlight=highlight,
        total=word(node, "total"),
        source=optional(node, "source", status, problems),
        status=status,
        span=node.span,
    )


def _fault(
    kind: ChartKind, series: tuple[Series[Bilingual], ...], categories: int, highlight: str
) -> tuple[Sentence, Sentence] | None:
    """Return why a chart cannot be drawn and what to do, if it cannot."""
    lengths = {len(s.facts) for s in series} | ({categories} if categories else set())
    if len(lengths) > 1:
        message = say("the series and the categories of this chart have different lengths")
        return message, say("give each series one fact per category")
    if len(series) > 1 and kind is ChartKind.PIE:
        return say("a pie shows one series"), say("draw columns, or a pie for each series")
    if len(series) > 1 and any(s.label is None for s in series):
        return say("the series of this chart have no names"), say("give each series a “label”")
    if highlight and not any(highlight in s.facts for s in series):
        message = say("this chart does not show “{highlight}”", highlight=highlight)
        return message, say("highlight one of its own facts")
    return None


def _key_figures(name: str, node: Mapping, status: Status, _: Problems) -> Block[Bilingual]:
    items = tuple(_key_figure(fact) for fact in _items(node, "facts") if isinstance(fact, Scalar))
    return KeyFigures(id=name, items=items, status=status, span=node.span)


def _key_figure(fact: Scalar) -> KeyFigure[Bilingual]:
    def cite(form: str) -> Bilingual:
        inlines = (FactCite(fact.text, form),)
        return Bilingual(*(Passage(lang, inlines, fact.span) for lang in Lang))

    return KeyFigure(fact.text, cite("unit"), cite("label"))


def _note(name: str, node: Mapping, status: Status, problems: Problems) -> Block[Bilingual]:
    return Note(id=name, text=both(node, status, problems), status=status, span=node.span)


def _text(node: Mapping, key: str, status: Status, problems: Problems) -> Bilingual:
    return optional(node, key, status, problems) or nothing(node.span)


def _items(node: Mapping, key: str) -> tuple[Node, ...]:
    below = node.get(key)
    return below.items if isinstance(below, Sequence) else ()


def _words(node: Mapping, key: str) -> tuple[str, ...]:
    return tuple(item.text for item in _items(node, key) if isinstance(item, Scalar))


_BUILDERS: dict[str, Build] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "list": _list,
    "quote": _quote,
    "callout": _callout,
    "table": _table,
    "figure": _figure,
    "chart": _chart,
    "key_figures": _key_figures,
    "note": _note,
}
