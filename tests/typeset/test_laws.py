"""What holds for any text: nothing is lost, nothing sticks out, the same text gives the same lines."""

import re
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from tests.typeset.demerits import text_of, width_of
from tests.typeset.shapers import FaceShaper, TableShaper

from reportpub.typeset.compose import compose
from reportpub.typeset.lines import Line, Piece, Setting

TABLE = TableShaper()
FACES = {"zh": FaceShaper("zh"), "en": FaceShaper("en")}
STICKING_OUT = 0.02

CHINESE = "知识产权 保护 第三批 “原创” 《纲要》 （一） ，。 ：“ ！” —— …… · ～ ① 々 ー 𠮷 𪚥"
NUMBERS = "83308件 8.54% 2021—2035年 2021–2035 1,234,567 5万元 RMB 10 million No. 5 % −3"
ENGLISH = (
    "intellectual property Guangdong-Macao follow-up people’s J. K. internationalization (a) [1] “quoted,” é"
)
OTHERS = ("😀", "👍🏽", "https://example.org/a/b?c=d", "\u3000", "\u00a0", "\u200b", "\u2060", "\u00ad")
WORDS = st.sampled_from((*CHINESE.split(), *NUMBERS.split(), *ENGLISH.split(), *OTHERS))
TEXTS = st.one_of(
    st.lists(WORDS, max_size=60).map("".join),
    st.lists(WORDS, max_size=40).map(" ".join),
    st.text(max_size=40),
)
LANGUAGES = st.sampled_from(("zh", "en"))
SETTINGS = st.sampled_from(Setting)
MEASURES = st.one_of(st.integers(10, 45), st.floats(10, 45, allow_nan=False))
INDENTS = st.sampled_from((0.0, 1.0, 2.0))


def bare(text: str) -> str:
    """Return a text without what lines may drop or add: spaces, unseen characters and hyphens."""
    return re.sub("[\\s\x1c-\x1f\u200b\u2060\ufeff\u00ad-]", "", text)


def composed(
    pieces: list[Piece], lang: str, measure: float, indent: float, setting: Setting, start: int = 0
) -> tuple[Line, ...]:
    """Return the lines of a paragraph measured by the table, which must not fail."""
    lines = compose(pieces, "zh" if lang == "zh" else "en", measure, indent, setting, TABLE, start)
    assert lines is not None
    return lines


@given(TEXTS, LANGUAGES, MEASURES, INDENTS, SETTINGS)
def test_the_lines_joined_are_the_text(
    text: str, lang: str, measure: float, indent: float, setting: Setting
) -> None:
    lines = composed([Piece(text, 0)], lang, measure, indent, setting)
    assert bare("".join(map(text_of, lines))) == bare(text)
    assert not lines or lines[-1].end == len(text)


@given(TEXTS, LANGUAGES, MEASURES, INDENTS, SETTINGS)
def test_each_line_is_the_stretch_of_text_its_ends_tell(
    text: str, lang: str, measure: float, indent: float, setting: Setting
) -> None:
    begin = 0
    for line in composed([Piece(text, 0)], lang, measure, indent, setting):
        assert bare(text_of(line)) == bare(text[begin : line.end])
        begin = line.end


@given(TEXTS, LANGUAGES, MEASURES, INDENTS, SETTINGS)
def test_no_line_exceeds_its_room_and_the_first_leaves_room_for_its_indent(
    text: str, lang: str, measure: float, indent: float, setting: Setting
) -> None:
    lines = composed([Piece(text, 0)], lang, measure, indent, setting)
    rooms = [measure - indent, *[measure] * len(lines)]
    for line, room in zip(lines, rooms, strict=False):
        assert width_of(line, TABLE) <= room + STICKING_OUT


