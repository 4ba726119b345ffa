"""The lesson that a window is in: which it is, what its checks say, which hint is shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from blueprint.i18n import message
from blueprint.lessons.course import Course, course_of
from blueprint.lessons.lesson import Lesson
from blueprint.model.change import Change, diff
from blueprint.model.document import Document
from blueprint.storage import Unreadable
from blueprint.ui.files import Files
from blueprint.ui.lessons.records import Records
from blueprint.ui.listening import listen
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings

if TYPE_CHECKING:
    from blueprint.lessons.marking import Mark, Marking

DELAY: Final = 150
"""Milliseconds without a change until the checks run."""
SAVING: Final = 4_000
"""Milliseconds without a change until the work is saved."""


class Studying(QObject):
    """Follows the file in the window: where that is the work on a lesson, the lesson is on."""

    changed = Signal()
    """Another lesson, or none."""
    marked = Signal()
    finished = Signal()
    """All checks are passed, where some were not before."""
    hinted = Signal()
    _arrived = Signal(object, object, int)

    def __init__(self, session: Session, files: Files, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._files = files
        self._settings = settings
        self._records = Records(settings)
        self.lesson: Lesson | None = None
        self.course = Course(())
        self.marking: Marking | None = None
        self.hints_shown = 0
        self._version = 0
        self._is_other = False
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._mark_beside)
        self._saving = QTimer(self, singleShot=True, interval=SAVING)
        self._saving.timeout.connect(self.keep)
        self._arrived.connect(self._take)
        listen(self, session.document_replaced, self._replaced)
        listen(self, files.changed, self._look)
        listen(self, session.document_changed, lambda _change, _moved: self._edited())

    # --- which lesson ------------------------------------------------------------------------

    def _replaced(self) -> None:
        self._is_other = True

    def _look(self) -> None:
        """Take up the lesson that the file in the window is the work of."""
        path, is_other = self._files.path, self._is_other
        self._is_other = False
        if path and self.lesson is not None and not is_other:  # it has been saved elsewhere
            self._records.keep(self.lesson.path, work=str(path))
        found = self._records.lesson_of(path) if path else None
        if found != (self.lesson.path if self.lesson else None):
            self._enter(found)

    def _enter(self, path: Path | None) -> None:
        self._saving.stop()
        self.lesson, self.marking, self.hints_shown = self._read(path), None, 0
        if self.lesson is not None:
            self.course = course_of(self.lesson.path)
            self._timer.start(0)
        self.changed.emit()

    def _read(self, path: Path | None) -> Lesson | None:
        from blueprint.lessons.reading import read_lesson

        try:
            return read_lesson(path) if path else None
        except Unreadable:
            return None

    def leave(self) -> None:
        """Keep the work, and let it be an ordinary blueprint."""
        if self.lesson is not None:
            self.keep()
            self._records.keep(self.lesson.path, left=True)
            self._enter(None)

    def keep(self) -> None:
        """Save the work where that needs no question."""
        self._saving.stop()
        if self.lesson is not None:
            self._files.autosave()

    def beside(self, by: int) -> Path | None:
        """The next lesson of the course, or with −1 the previous one."""
        return self.course.beside(self.lesson.path, by) if self.lesson else None

    def begin_anew(self) -> None:
        """Put the blueprint back to where the lesson begins: one step of the history."""
        from blueprint.lessons.opening import start_document

        if self.lesson is None:
            return
        try:
            start = start_document(self.lesson, self._session.document.properties.language)
        except Unreadable as problem:
            self._session.refuse(problem.messages[0])
            return
        change = diff(self._session.document.entities, start.entities)
        self._session.push(Change(message("Begin the lesson anew"), change.entries))

    # --- marks -------------------------------------------------------------------------------

    def _edited(self) -> None:
        self._version += 1
        if self.lesson is not None:
            self._timer.start(DELAY)
            self._saving.start()

    def _mark_beside(self) -> None:
        """Run the checks in the background, on the document as it is now."""
        lesson = self.lesson
        if lesson is not None:
            work = self._work(lesson, self._session.document.snapshot(), self._version)
            QThreadPool.globalInstance().start(work)

    def _work(self, lesson: Lesson, document: Document, version: int) -> Callable[[], None]:
        from blueprint.lessons.marking import mark

        def work() -> None:
            found = mark(lesson, document)
            with suppress(RuntimeError):  # the window is gone, and nobody waits for it
                self._arrived.emit(lesson, found, version)

        return work

    def _take(self, lesson: Lesson, found: Marking, version: int) -> None:
        if lesson is not self.lesson or version != self._version:
            return
        came = self.marking is not None and not self.marking.is_done and found.is_done
        self.marking = found
        self._records.keep(lesson.path, passed=found.passed, total=found.total)
        self.marked.emit()
        if came:
            self.finished.emit()

    def check_now(self) -> Marking | None:
        """Run the checks here and now."""
        from blueprint.lessons.marking import mark

        if self.lesson is None:
            return None
        self._timer.stop()
        self._take(self.lesson, mark(self.lesson, self._session.document), self._version)
        return self.marking

    def show_cards(self, found: Mark) -> None:
        """Select the steps that a mark is about and bring them into view."""
        steps = self._session.document.steps
        ids = tuple(id for id in found.verdict.steps if id in steps)
        if ids:
            self._session.select(ids[:1])
            self._session.reveal(ids[:1])

    # --- hints -------------------------------------------------------------------------------

    @property
    def hint(self) -> str:
        """The hint that is shown, "" for none."""
        hints = self.lesson.hints if self.lesson else ()
        return hints[self.hints_shown - 1] if 0 < self.hints_shown <= len(hints) else ""

    @property
    def has_more_hints(self) -> bool:
        return self.lesson is not None and self.hints_shown < len(self.lesson.hints)

    def next_hint(self) -> None:
        """Show the next hint; after the last one the first again."""
        if self.lesson is None or not self.lesson.hints:
            return
        self.hints_shown = self.hints_shown % len(self.lesson.hints) + 1
        self._records.keep(self.lesson.path, hints=self.hints_shown)
        self.hinted.emit()
