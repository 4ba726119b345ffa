"""Waiting for work that the user has asked for, with the window alive and a way to give it up."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog

from blueprint.i18n import Message, message, tr
from blueprint.ui.background import GivenUp, Task, Work


def waited_for(work: Work, what: Message) -> Any:
    """The result of `work`, done beside the window, which paints but takes no other orders.

    A small dialog says `what` is waited for and offers to cancel. Raises GivenUp if the user
    does, and whatever the work raises.
    """
    loop = QEventLoop()
    ended = _Ended()
    task = Task(lambda progress: ended.take(work, progress))
    task.finished.connect(loop.quit)
    above = QApplication.activeWindow()
    if above is not None and not above.isVisible():  # the dialog of the last wait, about to go
        above = None
    shown = QProgressDialog(tr(what), tr(message("Cancel")), 0, 0, above)
    shown.setWindowModality(Qt.WindowModality.ApplicationModal)
    shown.setMinimumDuration(0)
    shown.setValue(0)
    shown.canceled.connect(task.give_up)
    shown.canceled.connect(loop.quit)
    task.start()
    loop.exec()
    cancelled = shown.wasCanceled()
    shown.hide()
    shown.deleteLater()
    if cancelled:
        raise GivenUp
    return ended.result()


class _Ended:
    """How work ended: with a result or with what it raised."""

    def __init__(self) -> None:
        self._result: Any = None
        self._raised: Exception | None = None

    def take(self, work: Work, progress: Any) -> None:
        try:
            self._result = work(progress)
        except GivenUp:
            raise
        except Exception as raised:
            self._raised = raised

    def result(self) -> Any:
        if self._raised is not None:
            raise self._raised
        return self._result
