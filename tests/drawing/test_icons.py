"""Every icon is one path on a grid of 16 that the drawing can read."""

import pytest

from blueprint.drawing.icons import icon, outline, parsed, placed
from blueprint.resources import resource_folder

NAMES = sorted(file.stem for file in resource_folder("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_a_path_of_one_colour_inside_its_grid(name: str) -> None:
    text = (resource_folder("icons") / f"{name}.svg").read_text(encoding="utf-8")
    commands = outline(name)

    assert 'viewBox="0 0 16 16"' in text
    assert text.count("<path") == 1
    assert text.count("currentColor") == 1
    assert commands[0][0] == "M"
    assert all(0 <= value <= 16 for command in commands for value in command[1:])


def test_a_path_is_read_command_by_command() -> None:
    assert parsed("M 1 2 L 3.5 4 C 1 2 3 4 5 6 Z") == (
        ("M", 1, 2),
        ("L", 3.5, 4),
        ("C", 1, 2, 3, 4, 5, 6),
        ("Z",),
    )


def test_an_icon_is_scaled_with_its_stroke() -> None:
    made = icon("plus", 10, 20, 8, "#123456", weight=2)
    assert made.stroke is not None
    assert (made.stroke.width, made.stroke.colour) == (1, "#123456")
    assert made.commands == placed(outline("plus"), 10, 20, 0.5)
