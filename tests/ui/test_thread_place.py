"""A thread stands beside its card, whatever room there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from blueprint.layout.geometry import Box
from blueprint.ui.threads.place import beside

ROOM = Box(0, 0, 900, 600)


@given(
    st.builds(
        Box, st.floats(-200, 900), st.floats(-100, 600), st.floats(40, 1200), st.floats(30, 700)
    ),
    st.floats(120, 560),
)
def test_a_thread_is_never_over_its_card(card: Box, height: float) -> None:
    place = beside(card, 256, height, ROOM)
    assert not place.meets(card)


def test_a_thread_stands_at_the_right_then_left_then_below_then_above() -> None:
    assert beside(Box(100, 100, 100, 50), 256, 200, ROOM).x > 200
    assert beside(Box(700, 100, 100, 50), 256, 200, ROOM).right < 700
    assert beside(Box(200, 50, 600, 50), 256, 200, ROOM).y > 100
    assert beside(Box(200, 450, 600, 100), 256, 200, ROOM).bottom < 450
