"""The shape of every YAML file: the one table behind the loader's checks and the published JSON Schemas."""

from __future__ import annotations

from reportpub.model.blocks import ChartKind, Status, Sync
from reportpub.model.facts import Direction, Scale, Style
from reportpub.model.facts import Kind as Counted
from reportpub.model.report import Arrangement, Target
from reportpub.sentences import say
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
from reportpub.source.name_shapes import BLOCK_ID, CODE, DATE, FACT_ID, FILE_NAME, NAME, PERIOD

TITLE = Field(Both(), say("the title in both languages"), required=True)
SOURCE = Field(Both(), say("where the numbers or words come from"))
ZH = Field(Text(), say("the Chinese text"))
EN = Field(Text(), say("the English text"))

UNIT = Record(
    say("unit"),
    {
        "zh": Field(Text(), say("the Chinese classifier"), required=True),
        "en": Field(Several(Text(), 2), say("the English noun, singular and plural"), required=True),
        "kind": Field(
            Choice(tuple(Counted)), say("what it counts; a classifier such as 人 or 人次 tells it")
        ),
    },
)
CHANGE = Record(
    say("change"),
    {
        "of": Field(
            Text(), say("the fact that moved, or a few words when it is not reported"), required=True
        ),
        "direction": Field(
            Choice(tuple(Direction)), say("up, down or flat; a computed change tells it by itself")
        ),
        "basis": Field(Text(), say("what it is compared with, such as year-on-year"), required=True),
    },
)
FACT = Record(
    say("fact"),
    {
        "label": Field(Both(), say("what the number measures"), required=True),
        "value": Field(Number(), say("the exact value in base units")),
        "expr": Field(Text(), say("instead of a value: how it follows from other facts")),
        "last": Field(Number(), say("the value of the year before")),
        "unit": Field(Text(), say("what is counted"), required=True),
        "period": Field(PERIOD, say("the year, day or span of years"), required=True),
        "scale": Field(Choice(tuple(Scale)), say("the power of ten that Chinese prints")),
        "decimals": Field(Number(whole=True, least=0), say("decimals printed at that scale")),
        "style": Field(Choice(tuple(Style)), say("Arabic figures or Han numerals in Chinese")),
        "qualifier": Field(Both(), say("over, nearly, about")),
        "among": Field(Both(), say("the field a rank is taken in")),
        "change": Field(CHANGE, say("what moved, which way, against what")),
        "counts": Field(Text(), say("for an ordinal or a first: the unit it counts in")),
        "cumulative": Field(Flag(), say("whether the number has been added up since the start")),
        "source": Field(Text(), say("who reported it")),
        "revised": Field(Flag(), say("false until the value of this year is written")),
    },
    one_of=("value", "expr"),
)
RELATION = Record(
    say("relation"),
    {
        "holds": Field(
            Text(), say("two sides and a sign between them, such as a + b = total"), required=True
        ),
        "accept": Field(Text(), say("why it may fail in this report")),
    },
)
FACTS_FILE = Record(
    say("facts file"),
    {
        "units": Field(Named(NAME, UNIT), say("what is counted")),
        "sources": Field(Named(FACT_ID, Text()), say("who reported the facts whose ids begin so")),
        "facts": Field(Named(FACT_ID, FACT), say("every reported number, once"), required=True),
        "relations": Field(Named(FACT_ID, RELATION), say("what must hold between facts")),
    },
)
TERM = Record(
    say("term"),
    {
        "zh": Field(Text(), say("the official Chinese name"), required=True),
        "en": Field(Text(), say("the official English name"), required=True),
        "kind": Field(Text(), say("institution, document, event …"), required=True),
        "short": Field(Both(), say("the short form")),
        "draft": Field(Flag(), say("whether the English name is our own translation")),
        "avoid": Field(
            Record(
                say("list of wordings"),
                {k: Field(Several(Text()), say("in this language")) for k in ("zh", "en")},
            ),
            say("wordings that must not be used"),
        ),
    },
)
TERMS_FILE = Record(
    say("terms file"), {"terms": Field(Named(NAME, TERM), say("every name, once"), required=True)}
)

