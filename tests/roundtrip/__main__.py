"""Measure the round trip of the whole report: `python -m tests.roundtrip [--edition E] [--way W] SEED…`.

It is no part of the tests, since a session of LibreOffice over the report takes a minute. The ways: `word`
(edits as Word writes them), `saved` (such a file saved by LibreOffice), `office` (edits made in LibreOffice).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.exchange.editing import Editor, judged
from tests.exchange.office_editing import OfficeEditor
from tests.exchange.reports import ROOT, Out, out
from tests.office import resaved

WAYS = ("word", "saved", "office")


def came(made: Out, way: str, seed: int, edits: int, folder: Path) -> tuple[Editor, bytes]:
    """Return an editor who has made the edits, and the file that comes back."""
    if way == "office":
        office = OfficeEditor(made.data, made.sent, seed)
        office.edit(edits)
        return office, office.session(folder)
    editor = Editor(made.data, made.sent, seed)
    editor.edit(edits)
    editor.shiver()
    data = editor.saved()
    if way == "saved":
        data = resaved(data, folder)
    return editor, data


def main() -> None:
    """Print for each way, edition and seed how many edits were found, which not, and what is false."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--edition", action="append", default=[])
    parser.add_argument("--way", action="append", default=[], choices=WAYS)
    parser.add_argument("--edits", type=int, default=64)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("seeds", nargs="+", type=int)
    asked = parser.parse_args()
    for name in asked.edition or ["sequential", "review"]:
        made = out(ROOT, name)
        for way in asked.way or WAYS:
            for seed in asked.seeds:
                with tempfile.TemporaryDirectory(prefix="roundtrip-") as folder:
                    editor, data = came(made, way, seed, asked.edits, Path(folder))
                if asked.keep:
                    (asked.keep / f"{name}-{way}-{seed}.docx").write_bytes(data)
                missed, false = judged(editor.made, made.changes(data))
                count = len(editor.made)
                print(
                    f"{name} {way} {seed}: {count - len(missed)} of {count} found, {len(false)} false",
                    flush=True,
                )
                for one in missed:
                    print("  missed", one)
                for change in false:
                    print("  false", change)


if __name__ == "__main__":
    main()
