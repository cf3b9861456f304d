"""A file of a stranger is opened, or refused with what is wrong, in little memory and time."""

import tracemalloc
import zipfile

import pytest
from tests.opc.packed import WHOLE, WORD, XML, lying, packed, rels, with_parts

from reportpub.findings import ContentError
from reportpub.opc.package import opened
from reportpub.opc.relationships import relationships

ENTITY = (
    f'{XML}<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'
)
LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]><d>&m;</d>"
)
DEEP = "<d>" * 5000 + "</d>" * 5000
TEMPLATE = rels(("rId1", "attachedTemplate", "https://example.org/a.dotm", "External"))
LINKED = rels(("rId9", "image", "//host/share/a.png", "External"))
CLIMBING = rels(("a", "x", "../../../etc/x"))
WORKBOOK = packed(
    {"_rels/.rels": rels(("a", "officeDocument", "xl/workbook.xml")), "xl/workbook.xml": "<a/>"}
)
LARGE = lying(with_parts(word__a_dot_bin="x"), "word/a.bin", 300 * 1024 * 1024)
TAGS = "<d>" + "<i/>" * 3_100_000 + "</d>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le")

HOSTILE: tuple[tuple[str, bytes, str], ...] = (
    ("empty", b"", "package/no-zip"),
    ("a text", "文".encode(), "package/no-zip"),
    ("an old file", OLE, "package/old-format"),
    ("a locked file", LOCKED, "package/locked"),
    ("cut short", packed(WHOLE)[:-60], "package/broken"),
    ("a bomb", with_parts(word__media__a_dot_bin=bytes(3 * 1024 * 1024)), "package/too-large"),
    ("a member of 300 MB", LARGE, "package/too-large"),
    ("a name that climbs", packed({**WHOLE, "../../etc/cron": "x"}), "package/name"),
    ("a name from the root", packed({**WHOLE, "/etc/cron": "x"}), "package/name"),
    ("a name of Windows", packed({**WHOLE, "..\\..\\cron": "x"}), "package/name"),
    ("a thread that climbs", with_parts(word___rels__a_dot_xml_dot_rels=CLIMBING), "package/name"),
    ("a name twice", packed({**WHOLE, "WORD/document.xml": "x"}), "package/name"),
    ("too many members", packed({**WHOLE, **{f"a/{n}": "" for n in range(5000)}}), "package/too-large"),
    ("another packing", packed(WHOLE, method=zipfile.ZIP_LZMA), "package/broken"),
    ("macros", with_parts(word__vbaProject_dot_bin=b"x"), "package/macros"),
    ("a template from afar", with_parts(word___rels__settings_dot_xml_dot_rels=TEMPLATE), "package/remote"),
    ("a picture from a share", with_parts(word___rels__header1_dot_xml_dot_rels=LINKED), "package/remote"),
    ("a workbook", WORKBOOK, "package/no-document"),
    ("a zip of anything", packed({"a.txt": "x"}), "package/no-document"),
    ("an entity", with_parts(word__document_dot_xml=ENTITY), "package/dtd"),
    ("a billion laughs", with_parts(word__document_dot_xml=LAUGHS), "package/"),
    ("broken XML", with_parts(word__document_dot_xml="<w:document"), "package/xml"),
    ("XML without end", with_parts(word__document_dot_xml=DEEP), "package/xml"),
    ("an empty part", with_parts(word__document_dot_xml=""), "package/xml"),
    ("too many tags", with_parts(word__document_dot_xml=TAGS), "package/too-large"),
)  # fmt: skip


@pytest.mark.parametrize(("data", "code"), [(d, c) for _, d, c in HOSTILE], ids=[n for n, _, _ in HOSTILE])
def test_a_hostile_file_is_refused_with_a_finding_in_little_memory(data: bytes, code: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(ContentError) as refused:
            opened(data, "a.docx").xml("word/document.xml")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert refused.value.findings[0].code.startswith(code)
    assert refused.value.findings[0].hint
    assert peak < 32 * 1024 * 1024


def test_everything_that_is_wrong_is_said_at_once() -> None:
    data = with_parts(word__vbaProject_dot_bin=b"x", word___rels__settings_dot_xml_dot_rels=TEMPLATE)
    with pytest.raises(ContentError) as refused:
        opened(data, "a.docx")
    assert [f.code for f in refused.value.findings] == ["package/macros", "package/remote"]


@pytest.mark.parametrize("size", [1, 100_000])
def test_a_member_that_lies_about_its_size_is_refused(size: int) -> None:
    with pytest.raises(ContentError):
        opened(lying(packed(WHOLE), "word/document.xml", size), "a.docx").xml("word/document.xml")


def test_a_damaged_member_is_refused_when_it_is_read() -> None:
    data = packed(WHOLE, method=zipfile.ZIP_STORED).replace("文".encode(), "字".encode(), 1)
    with pytest.raises(ContentError) as refused:
        opened(data, "a.docx").xml("word/document.xml")
    assert refused.value.findings[0].code == "package/broken"


def test_a_whole_file_is_opened_and_its_parts_are_found_by_kind() -> None:
    package = opened(packed(WHOLE), "a.docx")
    assert package.main == "word/document.xml"
    assert package.named("styles") == "word/styles.xml"
    assert package.beside("footnotes") is None
    root = package.xml(package.main)
    assert root is not None
    assert "".join(root.itertext()) == "文"
    assert package.related(package.main)["rId2"].outside


def test_parts_are_found_as_the_standard_resolves_their_names() -> None:
    said = rels(("a", "styles", "/word/s.xml"), ("b", "image", "media/a%20b.png"), ("c", "x", "..\\c.xml#d"))
    package = opened(with_parts(word___rels__b_dot_xml_dot_rels=said), "a.docx")
    root = package.xml("word/_rels/b.xml.rels")
    assert root is not None
    threads = relationships(root, "word/b.xml").values()
    assert [one.target for one in threads] == ["word/s.xml", "word/media/a b.png", "c.xml"]
