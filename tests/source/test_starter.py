"""A new report is sound from its first minute."""

from pathlib import Path

import pytest

from reportpub.checks.project import unbuildable
from reportpub.edition.forms import misfits
from reportpub.inputs import Inputs
from reportpub.layout.layout import home
from reportpub.publish import publish
from reportpub.source.load import load_report
from reportpub.source.schema import schemas
from reportpub.source.starter import TEMPLATE, starter


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("annual-2025", "annual-2025"),
        ("Annual Report 2025", "annual-report-2025"),
        ("年报", "report"),
        ("2025", "report"),
    ],
)
def test_a_new_report_loads_without_a_finding_under_its_name(name: str, report: str, tmp_path: Path) -> None:
    publish({tmp_path / path: text.encode() for path, text in starter(name).items()})
    inputs = Inputs(tmp_path, home())
    loaded, found = load_report(tmp_path, inputs)
    assert (*found, *misfits(loaded), *unbuildable(loaded, tmp_path, inputs)) == ()
    assert loaded.id == report


def test_a_new_report_brings_every_file_of_the_template_and_the_schemas() -> None:
    template = {f"source/{path.relative_to(TEMPLATE).as_posix()}" for path in TEMPLATE.rglob("*.yaml")}
    assert set(starter("new")) == template | {f"schema/{name}" for name in schemas()}


def test_a_new_report_asks_for_the_four_editions(tmp_path: Path) -> None:
    publish({tmp_path / path: text.encode() for path, text in starter("new").items()})
    loaded, _ = load_report(tmp_path, Inputs(tmp_path))
    assert [spec.name for spec in loaded.editions] == ["parallel", "sequential", "zh", "en"]
