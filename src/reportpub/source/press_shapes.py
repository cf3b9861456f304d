"""The shapes of the files about printing: waivers of a report, and the profile of a printer's limits."""

from __future__ import annotations

from reportpub.sentences import say
from reportpub.source.kinds import Both, Choice, Field, Named, Number, Record, Several, Text, Word
from reportpub.source.name_shapes import BLOCK_ID, DATE, NAME

RULE = Word(r"[A-Z][A-Za-z0-9]*\.[A-Za-z0-9-]+", "GWG.R0031")
LIMITS = {
    "bleed": say("mm on every side"),
    "safety": say("mm between text and trim"),
    "page-multiple": say("pages"),
    "spots": say("spot colours"),
    "ink": say("% of all inks in the mean of a square"),
    "ink-square": say("mm, the side of that square"),
    "ink-local": say("% of all inks on one spot"),
    "ink-local-area": say("mm2 that may be above it"),
    "picture-error": say("pixels to the inch, below which a picture is refused"),
    "picture-warning": say("pixels to the inch, below which a picture is doubtful"),
    "picture-goal": say("pixels to the inch that are wanted"),
    "bitmap-error": say("pixels to the inch, below which a bitmap of one bit is refused"),
    "bitmap-warning": say("pixels to the inch, below which a bitmap of one bit is doubtful"),
    "line": say("pt, the least width of a line"),
    "black-line-overprint": say("pt, below which a black line on a colour overprints"),
    "black-text-overprint": say("pt, below which black text is black alone and overprints"),
    "text": say("pt, the least size of text"),
    "text-white": say("pt, the least size of white text on a colour"),
    "text-inks": say("pt, the least size of text in several inks"),
    "rich-black": say("% of black from which a colour counts as black"),
    "rich-black-sum": say("% of all inks together that black text may have"),
}
"""Every limit of a profile with its unit: the first word of the sentence."""

LIMIT = Record(
    say("limit"),
    {
        "value": Field(Number(least=0), say("the limit in its unit"), required=True),
        "source": Field(Text(), say("who asks for it, and where that is written"), required=True),
    },
)
PROFILE_FIELDS: dict[str, Field] = {
    "title": Field(Both(), say("what the profile is for"), required=True),
    "extends": Field(NAME, say("the profile it starts from, such as sheet-cmyk")),
    "standard": Field(Choice(("PDF/X-4", "PDF/X-1a")), say("the standard asked for")),
    "colour": Field(Choice(("cmyk", "cmyk-and-rgb-pictures")), say("which colours are taken")),
    "limits": Field(
        Record(say("list of limits"), {name: Field(LIMIT, doc) for name, doc in LIMITS.items()}),
        say("the limits"),
    ),
    "rules": Field(
        Named(RULE, Choice(("error", "warning", "note", "ignore"))), say("rules that weigh more or less here")
    ),
}
PROFILE_FILE = Record(say("printer profile"), PROFILE_FIELDS)

WAIVER = Record(
    say("waiver"),
    {
        "rule": Field(RULE, say("the rule that is waived, as the report names it"), required=True),
        "reason": Field(Text(), say("why the file may be printed all the same"), required=True),
        "by": Field(Text(), say("who decided it"), required=True),
        "date": Field(DATE, say("the day of the decision")),
        "edition": Field(NAME, say("the edition it holds for"), required=True),
        "page": Field(Number(whole=True, least=1), say("the page, counted from 1")),
        "block": Field(BLOCK_ID, say("the block on whose pages it holds")),
    },
)
WAIVERS_FILE = Record(
    say("waivers file"), {"waivers": Field(Several(WAIVER, 0), say("what is let through"), required=True)}
)
FILES = {"printer": PROFILE_FILE, "waivers": WAIVERS_FILE}
