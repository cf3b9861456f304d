"""What an edition said when it went out, in a part of the file's own XML, so that an edit can be traced home.

Names of bookmarks are short and lose letters; this part tells which block or fact each of them stands for,
and what stood there. Source: ECMA-376 part 1, 15.2.5 and 22.5 (custom XML data).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from typing import Final

from reportpub.edition.edition import Edition
from reportpub.model.anchors import bookmark
from reportpub.model.text import Lang, plain
from reportpub.model.walk import texts
from reportpub.render.docx.inlines import spoken
from reportpub.render.docx.oxml import PROLOGUE, escaped

NAMESPACE: Final = "urn:reportpub:baseline"
ITEM: Final = "customXml/item1.xml"
DESCRIPTION: Final = "customXml/itemProps1.xml"

_SCHEMA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def baseline_xml(edition: Edition, digest: str, facts: Mapping[str, tuple[str, Lang]]) -> str:
    """Return the part: every block with its words, and every bookmark of a fact with the fact's id.

    `digest` is the fingerprint of the edition.
    """
    blocks = "".join(_blocks(edition))
    cited = "".join(
        f'<fact mark="{mark}" id="{escaped(fact)}" lang="{lang.key}"/>'
        for mark, (fact, lang) in facts.items()
    )
    told = f'report="{escaped(edition.report)}" edition="{escaped(edition.name)}" fingerprint="{digest}"'
    return f'{PROLOGUE}<baseline xmlns="{NAMESPACE}" {told}>{blocks}{cited}</baseline>'


def description_xml(edition: Edition) -> str:
    """Return what describes the part: an id of its own, the same for the same report and edition."""
    own = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}:{edition.report}:{edition.name}")).upper()
    return (
        f'{PROLOGUE}<ds:datastoreItem xmlns:ds="{_SCHEMA}" ds:itemID="{{{own}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _blocks(edition: Edition) -> Iterator[str]:
    for part in edition.parts:
        for chapter in part.chapters:
            inner = ((b.id, texts(b)) for b in (*chapter.blocks, *chapter.notes.values()))
            for name, said in ((chapter.id, (chapter.title.text,)), *inner):
                own = escaped(name)
                for lang in part.languages:
                    words = "\n".join([plain(spoken(text, lang).inlines) for text in said])
                    yield (
                        f'<block mark="{bookmark(name, lang)}" id="{own}" lang="{lang.key}"'
                        f' xml:space="preserve">{escaped(words)}</block>'
                    )
