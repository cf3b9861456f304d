"""What lies in a file and is never painted: no fault of the print, but nobody wants to find RGB there.

A file of ours has none of it; in one of somebody else it is worth a note.
"""

from __future__ import annotations

from reportpub.checks.preflight.reading.inventory import What, inventory
from reportpub.checks.preflight.reading.objects import MALFORMED
from reportpub.checks.preflight.reading.spaces import Kind
from reportpub.checks.preflight.subject import Subject

_INKS = frozenset({Kind.CMYK, Kind.GRAY, Kind.SEPARATION, Kind.DEVICE_N, Kind.PATTERN, Kind.UNDEFINED})


def check_unpainted(subject: Subject) -> None:
    """Add each colour space that is not one of inks, of things that no page has painted."""
    try:
        for use in inventory(subject.pdf, without=subject.painted):
            subject.budget.look()
            base = use.space.base
            if base.kind not in _INKS or (use.what is What.GROUP and base.kind is not Kind.CMYK):
                subject.faults.add("COLOUR.unpainted", value=str(use), where=use.where)
    except MALFORMED:
        return  # what is wrong with it was told where it was read
