"""A layout folder becomes a Layout: the tokens of base and layout, the style sheets, the wrapper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reportpub.findings import Finding, Span, ToolError, error, in_order
from reportpub.inputs import Inputs, Refused
from reportpub.layout.drop_in import Wanted, wanted_face
from reportpub.layout.lint import lint_css, lint_markup
from reportpub.layout.tokens import Colour, Facing, Margins, Size, Tokens
from reportpub.nodes import Mapping, Node, Scalar, Sequence, read
from reportpub.sentences import Sentence, listed, say

_INKS, _SOLID = 4, 100.0
"""Cyan, magenta, yellow and black; per cent."""
_SIZE = 2
_MARGINS = ("top", "bottom", "inner", "outer", "side", "gutter")
_KINDS = ("heading", "paragraph", "list", "quote", "callout", "table", "figure", "chart", "key_figures")
"""The kinds of block that facing pages keep in step."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How an edition looks; `css` are the sheets of base and layout in order, `cover` that of covers."""

    name: str
    folder: Path
    tokens: Tokens
    css: tuple[str, ...]
    wrapper: str
    wanted: tuple[Wanted, ...] = ()
    cover: str = ""

    @property
    def shared(self) -> Path:
        """Return the folder of what layouts share: the one beside the layout, or the product's."""
        return _shared(self.folder)

    @property
    def wrappers(self) -> tuple[Path, ...]:
        """Return the folders whose wrappers can be included: those of the layouts beside it, then ours."""
        return tuple(dict.fromkeys((self.shared / "partials", _ours() / "partials")))


def home() -> Path:
    """Return the folder that holds `layouts/` and `fonts/` of the product itself."""
    return Path(__file__).resolve().parents[3]


def find_layout(name: str, project: Path) -> Path | None:
    """Return the folder of a layout, the project's own first, or nothing when there is none of that name."""
    for root in (project, home()):
        folder = root / "layouts" / name
        if name != "base" and (folder / "layout.yaml").is_file():
            return folder
    return None


def _shared(folder: Path) -> Path:
    own = folder.parent / "base"
    return own if own.is_dir() else _ours()


def _ours() -> Path:
    return home() / "layouts" / "base"


def load_layout(folder: Path, inputs: Inputs) -> Layout:
    """Return the layout of a folder; `ToolError` with all that is missing, odd, or not for a press."""
    shared = _shared(folder)
    problems: list[Finding] = []

    def text(path: Path) -> str:
        try:
            return inputs.read_text(path)
        except Refused as refused:
            problems.append(refused.finding)
            return ""

    entries: dict[str, dict[str, Node]] = {"colours": {}, "type": {}, "page": {}, "facing": {}, "faces": {}}
    for path in (shared / "layout.yaml", folder / "layout.yaml"):
        file = f"layouts/{path.parent.name}/{path.name}"
        root, found = read(text(path), file)
        problems += found
        problems += _gather(root, entries) if root else ()
    tokens = _tokens(entries, problems)
    wanted = tuple(_each(entries["faces"], wanted_face, problems).values())

    def linted(path: Path) -> str:
        said = text(path)
        lint = lint_css if path.suffix == ".css" else lint_markup
        problems.extend(lint(said, f"layouts/{path.parent.name}/{path.name}"))
        return said

    layout_css = (linted(shared / "base.css"), linted(folder / "print.css"))
    wrapper = linted(folder / "page.html.j2")
    # What a project shares between its layouts may be older than covers are.
    cover = linted(next(base for base in (shared, _ours()) if (base / "cover.css").is_file()) / "cover.css")
    for drawing in (name for name in inputs.names(folder) if name.endswith(".svg")):
        linted(folder / drawing)
    if problems:
        raise ToolError(in_order(tuple(problems)))
    return Layout(
        name=folder.name,
        folder=folder,
        tokens=tokens,
        css=layout_css,
        wrapper=wrapper,
        wanted=wanted,
        cover=cover,
    )


