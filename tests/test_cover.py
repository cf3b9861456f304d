"""A whole small report with a cover of its own, as the printer gets it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.small_report import ask, change, copied

MM = 72 / 25.4

JOB = """job:
  trim: [170, 240]
  bleed: {top: 3, bottom: 3, inner: 0, outer: 4}
  standard: x-1a
  marks: [crop, slug, bars]
  caliper_mm: 0.8
  flaps_mm: 60
  multiple: 8
  first_page: FIRST
"""


def built(folder: Path, first: str) -> tuple[bytes, bytes]:
    """Return body and cover of the small report."""
    project = copied(folder / first)
    single = "zh: {languages: [zh], arrangement: single, layout: single, targets: [print,"
    change(project, "report.yaml", single, f"{single} cover,")
    old = "job: {trim: [210, 297], bleed: 3, output_condition: FOGRA39}\n"
    change(project, "report.yaml", old, JOB.replace("FIRST", first))
    said = ask("build", "zh", "--target", "print", "--target", "cover", "--project", project)
    assert said.code == 0, said.err
    body, cover = (project / "out" / "zh" / f"book-zh-{target}.pdf" for target in ("print", "cover"))
    return body.read_bytes(), cover.read_bytes()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, bytes]]:
    """Return body and cover, once with the cover as first page of the body and once without."""
    folder = tmp_path_factory.mktemp("cover")
    return {first: built(folder, first) for first in ("keep", "drop")}


def test_the_cover_is_one_sheet_as_wide_as_the_body_makes_it(files: dict[str, tuple[bytes, bytes]]) -> None:
    body, cover = (pikepdf.open(BytesIO(data)) for data in files["keep"])
    assert len(cover.pages) == 1
    assert len(body.pages) % 8 == 0
    trim, beyond = ([float(n) for n in cover.pages[0].obj[key]] for key in ("/TrimBox", "/BleedBox"))
    spine = len(body.pages) / 2 * 0.8
    assert (trim[2] - trim[0]) / MM == pytest.approx(2 * (170 + 60) + spine, abs=0.01)
    assert (trim[3] - trim[1]) / MM == pytest.approx(240, abs=0.01)
    around = [trim[0] - beyond[0], trim[1] - beyond[1], beyond[2] - trim[2], beyond[3] - trim[3]]
    assert [round(n / MM, 2) for n in around] == [4, 3, 4, 3]


def test_the_body_may_leave_its_first_page_to_the_cover(files: dict[str, tuple[bytes, bytes]]) -> None:
    kept, dropped = (pikepdf.open(BytesIO(files[first][0])) for first in ("keep", "drop"))
    blanks = [["/PieceInfo" in page.obj for page in pdf.pages] for pdf in (kept, dropped)]
    assert blanks[0].count(False) - blanks[1].count(False) == 1
    assert not any(blanks[0][:2])
