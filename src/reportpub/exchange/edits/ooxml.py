"""Names of WordprocessingML as parsed elements carry them."""

from __future__ import annotations

from typing import Final

from reportpub.opc.markup import Element

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WORD_2012: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def w(name: str) -> str:
    """Return a name of the main namespace."""
    return f"{{{_WORD}}}{name}"


def local(element: Element) -> str:
    """Return the name of an element without its namespace; comments and instructions have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element | None) -> str:
    """Return the `w:val` of an element."""
    return str(element.get(w("val"), "")) if element is not None else ""


def on(element: Element | None) -> bool:
    """Tell whether a property that is on or off is on (ECMA-376 part 1, 17.17.4)."""
    return element is not None and value(element) not in {"0", "false", "off", "none"}
