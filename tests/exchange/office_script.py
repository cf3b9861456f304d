"""One sitting of an editor in LibreOffice: `python3 office_script.py FOLDER` makes the edits of steps.json.

It opens FOLDER/sent.docx, saves it as FOLDER/unedited.docx, finds the words of each step, edits with changes
recorded or not, and saves FOLDER/came.docx; done.json tells of each step whether its words were there. It
knows nothing of this project.
"""

import json
import sys
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from tests.office_desktop import loaded, office, saved

_BOLD = uno.getConstantByName("com.sun.star.awt.FontWeight.BOLD")
_BREAK = uno.getConstantByName("com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK")
_SELECT = True
_ANYHOW = True


def found(document: Any, words: str) -> Any:  # noqa: ANN401  nothing tells the types of the office
    """Return where words stand, outside the contents; nothing when they stand nowhere or twice."""
    asked = document.createSearchDescriptor()
    asked.SearchString = words
    asked.SearchCaseSensitive = True
    places = document.findAll(asked)
    every = [places.getByIndex(at) for at in range(places.getCount())]
    every = [one for one in every if not one.ParaStyleName.startswith("Contents")]
    return every[0] if len(every) == 1 else None


def behind(place: Any, count: int) -> Any:  # noqa: ANN401  as above
    """Return a cursor so many characters behind the beginning of a place."""
    cursor = place.getText().createTextCursorByRange(place.getStart())
    cursor.goRight(count, not _SELECT)
    return cursor


def whole(cursor: Any) -> Any:  # noqa: ANN401  as above
    """Select the paragraph a cursor stands in, with its end."""
    cursor.gotoStartOfParagraph(not _SELECT)
    cursor.gotoEndOfParagraph(_SELECT)
    cursor.goRight(1, _SELECT)
    return cursor


def moved(document: Any, cursor: Any, target: Any) -> None:  # noqa: ANN401  as above
    """Cut a paragraph and paste it behind another, as with the clipboard."""
    view = document.getCurrentController()
    view.select(whole(cursor))
    taken = view.getTransferable()
    end = target.getText().createTextCursorByRange(target.getStart())
    end.gotoEndOfParagraph(not _SELECT)
    end.goRight(1, not _SELECT)
    cursor.setString("")
    view.select(end)
    view.insertTransferable(taken)


def made(document: Any, step: dict[str, Any]) -> bool:  # noqa: ANN401  as above
    """Make one edit; tell whether its words were there."""
    place = found(document, step["find"])
    if place is None:
        return False
    document.RecordChanges = step["tracked"]
    cursor = behind(place, step["at"])
    text = place.getText()
    match step["do"]:
        case "replace":
            cursor.goRight(step["length"], _SELECT)
            cursor.setString(step["new"])
        case "bold":
            cursor.goRight(step["length"], _SELECT)
            cursor.CharWeight = cursor.CharWeightAsian = _BOLD
        case "insert":
            cursor.gotoEndOfParagraph(not _SELECT)
            text.insertControlCharacter(cursor, _BREAK, not _SELECT)
            text.insertString(cursor, step["new"], not _SELECT)
        case "delete":
            whole(cursor).setString("")
        case "split":
            text.insertControlCharacter(cursor, _BREAK, not _SELECT)
        case "join":
            cursor.gotoEndOfParagraph(not _SELECT)
            cursor.goRight(1, _SELECT)
            cursor.setString("")
        case "move":
            target = found(document, step["new"])
            if target is None:
                return False
            moved(document, cursor, target)
        case other:
            sys.exit(f"no edit: {other}")
    return True


def main(folder: Path) -> None:
    """Open the file, make the edits, save it as Word would have it."""
    with office(folder) as desktop:
        document = loaded(desktop, folder / "sent.docx")
        saved(document, folder / "unedited.docx")
        steps = json.loads((folder / "steps.json").read_text("utf-8"))
        done = [made(document, step) for step in steps]
        document.RecordChanges = True
        saved(document, folder / "came.docx")
        (folder / "done.json").write_text(json.dumps(done), encoding="utf-8")
        document.close(_ANYHOW)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
