"""What the editors let stand although a check reports it: the code, the block and the reason."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportpub.findings import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A finding of one code that a block may have, for a reason that the check repeats."""

    block: str
    code: str
    reason: str
    span: Span = field(compare=False)
