"""What a layout must not ask for: colours that are no inks, and what the engine draws wrongly for the press.

Measured with WeasyPrint 70: gradients and blurred shadows end the layout or lose their colours, borders that
look raised and fieldsets end it, its own marks stand within the bleed, opacity takes text out of the tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportpub.findings import Finding, Span, error
from reportpub.sentences import say

_HIDDEN = re.compile(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'|url\([^)]*\)|\{[%#{].*?[%#}]\}", re.DOTALL)
_DECLARATION = re.compile(r"(?<![\w-])(?P<name>--?[\w-]+|[a-z][\w-]*)\s*:\s*(?P<value>[^;{}]+)(?=[;}])")
_STYLED = re.compile(r"""\sstyle\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)')""")
_PAINTED = re.compile(
    r"""\s(?P<name>fill|stroke|color|stop-color|flood-color)\s*=\s*["'](?P<value>[^"']*)["']"""
)
_ELEMENT = re.compile(
    r"<(?P<name>fieldset|hr|mark|input|select|textarea|button|linearGradient|radialGradient)\b"
)

_HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
_SPACE = re.compile(r"\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(")
_GRADIENT = re.compile(r"\b(?:repeating-)?(?:linear|radial|conic)-gradient\(")
_SEE_THROUGH = re.compile(r"device-cmyk\([^)]*/")
_LENGTH = re.compile(r"(?<![\w.#-])-?\d*\.?\d+[a-z%]*")
_BORDER = re.compile(r"\b(?:groove|ridge|inset|outset)\b")
_WORD = re.compile(r"(?<![\w-])[a-z]+(?![\w(-])")

_INKS = say("name a colour of layout.yaml as var(--…), or write device-cmyk(c m y k)")
_BLUR = 2
"""The place of the blur among the lengths of a shadow."""

_NAMES = """
aqua azure beige black blue brown chocolate coral crimson cyan darkblue darkgray darkgreen darkgrey darkred
fuchsia gold gray green grey indigo ivory khaki lavender lightblue lightgray lightgreen lightgrey lime
magenta maroon navy olive orange orchid pink plum purple red salmon silver snow steelblue tan teal tomato
turquoise violet wheat white whitesmoke yellow
"""
NAMED = frozenset(_NAMES.split())
"""The colours that people call by name; the others are as rare in style sheets as in speech."""

_COLOURED = re.compile(r"color|background|border|outline|fill|stroke|shadow|column-rule|text-decoration|^--")


@dataclass(frozen=True, slots=True)
class _Text:
    """A file, and the same text with comments, strings and templates blanked out."""

    file: str
    text: str

    def at(self, offset: int) -> Span:
        before = self.text[:offset]
        return Span(self.file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1, offset, offset)


@lru_cache(maxsize=64)  # the layouts are looked at for each edition, and are the same
def lint_css(text: str, file: str) -> tuple[Finding, ...]:
    """Return a finding for each declaration that no press takes or that the engine draws wrongly."""
    return tuple(_css(text, file))


@lru_cache(maxsize=64)  # as the style sheets
def lint_markup(text: str, file: str) -> tuple[Finding, ...]:
    """Return the same for a wrapper or a drawing: its style attributes, its paint, its elements."""
    return tuple(_markup(text, file))


def _css(text: str, file: str) -> Iterator[Finding]:
    shown = _Text(file, text)
    plain = _HIDDEN.sub(lambda found: " " * len(found[0]), text)
    for one in _DECLARATION.finditer(plain):
        yield from _declaration(one["name"].lower(), one["value"], one.start("value"), shown)


def _markup(text: str, file: str) -> Iterator[Finding]:
    shown = _Text(file, text)
    for one in _STYLED.finditer(text):
        group = "a" if one["a"] is not None else "b"
        body = re.sub(r"\{[%{].*?[%}]\}", lambda found: " " * len(found[0]), one[group])
        for style in _DECLARATION.finditer(body + ";"):
            start = one.start(group) + style.start("value")
            yield from _declaration(style["name"].lower(), style["value"], start, shown)
    for one in _PAINTED.finditer(text):
        yield from _declaration(one["name"], one["value"], one.start("value"), shown)
    for one in _ELEMENT.finditer(text):
        hint = say("draw it with a div and borders in the inks of the layout")
        message = say("<{one}> is drawn in RGB, or not at all", one=one["name"])
        yield error("layout/element", message, shown.at(one.start()), hint)


def _declaration(name: str, value: str, start: int, shown: _Text) -> Iterator[Finding]:
    for pattern in (_HEX, _SPACE):
        for one in pattern.finditer(value):
            message = say(
                "the colour {one}{more} is no mixture of inks",
                one=one[0],
                more="…)" if one[0].endswith("(") else "",
            )
            yield error("layout/colour", message, shown.at(start + one.start()), _INKS)
    if _COLOURED.search(name):
        for one in _WORD.finditer(value.lower()):
            if one[0] in NAMED:
                message = say("the colour “{one}” is no mixture of inks", one=one[0])
                yield error("layout/colour", message, shown.at(start + one.start()), _INKS)
    if gradient := _GRADIENT.search(value):
        span = shown.at(start + gradient.start())
        yield error(
            "layout/gradient", say("a gradient has no inks"), span, say("use a flat colour, or a picture")
        )
    if clear := _SEE_THROUGH.search(value):
        span = shown.at(start + clear.start())
        yield error(
            "layout/transparency", say("a colour that is seen through"), span, say("mix a tint instead")
        )
    yield from _property(name, value.strip().lower(), shown.at(start))


def _property(name: str, value: str, span: Span) -> Iterator[Finding]:
    if name.startswith("border") and _BORDER.search(value):
        yield error(
            "layout/border",
            say("the border “{value}” cannot be drawn in inks", value=value),
            span,
            say("use solid or dotted"),
        )
    if name in {"box-shadow", "text-shadow"} and any(map(_blurred, value.split(","))):
        yield error(
            "layout/shadow", say("a blurred shadow cannot be drawn in inks"), span, say("leave the blur at 0")
        )
    if name in {"opacity", "fill-opacity", "stroke-opacity"} and value not in {"1", "1.0", "100%"}:
        hint = say("mix a tint in device-cmyk instead")
        yield error(
            "layout/transparency",
            say("{name} takes text out of the tags and inks off their plates", name=name),
            span,
            hint,
        )
    if name in {"mix-blend-mode", "filter", "backdrop-filter"} and value not in {"none", "normal"}:
        yield error(
            "layout/transparency", say("{name} is nothing for a press", name=name), span, say("take it away")
        )
    if name == "marks" and value != "none":
        hint = say("write marks: [crop] in the job of report.yaml; they are drawn outside the bleed")
        yield error("layout/marks", say("the engine's own marks stand within the bleed"), span, hint)


def _blurred(shadow: str) -> bool:
    lengths = _LENGTH.findall(re.sub(r"\([^)]*\)", " ", shadow))
    return len(lengths) > _BLUR and float(re.match(r"-?\d*\.?\d+", lengths[_BLUR])[0]) > 0  # type: ignore[index]  # it begins with digits
