"""Arrow keys among the tiles of a page: to the nearest one that lies that way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ASIDE: Final = 3
"""How much farther a place seems for each pixel that it lies off the way."""


def go(page: QWidget, stops: Iterable[QWidget], key: Qt.Key) -> bool:
    """Put the focus on the stop nearest to the focused one; False if there is none that way."""
    way = ARROWS[key]
    focused = page.focusWidget()
    places = [(stop, _place(stop, page)) for stop in stops if stop.isVisible()]
    own = next((place for stop, place in places if stop is focused), None)
    if own is None:
        return False
    ahead = [(far, stop) for stop, place in places if (far := _far(own, place, way)) is not None]
    if not ahead:
        return False
    nearest = min(ahead, key=lambda found: found[0])[1]
    nearest.setFocus(Qt.FocusReason.TabFocusReason)
    bring_into_view(nearest)
    return True


def bring_into_view(stop: QWidget) -> None:
    """Scroll the page that `stop` is on."""
    above = stop.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(stop, 24, 24)
            return
        above = above.parentWidget()


def _place(stop: QWidget, page: QWidget) -> QRect:
    return QRect(stop.mapTo(page, QPoint(0, 0)), stop.size())


def _far(own: QRect, other: QRect, way: tuple[int, int]) -> tuple[int, int] | None:
    """How far `other` lies that way, and how far their edges are apart; None if it does not."""
    if way[0]:
        ahead = other.left() - own.right() if way[0] > 0 else own.left() - other.right()
        aside = _gap(own.top(), own.bottom(), other.top(), other.bottom())
        return None if ahead <= 0 else (ahead + _ASIDE * aside, abs(other.top() - own.top()))
    ahead = other.top() - own.bottom() if way[1] > 0 else own.top() - other.bottom()
    aside = _gap(own.left(), own.right(), other.left(), other.right())
    return None if ahead <= 0 else (ahead + _ASIDE * aside, abs(other.left() - own.left()))


def _gap(first: int, last: int, other_first: int, other_last: int) -> int:
    """Between two spans; 0 where they overlap."""
    return max(0, other_first - last, first - other_last)
