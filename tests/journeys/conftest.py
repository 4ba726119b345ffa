"""The window for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from blueprint.storage import save_document
from tests.journeys.at_window import AtWindow
from tests.ui.canvas.test_mouse_journeys import shoeshine
from tests.ui.desk import Desk, desk

__all__ = ["at", "desk"]


@pytest.fixture
def at(desk: Desk, tmp_path: Path) -> Iterator[AtWindow]:
    """A window with a small blueprint. All undone and saved again, its file has the same bytes."""
    file = tmp_path / "shoeshine.blueprint"
    save_document(shoeshine(), file)
    before = file.read_bytes()
    made = AtWindow(desk, file)
    yield made
    made.undo_all()
    desk.window.files.save()
    assert file.read_bytes() == before
