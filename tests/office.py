"""LibreOffice for tests: scripts of ours run by the Python of the system, which knows the office."""

import shutil
from pathlib import Path

import pytest

from reportpub.programs import find, run

PYTHON = Path("/usr/bin/python3")
"""The Python for which distributions build the bridge to the office; ours is another."""
PATIENCE = 600
TRIES = 3
_FALLEN = "DisposedException"
"""What a script says whose office is gone."""


def missing() -> str:
    """Return why no script can drive the office here, nothing where one can."""
    if shutil.which("soffice") is None:
        return "LibreOffice is not installed"
    if not PYTHON.exists() or not run(PYTHON, ("-c", "import uno"), cwd=Path("/"), timeout=PATIENCE).ok:
        return "the Python of the system does not know LibreOffice (python3-uno)"
    return ""


def scripted(script: Path, folder: Path, *asked: str) -> None:
    """Run a script that drives an office of its own, with a folder to work in; skip where there is none."""
    if why := missing():
        pytest.skip(why)
    driven(script, folder, *asked)


def driven(script: Path, folder: Path, *asked: str) -> None:
    """Run a script that drives an office of its own, with a folder to work in.

    An office without windows falls now and then, when it comes to draw one; then another one is asked.
    """
    alone = {**_alone(folder), "PYTHONPATH": str(Path(__file__).parents[1])}
    for _ in range(TRIES):
        done = run(PYTHON, (str(script), str(folder), *asked), cwd=folder, timeout=PATIENCE, env=alone)
        if done.ok or _FALLEN not in done.complaint:
            break
    assert done.ok, done.complaint


def resaved(data: bytes, folder: Path) -> bytes:
    """Return a Word file as LibreOffice saves it; skip where it is not installed."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    (folder / "edited.docx").write_bytes(data)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    args = ["--headless", home, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "saved")]
    done = run(find("soffice"), [*args, "edited.docx"], cwd=folder, timeout=PATIENCE, env=_alone(folder))
    assert done.ok, done.complaint
    return (folder / "saved/edited.docx").read_bytes()


def _alone(folder: Path) -> dict[str, str]:
    """Return an environment that is not ours: ours shows no font of the system, which the office needs."""
    return {"PATH": f"{find('soffice').parent}:/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"}
