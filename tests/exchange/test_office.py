"""An editor works in LibreOffice, and every edit comes back (whole report: `python -m tests.roundtrip`)."""

from pathlib import Path

import pytest
from tests.exchange.editing import judged
from tests.exchange.longer import longer
from tests.exchange.office_editing import OfficeEditor
from tests.exchange.reports import out
from tests.office import missing


def test_every_edit_of_a_session_in_libreoffice_is_found_and_nothing_else(tmp_path: Path) -> None:
    if why := missing():
        pytest.skip(why)
    sent = out(longer(tmp_path / "book"), "sequential")
    editor = OfficeEditor(sent.data, sent.sent, seed=8)
    for whole in (editor.move, editor.join, editor.paragraph_out, editor.split, editor.paragraph_in):
        assert whole(tracked=True)
    editor.edit(24)
    came = editor.session(tmp_path)
    assert sent.changes((tmp_path / "unedited.docx").read_bytes()) == ()
    assert len(editor.made) > 16
    assert len({made.kind for made in editor.made}) > 6
    assert judged(editor.made, sent.changes(came)) == ([], [])
