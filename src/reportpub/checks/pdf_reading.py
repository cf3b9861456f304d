"""Whether a screen file can be read by everyone, on a screen and in an archive.

Source: ISO 14289-1 (PDF/UA-1); ISO 19005-2 (PDF/A-2); WCAG 2.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pikepdf import Pdf

from reportpub.checks.archive import check_archive
from reportpub.checks.preflight.reading.inventory import What, inventory
from reportpub.checks.preflight.reading.spaces import Kind
from reportpub.checks.ua.check import check_ua
from reportpub.checks.ua.content import Content
from reportpub.checks.ua.faults import findings
from reportpub.checks.ua.order import Read, check_order
from reportpub.checks.ua.tree import Tree
from reportpub.findings import Finding, Span, error
from reportpub.sentences import say

_LIGHTS = frozenset({Kind.RGB, Kind.GRAY, Kind.PATTERN})
_INKS, _LIGHT_PROFILES = 4, frozenset({1, 3})
"""Components of profiles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What is known of the edition a screen file was made from; nothing of a file of somebody else.

    `colours` names the tokens of the layout by `#RRGGBB`, `spans` tells where the block of each anchor is
    written, `reading` is what is to be read, in order.
    """

    ours: bool = False
    colours: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    reading: tuple[Read, ...] = ()


def check_reading(pdf: Pdf, origin: Origin, shown: Content, known: Tree) -> Iterator[Finding]:
    """Yield a finding for each way in which a file shuts a reader out or is not meant for a screen.

    `shown` and `known` are what its pages show and how that is ordered.
    """
    for use in inventory(pdf):
        base = use.space.base
        if base.kind in _LIGHTS or (base.kind is Kind.ICC and base.components in _LIGHT_PROFILES):
            continue
        inks = base.kind is Kind.CMYK or (base.kind is Kind.ICC and base.components == _INKS)
        code = "pdf/cmyk" if inks or use.what is What.GROUP else "pdf/screen-space"
        yield error(code, say("{where}: {use}", where=use.where, use=use.said))
    yield from check_archive(pdf)
    faults = check_ua(pdf, shown, known, origin.colours)
    yield from findings(faults, origin.spans, ours=origin.ours)
    yield from check_order(origin.reading, known)
