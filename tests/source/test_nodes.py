"""YAML as positions and plain words: spans cover what is written, and folds leave no space in Chinese."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportpub.nodes import Mapping, Node, Scalar, Sequence, read

HAN = st.text("国家知识产权局保护创新，。《》", min_size=1, max_size=12)
LATIN = st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,7}( [A-Za-z]{1,7}){0,3}", fullmatch=True)
ANY = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff"),
    max_size=30,
)


def value_of(text: str) -> Scalar:
    root, problems = read(text, "f")
    assert problems == ()
    assert isinstance(root, Mapping)
    value = root.get("k")
    assert isinstance(value, Scalar)
    return value


@given(ANY, st.sampled_from(["'", '"']))
def test_a_quoted_text_comes_back_and_its_span_is_what_is_written(text: str, mark: str) -> None:
    inner = text.replace("'", "''") if mark == "'" else text.replace("\\", "\\\\").replace('"', '\\"')
    whole = f"# 中文注释\na: 一\nk: {mark}{inner}{mark}  # 后面\nz: 1\n"
    value = value_of(whole)
    assert value.text == text
    assert whole[value.span.start : value.span.end] == f"{mark}{inner}{mark}"


@given(HAN | LATIN)
def test_the_span_of_a_plain_text_is_the_text(text: str) -> None:
    whole = f"一: 二\nk: {text}\nz: 1\n"
    value = value_of(whole)
    assert whole[value.span.start : value.span.end] == value.text == text
    assert (value.span.line, value.span.column) == (2, 4)


@given(st.lists(HAN, min_size=1, max_size=5), st.sampled_from([">-", ">", "|"]))
def test_the_span_of_a_block_text_ends_with_its_last_line(lines: list[str], mark: str) -> None:
    block = f"{mark}\n" + "\n".join(f"  {line}" for line in lines)
    whole = f"k: {block}\n\n\n# 注释\nz: 1\n"
    value = value_of(whole)
    assert whole[value.span.start : value.span.end] == block


@given(st.lists(HAN, min_size=2, max_size=5), st.sampled_from([">", "'", '"', ""]))
def test_no_fold_puts_a_space_between_han_characters(lines: list[str], style: str) -> None:
    assert value_of(folded(lines, style)).text == "".join(lines)


@given(st.lists(LATIN, min_size=2, max_size=5), st.sampled_from([">", "'", '"', ""]))
def test_every_fold_between_english_words_is_one_space(lines: list[str], style: str) -> None:
    assert value_of(folded(lines, style)).text == " ".join(lines)


def folded(lines: list[str], style: str) -> str:
    body = "\n  ".join(lines)
    return f"k: >-\n  {body}\n" if style == ">" else f"k: {style}{body}{style}\n"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["位居“双打”", "2024年第一"], "位居“双打”2024年第一"),
        (["新收{cases.n}", "IP案件"], "新收{cases.n}IP案件"),
        (["成立于 Guangdong", "IP Court，审理全省案件"], "成立于 Guangdong IP Court，审理全省案件"),
        (["the “first”", "{cases.n} cases"], "the “first” {cases.n} cases"),
        (["known as the word", "国 in Chinese characters"], "known as the word 国 in Chinese characters"),
    ],
)
def test_a_fold_between_unlike_marks_follows_the_language_of_the_text(lines: list[str], said: str) -> None:
    assert value_of(folded(lines, ">")).text == said


def test_escapes_stand_in_folded_double_quotes() -> None:
    assert value_of('k: "中\\u6587\n  \\"字\\"\\\n  尾"\n').text == '中文"字"尾'


def test_an_empty_line_in_a_folded_text_is_a_line_break() -> None:
    assert value_of("k: >-\n  甲\n\n  乙\n").text == "甲\n乙"
    assert value_of('k: "甲\n\n  乙"\n').text == "甲\n乙"


@given(st.text(max_size=60))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    root, problems = read(text.encode("utf-8", "replace").decode(), "f")
    assert (root is None) <= bool(problems)


@given(
    st.recursive(
        HAN | LATIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LATIN, inner, max_size=3)
    )
)
def test_what_is_dumped_is_read_back(data: object) -> None:
    # A number or a date in the dump is a word here, so the scalars are texts from the start.
    if isinstance(data, str):
        return
    root, problems = read(yaml.safe_dump(data, allow_unicode=True, width=1000), "f")
    assert problems == ()
    assert root is not None
    assert plain(root) == data


def plain(node: Node) -> object:
    match node:
        case Scalar(text, _):
            return text
        case Sequence(items, _):
            return [plain(item) for item in items]
        case Mapping(entries, _):
            return {key.text: plain(value) for key, value in entries}
