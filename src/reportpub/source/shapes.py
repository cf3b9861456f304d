"""The shape of every YAML file: the one table behind the loader's checks and the published JSON Schemas."""

from __future__ import annotations

from reportpub.model.blocks import ChartKind, Status, Sync
from reportpub.model.facts import Direction, Scale, Style
from reportpub.model.facts import Kind as Counted
from reportpub.model.report import Arrangement, Target
from reportpub.source.job_shapes import JOB
from reportpub.source.kinds import (
    Both,
    Choice,
    Either,
    Field,
    Flag,
    Kind,
    Named,
    Number,
    Record,
    Several,
    Text,
    Word,
)

NAME = Word(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "trade-secret")
BLOCK_ID = Word(rf"(?=.{{1,28}}$){NAME.pattern}", "courts-intake, of at most 28 characters")
"""A block is found again in Word by a bookmark, whose name has at most 40 characters."""
FACT_ID = Word(r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)*", "courts.new-cases.n")
_MONTH, _DAY = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12][0-9]|3[01])"
PERIOD = Word(rf"[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?|[0-9]{{4}}/[0-9]{{4}}", "2024, 2024-12-31 or 2021/2024")
DATE = Word(rf"[0-9]{{4}}-{_MONTH}-{_DAY}", "2025-04-20")
TITLE = Field(Both(), "the title in both languages", required=True)
SOURCE = Field(Both(), "where the numbers or words come from")
ZH = Field(Text(), "the Chinese text")
EN = Field(Text(), "the English text")

UNIT = Record(
    "unit",
    {
        "zh": Field(Text(), "the Chinese classifier", required=True),
        "en": Field(Several(Text(), 2), "the English noun, singular and plural", required=True),
        "kind": Field(Choice(tuple(Counted)), "what it counts; a classifier such as 人 or 人次 tells it"),
    },
)
CHANGE = Record(
    "change",
    {
        "of": Field(Text(), "the fact that moved, or a few words when it is not reported", required=True),
        "direction": Field(
            Choice(tuple(Direction)), "up, down or flat; a computed change tells it by itself"
        ),
        "basis": Field(Text(), "what it is compared with, such as year-on-year", required=True),
    },
)
FACT = Record(
    "fact",
    {
        "label": Field(Both(), "what the number measures", required=True),
        "value": Field(Number(), "the exact value in base units"),
        "expr": Field(Text(), "instead of a value: how it follows from other facts"),
        "last": Field(Number(), "the value of the year before"),
        "unit": Field(Text(), "what is counted", required=True),
        "period": Field(PERIOD, "the year, day or span of years", required=True),
        "scale": Field(Choice(tuple(Scale)), "the power of ten that Chinese prints"),
        "decimals": Field(Number(whole=True, least=0), "decimals printed at that scale"),
        "style": Field(Choice(tuple(Style)), "Arabic figures or Han numerals in Chinese"),
        "qualifier": Field(Both(), "over, nearly, about"),
        "among": Field(Both(), "the field a rank is taken in"),
        "change": Field(CHANGE, "what moved, which way, against what"),
        "counts": Field(Text(), "for an ordinal or a first: the unit it counts in"),
        "cumulative": Field(Flag(), "whether the number has been added up since the start"),
        "source": Field(Text(), "who reported it"),
        "revised": Field(Flag(), "false until the value of this year is written"),
    },
    one_of=("value", "expr"),
)
RELATION = Record(
    "relation",
    {
        "holds": Field(Text(), "two sides and a sign between them, such as a + b = total", required=True),
        "accept": Field(Text(), "why it may fail in this report"),
    },
)
FACTS_FILE = Record(
    "facts file",
    {
        "units": Field(Named(NAME, UNIT), "what is counted"),
        "sources": Field(Named(FACT_ID, Text()), "who reported the facts whose ids begin so"),
        "facts": Field(Named(FACT_ID, FACT), "every reported number, once", required=True),
        "relations": Field(Named(FACT_ID, RELATION), "what must hold between facts"),
    },
)
TERM = Record(
    "term",
    {
        "zh": Field(Text(), "the official Chinese name", required=True),
        "en": Field(Text(), "the official English name", required=True),
        "kind": Field(Text(), "institution, document, event …", required=True),
        "short": Field(Both(), "the short form"),
        "draft": Field(Flag(), "whether the English name is our own translation"),
        "avoid": Field(
            Record("list of wordings", {k: Field(Several(Text()), "in this language") for k in ("zh", "en")}),
            "wordings that must not be used",
        ),
    },
)
TERMS_FILE = Record("terms file", {"terms": Field(Named(NAME, TERM), "every name, once", required=True)})

