"""Facts in words: one wording table per language, so that a number is written once and said right in both.

Source: GB/T 15835-2011 for Chinese (figures_zh); The Chicago Manual of Style, 17th and 18th ed., chapter 9
for English (figures_en).
All arithmetic is exact and decimal; no wording rounds a value, but for the distance to last year (growth).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from reportpub.edition.fact_forms import FORMS, Form, why_not
from reportpub.edition.figures_en import en_words
from reportpub.edition.figures_zh import zh_words
from reportpub.model.facts import Fact, Unit
from reportpub.model.text import Lang

__all__ = ["FORMS", "Form", "in_words", "why_not"]


def in_words(fact: Fact, form: str, lang: Lang, units: Mapping[str, Unit]) -> str:
    """Return a fact in a language and in one of `FORMS`; the empty form is the usual one.

    `units` holds what facts count; a fact whose unit is missing there is said without classifier or noun.
    Raises `ValueError` where `why_not` gives a reason.
    """
    reason = why_not(fact, form)
    if reason is not None:
        raise ValueError(f"{fact.id}:{form}: {reason}")
    match lang:
        case Lang.ZH:
            return zh_words(fact, Form(form), units)
        case Lang.EN:
            return en_words(fact, Form(form), units)
        case _:
            assert_never(lang)
