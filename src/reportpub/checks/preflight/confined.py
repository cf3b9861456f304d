"""The preflight of a file from elsewhere, in a process of its own with limits on memory and time.

Whatever such a file does to the libraries that read it, this program goes on, and says that it was not
checked. The process is this module run by itself: it loads nothing of the rest of the program.
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from pathlib import Path

from reportpub.checks.preflight.examine import Preflight, preflight, unread
from reportpub.checks.preflight.profiles import Profile
from reportpub.checks.preflight.reading.bounds import MEMORY, SECONDS
from reportpub.findings import ToolError
from reportpub.programs import run

_SLACK = 60.0
"""s; beyond the time a file is given, for the start and the end of the process."""


def confined(data: bytes, profile: Profile, name: str, *, ink: bool = True) -> Preflight:
    """Return what `preflight` returns, or that the file broke the process that read it."""
    work = pickle.dumps((data, profile, name, ink))
    alone = ["-I", "-m", "reportpub.checks.preflight.confined"]
    try:
        done = run(Path(sys.executable), alone, cwd=Path.cwd(), timeout=SECONDS + _SLACK, stdin=work)
    except ToolError as failed:
        said = failed.findings[0].message
        return unread(data, profile, name, (f"检查未能完成：{said}", f"checking came to no end: {said}"))
    if not done.ok:
        why = (
            "文件使检查程序中断（内存或时间用尽）",
            "the file broke the program: no memory or time was left",
        )
        return unread(data, profile, name, why)
    found = pickle.loads(done.stdout)  # noqa: S301 - see above
    if not isinstance(found, Preflight):
        raise TypeError(type(found))
    return found


def _limit() -> None:
    """Bound this process, where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - there is none on Windows

        for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, int(SECONDS))):
            resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


def main() -> None:
    """Read the work of one file, do it, and write what came of it."""
    _limit()
    data, profile, name, ink = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - see above
    sys.stdout.buffer.write(pickle.dumps(preflight(data, profile, name, ink=ink)))


if __name__ == "__main__":
    main()
