"""Publish the JSON Schema of the file format: `python tools/make_schema.py`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    from blueprint.storage.schema import schema_text

    target = ROOT / "resources" / "schema" / "blueprint.schema.json"
    target.write_text(schema_text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
