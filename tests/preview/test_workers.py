"""Whatever fails in a process of the preview is told and does not end the sitting."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

from reportpub.preview.workers import Look, Workers


def test_a_fault_of_the_program_is_told(tmp_path: Path) -> None:
    async def twice() -> list[str]:
        workers = Workers(tmp_path, cast("Look", int))  # int() of a path fails as a fault of ours would
        try:
            return [finding.code for _ in range(2) for finding in await workers.check()]
        finally:
            workers.close()

    assert asyncio.run(twice()) == ["preview/fault", "preview/fault"]
