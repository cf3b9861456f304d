"""Short ways to set a text in a test and to see its lines."""

from tests.typeset.demerits import text_of
from tests.typeset.shapers import TableShaper

from reportpub.typeset.compose import compose
from reportpub.typeset.lines import Language, Line, Piece, Setting

TABLE = TableShaper()


def lines(
    text: str | list[Piece],
    lang: Language,
    measure: float,
    setting: Setting = Setting.JUSTIFIED,
    indent: float = 0.0,
) -> tuple[Line, ...]:
    """Return the lines of a text that can be set."""
    pieces = [Piece(text, 0)] if isinstance(text, str) else text
    found = compose(pieces, lang, measure, indent, setting, TABLE)
    assert found is not None
    return found


def texts(
    text: str | list[Piece],
    lang: Language,
    measure: float,
    setting: Setting = Setting.JUSTIFIED,
    indent: float = 0.0,
) -> list[str]:
    """Return the lines of a text as strings."""
    return [text_of(line) for line in lines(text, lang, measure, setting, indent)]


def white_after(line: Line, text: str) -> float:
    """Return the extra after the first segment that ends with a text."""
    return next(segment.extra for segment in line.segments if segment.text.endswith(text))
