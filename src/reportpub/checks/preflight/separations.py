"""Pages as separations: rendered in CMYK by MuPDF, Ghostscript or Poppler, whichever is there.

None of them is part of the product: each is started as a program of its own, if the machine has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from reportpub.checks.preflight.reading.objects import MALFORMED
from reportpub.findings import ToolError
from reportpub.programs import Completed, MissingProgram, find, run

PIXELS_PER_MM = 3
_DPI = PIXELS_PER_MM * 25.4
_AT_ONCE = 24
"""Pages for one start of a program: what it writes is held in memory."""
_MOST_PIXELS = 12_000_000
_SECONDS_A_PAGE = 20.0
_TELLING = re.compile(
    r"corrupt|damaged|premature|truncat|cannot (decode|load|find|draw)|invalid|syntax error|fatal error",
    re.IGNORECASE,
)
_DONE = b"ENDHDR\n"


@dataclass(frozen=True, slots=True)
class Plate:
    """One page as inks; `said` is what the renderer complained of while it drew the pages around it."""

    page: int
    inks: Image.Image
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that renders separations."""

    name: str
    program: Path
    version: str
    draw: Callable[[Engine, Path, int, int], Iterator[Plate]]


class NoEngine(Exception):
    """None of the programs that render separations is there, or it failed: why, in Chinese and in English."""

    def __init__(self, zh: str, en: str) -> None:
        """Keep the reason."""
        super().__init__(en)
        self.why = (zh, en)


def engine() -> Engine:
    """Return the first program that is there; `NoEngine` when there is none."""
    for name, ask, draw in _ENGINES:
        try:
            program = find(name)
            done = run(program, [ask], cwd=Path.cwd(), timeout=20)
        except MissingProgram:
            continue
        except ToolError:
            continue
        said = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
        version = re.search(r"\d+(\.\d+)+", said)
        return Engine(name, program, version[0] if version else "", draw)
    raise NoEngine("没有安装 mutool、gs 或 pdftoppm", "none of mutool, gs and pdftoppm is installed")


def plates(found: Engine, file: Path, pages: int, largest_mm2: float) -> Iterator[Plate]:
    """Yield the inks of each page in order; `NoEngine` when the program cannot do it."""
    if largest_mm2 * PIXELS_PER_MM**2 > _MOST_PIXELS:
        raise NoEngine("页面过大，无法渲染", "the pages are too large to be rendered")
    for first in range(1, pages + 1, _AT_ONCE):
        last = min(first + _AT_ONCE - 1, pages)
        try:
            yield from found.draw(found, file, first, last)
        except ToolError as failed:
            raise NoEngine(f"{found.name} 未能完成", failed.findings[0].message) from None
        except MALFORMED as failed:
            raise NoEngine(f"{found.name}：{failed}", f"{found.name}: {failed}") from None


def _ran(found: Engine, args: list[str], folder: Path, pages: int) -> Completed:
    done = run(found.program, args, cwd=folder, timeout=20 + _SECONDS_A_PAGE * pages)
    if not done.ok and not done.stdout:
        said = done.complaint[:120]
        raise NoEngine(f"{found.name}：{said}", f"{found.name}: {said}")
    return done


def _complaints(done: Completed) -> tuple[str, ...]:
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    # Flate data is looked at by ourselves, and an empty stream is no damage.
    telling = (line[:160] for line in lines if _TELLING.search(line) and "flate" not in line)
    return tuple(dict.fromkeys(telling))[:5]


def _mupdf(found: Engine, file: Path, first: int, last: int) -> Iterator[Plate]:
    args = ["draw", "-r", f"{_DPI:g}", "-c", "cmyk", "-F", "pam", "-o", "-", file.name, f"{first}-{last}"]
    done = _ran(found, args, file.parent, last - first + 1)
    said, rest, page = _complaints(done), memoryview(done.stdout), first
    while rest.nbytes:
        head = bytes(rest[:200])
        end = head.index(_DONE) + len(_DONE)
        fields = dict(line.split(b" ", 1) for line in head[:end].split(b"\n") if b" " in line)
        width, height, depth = (int(fields[key]) for key in (b"WIDTH", b"HEIGHT", b"DEPTH"))
        size = width * height * depth
        samples = bytes(rest[end : end + size])
        if depth > 4:  # noqa: PLR2004
            samples = b"".join(samples[at : at + 4] for at in range(0, size, depth))
        drawn = Image.frombuffer("CMYK", (width, height), samples, "raw", "CMYK", 0, 1)
        yield Plate(page, drawn, said)
        rest, page = rest[end + size :], page + 1


def _ghostscript(found: Engine, file: Path, first: int, last: int) -> Iterator[Plate]:
    args = [
        *("-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiff32nc", "-dOverprint=/simulate"),
        *(f"-r{_DPI:g}", f"-dFirstPage={first}", f"-dLastPage={last}", "-o", "plate-%05d.tif", file.name),
    ]
    done = _ran(found, args, file.parent, last - first + 1)
    yield from _written(file.parent, ".tif", first, _complaints(done))


def _poppler(found: Engine, file: Path, first: int, last: int) -> Iterator[Plate]:
    args = [
        *("-r", f"{_DPI:g}", "-jpegcmyk", "-jpegopt", "quality=100", "-overprint"),
        *("-f", str(first), "-l", str(last), file.name, "plate"),
    ]
    done = _ran(found, args, file.parent, last - first + 1)
    yield from _written(file.parent, ".jpg", first, _complaints(done))


def _written(folder: Path, suffix: str, first: int, said: tuple[str, ...]) -> Iterator[Plate]:
    written = sorted(folder.glob(f"plate*{suffix}"), key=lambda path: int(re.sub(r"\D", "", path.stem)))
    if not written:
        raise NoEngine("渲染程序没有写出页面", "the renderer wrote no pages")
    for page, path in enumerate(written, start=first):
        with Image.open(path) as picture:
            picture.load()
            yield Plate(page, picture.convert("CMYK"), said)
        path.unlink()


_ENGINES: tuple[tuple[str, str, Callable[[Engine, Path, int, int], Iterator[Plate]]], ...] = (
    ("mutool", "-v", _mupdf),
    ("gs", "--version", _ghostscript),
    ("pdftoppm", "-v", _poppler),
)
"""In the order of preference: MuPDF is the fastest, and all three agree where the file is in CMYK."""
