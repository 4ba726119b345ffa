"""One open document while it is edited: what it is, where it stands, what is selected.

No widgets here. Whatever shows the document listens to `document_changed`, the one path by
which an edit reaches the screen; whatever edits it calls `push` or `attempt`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Final

from pydantic import ValidationError
from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from blueprint.i18n import Message, message
from blueprint.layout.geometry import Cell, Moved
from blueprint.layout.layout import Layout
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.added import Added
from blueprint.model.edits.folding import require_unlocked
from blueprint.model.entities import Step
from blueprint.rules import Checker, Finding
from blueprint.ui.history import History
from blueprint.ui.spotlight import Spotlight

RECHECK_DELAY: Final = 40
"""Milliseconds from a change to the check of what it touches: after the change is painted."""
WHOLE_DELAY: Final = 200
"""Milliseconds without a change until the rules of the whole graph run."""
SMALL: Final = 400
"""Steps up to which these rules are so quick that they need no thread of their own."""


class Session(QObject):
    """An open document with its layout, findings, history, selection, cursor and tool."""

    document_replaced = Signal()
    """Another document is open: forget everything about the old one."""
    document_changed = Signal(object, object)
    """(Change, Moved): after the document and the layout have taken it up."""
    findings_changed = Signal()
    selection_changed = Signal()
    cursor_changed = Signal()
    tool_changed = Signal(str)
    history_changed = Signal()
    """What can be undone, and whether the document is as saved."""
    refused = Signal(object)
    """A Message: why something was not done and what to do instead."""
    announced = Signal(object)
    """A Message: what has been done, for the status bar and for screen readers."""
    reveal_requested = Signal(object)
    """A tuple of ids to bring into view."""
    _judged = Signal(object)
    """A Checker whose rules of the whole graph have run in the background."""
    edit_requested = Signal(str)
    """The id of a step, flow, lane or phase whose text is to be edited in place."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recheck = QTimer(self, singleShot=True, interval=RECHECK_DELAY)
        self._recheck.timeout.connect(self._check_what_changed)
        self._whole = QTimer(self, singleShot=True, interval=WHOLE_DELAY)
        self._whole.timeout.connect(self._check_in_background)
        self._judged.connect(self._take_judgement)
        self._tool = "select"
        self.spotlight = Spotlight(self)
        self._take(document)

    def _take(self, document: Document, layout: Layout | None = None) -> None:
        self._document = document
        self._layout = layout or Layout(document)
        self._checker: Checker | None = None
        self._told: tuple[Finding, ...] = ()
        self._unchecked: list[Change] = []
        self._selection: tuple[str, ...] = ()
        self._cursor: Cell | None = None
        self._history = History(self._carry_out, self.history_changed.emit)
        if document.lanes:  # without any, nothing is open that could be judged
            self._recheck.start()

    # --- the document ----------------------------------------------------------------------

    @property
    def document(self) -> Document:
        return self._document

    @property
    def layout(self) -> Layout:
        return self._layout

    @property
    def history(self) -> History:
        return self._history

    def open(self, document: Document, layout: Layout | None = None) -> None:
        """Edit another document from now on. `layout` is its own, if it is there already."""
        self._take(document, layout)
        self.document_replaced.emit()
        self.selection_changed.emit()
        self.cursor_changed.emit()
        self.history_changed.emit()

    def push(self, change: Change, gesture: str = "") -> bool:
        """Carry out `change` as one step of the history; False if it was refused.

        `gesture`: see History.add. An empty change is no step.
        """
        if not change:
            return True
        try:
            require_unlocked(self._document, change)
            self._document.check(change)
        except ChangeRefused as refusal:
            self.refuse(refusal.reason)
            return False
        self._history.add(change, gesture)
        return True

    def attempt(self, edit: Callable[[], Change | Added], gesture: str = "") -> str | None:
        """Make a change and carry it out.

        Returns the id of what was added, "" if nothing was, None if the edit was refused; the
        reason of a refusal goes to `refused`.
        """
        try:
            made = edit()
        except ChangeRefused as refusal:
            self.refuse(refusal.reason)
            return None
        except ValidationError:
            self.refuse(message("This cannot be kept. Check the text or the number and try again."))
            return None
        change, id = (made, "") if isinstance(made, Change) else made
        return id if self.push(change, gesture) else None

    def undo(self) -> None:
        """Take back the last act, select what it concerned and bring it into view."""
        self._after_travel(self._history.undo(), message("Undone: {act}"))

    def redo(self) -> None:
        """Do the last undone act again, select what it concerned and bring it into view."""
        self._after_travel(self._history.redo(), message("Redone: {act}"))

    def refuse(self, reason: Message) -> None:
        """Tell the user why something was not done."""
        self.refused.emit(reason)

    def announce(self, what: Message) -> None:
        """Tell the user what has been done."""
        self.announced.emit(what)

    # --- findings --------------------------------------------------------------------------

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules say, as of the last check; nothing before there is a step to judge."""
        return self._checker.findings if self._checker and self._document.steps else ()

    def check_now(self) -> None:
        """Bring the findings up to date."""
        self._checker_up_to_date().run_pending()
        self._tell_findings()

    def _checker_up_to_date(self) -> Checker:
        """The checker, with all changes taken up and the rules of the whole graph pending."""
        self._recheck.stop()
        self._whole.stop()
        if self._checker is None:
            self._checker = Checker(self._document, later=True)
        else:
            for change in self._unchecked:
                self._checker.update(change)
        self._unchecked.clear()
        return self._checker

    def _check_what_changed(self) -> None:
        """The rules of the steps and columns that changed at once, those of the graph later."""
        if len(self._document.steps) <= SMALL:
            self.check_now()
            return
        if self._checker_up_to_date().pending:
            self._whole.start()
        self._tell_findings()

    def _tell_findings(self) -> None:
        found = self.findings
        if found != self._told:
            self._told = found
            self.findings_changed.emit()

    def _check_in_background(self) -> None:
        checker = self._checker
        if checker is None or not checker.pending:
            return
        work = checker.in_background()

        def judge() -> None:
            work()
            with suppress(RuntimeError):  # the session is gone, and nobody waits for it
                self._judged.emit(checker)

        QThreadPool.globalInstance().start(judge)

    def _take_judgement(self, checker: Checker) -> None:
        if checker is not self._checker:
            return
        if checker.pending:
            self._whole.start()
        self._told = self.findings
        self.findings_changed.emit()

    # --- selection, cursor, tool -----------------------------------------------------------

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of what is selected (steps, flows, lanes, columns, phases), the latest last."""
        return self._selection

    @property
    def selected_steps(self) -> tuple[str, ...]:
        """Ids of the selected steps alone."""
        steps = self._document.steps
        return tuple(id for id in self._selection if id in steps)

    def select(self, ids: Iterable[str]) -> None:
        """Select these and nothing else; the cursor follows a single step."""
        known = tuple(id for id in dict.fromkeys(ids) if id and id in self._document.entities)
        if len(known) == 1 and (step := self._document.get(known[0], Step)):
            self.move_cursor(Cell(step.lane, step.column))
        if known != self._selection:
            self._selection = known
            self.selection_changed.emit()

    def toggle(self, id: str) -> None:
        """Add `id` to the selection, or take it out."""
        if id in self._selection:
            self.select(other for other in self._selection if other != id)
        else:
            self.select((*self._selection, id))

    @property
    def cursor(self) -> Cell | None:
        """The focused cell; it may be empty."""
        return self._cursor

    def move_cursor(self, cell: Cell | None) -> None:
        """Focus another cell; the selection stays."""
        if cell != self._cursor:
            self._cursor = cell
            self.cursor_changed.emit()

    @property
    def tool(self) -> str:
        """Name of the tool in hand; see ui.tools."""
        return self._tool

    def set_tool(self, name: str) -> None:
        """Take another tool."""
        if name != self._tool:
            self._tool = name
            self.tool_changed.emit(name)

    def reveal(self, ids: Iterable[str]) -> None:
        """Bring these into view."""
        self.reveal_requested.emit(tuple(ids))

    def edit(self, id: str) -> None:
        """Edit the text of a step, flow, lane or phase in place."""
        self.edit_requested.emit(id)

    # --- inside ----------------------------------------------------------------------------

    def _carry_out(self, change: Change) -> None:
        self._document.apply(change)
        moved = self._layout.update(change)
        self._unchecked.append(change)
        self._recheck.start()
        self._forget_what_is_gone()
        self.document_changed.emit(change, moved)

    def _forget_what_is_gone(self) -> None:
        entities = self._document.entities
        if any(id not in entities for id in self._selection):
            self._selection = tuple(id for id in self._selection if id in entities)
            self.selection_changed.emit()
        cursor = self._cursor
        if cursor and not (cursor.lane in entities and cursor.column in entities):
            self.move_cursor(None)

    def _after_travel(self, change: Change | None, what: Message) -> None:
        if change is None:
            return
        changed = [id for id, (_, after) in change.entries.items() if after is not None]
        steps = [id for id in changed if id in self._document.steps]
        self.select(steps or [id for id in changed if id])
        self.reveal(steps)
        self.announce(message(what.text, act=change.label))


__all__ = ["Cell", "Moved", "Session"]
