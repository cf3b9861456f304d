"""The period of a fact in words: a year, a day, a month or a span of years.

Source: ISO 8601 for the form in the sources (2024, 2024-12, 2024-12-31, 2021/2024); GB/T 15835-2011, 5.1 for
Chinese dates; The Chicago Manual of Style, chapter 9 for English ones.
"""

from __future__ import annotations

# fmt: off
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on
_YEAR_END = "12-31"


def zh_period(period: str) -> str:
    """Return a period in Chinese: 2024年, 截至2024年底, 截至2024年12月, 2021—2024年."""
    if "/" in period:
        return f"{period.replace('/', '—')}年"
    year, _, rest = period.partition("-")
    if not rest:
        return f"{year}年"
    if rest == _YEAR_END:
        return f"截至{year}年底"
    month, _, day = rest.partition("-")
    return f"截至{year}年{int(month)}月" + (f"{int(day)}日" if day else "")


def en_period(period: str) -> str:
    """Return a period in English: 2024, end of 2024, December 2024, 2021–2024."""
    if "/" in period:
        return period.replace("/", "–")
    year, _, rest = period.partition("-")
    if not rest:
        return year
    if rest == _YEAR_END:
        return f"end of {year}"
    month, _, day = rest.partition("-")
    name = _MONTHS[int(month) - 1]
    return f"{name} {int(day)}, {year}" if day else f"{name} {year}"
