"""An Edition and a Layout become finished files."""

from __future__ import annotations

import os
from pathlib import Path

# Fontconfig reads this as the engine is loaded, by whichever module comes first; without it the faces of the
# system would be found.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fontconfig-empty.conf"))  # noqa: TID251
