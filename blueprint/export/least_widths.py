"""Keeps the lines between lanes visible on a page that shows the drawing small."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from blueprint.drawing.primitives import Group, Layer, Path, Primitive, Stroke
from blueprint.model.notation import Line

if TYPE_CHECKING:
    from blueprint.drawing.theme import Theme

_LEAST: Final = 0.5
"""Points on paper."""
_LEAST_OF_VISIBILITY: Final = 1.2
_MOST: Final = 12.0
"""In the drawing: less than half of the band that a line stands in."""


def with_visible_lines(groups: Iterable[Group], theme: Theme, scale: float) -> tuple[Group, ...]:
    """The groups of a drawing shown at `scale`, the lines between lanes at least as wide as told.

    The line of visibility stays the strongest.
    """
    wider = {
        stroke: replace(stroke, width=_width(line, stroke, scale))
        for line, stroke in theme.lines.items()
    }
    if all(stroke == changed for stroke, changed in wider.items()):
        return tuple(groups)
    return tuple(
        _restroked(group, wider) if group.layer is Layer.LINES else group for group in groups
    )


def _width(line: Line, stroke: Stroke, scale: float) -> float:
    least = _LEAST_OF_VISIBILITY if line is Line.VISIBILITY else _LEAST
    most = _MOST if line is Line.VISIBILITY else _MOST / 2
    return max(stroke.width, min(least / scale, most))


def _restroked(group: Group, wider: dict[Stroke, Stroke]) -> Group:
    return replace(group, primitives=tuple(_wide(part, wider) for part in group.primitives))


def _wide(part: Primitive, wider: dict[Stroke, Stroke]) -> Primitive:
    if isinstance(part, Path) and part.stroke in wider:
        return replace(part, stroke=wider[part.stroke])
    return part
