"""One session of LibreOffice, run by the Python that knows it: files saved anew, contents made anew.

`python3 office_session.py FOLDER NAME…`: beside each file `NAME.saved.docx`, and `NAME.json` with the
contents before and after the update. It knows nothing of this project.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

_ANYHOW = True
"""Whether a file is closed whatever others think of it."""

PATIENCE = 240
"""Seconds within which the office must have started."""


def connected(pipe: str) -> Any:  # noqa: ANN401  nothing tells the types of the office
    """Return the desktop of the office that listens on a pipe."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(PATIENCE * 5):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.2)
    sys.exit("the office does not answer")


def said(name: str, *, value: object) -> PropertyValue:
    """Return an argument of the office."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def listed(document: Any) -> list[str]:  # noqa: ANN401  as above
    """Return the lines of the contents as they stand."""
    indexes = document.getDocumentIndexes()
    return [
        line
        for at in range(indexes.getCount())
        for line in indexes.getByIndex(at).getAnchor().getString().split("\n")
    ]


def main(folder: Path, names: list[str]) -> None:
    """Work through the files and close the office."""
    pipe = f"report-{folder.name}"
    profile = (folder / "profile").as_uri()
    command = [
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation={profile}",
        f"--accept=pipe,name={pipe};urp",
    ]
    office = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        desktop = connected(pipe)
    except SystemExit:
        office.kill()
        raise
    try:
        for name in names:
            path = folder / name
            document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (said("Hidden", value=True),))
            document.storeToURL(
                path.with_suffix(".saved.docx").as_uri(), (said("FilterName", value="MS Word 2007 XML"),)
            )
            before = listed(document)
            indexes = document.getDocumentIndexes()
            for at in range(indexes.getCount()):
                indexes.getByIndex(at).update()
            told = {"before": before, "after": listed(document)}
            path.with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")
            document.close(_ANYHOW)
    finally:
        desktop.terminate()
        office.wait(PATIENCE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
