"""A whole small report with a cover of its own, packed for the printer, and looked at again."""

from __future__ import annotations

import json
import shutil
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.small_report import Said, ask, change, contents, copied

from reportpub.checks.pdf_sheets import sheets

MM = 72 / 25.4

JOB = """job:
  trim: [170, 240]
  bleed: {top: 3, bottom: 3, inner: 0, outer: 4}
  standard: x-1a
  marks: [crop, slug, bars]
  caliper_mm: 0.8
  flaps_mm: 60
  multiple: 8
  first_page: FIRST
"""


def project(folder: Path, first: str) -> Path:
    """Return the small report with a cover and a job that asks for everything."""
    made = copied(folder / first)
    single = "zh: {languages: [zh], arrangement: single, layout: single, targets: [print,"
    change(made, "report.yaml", single, f"{single} cover,")
    old = "job: {trim: [210, 297], bleed: 3, output_condition: FOGRA39}\n"
    change(made, "report.yaml", old, JOB.replace("FIRST", first))
    return made


@dataclass(frozen=True)
class Packed:
    """A folder that was packed, the zip beside it, and what was said."""

    project: Path
    folder: Path
    said: Said

    def read(self, name: str) -> bytes:
        """Return a file of the folder."""
        return (self.folder / name).read_bytes()


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Packed:
    """Return the small report as it is handed over."""
    folder = tmp_path_factory.mktemp("pack")
    made = project(folder, "keep")
    into = folder / "for-the-printer"
    said = ask("pack", "zh", "--into", into, "--zip", "--project", made)
    assert said.code == 0, said.err
    return Packed(made, into, said)


@pytest.fixture
def copy(packed: Packed, tmp_path: Path) -> Path:
    """Return a copy of the folder that may be spoilt."""
    return Path(shutil.copytree(packed.folder, tmp_path / "copy"))


def test_the_folder_holds_what_the_printer_and_the_web_need(packed: Packed) -> None:
    names = {
        path.relative_to(packed.folder).as_posix() for path in packed.folder.rglob("*") if path.is_file()
    }
    assert names >= {
        "MANIFEST.json",
        "SHA256SUMS",
        "job-ticket.pdf",
        "licences/fonts/FONTLOG.md",
        "licences/profiles/README.colorprofiles.txt",
        "preflight/book-zh-cover.html",
        "preflight/book-zh-print.html",
        "preflight/book-zh-print.json",
        "proofs/zh-body-1.jpg",
        "proofs/zh-cover.jpg",
        *(f"zh/book-zh-{target}.pdf" for target in ("print", "cover", "screen")),
        "zh/book-zh.docx",
    }
    assert packed.said.out.splitlines()[:2] == [str(packed.folder), f"{packed.folder}.zip"]
    told = json.loads(packed.read("MANIFEST.json"))
    assert names == {one["path"] for one in told["files"]} | {"MANIFEST.json", "SHA256SUMS"}
    assert (told["report"], told["date"], told["editions"]) == ("book", "2025-01-31", ["zh"])


def test_the_zip_is_the_folder(packed: Packed) -> None:
    with zipfile.ZipFile(packed.folder.with_suffix(".zip")) as archive:
        inside = {one.partition("/")[2]: archive.read(one) for one in archive.namelist()}
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert inside == {
        path.relative_to(packed.folder).as_posix(): path.read_bytes()
        for path in packed.folder.rglob("*")
        if path.is_file()
    }


def test_packing_again_gives_the_same_bytes(packed: Packed) -> None:
    archive = packed.folder.with_suffix(".zip")
    before = archive.read_bytes()
    inside = {name: digest for name, (digest, _) in contents(packed.folder).items()}
    assert ask("pack", "zh", "--into", packed.folder, "--zip", "--project", packed.project).code == 0
    assert {name: digest for name, (digest, _) in contents(packed.folder).items()} == inside
    assert archive.read_bytes() == before
    assert [path.name for path in packed.folder.parent.iterdir() if path.name.startswith(".")] == []


def test_the_ticket_says_how_it_is_to_be_printed_in_both_languages(packed: Packed) -> None:
    with pikepdf.open(BytesIO(packed.read("job-ticket.pdf"))) as pdf:
        assert len(pdf.pages) <= 2
        assert str(pdf.docinfo["/Title"]).startswith("印刷工单 Job ticket")


