"""waivers.yaml becomes the waivers of a report; a report without the file has none."""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.findings import Finding, error
from reportpub.inputs import Inputs, Refused
from reportpub.model.report import Report
from reportpub.model.waivers import Waiver
from reportpub.nodes import Mapping, Sequence, read
from reportpub.sentences import listed, say
from reportpub.source.conform import departures
from reportpub.source.press_shapes import WAIVER, WAIVERS_FILE
from reportpub.source.texts import word

FILE = "waivers.yaml"


def read_waivers(report: Report, inputs: Inputs) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    """Return what the report lets through, with everything that is wrong with the file."""
    # A listing is a read: a file that appears later makes finished files stale.
    if FILE not in inputs.names(report.root):
        return (), ()
    try:
        text = inputs.read_text(report.root / FILE)
    except Refused as refused:
        return (), (refused.finding,)
    root, found = read(text, f"{report.root.name}/{FILE}")
    if not isinstance(root, Mapping):
        return (), found
    found = (*found, *departures(root, WAIVERS_FILE))
    listed = root.get("waivers")
    nodes = [
        one for one in (listed.items if isinstance(listed, Sequence) else ()) if isinstance(one, Mapping)
    ]
    waivers = tuple(_waiver(node) for node in nodes if not departures(node, WAIVER))
    return waivers, (*found, *(finding for waiver in waivers for finding in _astray(waiver, report)))


def _waiver(node: Mapping) -> Waiver:
    return Waiver(
        rule=word(node, "rule"),
        edition=word(node, "edition"),
        reason=word(node, "reason"),
        by=word(node, "by"),
        date=word(node, "date"),
        page=int(word(node, "page", "0")),
        block=word(node, "block"),
        span=node.span,
    )


def _astray(waiver: Waiver, report: Report) -> Iterator[Finding]:
    """Yield a finding for an edition or a block that the report does not have."""
    editions = [spec.name for spec in report.editions]
    if waiver.edition not in editions:
        hint = say("there are: {names}", names=listed(editions))
        yield error(
            "waivers/edition",
            say("there is no edition “{edition}”", edition=waiver.edition),
            waiver.span,
            hint,
        )
    known = {block.id for chapter in report.chapters for block in (chapter.title, *chapter.blocks)}
    if waiver.block and waiver.block not in known:
        yield error("waivers/block", say("there is no block “{block}”", block=waiver.block), waiver.span)
    if waiver.block and waiver.page:
        hint = say("keep the block, which is found wherever it comes to stand, or the page")
        yield error("waivers/place", say("a waiver names a page or a block, not both"), waiver.span, hint)
