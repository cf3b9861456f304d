"""How ids, codes, days and names of files are written."""

from __future__ import annotations

from reportpub.sentences import say
from reportpub.source.kinds import Word

NAME = Word(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "trade-secret")
BLOCK_ID = Word(rf"(?=.{{1,28}}$){NAME.pattern}", say("courts-intake, of at most 28 characters"))
"""A block is found again in Word by a bookmark, whose name has at most 40 characters."""
FACT_ID = Word(r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)*", "courts.new-cases.n")
_MONTH, _DAY = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12][0-9]|3[01])"
PERIOD = Word(
    rf"[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?|[0-9]{{4}}/[0-9]{{4}}", say("2024, 2024-12-31 or 2021/2024")
)
DATE = Word(rf"[0-9]{{4}}-{_MONTH}-{_DAY}", "2025-04-20")
CODE = Word(r"[a-z]+/[a-z0-9-]+", "parity/crossed")
FILE_NAME = Word(r"[a-z0-9][a-z0-9-]*", "01-planning")
