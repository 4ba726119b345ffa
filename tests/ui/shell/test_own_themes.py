"""A user makes a theme, uses it, hands it on and gets rid of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QPushButton

from blueprint.model.notation import LaneRole
from blueprint.ui.dialogs.export_choice import ExportChoice
from blueprint.ui.dialogs.own_themes import OwnThemesDialog
from blueprint.ui.dialogs.preferences import Preferences
from blueprint.ui.settings import Settings
from blueprint.ui.theming import LOOK, know_own_themes, switch_theme
from tests.ui.desk import Desk


@pytest.fixture
def dialog(desk: Desk) -> Iterator[OwnThemesDialog]:
    desk.window.actions_.run("own_themes")
    found = desk.window.findChild(OwnThemesDialog)
    assert isinstance(found, OwnThemesDialog)
    yield found
    found.close()
    switch_theme("light")
    know_own_themes(Path())


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_theme_is_made_coloured_and_used(desk: Desk, dialog: OwnThemesDialog) -> None:
    click(dialog.make_light)
    assert dialog.name.text() == "My light theme"
    assert "All texts can be read" in dialog.contrast.text()
    dialog.colours.choose("customer.fill", "#ffeeaa")
    click(dialog.use)
    assert LOOK.theme.roles[LaneRole.CUSTOMER].fill == "#FFEEAA"
    assert desk.window.status.theme.text() == "My light theme"
    dialog.colours.choose("customer.fill", "#ddeeff")
    assert LOOK.theme.roles[LaneRole.CUSTOMER].fill == "#DDEEFF"


def test_what_is_hard_to_read_is_named_while_the_colour_is_chosen(
    desk: Desk, dialog: OwnThemesDialog
) -> None:
    click(dialog.make_dark)
    dialog.colours.swatches["ink"].click()
    asking = dialog.findChild(QColorDialog)
    assert asking is not None
    asking.setCurrentColor(QColor("#777777"))
    asking.setCurrentColor(QColor("#333333"))
    assert "All texts can be read" in dialog.contrast.text(), "a colour in passing is not put on"
    desk.wait(300)
    assert "too hard to read" in dialog.contrast.text()
    assert "Texts of the window" in dialog.contrast.text()
    asking.reject()
    assert "All texts can be read" in dialog.contrast.text()


def test_all_colours_of_a_lane_come_from_one(dialog: OwnThemesDialog) -> None:
    click(dialog.make_light)
    dialog.colours.choose("support", "#007755")
    own = dialog.chosen
    assert own is not None
    assert len([key for key in own.colours if key.startswith("support.")]) == 6
    assert "All texts can be read" in dialog.contrast.text()


def test_a_theme_is_there_at_the_next_start(desk: Desk, dialog: OwnThemesDialog) -> None:
    click(dialog.make_light)
    dialog.name.setText("House colours")
    dialog.name.editingFinished.emit()
    click(dialog.use)
    again = Settings(desk.settings._store)
    know_own_themes(again.themes)
    assert again.theme == "own:House colours"
    switch_theme(again.theme)
    assert LOOK.choice == "own:House colours"
    desk.window.actions_.run("preferences")
    preferences = desk.window.findChild(Preferences)
    assert preferences is not None
    assert preferences.theme.currentText() == "House colours"
    preferences.close()


def test_a_theme_is_handed_on_and_taken_in(
    desk: Desk, dialog: OwnThemesDialog, tmp_path: Path
) -> None:
    click(dialog.make_light)
    dialog.colours.choose("accent", "#224488")
    dialog.export_file(tmp_path / "ours")
    dialog.import_file(tmp_path / "ours.json")
    assert dialog.name.text() == "My light theme 2"
    assert dialog.chosen is not None
    assert dialog.chosen.colour("accent") == "#224488"
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    dialog.import_file(tmp_path / "bad.json")
    assert dialog.problem.text() == "This is no file of a theme."


def test_deleting_the_theme_in_use_goes_back_to_its_base(
    desk: Desk, dialog: OwnThemesDialog
) -> None:
    click(dialog.make_dark)
    click(dialog.use)
    click(dialog.delete)
    assert LOOK.choice == "dark"
    assert dialog.list.count() == 0
    assert list(desk.settings.themes.glob("*")) == []


def test_two_themes_cannot_have_one_name(dialog: OwnThemesDialog) -> None:
    click(dialog.make_light)
    click(dialog.make_dark)
    dialog.name.setText("My light theme")
    dialog.name.editingFinished.emit()
    assert dialog.name.text() == "My dark theme"
    assert "no other theme has" in dialog.problem.text()


def test_a_light_theme_can_be_exported_with(desk: Desk, dialog: OwnThemesDialog) -> None:
    click(dialog.make_light)
    click(dialog.make_dark)
    choice = ExportChoice(desk.settings)
    combo = choice.combos["theme"]
    assert [combo.itemText(place) for place in range(combo.count())][2:] == ["My light theme"]
    combo.setCurrentIndex(2)
    assert choice.options.theme == combo.itemData(2)
