"""English sets a comma or full stop inside the closing quotation mark of a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.edition.punctuation import marks_inside
from reportpub.model.text import Figures, Inline, Named, Str, plain

QUOTED = Named("campaign", "“Blue Sky”")


@pytest.mark.parametrize(
    ("inlines", "said"),
    [
        ((Str("In "), QUOTED, Str(", cases rose.")), "In “Blue Sky,” cases rose."),
        ((Str("This is "), QUOTED, Str(".")), "This is “Blue Sky.”"),
        ((Named("x", "‘Blue’"), Str(", too")), "‘Blue,’ too"),
        ((QUOTED, Str("; and")), "“Blue Sky”; and"),
        ((QUOTED, Str("? No.")), "“Blue Sky”? No."),
        ((QUOTED, Str(" .")), "“Blue Sky” ."),
        ((Named("law", "Patent Law"), Str(", which")), "Patent Law, which"),
        ((QUOTED, QUOTED, Str(".")), "“Blue Sky”“Blue Sky.”"),
        ((QUOTED, Figures("a.b", "", "8"), Str(".")), "“Blue Sky”8."),
        ((), ""),
    ],
)
def test_a_mark_moves_only_where_a_quoted_name_ends_before_it(inlines: tuple[Inline, ...], said: str) -> None:
    assert plain(marks_inside(inlines)) == said


def test_a_name_keeps_its_term_and_an_emptied_text_is_gone() -> None:
    assert marks_inside((QUOTED, Str("."))) == (Named("campaign", "“Blue Sky.”"),)


WORDS = st.text("ab ,.“”’", max_size=5)
INLINES = st.lists(st.builds(Str, WORDS) | st.builds(Named, st.just("t"), WORDS)).map(tuple)


@given(INLINES)
def test_no_character_is_lost_or_added(inlines: tuple[Inline, ...]) -> None:
    assert sorted(plain(marks_inside(inlines))) == sorted(plain(inlines))


@given(INLINES)
def test_names_stay_names_in_their_order(inlines: tuple[Inline, ...]) -> None:
    def names(of: tuple[Inline, ...]) -> list[str]:
        return [i.text.translate(str.maketrans("", "", ",.")) for i in of if isinstance(i, Named)]

    assert names(marks_inside(inlines)) == names(inlines)
