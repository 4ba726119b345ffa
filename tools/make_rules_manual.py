"""Writes the manual of the rules, docs/rules.<language>.md, from the rules themselves."""

from __future__ import annotations

from pathlib import Path

from blueprint.i18n import LANGUAGES
from blueprint.rules.manual import manual

FOLDER = Path(__file__).parent.parent / "docs"


def main() -> None:
    for language in LANGUAGES:
        (FOLDER / f"rules.{language}.md").write_text(manual(language), encoding="utf-8")


if __name__ == "__main__":
    main()
