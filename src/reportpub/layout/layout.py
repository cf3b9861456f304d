"""A layout folder becomes a Layout: the tokens of base and layout, the style sheets, the wrapper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportpub.findings import Finding, Span, ToolError, error
from reportpub.inputs import Inputs, Refused
from reportpub.layout.tokens import Colour, Margins, Size, Tokens
from reportpub.nodes import Mapping, Node, Scalar, Sequence, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How an edition looks; `css` holds the style sheets of base and layout in order."""

    name: str
    folder: Path
    tokens: Tokens
    css: tuple[str, ...]
    wrapper: str


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


def load_layout(folder: Path, inputs: Inputs) -> Layout:
    """Return the layout of a folder; `ToolError` when a file is missing or a token is not understood."""
    shared = folder.parent / "base" if (folder.parent / "base").is_dir() else home() / "layouts" / "base"
    problems: list[Finding] = []

    def text(path: Path) -> str:
        try:
            return inputs.read_text(path)
        except Refused as refused:
            problems.append(refused.finding)
            return ""

    entries: dict[str, dict[str, Node]] = {"colours": {}, "type": {}, "page": {}}
    for path in (shared / "layout.yaml", folder / "layout.yaml"):
        root, found = read(text(path), path.name)
        problems += found
        for section, node in root.entries if isinstance(root, Mapping) else ():
            if section.text in entries and isinstance(node, Mapping):
                entries[section.text].update({key.text: value for key, value in node.entries})
    try:
        tokens = _tokens(entries)
    except (KeyError, ValueError, TypeError) as odd:
        hint = "compare with layouts/base/layout.yaml"
        message = f"a token of this layout is not understood: {odd}"
        problems.append(error("layout/token", message, Span(str(folder / "layout.yaml")), hint))
    layout_css = (text(shared / "base.css"), text(folder / "print.css"))
    wrapper = text(folder / "page.html.j2")
    if problems:
        raise ToolError(tuple(problems))
    return Layout(name=folder.name, folder=folder, tokens=tokens, css=layout_css, wrapper=wrapper)


def _tokens(entries: dict[str, dict[str, Node]]) -> Tokens:
    page = {name: _number(node) for name, node in entries["page"].items()}
    return Tokens(
        colours={name: _colour(name, node) for name, node in entries["colours"].items()},
        type={name: _size(node) for name, node in entries["type"].items()},
        margins=Margins(page["top"], page["bottom"], page["inner"], page["outer"]),
    )


def _colour(name: str, node: Node) -> Colour:
    if not isinstance(node, Mapping):
        raise TypeError(name)
    inks, srgb = node.get("cmyk"), node.get("srgb")
    if not isinstance(inks, Sequence) or not isinstance(srgb, Scalar):
        raise TypeError(name)
    cyan, magenta, yellow, black = map(_number, inks.items)
    return Colour(name, (cyan, magenta, yellow, black), srgb.text)


def _size(node: Node) -> Size:
    if not isinstance(node, Sequence):
        raise TypeError(node.span)
    size, leading = map(_number, node.items)
    return Size(size, leading)


def _number(node: Node) -> float:
    if not isinstance(node, Scalar):
        raise TypeError(node.span)
    return float(node.text)
