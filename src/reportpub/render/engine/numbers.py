"""What a PDF is made of, as bytes: those the writer of the engine makes, the usual kinds first."""

from __future__ import annotations

from typing import Any

import pydyf  # type: ignore[import-untyped]


def install() -> None:
    """Let the engine write numbers and words in this way from now on; a second call changes nothing."""
    pydyf._to_bytes = to_bytes  # noqa: SLF001


def to_bytes(item: Any) -> Any:  # noqa: ANN401  as the writer calls it
    """Return a piece of a PDF as bytes, as the writer's own function does."""
    # To ask for the very kind is quicker than to ask whether it is one of it.
    kind = type(item)
    if kind is bytes:
        return item
    if kind is str:
        return item.encode("ascii")
    return b"%d" % item if kind is int else writers_own(item)


writers_own = pydyf._to_bytes  # noqa: SLF001