@given(TEXTS, LANGUAGES, MEASURES, INDENTS, SETTINGS)
def test_in_the_real_faces_no_line_exceeds_its_room(
    text: str, lang: str, measure: float, indent: float, setting: Setting
) -> None:
    lines = compose([Piece(text, 0)], "zh" if lang == "zh" else "en", measure, indent, setting, FACES[lang])
    assert lines is not None
    rooms = [measure - indent, *[measure] * len(lines)]
    for line, room in zip(lines, rooms, strict=False):
        assert width_of(line, FACES[lang]) <= room + STICKING_OUT


@given(TEXTS, LANGUAGES, MEASURES, INDENTS, SETTINGS, st.data())
def test_a_paragraph_resumed_where_a_line_ended_goes_on_with_the_same_lines(
    text: str, lang: str, measure: float, indent: float, setting: Setting, data: st.DataObject
) -> None:
    lines = composed([Piece(text, 0)], lang, measure, indent, setting)
    if lines:
        done = data.draw(st.integers(1, len(lines)))
        rest = composed([Piece(text, 0)], lang, measure, indent, setting, lines[done - 1].end)
        assert rest == lines[done:]


@given(TEXTS, LANGUAGES, MEASURES, MEASURES, SETTINGS, st.data())
def test_resumed_at_another_measure_it_loses_nothing(
    text: str, lang: str, measure: float, other: float, setting: Setting, data: st.DataObject
) -> None:
    lines = composed([Piece(text, 0)], lang, measure, 2.0, setting)
    if lines:
        start = lines[data.draw(st.integers(1, len(lines))) - 1].end
        rest = composed([Piece(text, 0)], lang, other, 2.0, setting, start)
        assert bare("".join(map(text_of, rest))) == bare(text[start:])
        assert all(width_of(line, TABLE) <= other + STICKING_OUT for line in rest)


@given(st.lists(TEXTS, max_size=5), LANGUAGES, MEASURES, SETTINGS)
def test_pieces_keep_their_own_characters(
    texts: list[str], lang: str, measure: float, setting: Setting
) -> None:
    pieces = [Piece(text, index, raised=index % 3 == 2) for index, text in enumerate(texts)]
    lines = composed(pieces, lang, measure, 0.0, setting)
    for index, text in enumerate(texts):
        found = (s.text for line in lines for s in line.segments if s.source == index)
        assert bare("".join(found)) == bare(text)
    assert not lines or lines[-1].end == list(accumulate(map(len, texts)))[-1]


@given(TEXTS, LANGUAGES, MEASURES, INDENTS, SETTINGS)
def test_the_same_text_gives_the_same_lines(
    text: str, lang: str, measure: float, indent: float, setting: Setting
) -> None:
    pieces = [Piece(text, 0)]
    assert composed(pieces, lang, measure, indent, setting) == composed(
        pieces, lang, measure, indent, setting
    )


@given(TEXTS, LANGUAGES, SETTINGS, st.floats(0.3, 9))
def test_in_any_narrow_measure_nothing_is_dropped_and_nothing_sticks_out(
    text: str, lang: str, setting: Setting, measure: float
) -> None:
    lines = compose([Piece(text, 0)], "zh" if lang == "zh" else "en", measure, 0.0, setting, TABLE)
    if lines is not None:
        assert bare("".join(map(text_of, lines))) == bare(text)
        assert all(width_of(line, TABLE) <= measure + STICKING_OUT for line in lines)


@given(TEXTS, LANGUAGES, SETTINGS)
def test_in_an_endless_measure_a_text_has_one_line(text: str, lang: str, setting: Setting) -> None:
    assert len(composed([Piece(text, 0)], lang, 1e6, 0.0, setting)) <= 1


@given(TEXTS, LANGUAGES, SETTINGS)
def test_a_width_asked_for_and_given_back_holds_the_line(text: str, lang: str, setting: Setting) -> None:
    lines = composed([Piece(text, 0)], lang, 1e6, 0.0, setting)
    if lines:
        assert composed([Piece(text, 0)], lang, width_of(lines[0], TABLE), 0.0, setting) == lines
