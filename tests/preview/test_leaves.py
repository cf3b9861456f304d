"""Pages of one chapter take the place of its old ones, and only where it has pages of its own."""

from __future__ import annotations

from reportpub.model.text import Lang
from reportpub.preview.leaves import Leaf, Spot, Stretch, alone, settled, spliced

FIRST, SECOND = Stretch(0, "first"), Stretch(0, "second")


def leaf(index: int, stretch: Stretch | None, *blocks: str, document: str = "whole") -> Leaf:
    spots = tuple(Spot(block, Lang.ZH, (0, 0, 10, 10)) for block in blocks)
    return Leaf(document, index, (210, 297), stretch, index + 1, spots)


WHOLE = (leaf(0, None), leaf(1, FIRST, "a"), leaf(2, FIRST, "b"), leaf(3, SECOND, "c"))
CHAPTERS = {"a": "first", "b": "first", "c": "second"}


def test_new_pages_stand_where_the_old_ones_stood_however_many_they_are() -> None:
    fresh = (leaf(0, None, document="new"), *(leaf(at, FIRST, "a", document="new") for at in (1, 2, 3)))
    found = spliced(WHOLE, fresh, FIRST)
    assert [(one.document, one.index) for one in found] == [
        ("whole", 0),
        ("new", 1),
        ("new", 2),
        ("new", 3),
        ("whole", 3),
    ]


def test_pages_of_a_chapter_that_is_not_there_change_nothing() -> None:
    assert spliced(WHOLE, (leaf(0, Stretch(0, "third"), "z"),), Stretch(0, "third")) == WHOLE
    assert spliced(WHOLE, (), FIRST) == WHOLE


def test_a_chapter_that_shares_a_page_is_not_set_by_itself() -> None:
    assert alone(WHOLE, FIRST, CHAPTERS)
    shared = (*WHOLE[:2], leaf(2, FIRST, "b", "c"), *WHOLE[3:])
    assert not alone(shared, FIRST, CHAPTERS)
    assert not alone(WHOLE, Stretch(0, "third"), CHAPTERS)


def test_a_page_on_which_no_block_begins_belongs_to_what_surrounds_it() -> None:
    pages = (leaf(0, None), leaf(1, FIRST, "a"), leaf(2, None), leaf(3, FIRST, "b"), leaf(4, None))
    assert [one.stretch for one in settled(pages)] == [None, FIRST, FIRST, FIRST, None]
