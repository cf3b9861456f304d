"""Elements that are alike share one computed style, whatever their names.

The engine shares the style of elements for which the very same declarations hold. Each `lang` and each `id`
is a declaration to it, so that every element with one would have a style of its own, and so would all in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint import css

_TARGET = "-weasy-anchor"
"""The property that makes an element with an `id` the target of links."""
_ANCHOR = "anchor"
"""The same as a computed value."""


EngineStyles = css.StyleFor
engine_attributes = css.find_style_attributes


def install() -> None:
    """Let elements that are alike share one style from now on; a second call changes nothing."""
    css.find_style_attributes = _shared_attributes
    css.StyleFor = _SharedStyles


class _SharedStyles(EngineStyles):  # type: ignore[misc, valid-type]  # WeasyPrint has no types
    """The styles of a document: those of its targets are the shared ones, with a name added."""

    def __init__(self, html: Any, *more: Any) -> None:  # noqa: ANN401  the engine has no types
        self.targets: list[tuple[Any, str]] = []
        _found.append(self.targets)
        try:
            super().__init__(html, *more)
        finally:
            _found.pop()
        *_, collector = more
        for element, name in self.targets:
            self._computed_styles[element, None] = _Named(self._computed_styles[element, None], name)
            if collector:
                collector.collect_anchor(name)


class _Named(css.ComputedStyle):  # type: ignore[misc]  # WeasyPrint has no types
    """A shared style with the name of one target."""

    def __init__(self, shared: Any, name: str) -> None:  # noqa: ANN401
        super().__init__(
            shared.parent_style,
            shared.cascaded,
            shared.pseudo_type,
            shared.root_style,
            shared.base_url,
            shared.font_config,
            shared.initial_page_sizes,
        )
        self.specified = shared.specified
        self._shared = shared
        self[_ANCHOR] = name

    def copy(self) -> _Named:
        """Return a style like this one that may be changed."""
        made = _Named(self._shared, self[_ANCHOR])
        made.update(self)
        made.specified = self.specified.copy()
        return made

    def __missing__(self, key: str) -> Any:  # noqa: ANN401
        value = self[key] = self._shared[key]
        return value


_found: list[list[tuple[Any, str]]] = []
"""Where the targets of the document whose attributes are read are kept; documents lie within each other."""


def _shared_attributes(*asked: object) -> Iterator[tuple[Any, ...]]:
    """Yield what the attributes of each element say of its style, as the engine's own function does.

    The engine asks for the very same objects to share. Of an element for which several are yielded it looks
    at the last, which therefore stands for those before it too. What names a target is kept apart.
    """
    known: dict[tuple[object, ...], list[Any]] = {}
    reached: Any = None
    said: tuple[object, ...] = ()
    for specificity, element, given, base_url in engine_attributes(*asked):
        declarations = [*given]
        first = declarations[0] if declarations else None
        if _found and first and first.type == "declaration" and first.name == _TARGET:
            _found[-1].append((element, first.value[-1].value))
            continue
        before = said if element is reached else ()
        reached, said = element, (*before, specificity, *(one.serialize() for one in declarations))
        yield specificity, element, known.setdefault(said, declarations), base_url
