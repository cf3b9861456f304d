"""The words that qualify a figure, in both languages, and which way each lets the true value lie.

Source: GB/T 15835-2011, 4.2.2 and 5.4 for 余, 多, 约 and approximate numbers; The Chicago Manual of Style,
chapter 9 for the English.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from reportpub.sentences import Sentence, say


class Bound(StrEnum):
    """Where the true value lies beside the printed one."""

    OVER = "over"
    UNDER = "under"
    ABOUT = "about"
    VAGUE = "vague"

    @property
    def said(self) -> Sentence:
        """Return the word for people."""
        return _SAID[self]


_SAID = {
    Bound.OVER: say("over"),
    Bound.UNDER: say("under"),
    Bound.ABOUT: say("about"),
    Bound.VAGUE: say("vague"),
}


def _table(**words: str) -> Mapping[str, Bound]:
    return MappingProxyType({word: Bound(bound) for bound, said in words.items() for word in said.split("|")})


ZH_QUALIFIERS = _table(
    over="超|超过|逾|余|多|以上|突破|至少|不少于|不低于|高于|大于|多于|有余|开外|上",
    under="近|将近|接近|不足|不到|不满|未满|少于|低于|小于|至多|最多|不超过|不多于|不高于|以下|以内|之内",
    about="约|大约|约为|大概|大致|左右|上下|前后|许|来|估计",
    vague="数",
)
"""Chinese qualifiers; 余, 多, 以上, 左右 and their like follow the number, the others go before it."""

EN_QUALIFIERS = _table(
    over=(
        "over|more than|above|exceeding|exceed|exceeds|exceeded|in excess of|at least|upwards of|upward of|"
        "no fewer than|no less than|not less than|not fewer than|greater than|higher than|surpassing|"
        "surpassed|topping|topped|well over|just over|slightly over|slightly more than|beyond|past|"
        "a minimum of"
    ),
    under=(
        "nearly|almost|close to|under|less than|fewer than|below|approaching|at most|no more than|"
        "not more than|up to|not exceeding|within|lower than|just under|well under|slightly less than|"
        "just below|shy of|"
        "a maximum of|just short of|short of|not to exceed|nearing"
    ),
    about=(
        "about|around|approximately|some|roughly|circa|an estimated|estimated|more or less|approx.|"
        "in the region of|in the neighborhood of|or so"
    ),
    vague="dozens of|tens of|hundreds of|thousands of|scores of|several",
)
"""English qualifiers, which go before the number."""


def bounds(zh: str, en: str) -> tuple[Bound | None, Bound | None]:
    """Return the bound of a qualifier in each language; `None` for a word of neither table."""
    return ZH_QUALIFIERS.get(zh), EN_QUALIFIERS.get(en.lower())
