"""How much of a file is read at most: a file that would never end is not passed, it is not checked."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

MOST_PAGES = 2_000
MOST_OPERATORS = 40_000_000
MOST_DECODED = 2_000_000_000
"""Bytes of all streams together, decoded."""
LARGEST_STREAM = 400_000_000
"""Bytes of one stream, decoded."""
LARGEST_PICTURE = 400_000_000
"""Pixels; a page of A3 at 2400 to the inch has less than a quarter of it for each ink."""
MOST_WALKED = 8_000_000
"""Bytes of JPEG that are read code by code, at some two seconds a million; the rest is only decoded."""
LARGEST_FILE = 1_000_000_000
SECONDS = 600.0
MEMORY = 3_000_000_000
"""Bytes that the process of its own may use for a file of others."""

_GLANCE = 4_096
"""Operators between two looks at the clock."""


class Unfinished(Exception):
    """A file that could not be checked to the end, with the reason in Chinese and in English."""

    def __init__(self, zh: str, en: str) -> None:
        """Keep the reason."""
        super().__init__(en)
        self.why = (zh, en)


@dataclass(slots=True)
class Budget:
    """What is left of operators, bytes and time for one file."""

    seconds: float = SECONDS
    _operators: int = 0
    _decoded: int = 0
    _walked: int = 0
    _began: float = field(default_factory=time.perf_counter)

    def spend(self) -> None:
        """Count one operator; `Unfinished` when there were too many or the time is up."""
        self._operators += 1
        if self._operators % _GLANCE == 0:
            self.look()
        if self._operators > MOST_OPERATORS:
            raise Unfinished("页面内容的指令过多", "the pages hold too many instructions")

    def look(self) -> None:
        """Look at the clock; `Unfinished` when the time is up."""
        if time.perf_counter() - self._began > self.seconds:
            raise Unfinished(
                f"检查超过{self.seconds:.0f}秒", f"checking took longer than {self.seconds:.0f} s"
            )

    def decode(self, size: int) -> None:
        """Count decoded bytes; `Unfinished` when there were too many."""
        self._decoded += size
        if size > LARGEST_STREAM or self._decoded > MOST_DECODED:
            raise Unfinished("数据流解压后过大", "its streams are too large when they are decoded")

    def walk(self, size: int) -> bool:
        """Count bytes that are read code by code, and tell whether there is room for them."""
        self._walked += size
        return self._walked <= MOST_WALKED
