"""Where the bars of connectors run: moved by hand, and left to the layout again."""

from __future__ import annotations

from collections.abc import Iterable

from blueprint.i18n import message
from blueprint.model.change import Change, replacing
from blueprint.model.document import Document


def move_bars(document: Document, flow: str, *, vertical: bool, place: float) -> Change:
    """Run a flow's verticals, or its horizontals, at another place between the edges.

    `place` is −1 at the left or upper edge of the gutter or channel, 1 at the other; beyond
    them it is the edge itself.
    """
    old = document.flow(flow)
    kept = round(max(-1.0, min(1.0, place)), 3)
    new = old.replaced(**{"bar_x" if vertical else "bar_y": kept})
    return replacing(message("Move connector"), [(old, new)] if new != old else [])


def reset_routes(document: Document, flows: Iterable[str]) -> Change:
    """Let the layout choose again where the bars of some flows run."""
    pairs = [(old, old.replaced(bar_x=None, bar_y=None)) for old in map(document.flow, flows)]
    return replacing(message("Reset route"), [(old, new) for old, new in pairs if old != new])
