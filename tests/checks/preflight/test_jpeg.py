"""A JPEG as a coder writes it is in order, in every way of coding; what no coder writes is told of."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from PIL import Image, ImageFilter
from tests.checks.preflight.mutations import Dice

from reportpub.checks.preflight.reading.jpeg import oddity

SIDES = (75, 53)
"""Pixels; no multiple of a block in either direction."""


@cache
def coded(mode: str = "RGB", quality: int = 80, subsampling: int = 2, restarts: int = 0) -> bytes:
    """Return a picture with smooth and with busy places; the noise is that of no clock."""
    dice = Dice(11)
    out, channels = BytesIO(), []
    for _ in mode:
        noise = Image.frombytes("L", (15, 11), bytes(dice.below(256) for _ in range(165))).resize(SIDES)
        channels.append(noise.filter(ImageFilter.GaussianBlur(1)))
    picture = Image.merge(mode, channels)
    picture.save(out, "JPEG", quality=quality, subsampling=subsampling, restart_marker_rows=restarts)
    return out.getvalue()


def progressive() -> bytes:
    out = BytesIO()
    Image.open(BytesIO(coded())).save(out, "JPEG", progressive=True)
    return out.getvalue()


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("subsampling", [0, 1, 2])
@pytest.mark.parametrize("restarts", [0, 1])
@pytest.mark.parametrize("quality", [20, 95])
def test_a_picture_as_it_was_coded_is_in_order(
    mode: str, subsampling: int, restarts: int, quality: int
) -> None:
    assert oddity(coded(mode, quality, subsampling, restarts)) == ""


def test_the_frame_may_stand_before_its_tables() -> None:
    data = coded()
    frame = data.index(b"\xff\xc0")
    length = 2 + int.from_bytes(data[frame + 2 : frame + 4], "big")
    without = data[:frame] + data[frame + length :]
    assert oddity(without[:2] + data[frame : frame + length] + without[2:]) == ""


def test_progressive_pictures_are_read_by_their_segments() -> None:
    assert oddity(progressive()) == ""
    assert oddity(progressive()[:-40]) == "the data has no end"


def exchanged(data: bytes, old: bytes, new: bytes, after: bytes = b"\xff\xd8") -> bytes:
    at = data.index(old, data.index(after))
    return data[:at] + new + data[at + len(old) :]


BROKEN = {
    "the data does not begin as JPEG": lambda: coded()[1:],
    "the data has no end": lambda: coded()[:-2],
    "the coded data ends too early": lambda: coded()[:-60] + coded()[-2:],
    "bytes are left over after the last block": lambda: coded()[:-2] + b"\x55\x55" + coded()[-2:],
    "the restarts are not in order": lambda: exchanged(coded(restarts=1), b"\xff\xd0", b"\xff\xd3"),
    "a restart too many, or one that is missing": lambda: exchanged(
        coded(restarts=1), b"\xff\xd1", b"\x11\x11", after=b"\xff\xda"
    ),
    "stray bytes between two segments": lambda: exchanged(coded(), b"\xff\xda", b"\x00\x00\xff\xda"),
    "an unknown segment 02": lambda: exchanged(coded(), b"\xff\xc0", b"\xff\x02"),
    "a kind of JPEG that no press file may hold": lambda: exchanged(coded(), b"\xff\xc0", b"\xff\xc9"),
    "a table of codes is not there": lambda: exchanged(coded(), b"\xff\xc4", b"\xff\xfe"),
    "a table of quantities is not there": lambda: exchanged(coded(), b"\xff\xdb", b"\xff\xfe"),
}


@pytest.mark.parametrize("said", BROKEN)
def test_what_no_coder_writes_is_told_of(said: str) -> None:
    assert oddity(BROKEN[said]()) == said


def test_no_exchanged_byte_breaks_the_reader_and_most_are_told_of() -> None:
    data, dice, told = coded("CMYK", 90, 0), Dice(7), 0
    for _ in range(200):
        at = 2 + dice.below(len(data) - 4)
        told += bool(oddity(data[:at] + bytes([data[at] ^ (1 + dice.below(255))]) + data[at + 1 :]))
    assert told > 60
