"""footnotes.xml: the rules above the notes, and the notes in the order of their calls.

Source: ECMA-376 part 1, 17.11.
"""

from __future__ import annotations

from reportpub.render.docx.oxml import NAMESPACES, PROLOGUE


def footnotes_xml(notes: list[str]) -> str:
    """Return the part; a file without notes has it too, as Word's own files do."""
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    return f"{PROLOGUE}<w:footnotes {NAMESPACES}>{rules}{''.join(notes)}</w:footnotes>"
