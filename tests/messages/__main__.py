"""Write the catalogue anew in the order of the code: `python -m tests.messages` tells what lacks Chinese."""

from __future__ import annotations

import polib
from tests.messages.templates import entries, spoken

if __name__ == "__main__":
    old = entries()
    known = {entry.msgid: entry.msgstr for entry in old}
    said = spoken()
    old[:] = [
        polib.POEntry(msgid=template, msgstr=known.get(template, ""), occurrences=[(module, "")])
        for template, module in said.items()
    ]
    old.wrapwidth = 0
    old.save()
    for template in said:
        if not known.get(template):
            print(template)
