"""What paints, and in which colour space: no RGB, no profiles, no spot colours but those agreed.

Source: GWG 2022, R0020 to R0024, R0027, R0028, R0030; ISO 15930-4; ISO 32000-1, 8.6 and 11.6.6.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from pikepdf import Array, Stream

from reportpub.checks.preflight.reading.marks import Group, Paint, Shading
from reportpub.checks.preflight.reading.objects import MALFORMED, complaint, entry, items, where, whole
from reportpub.checks.preflight.reading.spaces import PROCESS, REGISTRATION, Kind, Space
from reportpub.checks.preflight.rules.intent import damaged_profile
from reportpub.checks.preflight.subject import Leaf, Subject
from reportpub.geometry import Box, apart

_RGB = frozenset({Kind.RGB, Kind.CAL_RGB})
_TAGGED = frozenset({Kind.CAL_RGB, Kind.LAB})
_THREE, _GREY = 3, 1
_SLACK = 0.5
"""pt; what reaches no further into the bleed is a mark at its edge."""
_RANGE = 0.002
_SUFFIX = re.compile(r" (C|CP|E|K|M|N|U|UP|Z|CV|CVU|CVC|HC|PC|TC|TCX|TP|TPX|XGC|EC)$")
"""The suffixes that do not make another ink (GWG 2022, R0021)."""


def judge_space(
    subject: Subject, leaf: Leaf, space: Space, box: Box, place: str, shown: object, *, picture: bool = False
) -> None:
    """Add what is wrong with one use of a colour space; `shown` is what findings say of it."""
    seen, called = subject.seen[leaf.number].spaces, str(space)
    seen[called] = seen.get(called, 0) + 1
    base = space.base
    _profiles(subject, leaf, space)
    if base.kind is Kind.UNDEFINED:
        subject.faults.add(
            "COLOUR.undefined", page=leaf.number, box=leaf.mm(box), value=str(base), where=place
        )
    elif _is_rgb(base):
        if not (picture and subject.profile.rgb_pictures and base.kind is not Kind.RGB):
            subject.faults.add(
                "COLOUR.rgb", page=leaf.number, box=leaf.mm(box), value=str(shown), where=place
            )
    elif base.kind in {Kind.ICC, Kind.CAL_GRAY, Kind.LAB} and not (
        picture and subject.profile.rgb_pictures and base.kind in _TAGGED
    ):
        subject.faults.add("COLOUR.space", page=leaf.number, box=leaf.mm(box), value=str(shown), where=place)
    if base.inks:
        _inks(subject, leaf, base, box, place)


def judge_paint(subject: Subject, leaf: Leaf, paint: Paint, box: Box, place: str) -> None:
    """Add what is wrong with the colour something is painted in."""
    if paint.space.kind is Kind.PATTERN and paint.space.below is None:
        return  # the pattern brings its own colours, which are judged where it paints
    judge_space(subject, leaf, paint.space, box, place, paint)
    if paint.space.kind is Kind.CMYK and any(one < -_RANGE or one > 1 + _RANGE for one in paint.colour):
        subject.faults.add(
            "COLOUR.range", page=leaf.number, box=leaf.mm(box), value=str(paint), limit="0–1", where=place
        )


def judge_shading(subject: Subject, leaf: Leaf, mark: Shading) -> None:
    """Add what is wrong with a gradient: its space, and a function that does not fit it."""
    judge_space(subject, leaf, mark.space, mark.box, mark.where, mark.space)
    function = entry(mark.dictionary, "/Function")
    if function is None or not mark.space.components:
        return
    given = _outputs(function)
    if given and given != mark.space.components:
        subject.faults.add(
            "PDF.shading",
            page=leaf.number,
            box=leaf.mm(mark.box),
            value=str(given),
            limit=f"{mark.space.components}, {mark.space}",
            where=mark.where,
        )


def judge_group(subject: Subject, leaf: Leaf, mark: Group) -> None:
    """Add a transparency group that mixes in another space than CMYK."""
    if mark.role != "page":
        subject.faults.add("X1a.group", page=leaf.number, where=mark.where)
    if mark.space is None or mark.space.kind is Kind.CMYK:
        return
    if mark.role == "luminosity" and mark.space.kind is Kind.GRAY:
        return
    subject.faults.add(
        "GWG.R0030", page=leaf.number, value=str(mark.space), limit="DeviceCMYK", where=mark.where
    )


def _is_rgb(space: Space) -> bool:
    return space.kind in _RGB or (space.kind is Kind.ICC and space.components == _THREE)


def _inks(subject: Subject, leaf: Leaf, space: Space, box: Box, place: str) -> None:
    if REGISTRATION in space.inks and not apart(box, leaf.bleed, _SLACK):
        subject.faults.add("GWG.R0024", page=leaf.number, box=leaf.mm(box), value="All", where=place)
    spots = space.spots
    for spot in spots:
        first = subject.spots.setdefault(spot, (leaf.number, place, space))
        if space.kind is Kind.SEPARATION and first[2].kind is Kind.SEPARATION and first[2].tint != space.tint:
            subject.faults.add("COLOUR.spot-conflict", page=leaf.number, value=spot, where=place)
    below = space.below.base if space.below else None
    # The alternate of the registration colour, or of no ink at all, is never used on a press.
    if below and spots and (_is_rgb(below) or below.kind in {Kind.ICC, Kind.CAL_GRAY}):
        subject.faults.add("COLOUR.alternate", page=leaf.number, value=str(below), where=place)


def judge_spots(subject: Subject) -> None:
    """Add spot colours beyond those agreed, and names that will make two plates of one ink."""
    most = int(subject.limit("spots"))
    for spot, (page, place, _) in [*subject.spots.items()][most:]:
        subject.faults.add("GWG.R0020", page=page, value=spot, limit=str(most), where=place)
    for rule, meaning in (("GWG.R0021", _stem), ("GWG.R0022", _plain)):
        first: dict[str, str] = {}
        for spot, (page, place, _) in subject.spots.items():
            other = first.setdefault(meaning(spot), spot)
            if other != spot and (rule == "GWG.R0022" or _plain(other) != _plain(spot)):
                subject.faults.add(rule, page=page, value=f"{other} / {spot}", where=place)
    tints: dict[str, str] = {}
    for spot, (page, place, space) in subject.spots.items():
        if space.kind is Kind.SEPARATION and (other := tints.setdefault(space.tint, spot)) != spot:
            subject.faults.add("GWG.R0023", page=page, value=f"{other} / {spot}", where=place)


def _plain(spot: str) -> str:
    return unicodedata.normalize("NFC", spot).casefold()


def _stem(spot: str) -> str:
    return _plain(_SUFFIX.sub("", spot)) if _SUFFIX.search(spot) else f"\0{spot}"


def _outputs(function: object) -> int:
    """Return how many numbers a function gives; 0 where it does not say."""
    if isinstance(function, Array):
        return sum(_outputs(one) for one in function)
    match whole(entry(function, "/FunctionType"), -1):
        case 2:
            return max(len(items(entry(function, "/C0"))), len(items(entry(function, "/C1"))), 1)
        case 3:
            return min((_outputs(one) for one in items(entry(function, "/Functions"))), default=0)
        case _:
            return len(items(entry(function, "/Range"))) // 2


def _profiles(subject: Subject, leaf: Leaf, space: Space) -> None:
    """Add the profile of a space if it is damaged, or has another number of components than it says."""
    for one in space.chain():
        stream = one.profile
        if not isinstance(stream, Stream) or stream.objgen in subject.profiled:
            continue
        subject.profiled.add(stream.objgen)
        try:
            said = _profile(stream)
        except MALFORMED as broken:
            said = complaint(broken)
        if said:
            subject.faults.add("COLOUR.icc", page=leaf.number, value=said, where=where(stream))


def _profile(stream: Stream) -> str:
    data = stream.read_bytes()
    if said := damaged_profile(data):
        return said
    stated = whole(entry(stream, "/N"))
    has = _COMPONENTS.get(data[16:20], stated)
    return "" if has == stated else f"N {stated}, {data[16:20].decode('latin-1').strip()}"


_COMPONENTS: Mapping[bytes, int] = {b"GRAY": _GREY, b"RGB ": _THREE, b"Lab ": _THREE, b"CMYK": len(PROCESS)}
