"""The environment is locked, names no machine and no registry, and its commands are explained."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from reportpub import programs

ROOT = Path(__file__).parents[1]
LOCKS = ("runtime", "fonts", "cluster", "dev")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# Written in pieces, so that this file does not name what it forbids.
FORBIDDEN = (
    "py" + "pi.org",
    "pythonhosted" + ".org",
    "/home" + "/",
    "/root" + "/",
    "/tm" + "p/",
    "/work" + "/",
    "index" + "-url=",
    "trusted" + "-host",
)


def lock(name: str) -> str:
    """Return the text of a lock file."""
    return (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    """Return the packages of a lock file and their versions."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", lock(name), re.MULTILINE))


def asked(name: str) -> list[Requirement]:
    """Return what pyproject.toml asks for directly, for one lock file."""
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    lines = [*project["dependencies"], *groups["build"]]
    for extra in ("fonts", "cluster"):
        if name in {extra, "dev"}:
            lines += project["optional-dependencies"][extra]
    if name == "dev":
        lines += groups["dev"]
    return [Requirement(line) for line in lines]


def tracked() -> list[Path]:
    """Return the text files under version control; none in an archive, which has no repository."""
    if not (ROOT / ".git").exists():
        return []
    listed = programs.run(programs.find("git"), ["ls-files", "-z"], cwd=ROOT, timeout=60)
    paths = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:8000]]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_exactly_and_by_hash(name: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", lock(name), flags=re.MULTILINE)[1:]
    assert entries
    for entry in entries:
        assert re.match(
            r"[a-z0-9-]+==[^\s;]+( ; [^\\\n]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+", entry
        ), entry[:80]


@pytest.mark.parametrize("name", LOCKS)
def test_what_the_project_asks_for_is_what_is_locked(name: str) -> None:
    locked = pins(name)
    for requirement in asked(name):
        version = locked.get(canonicalize_name(requirement.name), "")
        assert version, f"{requirement.name} is in no lock: run make lock"
        assert requirement.specifier.contains(version), f"{requirement} is locked as {version}: run make lock"


@pytest.mark.parametrize("name", LOCKS)
def test_nothing_is_locked_that_nobody_asks_for(name: str) -> None:
    direct = {canonicalize_name(requirement.name) for requirement in asked(name)}
    named_by_project = set(
        re.findall(r"^([a-z0-9-]+)==(?:(?!^[a-z0-9]).)*?reportpub \(", lock(name), re.MULTILINE | re.DOTALL)
    )
    assert named_by_project == direct


def test_the_locks_agree_with_each_other() -> None:
    runtime, fonts, cluster, dev = (pins(name) for name in LOCKS)
    assert runtime.items() <= fonts.items() & cluster.items()
    assert fonts.items() | cluster.items() <= dev.items()


def test_no_tracked_file_names_a_registry_host_or_a_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in tracked()
        for word in FORBIDDEN
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []


def test_every_target_of_the_makefile_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony is not None
    explained = re.findall(r"^([a-z-]+):[^#\n]*## \S", makefile, re.MULTILINE)
    assert sorted(explained) == sorted(phony[1].split())


def test_plain_make_builds_everything() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert ".DEFAULT_GOAL := all" in makefile
    assert re.search(
        r"^all:.*\n\t.*--target print --target cover --target screen --target docx$", makefile, re.MULTILINE
    )


@pytest.mark.parametrize("script", [".ci/run", "setup/environment.sh", "setup/lock.sh"])
def test_a_script_stops_at_its_first_failure(script: str) -> None:
    text = (ROOT / script).read_text(encoding="utf-8")
    assert re.search(r"^set -eu", text, re.MULTILINE)
