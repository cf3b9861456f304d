"""What the ticket says follows from the job and the files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportpub.findings import Span
from reportpub.handover.paper import body
from reportpub.handover.ticket import Checked, Listed, Ticket, specification
from reportpub.layout.conditions import Condition
from reportpub.model.job import Binding, Bleed, Job, Mark, Standard
from reportpub.model.report import Target

JOB = Job(caliper_mm=0.1, span=Span("report.yaml"))
TICKET = Ticket(
    title=("知识产权保护", "Intellectual property"),
    issuer=("编辑部", "The office"),
    date="2025-01-31",
    job=JOB,
    condition=Condition(name="FOGRA39", description="Coated paper", profile=b"icc"),
    files=(
        Listed(
            edition="zh", target=Target.PRINT, name="zh/b.pdf", sha256="a" * 64, pages=64, size=(210.0, 297.0)
        ),
        Listed(
            edition="zh", target=Target.COVER, name="zh/c.pdf", sha256="b" * 64, pages=1, size=(423.2, 297.0)
        ),
    ),
    checks=(Checked(("文字", "Text")), Checked(("图片", "Pictures"), ("有问题", "findings"))),
)


def said(job: Job, ticket: Ticket = TICKET) -> dict[str, list[tuple[str, str]]]:
    return {name[1]: [*values] for name, values in specification(replace(ticket, job=job))}


def test_the_spine_is_reckoned_for_the_printer_to_follow() -> None:
    assert said(JOB)["Spine"] == [("zh：64 页 ÷ 2 × 0.1 毫米 ＝ 3.2 毫米", "64 pages / 2 × 0.1 mm = 3.2 mm")]


def test_a_stitched_body_has_no_spine() -> None:
    told = said(replace(JOB, binding=Binding.SADDLE))
    assert "Spine" not in told
    assert told["Binding"] == [("骑马订", "saddle stitched")]


@pytest.mark.parametrize(
    ("job", "key", "en"),
    [
        (JOB, "Bleed", "3 mm on four sides"),
        (replace(JOB, bleed=Bleed(left=0)), "Bleed", "head 3, foot 3, spine 0, fore edge 3 mm"),
        (replace(JOB, bleed=Bleed(left=0, mirrored=False)), "Bleed", "head 3, foot 3, left 0, right 3 mm"),
        (JOB, "Standard", "PDF/X-4 (ISO 15930-7)"),
        (replace(JOB, standard=Standard.X1A), "Standard", "PDF/X-1a:2003 (ISO 15930-4)"),
        (JOB, "Marks", "none; added by the printer's imposition"),
        (replace(JOB, marks=(Mark.CROP, Mark.BARS)), "Marks", "crop marks, colour bars, outside the bleed"),
        (JOB, "Printing condition", "FOGRA39, profile embedded"),
        (replace(JOB, copies=800), "Print run", "800 copies"),
        (replace(JOB, flaps_mm=80), "Flaps", "80 mm on either side"),
    ],
)
def test_a_line_says_what_the_job_says(job: Job, key: str, en: str) -> None:
    assert said(job)[key][0][1] == en


def test_what_nobody_said_is_left_open() -> None:
    told = said(JOB)
    assert [told[key] for key in ("Paper of the body", "Contact", "Print run")] == [[("", "")]] * 3
    assert body(TICKET).count("待填") == 4


def test_findings_and_drafts_are_not_hidden() -> None:
    html = body(replace(TICKET, draft=3))
    assert "3处未定稿" in html
    assert html.count("有问题") == 1
    assert "未定稿" not in body(TICKET)


def test_words_of_the_report_are_escaped() -> None:
    html = body(replace(TICKET, title=("<b>", "&")))
    assert "&lt;b&gt;" in html
    assert "&amp;" in html
