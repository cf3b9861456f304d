"""The same report gives the same bytes, whoever builds it, where, and when."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.small_report import contents, copied

from reportpub.assemble import make
from reportpub.model.report import Target
from reportpub.order import Order
from reportpub.programs import find, run

_BUILD = f'umask 077; exec "{sys.executable}" -I -m reportpub build zh --project book'


def test_another_user_in_another_folder_gets_the_same_bytes(built_once: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "别处 of another" / "user"
    project = copied(elsewhere / "book")
    env = {"HOME": str(elsewhere), "TZ": "America/St_Johns", "LC_ALL": "C", "USER": "another", "PATH": "/bin"}
    built = run(find("sh"), ["-c", _BUILD], cwd=elsewhere, timeout=300, env=env)
    assert built.code == 0, built.complaint
    here, there = (contents(folder / "out") for folder in (built_once, project))
    assert len(here) == 9
    # The stamps and the record too, which say what each file was made from.
    assert {name: seen[0] for name, seen in there.items()} == {name: seen[0] for name, seen in here.items()}
    assert {path.stat().st_mode & 0o777 for path in project.glob("out/zh/*")} == {0o644}


def test_what_was_set_before_in_a_process_changes_no_byte(built_once: Path) -> None:
    make(Order(built_once, "parallel", (Target.PRINT,)), lambda _: None)
    after = make(Order(built_once, "zh", (Target.PRINT, Target.SCREEN)), lambda _: None)
    # The files there were made in a process of their own.
    alone = {target: next((built_once / "out" / "zh").glob(f"*-{target}.pdf")) for target in after.files}
    assert {target: path.read_bytes() for target, path in alone.items()} == dict(after.files)