CELL = Both(neutral=True)
ROW = Either(
    Several(CELL),
    Record("group row", {"group": Field(Both(), "the sub-head", required=True)}),
    "a list, or a group row as {group: {zh: …, en: …}}",
)
SERIES = Record(
    "series",
    {
        "label": Field(Both(), "the name of the series"),
        "facts": Field(Several(FACT_ID), "one fact per category", required=True),
    },
)
HEADING = Record(
    "heading", {"level": Field(Choice(("2", "3")), "2 unless said otherwise"), "zh": ZH, "en": EN}
)
PARAGRAPH = Record("paragraph", {"lead": Field(Both(), "the run-in heading"), "zh": ZH, "en": EN})
LIST = Record(
    "list",
    {
        "ordered": Field(Flag(), "whether the items are numbered"),
        "items": Field(Several(Both()), "the items", required=True),
    },
)
QUOTE = Record("quote", {"zh": ZH, "en": EN, "source": SOURCE})
CALLOUT = Record("callout", {"title": Field(Both(), "the title"), "zh": ZH, "en": EN})
NOTE = Record("note", {"zh": ZH, "en": EN})
TABLE = Record(
    "table",
    {
        "title": TITLE,
        "unit": Field(Both(), "the unit line above the table"),
        "columns": Field(Several(CELL, 2), "the heads of the columns", required=True),
        "rows": Field(Several(ROW), "the rows, each a list of cells", required=True),
        "source": SOURCE,
        "wide": Field(Flag(), "whether it takes the full measure"),
    },
)
ALT = Field(Both(), "what a reader who cannot see it should know", required=True)
FIGURE = Record(
    "figure",
    {
        "image": Field(Text(), "the file, below source/", required=True),
        "width": Field(Number(least=5), "how wide it is printed, in mm; the whole measure unless said"),
        "title": TITLE,
        "alt": ALT,
        "source": SOURCE,
    },
)
CHART = Record(
    "chart",
    {
        "kind": Field(Choice(tuple(ChartKind)), "the shape", required=True),
        "title": TITLE,
        "alt": ALT,
        "facts": Field(Several(FACT_ID), "the facts of a chart with one series"),
        "series": Field(Several(SERIES), "the series of a chart with several"),
        "categories": Field(Several(Both()), "the names along the axis"),
        "highlight": Field(FACT_ID, "the fact to stress"),
        "total": Field(FACT_ID, "the fact that the parts shown come to"),
        "source": SOURCE,
    },
)
BLOCK_KINDS: dict[str, Kind] = {
    "heading": HEADING,
    "paragraph": PARAGRAPH,
    "list": LIST,
    "quote": QUOTE,
    "callout": CALLOUT,
    "table": TABLE,
    "figure": FIGURE,
    "chart": CHART,
    "key_figures": Several(FACT_ID),
    "note": NOTE,
}
CODE = Word(r"[a-z]+/[a-z0-9-]+", "parity/crossed")
QUESTION = Record(
    "question",
    {
        "zh": Field(Text(), "asked about the Chinese, in plain words"),
        "en": Field(Text(), "asked about the English, in plain words"),
    },
)
BLOCK = Record(
    "block",
    {
        "id": Field(BLOCK_ID, "a name unique in the report", required=True),
        "status": Field(Choice(tuple(Status)), "how far the text has come"),
        "accept": Field(Named(CODE, Text()), "findings that may stay, each with its reason"),
        "question": Field(QUESTION, "what the authors ask reviewers, shown in no edition but one for review"),
        "sync": Field(Choice(tuple(Sync)), "how it keeps level with its other language on facing pages"),
        **{name: Field(kind, f"a {name.replace('_', ' ')}") for name, kind in BLOCK_KINDS.items()},
    },
)
CHAPTER_FILE = Record(
    "chapter",
    {
        "id": Field(BLOCK_ID, "a name unique in the report", required=True),
        "title": TITLE,
        "status": Field(Choice(tuple(Status)), "how far the title has come"),
        "blocks": Field(Several(BLOCK), "the content in order", required=True),
    },
)

