"""Mapping the texts of a block changes its texts and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportpub.findings import Span
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
    Table,
)
from reportpub.model.text import Emph, Inline, Inlines, Link, NoteCall, Str, Strong
from reportpub.model.walk import leaves, map_inlines, map_text, texts

WORDS = st.text("ab国", max_size=3)
MAYBE = st.none() | WORDS
SPANS = st.builds(Span, st.just("f"), st.integers(1, 9))
SHARED = {"id": WORDS, "status": st.sampled_from(Status), "span": SPANS}


def several(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=3).map(tuple)


BLOCKS: st.SearchStrategy[Block[str]] = st.one_of(
    st.builds(Heading, level=st.integers(1, 3), text=WORDS, **SHARED),
    st.builds(Paragraph, text=WORDS, lead=MAYBE, **SHARED),
    st.builds(List, ordered=st.booleans(), items=several(WORDS), **SHARED),
    st.builds(Quote, text=WORDS, source=MAYBE, **SHARED),
    st.builds(Callout, text=WORDS, title=MAYBE, **SHARED),
    st.builds(
        Table,
        title=WORDS,
        columns=several(WORDS),
        rows=several(st.builds(Row, several(WORDS), st.booleans())),
        unit=MAYBE,
        source=MAYBE,
        wide=st.booleans(),
        **SHARED,
    ),
    st.builds(Figure, image=WORDS, title=WORDS, alt=WORDS, source=MAYBE, **SHARED),
    st.builds(
        Chart,
        kind=st.sampled_from(ChartKind),
        title=WORDS,
        alt=WORDS,
        series=several(st.builds(Series, several(WORDS), MAYBE)),
        categories=several(WORDS),
        highlight=WORDS,
        source=MAYBE,
        **SHARED,
    ),
    st.builds(KeyFigures, items=several(st.builds(KeyFigure, WORDS, WORDS, WORDS)), **SHARED),
    st.builds(Note, text=WORDS, **SHARED),
)
INLINES: st.SearchStrategy[Inlines] = st.recursive(
    st.lists(st.builds(Str, WORDS) | st.builds(NoteCall, WORDS), max_size=3).map(tuple),
    lambda inner: st.lists(
        st.builds(Emph, inner) | st.builds(Strong, inner) | st.builds(Link, inner, WORDS), max_size=3
    ).map(tuple),
    max_leaves=5,
)


@given(BLOCKS)
def test_changing_no_text_changes_nothing(block: Block[str]) -> None:
    same = map_text(block, lambda text: text)
    assert same == block
    assert (same.span, same.status) == (block.span, block.status)


@given(BLOCKS)
def test_every_text_is_changed_once(block: Block[str]) -> None:
    assert texts(map_text(block, lambda text: text + "!")) == tuple(text + "!" for text in texts(block))


@given(BLOCKS)
def test_changing_twice_is_changing_by_both(block: Block[str]) -> None:
    assert map_text(map_text(block, str.upper), len) == map_text(block, lambda text: len(text.upper()))


@given(INLINES)
def test_changing_no_inline_changes_nothing(inlines: Inlines) -> None:
    assert map_inlines(inlines, lambda inline: inline) == inlines


@given(INLINES)
def test_every_leaf_is_met_in_order(inlines: Inlines) -> None:
    met: list[Inline] = []

    def meet(inline: Inline) -> Inline:
        met.append(inline)
        return inline

    map_inlines(inlines, meet)
    assert tuple(met) == tuple(leaves(inlines))
