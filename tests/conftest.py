"""What all tests share: laws are tried without a clock, and expectations can be written anew."""

import os
from pathlib import Path

import pytest
from hypothesis import settings
from tests.small_report import ask, copied
from xdist.scheduler import LoadScopeScheduling

settings.register_profile("reportpub", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("reportpub")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="write expectations anew; look at every difference before you keep it",
    )

    parser.addoption("--mutations", type=int, default=56, help="how many damaged files preflight is tried on")
    parser.addoption("--kills", type=int, default=3, help="how many builds are killed at random moments")


def pytest_configure(config: pytest.Config) -> None:
    # The machine that judges a change must not change what it judges by.
    if config.getoption("--update") and os.environ.get("CI") == "true":  # noqa: TID251
        raise pytest.UsageError("--update is not for continuous integration")


class _ByFile(LoadScopeScheduling):  # type: ignore[misc]  # pytest-xdist tells no types of its schedulers
    """Hands each process whole files of tests, and one of them all that look at the finished report."""

    def _split_scope(self, nodeid: str) -> str:
        return "tests/report" if nodeid.startswith("tests/report/") else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    """Keep the tests of a file together where several processes run them; the report is built once."""
    return _ByFile(config, log)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Tell whether expectations are written anew."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def mutations(request: pytest.FixtureRequest) -> int:
    """Return how many damaged files are tried."""
    return int(request.config.getoption("--mutations"))


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    """Return how many builds are killed."""
    return int(request.config.getoption("--kills"))


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small report with its Chinese edition, not to be changed."""
    project = copied(tmp_path_factory.mktemp("built") / "book")
    said = ask("build", "zh", "--project", project)
    assert said.code == 0, said.err
    return project
