"""Laws of adoption: whatever is typed, every text is read back as it was, and no character goes astray."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.adoption.structure import adopt

from reportpub.adoption.audit import lost
from reportpub.findings import ContentError
from reportpub.inputs import Inputs
from reportpub.source.load import read_report

PIECES = (
    "一、", "（二）", "1.", "（3）", "I. ", "A. ", "第四章", "数据", "工作", "平稳有序推进", "《办法》",
    "全年", "受理", "83308件", "8.54%", "，", "。", "；", "：", "（试行）", "(试行)", ",", ";", "“名”", "--",
    '"名"', "……", "2.3万余名", "《条例(草案)》", "[1]", "{x}", "*", "_", "\\", "`", "#", "- ", "• ", "| ",
    "\t", "\u3000", " ", "The courts ", "accepted ", "83,308 ", "cases", ", up ", "8.54%", ". ", "it's ",
    "In the year, ", "Provincial Data Bureau", "2024-2025", "null", "~", "'", ": ", "&", "<b>", "^",
    "https://example.org/a",
)  # fmt: skip
LINE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=st.lists(LINE, min_size=1, max_size=8))
def test_whatever_is_typed_is_read_back_and_nothing_goes_astray(lines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        try:
            made = adopt(folder, ("a.txt", "数据工作\n一、概况\n" + "\n".join(lines) + "\n"))
        except ContentError as refused:
            assert {f.code for f in refused.findings} <= {"adopt/no-pairs"}  # noqa: PT017 - either is right
            return
        for path, data in made.files("x").items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        report, found = read_report(folder, Inputs(folder))
        assert report is not None
        assert [str(f) for f in found] == []
        assert [str(f) for f in lost(made, report)] == []
