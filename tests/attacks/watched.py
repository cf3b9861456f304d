"""Notes every file that is opened and every connection that is tried while a test looks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_FAR = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request", "ftplib.connect")
_STARTED = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")


@dataclass(slots=True)
class Seen:
    """What was opened, what was asked of the network, and which programs were started."""

    opened: list[str] = field(default_factory=list)
    far: list[str] = field(default_factory=list)
    started: list[str] = field(default_factory=list)

    def below(self, folder: Path) -> list[str]:
        """Return what was opened below a folder, whatever links led there."""
        root = folder.resolve()
        return [name for name in self.opened if Path(name).resolve().is_relative_to(root)]


_watching: list[Seen] = []


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    for seen in _watching:
        if event == "open" and isinstance(arguments[0], str):
            seen.opened.append(arguments[0])
        elif event in _FAR:
            seen.far.append(f"{event} {arguments!r}")
        elif event in _STARTED:
            seen.started.append(f"{event} {arguments[:2]!r}")


@cache
def _hooked() -> None:
    sys.addaudithook(_hook)


@contextmanager
def watched() -> Iterator[Seen]:
    """Note what happens within; the hook of the interpreter stays, since none can be taken off."""
    _hooked()
    seen = Seen()
    _watching.append(seen)
    try:
        yield seen
    finally:
        _watching.remove(seen)
