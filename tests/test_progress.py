"""A build is a bar on a terminal and plain lines in a log."""

from __future__ import annotations

import os
import re
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from reportpub.progress import STEPS, Progress


class Screen(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def bars(screen: Screen) -> list[tuple[str, int, str]]:
    """Return each state of the bar: its blocks, its per cent, what it says."""
    return [
        (blocks, int(percent), said)
        for blocks, percent, said in re.findall(r"\r\x1b\[K([█░]+) +(\d+)%  ([^\r]+)", screen.getvalue())
    ]


def test_a_log_gets_one_plain_line_for_each_step() -> None:
    log = StringIO()
    progress = Progress(log, 2)
    for step in (("zh", "source"), ("en", "source"), ("zh", "done")):
        progress(step)
    progress.close()
    assert log.getvalue() == "zh: source\nen: source\nzh: done\n"


def test_a_log_on_disk_gets_no_escape_characters(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "log")  # noqa: PTH118
    with open(path, "w", encoding="utf-8") as log:  # noqa: PTH123
        Progress(log, 1)(("zh", "layout"))
    with open(path, encoding="utf-8") as log:  # noqa: PTH123
        assert log.read() == "zh: layout\n"


def test_a_terminal_gets_a_bar_that_fills_and_is_cleared() -> None:
    screen = Screen()
    progress = Progress(screen, 1)
    for step in STEPS:
        progress(("zh", step))
    progress.close()
    seen = bars(screen)
    assert [said for _, _, said in seen] == [f"zh: {step}" for step in STEPS]
    assert (seen[0][1], seen[-1][1]) == (0, 100)
    assert "░" not in seen[-1][0]
    assert screen.getvalue().endswith("\r\x1b[K")


def test_a_bar_that_never_began_leaves_no_trace() -> None:
    screen = Screen()
    Progress(screen, 3).close()
    assert not screen.getvalue()


@given(
    st.lists(st.tuples(st.sampled_from(["zh", "en", "parallel"]), st.sampled_from(STEPS))), st.integers(0, 5)
)
def test_a_bar_is_always_between_nothing_and_all_and_of_one_width(
    steps: list[tuple[str, str]], expected: int
) -> None:
    screen = Screen()
    progress = Progress(screen, expected)
    for step in steps:
        progress(step)
    seen = bars(screen)
    assert len(seen) == len(steps)
    assert all(0 <= percent <= 100 for _, percent, _ in seen)
    assert len({len(blocks) for blocks, _, _ in seen}) <= 1
