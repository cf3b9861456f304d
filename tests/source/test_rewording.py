"""New words within a text: they are read back as they were meant, and nothing outside the text moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.nodes import read
from reportpub.source.rewording import Rewording, reworded, rewritten, scalars

FILE = """\
# a comment
plain: {zh: 审判工作, en: 'The courts, and more'}   # behind
single: 'It''s said: so'
double: "a \\"word\\" \\u4e2d
  folded"
block: >-
  第一句有若干字，
  第二句也有{fact.one}。
  Third of words
  over lines.

kept: |-
  one line
tail: end
"""


@given(st.data())
def test_words_change_and_the_rest_of_the_file_does_not(data: st.DataObject) -> None:
    root, _ = read(FILE, "f.yaml")
    scalar = data.draw(st.sampled_from(list(scalars(root).values())))
    start = data.draw(st.integers(0, len(scalar.text)))
    end = data.draw(st.integers(start, min(start + 6, len(scalar.text))))
    new = data.draw(st.sampled_from(["", "新", "a: b", "it's", "# no", "{x}", '"q"', "词, 语", "\\"]))
    change = Rewording(start, end, new)
    wanted = reworded(scalar.text, (change,))
    made = rewritten(FILE, scalar, (change,))
    if made is None:
        # Folds take blanks at their ends, a value keeps none outside; nothing else may be refused.
        assert wanted != wanted.strip() or "  " in wanted or not wanted
        return
    assert made.startswith(FILE[: scalar.span.start])
    assert made.endswith(FILE[scalar.span.end :])
    again, problems = read(made, "f.yaml")
    assert problems == ()
    assert scalars(again)[scalar.span.start].text == wanted


@pytest.mark.parametrize(
    ("start", "end", "new", "line"),
    [
        (0, 2, "首", "  首句有若干字，\n"),
        (8, 8, "并且", "  第一句有若干字，并且\n"),
        (4, 5, "", "  第一句有干字，\n"),
    ],
)
def test_folds_stay_where_they_are(start: int, end: int, new: str, line: str) -> None:
    root, _ = read(FILE, "f.yaml")
    block = next(s for s in scalars(root).values() if s.text.startswith("第一句"))
    made = rewritten(FILE, block, (Rewording(start, end, new),))
    assert made is not None
    assert line in made
    assert "\n  第二句也有{fact.one}。\n  Third of words\n  over lines.\n\nkept" in made
