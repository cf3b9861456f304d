"""Characters nobody sees are told where they stand; pictures made of several and comments are left alone."""

from __future__ import annotations

import pytest

from reportpub.source.unseen import unseen


@pytest.mark.parametrize(
    ("line", "column", "named"),
    [
        ("zh: 知识\u200b产权", 7, "U+200B"),
        ("en: co\u00adoperation", 7, "U+00AD"),
        ("en: a\u200fb", 6, "U+200F"),
        ("zh: 词\u2060语", 6, "U+2060"),
        ("en: a\u200db", 6, "U+200D"),
        ("zh: 前\ufeff后", 6, "U+FEFF"),
        (r'en: "a\u200bb"', 7, "U+200B"),
        (r'en: "co\xadop"', 8, "U+00AD"),
    ],
)
def test_an_unseen_character_is_told_with_its_place(line: str, column: int, named: str) -> None:
    (found,) = unseen(f"id: x\n{line}\n", "source/chapters/01.yaml")
    assert found.code == "typed/unseen"
    assert named in found.message
    assert str(found.span) == f"source/chapters/01.yaml:2:{column}"


@pytest.mark.parametrize(
    "line",
    [
        "zh: 知识产权，𠮷野家 🎉",
        "zh: 全家👨\u200d👩\u200d👧\u200d👦",
        "  # 知识\u200b产权",
        r"en: 'a\u200bb'",
        r'en: "C:\\u200b"',
        "zh: 一\u3000二\u00a0三",
    ],
)
def test_what_is_seen_or_goes_nowhere_is_left_alone(line: str) -> None:
    assert tuple(unseen(line, "x.yaml")) == ()
