"""The coded data of a JPEG, code by code: as many blocks as the picture has, and not a bit more.

Source: ITU-T T.81, F.1.2 and F.2.2 (sequential coding with Huffman codes), B.2.1 (restarts).
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

_RESTART = re.compile(rb"\xff+([\xd0-\xd7])")
_BLOCK, _BYTE = 8, 8
_END = 1 << 16
"""Added to the place in a block: the rest is nought."""
_NONE = (0, 0, 2 * _END)
"""Added for bits that are no code."""
_CODES = 1 << 16
_LARGEST_MEAN, _LARGEST_OTHER = 11, 10
"""Bits of the largest difference of means, and of the largest other value, for eight bits a pixel (F.1.2)."""
_WIDEST = 1280
"""Eight times the mean of a block lies within 1024; some coders go a little beyond to keep edges clean."""


class Odd(ValueError):
    """Data that no coder writes, with the reason."""


@dataclass(frozen=True, slots=True)
class Component:
    """One colour of a picture: how often it is sampled, and the number of its table of quantities."""

    across: int
    down: int
    table: int


Entry = tuple[int, int, int]
"""What sixteen bits begin with: bits of code and value, those of the value, how far it leads in a block."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of codes, with an entry for each sixteen bits that may lie ahead."""

    entries: list[Entry]

    @staticmethod
    def of(counts: bytes, symbols: bytes, *, alternating: bool) -> Table:
        """Return the table of codes of each length; `Odd` where there are more than there can be."""
        filled: list[Entry] = []
        lengths = [length for length, count in enumerate(counts, start=1) for _ in range(count)]
        for length, symbol in zip(lengths, symbols, strict=True):
            one = _alternating(length, symbol) if alternating else _mean(length, symbol)
            filled += [one] * (_CODES >> length)
            if len(filled) > _CODES:
                raise Odd("more codes than there can be")
        return Table([*filled, *[_NONE] * (_CODES - len(filled))])


def _mean(length: int, bits: int) -> Entry:
    return (length, bits, 0) if bits <= _LARGEST_MEAN else _NONE


def _alternating(length: int, symbol: int) -> Entry:
    run, bits = symbol >> 4, symbol & 15
    if bits:
        return (length + bits, bits, run + 1) if bits <= _LARGEST_OTHER else _NONE
    if run in {0, 15}:  # the end of the block, and sixteen noughts
        return (length, 0, 16 if run else _END)
    return _NONE


@dataclass(frozen=True, slots=True)
class Scan:
    """What is coded: the size in pixels, every colour; those of this scan with steps of means and codes."""

    size: tuple[int, int]
    every: tuple[Component, ...]
    parts: tuple[Component, ...]
    steps: tuple[int, ...]
    tables: tuple[tuple[Table, Table], ...]
    interval: int

    def units(self) -> int:
        """Return how many units are coded, of one block each where a colour is alone."""
        most = max(one.across for one in self.every), max(one.down for one in self.every)
        if len(self.parts) > 1:
            wide, high = (
                -(-length // (_BLOCK * factor)) for length, factor in zip(self.size, most, strict=True)
            )
            return wide * high
        one = self.parts[0]
        own = (one.across, one.down)
        lengths = (
            -(-length * factor // above) for length, factor, above in zip(self.size, own, most, strict=True)
        )
        wide, high = (-(-length // _BLOCK) for length in lengths)
        return wide * high

    def blocks(self) -> list[int]:
        """Return the colours of the blocks of a unit, in order."""
        if len(self.parts) == 1:
            return [0]
        return [at for at, one in enumerate(self.parts) for _ in range(one.across * one.down)]


def check_scan(scan: Scan, coded: bytes) -> None:
    """Read a scan to its end; `Odd` where it is not as a coder leaves it."""
    pieces = _RESTART.split(coded)
    data, restarts = pieces[0::2], pieces[1::2]
    left, order = scan.units(), scan.blocks()
    each = scan.interval or left
    if len(data) > 1 and not data[-1]:
        data = data[:-1]  # some coders write a last one at the very end
    if len(data) != -(-left // each):
        raise Odd("a restart too many, or one that is missing")
    if any(restart[0] & 7 != at % 8 for at, restart in enumerate(restarts)):
        raise Odd("the restarts are not in order")
    ends: set[int] = set()
    for piece in data:
        ends |= _interval(scan, order, min(each, left), piece.replace(b"\xff\x00", b"\xff"))
        left -= each
    if len(ends) > 1:
        raise Odd("the bits left over are not alike")


def _interval(scan: Scan, order: list[int], units: int, data: bytes) -> set[int]:
    """Read the units up to a restart, and return the bits that are left of the last byte."""
    # The three bytes from each place on, so that sixteen bits can be seen from any bit.
    ahead = data + b"\0\0"
    windows = array("L", (a << 16 | b << 8 | c for a, b, c in zip(data, ahead[1:], ahead[2:], strict=False)))
    plan = [(at, scan.tables[at][0].entries, scan.tables[at][1].entries) for at in order]
    limits = [(_WIDEST / step) + 1 for step in scan.steps]
    means = [0] * len(scan.parts)
    bit, last = 0, len(data) * _BYTE
    try:
        for _ in range(units):
            for at, first, others in plan:
                taken, size, odd = first[windows[bit >> 3] >> (8 - (bit & 7)) & 0xFFFF]
                if odd:
                    raise Odd("a code that is not in the table")
                bit += taken
                if size:
                    value = windows[bit >> 3] >> (8 - (bit & 7)) & 0xFFFF
                    value >>= 16 - size
                    means[at] += value if value >> (size - 1) else value - (1 << size) + 1
                    bit += size
                    if not -limits[at] <= means[at] <= limits[at]:
                        raise Odd("a block that is darker or lighter than there can be")
                place = 1
                while place < 64:  # noqa: PLR2004
                    taken, _, advance = others[windows[bit >> 3] >> (8 - (bit & 7)) & 0xFFFF]
                    bit += taken
                    place += advance
                if 64 < place < _END or place > 2 * _END:  # noqa: PLR2004
                    raise Odd("a block with more values than it holds")
    except IndexError:
        raise Odd("the coded data ends too early") from None
    if bit > last:
        raise Odd("the coded data ends too early")
    over = last - bit
    if over >= _BYTE:
        raise Odd("bytes are left over after the last block")
    return {data[-1] >> at & 1 for at in range(over)}
