"""Projects gone wrong: bytes, tokens, YAML structure and values of the sample report, changed by chance."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from hypothesis import strategies as st
from tests.small_report import BOOK

Files = dict[str, bytes]
"""The YAML files of a project by their path below source/."""

PRISTINE: Files = {
    path.relative_to(BOOK / "source").as_posix(): path.read_bytes()
    for path in sorted((BOOK / "source").rglob("*.yaml"))
}
_TOKEN = re.compile(r"[\w.~^@-]+|[^\w\s]|\n *")
_BYTES = [
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xc8\xba",
    b"\r",
    b"\t",
    b"\x7f",
    b"\xed\xa0\x80",
    b"\x1b",
]
TOKENS = [
    *"{}[]():,-*&!|>'\"%@`#?~^$\\/<=",
    *("---", "...", "<<", "!!python/object:os.system", "&a", "*a", "null", "true", "yes", ".inf", ".nan"),
    *(
        "\n",
        "\n  ",
        "\n        ",
        "\t",
        "  ",
        "\r\n",
        "%YAML 1.2",
        "? ",
        ">-",
        "|+",
        "zh",
        "en",
        "id",
        "facts",
    ),
]
VALUES = [
    *(
        "",
        " ",
        "0",
        "-0",
        "-1",
        "1e999",
        "1" * 5000,
        "0.1" + "0" * 500 + "1",
        "９９",
        "Ⅳ",
        "NaN",
        "2024-02-30",
        "0000",
    ),
    *(
        "2024/2023",
        "9999-12-31",
        "true",
        "null",
        "~",
        "{",
        "}",
        "{}",
        "{{",
        "{x}",
        "{~}",
        "{@}",
        "{courts.n",
        "{:yoy}",
    ),
    *(
        "{courts.n:nothing}",
        "[^",
        "[^x]",
        "[a](b)",
        "[a](https://)",
        "[a](javascript:x)",
        "*",
        "**",
        "***a**",
        "\\",
        "\\{",
    ),
    *(
        "甲" * 20_000,
        "a" * 20_000,
        "a b " * 5_000,
        "*a" * 2_000,
        "[" * 3_000,
        "{" * 3_000,
        "(" * 3_000,
        "\\" * 3_000,
    ),
    *(
        "\u202e",
        "\u200b",
        "\ufeff",
        "\ufffe",
        "\x85",
        "\u2028",
        "𰻞",
        "😀",
        "e\u0301",
        "👨‍👩‍👧",
        "\x7f",
        "<b>&amp;</b>",
    ),
    *(
        "../../../etc/passwd",
        "/etc/passwd",
        "C:\\x",
        "con",
        "a/../b",
        "images/nothing.png",
        "%s %d {0}",
        "…",
        "。" * 40,
    ),
    *(
        "sum(a, b",
        "1/0",
        "a = b = c",
        "((((1))))",
        "a +",
        "whole(",
        "before(courts.n)",
        "-" * 300,
        "1+" * 900 + "1",
    ),
    *(
        "100%",
        "约",
        "近三成",
        "三分之二",
        "二〇二四年",
        "一亿亿亿",
        "twelve hundred",
        "respectively",
        "half a dozen",
        "1,2,3",
    ),
]


@st.composite
def projects(draw: st.DrawFn) -> Files:
    """Draw the files of a project in which one to four things have gone wrong."""
    files = dict(PRISTINE)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(files)))
        files[name] = draw(st.sampled_from(_WAYS))(draw, files[name])
    if draw(st.integers(0, 19)) == 0:
        del files[draw(st.sampled_from(sorted(files)))]
    return files


def _bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """Put bytes in, take some out, or say some twice."""
    at = draw(st.integers(0, len(data)))
    end = min(len(data), at + draw(st.integers(0, 40)))
    put = draw(st.sampled_from([b"", data[at:end] * 2, *_BYTES]) | st.binary(max_size=4))
    return data[:at] + put + data[end:]


def _tokens(draw: st.DrawFn, data: bytes) -> bytes:
    """Exchange, take out or put in a word or mark."""
    text = data.decode(errors="replace")
    spans = [found.span() for found in _TOKEN.finditer(text)] or [(0, 0)]
    start, end = draw(st.sampled_from(spans))
    other = draw(st.sampled_from(spans))
    put: str = draw(st.sampled_from([*TOKENS, text[slice(*other)], ""]))
    keep = draw(st.booleans())
    return (text[:start] + put + (text[start:] if keep else text[end:])).encode()


def _structure(draw: st.DrawFn, data: bytes) -> bytes:
    """Take out, wrap, exchange or double what stands below a key or in a list."""
    root = _loaded(data)
    places = list(_places(root))
    if not places:
        return data
    holder, key = draw(st.sampled_from(places))
    other, name = draw(st.sampled_from(places))
    match draw(st.integers(0, 7)):
        case 0:
            del holder[key]
        case 1:
            holder[key] = copy.deepcopy(other[name])
        case 2:
            holder[key] = [holder[key]]
        case 3:
            holder[key] = {draw(st.sampled_from(["zh", "en", "id", "x"])): holder[key]}
        case 4:
            holder[key] = draw(
                st.sampled_from([None, [], {}, [[]], [None], {"zh": None}, {"zh": [], "en": {}}])
            )
        case 5 if isinstance(holder, dict):
            names = [*map(str, other)] if isinstance(other, dict) else []
            holder[draw(st.sampled_from([*names, "x"]))] = holder.pop(key)
        case 6 if isinstance(holder, list):
            holder += copy.deepcopy(holder) * draw(st.sampled_from([1, 3, 30]))
        case _:
            deep: Any = holder[key]
            for _ in range(draw(st.sampled_from([3, 60, 300]))):
                deep = [deep] if draw(st.booleans()) else {"zh": deep}
            holder[key] = deep
    return _dumped(root)


def _values(draw: st.DrawFn, data: bytes) -> bytes:
    """Write another value where one stood, or put it into the middle of it."""
    root = _loaded(data)
    places = [(holder, key) for holder, key in _places(root) if not isinstance(holder[key], dict | list)]
    if not places:
        return data
    holder, key = draw(st.sampled_from(places))
    said = str(holder[key])
    at = draw(st.integers(0, len(said)))
    put = draw(st.sampled_from(VALUES) | st.text(max_size=12))
    holder[key] = draw(st.sampled_from([put, said[:at] + put + said[at:], said[:at]]))
    return _dumped(root)


_WAYS: list[Callable[[st.DrawFn, bytes], bytes]] = [_bytes, _tokens, _structure, _values, _values]


def _loaded(data: bytes) -> Any:  # noqa: ANN401 - whatever stands in a file
    try:
        return yaml.load(data.decode(), Loader=yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return None


def _dumped(root: Any) -> bytes:  # noqa: ANN401 - as `_loaded`
    text: str = yaml.dump(root, Dumper=yaml.CDumper, allow_unicode=True, sort_keys=False)
    return text.encode()


def _places(root: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - as `_loaded`
    """Yield each key and each place of a list with what holds it."""
    if not isinstance(root, dict | list):
        return
    for key in list(root) if isinstance(root, dict) else range(len(root)):
        yield root, key
        yield from _places(root[key])
