"""Cases as data: read with their places, so that an expectation can be written anew where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpub.nodes import Mapping, Scalar, Sequence, read


def cases(path: Path) -> list[pytest.param]:  # type: ignore[valid-type]
    """Return the cases of a file as parameters named by their titles."""
    return [pytest.param(case, id=f"{path.stem}: {text_of(case, 'title')}") for case in listed(path)]


def listed(path: Path) -> tuple[Mapping, ...]:
    """Return the cases of a file."""
    root, problems = read(path.read_text("utf-8"), str(path))
    assert problems == ()
    assert isinstance(root, Sequence)
    titles = [text_of(case, "title") for case in root.items if isinstance(case, Mapping)]
    assert len(titles) == len(set(titles)) == len(root.items)
    return tuple(case for case in root.items if isinstance(case, Mapping))


def text_of(case: Mapping, key: str) -> str:
    """Return a text of a case, or nothing."""
    node = case.get(key)
    return node.text if isinstance(node, Scalar) else ""


def settle(case: Mapping, key: str, actual: str, *, update: bool) -> None:
    """Compare what came out with the expectation under a key, or write it there."""
    actual = actual.strip()
    if update and text_of(case, key).strip() != actual:
        _write(Path(case.span.file), text_of(case, "title"), key, actual)
    else:
        assert actual == text_of(case, key).strip()


def _write(path: Path, title: str, key: str, text: str) -> None:
    whole = path.read_text("utf-8")
    case = next(c for c in listed(path) if text_of(c, "title") == title)
    node = case.get(key)
    indent = " " * (case.span.column - 1)
    body = "".join(f"\n{indent}  {line}".rstrip() for line in text.split("\n")) if text else ""
    scalar = f"|{body}" if text else "''"
    if isinstance(node, Scalar):
        changed = whole[: node.span.start] + scalar + whole[node.span.end :]
    else:
        last = whole[: case.span.end].rstrip().split("\n")
        while not last[-1].strip() or last[-1].startswith("#"):
            last.pop()
        end = len("\n".join(last))
        changed = f"{whole[:end]}\n{indent}{key}: {scalar}{whole[end:]}"
    path.write_text(changed, "utf-8")
