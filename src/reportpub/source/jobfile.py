"""The job of report.yaml: what the printer needs to know, with everything in it that cannot be printed."""

from __future__ import annotations

from reportpub.findings import Span, error
from reportpub.model.facts import Words
from reportpub.model.job import Binding, Bleed, FirstPage, Job, Mark, Standard
from reportpub.nodes import Mapping, Node, Scalar, Sequence
from reportpub.sentences import say
from reportpub.source.texts import Problems, word

THICKEST_LEAF = 1.0
"""mm; board for covers is thinner."""
WIDEST_BLEED = 25.0
"""mm; no printer asks for more."""
_STITCHED = 4
"""Pages of one folded sheet."""
_SIDES = (("inner", "outer"), ("left", "right"))


def printing_job(node: Mapping, problems: Problems) -> Job:
    """Return the job of a mapping whose shape is right; what contradicts itself is a finding."""
    spans = {key.text: below.span for key, below in node.entries}
    trim = _words(node.get("trim"))
    binding = Binding(word(node, "binding", Binding.PERFECT))
    stitched = binding is Binding.SADDLE
    job = Job(
        trim=(float(trim[0]), float(trim[1])) if len(trim) > 1 else (210.0, 297.0),
        bleed=_bleed(node.get("bleed"), node.span, problems),
        standard=Standard(word(node, "standard", Standard.X4)),
        output_condition=word(node, "output_condition", "FOGRA39"),
        registry=word(node, "registry"),
        icc=word(node, "icc"),
        ink_limit=int(word(node, "ink_limit", "320")),
        marks=tuple(mark for mark in Mark if mark in _words(node.get("marks"))),
        binding=binding,
        caliper_mm=float(word(node, "caliper_mm", "0")),
        flaps_mm=float(word(node, "flaps_mm", "0")),
        multiple=int(word(node, "multiple", str(_STITCHED if stitched else 1))),
        first_page=FirstPage(word(node, "first_page", FirstPage.KEEP)),
        stock=_pair(node.get("stock")),
        cover_stock=_pair(node.get("cover_stock")),
        copies=int(word(node, "copies", "0")),
        contact=word(node, "contact"),
        span=node.span,
        spans=spans,
    )
    if job.caliper_mm > THICKEST_LEAF:
        message = say("no leaf is {caliper_mm:g} mm thick", caliper_mm=job.caliper_mm)
        hint = say("write the thickness of one leaf in mm, such as 0.11; micrometres are divided by 1000")
        problems.add(error("job/caliper", message, job.at("caliper_mm"), hint))
    if stitched and job.multiple % _STITCHED:
        message = say("a stitched body is folded from sheets of four pages")
        problems.add(error("job/multiple", message, job.at("multiple"), say("write multiple: 4")))
    return job


def needs_caliper(job: Job, span: Span, problems: Problems) -> None:
    """Add a finding when a cover is asked for whose spine cannot be known."""
    if job.binding is Binding.PERFECT and not job.caliper_mm:
        message = say("a cover with a spine needs the thickness of one leaf")
        hint = say("ask the printer and write it as caliper_mm in the job; it is never guessed")
        problems.add(error("job/caliper", message, span, hint))


def _bleed(node: Node | None, whole: Span, problems: Problems) -> Bleed:
    if node is None:
        return Bleed()
    if isinstance(node, Scalar):
        sides = dict.fromkeys(("top", "bottom", "inner", "outer"), float(node.text))
    else:
        assert isinstance(node, Mapping), "shapes are checked before"  # noqa: S101
        sides = {key.text: float(value.text) for key, value in node.entries if isinstance(value, Scalar)}
    if max(sides.values()) > WIDEST_BLEED:
        message = say("a bleed of {widest:g} mm is none that a printer asks for", widest=max(sides.values()))
        problems.add(error("job/bleed", message, node.span, say("write it in mm; 3 is usual")))
    pairs = [pair for pair in _SIDES if set(pair) <= sides.keys()]
    if len(pairs) != 1 or len(sides) != len({"top", "bottom", *pairs[0]}):
        hint = say("name top, bottom, and either inner and outer, or left and right")
        problems.add(error("job/bleed", say("the bleed of a page has four sides"), node.span or whole, hint))
        return Bleed()
    left, right = (sides[name] for name in pairs[0])
    mirrored = pairs[0] == _SIDES[0]
    return Bleed(top=sides["top"], bottom=sides["bottom"], left=left, right=right, mirrored=mirrored)


def _words(node: Node | None) -> tuple[str, ...]:
    return tuple(i.text for i in node.items if isinstance(i, Scalar)) if isinstance(node, Sequence) else ()


def _pair(node: Node | None) -> Words:
    return (word(node, "zh"), word(node, "en")) if isinstance(node, Mapping) else ("", "")
