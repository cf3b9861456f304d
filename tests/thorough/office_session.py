"""One session of LibreOffice, run by the Python that knows it: files saved anew, contents made anew.

`python3 office_session.py FOLDER NAME…`: beside each file `NAME.saved.docx`, and `NAME.json` with the
contents before and after the update. It knows nothing of this project.
"""

import json
import sys
from pathlib import Path
from typing import Any

from tests.office_desktop import loaded, office, saved

_ANYHOW = True
"""Whether a file is closed whatever others think of it."""


def listed(document: Any) -> list[str]:  # noqa: ANN401  nothing tells the types of the office
    """Return the lines of the contents as they stand."""
    indexes = document.getDocumentIndexes()
    return [
        line
        for at in range(indexes.getCount())
        for line in indexes.getByIndex(at).getAnchor().getString().split("\n")
    ]


def main(folder: Path, names: list[str]) -> None:
    """Work through the files and close the office."""
    with office(folder) as desktop:
        for name in names:
            path = folder / name
            document = loaded(desktop, path)
            saved(document, path.with_suffix(".saved.docx"))
            before = listed(document)
            indexes = document.getDocumentIndexes()
            for at in range(indexes.getCount()):
                indexes.getByIndex(at).update()
            told = {"before": before, "after": listed(document)}
            path.with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")
            document.close(_ANYHOW)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