EDITION = Record(
    "edition",
    {
        "languages": Field(Several(Choice(("zh", "en"))), "zh, en or both, in order", required=True),
        "arrangement": Field(Choice(tuple(Arrangement)), "how the languages stand", required=True),
        "layout": Field(NAME, "a folder in layouts/", required=True),
        "targets": Field(Several(Choice(tuple(Target))), "the files to make", required=True),
        "review": Field(Flag(), "whether it goes to reviewers: changes tracked, questions as comments"),
        "reference": Field(
            Word(r"[^/\\][^\\]*\.docx", "office.docx"),
            "a Word file in source/ whose styles the Word file takes",
        ),
    },
)
SUBMISSION = Record(
    "submission",
    {
        "mark": Field(Text(), "the issuing mark, in red at the head of the first page"),
        "number": Field(Word(r"[^〔〕]+〔[0-9]{4}〕[1-9][0-9]*号", "粤府〔2025〕1号"), "the document number"),
        "title": Field(Several(Text()), "the title, a line for each time it breaks at its sense"),
        "recipient": Field(Text(), "who is addressed, with a full-width colon"),
        "signatory": Field(Text(), "who signs, unless it is the issuer"),
        "date": Field(DATE, "the day it is signed, unless it is the day of issue"),
        "contact": Field(Text(), "whom to ask, set in brackets at the end"),
    },
)
FILE_NAME = Word(r"[a-z0-9][a-z0-9-]*", "01-planning")
CHAPTERS = Record(
    "list of chapters",
    {
        "front": Field(Several(FILE_NAME, 0), "files before the numbered chapters"),
        "body": Field(Several(FILE_NAME), "the numbered chapters", required=True),
        "back": Field(Several(FILE_NAME, 0), "files after them"),
    },
)
REPORT_FILE = Record(
    "report",
    {
        "id": Field(NAME, "the name of the report in file names", required=True),
        "title": TITLE,
        "subtitle": Field(Both(), "a line below the title"),
        "period": Field(PERIOD, "what the report covers", required=True),
        "issuer": Field(Both(), "who issues it", required=True),
        "date": Field(DATE, "the day of issue", required=True),
        "imprint": Field(Several(Both()), "the lines of the imprint", required=True),
        "english_status": Field(Both(), "the notice on the status of the English", required=True),
        "keywords": Field(Both(), "words for file properties"),
        "submission": Field(SUBMISSION, "what the submission version says beyond the report"),
        "chapters": Field(CHAPTERS, "the chapter files in order, without .yaml", required=True),
        "editions": Field(Named(NAME, EDITION), "what readers get", required=True),
        "job": Field(JOB, "what the printer needs to know"),
    },
)
TRANSLATIONS_FILE = Record(
    "translations file",
    {
        "translations": Field(
            Named(BLOCK_ID, Word(r"[0-9a-f]{16}", "3f2a9c81d0e4b765")),
            "the Chinese that each English text was made from, as a fingerprint",
            required=True,
        )
    },
)
FILES = {
    "report": REPORT_FILE,
    "facts": FACTS_FILE,
    "terms": TERMS_FILE,
    "chapter": CHAPTER_FILE,
    "translations": TRANSLATIONS_FILE,
}
