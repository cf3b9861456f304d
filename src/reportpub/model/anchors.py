"""The short names that carry a block into PDF and Word and back."""

from __future__ import annotations

from functools import cache

from reportpub.model.text import Lang


def anchor(block: str, lang: Lang) -> str:
    """Return the name of a block in one language, unique within an edition: `courts-zh`."""
    return f"{block}-{lang.key}"


def bookmark(block: str, lang: Lang) -> str:
    """Return the hidden Word bookmark of a block: at most 40 letters, digits and underscores."""
    return f"_rp_{block.replace('-', '_')}_{lang.key}"


def fact_bookmark(fact: str, lang: Lang, turn: int) -> str:
    """Return the hidden Word bookmark of the `turn`-th citation of a fact, cut to 40 characters."""
    tail = f"_{lang.key}_{turn}"
    return _fact_name(fact)[: 40 - len(tail)] + tail


@cache
def _fact_name(fact: str) -> str:
    return "_rpf_" + fact.replace(".", "_").replace("-", "_")
