"""The command `python -m reportpub.foundry`: derive the faces, or check those that are there."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from reportpub.findings import ReportpubError
from reportpub.foundry.build import derive_all
from reportpub.foundry.check import check


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: 0 as it should be, 1 differences, 2 could not be done."""
    wanted = _parser().parse_args(arguments)
    try:
        if wanted.check:
            return _check(wanted.into)
        with tempfile.TemporaryDirectory() as scratch:
            packages = wanted.packages or Path(scratch)
            changed = derive_all(wanted.into, packages, extension=wanted.extension)
    except ReportpubError as stopped:
        for finding in stopped.findings:
            sys.stderr.write(f"{finding}\n" + (f"  {finding.hint}\n" if finding.hint else ""))
        return stopped.exit_code
    sys.stdout.writelines(f"new bytes: {name}\n" for name in changed)
    return 0


def _check(folder: Path) -> int:
    found = check(folder)
    sys.stdout.writelines(f"{finding}\n" for finding in found)
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m reportpub.foundry", description=__doc__)
    parser.add_argument("--into", type=Path, default=Path("fonts"), help="the folder of the faces")
    parser.add_argument("--packages", type=Path, help="keep what is fetched here, and use it the next time")
    parser.add_argument("--extension", action="store_true", help="also RP Song Ext, with rare characters")
    parser.add_argument("--check", action="store_true", help="only compare the faces with the manifest")
    return parser


if __name__ == "__main__":
    sys.exit(main())
