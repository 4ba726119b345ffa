"""A card says whether its step leads to another blueprint or to an address."""

from __future__ import annotations

import pytest

from blueprint.drawing.chips import chips, that_fit
from blueprint.layout.sizes import has_chip_row
from blueprint.model.entities import Step


@pytest.mark.parametrize(
    ("link", "icons"),
    [
        ("", []),
        ("parts/pay.blueprint", ["file"]),
        ("https://example.org", ["external"]),
        ("mailto:desk@example.org", ["external"]),
    ],
)
def test_a_link_is_a_chip_of_its_own(link: str, icons: list[str]) -> None:
    step = Step(id="s", lane="l", column="c", link=link)
    assert [chip.icon for chip in chips(step, "en", "")] == icons
    assert has_chip_row(step) is bool(icons)


def test_cost_makes_room_for_the_link() -> None:
    step = Step(id="s", lane="l", column="c", link="pay.blueprint", cost=1234.5)
    assert [chip.icon for chip in that_fit(chips(step, "en", "USD"), 40)] == ["file"]
