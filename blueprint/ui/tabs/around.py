"""What a document may ask of the windows around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from blueprint.ui.main_window import MainWindow


class Shown(NamedTuple):
    """A document that is open somewhere: its title, whether it is the one asked, a way to it."""

    title: str
    current: bool
    show: Callable[[], object]


class Around(Protocol):
    """The window that holds a document as one of its tabs."""

    @property
    def count(self) -> int:
        """Tabs of this window."""

    def retitled(self, page: MainWindow) -> None:
        """A tab has another title, or is saved or changed."""

    def left(self, page: MainWindow) -> None:
        """A tab is closed."""

    def new_tab(self) -> None:
        """Add a tab with the start page and go there."""

    def new_window(self) -> None: ...

    def go_to_tab(self, by: int) -> None:
        """Go to the next tab, or with −1 to the previous one; round in a circle."""

    def go_to_window(self, by: int) -> None: ...

    def tear_off(self) -> None:
        """Move the tab that is shown to a window of its own."""

    def close_window(self) -> None:
        """Close all tabs, after asking about what is not saved."""

    def open_documents(self) -> Sequence[Shown]:
        """All tabs of all windows, in order."""
