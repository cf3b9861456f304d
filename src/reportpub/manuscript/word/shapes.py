"""What hangs in a run: pictures, text boxes, charts, embedded objects."""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.findings import ContentError
from reportpub.manuscript.elements import Picture
from reportpub.manuscript.word.names import MC, R, W, local
from reportpub.manuscript.word.reading import Reading
from reportpub.opc.markup import Element
from reportpub.sentences import say

_BOX = W + "txbxContent"
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_KINDS = {
    "chart": say("a chart"),
    "relIds": say("a SmartArt graphic"),
    "OLEObject": say("an embedded object"),
}


def hung(piece: Element, reading: Reading) -> None:
    """Keep what hangs in a run for after its paragraph: text boxes and pictures."""
    whole = branch(piece)
    if whole is None:
        return
    boxes = list(_outermost(whole))
    for box in boxes:
        reading.boxes.append(box)
    inside = {element for box in boxes for element in box.iter()}
    for element in whole.iter():
        if element in inside:
            continue
        name = local(element)
        if element.tag == _TEXT and not _in_fallback(element, whole):
            reading.leave("text in a drawing", str(element.text or ""))
        elif name == "textpath":
            reading.leave("word art", str(element.get("string") or ""))
        elif name in ("blip", "imagedata"):
            _picture(element, whole, reading)
        elif name in _KINDS:
            reading.remark(
                say("{kinds} was not taken", kinds=_KINDS[name]),
                say("make it a picture or a table, or draw it anew"),
            )


def branch(piece: Element) -> Element | None:
    """Return what is read of a piece: of alternatives the first that holds something."""
    if local(piece) != "AlternateContent":
        return piece
    branches = [*piece.findall(MC + "Choice"), *piece.findall(MC + "Fallback")]
    return next((one for one in branches if len(one)), None)


def _outermost(element: Element) -> Iterator[Element]:
    for one in element:
        if one.tag == _BOX:
            yield one
        elif local(one) == "AlternateContent":
            read = branch(one)
            if read is not None:
                yield from _outermost(read)
        else:
            yield from _outermost(one)


def _in_fallback(element: Element, around: Element) -> bool:
    """Tell whether something stands in the alternative for old programs, and the other one is read."""
    return any(local(up) == "Fallback" for up in element.iterancestors()) and local(around) != "Fallback"


def _picture(blip: Element, around: Element, reading: Reading) -> None:
    if _in_fallback(blip, around):
        return
    name = blip.get(R + "embed") or blip.get(R + "id")
    thread = reading.threads.get(str(name)) if name else None
    if thread is None or thread.outside or thread.target not in reading.package.parts:
        reading.remark(
            say("a picture does not lie in the file"), say("embed it in Word, or add it to the project")
        )
        return
    try:
        data = reading.package.blob(thread.target)
    except ContentError as damaged:
        reading.remarks.extend(damaged.findings)
        return
    reading.pictures.append(Picture(thread.target.rpartition("/")[2], data, _alt(around), reading.span))


def _alt(around: Element) -> str:
    """Return what is said of a picture for those who cannot see it, where Word or WPS has asked for it."""
    for one in around.iter():
        if local(one) in ("docPr", "shape"):
            said = str(one.get("descr") or one.get("alt") or "").strip()
            if said:
                return said
    return ""
