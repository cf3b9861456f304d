"""Try many projects that have gone wrong: `python -m tests.mutated 20000`, and a seed to try others."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.mutated.mutations import Files, projects
from tests.mutated.trying import Tried, tried

_PAGES = 10
"""One project in so many has its pages written, if it is sound."""


def main(many: int, chance: int, aside: Path) -> int:
    """Try so many projects, tell what became of them, and keep aside those that were met badly."""
    done: list[Tried] = []
    faults: Counter[str] = Counter()

    @seed(chance)
    @settings(
        max_examples=many,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(projects())
    def each(files: Files) -> None:
        found = tried(files, Path(room) / "book", pages=len(done) % _PAGES == 0)
        done.append(found)
        if not found.good:
            what = found.fault or f"exit code {found.code} after {found.seconds:.1f} s"
            if not faults[what]:
                _keep(files, aside / f"{len(faults):03}")
                print(f"{len(done)}: {what}", flush=True)
            faults[what] += 1
        if len(done) % 1000 == 0:
            print(f"{len(done)}: {sum(faults.values())} met badly", flush=True)

    with tempfile.TemporaryDirectory(prefix="reportpub-") as room:
        each()
    longest = max(one.seconds for one in done)
    codes = Counter(one.code for one in done)
    print(f"{len(done)} projects; exit codes {dict(sorted(codes.items()))}; the longest took {longest:.2f} s")
    for what, times in faults.most_common():
        print(f"{times} times: {what}")
    return 1 if faults else 0


def _keep(files: Files, folder: Path) -> None:
    for name, data in files.items():
        path = folder / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    given_many, *more = [int(word) for word in sys.argv[1:3]] or [20_000]
    sys.exit(main(given_many, more[0] if more else 1, Path(tempfile.gettempdir()) / "reportpub-mutated"))
