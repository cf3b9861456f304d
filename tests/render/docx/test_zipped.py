"""The zip of a Word file is the one that Python's own writer makes."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from reportpub.render.docx.zipped import zipped

NAMES = st.text("abc/图.é", min_size=1, max_size=12)


@given(st.dictionaries(NAMES, st.tuples(st.binary(max_size=400), st.sampled_from([0, 3])), max_size=5))
def test_it_is_the_same_to_the_byte(files: dict[str, tuple[bytes, int]]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, (content, level) in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            kind = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
            archive.writestr(entry, content, kind, level)
    assert zipped((name, *told) for name, told in files.items()) == buffer.getvalue()
