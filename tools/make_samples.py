"""Make the samples and templates that ship with the program from their step tables.

Each `resources/<kind>/tables/NAME.LANGUAGE.csv` becomes `resources/<kind>/NAME.LANGUAGE.blueprint`.
Run it after a change of a table or of the file format: `python tools/make_samples.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

KINDS = ("samples", "templates")


def made(table: Path) -> bytes:
    """The content of the `.blueprint` file that a table becomes."""
    from blueprint.storage import open_document
    from blueprint.storage.writing import dump

    return dump(open_document(table).document)


def target(table: Path) -> Path:
    """Where the file of a table stands."""
    return table.parent.parent / f"{table.stem}.blueprint"


def main() -> None:
    for kind in KINDS:
        for table in sorted((ROOT / "resources" / kind / "tables").glob("*.csv")):
            target(table).write_bytes(made(table))
            print(target(table).relative_to(ROOT))


if __name__ == "__main__":
    main()
