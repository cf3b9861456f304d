"""Two texts that never were in YAML: paired by paragraph, then their numbers and terms compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import BadZipFile

from reportpub.checks.figures import unequal
from reportpub.checks.word_text import word_paragraphs
from reportpub.checks.wording import ill_named
from reportpub.findings import ContentError, Finding, Span, error, warning
from reportpub.inputs import Inputs, Refused
from reportpub.model.terms import Term
from reportpub.opc.package import opened
from reportpub.reading.pairing import Pair, is_chinese, paired
from reportpub.sentences import say


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a manuscript and where it stands."""

    text: str
    span: Span


def manuscript(path: Path, inputs: Inputs) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text or Word file; `Refused` when it cannot be read as one."""
    if path.suffix.lower() != ".docx":
        lines = inputs.read_text(path).splitlines()
        return tuple(Paragraph(line, Span(str(path), at)) for at, line in enumerate(lines, 1))
    data = inputs.read_bytes(path)
    try:
        opened(data, str(path))
        said = word_paragraphs(data)
    except ContentError as dangerous:
        raise Refused(dangerous.findings[0]) from None
    except (KeyError, ValueError, BadZipFile):
        hint = say("save it as .docx in Word or WPS, or as UTF-8 text")
        raise Refused(
            error("pair/unreadable", say("{path} is no Word file", path=path), None, hint)
        ) from None
    return tuple(Paragraph(text, Span(str(path), at)) for at, text in enumerate(said, 1))


def compared(paragraphs: Sequence[Paragraph], terms: Mapping[str, Term]) -> tuple[Finding, ...]:
    """Return what the Chinese and the English among some paragraphs say differently, whatever their order."""
    said = [p for p in paragraphs if any(c.isalnum() for c in p.text)]
    zh = [p for p in said if is_chinese(p.text)]
    en = [p for p in said if not is_chinese(p.text)]
    if not zh or not en:
        lacks, hint = (
            (say("Chinese") if not zh else say("English")),
            say("name both texts, or one that holds both languages"),
        )
        return (
            error(
                "pair/one-language",
                say("there is no {lacks} paragraph to compare with", lacks=lacks),
                None,
                hint,
            ),
        )
    return tuple(_compared(zh, en, terms))


def _compared(
    zh: Sequence[Paragraph], en: Sequence[Paragraph], terms: Mapping[str, Term]
) -> Iterator[Finding]:
    alone: list[Pair] = []
    pairs = paired([p.text for p in zh], [p.text for p in en])
    whole: list[tuple[str, str, Span, Span]] = []
    for pair in pairs:
        if not pair.zh or not pair.en:
            alone.append(pair)
            continue
        left, right = _joined([zh[i] for i in pair.zh]), _joined([en[j] for j in pair.en])
        whole.append((left.text, right.text, left.span, right.span))
        yield from unequal(left.text, right.text, left.span, right.span)
    yield from ill_named(whole, terms)
    yield from _unpaired(alone, zh, en)


def _joined(paragraphs: Sequence[Paragraph]) -> Paragraph:
    return replace(paragraphs[0], text=" ".join(p.text for p in paragraphs))


def _unpaired(alone: Sequence[Pair], zh: Sequence[Paragraph], en: Sequence[Paragraph]) -> Iterator[Finding]:
    """Yield one finding for each run of paragraphs that stand in one language alone."""
    for side, texts, lacks in ((0, zh, "English"), (1, en, "Chinese")):
        runs: list[list[int]] = []
        for at in (n for pair in alone for n in (pair.zh if side == 0 else pair.en)):
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
        for run in runs:
            first = texts[run[0]]
            many = (
                say("{count} paragraphs have", count=len(run)) if len(run) > 1 else say("this paragraph has")
            )
            message = say(
                "{many} no {lacks} partner, from “{text}…” on", many=many, lacks=lacks, text=first.text[:24]
            )
            yield warning(
                "pair/unpaired", message, first.span, say("translate it, or see whether it was moved")
            )
