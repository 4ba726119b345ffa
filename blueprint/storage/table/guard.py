"""A text that a spreadsheet would take for a formula is written with an apostrophe before it.

Cells that begin with any number of apostrophes and then a formula's sign get one apostrophe
more, and lose one when they are read: so every text comes back exactly.
"""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = "=+@\\-\t\r\n＝＋－＠"
_DANGEROUS: Final = re.compile(f"'*[{_SIGNS}]")
_GUARDED: Final = re.compile(f"'+[{_SIGNS}]")


def guarded(text: str) -> str:
    """`text` as a CSV cell that no spreadsheet runs."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` made `cell` of."""
    return cell[1:] if _GUARDED.match(cell) else cell
