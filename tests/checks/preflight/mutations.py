"""Damaged files: bytes changed, cut out, doubled, numbers and names exchanged; the same for every seed."""

from __future__ import annotations

import hashlib
import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.checks.preflight.breaking import placed
from tests.checks.preflight.clean import make, saved
from tests.checks.preflight.corpus import jpeg, proved_jpeg

from reportpub.programs import run
from reportpub.seal import sealed

KINDS = ("byte", "bytes", "cut", "double", "number", "name", "end")
NUMBER = re.compile(rb"(?<=[ \n\[])-?\d+(\.\d+)?(?=[ \n\]/>])")
NAME = re.compile(rb"/[A-Z][A-Za-z]+")


class Dice:
    """Numbers that look like chance and are the same for a seed, on every machine."""

    def __init__(self, seed: int) -> None:
        """Begin with a seed."""
        self._seed, self._count = seed, 0

    def below(self, most: int) -> int:
        """Return a number from 0 on."""
        self._count += 1
        told = hashlib.sha256(f"{self._seed}/{self._count}".encode()).digest()
        return int.from_bytes(told[:6], "big") % max(1, most)


@cache
def sound() -> bytes:
    """Return the file that is damaged: a clean one, sealed and with its JPEG compressed as ours are."""
    pdf = make()
    placed(proved_jpeg, 23)(pdf)
    return sealed(saved(pdf))


@cache
def opened() -> bytes:
    """Return the same file after another program has written it, and so taken off the seal."""
    pdf = make()
    placed(proved_jpeg, 23)(pdf)
    return saved(pdf)


@cache
def bare() -> bytes:
    """Return such a file as others make it: no checksum around the JPEG."""
    pdf = make()
    placed(jpeg, 23)(pdf)
    return saved(pdf)


def damaged(seed: int, data: bytes) -> tuple[str, bytes]:
    """Return the kind of a damage, and the damaged file."""
    dice = Dice(seed)
    kind = KINDS[seed % len(KINDS)]
    at = dice.below(len(data) - 8)
    match kind:
        case "byte":
            return kind, data[:at] + bytes([data[at] ^ (1 + dice.below(255))]) + data[at + 1 :]
        case "bytes":
            many = bytes(dice.below(256) for _ in range(1 + dice.below(12)))
            return kind, data[:at] + many + data[at + len(many) :]
        case "cut":
            return kind, data[:at] + data[at + 1 + dice.below(40) :]
        case "double":
            return kind, data[:at] + data[at : at + 1 + dice.below(40)] + data[at:]
        case "end":
            return kind, data[: len(data) - 1 - dice.below(len(data) // 2)]
        case "number":
            found = [*NUMBER.finditer(data)]
            one = found[dice.below(len(found))]
            new = str(dice.below(2000) - 500).encode()
            return kind, data[: one.start()] + new + data[one.end() :]
        case _:
            found = [*NAME.finditer(data)]
            one, other = found[dice.below(len(found))], found[dice.below(len(found))]
            return kind, data[: one.start()] + other[0] + data[one.end() :]


def drawn(data: bytes) -> bytes:
    """Return what a renderer makes of a file, so that two files can be compared as they would print."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "file.pdf").write_bytes(data)
        args = ["draw", "-q", "-r", "72", "-c", "cmyk", "-F", "pam", "-o", "-", "file.pdf"]
        return run(Path(shutil.which("mutool") or ""), args, cwd=Path(folder), timeout=60).stdout


def within_jpeg(data: bytes) -> bool:
    """Tell whether a damaged file differs from the bare one only in the data of its JPEG.

    JPEG has no checksum: bytes that still decode to as many blocks are another picture, and not a broken one.
    """
    whole = bare()
    start = whole.index(b"\xff\xd8\xff")
    end = whole.index(b"endstream", start)
    return len(data) == len(whole) and data[:start] == whole[:start] and data[end:] == whole[end:]
