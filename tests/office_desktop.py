"""A headless LibreOffice and its desktop, for scripts run by the Python that knows it; nothing of ours."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

PATIENCE = 240
"""Seconds within which the office must have started, and within which it must have ended."""


@contextmanager
def office(folder: Path) -> Iterator[Any]:
    """Start an office with a profile in a folder, give its desktop, and close it."""
    pipe = f"report-{folder.name}"
    command = [
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        f"--accept=pipe,name={pipe};urp",
    ]
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        desktop = _connected(pipe)
    except SystemExit:
        started.kill()
        raise
    try:
        yield desktop
    finally:
        desktop.terminate()
        started.wait(PATIENCE)


def _connected(pipe: str) -> Any:  # noqa: ANN401  nothing tells the types of the office
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


def loaded(desktop: Any, path: Path) -> Any:  # noqa: ANN401  as above
    """Return a document, opened where nobody sees it."""
    return desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (said("Hidden", value=True),))


def saved(document: Any, path: Path) -> None:  # noqa: ANN401  as above
    """Save a document as a Word file."""
    document.storeToURL(path.as_uri(), (said("FilterName", value="MS Word 2007 XML"),))
