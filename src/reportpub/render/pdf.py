"""HTML becomes PDF, laid out and drawn once for the press and for the screen, by WeasyPrint."""

from __future__ import annotations

import logging
import os
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from reportpub.render.engine.loading import unsearched

# Fontconfig reads this when the engine first needs it; without it the faces of the system would be found.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fontconfig-empty.conf"))  # noqa: TID251

with unsearched(), warnings.catch_warnings():
    # The engine warns, once as it is loaded, of an empty fontconfig, which is what we want.
    warnings.filterwarnings("ignore", "No fonts configured in FontConfig")
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from reportpub.findings import Finding, ToolError, error
from reportpub.inputs import Inputs, Refused
from reportpub.kept import Kept
from reportpub.render.engine import borders, lengths, numbers, styles
from reportpub.render.engine.html import EngineHtml
from reportpub.render.glyph_documents import ComposingFonts
from reportpub.render.glyphruns import Uncomposed, left_to_engine
from reportpub.render.glyphruns import findings as uncomposed_findings
from reportpub.render.glyphruns import install as install_composer
from reportpub.render.page_boxes import sheets
from reportpub.render.places import Sheet
from reportpub.render.tagging import install as install_tags
from reportpub.sentences import say
from reportpub.uncollected import uncollected

_TYPES = {
    ".icc": "application/vnd.iccprofile",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
Place = tuple[int, tuple[float, float, float, float]]
"""A page and a box: left, top, right, bottom."""

_MM_PER_PX = 25.4 / 96
T = TypeVar("T")


class LaidOut:
    """Pages with everything in its place, not yet drawn."""

    def __init__(
        self, document: weasyprint.Document, uncomposed: tuple[Uncomposed, ...], reads: Mapping[Path, str]
    ) -> None:
        """Keep the engine's document, which blocks it set itself, and the files it reads by their hash."""
        self._document = document
        self.uncomposed = uncomposed
        self.reads = reads

    @property
    def pages(self) -> int:
        """Return the number of pages."""
        return len(self._document.pages)

    def sheets(self) -> tuple[Sheet, ...]:
        """Return what stands on each page, by the names given in the HTML."""
        return tuple(sheets(self._document.pages))

    @property
    def front(self) -> int:
        """Return how many pages come before the body, which begins where the class `opening` stands."""
        for number, page in enumerate(self._document.pages):
            for box in page._page_box.descendants():  # noqa: SLF001
                element = getattr(box, "element", None)
                if element is not None and "opening" in element.attrib.get("class", "").split():
                    return number
        return 0

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """Return a finding for each block the engine set itself."""
        return uncomposed_findings(self.uncomposed)

    @property
    def fallbacks(self) -> Mapping[str, int]:
        """Return how many blocks the engine set itself, by reason."""
        return Counter(one.reason for one in self.uncomposed)

    @property
    def places(self) -> Mapping[str, tuple[Place, ...]]:
        """Return where each element with an id stands: pages from 1, and boxes in mm from the trim corner.

        The id of a caption stands for the whole figure or table as well.
        """
        found: dict[str, list[Place]] = {}
        for number, page in enumerate(self._document.pages, start=1):
            for name, (left, top, right, bottom) in [*page.anchors.items(), *_captioned(page)]:
                box = tuple(float(value) * _MM_PER_PX for value in (left, top, right, bottom))
                found.setdefault(str(name), []).append((number, (box[0], box[1], box[2], box[3])))
        return {name: tuple(where) for name, where in found.items()}

    @cached_property
    def raw(self) -> bytes:
        """Return the pages with bleed and tags, drawn once: what press and screen file are finished from."""
        install_tags()
        # Who asks for an identifier has the whole file written twice.
        return _watched(lambda: bytes(self._document.write_pdf(pdf_variant="pdf/ua-1")))

    def plain(self) -> bytes:
        """Return the pages drawn without any claim, as a step to a picture."""
        return bytes(self._document.write_pdf())


def _captioned(page: weasyprint.Page) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Yield the ids of captions with the boxes, in px, of the figures and tables they name."""
    for box in page._page_box.descendants():  # noqa: SLF001 - the engine tells it nowhere else
        element = getattr(box, "element", None)
        if element is None:
            continue
        kind = (element.get("class") or "").split()
        if kind[:1] in (["figure"], ["table"]) and hasattr(box, "border_box_x"):
            x, y = box.border_box_x(), box.border_box_y()
            place = (x, y, x + box.border_width(), y + box.border_height())
            yield from ((one.get("id"), place) for one in element.iter("p") if one.get("id"))


def lay_out(
    html: str,
    base: Path,
    inputs: Inputs,
    *,
    composed: bool = True,
    pictures: Mapping[Path, bytes] = MappingProxyType({}),
    fonts: ComposingFonts | None = None,
    kept: Kept | None = None,
) -> LaidOut:
    """Return the pages of a document; whatever the engine reports is a `ToolError`.

    `base` is the folder relative addresses start from; every file is read through `inputs`, but `pictures`
    hold what is set in the place of a file. Unless `composed`, the engine breaks all lines itself. `fonts` of
    an earlier pass over the same texts keep its faces, and its lines for measures that come again; so do
    those `kept` from an earlier build.
    """
    install_composer()
    for quicker in (borders, lengths, numbers, styles):
        quicker.install()

    def render() -> LaidOut:
        door = _Door(inputs, pictures)
        source = EngineHtml(html, base.as_uri() + "/", door)
        if not composed:
            return LaidOut(source.render(font_config=FontConfiguration()), (), door.reads)
        own = fonts or ComposingFonts(kept)
        own.left = {}
        return LaidOut(source.render(font_config=own), left_to_engine(own, source.etree_element), door.reads)

    return _watched(render)


def set_once(html: str, base: Path, inputs: Inputs) -> bytes:
    """Return a small document as a plain PDF, for pictures of charts."""
    laid_out = lay_out(html, base, inputs)
    return _watched(laid_out.plain)


class _Door(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Fetches files through `Inputs` and nothing else: no network, no redirects, no data of odd types."""

    def __init__(self, inputs: Inputs, pictures: Mapping[Path, bytes]) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False, fail_on_errors=True)
        self._inputs = inputs
        self._pictures = pictures
        self.reads: dict[Path, str] = {}
        """The files that were fetched, by their hash."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
        parts = urlsplit(url)
        path = Path(unquote(parts.path))
        ready = self._pictures.get(path)
        kind = _TYPES.get(path.suffix.lower()) if ready is None else _kind(ready)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost") or kind is None:
            raise _Fatal(error("render/address", say("a layout must not fetch {url}", url=url[:80])))
        try:
            data = ready or self._read(path)
        except Refused as refused:
            raise _Fatal(refused.finding) from None
        answer = EmailMessage()
        answer["Content-Type"] = kind
        # The engine reads files a second time when it writes; what stands in their place must not look so.
        return URLFetcherResponse(url if ready is None else f"picture:{path.name}", data, answer)

    def _read(self, path: Path) -> bytes:
        data = self._inputs.read_bytes(path)
        real = self._inputs.admit(path, None)
        self.reads[real] = self._inputs.reads[real]
        return data


def _kind(picture: bytes) -> str:
    return _TYPES[".png" if picture.startswith(b"\x89PNG") else ".jpg"]


class _Fatal(FatalURLFetchingError):  # type: ignore[misc]  # WeasyPrint has no types
    """A fetch that ends the layout, with its finding; the engine lets only this kind through."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class _Listener(logging.Handler):
    """Keeps what the engine logs at warning level and above: a lost picture is only a log line to it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[Finding] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(
            error("render/engine", say("the engine reports: {message}", message=record.getMessage()))
        )


@contextmanager
def _listening() -> Iterator[_Listener]:
    listener = _Listener()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    for logger in loggers:
        logger.disabled = False  # another library's set-up may have silenced it, and us with it
        logger.addHandler(listener)
    try:
        yield listener
    finally:
        for logger in loggers:
            logger.removeHandler(listener)


def _watched(work: Callable[[], T]) -> T:
    with _listening() as listener, uncollected():
        try:
            done = work()
        except _Fatal as fatal:
            raise ToolError((fatal.finding, *listener.found)) from None
    if listener.found:
        raise ToolError(tuple(dict.fromkeys(listener.found)))
    return done
