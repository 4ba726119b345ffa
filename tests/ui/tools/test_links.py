"""Which links may be opened, and that they are shown first."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from blueprint.model.edits.steps import set_fields
from blueprint.prose import safe_address
from blueprint.ui.tools.links import ask_to_open
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.test_mouse_journeys import shoeshine


@pytest.mark.parametrize(
    ("link", "opens"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("mailto:desk@example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("example.org", False),
        ("https://", False),
        ("mailto:", False),
        ("https://example.org/\u202egnp.exe", False),
        ("https://exa mple.org", False),
        ("http://[broken", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_and_of_mail_open(link: str, opens: bool) -> None:
    assert bool(safe_address(link)) is opens


def test_a_link_is_shown_in_full_before_it_opens(qtbot: QtBot) -> None:
    hands = Hands(shoeshine())
    qtbot.addWidget(hands.canvas)
    step = hands.step("Sits")
    hands.session.select([step.id])
    assert ask_to_open(hands.session, hands.canvas) is None
    assert "no link" in hands.refusals[-1]
    document = hands.session.document
    link = "https://example.org/chairs"
    hands.session.attempt(lambda: set_fields(document, [step.id], link=link))
    box = ask_to_open(hands.session, hands.canvas)
    assert box is not None
    assert link in box.text()
    box.close()
