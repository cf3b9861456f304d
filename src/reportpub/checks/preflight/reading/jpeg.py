"""A JPEG picture, segment by segment: each must be as the standard has it, and nothing may lie between them.

Programs that show pictures pass over damage; this reader refuses whatever a coder cannot have written.
JPEG has no checksum: an exchanged bit that leaves every code valid is another picture, and nothing tells it
from the right one. The codes of progressive pictures are not read.
Source: ITU-T T.81, Annex B (markers and segments), Annex C (tables of codes).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportpub.checks.preflight.reading.jpeg_scan import Component, Odd, Scan, Table, check_scan

_SOI, _EOI, _SOS, _DQT, _DHT, _DRI = 0xD8, 0xD9, 0xDA, 0xDB, 0xC4, 0xDD
_SEQUENTIAL = frozenset({0xC0, 0xC1})
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_OTHER_FRAMES = frozenset({0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_ASIDE = frozenset({*range(0xE0, 0xF0), 0xFE})
"""Segments of applications, and comments."""
_END_OF_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
_LONGEST_CODE = 16
_ALL, _BITS = 64, 8
_MOST_TABLES, _MOST_FACTOR = 4, 4


@dataclass(slots=True)
class _Reader:
    data: bytes
    at: int = 2
    steps: dict[int, int] = field(default_factory=dict)
    """The step of the mean of a block, by table of quantities."""
    codes: dict[tuple[int, int], tuple[bytes, bytes]] = field(default_factory=dict)
    frame: int = 0
    size: tuple[int, int] = (0, 0)
    components: dict[int, Component] = field(default_factory=dict)
    interval: int = 0
    scanned: set[int] = field(default_factory=set)

    def all(self) -> None:
        """Read from the first segment to the end of the picture; `Odd` where one is not in order."""
        while True:
            kind = self.marker()
            if kind == _EOI:
                break
            body = self.segment()
            if kind == _SOS:
                self.scan(body)
            else:
                self.header(kind, body)
        if self.scanned != set(self.components) or not self.scanned:
            raise Odd("the picture ends before all its colours")

    def marker(self) -> int:
        if self.data[self.at] != 0xFF:  # noqa: PLR2004
            raise Odd("stray bytes between two segments")
        while self.data[self.at] == 0xFF:  # noqa: PLR2004
            self.at += 1
        self.at += 1
        return self.data[self.at - 1]

    def segment(self) -> bytes:
        length = int.from_bytes(self.data[self.at : self.at + 2], "big")
        body = self.data[self.at + 2 : self.at + length]
        if length < 2 or len(body) != length - 2:  # noqa: PLR2004
            raise Odd("a segment that is cut off")
        self.at += length
        return body

    def header(self, kind: int, body: bytes) -> None:
        if kind == _DQT:
            self.quantise(body)
        elif kind == _DHT:
            self.encode(body)
        elif kind == _DRI:
            if len(body) != 2:  # noqa: PLR2004
                raise Odd("an interval of the wrong length")
            self.interval = int.from_bytes(body, "big")
        elif kind in _FRAMES:
            self.begin(kind, body)
        elif kind in _OTHER_FRAMES:
            raise Odd("a kind of JPEG that no press file may hold")
        elif kind not in _ASIDE:
            raise Odd(f"an unknown segment {kind:02X}")

    def quantise(self, body: bytes) -> None:
        while body:
            deep, called = body[0] >> 4, body[0] & 15
            length = _ALL * (1 + deep)
            values = body[1 : 1 + length]
            if deep > 1 or called >= _MOST_TABLES or len(values) != length:
                raise Odd("a table of quantities that is cut off")
            steps = [int.from_bytes(values[n : n + 1 + deep], "big") for n in range(0, length, 1 + deep)]
            if 0 in steps:
                raise Odd("a table of quantities with a nought")
            self.steps[called] = steps[0]
            body = body[1 + length :]

    def encode(self, body: bytes) -> None:
        while body:
            kind, called = body[0] >> 4, body[0] & 15
            counts = body[1 : 1 + _LONGEST_CODE]
            symbols = body[1 + _LONGEST_CODE : 1 + _LONGEST_CODE + sum(counts)]
            if kind > 1 or called >= _MOST_TABLES or len(symbols) != sum(counts) or not symbols:
                raise Odd("a table of codes that is cut off")
            self.codes[kind, called] = counts, symbols
            body = body[1 + _LONGEST_CODE + len(symbols) :]

    def begin(self, kind: int, body: bytes) -> None:
        if self.frame or len(body) < 6 or len(body) != 6 + 3 * body[5] or body[0] != _BITS:  # noqa: PLR2004
            raise Odd("a frame that is none")
        self.frame = kind
        self.size = (int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big"))
        for at in range(6, len(body), 3):
            across, down, table = body[at + 1] >> 4, body[at + 1] & 15, body[at + 2]
            if not (0 < across <= _MOST_FACTOR and 0 < down <= _MOST_FACTOR and table < _MOST_TABLES):
                raise Odd("a colour that is sampled in no way there is")
            self.components[body[at]] = Component(across, down, table)
        if min(self.size) < 1 or len(self.components) != body[5]:
            raise Odd("a frame without size")

    def scan(self, body: bytes) -> None:
        if not self.frame or not body or len(body) != 4 + 2 * body[0]:
            raise Odd("a scan that is none")
        found = _END_OF_SCAN.search(self.data, self.at)
        if found is None:
            raise Odd("the data has no end")
        coded, self.at = self.data[self.at : found.start()], found.start()
        chosen = [(body[n], body[n + 1] >> 4, body[n + 1] & 15) for n in range(1, len(body) - 3, 2)]
        called = [one for one, _, _ in chosen]
        if not set(called) <= set(self.components):
            raise Odd("a scan of a colour that is not there")
        if self.frame not in _SEQUENTIAL:
            self.scanned |= set(called)
            return
        if tuple(body[-3:]) != (0, _ALL - 1, 0) or self.scanned & set(called):
            raise Odd("a scan that is none")
        self.scanned |= set(called)
        tables = tuple((self.table(0, dc), self.table(1, ac)) for _, dc, ac in chosen)
        parts = tuple(self.components[one] for one in called)
        if not {one.table for one in parts} <= set(self.steps):
            raise Odd("a table of quantities is not there")
        every = tuple(self.components.values())
        steps = tuple(self.steps[one.table] for one in parts)
        check_scan(Scan(self.size, every, parts, steps, tables, self.interval), coded)

    def table(self, kind: int, called: int) -> Table:
        if (kind, called) not in self.codes:
            raise Odd("a table of codes is not there")
        return Table.of(*self.codes[kind, called], alternating=kind == 1)


def oddity(data: bytes) -> str:
    """Return what is not in order in a JPEG, or nothing."""
    if data[:2] != b"\xff\xd8":
        return "the data does not begin as JPEG"
    try:
        _Reader(data).all()
    except Odd as odd:
        return str(odd)
    except IndexError:
        return "the data has no end"
    return ""
