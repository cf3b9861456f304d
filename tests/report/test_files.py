"""The finished files of the report: their names, their form, and that building again changes nothing."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.report.finished import PRESS, REPORT, ROOT, Finished, make

from reportpub.layout.fonts import load_faces
from reportpub.model.report import Target

FACES = frozenset(face.family for face in load_faces(ROOT / "fonts"))
OURS = FACES | {"RP Serif Zh", "RP Sans Zh"}
"""The Latin faces stand a second time for use within Chinese."""
STOOD_IN_FOR = {"gongwen": {"RP Fangsong", "RP Biaosong"}}
"""Faces a layout asks of the office; until they are there, one of ours goes under their names."""
_STYLE = re.compile("(-(Semi)?Bold|-Semi-Bold)?(-Italic)?$")
MM = 72 / 25.4
NAMES = {
    "en/gd-ip-2024-en-cover.pdf",
    "en/gd-ip-2024-en-print.pdf",
    "en/gd-ip-2024-en-screen.pdf",
    "en/gd-ip-2024-en.docx",
    "facing/gd-ip-2024-facing-cover.pdf",
    "facing/gd-ip-2024-facing-print.pdf",
    "facing/gd-ip-2024-facing-screen.pdf",
    "gongwen/gd-ip-2024-gongwen-print.pdf",
    "gongwen/gd-ip-2024-gongwen-screen.pdf",
    "parallel/gd-ip-2024-parallel-cover.pdf",
    "review/gd-ip-2024-review.docx",
    "parallel/gd-ip-2024-parallel-print.pdf",
    "parallel/gd-ip-2024-parallel-screen.pdf",
    "sequential/gd-ip-2024-sequential-cover.pdf",
    "sequential/gd-ip-2024-sequential-print.pdf",
    "sequential/gd-ip-2024-sequential-screen.pdf",
    "sequential/gd-ip-2024-sequential.docx",
    "zh/gd-ip-2024-zh-cover.pdf",
    "zh/gd-ip-2024-zh-print.pdf",
    "zh/gd-ip-2024-zh-screen.pdf",
    "zh/gd-ip-2024-zh.docx",
}
EDITIONS = {".stamps", *(spec.name for spec in REPORT.editions)}
"""The folders a build makes in its own."""
COLOUR = {"g", "G", "k", "K", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri"}


def files(folder: Path) -> dict[str, tuple[str, int]]:
    """Return every file below a folder: hash, and when it was last written."""
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_files_are_those_the_report_asks_for(finished: Finished) -> None:
    stamps = {f".stamps/{Path(name).name}.json" for name in NAMES}
    records = {f"{spec.name}/build-record.json" for spec in REPORT.editions}
    pressed = [name.removesuffix(".pdf") for name in NAMES if name.endswith(("-print.pdf", "-cover.pdf"))]
    reports = {f"{name}-preflight.{kind}" for name in pressed for kind in ("html", "json")}
    there = {name for name in files(finished.out) if name.partition("/")[0] in EDITIONS}
    assert there == NAMES | stamps | reports | records
    assert {a.path.relative_to(finished.out).as_posix() for a in finished.outcome.artefacts} == NAMES


def test_the_readme_says_how_many_pages_there_are(finished: Finished) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    said = dict(re.findall(r"^\| `([^`]+\.pdf)` \| (\d+) \|", readme, re.MULTILINE))
    pages = {a.path.relative_to(finished.out).as_posix(): str(a.pages) for a in finished.outcome.artefacts}
    assert len(said) > 6
    assert said == {name: pages[name] for name in said}


def test_a_second_build_does_nothing(finished: Finished) -> None:
    before = files(finished.out)
    again = make(REPORT, (), (), finished.out)
    assert files(finished.out) == before
    assert again.exit_code == 0
    assert all(artefact.kept for artefact in again.artefacts)
    assert [(a.path, a.pages) for a in again.artefacts] == [
        (a.path, a.pages) for a in finished.outcome.artefacts
    ]


@pytest.mark.parametrize("name", ["zh", "en", "parallel", "facing", "sequential"])
def test_a_press_file_has_the_pages_of_the_job(finished: Finished, name: str) -> None:
    width, height, bleed = 210 * MM, 297 * MM, 3 * MM
    with pikepdf.open(BytesIO(finished.file(name, Target.PRINT).data)) as pdf:
        for page in pdf.pages:
            media, trim, full = (
                [float(n) for n in box] for box in (page.mediabox, page.trimbox, page.bleedbox)
            )
            assert full == media
            assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((width, height), abs=0.01)
            assert (full[2] - full[0], full[3] - full[1]) == pytest.approx(
                (width + 2 * bleed, height + 2 * bleed), abs=0.01
            )
            assert (trim[0] - full[0], trim[1] - full[1]) == pytest.approx((bleed, bleed), abs=0.01)
            assert "/Rotate" not in page.obj
            assert "/Annots" not in page.obj


@pytest.mark.parametrize(("name", "target"), PRESS, ids=[f"{n}-{t}" for n, t in PRESS])
def test_a_press_file_holds_our_faces_whole_lines_and_inks_only(
    finished: Finished, name: str, target: Target
) -> None:
    """Walk fonts and content by hand, with none of the code that wrote or checked the file."""
    operators: Counter[str] = Counter()
    families: set[str] = set()
    with pikepdf.open(BytesIO(finished.file(name, target).data)) as pdf:
        assert float(pdf.pdf_version) == 1.6
        assert "/Encrypt" not in pdf.trailer
        (intent,) = pdf.Root["/OutputIntents"]
        assert [str(intent[key]) for key in ("/S", "/OutputConditionIdentifier")] == ["/GTS_PDFX", "FOGRA39"]
        assert intent["/DestOutputProfile"].read_bytes()[12:20] == b"prtrCMYK"
        for one in pdf.objects:
            if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                continue
            if one.get("/Type") == pikepdf.Name.FontDescriptor:
                families.add(str(one["/FontName"]).removeprefix("/")[7:])
                assert str(one["/FontName"])[7] == "+", "embedded as a subset"
                assert {"/FontFile2", "/FontFile3"} & set(one.keys())
            if one.get("/Type") == pikepdf.Name.ExtGState:
                assert {float(one.get(key, 1)) for key in ("/ca", "/CA")} == {1.0}
                assert one.get("/SMask", pikepdf.Name.None_) == pikepdf.Name.None_
            if one.get("/Subtype") == pikepdf.Name.Image:
                assert one["/ColorSpace"] in {pikepdf.Name.DeviceCMYK, pikepdf.Name.DeviceGray}
            if one.get("/S") == pikepdf.Name.Transparency:
                assert one["/CS"] == pikepdf.Name.DeviceCMYK
            if one.get("/PatternType") is not None:
                operators.update(str(step.operator) for step in pikepdf.parse_content_stream(one))
        for page in pdf.pages:
            for instruction in pikepdf.parse_content_stream(page):
                operators[str(instruction.operator)] += 1
    assert families
    plain = {_STYLE.sub("", family).replace("-", " ") for family in families}
    assert plain <= OURS | STOOD_IN_FOR.get(name, set())
    assert operators["Tj"] + operators["TJ"] > (500 if target is Target.PRINT else 5)
    assert set(operators) & COLOUR <= {"k", "K", "cs", "CS", "scn", "SCN"}
    assert operators["k"] > 0
