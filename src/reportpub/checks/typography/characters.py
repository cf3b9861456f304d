"""What characters are to the rules: Han, Latin, or a mark of CLREQ 3.1, and what may begin or end a line."""

from __future__ import annotations

import re

OPENING = frozenset("（《〈“‘「『【〔〖［｛")
CLOSING = frozenset("）》〉”’」』】〕〗］｝")
STOPS = frozenset("，。、；：！？．")
NEVER_FIRST = CLOSING | STOPS | frozenset("·・%‰℃％)]},.;:!?")
"""Line-start prohibition (CLREQ 3.1.2); dashes and ellipses have rules of their own."""
NEVER_LAST = OPENING | frozenset("([{￥¥＄$№#＃")
UNITS = frozenset(
    "年月日号时分秒件人家个项万亿元千百名起宗次批届条支只台套篇期场份部类级所座户种岁倍吨"
    "米里亩组户间款例位天周季度张卷册页章节处笔辆艘头棵株"
)
"""What stands after a number and belongs to it (GB/T 15835-2011)."""

_HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile("[0-9A-Za-z\u00c0-\u024f%‰℃]")


def is_han(text: str) -> bool:
    """Tell whether a text begins with a Han character."""
    return _HAN.match(text) is not None


def kind(character: str) -> str:
    """Return O opening mark, C closing mark, P pause or stop, H Han, L letter or figure, X anything else."""
    if character in OPENING:
        return "O"
    if character in CLOSING:
        return "C"
    if character in STOPS:
        return "P"
    if is_han(character):
        return "H"
    return "L" if _LATIN.match(character) else "X"
