"""The words of one run: text, tabs, breaks, symbols, fields, calls of notes, and what hangs in it."""

from __future__ import annotations

from reportpub.manuscript.elements import Run
from reportpub.manuscript.word.fields import said_by
from reportpub.manuscript.word.names import W, child, local
from reportpub.manuscript.word.reading import Changes, Reading
from reportpub.manuscript.word.shapes import hung
from reportpub.opc.markup import Element
from reportpub.sentences import say

_SYMBOLS = {
    ("wingdings", 0x6C): "●", ("wingdings", 0x6E): "■", ("wingdings", 0x75): "◆", ("wingdings", 0xA8): "□",
    ("wingdings", 0xFC): "√", ("wingdings", 0xFE): "√", ("wingdings", 0xD8): "▶", ("wingdings", 0xE0): "→",
    ("symbol", 0xB7): "·", ("symbol", 0xB0): "°", ("symbol", 0xB1): "±", ("symbol", 0xB4): "×",
    ("symbol", 0xA3): "≤", ("symbol", 0xB3): "≥", ("symbol", 0x6D): "μ", ("symbol", 0xAE): "→",
}  # fmt: skip
"""Characters of fonts that have an encoding of their own, as Unicode has them."""
_OWN_USE = 0xF000
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_HUNG = frozenset({"drawing", "pict", "object", "AlternateContent"})
_NOTHING = frozenset(
    {
        "rPr", "softHyphen", "lastRenderedPageBreak", "commentReference", "annotationRef", "footnoteRef",
        "endnoteRef", "separator", "continuationSeparator", "Choice", "Fallback",
    }
)  # fmt: skip


def run_words(run: Element, reading: Reading, style: str, *, gone: bool, link: str = "") -> list[Run]:
    """Return what a run says; `gone` tells that it stands in text that was deleted and stays so.

    What no reader sees (hidden words, instructions of fields, contents) is kept for the report.
    """
    properties = child(run, "rPr")
    hidden = reading.styles.on(properties, style, "vanish")
    bold, italic = (reading.styles.on(properties, style, what) for what in ("b", "i"))
    said: list[Run] = []
    own_mark = ""
    for piece in run:
        words = _piece(piece, reading, gone=gone)
        if isinstance(words, str):
            words = Run(words)
        if own_mark and words.text:
            # The mark that its author gave a note; the layout numbers it.
            reading.marks[own_mark] = reading.marks.get(own_mark, "") + words.text
            reading.leave("mark of a note", words.text)
            continue
        if words.note and piece.get(W + "customMarkFollows", "0").lower() not in ("0", "false", "off"):
            own_mark = words.note
        if not words.text and not words.note:
            continue
        if not reading.fields.shown or gone:
            continue
        if reading.fields.made_anew:
            reading.leave("contents", words.text)
        elif hidden:
            reading.leave("hidden text", words.text)
        else:
            if not reading.size and words.text.strip():
                reading.size = reading.styles.size(properties, style)
            address = link or reading.fields.link
            said.append(Run(words.text, bold, italic, address, words.note))
    return said


def _piece(piece: Element, reading: Reading, *, gone: bool) -> str | Run:
    name = local(piece)
    match name:
        case "t":
            return str(piece.text or "")
        case "delText":
            return str(piece.text or "") if reading.changes is Changes.REJECT else ""
        case "tab" | "ptab":
            return "\t"
        case "cr":
            return "\n"
        case "br":
            # A page or a column that ends within a paragraph parts its words and not the paragraph.
            return "\n" if piece.get(W + "type") in (None, "textWrapping") else " "
        case "noBreakHyphen":
            return "-"
        case "sym":
            return _symbol(piece, reading)
        case "fldChar":
            return _field(piece, reading)
        case "instrText":
            reading.fields.instruct(str(piece.text or ""))
            return ""
        case "ruby":
            return _ruby(piece, reading)
        case _ if name in _NOTES:
            kind = "footnote" if name.startswith("foot") else "endnote"
            return Run("", note=f"{kind}-{piece.get(W + 'id')}")
        case _ if name in _HUNG:
            if not gone and reading.fields.shown and not reading.fields.made_anew:
                hung(piece, reading)
            return ""
        case "delInstrText" | "dayShort" | "dayLong" | "monthShort" | "yearShort" | "yearLong" | "pgNum":
            return ""
        case _:
            return "" if name in _NOTHING else _unknown(piece, reading)


def _symbol(piece: Element, reading: Reading) -> str:
    font, code = str(piece.get(W + "font", "")), str(piece.get(W + "char", ""))
    try:
        point = int(code, 16)
    except ValueError:
        point = 0
    own = point - _OWN_USE if point >= _OWN_USE else point
    known = _SYMBOLS.get((font.lower(), own)) or _SYMBOLS.get((font.lower().rstrip(" 23"), own))
    if known:
        return known
    if 0 < point < _OWN_USE and font.lower() not in ("symbol", "wingdings", "webdings"):
        return chr(point)
    reading.remark(
        say("a symbol of the font {font} ({code}) has no known character", font=font, code=code),
        say("type it where □ stands"),
    )
    return "□"


def _field(piece: Element, reading: Reading) -> str:
    instruction = reading.fields.mark(str(piece.get(W + "fldCharType", "")))
    shows = said_by(instruction) if instruction else None
    if shows is None:
        return ""
    words, over = shows
    if words:
        reading.leave("pronunciation", over)
    else:
        reading.leave("equation field", over)
        reading.remark(
            say("a formula is written as a field (EQ) and was not read"), say("type it where it belongs")
        )
    return words


def _ruby(piece: Element, reading: Reading) -> str:
    base = "".join(str(t.text or "") for part in piece.iter(W + "rubyBase") for t in part.iter(W + "t"))
    reading.leave(
        "pronunciation",
        "".join(str(t.text or "") for part in piece.iter(W + "rt") for t in part.iter(W + "t")),
    )
    return base


def _unknown(piece: Element, reading: Reading) -> str:
    words = "".join(str(t.text or "") for t in piece.iter(W + "t"))
    reading.remark(
        say("“{local}” is not known; its words were taken as they are", local=local(piece)),
        say("look at the paragraph in Word"),
    )
    return words
