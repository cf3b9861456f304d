"""The gate of a press file: its preflight for the job, what is waived, and the report that tells of it."""

from __future__ import annotations

from collections.abc import Mapping

from reportpub.checks.preflight.examine import Preflight, preflight
from reportpub.checks.preflight.gate import Places
from reportpub.checks.preflight.telling.record import as_json
from reportpub.checks.preflight.telling.sheet import html
from reportpub.edition.edition import Edition
from reportpub.geometry import Box
from reportpub.handover.preflights import let_through, press_profile
from reportpub.model.report import Target
from reportpub.model.text import Lang
from reportpub.model.waivers import Waiver

PRESS = (Target.PRINT, Target.COVER)
"""The targets that go to a printer."""

_SUFFIXES = tuple(f"-{lang.key}" for lang in Lang)


def press_proof(
    edition: Edition, target: Target, data: bytes, waivers: tuple[Waiver, ...], places: Places | None = None
) -> Preflight:
    """Return the preflight of a press file, with what the waivers of its edition let through set apart.

    Without `places` a waiver of a block holds on every page: where the block stands was looked at when the
    file was built.
    """
    name = f"{edition.report}-{edition.name}-{target}.pdf"
    found = preflight(data, press_profile(edition.job, target), name)
    return let_through(found, edition.name, waivers, places)


def block_places(anchors: Mapping[str, tuple[tuple[int, Box], ...]]) -> Places:
    """Return where blocks stand, from where the elements of both their languages stand."""
    found: dict[str, tuple[tuple[int, Box], ...]] = {}
    for name, where in anchors.items():
        suffix = next((one for one in _SUFFIXES if name.endswith(one)), "")
        if suffix:
            block = name.removesuffix(suffix)
            found[block] = (*found.get(block, ()), *where)
    return found


def reports(found: Preflight) -> dict[str, bytes]:
    """Return the report of a press file for people and for programs, by what is added to the file's name."""
    return {"-preflight.html": html(found), "-preflight.json": as_json(found).encode()}
