"""Actions on what of the grid is seen: folding, hiding, locking, freezing, widths of columns."""

from __future__ import annotations

from typing import Final

from blueprint.i18n import message
from blueprint.ui.actions.action import Action, Desk
from blueprint.ui.tools import folding


def _width(width: str) -> Action:
    return Action(
        f"width.{width}",
        folding.WIDTHS[width],
        lambda desk: folding.set_width(desk.session, width),
        checked=lambda desk: desk.session.document.properties.column_width == width,
    )


def _has_lane(desk: Desk) -> bool:
    return desk.files.has_document and bool(folding.chosen_lanes(desk.session))


def _has_phase(desk: Desk) -> bool:
    return desk.files.has_document and bool(folding.chosen_phases(desk.session))


def _has_column(desk: Desk) -> bool:
    return desk.files.has_document and folding.chosen_last_column(desk.session) is not None


def _has_hidden(desk: Desk) -> bool:
    return desk.files.has_document and any(lane.hidden for lane in desk.session.document.lanes)


WIDTH_ACTIONS: Final = tuple(map(_width, folding.WIDTHS))

GRID_ACTIONS: Final = (
    Action(
        "fold_lane",
        message("Fold or unfold lane"),
        lambda desk: folding.switch_lane_fold(desk.session),
        enabled=_has_lane,
    ),
    Action(
        "fold_phase",
        message("Fold or unfold phase"),
        lambda desk: folding.switch_phase_fold(desk.session),
        enabled=_has_phase,
    ),
    Action(
        "hide_lane",
        message("Hide lane"),
        lambda desk: folding.hide_chosen(desk.session),
        icon="hidden",
        enabled=_has_lane,
    ),
    Action(
        "show_lanes",
        message("Show hidden lanes"),
        lambda desk: folding.show_all(desk.session),
        icon="eye",
        enabled=_has_hidden,
    ),
    Action(
        "lock_lane",
        message("Lock or unlock lane"),
        lambda desk: folding.switch_lock(desk.session),
        icon="lock",
        enabled=_has_lane,
    ),
    Action(
        "freeze_lane",
        message("Freeze or unfreeze lane"),
        lambda desk: folding.switch_lane_freeze(desk.session),
        shortcut="Ctrl+Alt+F",
        icon="freeze",
        enabled=_has_lane,
        hint=message("A frozen lane stays in view at the top while you scroll down."),
    ),
    Action(
        "freeze_columns",
        message("Freeze or unfreeze up to this column"),
        lambda desk: folding.switch_column_freeze(desk.session),
        shortcut="Ctrl+Alt+Shift+F",
        icon="freeze",
        enabled=_has_column,
        hint=message("Frozen columns stay in view at the left while you scroll sideways."),
    ),
)
