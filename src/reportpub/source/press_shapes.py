"""The shapes of the files about printing: waivers of a report, and the profile of a printer's limits."""

from __future__ import annotations

from reportpub.source.kinds import Both, Choice, Field, Named, Number, Record, Several, Text, Word
from reportpub.source.shapes import BLOCK_ID, DATE, NAME

RULE = Word(r"[A-Z][A-Za-z0-9]*\.[A-Za-z0-9-]+", "GWG.R0031")
LIMITS = {
    "bleed": "mm on every side",
    "safety": "mm between text and trim",
    "page-multiple": "pages",
    "spots": "spot colours",
    "ink": "% of all inks in the mean of a square",
    "ink-square": "mm, the side of that square",
    "ink-local": "% of all inks on one spot",
    "ink-local-area": "mm2 that may be above it",
    "picture-error": "pixels to the inch, below which a picture is refused",
    "picture-warning": "pixels to the inch, below which a picture is doubtful",
    "picture-goal": "pixels to the inch that are wanted",
    "bitmap-error": "pixels to the inch, below which a bitmap of one bit is refused",
    "bitmap-warning": "pixels to the inch, below which a bitmap of one bit is doubtful",
    "line": "pt, the least width of a line",
    "black-line-overprint": "pt, below which a black line on a colour overprints",
    "black-text-overprint": "pt, below which black text is black alone and overprints",
    "text": "pt, the least size of text",
    "text-white": "pt, the least size of white text on a colour",
    "text-inks": "pt, the least size of text in several inks",
    "rich-black": "% of black from which a colour counts as black",
    "rich-black-sum": "% of all inks together that black text may have",
}
"""Every limit of a profile with its unit: the first word of the sentence."""

LIMIT = Record(
    "limit",
    {
        "value": Field(Number(least=0), "the limit in its unit", required=True),
        "source": Field(Text(), "who asks for it, and where that is written", required=True),
    },
)
PROFILE_FIELDS: dict[str, Field] = {
    "title": Field(Both(), "what the profile is for", required=True),
    "extends": Field(NAME, "the profile it starts from, such as sheet-cmyk"),
    "standard": Field(Choice(("PDF/X-4", "PDF/X-1a")), "the standard asked for"),
    "colour": Field(Choice(("cmyk", "cmyk-and-rgb-pictures")), "which colours are taken"),
    "limits": Field(
        Record("list of limits", {name: Field(LIMIT, doc) for name, doc in LIMITS.items()}), "the limits"
    ),
    "rules": Field(
        Named(RULE, Choice(("error", "warning", "note", "ignore"))), "rules that weigh more or less here"
    ),
}
PROFILE_FILE = Record("printer profile", PROFILE_FIELDS)

WAIVER = Record(
    "waiver",
    {
        "rule": Field(RULE, "the rule that is waived, as the report names it", required=True),
        "reason": Field(Text(), "why the file may be printed all the same", required=True),
        "by": Field(Text(), "who decided it", required=True),
        "date": Field(DATE, "the day of the decision"),
        "edition": Field(NAME, "the edition it holds for", required=True),
        "page": Field(Number(whole=True, least=1), "the page, counted from 1"),
        "block": Field(BLOCK_ID, "the block on whose pages it holds"),
    },
)
WAIVERS_FILE = Record(
    "waivers file", {"waivers": Field(Several(WAIVER, 0), "what is let through", required=True)}
)
FILES = {"printer": PROFILE_FILE, "waivers": WAIVERS_FILE}
