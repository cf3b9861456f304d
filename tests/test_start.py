"""What need not be loaded is not: a command that makes nothing starts without the engine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportpub.programs import run

ENGINES = "weasyprint", "fontTools", "pikepdf", "pypdfium2", "docx", "jinja2", "pyphen", "starlette"
LOADED = """
import io, sys
from reportpub.cli import main
assert main(sys.argv[2:], io.StringIO(), io.StringIO()) == 0
print(*sorted({*sys.argv[1].split(",")} & sys.modules.keys()))
"""


@pytest.mark.parametrize(("asked", "loaded"), [("build zh", []), ("doctor", []), ("check", ["weasyprint"])])
def test_a_command_that_makes_nothing_loads_no_engine(
    built_once: Path, asked: str, loaded: list[str]
) -> None:
    """The last case shows that the others can fail: to judge the finished pages, the engine is needed."""
    arguments = ("-I", "-c", LOADED, ",".join(ENGINES), *asked.split(), "--project", str(built_once))
    done = run(Path(sys.executable), arguments, cwd=built_once, timeout=120)
    assert done.ok, done.complaint
    assert set(loaded) <= set(done.stdout.decode().split())
    assert bool(done.stdout.split()) == bool(loaded)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are searched for")
def test_the_engine_is_loaded_without_a_compiler_and_without_faces_of_the_system(tmp_path: Path) -> None:
    unasked = "import ctypes.util, os; ctypes.util.find_library = None; import reportpub.assemble"
    told = "print(os.environ['FONTCONFIG_FILE'])"
    done = run(
        Path(sys.executable), ("-I", "-W", "error", "-c", f"{unasked}; {told}"), cwd=tmp_path, timeout=120
    )
    assert done.ok, done.complaint
    assert b"fontconfig-empty.conf" in done.stdout
