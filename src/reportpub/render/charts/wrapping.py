"""Words broken into lines by their measured width, in Chinese and in English.

Source: CLREQ 3.1.4 (marks that may not begin or end a line); GB/T 15834-2011, 5.1 (the place of marks).
"""

from __future__ import annotations

from collections.abc import Callable

WIDE = 0x2E80
"""From here on letters are Chinese, or marks that take the room of one."""

_NOT_FIRST = frozenset("，。、；：？！）〕］｝》〉」』】”’％%…—·～,.;:?!)]}")
_NOT_LAST = frozenset("（〔［｛《〈「『【“‘([{")
_AFTER_FIGURES = frozenset("年月日时分秒万亿千百十件人个项次家元成")
_JOINTS = frozenset("-/–")


def is_wide(character: str) -> bool:
    """Return whether a character is set on the Chinese square."""
    return ord(character) >= WIDE


def is_chinese(text: str) -> bool:
    """Return whether words are set as Chinese: with Chinese quotation marks and dashes."""
    return any(map(is_wide, text))


def pieces(text: str) -> tuple[str, ...]:
    """Return the smallest pieces a line may end after; a piece keeps the space behind it."""
    found: list[str] = []
    for at, character in enumerate(text):
        if found and not _may_break(text[at - 1], character):
            found[-1] += character
        else:
            found.append(character)
    return tuple(found)


def _may_break(before: str, after: str) -> bool:
    if after == " " or before in _NOT_LAST or after in _NOT_FIRST:
        return False
    if before == " ":
        return True
    if before.isdigit() and after in _AFTER_FIGURES:
        return False
    return is_wide(before) or is_wide(after) or (before in _JOINTS and after.isalpha())


def wrap(text: str, limit: float, width: Callable[[str], float]) -> tuple[str, ...]:
    """Return the fewest lines no wider than a limit, of widths as even as can be.

    A piece wider than the limit is broken between letters: nothing is ever cut or runs over.
    """
    whole = " ".join(text.split())
    if width(whole) <= limit:
        return (whole,)
    lines, broken = _greedy(whole, limit, width)
    low, high = limit / 2, limit
    # The narrowest measure with as many lines leaves no single word or character alone on the last.
    for _ in range(8):
        middle = (low + high) / 2
        tried, torn = _greedy(whole, middle, width)
        if len(tried) <= len(lines) and torn <= broken:
            lines, high = tried, middle
        else:
            low = middle
    return lines


def fits(text: str, limit: float, width: Callable[[str], float]) -> bool:
    """Return whether words can be set within a limit without breaking any of them."""
    return all(width(piece.rstrip()) <= limit for piece in pieces(" ".join(text.split())))


def _greedy(text: str, limit: float, width: Callable[[str], float]) -> tuple[tuple[str, ...], int]:
    """Return lines as full as can be, and how often a piece had to be broken."""
    lines, broken = [""], 0
    for piece in pieces(text):
        if width((lines[-1] + piece).rstrip()) <= limit:
            lines[-1] += piece
            continue
        lines.append("")
        for character in piece:
            if lines[-1] and width((lines[-1] + character).rstrip()) > limit:
                lines.append("")
                broken += 1
            lines[-1] += character
    return tuple(line.strip() for line in lines if line.strip()), broken
