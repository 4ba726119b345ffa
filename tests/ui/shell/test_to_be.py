"""A to-be begins as a copy of the as-is, in a window of its own."""

from __future__ import annotations

from pathlib import Path

from blueprint.resources import resource
from tests.ui.desk import Desk


def test_a_to_be_opens_beside_its_as_is_and_shares_its_ids(desk: Desk) -> None:
    desk.window.files.open_path(Path(str(resource("samples/hotel.en.blueprint"))))
    as_is = desk.window.session.document
    before = dict(as_is.entities)
    desk.window.actions_.run("to_be")
    [other] = desk.others
    to_be = other.session.document
    assert to_be.properties.state == "to-be"
    assert set(to_be.steps) == set(as_is.steps)
    assert other.files.path is None
    assert dict(as_is.entities) == before
