"""An edit changes what it names and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.source.write import Splice, spliced


@given(st.text(), st.data())
def test_what_lies_between_edits_stays_as_it_was(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    splices = [Splice(start, end, f"<{at}>") for at, (start, end) in enumerate(pairs)]
    expected, at = "", 0
    for splice in splices:
        expected += text[at : splice.start] + splice.text
        at = splice.end
    assert spliced(text, reversed(splices)) == expected + text[at:]


def test_edits_that_meet_are_refused() -> None:
    with pytest.raises(ValueError, match="meet"):
        spliced("abc", [Splice(0, 2, "x"), Splice(1, 3, "y")])
