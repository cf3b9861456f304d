"""Text of any Chinese computer: UTF-8, UTF-16 and GB18030 told apart by what they hold."""

from __future__ import annotations

import codecs
import re

from reportpub.findings import ContentError, Span, error
from reportpub.sentences import say

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = re.compile(r"[\u4e00-\u9fff，。、；：！？（）《》“”‘’—…·　\s!-~]")
"""What a Chinese or English text is made of."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ENOUGH = 0.95
"""The share of such characters in a text that was read right."""
_ZEROS = 0.2
"""The share of zero bytes in UTF-16 of a text with some Latin in it."""
_GUESSES = ("gb18030", "big5", "utf-16-le", "utf-16-be")


def decoded(data: bytes, file: str) -> tuple[str, str]:
    """Return a text and the name of its encoding; `ContentError` when it is empty or in no encoding known."""
    if not data.strip():
        raise ContentError(
            (error("adopt/empty", say("the manuscript is empty"), Span(file), say("name another file")),)
        )
    for mark, name in _MARKED:
        if data.startswith(mark):
            try:
                return _lines(data.decode(name)), name.removesuffix("-sig")
            except UnicodeDecodeError:
                raise _unknown(file) from None
    try:
        text = data.decode("utf-8")
        if not _CONTROL.search(text):
            return _lines(text), "utf-8"
    except UnicodeDecodeError:
        pass
    wide = data.count(0) >= _ZEROS * len(data)
    for name in reversed(_GUESSES) if wide else _GUESSES:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text) and len(_COMMON.findall(text)) >= _ENOUGH * len(text):
            return _lines(text), name
    raise _unknown(file)


def _lines(text: str) -> str:
    return re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text.lstrip("\ufeff"))


def _unknown(file: str) -> ContentError:
    hint = say("open it in the program it was written in, and save it as UTF-8")
    message = say("this is no text in UTF-8, UTF-16, GB18030 or Big5")
    return ContentError((error("adopt/encoding", message, Span(file), hint),))
