"""report.yaml becomes the metadata, the editions, the job and the list of chapter files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reportpub.findings import Span, error
from reportpub.model.blocks import Status
from reportpub.model.job import Job
from reportpub.model.report import Arrangement, EditionSpec, Metadata, Place, Target
from reportpub.model.text import Bilingual, Lang
from reportpub.nodes import Mapping, Node, Scalar, Sequence
from reportpub.sentences import say
from reportpub.source.conform import departures
from reportpub.source.job_shapes import JOB
from reportpub.source.jobfile import needs_caliper, printing_job
from reportpub.source.kinds import Both
from reportpub.source.name_shapes import DATE, FILE_NAME
from reportpub.source.shapes import EDITION, REPORT_FILE
from reportpub.source.submissionfile import submission
from reportpub.source.texts import Problems, both, nothing, optional, word


@dataclass(frozen=True, slots=True)
class ChapterFile:
    """A chapter file that report.yaml names, without `.yaml`."""

    name: str
    place: Place
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """What report.yaml says by itself."""

    id: str
    metadata: Metadata
    chapters: tuple[ChapterFile, ...]
    editions: tuple[EditionSpec, ...]
    job: Job


def report_file(root: Node, problems: Problems) -> ReportFile | None:
    """Return the content of report.yaml, or nothing when it is no mapping at all."""
    problems.add(*departures(root, REPORT_FILE))
    if not isinstance(root, Mapping):
        return None
    chapters, editions, job = root.get("chapters"), root.get("editions"), root.get("job")
    asked = _editions(editions, problems) if isinstance(editions, Mapping) else ()
    return ReportFile(
        id=word(root, "id", "report"),
        metadata=_metadata(root, problems),
        chapters=_chapters(chapters, problems) if isinstance(chapters, Mapping) else (),
        editions=asked,
        job=_job(job, root, asked, problems),
    )


def _job(node: Node | None, root: Mapping, asked: tuple[EditionSpec, ...], problems: Problems) -> Job:
    """Return the job; one whose shape is wrong is replaced by the usual one, its findings are kept."""
    if not isinstance(node, Mapping) or departures(node, JOB):
        return Job(span=root.span)
    job = printing_job(node, problems)
    if any(Target.COVER in spec.targets for spec in asked):
        needs_caliper(job, node.span, problems)
    return job


def _metadata(root: Mapping, problems: Problems) -> Metadata:
    def text(key: str) -> Bilingual:
        return some(key) or nothing(root.span)

    def some(key: str) -> Bilingual | None:
        below = root.get(key)
        readable = below is not None and not departures(below, Both())
        return optional(root, key, Status.FINAL, problems) if readable else None

    date = _date(root, problems)
    imprint = root.get("imprint")
    lines = imprint.items if isinstance(imprint, Sequence) else ()
    return Metadata(
        title=text("title"),
        subtitle=some("subtitle"),
        period=word(root, "period"),
        issuer=text("issuer"),
        date=date,
        imprint=tuple(both(line, Status.FINAL, problems) for line in lines if not departures(line, Both())),
        english_status=text("english_status"),
        keywords=some("keywords"),
        submission=submission(root.get("submission"), date, problems),
    )


def _date(root: Mapping, problems: Problems) -> str:
    """Return the day of issue; one that no calendar has is a finding."""
    node = root.get("date")
    if not isinstance(node, Scalar) or departures(node, DATE):
        return ""
    try:
        return dt.date.fromisoformat(node.text).isoformat()
    except ValueError:
        problems.add(error("source/date", say("no calendar has the day {text}", text=node.text), node.span))
        return ""


def _chapters(node: Mapping, problems: Problems) -> tuple[ChapterFile, ...]:
    files: dict[str, ChapterFile] = {}
    for place in Place:
        for item in _scalars(node.get(place.value)):
            if item.text in files:
                message = say("the chapter “{text}” is listed a second time", text=item.text)
                problems.add(
                    error("source/chapter-twice", message, item.span, say("take one of the two away"))
                )
            elif not departures(item, FILE_NAME):
                files[item.text] = ChapterFile(item.text, place, item.span)
    return tuple(files.values())


def _scalars(node: Node | None) -> tuple[Scalar, ...]:
    return tuple(i for i in node.items if isinstance(i, Scalar)) if isinstance(node, Sequence) else ()


def _editions(node: Mapping, problems: Problems) -> tuple[EditionSpec, ...]:
    found: list[EditionSpec] = []
    for key, below in node.entries:
        if not isinstance(below, Mapping) or departures(below, EDITION):
            continue
        tongues = tuple(Lang.ZH if s.text == "zh" else Lang.EN for s in _scalars(below.get("languages")))
        arrangement = Arrangement(word(below, "arrangement"))
        if (arrangement is Arrangement.SINGLE) != (len(set(tongues)) == 1):
            count = say("one language") if len(set(tongues)) == 1 else say("two languages")
            message = say(
                "the arrangement “{arrangement}” does not go with {count}",
                arrangement=arrangement,
                count=count,
            )
            hint = say("single takes one language; parallel, facing and sequential take zh and en")
            problems.add(error("source/arrangement", message, below.span, hint))
            continue
        spec = EditionSpec(
            name=key.text,
            languages=tuple(dict.fromkeys(tongues)),
            arrangement=arrangement,
            layout=word(below, "layout"),
            targets=tuple(Target(s.text) for s in _scalars(below.get("targets"))),
            review=word(below, "review") == "true",
            reference=word(below, "reference"),
            span=(below.get("layout") or below).span,
        )
        found.append(spec)
    return tuple(found)
