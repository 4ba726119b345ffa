"""The table of advances says what the bundled fonts say."""

import importlib.util
from pathlib import Path

import pytest

from blueprint.layout.fonts import (
    ASCENT,
    DESCENT,
    FILES,
    MISSING,
    UNITS,
    advance,
    advances,
    lacks,
)
from blueprint.resources import resource, resource_folder

fonttools = pytest.importorskip("fontTools.ttLib")
ROOT = Path(__file__).parent.parent.parent


def test_the_shipped_table_is_the_one_that_the_script_makes_from_the_fonts() -> None:
    spec = importlib.util.spec_from_file_location("made", ROOT / "tools" / "make_advances.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)

    assert resource("fonts/advances.bin").read_bytes() == script.packed(resource_folder("fonts"))


@pytest.mark.parametrize("bold", [False, True])
def test_metrics_are_those_of_the_font_file(bold: bool) -> None:
    font = fonttools.TTFont(resource(FILES[bold]), lazy=True)

    assert font["head"].unitsPerEm == UNITS
    assert font["hhea"].ascent == ASCENT
    assert font["hhea"].descent == -DESCENT
    assert font["hmtx"].metrics[".notdef"][0] == MISSING[bold]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Apply polish 涂鞋油", ""),
        ("Łódź, Ελλάδα, Київ, Việt", ""),
        ("one\ntwo\tthree", ""),
        ("✗ not ✗ done ⚡", "✗⚡"),
        ("", ""),
        ("Tea \U0001f375 and \U0001f469\u200d\U0001f4bb", "\U0001f375\U0001f469\U0001f4bb"),
    ],
)
def test_lacks_names_each_character_without_a_picture_once(text: str, missing: str) -> None:
    assert lacks(text) == missing


def test_a_text_is_as_wide_as_the_sum_of_its_characters() -> None:
    assert advance("中文", 13) == 26
    assert advance("AB", 10) == pytest.approx(advance("A", 10) + advance("B", 10))
    assert advance("A", 20) == pytest.approx(2 * advance("A", 10))
    assert advance("polish", 13, bold=True) > advance("polish", 13)
    assert advance("✗", 10) == 6
    assert "✗" not in advances()
    assert advance("\U0001f375", 10) == 10
    assert advance("\U0001f469\u200d\U0001f4bb\ufe0f", 10) == 20
