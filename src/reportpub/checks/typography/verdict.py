"""The breaches of a finished PDF as findings, and the classes of lines that have too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportpub.checks.readback import Claim, squeeze
from reportpub.checks.typography.breaches import Breach
from reportpub.checks.typography.rules import LIMITS, RULES
from reportpub.checks.typography.sheet import Sheet
from reportpub.findings import Finding, Span, error, warning
from reportpub.sentences import Sentence, say

_CODES = (
    "typography/line-start",
    "typography/line-end",
    "typography/split-dash",
    "typography/broken-number",
    "typography/number-unit",
    "typography/pair",
    "typography/line-end-mark",
    "typography/gap-missing",
    "typography/gap-wide",
    "typography/gap-stretched",
    "typography/typed-space",
    "typography/ragged",
    "typography/loose",
    "typography/very-loose",
    "typography/tight",
    "typography/uneven",
    "typography/hole",
    "typography/single-character",
    "typography/latin-quotes",
    "typography/ascii-marks",
    "typography/forged-face",
    "typography/overfull",
    "typography/english-loose",
    "typography/english-very-loose",
    "typography/english-tight",
    "typography/hyphen-ladder",
    "typography/straight-quotes",
    "typography/runt",
    "typography/hyphen-in-range",
    "typography/english-ragged",
    "typography/widow",
    "typography/orphan",
    "typography/stranded-heading",
    "typography/off-grid",
    "typography/unlevel",
    "typography/row-apart",
    "typography/blank-foot",
)
_AT = {code.partition("/")[2]: at for at, code in enumerate(_CODES)}

_ENOUGH = 5
"""Characters by which a line is found again in the report."""


def findings(sheet: Sheet, file: str, said: Sequence[Claim]) -> Iterator[Finding]:
    """Yield a finding for each breach, with the block its words are from, and for each class over limit."""
    blocks = _Blocks.of(said)
    for one in sheet.breaches:
        block, span = blocks.of_line(one)
        message = say(
            "{file}, {where}: “{excerpt}”{more}",
            file=file,
            where=_where(one, block),
            excerpt=one.excerpt,
            more=say(" ({detail})", detail=one.detail) if one.detail else "",
        )
        hint = say("see {source}", source=RULES[one.rule].source)
        if RULES[one.rule].never:
            yield error(_CODES[_AT[one.rule]], message, span, hint)
        else:
            yield warning(_CODES[_AT[one.rule]], message, span, hint)
    yield from over_limit(sheet, file)


def over_limit(sheet: Sheet, file: str) -> Iterator[Finding]:
    """Yield an error for each class of lines that has more demerits than it may have."""
    for kind, has in sheet.demerits.items():
        limit = LIMITS.get(kind, has)
        if has > limit:
            message = say(
                "{file}: {has:.3f} for each line of {kind}, of {limit:g} allowed",
                file=file,
                has=has,
                kind=kind,
                limit=limit,
            )
            yield error("typography/demerits", message, None, say("the lines that are to blame are listed"))


def _where(one: Breach, block: str) -> Sentence:
    inside = say(", in “{block}”", block=block) if block else ""
    return say(
        "page {page}, {x:.0f} pt from the left and {y:.0f} pt from the foot{inside}",
        page=one.page,
        x=one.x,
        y=one.y,
        inside=inside,
    )


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The words of each block of an edition, to find the one a line belongs to."""

    words: Sequence[tuple[str, Span, str]]

    @staticmethod
    def of(wanted: Sequence[Claim]) -> _Blocks:
        known: dict[tuple[str, str], tuple[Span, list[str]]] = {}
        for claim in wanted:
            if not claim.fact:
                _, parts = known.setdefault((claim.block, claim.lang.key), (claim.span, []))
                parts.append(squeeze(claim.words))
        return _Blocks([(block, span, "".join(parts)) for (block, _), (span, parts) in known.items()])

    def of_line(self, one: Breach) -> tuple[str, Span | None]:
        """Return the id of the block a line stands in and where it was written, if it can be told."""
        said = squeeze(one.excerpt)
        for begin, end in ((0, 16), (2, 12), (4, 4 + _ENOUGH)):
            part = said[begin:end]
            if len(part) >= _ENOUGH:
                for block, span, words in self.words:
                    if part in words:
                        return block, span
        return "", None
