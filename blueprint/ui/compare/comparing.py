"""Joins the comparison to its window: the file to compare with, the view, the printed pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from blueprint.i18n import message, tr
from blueprint.model.document import Document
from blueprint.ui.background import Task
from blueprint.ui.files import Asking, Files
from blueprint.ui.other_files import ask_for_pdf, read_other
from blueprint.ui.session import Session
from blueprint.ui.widgets.notice import Notices

if TYPE_CHECKING:
    from blueprint.ui.compare.versions import Versions
    from blueprint.ui.compare.view import CompareView


class Comparing:
    """`show` brings the view called "compare" to sight."""

    def __init__(
        self,
        session: Session,
        files: Files,
        asking: Asking,
        *,
        notices: Notices,
        show: Callable[[str], None],
    ) -> None:
        self._session = session
        self._files = files
        self._asking = asking
        self._notices = notices
        self._show = show
        self._view: CompareView | None = None
        self._task: Task | None = None

    def make_view(self) -> CompareView:
        """The view, made when it is first shown."""
        from blueprint.ui.compare.view import CompareView

        self._view = made = CompareView(self._session)
        made.file_asked.connect(self.compare)
        made.export_asked.connect(self._print)
        return made

    def compare(self) -> None:
        """Ask for another version and show how the two differ."""
        other = read_other(self._asking, self._files, self._notices)
        if other is not None:
            self.show(*other)

    def show(self, other: Document, name: str, *, as_new: bool = False) -> None:
        """Show how the open blueprint and another one differ; neither can be edited there."""
        self._show("compare")
        assert self._view is not None
        self._view.show_other(other, name, as_new=as_new)

    def go(self, by: int) -> None:
        """The next difference, or with −1 the previous one."""
        if self._view is not None:
            self._view.go(by)

    def _print(self, versions: Versions) -> None:
        from blueprint.ui.compare.printing import print_comparison

        path = ask_for_pdf(self._asking, self._files, tr(message("comparison")))
        if path is not None:
            self._task = print_comparison(versions, path, self._session, self._notices)
