"""What actions ask of the panels of a window: shown, hidden, turned to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.files import Files
from blueprint.ui.lessons.joined import Lessons, is_lesson
from blueprint.ui.linked.linking import Linking
from blueprint.ui.panels.editors import Line
from blueprint.ui.search.bar import FindBar
from blueprint.ui.session import Session
from blueprint.ui.views import Views
from blueprint.ui.workspace import Workspace


class PanelCommands:
    """The part of a window that leads to its panels."""

    session: Session
    canvas: CanvasView
    workspace: Workspace
    find_bar: FindBar
    views: Views
    linking: Linking
    lessons: Lessons
    files: Files

    def show_view(self, name: str) -> None:
        """Show the canvas or another view of the document."""
        self.views.show_view(name)

    def show_dialog(self, dialog: QWidget) -> None:
        """Show a dialog that stands in nobody's way, and let go of it when it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def shows_panel(self, name: str) -> bool:
        return self.workspace.shows(name)

    def show_panel(self, name: str, shown: bool) -> None:
        self.workspace.show_panel(name, shown)

    def show_find(self, *, replacing: bool = False) -> None:
        self.find_bar.open(replacing=replacing)

    def find_tag(self) -> None:
        steps = self.session.document.steps
        tags = [tag for id in self.session.selected_steps for tag in steps[id].tags]
        if tags:
            self.find_bar.open(scope="tag", words=tags[0])

    def find_next(self, by: int) -> None:
        if not self.find_bar.isVisible():
            self.find_bar.open()
        self.find_bar.go(by)

    def show_properties(self) -> None:
        self.session.select(())
        self.workspace.show_panel("inspector", True)
        self.focus_field("title")

    def show_comments(self) -> None:
        self.show_view("canvas")
        self.workspace.show_panel("bottom", True)
        self.workspace.bottom.show_tab("comments")
        self.workspace.bottom.comments.begin()

    def show_gaps(self) -> None:
        from blueprint.ui.dialogs.gaps import GapsDialog

        self.show_dialog(GapsDialog(self.session, self.workspace.window(), self.show_gap_in_table))

    def open_file(self, path: Path) -> None:
        """Open a blueprint, a table or a lesson."""
        if is_lesson(path):
            self.lessons.begin(path)
        else:
            self.files.open_path(path)

    def lesson(self, act: str) -> None:
        self.lessons.act(act)

    def can_lesson(self, act: str) -> bool:
        return self.lessons.can(act)

    def link_blueprint(self) -> None:
        self.linking.choose()

    def open_linked(self) -> None:
        self.linking.open()

    def show_link_map(self) -> None:
        dialog = self.linking.show_map()
        if dialog is not None:
            self.show_dialog(dialog)

    def show_gap_in_table(self, gap: str) -> None:
        """Show the steps with a gap in the step table, the column that fills it in sight."""
        from blueprint.ui.table.view import StepTable

        self.show_view("table")
        table = self.views.currentWidget()
        if isinstance(table, StepTable):
            table.show_gap(gap)

    def show_field(self, key: str) -> None:
        """Bring a field of the inspector into view and leave the focus where it is."""
        self.workspace.show_panel("inspector", True)
        self.workspace.inspector.refresh()
        row = self.workspace.inspector.field(key)
        if row:
            self.workspace.inspector.bring_into_view(row)

    def focus_field(self, key: str) -> None:
        if key == "comment":
            self.show_comments()
            return
        self.workspace.show_panel("inspector", True)
        self.workspace.inspector.refresh()
        row = self.workspace.inspector.field(key)
        if row:
            self.workspace.inspector.bring_into_view(row)
            field = row.editor.widget
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if isinstance(field, Line):
                field.lend(self.canvas.setFocus)

    def go_to_problem(self, by: int) -> None:
        self.session.check_now()
        self.workspace.bottom.problems.refresh()
        self.workspace.bottom.problems.go(by)

    def fix_problem(self) -> None:
        self.workspace.bottom.problems.fix_current()

    def fix_all_problems(self) -> None:
        self.session.check_now()
        self.workspace.bottom.problems.refresh()
        self.workspace.bottom.problems.fix_all()
