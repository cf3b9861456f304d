"""A build makes what is stale and nothing else, and a build that fails leaves every old byte in its place."""

from __future__ import annotations

import multiprocessing
import resource
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.small_report import ask, change, contents, copied

from reportpub.build import build, orders
from reportpub.findings import errors
from reportpub.finished import artefact_path
from reportpub.inputs import Inputs
from reportpub.layout.layout import home
from reportpub.model.report import Report, Target
from reportpub.source.load import load_report
from reportpub.workers import Step

RARE = "𰻞"
"""U+30EDE, which none of our faces has."""


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """Return the small report with its Chinese edition, ready to be broken."""
    # Times of writing are kept, so that a file written again is seen.
    return Path(shutil.copytree(built_once, tmp_path / "book"))


def report(project: Path) -> Report:
    return load_report(project, Inputs(project))[0]


def build_zh(project: Path, told: Callable[[Step], None] = lambda _: None) -> tuple[int, list[str]]:
    """Return exit code and codes of the errors of a build below the command line."""
    one = report(project)
    outcome = build(one, orders(one, project, ("zh",), ()), project / "out", told)
    return outcome.exit_code, [finding.code for finding in errors(outcome.findings)]


def test_files_are_where_they_belong(built: Path) -> None:
    assert {name for name in contents(built / "out") if not name.startswith(".stamps/")} == {
        "zh/book-zh-print.pdf",
        "zh/book-zh-print-preflight.html",
        "zh/book-zh-print-preflight.json",
        "zh/book-zh-screen.pdf",
        "zh/book-zh.docx",
        "zh/build-record.json",
    }
    assert artefact_path(Path("out"), "r", "en", Target.DOCX) == Path("out/en/r-en.docx")


def test_a_second_build_says_so_and_touches_nothing(built: Path) -> None:
    before = contents(built / "out")
    said = ask("build", "zh", "--project", built)
    assert said.code == 0
    assert said.out.count("(up to date)") == 3
    assert contents(built / "out") == before


def test_only_what_was_lost_is_made_again_and_with_the_same_bytes(built: Path) -> None:
    before = contents(built / "out")
    (built / "out" / "zh" / "book-zh.docx").unlink()
    said = ask("build", "zh", "--project", built)
    assert said.out.count("(up to date)") == 2
    after = contents(built / "out")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"zh/book-zh.docx", "zh/build-record.json", ".stamps/book-zh.docx.json"}
    assert after["zh/book-zh.docx"][0] == before["zh/book-zh.docx"][0]


def test_a_target_can_be_chosen(tmp_path: Path) -> None:
    project = copied(tmp_path / "book")
    assert ask("build", "en", "--target", "docx", "--project", project).code == 0
    assert {n for n in contents(project / "out") if n.startswith("en/")} == {
        "en/book-en.docx",
        "en/build-record.json",
    }


def lose_a_picture(project: Path) -> None:
    (project / "source" / "images" / "map.png").unlink()


def name_no_layout(project: Path) -> None:
    change(
        project, "report.yaml", "arrangement: single, layout: single", "arrangement: single, layout: nowhere"
    )


def use_a_rare_character(project: Path) -> None:
    change(project, "chapters/00-preface.yaml", "本书含各种块", f"本书含{RARE}各种块")


def break_several_files(project: Path) -> None:
    change(project, "chapters/01-courts.yaml", "{cases.received}", "{cases.recieved}")
    change(project, "chapters/02-outlook.yaml", "{~outline}", "{~outlin}")
    change(project, "report.yaml", "arrangement: single", "arrangement: alone")
    change(project, "facts.yaml", "value: 88462", "value: many")


def break_the_yaml(project: Path) -> None:
    change(project, "facts.yaml", "facts:\n", "facts: [\n")


