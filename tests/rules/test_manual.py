"""The manual of the rules is what the rules say today."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.i18n import LANGUAGES
from blueprint.rules import rules
from blueprint.rules.manual import manual

_DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_is_current(language: str) -> None:
    written = (_DOCS / f"rules.{language}.md").read_text(encoding="utf-8")
    assert written == manual(language), "run `python -m tools.make_rules_manual`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_names_every_rule(language: str) -> None:
    text = manual(language)
    assert all(f"### {rule.id} " in text for rule in rules())
