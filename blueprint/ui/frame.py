"""What a window offers to the actions, whatever it is made of."""

from __future__ import annotations

from typing import Protocol

from blueprint.ui.tabs.around import Around


class Frame(Protocol):
    """The parts of a window that are no part of the document."""

    def shows_panel(self, name: str) -> bool:
        """Whether "outline", "inspector" or "bottom" is in sight."""

    def show_panel(self, name: str, shown: bool) -> None: ...

    @property
    def view(self) -> str:
        """Which view of the document is in sight: "canvas", "analysis" …"""

    def show_view(self, name: str) -> None: ...

    def present(self) -> None:
        """Show the document to an audience, from the column of the cursor on."""

    def show_home(self) -> None:
        """The start page, over whatever is open."""

    def show_palette(self, sought: str = "") -> None: ...

    def show_find(self, *, replacing: bool = False) -> None: ...

    def find_tag(self) -> None:
        """Dim all but the steps that have the first tag of the selected ones."""

    def find_next(self, by: int) -> None:
        """Go to the next match of what is sought, or with −1 to the previous one."""

    def compare(self) -> None:
        """Ask for another version of the document and show how the two differ."""

    def link_blueprint(self) -> None:
        """Ask for another blueprint that the selected steps lead to."""

    def open_linked(self) -> None:
        """Open the blueprint that the selected step leads to."""

    def show_link_map(self) -> None: ...

    def go_to_difference(self, by: int) -> None: ...

    def open_dialog(self, name: str, choice: str = "") -> None:
        """ "export", "print", "preferences", "personas" …; `choice` is a format."""

    def show_properties(self) -> None: ...

    def show_gaps(self) -> None:
        """List the steps that lack an owner, a time …, to be filled many at a time."""

    def show_comments(self) -> None:
        """Open the comments, ready to write about what is selected."""

    def focus_field(self, key: str) -> None:
        """Put the cursor into a field of the inspector."""

    def focus_region(self, by: int) -> None:
        """Go to the next region of the window, or with −1 to the previous one."""

    def go_to_problem(self, by: int) -> None: ...

    def fix_problem(self) -> None:
        """Put right the problem that is selected in the list."""

    def fix_all_problems(self) -> None: ...

    def choose_language(self, language: str) -> None: ...

    def choose_theme(self, theme: str) -> None: ...

    def lesson(self, act: str) -> None:
        """Do something with the lesson that is on: "check", "hint", "solution" …"""

    def can_lesson(self, act: str) -> bool:
        """Whether that makes sense now."""

    def close_document(self) -> None:
        """Close the tab, or the window if it has no tabs."""

    @property
    def around(self) -> Around | None:
        """The window with its tabs; None while there is none."""
