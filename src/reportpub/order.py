"""What is asked of a worker, and what it sends back: words and bytes, which need none of its libraries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportpub.findings import Finding
from reportpub.kept import Kept
from reportpub.model.report import Target


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: some files of one edition of one project.

    With `kept`, what was made before is not made again; without it everything is.
    """

    project: Path
    edition: str
    targets: tuple[Target, ...]
    kept: Kept | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the bytes of each target, its pages where it has some, and every file that was read.

    Files with `faults` are not fit to be handed over; `remarks` are worth a look and stop nothing. The press
    files have `reports` of their preflight, by what is added to their names.
    """

    order: Order
    report: str
    files: Mapping[Target, bytes]
    pages: Mapping[Target, int]
    reads: Mapping[Path, str]
    faults: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()
    reports: Mapping[Target, Mapping[str, bytes]] = field(default_factory=dict)
