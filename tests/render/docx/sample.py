"""A small edition with every kind of block, built by hand so that the Word writer is tested alone."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from PIL import Image

from reportpub.edition.edition import (
    Edition,
    Label,
    Part,
    Plot,
    PlotSeries,
    Point,
    ShownChapter,
    ShownMetadata,
)
from reportpub.findings import Span
from reportpub.model.blocks import (
    Block,
    Callout,
    Chart,
    ChartKind,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    List,
    Note,
    Paragraph,
    Quote,
    Row,
    Series,
    Status,
    Table,
)
from reportpub.model.job import Job
from reportpub.model.report import Arrangement, EditionSpec, Place, Target
from reportpub.model.text import (
    Emph,
    Figures,
    Inlines,
    Lang,
    Link,
    Named,
    NoteMark,
    Passage,
    Pointer,
    Shown,
    Str,
    Strong,
)
from reportpub.render.docx.pictures import Picture

AT = Span("sample.yaml")
Words = str | Inlines

LANGUAGES = {
    "zh": (Lang.ZH,),
    "en": (Lang.EN,),
    "sequential": (Lang.ZH, Lang.EN),
    "review": (Lang.ZH, Lang.EN),
}
ARRANGED = {"sequential": Arrangement.SEQUENTIAL, "review": Arrangement.PARALLEL}
QUESTIONS = {
    "intake-text": {Lang.ZH: "“新收”含调解吗？<&>", Lang.EN: "Does “taken in” include mediation?"},
    "intake-table": {Lang.EN: "Is the unit right?"},
    "judicial-key": {Lang.ZH: "先后次序对吗？"},
}


@dataclass(frozen=True, slots=True)
class Show:
    """Makes texts in the languages of one part."""

    languages: tuple[Lang, ...]

    def __call__(self, zh: Words, en: Words) -> Shown:
        """Return a text in the languages of the part."""
        words = {Lang.ZH: zh, Lang.EN: en}
        return Shown(tuple(Passage(lang, _inlines(words[lang]), AT) for lang in self.languages))


def _inlines(words: Words) -> Inlines:
    return (Str(words),) if isinstance(words, str) else words


def edition(name: str) -> Edition:
    """Return the edition `zh`, `en`, `sequential` or `review`."""
    languages = LANGUAGES[name]
    spec = EditionSpec(
        name=name,
        languages=languages,
        arrangement=ARRANGED.get(name, Arrangement.SINGLE),
        layout="report",
        targets=(Target.DOCX,),
        review=name == "review",
        span=AT,
    )
    groups = (languages,) if name == "review" else tuple((lang,) for lang in languages)
    asked = QUESTIONS if name == "review" else {}
    return Edition(
        report="sample",
        root=Path("/nowhere"),
        spec=spec,
        job=Job(span=AT),
        metadata=_metadata(Show(languages)),
        parts=tuple(Part(languages=group, chapters=_chapters(Show(group), asked)) for group in groups),
        labels=LABELS,
        plots={"intake-chart": _plot(Show(languages))},
    )


def pictures() -> dict[str, Picture]:
    """Return a plain picture for every figure of the sample."""
    buffer = io.BytesIO()
    Image.new("RGB", (280, 120), "#E8EAF0").save(buffer, "PNG")
    picture = Picture(buffer.getvalue(), 140.0, 60.0)
    return {"court-house": picture}


def _label(zh: str, en: str, zh_pointer: str = "", en_pointer: str = "") -> Label:
    return Label({Lang.ZH: zh, Lang.EN: en}, {Lang.ZH: zh_pointer or zh, Lang.EN: en_pointer or en})


LABELS = {
    "preface": Label({}, {Lang.ZH: "前言", Lang.EN: "Preface"}),
    "judicial": _label("一、", "I.", "第一部分", "Section I"),
    "trials": _label("（一）", "A.", "第一部分（一）", "Section I.A"),
    "intake": _label("1.", "1.", "第一部分（一）1", "Section I.A.1"),
    "intake-table": _label("表1-1", "Table 1.1"),
    "intake-chart": _label("图1-1", "Figure 1.1"),
    "court-house": _label("图1-2", "Figure 1.2"),
    "services": _label("二、", "II.", "第二部分", "Section II"),
    "glossary": Label({}, {Lang.ZH: "附录", Lang.EN: "Appendix"}),
}


def _metadata(show: Show) -> ShownMetadata:
    return ShownMetadata(
        title=show("2024年广东省知识产权保护状况", "Intellectual Property Protection in Guangdong in 2024"),
        subtitle=show("年度报告", "Annual report"),
        period="2024",
        issuer=show(
            "广东省知识产权保护工作领导小组办公室", "Office of the Leading Group, Guangdong Province"
        ),
        date="2025-04-26",
        imprint=(
            show("编写：样例编辑部", "Compiled by the sample editors"),
            show("版次：2025年4月第1版", "First edition, April 2025"),
        ),
        english_status=show(
            "英文为译文，以中文为准。", "The English is a translation; the Chinese prevails."
        ),
        keywords=show("知识产权；广东", "intellectual property; Guangdong"),
    )


def _chapters(show: Show, asked: Mapping[str, Mapping[Lang, str]]) -> tuple[ShownChapter, ...]:
    return (
        ShownChapter(
            id="preface",
            place=Place.FRONT,
            title=_heading("preface", 1, show("前言", "Preface")),
            blocks=(
                _paragraph(
                    "greeting",
                    show("谨以本报告向社会各界致意。", "This report is offered to the public."),
                ),
            ),
            notes={},
        ),
        ShownChapter(
            id="judicial",
            place=Place.BODY,
            title=_heading("judicial", 1, show("从严司法保护", "Firm judicial protection")),
            blocks=_judicial(show),
            questions=asked,
            notes={
                "ratio": Note(
                    id="ratio",
                    text=show(
                        "结收比＝审结数÷新收数。", (Str("Concluded over received; see "), _link("the court"))
                    ),
                    span=AT,
                )
            },
        ),
        ShownChapter(
            id="services",
            place=Place.BODY,
            title=_heading("services", 1, show("优化公共服务", "Better public services")),
            blocks=(
                Callout(
                    id="hotline",
                    title=show("热线", "Hotline"),
                    text=show("维权援助热线为12345。", "Call 12345 for help."),
                    span=AT,
                ),
                _paragraph("draft-one", show("其一。", "The first of two drafts."), Status.DRAFT),
                List(
                    id="draft-two",
                    ordered=True,
                    items=(show("再起一。", "One again."), show("再起二。", "Two again.")),
                    status=Status.DRAFT,
                    span=AT,
                ),
                _paragraph("final-one", show("定稿。", "A final text.")),
                Quote(id="said", text=show("保护就是创新。", "To protect is to create."), span=AT),
            ),
            notes={},
        ),
        ShownChapter(
            id="glossary",
            place=Place.BACK,
            title=_heading("glossary", 1, show("附录", "Appendix")),
            blocks=(_paragraph("closing", show("全文完。", "The end.")),),
            notes={},
        ),
    )


def _heading(name: str, level: int, text: Shown) -> Heading[Shown]:
    return Heading(id=name, level=level, text=text, span=AT)


def _paragraph(name: str, text: Shown, status: Status = Status.FINAL) -> Paragraph[Shown]:
    return Paragraph(id=name, text=text, status=status, span=AT)


def _link(words: str) -> Link:
    return Link((Str(words),), "https://example.org/?a=1&b=2")


def _judicial(show: Show) -> tuple[Block[Shown], ...]:
    received = Figures("courts.received", "", "83308件"), Figures("courts.received", "", "83,308")
    change = (
        Figures("courts.received.yoy", "yoy", "同比下降8.54%"),
        Figures("courts.received.yoy", "yoy", "down 8.54%"),
    )
    return (
        KeyFigures(
            id="judicial-key",
            items=(
                KeyFigure(
                    "courts.received",
                    show((received[0],), (received[1],)),
                    show("新收案件", "Cases received"),
                ),
                KeyFigure(
                    "courts.damages",
                    show("88.5亿元", "RMB 8.85 billion"),
                    show("判赔金额", "Damages awarded"),
                ),
                KeyFigure("courts.ktv", show("超三成", "over 30%"), show("降幅", "Decrease")),
                KeyFigure("courts.rank", show("第一", "first"), show("全国排名", "Rank in China")),
                KeyFigure("courts.ratio", show("106.19%", "106.19%"), show("结收比", "Clearance rate")),
            ),
            span=AT,
        ),
        _heading("trials", 2, show("审判", "Trials")),
        _heading("intake", 3, show("收案", "Intake")),
        Paragraph(
            id="intake-text",
            lead=show("收结案件", "Caseload"),
            text=show(
                (
                    Str("全省法院新收案件"),
                    received[0],
                    Str("，"),
                    change[0],
                    Str("，结收比居前"),
                    NoteMark("ratio", 1),
                    Str("。依据“"),
                    Named("outline", "《知识产权强国建设纲要》", title=True),
                    Str("”，见"),
                    Pointer("intake-table", "表1-1"),
                    Str("、"),
                    Pointer("services", "第二部分"),
                    Str("；"),
                    Strong((Str("从严"), Figures("courts.received", "n", "83308"))),
                    Str("、"),
                    Emph((Str("从快"),)),
                    Str("——<&>。"),
                ),
                (
                    Str("Courts took in "),
                    received[1],
                    Str(" new cases, "),
                    change[1],
                    Str(", with a good ratio."),
                    NoteMark("ratio", 1),
                    Str(" Under the “"),
                    Named("outline", "Outline for Building", title=True),
                    Str("”, see "),
                    Pointer("intake-table", "Table 1.1"),
                    Str(" and "),
                    Pointer("services", "Section II"),
                    Str("; "),
                    Strong((Str("firm with "), Figures("courts.received", "n", "83,308"))),
                    Str(", "),
                    Emph((Str("fast"),)),
                    Str(" <&>."),
                ),
            ),
            span=AT,
        ),
        Table(
            id="intake-table",
            title=show("主要指标", "Main indicators"),
            unit=show("单位：件", "Unit: cases"),
            columns=(show("指标", "Indicator"), show("2024年", "2024"), show("同比", "Year on year")),
            rows=(
                Row((show("民事", "Civil"),), group=True),
                Row((show("新收案件", "Cases received"), show("83308", "83,308"), show("−8.54%", "−8.54%"))),
                Row((show("审结案件", "Cases concluded"), show("88462", "88,462"), show("—", "—"))),
            ),
            source=show("广东省高级人民法院", "High People’s Court of Guangdong"),
            span=AT,
        ),
        Chart(
            id="intake-chart",
            kind=ChartKind.BAR,
            title=show("收结案件", "Caseload"),
            alt=show("条形图：新收83308件。", "Bar chart: 83,308 received."),
            series=(Series(("courts.received",)),),
            categories=(),
            source=show("法院", "Courts"),
            span=AT,
        ),
        Figure(
            id="court-house",
            image="images/house.png",
            title=show("法院外景", "The court house"),
            alt=show("一座楼", "A building"),
            span=AT,
        ),
        Table(
            id="plain-table",
            title=show("无编号表", "A table without a number"),
            columns=(show("项", "Item"), show("说明", "Remark")),
            rows=(Row((show("甲", "A"), show("说明文字", "Some words"))),),
            span=AT,
        ),
        List(id="steps", ordered=True, items=(show("先。", "First."), show("后。", "Then.")), span=AT),
        List(id="points", ordered=False, items=(show("一点。", "A point."),), span=AT),
        Quote(
            id="creed",
            text=show("保护“知识产权”就是保护创新。", "To protect it is to protect innovation."),
            source=show("《求是》", "Qiushi"),
            span=AT,
        ),
        _paragraph(
            "again",
            show((Str("再见注"), NoteMark("ratio", 1), Str("。")), (Str("As noted"), NoteMark("ratio", 1))),
        ),
    )


def _plot(show: Show) -> Plot:
    words = {Lang.ZH: "83308", Lang.EN: "83,308"}
    point = Point("courts.received", show("新收案件", "Cases received"), Decimal(83308), words)
    return Plot((PlotSeries((point,)),))
