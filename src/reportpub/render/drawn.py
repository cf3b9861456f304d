"""Pages that are drawn: what press and screen files are finished from, and kept from one build to the next.

They are found again by their HTML, which holds every word, style and rule; the files the layout reads besides
are read again and must be as they were.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportpub.findings import Finding
from reportpub.inputs import Inputs, Refused
from reportpub.kept import Kept
from reportpub.render import pdf  # the first to load the engine: without faces of the system
from reportpub.render.glyphruns import Uncomposed
from reportpub.render.glyphruns import findings as uncomposed_findings


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pages of a document in one PDF with bleed and tags; `reads` are the files its layout has read.

    `front` is how many pages come before the body, `places` tells where the elements with an id stand.
    """

    raw: bytes
    pages: int
    front: int
    places: Mapping[str, tuple[pdf.Place, ...]]
    uncomposed: tuple[Uncomposed, ...]
    reads: Mapping[Path, str]

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """Return a finding for each block the engine set itself."""
        return uncomposed_findings(self.uncomposed)


def drawn(laid_out: pdf.LaidOut) -> Drawn:
    """Draw pages that are laid out."""
    # Drawing reads pictures once more.
    raw = laid_out.raw
    return Drawn(
        raw, laid_out.pages, laid_out.front, laid_out.places, laid_out.uncomposed, dict(laid_out.reads)
    )


def keep(kept: Kept, name: str, pages: Drawn) -> None:
    """Keep drawn pages under a name."""
    told = {
        "pages": pages.pages,
        "front": pages.front,
        "places": pages.places,
        "uncomposed": [(one.block, one.reason) for one in pages.uncomposed],
        "reads": {str(path): digest for path, digest in pages.reads.items()},
    }
    kept.put(name, json.dumps(told).encode() + b"\n" + pages.raw)


def find(kept: Kept, name: str, inputs: Inputs) -> Drawn | None:
    """Return the drawn pages of a name, if they are kept and every file they read is as it was."""
    found = kept.get(name)
    if found is None:
        return None
    head, _, raw = found.partition(b"\n")
    told = json.loads(head)
    reads = {Path(path): str(digest) for path, digest in told["reads"].items()}
    try:
        for path in reads:
            inputs.read_bytes(path)
    except Refused:
        return None
    if any(inputs.reads.get(path) != digest for path, digest in reads.items()):
        return None
    return Drawn(
        raw,
        told["pages"],
        told["front"],
        {name: tuple((page, tuple(box)) for page, box in where) for name, where in told["places"].items()},
        tuple(Uncomposed(*one) for one in told["uncomposed"]),
        reads,
    )
