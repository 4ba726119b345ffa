"""Published cases are drawn again by hand; how many gestures and keys that takes is counted.

With owners, connectors, moments of truth and phases. All undone, the document is as it began.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from blueprint.model.document import Document
from blueprint.model.edits.start import new_blueprint
from blueprint.resources import resource
from blueprint.storage import open_document
from tests.journeys.draughtsman import (
    ByMouse,
    Draughtsman,
    flow_places,
    phase_places,
    side_by_side,
    step_places,
)
from tests.journeys.keyboard_draughtsman import ByKeyboard
from tests.ui.canvas.hands import Hands

MOST = 1.5
"""Gestures and keys a step, beyond typing its label."""
MOST_BY_KEYS = 1.8
"""By keyboard alone, phases counted: what it takes today; it may only become less."""


def sample(name: str) -> Document:
    return open_document(resource(f"samples/{name}.en.blueprint")).document


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    document = new_blueprint()
    begun = dict(document.entities)
    made = Hands(document)
    qtbot.addWidget(made.canvas)
    yield made
    made.undo_all()
    assert dict(made.session.document.entities) == begun


def expect_the_same(drawn: Draughtsman) -> None:
    assert step_places(drawn.document) == step_places(drawn.wanted)
    assert flow_places(drawn.document) == flow_places(drawn.wanted)
    assert phase_places(drawn.document) == phase_places(drawn.wanted)


def report(
    capsys: pytest.CaptureFixture[str], what: str, drawn: Draughtsman
) -> tuple[float, float]:
    """Acts a step without phases, and with them."""
    steps, phases = len(drawn.wanted.steps), len(drawn.beginnings())
    flows = len(drawn.wanted.flows)
    alone, whole = (drawn.acts - drawn.phase_acts) / steps, drawn.acts / steps
    with capsys.disabled():
        print(
            f"\n{what}: {steps} steps, {flows} connectors, {phases} phases; "
            f"{drawn.acts} acts, {alone:.2f} a step, with phases {whole:.2f}"
        )
    return alone, whole


def test_a_stay_at_a_hotel_takes_few_gestures(
    hands: Hands, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = ByMouse(sample("hotel"), hands)
    drawn.draw()
    expect_the_same(drawn)
    assert report(capsys, "Hotel by mouse and keyboard", drawn)[1] <= MOST


def test_a_stay_at_a_hotel_is_drawn_by_keyboard_alone(
    hands: Hands, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = ByKeyboard(sample("hotel"), hands)
    drawn.draw()
    expect_the_same(drawn)
    assert report(capsys, "Hotel by keyboard alone", drawn)[1] <= MOST_BY_KEYS


def test_more_than_forty_steps_take_as_few_gestures(
    hands: Hands, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = ByMouse(side_by_side(sample("hotel"), sample("loan")), hands)
    assert len(drawn.wanted.steps) >= 40
    drawn.draw()
    expect_the_same(drawn)
    assert report(capsys, "Hotel and loan by mouse and keyboard", drawn)[0] <= MOST
