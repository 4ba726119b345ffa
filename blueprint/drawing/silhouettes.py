"""The outline of a card: one shape a lane role, so that black-and-white print loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from blueprint.drawing.primitives import Colour, Path, Primitive, Rect, Stroke
from blueprint.drawing.shapes import Commands, polygon, polyline, rounded, rounded_corners
from blueprint.drawing.stripes import stripe
from blueprint.drawing.theme import RoleColours, Theme
from blueprint.layout.sizes import LOZENGE_POINT
from blueprint.model.notation import ANNOTATIONS, LaneRole, StepKind

EDGE: Final = 1.25
END_EDGE: Final = 2.75
FOLD: Final = 11
CUT: Final = 9
TOP_BAR: Final = 6
LEFT_BAR: Final = 4.5
INNER_UPRIGHT: Final = 5.5
STADIUM: Final = 26
ROUND_ENDS: Final = 16


@lru_cache(maxsize=8192)
def silhouette(
    role: LaneRole, kind: StepKind, width: float, height: float, theme: Theme, *, mark: str = ""
) -> tuple[Primitive, ...]:
    """The empty card of a step, from (0, 0); `mark` is the colour that the step is marked with."""
    colours = _colours(role, theme, mark)
    foot = stripe(mark, width, height, colours.strong)
    if role in ANNOTATIONS:
        return (*_plate(width, height, colours, theme), *foot)
    return (*_card(role, kind, (width, height), colours, theme), *foot)


def _colours(role: LaneRole, theme: Theme, mark: str) -> RoleColours:
    """Those of a role, or of the mark."""
    own, marked = theme.roles[role], theme.marks.get(mark)
    if marked is None:
        return own
    return replace(own, fill=marked.fill, stroke=marked.stroke, strong=marked.strong)


def _card(
    role: LaneRole, kind: StepKind, size: tuple[float, float], colours: RoleColours, theme: Theme
) -> tuple[Primitive, ...]:
    edge = Stroke(colours.stroke, END_EDGE if kind is StepKind.END else EDGE)
    body = Path(outline(role, kind, *size), colours.fill, edge)
    if kind in _OWN_OUTLINES:
        return (body,)
    trim = _TRIMS.get(role)
    return (body, *trim(*size, colours, theme)) if trim else (body,)


@lru_cache(maxsize=8192)
def block(
    role: LaneRole, kind: StepKind, width: float, height: float, theme: Theme, *, mark: str = ""
) -> tuple[Primitive, ...]:
    """The card from afar: one shape in its lane's colour, or in its own."""
    colour = _colours(role, theme, mark).stroke
    return (Path(outline(role, kind, width, height), _far_fill(colour, theme), _far_edge(theme)),)


def _far_fill(colour: Colour, theme: Theme) -> Colour:
    return theme.window.sheet if theme.outlined else colour


def _far_edge(theme: Theme) -> Stroke | None:
    return Stroke(theme.window.ink, 3) if theme.outlined else None


@lru_cache(maxsize=8192)
def outline(role: LaneRole, kind: StepKind, width: float, height: float) -> Commands:
    """The outline of a step's card, from (0, 0)."""
    if kind in _OWN_OUTLINES:
        return _OWN_OUTLINES[kind](width, height)
    return _OUTLINES.get(role, _soft)(width, height)


def _lozenge(width: float, height: float) -> Commands:
    point, middle = LOZENGE_POINT, height / 2
    return polygon(
        [
            (point, 0),
            (width - point, 0),
            (width, middle),
            (width - point, height),
            (point, height),
            (0, middle),
        ]
    )


def _stadium(width: float, height: float) -> Commands:
    return rounded(0, 0, width, height, min(STADIUM, height / 2))


def _folded(width: float, height: float) -> Commands:
    top_left, *others = rounded_corners(0, 0, width, height, (3, 0, 3, 3))
    below_corner = others[1:]
    return (top_left, ("L", width - FOLD, 0), ("L", width, FOLD), *below_corner)


def _round_ends(width: float, height: float) -> Commands:
    return rounded(0, 0, width, height, min(ROUND_ENDS, height / 2))


def _soft(width: float, height: float) -> Commands:
    return rounded(0, 0, width, height, 6)


def _hard(width: float, height: float) -> Commands:
    return rounded(0, 0, width, height, 2)


def _cut(width: float, height: float) -> Commands:
    return polygon(
        [
            (CUT, 0),
            (width - CUT, 0),
            (width, CUT),
            (width, height - CUT),
            (width - CUT, height),
            (CUT, height),
            (0, height - CUT),
            (0, CUT),
        ]
    )


_OWN_OUTLINES: Final[dict[StepKind, Callable[[float, float], Commands]]] = {
    StepKind.DECISION: _lozenge,
    StepKind.START: _stadium,
    StepKind.END: _stadium,
}
"""Kinds that look alike in every lane."""

_OUTLINES: Final[dict[LaneRole, Callable[[float, float], Commands]]] = {
    LaneRole.EVIDENCE: _folded,
    LaneRole.CUSTOMER: _round_ends,
    LaneRole.BACKSTAGE: _hard,
    LaneRole.SUPPORT: _hard,
    LaneRole.PREPARATION: _cut,
    LaneRole.MANAGEMENT: _cut,
}


def _fold(width: float, height: float, colours: RoleColours, theme: Theme) -> tuple[Primitive, ...]:
    flap = (
        ("M", width - FOLD, 0.0),
        ("L", width - FOLD, FOLD - 2.0),
        ("C", width - FOLD, FOLD - 0.9, width - FOLD + 0.9, FOLD, width - FOLD + 2.0, FOLD),
        ("L", width, float(FOLD)),
        ("Z",),
    )
    return (Path(flap, theme.window.sheet, Stroke(colours.stroke, EDGE)),)


def _screen_bar(
    width: float, height: float, colours: RoleColours, theme: Theme
) -> tuple[Primitive, ...]:
    return (Path(rounded_corners(0, 0, width, TOP_BAR, (6, 6, 0, 0)), colours.stroke),)


def _left_edge(
    width: float, height: float, colours: RoleColours, theme: Theme
) -> tuple[Primitive, ...]:
    return (Path(rounded_corners(0, 0, LEFT_BAR, height, (2, 0, 0, 2)), colours.stroke),)


def _uprights(
    width: float, height: float, colours: RoleColours, theme: Theme
) -> tuple[Primitive, ...]:
    edge = Stroke(colours.stroke, EDGE)
    return tuple(
        Path(polyline([(x, 0), (x, height)]), stroke=edge)
        for x in (INNER_UPRIGHT, width - INNER_UPRIGHT)
    )


_TRIMS: Final = {
    LaneRole.EVIDENCE: _fold,
    LaneRole.ONSTAGE_TECHNOLOGY: _screen_bar,
    LaneRole.BACKSTAGE: _left_edge,
    LaneRole.SUPPORT: _uprights,
}
"""What some roles have besides their outline."""


def _plate(
    width: float, height: float, colours: RoleColours, theme: Theme
) -> tuple[Primitive, ...]:
    """The ground of a remark: no card, since it is no step of the service."""
    edge = Stroke(colours.stroke, 0.75) if theme.outlined else None
    return (Rect(0, 0, width, height, 4, colours.fill, edge),)
