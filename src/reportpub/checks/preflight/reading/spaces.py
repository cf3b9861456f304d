"""Colour spaces: what a PDF means when it names one, and which inks its colours put on paper.

Source: ISO 32000-1, 8.6 (colour spaces), 8.6.5.6 (default spaces), 8.6.6 (special spaces).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from pikepdf import Array, Name, Object, Stream

from reportpub.checks.preflight.reading.objects import DEEPEST, EMPTY, entry, inner, items, name, whole

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
REGISTRATION, NO_INK = "All", "None"


class Kind(StrEnum):
    """The families of colour spaces, as findings name them."""

    GRAY = "DeviceGray"
    RGB = "DeviceRGB"
    CMYK = "DeviceCMYK"
    CAL_GRAY = "CalGray"
    CAL_RGB = "CalRGB"
    LAB = "Lab"
    ICC = "ICCBased"
    SEPARATION = "Separation"
    DEVICE_N = "DeviceN"
    INDEXED = "Indexed"
    PATTERN = "Pattern"
    UNDEFINED = "undefined"


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: its kind, how many numbers a colour has, the inks it names, and the space below it."""

    kind: Kind
    components: int
    inks: tuple[str, ...] = ()
    below: Space | None = None
    called: str = ""
    """How the file calls it, where it means nothing."""
    tint: str = ""
    """What turns the inks into the space below: equal for equal transforms."""
    profile: Object | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return the space as findings name it."""
        match self.kind:
            case Kind.ICC:
                return f"ICCBased {_ICC.get(self.components, 'of ' + str(self.components))}"
            case Kind.SEPARATION | Kind.DEVICE_N:
                return f"{self.kind} {', '.join(self.inks)}"
            case Kind.INDEXED | Kind.PATTERN if self.below:
                return f"{self.kind} over {self.below}"
            case Kind.UNDEFINED:
                return f"undefined space {self.called}"
            case _:
                return str(self.kind)

    @property
    def base(self) -> Space:
        """Return the space that colours are finally given in: below palettes and patterns."""
        return self.below.base if self.kind in {Kind.INDEXED, Kind.PATTERN} and self.below else self

    def chain(self) -> Iterator[Space]:
        """Yield the space and all that lie below it."""
        yield self
        if self.below:
            yield from self.below.chain()

    @property
    def spots(self) -> tuple[str, ...]:
        """Return the inks that are no process ink, registration colour or nothing."""
        known = {*PROCESS, REGISTRATION, NO_INK}
        return tuple(ink for one in self.chain() for ink in one.inks if ink not in known)


GRAY, RGB, CMYK = Space(Kind.GRAY, 1), Space(Kind.RGB, 3), Space(Kind.CMYK, 4)
PATTERN = Space(Kind.PATTERN, 0)

_DEVICE = {"DeviceGray": GRAY, "DeviceRGB": RGB, "DeviceCMYK": CMYK, "Pattern": PATTERN}
_SHORT = {"G": GRAY, "RGB": RGB, "CMYK": CMYK}
_DEFAULTS = {Kind.GRAY: "/DefaultGray", Kind.RGB: "/DefaultRGB", Kind.CMYK: "/DefaultCMYK"}
_ICC = {1: "grey", 3: "RGB", 4: "CMYK"}
_CALIBRATED = {
    "CalGray": Space(Kind.CAL_GRAY, 1),
    "CalRGB": Space(Kind.CAL_RGB, 3),
    "Lab": Space(Kind.LAB, 3),
}


def space_of(value: object, resources: Object = EMPTY, depth: int = 0) -> Space:
    """Return what a colour space object means, looked up in the resources where it is only a name.

    A device space that the resources redefine (DefaultRGB and its kin) is what they make of it.
    """
    if depth > DEEPEST:
        return Space(Kind.UNDEFINED, 0, called="nested without end")
    if isinstance(value, Name):
        return _named(name(value), resources, depth)
    if isinstance(value, Array) and len(value):
        return _composed(value, resources, depth)
    return Space(Kind.UNDEFINED, 0, called="of no kind")


def _named(called: str, resources: Object, depth: int) -> Space:
    known = _DEVICE.get(called) or _SHORT.get(called)
    if known:
        return _redefined(known, resources, depth)
    found = entry(inner(resources, "/ColorSpace"), f"/{called}")
    if found is None or (isinstance(found, Name) and name(found) == called):
        return Space(Kind.UNDEFINED, 0, called=called)
    return space_of(found, resources, depth + 1)


def _redefined(known: Space, resources: Object, depth: int) -> Space:
    found = entry(inner(resources, "/ColorSpace"), _DEFAULTS.get(known.kind, "/"))
    if not isinstance(found, Array):
        return known
    # The definition itself is read without the resources: it cannot redefine what it stands on.
    return space_of(found, EMPTY, depth + 1)


def _composed(value: Array, resources: Object, depth: int) -> Space:
    kind = name(value[0])
    below = value[1] if len(value) > 1 else None
    match kind:
        case "ICCBased":
            return Space(Kind.ICC, whole(entry(below, "/N")), profile=below)
        case "CalGray" | "CalRGB" | "Lab":
            return _CALIBRATED[kind]
        case "Indexed" | "I":
            return Space(Kind.INDEXED, 1, below=space_of(below, resources, depth + 1))
        case "Pattern":
            under = None if below is None else space_of(below, resources, depth + 1)
            return Space(Kind.PATTERN, 0, below=under)
        case "Separation" | "DeviceN" if len(value) > 3:  # noqa: PLR2004
            inks = tuple(name(one) for one in items(below))
            alternate = space_of(value[2], resources, depth + 1)
            tint = f"{alternate} {_unparsed(value[3])}"
            return Space(Kind(kind), len(inks), inks, alternate, tint=tint)
        case _:
            known = _DEVICE.get(kind) or _SHORT.get(kind)
            if known:
                return _redefined(known, resources, depth)
            return Space(Kind.UNDEFINED, 0, called=kind or "of no kind")


def _unparsed(value: Object) -> str:
    """Return an object as text, the content of a stream included, so that equal objects are equal."""
    shown = value.unparse(resolved=True)[:2000].hex()
    return shown + value.read_raw_bytes()[:4000].hex() if isinstance(value, Stream) else shown


def initial(space: Space) -> tuple[float, ...]:
    """Return the colour a space begins with (ISO 32000-1, 8.6.8)."""
    match space.kind:
        case Kind.CMYK:
            return (0.0, 0.0, 0.0, 1.0)
        case Kind.SEPARATION | Kind.DEVICE_N:
            return (1.0,) * space.components
        case _:
            return (0.0,) * space.components


def process(space: Space, colour: tuple[float, ...]) -> Inks | None:
    """Return the process inks of a colour, or nothing where it is made of anything else."""
    if len(colour) != space.components:
        return None
    match space.kind:
        case Kind.CMYK:
            return (colour[0], colour[1], colour[2], colour[3])
        case Kind.GRAY:
            return (0.0, 0.0, 0.0, 1 - colour[0])
        case Kind.SEPARATION | Kind.DEVICE_N:
            amount = dict(zip(space.inks, colour, strict=True))
            if REGISTRATION in amount:
                return (colour[0],) * 4
            if set(amount) - {*PROCESS, NO_INK}:
                return None
            return (
                amount.get("Cyan", 0.0),
                amount.get("Magenta", 0.0),
                amount.get("Yellow", 0.0),
                amount.get("Black", 0.0),
            )
        case _:
            return None


def channels(space: Space, colour: tuple[float, ...]) -> int:
    """Return how many inks or components of a colour are more than nothing."""
    inks = process(space, colour)
    return sum(value > 0 for value in (inks if inks is not None else colour))