def lose_the_outline(project: Path) -> None:
    (project / "source" / "report.yaml").unlink()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (lose_a_picture, ["inputs/missing", "02-outlook.yaml"]),
        (name_no_layout, ["project/layout", "nowhere", "report.yaml"]),
        (use_a_rare_character, ["project/glyph", "U+30EDE", "00-preface.yaml:6"]),
        (
            break_several_files,
            [
                "01-courts.yaml",
                "cases.recieved",
                "02-outlook.yaml",
                "outlin",
                "report.yaml",
                "facts.yaml",
                "many",
            ],
        ),
        (break_the_yaml, ["yaml/syntax", "facts.yaml"]),
        (lose_the_outline, ["inputs/missing", "report.yaml"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_fault_in_the_source_is_told_and_leaves_every_file(
    built: Path, fault: Callable[[Path], None], said: list[str]
) -> None:
    before = contents(built / "out")
    fault(built)
    told = ask("build", "zh", "--project", built)
    assert told.code == 1
    assert [words for words in said if words not in told.err] == []
    assert told.out == ""
    assert contents(built / "out") == before


def test_all_faults_of_all_files_are_told_at_once(built: Path) -> None:
    break_several_files(built)
    use_a_rare_character(built)
    lose_a_picture(built)
    lines = [line for line in ask("build", "--project", built).err.splitlines() if "error[" in line]
    files = {line.partition(":")[0] for line in lines}
    assert files >= {
        "source/report.yaml",
        "source/facts.yaml",
        "source/chapters/01-courts.yaml",
        "source/chapters/02-outlook.yaml",
    }


def own_layout(project: Path, more_css: str) -> None:
    shutil.copytree(home() / "layouts" / "single", project / "layouts" / "single")
    with (project / "layouts" / "single" / "print.css").open("a", encoding="utf-8") as css:
        css.write(more_css)


def test_a_layout_that_the_engine_complains_of_leaves_every_file(built: Path) -> None:
    own_layout(built, "p { colour: red }\n")
    before = contents(built / "out")
    told = ask("build", "zh", "--project", built)
    assert told.code == 2
    assert "render/engine" in told.err
    assert contents(built / "out") == before


def without_rejected(out: Path) -> dict[str, tuple[str, int]]:
    return {name: seen for name, seen in contents(out).items() if not name.startswith(".rejected/")}


def test_a_layout_that_hides_words_is_caught_in_the_finished_file(built: Path) -> None:
    own_layout(built, ".quote { display: none }\n")
    before = contents(built / "out")
    told = ask("build", "zh", "--project", built)
    assert (told.code, told.out) == (2, "")
    assert "build/rejected" in told.err
    assert without_rejected(built / "out") == before
    assert (built / "out" / ".rejected" / "book-zh-print.pdf").is_file()
    assert "error[verify/stale]" in ask("verify", "zh", "--project", built).err


def test_what_is_rejected_is_told_even_where_it_cannot_be_kept(built: Path) -> None:
    own_layout(built, ".quote { display: none }\n")
    (built / "out" / ".rejected").write_text("in the way", "utf-8")
    before = contents(built / "out")
    told = ask("build", "zh", "--project", built)
    assert told.code == 2
    assert "error[readback/lost]" in told.err
    assert "error[publish/disk]" in told.err
    assert contents(built / "out") == before


def test_words_that_a_layout_hides_are_missed(built: Path) -> None:
    own_layout(built, ".quote { display: none }\n")
    before = contents(built / "out")
    told = ask("build", "zh", "--project", built)
    assert told.code == 2
    assert "readback/lost" in told.err
    assert "outlook-quote" in told.err
    assert without_rejected(built / "out") == before


def test_an_edition_that_fails_does_not_keep_the_others_from_their_place(built: Path) -> None:
    own_layout(built, "p { colour: red }\n")
    (built / "layouts" / "single").rename(built / "layouts" / "mine")
    change(
        built,
        "report.yaml",
        "languages: [zh], arrangement: single, layout: single",
        "languages: [zh], arrangement: single, layout: mine",
    )
    before = contents(built / "out" / "zh")
    told = ask("build", "zh", "en", "--target", "screen", "--project", built)
    assert told.code == 2
    assert "out/en/book-en-screen.pdf" in told.out
    assert (built / "out" / "en" / "book-en-screen.pdf").is_file()
    assert contents(built / "out" / "zh") == before


def test_a_disk_that_is_full_leaves_every_file(built: Path) -> None:
    change(built, "chapters/00-preface.yaml", "本书含各种块", "本书各种块都有")
    before = contents(built / "out")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill_up(step: Step) -> None:
        if step[1] == "proof":
            resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))

    try:
        came_to = build_zh(built, fill_up)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert came_to == (2, ["publish/disk"])
    assert contents(built / "out") == before


def test_a_folder_in_the_place_of_a_file_leaves_the_rest_of_the_set(built: Path) -> None:
    change(built, "chapters/00-preface.yaml", "本书含各种块", "本书各种块都有")
    (built / "out" / "zh" / "book-zh.docx").unlink()
    (built / "out" / "zh" / "book-zh.docx" / "inner").mkdir(parents=True)
    before = contents(built / "out")
    assert build_zh(built) == (2, ["publish/disk"])
    assert contents(built / "out") == before


def test_a_build_that_the_system_kills_is_told_and_leaves_every_file(built: Path) -> None:
    change(built, "chapters/00-preface.yaml", "本书含各种块", "本书各种块都有")
    before = contents(built / "out")

    def kill(step: Step) -> None:
        if step[1] == "layout":
            for child in multiprocessing.active_children():
                child.kill()

    assert build_zh(built, kill) == (2, ["build/ended"])
    assert contents(built / "out") == before
    assert build_zh(built) == (0, [])


def test_parts_left_by_a_power_cut_are_swept_by_the_next_build(built: Path) -> None:
    before = contents(built / "out")
    (built / "out" / "zh" / ".book-zh.docx.x1.part").write_bytes(b"half")
    (built / "out" / ".stamps" / ".book-zh.docx.json.x2.part").write_bytes(b"half")
    assert build_zh(built) == (0, [])
    assert contents(built / "out") == before
