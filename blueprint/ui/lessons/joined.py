"""Joins lessons to their window: panel, hints, toolbar, status bar, solution."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from blueprint.i18n import Message, message, tr
from blueprint.lessons.lesson import SUFFIX
from blueprint.storage import Unreadable
from blueprint.ui.compare.comparing import Comparing
from blueprint.ui.files import Asking, Files
from blueprint.ui.lessons.beginning import CannotBegin, begin, work_for
from blueprint.ui.lessons.studying import Studying
from blueprint.ui.listening import listen
from blueprint.ui.panels.status_bar import StatusBar
from blueprint.ui.panels.toolbar import Toolbar
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
from blueprint.ui.views import CANVAS, Views
from blueprint.ui.widgets.notice import Notices
from blueprint.ui.words import WORDS
from blueprint.ui.workspace import Workspace

if TYPE_CHECKING:
    from blueprint.lessons.marking import Mark, Marking
    from blueprint.ui.lessons.hint_bar import HintBar
    from blueprint.ui.lessons.panel import LessonPanel

NOTICE: Final = "lesson"


class Lessons:
    """What the window does with lessons.

    `show_list` shows all there are, `show_field` a field of the inspector.
    """

    def __init__(
        self,
        session: Session,
        files: Files,
        settings: Settings,
        *,
        asking: Asking,
        notices: Notices,
        comparing: Comparing,
        show_list: Callable[[], None],
        show_field: Callable[[str], None],
    ) -> None:
        self.studying = Studying(session, files, settings)
        self._session = session
        self._files = files
        self._settings = settings
        self._asking = asking
        self._notices = notices
        self._comparing = comparing
        self._show_field = show_field
        self._acts: dict[str, Callable[[], object]] = {
            "check": self._check,
            "hint": self._hint,
            "solution": self._show_solution,
            "previous": lambda: self._go(-1),
            "next": lambda: self._go(1),
            "leave": self.studying.leave,
            "anew": self.studying.begin_anew,
            "open": self._open_file,
            "list": show_list,
        }
        self.panel: LessonPanel | None = None
        self.hints: HintBar | None = None

    def join(self, workspace: Workspace, toolbar: Toolbar, status: StatusBar, views: Views) -> None:
        """Show lessons in these parts of the window from now on."""
        self._workspace, self._toolbar = workspace, toolbar
        self._status, self._views = status, views
        listen(workspace, self.studying.changed, self._changed)
        listen(workspace, self.studying.marked, self._tell_progress)
        listen(workspace, self.studying.finished, self._tell_done)
        listen(workspace, WORDS.changed, self._tell_progress)
        views.view_changed.connect(lambda _name: self._fit_toolbar())

    @property
    def is_on(self) -> bool:
        return self.studying.lesson is not None

    def can(self, act: str) -> bool:
        """Whether an act makes sense now."""
        lesson = self.studying.lesson
        if act in ("open", "list"):
            return True
        if lesson is None:
            return False
        if act in ("previous", "next"):
            return self.studying.beside(1 if act == "next" else -1) is not None
        if act == "solution":
            return lesson.solution is not None
        return act != "hint" or bool(lesson.hints)

    def act(self, name: str) -> None:
        """Check, hint, solution, previous, next, leave, anew, open or list."""
        if self.can(name):
            self._acts[name]()

    # --- what is in sight --------------------------------------------------------------------

    def _changed(self) -> None:
        if self.is_on and self.panel is None:
            self._make()
        if self.panel is not None:
            self._workspace.show_lesson(self.panel if self.is_on else None)
        self._fit_toolbar()
        self._tell_progress()
        self._toolbar.actions_.refresh()

    def _make(self) -> None:
        from blueprint.ui.lessons.hint_bar import HintBar
        from blueprint.ui.lessons.panel import LessonPanel
        from blueprint.ui.lessons.tools import LessonMenu, LessonTools

        self.panel = LessonPanel(self.studying)
        self.panel.asked.connect(self.act)
        self.panel.checklist.asked.connect(self._show)
        quick = self._workspace.quick_bar
        self.hints = HintBar(self._workspace.canvas, self.studying, lambda: quick.taken)
        timer = QTimer(self.hints, singleShot=True, interval=0)
        timer.timeout.connect(self.hints.make_room)
        listen(self.hints, self._session.selection_changed, lambda: timer.start(0))
        self._toolbar.lend(LessonMenu(self.studying, self._toolbar.actions_), LessonTools(self.act))

    def _fit_toolbar(self) -> None:
        on_canvas = self._views.shown == CANVAS
        self._toolbar.show_lesson(on=self.is_on, on_canvas=on_canvas)

    def _tell_progress(self) -> None:
        marking = self.studying.marking
        if not self.is_on or marking is None:
            self._status.show_aside(())
            return
        self._status.show_aside(
            (_progress(marking), message("Progress is kept in your own folder"))
        )

    def _tell_done(self) -> None:
        marking = self.studying.marking
        if marking is not None:
            self._session.announce(_done(marking, self.can("next")))

    # --- acts --------------------------------------------------------------------------------

    def _check(self) -> None:
        marking = self.studying.check_now()
        if marking is None or self.panel is None:
            return
        following = marking.next
        if following is None:
            self._session.announce(_done(marking, self.can("next")))
            return
        self.panel.checklist.explain(following)
        self._show(following)
        self._session.announce(
            message(
                "{progress}. Next: {check}", progress=_progress(marking), check=following.check.text
            )
        )

    def _show(self, found: Mark) -> None:
        """Select what a check is about, and bring into view where it can be put right."""
        from blueprint.ui.lessons.remedies import property_field, step_field

        if key := property_field(found):
            self._session.select(())
            self._show_field(key)
            return
        self.studying.show_cards(found)
        if key := step_field(found):
            self._show_field(key)

    def _hint(self) -> None:
        self.studying.next_hint()
        self._session.announce(message("{text}", text=self.studying.hint))

    def _show_solution(self) -> None:
        from blueprint.lessons.opening import solution_document

        lesson = self.studying.lesson
        if lesson is None:
            return
        try:
            solution = solution_document(lesson)
        except Unreadable as problem:
            self._refuse(problem.messages[0])
            return
        self._comparing.show(solution, tr(message("Solution")), as_new=True)

    def _go(self, by: int) -> None:
        path = self.studying.beside(by)
        if path is None:
            return
        self.studying.keep()
        try:
            work = work_for(path, self._settings)
        except CannotBegin as problem:
            self._refuse(problem.reason)
            return
        self._views.show_view(CANVAS)
        self._files.turn_to(work)

    def _open_file(self) -> None:
        path = self._asking.for_lesson(self._files.suggested_export().parent)
        if path is not None:
            self.begin(path)

    def begin(self, path: Path) -> None:
        """Begin a lesson, or go on with it where it was left."""
        try:
            begin(path, self._files, self._settings)
        except CannotBegin as problem:
            self._refuse(problem.reason)

    def _refuse(self, why: Message) -> None:
        self._notices.tell(why, severity="warning", name=NOTICE)


def is_lesson(path: Path) -> bool:
    """Whether a file is called like a lesson."""
    return path.name.endswith(SUFFIX)


def _progress(marking: Marking) -> Message:
    return message("{passed} of {total} checks", passed=marking.passed, total=marking.total)


def _done(marking: Marking, has_next: bool) -> Message:
    if has_next:
        return message("All {total} checks are passed. The next lesson waits.", total=marking.total)
    return message("All {total} checks are passed.", total=marking.total)
