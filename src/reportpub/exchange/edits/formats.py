"""What sets a run apart by hand: bold, italics and the like, from its style of characters and from itself."""

from __future__ import annotations

from reportpub.exchange.edits.ooxml import on, value, w
from reportpub.exchange.edits.pieces import NOBODY, Format, Stamp
from reportpub.opc.markup import Element

_SWITCHES = {
    "b": Format.BOLD,
    "i": Format.ITALIC,
    "strike": Format.STRUCK,
    "dstrike": Format.STRUCK,
}
_HEIGHTS = {"superscript": Format.RAISED, "subscript": Format.LOWERED}
_STYLES = {"strong": Format.BOLD, "emphasis": Format.ITALIC}


def style_names(styles: Element | None) -> dict[str, str]:
    """Return the names of styles by id, in lower case: what programs keep when they rename ids."""
    if styles is None:
        return {}
    return {s.get(w("styleId"), ""): value(s.find(w("name"))).lower() for s in styles.iter(w("style"))}


def character_styles(styles: Element | None) -> dict[str, Format]:
    """Return what the styles of emphasis mean, by id; the second language has its own, with EN behind."""
    return {
        identifier: _STYLES[name.removesuffix(" en").removesuffix(" zh")]
        for identifier, name in style_names(styles).items()
        if name.removesuffix(" en").removesuffix(" zh") in _STYLES
    }


def formatted(properties: Element | None, dressed: dict[str, Format]) -> tuple[Format, Stamp]:
    """Return how a run is set apart, and who changed that where it was tracked."""
    if properties is None:
        return Format.NONE, NOBODY
    form = dressed.get(value(properties.find(w("rStyle"))), Format.NONE)
    for name, flag in _SWITCHES.items():
        found = properties.find(w(name))
        if found is not None:
            form = form | flag if on(found) else form & ~flag
    if on(properties.find(w("u"))):
        form |= Format.UNDERLINED
    if on(properties.find(w("highlight"))):
        form |= Format.HIGHLIGHTED
    form |= _HEIGHTS.get(value(properties.find(w("vertAlign"))), Format.NONE)
    change = properties.find(w("rPrChange"))
    if change is None:
        return form, NOBODY
    return form, Stamp(change.get(w("author"), "") or "?", change.get(w("date"), ""))