def _gather(root: Node, entries: dict[str, dict[str, Node]]) -> Iterator[Finding]:
    """Add the tokens of a file to those before it, token by token."""
    if not isinstance(root, Mapping):
        yield _odd(say("this is no list of sections"), root.span)
        return
    for section, node in root.entries:
        if section.text not in entries:
            yield _odd(say("there is no section “{text}”", text=section.text), section.span)
        elif isinstance(node, Mapping):
            entries[section.text].update({key.text: value for key, value in node.entries})
        else:
            yield _odd(say("“{text}” names no tokens", text=section.text), node.span)


def _odd(message: Sentence, span: Span) -> Finding:
    return error("layout/token", message, span, say("compare with layouts/base/layout.yaml"))


def _tokens(entries: dict[str, dict[str, Node]], problems: list[Finding]) -> Tokens:
    page = _each(entries["page"], _margin, problems)
    return Tokens(
        colours=_each(entries["colours"], _colour, problems),
        type=_each(entries["type"], _size, problems),
        margins=Margins(**{name: page.get(name, 0.0) for name in _MARGINS}),
        facing=_facing(entries["facing"], problems),
    )


def _facing(nodes: dict[str, Node], problems: list[Finding]) -> Facing:
    grid = _each({name: node for name, node in nodes.items() if name == "grid"}, _grid, problems)
    kinds = _each({name: node for name, node in nodes.items() if name != "grid"}, _kinds, problems)
    return Facing(grid=grid.get("grid", 0.0), **kinds)


def _grid(_: str, node: Node) -> float:
    return _number(node)


def _kinds(name: str, node: Node) -> frozenset[str]:
    if name not in {"force", "float", "once", "apart"}:
        raise ValueError(say("facing has grid, force, float, once and apart"))
    words = (
        [item.text for item in node.items if isinstance(item, Scalar)] if isinstance(node, Sequence) else []
    )
    if not isinstance(node, Sequence) or not set(words) <= set(_KINDS):
        raise ValueError(say("kinds of block are {kinds}", kinds=listed(_KINDS)))
    return frozenset(words)


def _each(nodes: dict[str, Node], token: Callable[[str, Node], T], problems: list[Finding]) -> dict[str, T]:
    found: dict[str, T] = {}
    for name, node in nodes.items():
        try:
            found[name] = token(name, node)
        except ValueError as odd:
            problems.append(_odd(say("“{name}” is not understood: {odd}", name=name, odd=odd), node.span))
    return found


def _colour(name: str, node: Node) -> Colour:
    inks, srgb = (node.get("cmyk"), node.get("srgb")) if isinstance(node, Mapping) else (None, None)
    if not isinstance(inks, Sequence) or not isinstance(srgb, Scalar):
        raise ValueError(say("a colour has cmyk and srgb"))  # noqa: TRY004  one kind for every odd token
    parts = [_number(ink) for ink in inks.items]
    if len(parts) != _INKS or max(parts) > _SOLID:
        raise ValueError(say("cmyk is four inks in per cent"))
    if not re.fullmatch("#[0-9A-Fa-f]{6}", srgb.text):
        raise ValueError(say("srgb is written '#RRGGBB'"))
    return Colour(name, (parts[0], parts[1], parts[2], parts[3]), srgb.text)


def _size(_: str, node: Node) -> Size:
    parts = [_number(part) for part in node.items] if isinstance(node, Sequence) else []
    if len(parts) != _SIZE or min(parts) <= 0:
        raise ValueError(say("type is size and leading in pt"))
    return Size(parts[0], parts[1])


def _margin(name: str, node: Node) -> float:
    if name not in _MARGINS:
        raise ValueError(say("the margins are {margins}", margins=listed(_MARGINS)))
    return _number(node)


def _number(node: Node) -> float:
    if not isinstance(node, Scalar) or not re.fullmatch(r"\d+(\.\d+)?", node.text):
        raise ValueError(say("a number is missing, or has a unit or a sign"))
    return float(node.text)