CELL = Both(neutral=True)
ROW = Either(
    Several(CELL),
    Record(say("group row"), {"group": Field(Both(), say("the sub-head"), required=True)}),
    say("a list, or a group row as {{group: {{zh: …, en: …}}}}"),
)
SERIES = Record(
    say("series"),
    {
        "label": Field(Both(), say("the name of the series")),
        "facts": Field(Several(FACT_ID), say("one fact per category"), required=True),
    },
)
HEADING = Record(
    say("heading"), {"level": Field(Choice(("2", "3")), say("2 unless said otherwise")), "zh": ZH, "en": EN}
)
PARAGRAPH = Record(say("paragraph"), {"lead": Field(Both(), say("the run-in heading")), "zh": ZH, "en": EN})
LIST = Record(
    say("list"),
    {
        "ordered": Field(Flag(), say("whether the items are numbered")),
        "items": Field(Several(Both()), say("the items"), required=True),
    },
)
QUOTE = Record(say("quote"), {"zh": ZH, "en": EN, "source": SOURCE})
CALLOUT = Record(say("callout"), {"title": Field(Both(), say("the title")), "zh": ZH, "en": EN})
NOTE = Record(say("note"), {"zh": ZH, "en": EN})
TABLE = Record(
    say("table"),
    {
        "title": TITLE,
        "unit": Field(Both(), say("the unit line above the table")),
        "columns": Field(Several(CELL, 2), say("the heads of the columns"), required=True),
        "rows": Field(Several(ROW), say("the rows, each a list of cells"), required=True),
        "source": SOURCE,
        "wide": Field(Flag(), say("whether it takes the full measure")),
    },
)
ALT = Field(Both(), say("what a reader who cannot see it should know"), required=True)
FIGURE = Record(
    say("figure"),
    {
        "image": Field(Text(), say("the file, below source/"), required=True),
        "width": Field(Number(least=5), say("how wide it is printed, in mm; the whole measure unless said")),
        "title": TITLE,
        "alt": ALT,
        "source": SOURCE,
    },
)
CHART = Record(
    say("chart"),
    {
        "kind": Field(Choice(tuple(ChartKind)), say("the shape"), required=True),
        "title": TITLE,
        "alt": ALT,
        "facts": Field(Several(FACT_ID), say("the facts of a chart with one series")),
        "series": Field(Several(SERIES), say("the series of a chart with several")),
        "categories": Field(Several(Both()), say("the names along the axis")),
        "highlight": Field(FACT_ID, say("the fact to stress")),
        "total": Field(FACT_ID, say("the fact that the parts shown come to")),
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
QUESTION = Record(
    say("question"),
    {
        "zh": Field(Text(), say("asked about the Chinese, in plain words")),
        "en": Field(Text(), say("asked about the English, in plain words")),
    },
)
ACCEPT = Field(Named(CODE, Text()), say("findings that may stay, each with its reason"))
BLOCK = Record(
    say("block"),
    {
        "id": Field(BLOCK_ID, say("a name unique in the report"), required=True),
        "status": Field(Choice(tuple(Status)), say("how far the text has come")),
        "accept": ACCEPT,
        "question": Field(
            QUESTION, say("what the authors ask reviewers, shown in no edition but one for review")
        ),
        "sync": Field(Choice(tuple(Sync)), say("how it keeps level with its other language on facing pages")),
        **{
            name: Field(kind, say("a {kind}", kind=name.replace("_", " ")))
            for name, kind in BLOCK_KINDS.items()
        },
    },
)
CHAPTER_FILE = Record(
    say("chapter"),
    {
        "id": Field(BLOCK_ID, say("a name unique in the report"), required=True),
        "title": TITLE,
        "status": Field(Choice(tuple(Status)), say("how far the title has come")),
        "accept": ACCEPT,
        "blocks": Field(Several(BLOCK), say("the content in order"), required=True),
    },
)

EDITION = Record(
    say("edition"),
    {
        "languages": Field(Several(Choice(("zh", "en"))), say("zh, en or both, in order"), required=True),
        "arrangement": Field(Choice(tuple(Arrangement)), say("how the languages stand"), required=True),
        "layout": Field(NAME, say("a folder in layouts/"), required=True),
        "targets": Field(Several(Choice(tuple(Target))), say("the files to make"), required=True),
        "review": Field(Flag(), say("whether it goes to reviewers: changes tracked, questions as comments")),
        "reference": Field(
            Word(r"[^/\\][^\\]*\.docx", "office.docx"),
            say("a Word file in source/ whose styles the Word file takes"),
        ),
    },
)
SUBMISSION = Record(
    say("submission"),
    {
        "mark": Field(Text(), say("the issuing mark, in red at the head of the first page")),
        "number": Field(
            Word(r"[^〔〕]+〔[0-9]{4}〕[1-9][0-9]*号", "粤府〔2025〕1号"), say("the document number")
        ),
        "title": Field(Several(Text()), say("the title, a line for each time it breaks at its sense")),
        "recipient": Field(Text(), say("who is addressed, with a full-width colon")),
        "signatory": Field(Text(), say("who signs, unless it is the issuer")),
        "date": Field(DATE, say("the day it is signed, unless it is the day of issue")),
        "contact": Field(Text(), say("whom to ask, set in brackets at the end")),
    },
)
CHAPTERS = Record(
    say("list of chapters"),
    {
        "front": Field(Several(FILE_NAME, 0), say("files before the numbered chapters")),
        "body": Field(Several(FILE_NAME), say("the numbered chapters"), required=True),
        "back": Field(Several(FILE_NAME, 0), say("files after them")),
    },
)
REPORT_FILE = Record(
    say("report"),
    {
        "id": Field(NAME, say("the name of the report in file names"), required=True),
        "title": TITLE,
        "subtitle": Field(Both(), say("a line below the title")),
        "period": Field(PERIOD, say("what the report covers"), required=True),
        "issuer": Field(Both(), say("who issues it"), required=True),
        "date": Field(DATE, say("the day of issue"), required=True),
        "imprint": Field(Several(Both()), say("the lines of the imprint"), required=True),
        "english_status": Field(Both(), say("the notice on the status of the English"), required=True),
        "keywords": Field(Both(), say("words for file properties")),
        "submission": Field(SUBMISSION, say("what the submission version says beyond the report")),
        "chapters": Field(CHAPTERS, say("the chapter files in order, without .yaml"), required=True),
        "editions": Field(Named(NAME, EDITION), say("what readers get"), required=True),
        "job": Field(JOB, say("what the printer needs to know")),
    },
)
TRANSLATIONS_FILE = Record(
    say("translations file"),
    {
        "translations": Field(
            Named(BLOCK_ID, Word(r"[0-9a-f]{16}", "3f2a9c81d0e4b765")),
            say("the Chinese that each English text was made from, as a fingerprint"),
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