def test_a_proof_image_shows_the_trimmed_cover(packed: Packed) -> None:
    seen = sheets(packed.read("zh/book-zh-cover.pdf"))
    with Image.open(BytesIO(packed.read("proofs/zh-cover.jpg"))) as picture:
        assert picture.width / picture.height == pytest.approx(seen.size[0] / seen.size[1], abs=0.01)
        red, green, blue = picture.convert("RGB").getpixel((picture.width // 4, 40))  # type: ignore[misc]
        assert red > 2 * max(green, blue), "the back is red to its edge"


def test_another_folder_is_not_overwritten(packed: Packed, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    said = ask("pack", "zh", "--into", tmp_path, "--project", packed.project)
    assert (said.code, "error[pack/not-empty]" in said.err) == (2, True)
    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"


# --- the cover and the body ---


def test_the_cover_is_one_sheet_as_wide_as_the_body_makes_it(packed: Packed) -> None:
    pages = sheets(packed.read("zh/book-zh-print.pdf")).pages
    assert pages % 8 == 0
    with pikepdf.open(BytesIO(packed.read("zh/book-zh-cover.pdf"))) as cover:
        assert len(cover.pages) == 1
        trim, beyond = ([float(n) for n in cover.pages[0].obj[key]] for key in ("/TrimBox", "/BleedBox"))
    assert (trim[2] - trim[0]) / MM == pytest.approx(2 * (170 + 60) + pages / 2 * 0.8, abs=0.01)
    assert (trim[3] - trim[1]) / MM == pytest.approx(240, abs=0.01)
    around = [trim[0] - beyond[0], trim[1] - beyond[1], beyond[2] - trim[2], beyond[3] - trim[3]]
    assert [round(n / MM, 2) for n in around] == [4, 3, 4, 3]


def test_the_body_may_leave_its_first_page_to_the_cover(packed: Packed, tmp_path: Path) -> None:
    other = project(tmp_path, "drop")
    said = ask("build", "zh", "--target", "print", "--project", other)
    assert said.code == 0, said.err
    data = (other / "out" / "zh" / "book-zh-print.pdf").read_bytes()
    kept, dropped = (sheets(one) for one in (packed.read("zh/book-zh-print.pdf"), data))
    printed = [one.pages - len(one.blanks) for one in (kept, dropped)]
    assert printed[0] - printed[1] == 1
    assert 1 not in kept.blanks


# --- looked at again ---


def test_what_was_packed_is_found_as_it_was(packed: Packed) -> None:
    archive = packed.folder.with_suffix(".zip")
    said = ask("verify", packed.folder, archive)
    assert (said.code, said.err) == (0, "")
    assert said.out.count("as they were packed") == 2


def test_what_is_changed_missing_or_added_is_told_all_at_once(copy: Path) -> None:
    (copy / "zh" / "book-zh.docx").write_bytes(b"edited")
    (copy / "proofs" / "zh-cover.jpg").unlink()
    (copy / "draft.pdf").write_bytes(b"%PDF")
    (copy / ".DS_Store").write_bytes(b"left by a system")
    said = ask("verify", copy)
    assert said.code == 1
    for code in ("handover/changed", "handover/missing", "handover/extra", "3 errors"):
        assert code in said.err


def test_hashes_that_were_made_to_fit_are_found(copy: Path) -> None:
    told = (copy / "MANIFEST.json").read_text("utf-8")
    (copy / "MANIFEST.json").write_text(told.replace('"pages": 1', '"pages": 2'), "utf-8")
    said = ask("verify", copy)
    assert said.code == 1
    assert "handover/sums" in said.err
    assert "handover/pages" in said.err


@pytest.mark.parametrize(
    ("manifest", "code"),
    [
        (None, "handover/no-manifest"),
        ("{", "handover/manifest"),
        ("[]", "handover/manifest"),
        ('{"form": 9}', "handover/manifest"),
    ],
)
def test_what_is_no_hand_over_is_said_to_be_none(tmp_path: Path, manifest: str | None, code: str) -> None:
    if manifest is not None:
        (tmp_path / "MANIFEST.json").write_text(manifest, "utf-8")
    said = ask("verify", tmp_path)
    assert (said.code, code in said.err) == (2, True)


def test_a_torn_zip_and_nothing_at_all_are_told_apart(packed: Packed, tmp_path: Path) -> None:
    torn = tmp_path / "torn.zip"
    torn.write_bytes(packed.folder.with_suffix(".zip").read_bytes()[:5000])
    assert "handover/unreadable" in ask("verify", torn).err
    said = ask("verify", tmp_path / "nowhere.zip")
    assert (said.code, "handover/nothing" in said.err) == (2, True)
