"""The files of an adopted project: chapters, facts, terms and the report, ready for the office."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from reportpub.adoption.drafts import Book, ChapterDraft, Draft, Text
from reportpub.adoption.words import escaped, written
from reportpub.adoption.yaml_text import Tree, yaml_text
from reportpub.model.facts import Fact
from reportpub.model.report import Place
from reportpub.source.schema import schemas

_ISSUER = {"zh": "编辑部", "en": "The editorial office"}
_EDITIONS = {
    "parallel": ("zh, en", "parallel", "print, screen"),
    "sequential": ("zh, en", "sequential", "print, screen, docx"),
    "zh": ("zh", "single", "print, screen, docx"),
    "en": ("en", "single", "print, screen, docx"),
}
_FACTS = """\
# yaml-language-server: $schema=../schema/facts.schema.json
# 两种语言数值一致的数字；label 取自上下文，请改写。 Numbers both languages say; rewrite the labels.
"""
_TERMS = """\
# yaml-language-server: $schema=../schema/terms.schema.json
# 稿件中反复出现的名称。 Names that recur in the manuscript.
"""


def project_files(book: Book, name: str, *, bilingual: bool) -> Mapping[str, bytes]:
    """Return the files of a project by their paths in its folder.

    `name` is the id of the report. A report without any English has the one edition in Chinese.
    """
    files: dict[str, str] = {
        "source/report.yaml": _report(book, name, bilingual=bilingual),
        "source/facts.yaml": _FACTS + _facts(book),
        "source/terms.yaml": _TERMS + _terms(book),
    }
    for file, chapter in _numbered(book.chapters):
        files[f"source/chapters/{file}.yaml"] = _chapter(chapter)
    files |= {f"schema/{file}": text for file, text in schemas().items()}
    images = {f"source/images/{file}": data for file, data in book.images.items()}
    return {path: text.encode() for path, text in files.items()} | images


def _numbered(chapters: Iterable[ChapterDraft]) -> list[tuple[str, ChapterDraft]]:
    found = []
    number = 0
    for chapter in chapters:
        number += chapter.place is Place.BODY
        found.append((f"{number:02}-{chapter.id}", chapter))
    return found


def _report(book: Book, name: str, *, bilingual: bool) -> str:
    files = _numbered(book.chapters)
    chapters: dict[str, Tree] = {
        place.value: [file for file, chapter in files if chapter.place is place]
        for place in Place
        if any(chapter.place is place for _, chapter in files)
    }
    tree: dict[str, Tree] = {"id": name, "title": _both(book.title)}
    if book.subtitle is not None:
        tree["subtitle"] = _both(book.subtitle)
    tree |= {
        "period": str(book.period),
        "issuer": _ISSUER,
        "date": book.date,
        "imprint": [_both(book.title)],
        "english_status": _both(book.english_status),
        "chapters": chapters,
    }
    editions = [
        f"  {key}: {{languages: [{langs}], arrangement: {how}, layout: {how}, targets: [{what}]}}"
        for key, (langs, how, what) in _EDITIONS.items()
        if bilingual or key == "zh"
    ]
    return (
        "# yaml-language-server: $schema=../schema/report.schema.json\n"
        + yaml_text(tree)
        + "\n# 版本：对照、先中后英、中文、英文。 Editions: side by side, in sequence, Chinese, English.\n"
        + "editions:\n"
        + "\n".join(editions)
        + "\n\n# 交付印刷厂的尺寸，单位毫米。 What the printer needs, in millimetres.\n"
        + "job: {trim: [210, 297], bleed: 3, output_condition: FOGRA39}\n"
    )


def _chapter(chapter: ChapterDraft) -> str:
    tree: dict[str, Tree] = {"id": chapter.id, "title": _both(chapter.title)}
    if chapter.title.en is None and "en" not in chapter.title.supplied:
        tree["status"] = "missing"
    if chapter.accept:
        tree["accept"] = chapter.accept
    head = (
        "# yaml-language-server: $schema=../../schema/chapter.schema.json\n" + yaml_text(tree) + "blocks:\n"
    )
    return head + "\n".join(_indented(_block(draft)) for draft in chapter.drafts)


def _indented(tree: Mapping[str, Tree]) -> str:
    return "".join(f"  {line}\n" if line else "\n" for line in yaml_text([tree]).splitlines())


def _block(draft: Draft) -> Mapping[str, Tree]:
    tree: dict[str, Tree] = {"id": draft.id}
    if draft.status:
        tree["status"] = draft.status
    if draft.accept:
        tree["accept"] = draft.accept
    return tree | {draft.kind: _content(draft)}


def _content(draft: Draft) -> Tree:
    texts = draft.texts
    match draft.kind:
        case "heading":
            level: dict[str, Tree] = {"level": str(draft.level)} if draft.level > 2 else {}  # noqa: PLR2004
            return level | _both(texts["text"])
        case "paragraph":
            lead: dict[str, Tree] = {"lead": _both(texts["lead"])} if "lead" in texts else {}
            return lead | _both(texts["text"])
        case "list":
            ordered: dict[str, Tree] = {"ordered": "true"} if draft.ordered else {}
            return ordered | {"items": [_both(text) for text in texts.values()]}
        case "table":
            return _table(draft)
        case "figure":
            width: dict[str, Tree] = {"width": str(draft.width)} if draft.width else {}
            return {"image": draft.image} | width | {key: _both(text) for key, text in texts.items()}
        case _:
            return _both(texts["text"])


def _table(draft: Draft) -> Tree:
    columns, *rows = draft.rows
    tree: dict[str, Tree] = {"title": _both(draft.texts["title"])}
    if "unit" in draft.texts:
        tree["unit"] = _both(draft.texts["unit"])
    tree["columns"] = [_neutral(draft.texts[key]) for key in columns]
    tree["rows"] = [
        {"group": _both(draft.texts[row[0]])}
        if len(row) == 1
        else [_neutral(draft.texts[key]) for key in row]
        for row in rows
    ]
    if "source" in draft.texts:
        tree["source"] = _both(draft.texts["source"])
    if len(columns) > 4:  # noqa: PLR2004 - as many fit beside the other language
        tree["wide"] = "true"
    return tree


def _neutral(text: Text) -> Tree:
    """Return a cell, once where it serves both languages."""
    said = _both(text)
    zh, en = said.get("zh"), said.get("en")
    return zh if isinstance(zh, str) and zh == en else said


def _both(text: Text) -> dict[str, Tree]:
    said: dict[str, Tree] = {}
    for lang, words in (("zh", text.zh), ("en", text.en)):
        if words is not None:
            said[lang] = written(words)[0]
        elif lang in text.supplied:
            said[lang] = escaped(text.supplied[lang])
    return said


def _terms(book: Book) -> str:
    terms: dict[str, Tree] = {
        name: {"zh": term.zh, "en": term.en, "kind": term.kind} for name, term in book.terms.items()
    }
    return yaml_text({"terms": terms}) if terms else "terms: {}\n"


def _facts(book: Book) -> str:
    units: dict[str, Tree] = {
        name: {"zh": zh, "en": [one, many]} for name, (zh, one, many) in sorted(book.units.items())
    }
    facts: dict[str, Tree] = {name: _fact(fact) for name, fact in book.facts.items()}
    head = yaml_text({"units": units}) if units else ""
    return head + (yaml_text({"facts": facts}) if facts else "facts: {}\n")


def _fact(fact: Fact) -> Tree:
    tree: dict[str, Tree] = {
        "label": {"zh": fact.label[0], "en": fact.label[1]},
        "value": _digits(fact.value),
        "unit": fact.unit,
        "period": fact.period,
    }
    if fact.counts:
        tree["counts"] = fact.counts
    if fact.scale:
        tree["scale"] = fact.scale.value
    if fact.decimals:
        tree["decimals"] = str(fact.decimals)
    if fact.qualifier:
        tree["qualifier"] = {"zh": fact.qualifier[0], "en": fact.qualifier[1]}
    return tree


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}"
