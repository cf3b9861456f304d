"""The content of a screen file: every colour in sRGB, and what is no text of the report marked as such.

Source: ISO 14289-1 (PDF/UA-1), 7.1 (artefacts); ISO 32000-1, 14.8.2.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pikepdf import Dictionary, Name

from reportpub.findings import Finding, error
from reportpub.render.content_streams import Instruction, Paint, Step, instruction
from reportpub.sentences import say

Cmyk = tuple[float, float, float, float]
Rgb = tuple[float, float, float]

_DIGITS = 4
"""Decimals in which two colours are compared."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a layout: what each mixture of inks is on a screen; numbers are from 0 to 1."""

    twins: Mapping[Cmyk, Rgb]

    def __post_init__(self) -> None:
        """Round the mixtures, so that 0.15 of a token and of a file are the same."""
        object.__setattr__(self, "twins", {_rounded(inks): rgb for inks, rgb in self.twins.items()})

    def twin(self, inks: tuple[float, ...]) -> Rgb | None:
        """Return the sRGB colour of a mixture; black alone has the grey of its share, if no other."""
        wanted = _rounded(inks)
        known = self.twins.get(wanted)
        *coloured, black = wanted
        return known or (None if any(coloured) else (1 - black, 1 - black, 1 - black))


def lights(
    page: int,
    steps: Iterable[Step],
    palette: Palette,
    decoration: frozenset[int],
    found: list[Finding],
) -> list[Instruction]:
    """Return the instructions of a stream in sRGB; a colour unknown to the palette is added to the findings.

    `decoration` holds the marked-content identifiers of the page that belong to no element: heads and folios.
    """
    out: list[Instruction] = []
    for step in steps:
        if step.paint is None:
            out.append(_marked(step, decoration))
        elif step.paint.space == "Pattern":
            out += [instruction("CS" if step.paint.stroke else "cs", Name.Pattern), step.instruction]
        else:
            out.append(_colour(page, step.paint, palette, found))
    return out


def _colour(page: int, paint: Paint, palette: Palette, found: list[Finding]) -> Instruction:
    match paint.space, paint.numbers:
        case "DeviceCMYK", (_, _, _, _):
            rgb = palette.twin(paint.numbers)
            if rgb is None:
                shown = " ".join(f"{number:g}" for number in paint.numbers)
                message = say(
                    "page {page}: no screen colour for device-cmyk({shown})", page=page, shown=shown
                )
                hint = say("use a colour of layout.yaml, where each has its twin for the screen")
                found.append(error("screen/colour", message, None, hint))
                rgb = (0, 0, 0)
        case "DeviceRGB", (red, green, blue):
            rgb = (red, green, blue)
        case "DeviceGray", (grey,):
            rgb = (grey, grey, grey)
        case _:
            found.append(
                error(
                    "screen/colour-space",
                    say("page {page}: a colour in the space {space}", page=page, space=paint.space),
                )
            )
            rgb = (0, 0, 0)
    return instruction("RG" if paint.stroke else "rg", *rgb)


def _marked(step: Step, decoration: frozenset[int]) -> Instruction:
    if step.operator != "BDC":
        return step.instruction
    properties = step.instruction.operands[1]
    if not isinstance(properties, Dictionary) or int(properties.get("/MCID", -1)) not in decoration:
        return step.instruction
    return instruction("BDC", Name.Artifact, Dictionary(Type=Name.Pagination))


def _rounded(numbers: tuple[float, ...]) -> Cmyk:
    cyan, magenta, yellow, black = (round(number, _DIGITS) for number in numbers)
    return (cyan, magenta, yellow, black)
