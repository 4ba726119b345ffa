"""What the readme and the guide show can be done as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tests.cli.running import Shell

PAGES = [ROOT / "README.md", ROOT / "README.zh_CN.md", *sorted(ROOT.glob("docs/guide/*/*.md"))]
TABLES = [
    pytest.param(table, id=f"{page.parent.name}/{page.name}")
    for page in PAGES
    for table in re.findall(r"```csv\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_in_the_guide_has_no_error(shell: Shell, table: str) -> None:
    ran = shell("check", shell.write("journey.csv", table))

    assert (ran.code, ran.err) == (0, ""), ran.out


def test_there_are_tables_to_try() -> None:
    assert len(TABLES) == 4


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_guide_has_the_same_pages_in_both_languages() -> None:
    english, chinese = (
        {
            page.name: len(re.findall("^#+ ", page.read_text(encoding="utf-8"), re.MULTILINE))
            for page in (ROOT / "docs" / "guide" / language).glob("*.md")
        }
        for language in ("en", "zh_CN")
    )
    assert english == chinese
