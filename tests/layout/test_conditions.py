"""A printing condition is used when its name is registered and its profile is one of a CMYK press."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpub.findings import ContentError, Span
from reportpub.inputs import Inputs
from reportpub.layout.conditions import condition
from reportpub.layout.layout import home
from reportpub.model.job import Job, Standard

HERE = Span("report.yaml", 20, 6)


def profile(kind: bytes = b"prtr", space: bytes = b"CMYK", version: int = 2) -> bytes:
    head = bytearray(132)
    head[8], head[12:16], head[16:20], head[36:40] = version, kind, space, b"acsp"
    return bytes(head)


def refusal(folder: Path, data: bytes, standard: Standard = Standard.X4) -> list[str]:
    (folder / "press.icc").write_bytes(data)
    job = Job(icc="press.icc", output_condition="JC200103", standard=standard, span=HERE)
    with pytest.raises(ContentError) as refused:
        condition(job, folder, Inputs(folder, home()))
    assert all(one.span for one in refused.value.findings)
    return [one.message for one in refused.value.findings]


@pytest.mark.parametrize("version", [2, 4])
def test_a_profile_of_a_press_is_taken(tmp_path: Path, version: int) -> None:
    (tmp_path / "press.icc").write_bytes(profile(version=version))
    job = Job(icc="press.icc", output_condition="JC200103", span=HERE)
    made = condition(job, tmp_path, Inputs(tmp_path, home()))
    assert (made.name, made.registry) == ("JC200103", "http://www.color.org")
    assert made.profile == profile(version=version)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"no profile at all", "press.icc is no ICC profile"),
        (profile(space=b"RGB "), "press.icc is a profile of the class prtr for RGB, not of a CMYK press"),
        (profile(kind=b"scnr"), "press.icc is a profile of the class scnr for CMYK, not of a CMYK press"),
        (profile(version=5), "press.icc is of version 5, which is too new for PDF/X-4"),
    ],
)
def test_another_profile_is_refused(tmp_path: Path, data: bytes, says: str) -> None:
    assert refusal(tmp_path, data) == [says]


def test_pdf_1_4_takes_old_profiles_only(tmp_path: Path) -> None:
    assert refusal(tmp_path, profile(version=4), Standard.X1A) == [
        "press.icc is of version 4, which is too new for PDF/X-1a:2003"
    ]


def test_a_profile_outside_the_report_is_not_read(tmp_path: Path) -> None:
    job = Job(icc="../../etc/press.icc", span=HERE)
    with pytest.raises(ContentError) as refused:
        condition(job, tmp_path, Inputs(tmp_path, home()))
    assert [one.code for one in refused.value.findings] == ["inputs/outside"]


def test_a_registry_of_another_name_is_the_printers_word(tmp_path: Path) -> None:
    (tmp_path / "press.icc").write_bytes(profile())
    job = Job(icc="press.icc", output_condition="HOUSE 7", registry="https://printer.example/", span=HERE)
    made = condition(job, tmp_path, Inputs(tmp_path, home()))
    assert (made.name, made.registry) == ("HOUSE 7", "https://printer.example/")
