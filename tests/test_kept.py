"""What is kept from build to build: found when whole, gone when damaged, and seen in no finished file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.render.test_glyphruns import CHINESE, ENGLISH, STYLE

from reportpub.assemble import make
from reportpub.inputs import Inputs
from reportpub.kept import FOLDER, Kept, makers, sweep
from reportpub.model.report import Target
from reportpub.order import Order
from reportpub.render.pdf import lay_out
from reportpub.stamps import made_by

ROOT = Path(__file__).parents[1]
SHORT = "短"


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """Return a place where nothing is kept yet."""
    return Kept(tmp_path / "kept", makers({"reportpub": "1"}))


def entries(kept: Kept) -> list[Path]:
    """Return the files of all that is kept."""
    return sorted(kept.folder.glob("*/*"))


def test_what_is_kept_is_found_by_all_it_is_made_of(kept: Kept) -> None:
    name = kept.name("lines", "甲", b"2")
    assert kept.get(name) is None
    kept.put(name, b"content")
    kept.put(name, b"content")
    assert kept.get(name) == b"content"
    others = [kept.name("pages", "甲", b"2"), kept.name("lines", "甲2"), kept.name("lines", "", "甲", "2")]
    newer = Kept(kept.folder, makers({"reportpub": "2"}))
    assert len({name, *others, newer.name("lines", "甲", b"2")}) == 5


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 40])
def test_a_damaged_entry_is_none_and_goes(kept: Kept, damage: bytes) -> None:
    name = kept.name("lines", "甲")
    kept.put(name, b"content")
    (entry,) = entries(kept)
    entry.write_bytes(entry.read_bytes()[:-1] + damage)
    assert kept.get(name) is None
    assert entries(kept) == []


def test_an_entry_under_the_name_of_another_is_none(kept: Kept) -> None:
    one, other = kept.name("lines", "甲"), kept.name("lines", "乙")
    kept.put(one, b"content")
    (entry,) = entries(kept)
    stray = kept.folder / other[:2] / other[2:]
    stray.parent.mkdir(exist_ok=True)
    entry.rename(stray)
    assert kept.get(other) is None


def test_a_sweep_removes_what_was_not_asked_for_the_longest(kept: Kept) -> None:
    names = [kept.name("lines", str(at)) for at in range(10)]
    for at, name in enumerate(names):
        kept.put(name, bytes(1000))
        os.utime(kept.folder / name[:2] / name[2:], (at, at))
    kept.get(names[0])
    sweep(kept.folder, 20_000)
    assert len(entries(kept)) == 10
    sweep(kept.folder, 5_000)
    assert [at for at, name in enumerate(names) if kept.get(name)] == [0, 8, 9]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    nowhere = Kept(tmp_path / "file" / "kept", "")
    nowhere.put(nowhere.name("lines"), b"content")
    assert nowhere.get(nowhere.name("lines")) is None
    sweep(nowhere.folder)


def test_lines_are_the_same_new_kept_and_damaged(kept: Kept) -> None:
    body = (
        f'<p data-set="text">{CHINESE * 2}</p><p data-set="text" lang="en">{ENGLISH}<b>bold</b> {ENGLISH}</p>'
        f'<p data-set="text">{SHORT}</p>'
    )
    head = f"<head><title>报告</title><style>{STYLE}</style></head>"
    html = f'<html lang="zh-Hans">{head}<body>{body}</body></html>'

    def drawn(where: Kept | None) -> bytes:
        return lay_out(html, ROOT / "fonts", Inputs(ROOT), kept=where).raw

    new = drawn(None)
    assert drawn(kept) == new
    assert len(entries(kept)) == 2
    assert drawn(kept) == new
    for entry in entries(kept):
        entry.write_bytes(
            entry.read_bytes().replace("年".encode(), "月".encode()).replace(b"courts", b"crowns")
        )
    assert drawn(kept) == new
    assert len(entries(kept)) == 2


def test_a_file_is_the_same_from_pages_drawn_before(built_once: Path) -> None:
    stale = Kept(built_once / "out" / FOLDER, makers(made_by()))
    before = entries(stale)
    for entry in before:
        os.utime(entry, (0, 0))
    again = make(Order(built_once, "zh", (Target.PRINT,), stale), lambda _: None)
    (built,) = (built_once / "out" / "zh").glob("*-print.pdf")
    assert again.files[Target.PRINT] == built.read_bytes()
    # Pages were found, so that nobody asked for lines, and nothing new was made.
    assert sum(entry.stat().st_mtime_ns > 0 for entry in entries(stale)) == 1
    assert entries(stale) == before
    # What the layout read is told all the same.
    assert any(path.suffix == ".ttf" for path in again.reads)
