"""Preferences: taken at once, remembered, and shown as they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from blueprint.ui.dialogs.preferences import Preferences
from blueprint.ui.settings import Settings
from blueprint.ui.theming import LOOK, keep_still, scale_text
from tests.ui.desk import Desk


@pytest.fixture
def dialog(desk: Desk) -> Iterator[Preferences]:
    desk.window.actions_.run("preferences")
    found = desk.window.findChild(Preferences)
    assert isinstance(found, Preferences)
    yield found
    found.close()
    scale_text(100)
    keep_still(False)


def choose(combo: QComboBox, value: object) -> None:
    """As a user does."""
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def again(desk: Desk) -> Settings:
    """The settings as the next start reads them."""
    return Settings(desk.settings._store)


def test_the_language_changes_everywhere_at_once(desk: Desk, dialog: Preferences) -> None:
    choose(dialog.language, "zh_CN")
    assert dialog.windowTitle() == "首选项"
    assert desk.window.actions_["save"].text() == "保存"
    assert dialog.autosave.itemText(0) == "从不"
    assert again(desk).language == "zh_CN"
    choose(dialog.language, "en")


@pytest.mark.parametrize("theme", ["dark", "high_contrast", "system", "light"])
def test_every_theme_can_be_chosen(desk: Desk, dialog: Preferences, theme: str) -> None:
    choose(dialog.theme, theme)
    assert LOOK.choice == theme
    assert dialog.theme.currentData() == theme
    assert again(desk).theme == theme


def test_texts_grow_in_the_whole_window(desk: Desk, dialog: Preferences) -> None:
    small = desk.window.toolbar.saved.sizeHint().height()
    choose(dialog.text_size, 200)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.font().pixelSize() == 26
    assert "font-size: 24px" in app.styleSheet()
    desk.settle()
    assert desk.window.toolbar.saved.sizeHint().height() >= 1.5 * small
    assert again(desk).text_size == 200


def test_who_draws_stands_in_new_blueprints(desk: Desk, dialog: Preferences) -> None:
    dialog.author.setText(" Service team ")
    dialog.author.editingFinished.emit()
    desk.window.actions_.run("new")
    assert desk.window.session.document.properties.author == "Service team"


def test_less_motion_is_remembered(desk: Desk, dialog: Preferences) -> None:
    dialog.still.setChecked(True)
    assert LOOK.still
    assert again(desk).reduced_motion


def test_a_file_is_saved_by_itself_when_its_time_has_come(desk: Desk, dialog: Preferences) -> None:
    path = desk.settings.unsaved.parent / "stay.blueprint"
    desk.answers.saving = path
    desk.window.actions_.run("new")
    desk.window.files.save()
    session = desk.window.session
    from blueprint.model.edits.properties import set_properties

    choose(dialog.autosave, 5)
    session.push(set_properties(session.document, title="Later"))
    for _ in range(4):
        desk.window.autosave.minute_passed()
    assert not desk.window.files.is_saved
    desk.window.autosave.minute_passed()
    assert desk.window.files.is_saved
    assert b"Later" in path.read_bytes()


def test_nonsense_in_the_settings_counts_as_not_set(desk: Desk) -> None:
    store = desk.settings._store
    for key, value in (("text_size", "huge"), ("autosave", "-3"), ("theme", "pink")):
        store.setValue(key, value)
    assert (desk.settings.text_size, desk.settings.autosave) == (100, 0)
    assert desk.settings.theme == "system"


def test_the_start_and_the_place_of_a_new_document_are_chosen(
    desk: Desk, dialog: Preferences
) -> None:
    assert not desk.settings.reopens
    assert not desk.settings.opens_windows
    choose(dialog.starting, True)
    choose(dialog.opening, True)
    assert again(desk).reopens
    assert again(desk).opens_windows
