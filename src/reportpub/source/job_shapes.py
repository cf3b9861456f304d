"""The shape of the job in report.yaml: what the printer needs to know."""

from __future__ import annotations

from reportpub.model.job import Binding, FirstPage, Mark, Standard
from reportpub.sentences import say
from reportpub.source.kinds import Both, Choice, Either, Field, Number, Record, Several, Text, Word

MM = Number(least=0)
BLEED = Either(
    MM,
    Record(
        say("bleed"),
        {
            "top": Field(MM, say("mm above the page"), required=True),
            "bottom": Field(MM, say("mm below it"), required=True),
            "inner": Field(MM, say("mm at the spine; goes with outer")),
            "outer": Field(MM, say("mm at the fore edge")),
            "left": Field(MM, say("mm at the left of every page; goes with right")),
            "right": Field(MM, say("mm at the right of every page")),
        },
    ),
    say("mm on every side, or {{top: 3, bottom: 3, inner: 0, outer: 3}}"),
)
CONDITION = Word(r"[A-Za-z0-9][A-Za-z0-9 ._()-]{0,60}", "FOGRA39")
JOB = Record(
    say("job"),
    {
        "trim": Field(Several(Number(least=50), 2), say("width and height in mm")),
        "bleed": Field(BLEED, say("mm on every side, or side by side")),
        "standard": Field(
            Choice(tuple(Standard)), say("the PDF/X of the press files; x-4 unless said otherwise")
        ),
        "output_condition": Field(CONDITION, say("the printing condition, by its registered name")),
        "registry": Field(Text(), say("the registry of that name when it is not the one of the ICC")),
        "icc": Field(Text(), say("the profile of the printing condition, a file below source/")),
        "ink_limit": Field(
            Number(whole=True, least=200), say("the most ink a picture may have, in per cent")
        ),
        "marks": Field(Several(Choice(tuple(Mark)), 0), say("what is printed outside the bleed")),
        "binding": Field(Choice(tuple(Binding)), say("how the sheets are held together")),
        "caliper_mm": Field(Number(least=0), say("the thickness of one leaf, from the printer")),
        "flaps_mm": Field(Number(least=0), say("the width of the flaps of the cover")),
        "multiple": Field(Choice(("1", "2", "4", "8", "16")), say("the body is padded to a multiple of it")),
        "first_page": Field(
            Choice(tuple(FirstPage)), say("the cover page in the body when a cover file is made")
        ),
        "stock": Field(Both(), say("the paper of the body")),
        "cover_stock": Field(Both(), say("the paper of the cover")),
        "copies": Field(Number(whole=True, least=1), say("the print run")),
        "contact": Field(Text(), say("whom the printer asks")),
    },
)
