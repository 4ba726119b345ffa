"""Begins a lesson: the student's own file is made, or opened where it was left."""

from __future__ import annotations

from pathlib import Path

from blueprint.i18n import Message, current_language, message
from blueprint.lessons.course import course_of
from blueprint.lessons.lesson import Lesson
from blueprint.storage import SaveFailed, Unreadable, save_document
from blueprint.ui.file_names import suggested
from blueprint.ui.files import Files
from blueprint.ui.lessons.records import Records
from blueprint.ui.settings import Settings


class CannotBegin(Exception):  # noqa: N818
    """A lesson that cannot be begun; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def work_for(path: Path, settings: Settings) -> Path:
    """The file of the work on a lesson; it is made if there is none. Raises CannotBegin."""
    from blueprint.lessons.opening import start_document
    from blueprint.lessons.reading import read_lesson

    records = Records(settings)
    record = records.of(path)
    work = Path(record.work) if record.work else None
    try:
        lesson = read_lesson(path)
        if work is None or not work.is_file():
            work = _place(lesson, settings)
            if not work.is_file():
                work.parent.mkdir(parents=True, exist_ok=True)
                save_document(start_document(lesson, current_language()), work)
    except Unreadable as problem:
        raise CannotBegin(_unreadable(path, problem)) from None
    except SaveFailed as problem:
        raise CannotBegin(problem.reason) from None
    except OSError as problem:
        why = problem.strerror or str(problem)
        raise CannotBegin(
            message("The folder for your work cannot be made: {why}.", why=why)
        ) from None
    records.keep(path, work=str(work), left=False, total=len(lesson.checks))
    return work


def _unreadable(path: Path, problem: Unreadable) -> Message:
    told = problem.messages[0]
    more = len(problem.messages) - 1
    if more:
        told = message("{what} (and {count} more)", what=told, count=more)
    return message("The lesson “{file}” cannot be read. {what}", file=path.name, what=told)


def _place(lesson: Lesson, settings: Settings) -> Path:
    course = course_of(lesson.path)
    title = lesson.title
    if len(course.paths) > 1:
        title = f"{course.place(lesson.path) + 1} {title}"
    return suggested(None, None, title, settings.works)


def begin(path: Path, files: Files, settings: Settings) -> None:
    """Open the work on a lesson, in another window if this one holds a document.

    Raises CannotBegin.
    """
    work = work_for(path, settings)
    if files.path == work:
        files.changed.emit()
    else:
        files.open_path(work)
