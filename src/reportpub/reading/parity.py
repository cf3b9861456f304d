"""All that two texts, each the other's translation, say differently in numbers."""

from __future__ import annotations

from reportpub.reading.chinese import read_chinese
from reportpub.reading.claims import claimed
from reportpub.reading.compare import Difference, matched
from reportpub.reading.crossing import crossed, reordered
from reportpub.reading.english import read_english
from reportpub.reading.leftover import unanswered
from reportpub.reading.nouns import exchanged


def differences(zh: str, en: str) -> tuple[Difference, ...]:
    """Return the differences in number between a Chinese and an English text, in the order of their kinds."""
    match = matched(read_chinese(zh), read_english(en))
    swapped = tuple(exchanged(match, zh, en))
    return (
        *unanswered(match, zh, en),
        *claimed(match, zh, en),
        *crossed(match, en),
        *(reordered(match, zh, en) if not swapped else ()),
        *swapped,
    )
