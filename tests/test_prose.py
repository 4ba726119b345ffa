"""Notes in Markdown become plain values; what could do harm stays the text that it is."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.prose import LONGEST, Block, Kind, Run, plain, read


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain", [Run("plain")]),
        (
            "**bold** and *italic*",
            [Run("bold", bold=True), Run(" and "), Run("italic", italic=True)],
        ),
        ("_**both**_", [Run("both", bold=True, italic=True)]),
        ("`a **b**`", [Run("a **b**", code=True)]),
        ("[here](https://example.org)", [Run("here", link="https://example.org")]),
        ("<mailto:a@example.org>", [Run("mailto:a@example.org", link="mailto:a@example.org")]),
        ("two\nlines", [Run("two\nlines")]),
        ("two*\nlines", [Run("two*"), Run("\n"), Run("lines")]),
        ("snake_case_name 3 * 4", [Run("snake_case_name 3 * 4")]),
        ("**重点**在前台", [Run("重点", bold=True), Run("在前台")]),
    ],
)
def test_a_paragraph_is_read_as_runs_of_one_style(text: str, runs: list[Run]) -> None:
    [block] = read(text)
    assert block.kind is Kind.TEXT
    assert [run for run in block.runs if run.text] == runs


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- hidden -->",
        "[bad](javascript:alert(1))",
        "[bad](file:///etc/passwd)",
        "[bad](data:text/html,x)",
        "<javascript:alert(1)>",
        "[bad]: javascript:alert(1)",
    ],
)
def test_what_could_do_harm_stays_the_text_that_it_is(text: str) -> None:
    blocks = read(text)
    assert "".join(block.text for block in blocks) == text
    assert not any(run.link for block in blocks for run in block.runs)


def test_a_picture_is_a_link_that_is_not_loaded() -> None:
    [block] = read("![map](https://example.org/map.png)")
    assert block.text == "!map"
    assert block.runs[-1].link == "https://example.org/map.png"


def test_lists_keep_their_markers_and_levels() -> None:
    blocks = read("- one\n  - deeper\n- two\n\n3. three\n4. four")
    assert [(b.marker, b.level, b.text) for b in blocks] == [
        ("•", 1, "one"),
        ("•", 2, "deeper"),
        ("•", 1, "two"),
        ("3.", 1, "three"),
        ("4.", 1, "four"),
    ]
    assert {block.kind for block in blocks} == {Kind.ITEM}


def test_headings_are_flattened_to_bold_lines() -> None:
    heading, text = read("## Before *all*\nthe rest")
    assert heading.kind is Kind.HEADING
    assert all(run.bold for run in heading.runs)
    assert text == Block(Kind.TEXT, (Run("the rest"),))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ask why", "Ask why"),
        ("Ask **why**:\n- slow\n- dear", "Ask why:\n• slow\n• dear"),
        ("1. one\n2. two", "1. one\n2. two"),
        ("one\n\ntwo", "one\ntwo"),
        ("", ""),
    ],
)
def test_plain_text_leaves_the_signs_out(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text(alphabet="ab*_`[]()<>#-+1. \n\t\\&!|~:/重", max_size=60))
def test_any_text_can_be_read_and_links_lead_to_the_web_or_mail(text: str) -> None:
    for block in read(text):
        for run in block.runs:
            assert run.link == "" or run.link.startswith(("http", "mailto"))


def test_deep_nesting_and_great_length_are_no_danger() -> None:
    assert read("> " * 5_000 + "deep")
    assert read("[" * 19_000)
    long = "**" + "a" * LONGEST
    assert read(long) == (Block(Kind.TEXT, (Run(long),)),)


def test_text_without_signs_needs_no_parser() -> None:
    script = "import sys; from blueprint.prose import read; read('a\\n\\nb, c.'); "
    script += "sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
