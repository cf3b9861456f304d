"""The one door to outside programs: it finds them, runs them with a time limit, and says how to get them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from reportpub.findings import ToolError, error
from reportpub.sentences import Sentence, listed, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to install on each platform to get a program; empty where the platform has no such package."""

    debian: str = ""
    fedora: str = ""
    macos: str = ""
    windows: str = ""

    def told(self) -> Sentence:
        """Return the advice as one line, a platform after the other."""
        lines = (
            ("Debian or Ubuntu: apt install", self.debian),
            ("Fedora: dnf install", self.fedora),
            ("macOS: brew install", self.macos),
            ("Windows: winget install", self.windows),
        )
        return listed((f"{how} {what}" for how, what in lines if what), "; ")


_NODE = Advice(debian="npm", fedora="nodejs-npm", macos="node", windows="OpenJS.NodeJS")
_POPPLER = Advice(debian="poppler-utils", fedora="poppler-utils", macos="poppler")
_GIT = Advice(debian="git", fedora="git", macos="git", windows="Git.Git")
_OFFICE = Advice(
    debian="libreoffice",
    fedora="libreoffice",
    macos="libreoffice",
    windows="TheDocumentFoundation.LibreOffice",
)

ADVICE: Mapping[str, Advice] = {
    "npm": _NODE,
    "node": _NODE,
    "apt-get": Advice(debian="apt"),
    "dpkg-deb": Advice(debian="dpkg", fedora="dpkg", macos="dpkg"),
    "mutool": Advice(debian="mupdf-tools", fedora="mupdf", macos="mupdf"),
    "pdftotext": _POPPLER,
    "pdftoppm": _POPPLER,
    "pdffonts": _POPPLER,
    "qpdf": Advice(debian="qpdf", fedora="qpdf", macos="qpdf", windows="QPDF.QPDF"),
    "gs": Advice(debian="ghostscript", fedora="ghostscript", macos="ghostscript"),
    "soffice": _OFFICE,
    "git": _GIT,
}
"""The packages that bring the programs this tool knows."""


class MissingProgram(ToolError):
    """An outside program is needed and is not there; the advice says how to get it."""

    def __init__(self, name: str) -> None:
        """Keep the name and look up the advice."""
        self.name = name
        self.advice = ADVICE.get(name, Advice())
        hint = self.advice.told() or say("install {name} and see that it is on the PATH", name=name)
        super().__init__(
            (error("programs/missing", say("the program {name} is not installed", name=name), None, hint),)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """What a program left behind: its exit code and what it wrote."""

    program: Path
    args: tuple[str, ...]
    code: int
    stdout: bytes
    stderr: bytes

    @property
    def ok(self) -> bool:
        """Tell whether the program ended with 0."""
        return self.code == 0

    @property
    def complaint(self) -> str:
        """Return the last line the program wrote about its trouble, or its exit code where it was silent."""
        said = (self.stderr.strip() or self.stdout.strip()).decode("utf-8", "replace")
        return said.rsplit("\n", 1)[-1] if said else f"exit code {self.code}"


def find(name: str) -> Path:
    """Return the path of a program on the PATH; `MissingProgram` when there is none."""
    found = shutil.which(name)
    if found is None:
        raise MissingProgram(name)
    return Path(found)


def run(
    program: Path,
    args: Sequence[str],
    *,
    cwd: Path,
    timeout: float,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> Completed:
    """Run a program in a folder and return what it left behind, whatever its exit code.

    No shell stands between. The time limit is in seconds; `ToolError` when it passes or when the system
    cannot start the program. A given `env` is the whole environment of the program.
    """
    command = [str(program), *args]
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, and no shell
            command,
            cwd=cwd,
            input=stdin,
            capture_output=True,
            timeout=timeout,
            check=False,
            env=None if env is None else dict(env),
        )
    except subprocess.TimeoutExpired:
        message = say("{name} did not end within {timeout:g} seconds", name=program.name, timeout=timeout)
        hint = say("try again, or look what it waits for")
        raise ToolError((error("programs/timeout", message, None, hint),)) from None
    except OSError as refused:
        raise _not_started(program, refused) from None
    return Completed(
        program=program,
        args=tuple(args),
        code=done.returncode,
        stdout=done.stdout,
        stderr=done.stderr,
    )


def begin(program: Path, args: Sequence[str], *, cwd: Path) -> None:
    """Start a program that lives on by itself, such as an editor; `ToolError` when it cannot be started."""
    try:
        begun = subprocess.Popen(  # noqa: S603 - a list of arguments, and no shell
            [str(program), *args],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as refused:
        raise _not_started(program, refused) from None
    # Somebody must take note of its end, or the system keeps its place for it.
    Thread(target=begun.wait, daemon=True).start()


def _not_started(program: Path, refused: OSError) -> ToolError:
    message = say("{name} could not be started: {strerror}", name=program.name, strerror=refused.strerror)
    return ToolError((error("programs/start", message),))
