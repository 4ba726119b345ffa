"""A session: what is selected of its document."""

from __future__ import annotations

import pytest

from blueprint.storage import open_sample
from blueprint.ui.session import Session


@pytest.mark.usefixtures("qapp")
def test_only_what_can_be_seen_is_selected() -> None:
    session = Session(open_sample("hotel"))
    step = next(iter(session.document.steps))
    session.select(("", "no such step", step, step))
    assert list(session.selection) == [step]
    session.select(("",))
    assert not session.selection
