"""Files reach their place whole and together; whatever goes wrong, the old ones are still there."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reportpub.findings import ToolError
from reportpub.publish import publish, publish_folder, recover


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@contextmanager
def no_room_above(limit: int) -> Iterator[None]:
    """Let the system refuse to write files longer than some bytes, as it does on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_files_are_written_into_new_folders_and_replace_old_ones(tmp_path: Path) -> None:
    publish({tmp_path / "zh" / "a.pdf": b"1", tmp_path / ".stamps" / "a.json": b"2"})
    publish({tmp_path / "zh" / "a.pdf": b"3"})
    assert files(tmp_path) == {"zh/a.pdf": b"3", ".stamps/a.json": b"2"}


def test_targets_may_be_named_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    publish({Path("out/a.pdf"): b"1", Path("b.json"): b"2"})
    publish({Path("c.pdf"): b"3"})
    assert files(tmp_path) == {"out/a.pdf": b"1", "b.json": b"2", "c.pdf": b"3"}


def test_a_folder_takes_the_place_of_the_one_before_it(tmp_path: Path) -> None:
    publish_folder({"zh/a.pdf": b"1", "gone.txt": b"2"}, tmp_path / "out")
    publish_folder({"zh/a.pdf": b"3"}, tmp_path / "out")
    assert files(tmp_path) == {"out/zh/a.pdf": b"3"}


def test_a_folder_that_cannot_be_written_leaves_the_one_before_it(tmp_path: Path) -> None:
    publish_folder({"a.pdf": b"old"}, tmp_path / "out")
    with no_room_above(4096), pytest.raises(ToolError) as raised:
        publish_folder({"a.pdf": b"new", "b.pdf": b"x" * 8192}, tmp_path / "out")
    assert raised.value.findings[0].code == "publish/disk"
    assert files(tmp_path) == {"out/a.pdf": b"old"}


def test_files_may_be_read_by_the_printer_and_the_web_server(tmp_path: Path) -> None:
    publish({tmp_path / "a.pdf": b"1"})
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o644


def test_a_disk_that_is_full_halfway_leaves_the_old_set(tmp_path: Path) -> None:
    old = {tmp_path / "a.pdf": b"old", tmp_path / "b.docx": b"old"}
    publish(old)
    with no_room_above(4096), pytest.raises(ToolError) as raised:
        publish({tmp_path / "a.pdf": b"new", tmp_path / "b.docx": b"x" * 8192, tmp_path / "c": b"new"})
    assert raised.value.exit_code == 2
    assert raised.value.findings[0].code == "publish/disk"
    assert "too large" in raised.value.findings[0].message
    assert files(tmp_path) == {"a.pdf": b"old", "b.docx": b"old"}


def test_a_folder_that_is_a_file_leaves_the_old_set(tmp_path: Path) -> None:
    publish({tmp_path / "a.pdf": b"old", tmp_path / "docx": b"in the way"})
    with pytest.raises(ToolError):
        publish({tmp_path / "a.pdf": b"new", tmp_path / "docx" / "b.docx": b"new"})
    assert files(tmp_path) == {"a.pdf": b"old", "docx": b"in the way"}


def test_a_target_that_cannot_be_replaced_takes_back_those_before_it(tmp_path: Path) -> None:
    publish({tmp_path / "a.pdf": b"old", tmp_path / "b.docx" / "inner": b"in the way"})
    with pytest.raises(ToolError):
        publish({tmp_path / "a.pdf": b"new", tmp_path / "fresh.pdf": b"new", tmp_path / "b.docx": b"new"})
    assert files(tmp_path) == {"a.pdf": b"old", "b.docx/inner": b"in the way"}


def test_what_a_killed_build_left_is_swept_away_and_nothing_else(tmp_path: Path) -> None:
    kept = {"zh/a.pdf": b"1", "zh/notes.part": b"2", ".stamps/a.json": b"3"}
    publish({tmp_path / name: data for name, data in kept.items()})
    for name in ("zh/.a.pdf.x1y2.part", ".stamps/.a.json.z.part"):
        (tmp_path / name).write_bytes(b"half")
    recover(tmp_path)
    assert files(tmp_path) == kept


def test_recovering_a_folder_that_is_not_there_is_nothing(tmp_path: Path) -> None:
    recover(tmp_path / "out")
    assert not (tmp_path / "out").exists()


def killed(after: int, work: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Do work in a process of its own, which is killed before it moves one more file."""
    child = os.fork()
    if child:
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        return
    move, moves = Path.replace, iter(range(after))

    def replace(self: Path, target: Path) -> Path:
        if next(moves, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return move(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    work()
    os._exit(0)


OLD = {"zh/a.pdf": b"old", "zh/a.docx": b"old", ".stamps/a.json": b"old"}
NEW = {"zh/a.pdf": b"new", "zh/a.docx": b"new", ".stamps/a.json": b"new", "zh/b.html": b"new"}


@pytest.mark.parametrize("after", range(5))
def test_a_set_is_whole_wherever_its_moves_are_killed(
    tmp_path: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish({tmp_path / name: data for name, data in OLD.items()})
    new = {tmp_path / name: data for name, data in NEW.items()}
    killed(after, lambda: publish(new), monkeypatch)
    recover(tmp_path)
    # The first move is that of the plan, and from then on the new set is bound to come.
    assert files(tmp_path) == (NEW if after else OLD)
    publish(new)
    assert files(tmp_path) == NEW


@pytest.mark.parametrize("after", range(2))
def test_a_folder_is_whole_wherever_its_exchange_is_killed(
    tmp_path: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_folder({"a.pdf": b"old"}, tmp_path / "out")
    killed(after, lambda: publish_folder({"a.pdf": b"new"}, tmp_path / "out"), monkeypatch)
    publish_folder({"a.pdf": b"newest"}, tmp_path / "out")
    assert files(tmp_path) == {"out/a.pdf": b"newest"}


def test_what_cannot_be_brought_to_its_end_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf" / "inner").mkdir(parents=True)
    (tmp_path / ".a.pdf.x.part").write_bytes(b"new")
    (tmp_path / ".publish.x.moves").write_text('{"a.pdf": ".a.pdf.x.part"}', "utf-8")
    with pytest.raises(ToolError) as raised:
        recover(tmp_path)
    assert raised.value.findings[0].code == "publish/disk"
