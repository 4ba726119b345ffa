"""The comparison as a PDF file, written beside the window."""

from __future__ import annotations

from pathlib import Path

from blueprint.export.comparison import write_comparison
from blueprint.export.refusal import ExportRefused
from blueprint.i18n import current_language, message
from blueprint.ui.background import Progress, Task
from blueprint.ui.compare.versions import Versions
from blueprint.ui.session import Session
from blueprint.ui.widgets.notice import Notices


def print_comparison(versions: Versions, path: Path, session: Session, notices: Notices) -> Task:
    """Begin to write; how it ended is told to the session or in a notice."""
    language = current_language()

    def work(_progress: Progress) -> object:
        write_comparison(
            versions.old, versions.new, path, language, names=(versions.old_name, versions.new_name)
        )
        return path

    task = Task(work, (ExportRefused,), session)
    task.succeeded.connect(
        lambda _path: session.announce(message("Exported “{file}”.", file=path.name))
    )
    task.failed.connect(lambda why: notices.tell(why, severity="error", name="export"))
    task.start()
    return task
