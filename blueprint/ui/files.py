"""Where the document in a window comes from and goes to: new, open, save, and what is unsaved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from blueprint.i18n import Message, current_language, message
from blueprint.layout.layout import Layout
from blueprint.model.document import Document
from blueprint.storage import SaveFailed, Unreadable
from blueprint.storage.journal import Abandoned, Origin
from blueprint.storage.lock import Holder
from blueprint.ui import file_notices as told
from blueprint.ui.background import GivenUp
from blueprint.ui.file_names import SUFFIX, same_file
from blueprint.ui.keeping import Keeping, now, told_time
from blueprint.ui.last_session import LastSession
from blueprint.ui.moving_links import links_that_follow
from blueprint.ui.naming import Naming
from blueprint.ui.own_file import OwnFile
from blueprint.ui.reading import Ready, is_large, ready_to_show
from blueprint.ui.recent_files import RecentFiles
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
from blueprint.ui.starting_points import blank, is_shipped
from blueprint.ui.widgets.notice import Notices


class Asking(Protocol):
    """How the user is asked for a file; None: the user gave up."""

    def for_opening(self, folder: Path, *, tables_only: bool) -> Path | None: ...

    def for_saving(self, suggested: Path) -> Path | None: ...

    def for_pdf(self, suggested: Path) -> Path | None: ...

    def for_lesson(self, folder: Path) -> Path | None: ...


Elsewhere = Callable[[Callable[["Files"], object]], object]
Showing = Callable[[Path], bool]


def _nowhere(_path: Path) -> bool:
    """No other window shows the file."""
    return False


class Files(QObject):
    """The file behind one window.

    `elsewhere(do)` opens another window and calls `do` with its Files; it is used when this one
    holds a document already. `showing(path)` brings the window to the front that has a file open,
    and tells whether there is one.
    """

    changed = Signal()
    """Another file, another name, or whether there is a document at all."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        notices: Notices,
        asking: Asking,
        *,
        elsewhere: Elsewhere,
        showing: Showing = _nowhere,
    ) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._notices = notices
        self._asking = asking
        self._elsewhere = elsewhere
        self._showing = showing
        self._own = OwnFile()
        self.naming = Naming(session, self._own)
        self._has_document = self._is_reading = False
        self.recent = RecentFiles(settings, self.changed.emit)
        self.last_session = LastSession(settings, self.open_path)
        self.keeping = Keeping(session, settings.unsaved, self._origin)
        self.keeping.failed.connect(
            lambda reason: notices.tell(reason, severity="error", name="keeping")
        )

    # --- what there is ---------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """Where the document is saved; None while it never was."""
        return self._own.path

    @property
    def has_document(self) -> bool:
        """Whether a document is open in this window; else it shows the start page."""
        return self._has_document

    @property
    def is_saved(self) -> bool:
        """Whether closing the window would lose nothing."""
        return not self._has_document or self._session.history.is_clean

    @property
    def name(self) -> Message | str:
        """What the window is called."""
        return self.naming.name

    # --- opening ---------------------------------------------------------------------------

    def new(self) -> None:
        """Start a blueprint, here if nothing is open here, else in another window."""
        if self._has_document:
            self._elsewhere(Files.new)
        else:
            self.show_document(blank(current_language(), self._settings.author))

    def open(self) -> None:
        """Ask for a file and open it."""
        self._ask_and_open(tables_only=False)

    def open_table(self) -> None:
        """Ask for a step table and make a blueprint of it."""
        self._ask_and_open(tables_only=True)

    def _ask_and_open(self, *, tables_only: bool) -> None:
        path = self._asking.for_opening(self._folder(), tables_only=tables_only)
        if path:
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open a file, here if nothing is open here, else in another window."""
        if self._showing(path):
            return True
        if self._has_document:
            if readable := is_large(path) or self._ready(path) is not None:
                self._elsewhere(lambda files: files.open_path(path))
            return readable
        if is_shipped(path):
            self.open_as_new(path)
            return self._has_document
        return self._read(path)

    def turn_to(self, path: Path) -> bool:
        """Open a file here in the place of a document that is saved, else elsewhere."""
        read = self._read if self.is_saved and not self._showing(path) else self.open_path
        return read(path)

    def open_as_new(self, path: Path) -> None:
        """Open a sample or a template: the copy is unsaved and the file stays as it is."""
        if self._has_document:
            self._elsewhere(lambda files: files.open_as_new(path))
            return
        ready = self._ready(path)
        if ready:
            self.show_document(ready.opened.document)

    def show_elsewhere(self, document: Document) -> None:
        """Show a document that no file holds in another window."""
        self._elsewhere(lambda files: files.show_document(document))

    def show_document(self, document: Document) -> None:
        """Show a document that no file holds."""
        self._own.leave()
        self.naming.come_from()
        self._show(document)

    def _show(self, document: Document, layout: Layout | None = None) -> None:
        self._has_document = True
        self._session.open(document, layout)
        self.keeping.start_from(document)
        self.changed.emit()

    def _read(self, path: Path, *, take_over: bool = False) -> bool:
        """Read a file into this window, whatever is in it."""
        before = self._own.standing
        holder = self._own.take(path, take_over=take_over)
        self._is_reading = True
        try:
            ready = self._ready(path)
        finally:
            self._is_reading = False
        if ready is None:  # what is in the window stays there, and so does its file
            self._own.go_back_to(before)
            return False
        self._take(path, ready, holder)
        return True

    def _ready(self, path: Path) -> Ready | None:
        """What is in a file; None if it cannot be read, which is told, or was given up."""
        try:
            return ready_to_show(path)
        except GivenUp:
            return None
        except Unreadable as problem:
            told.tell_unreadable(self._notices, path, problem)
            self._settings.forget(path)
            return None

    def _take(self, path: Path, ready: Ready, holder: Holder | None) -> None:
        opened = ready.opened
        blueprint = opened.format == "blueprint"
        if not blueprint or opened.recovered or opened.newer or holder:
            self._own.leave()
        self.naming.come_from(
            copied=path if opened.newer or holder else None, table=None if blueprint else path
        )
        self._show(opened.document, ready.layout)
        if not blueprint or opened.recovered:
            self._session.history.mark_changed()
        self._settings.remember(path)
        if opened.notices:
            save_as = [(message("Save as…"), self.save_as)] if opened.newer else []
            self._notices.tell(told.lines(opened.notices), *save_as, name="open")
        if holder:
            read = partial(self._read, path)
            told.tell_copy(self._notices, path, holder, read, self.save_as)
        self.changed.emit()

    # --- what other programs and a crash do --------------------------------------------------

    def recover(self, found: Abandoned) -> None:
        """Show work that a stopped program has left, and offer the way back."""
        path = Path(found.origin.file) if found.origin.file else None
        holder = self._own.take(path) if path else None
        if path and not holder:
            self._own.expect(found.origin.digest)
        self.naming.come_from(copied=path if holder else None)
        self._show(found.document)
        self._session.history.mark_changed()
        self.keeping.keep_all(found.drop)
        back = partial(self._go_back, path)
        told.tell_restored(self._notices, told_time(found.origin.when), back)
        self.changed.emit()

    def _go_back(self, path: Path | None) -> None:
        """Forget what was restored."""
        self._session.history.mark_clean()
        self.keeping.end()
        if path and path.is_file():
            self._read(path)
            return
        self._has_document = False
        self._own.leave()
        self._session.open(Document())
        self.changed.emit()

    def look_at_disk(self) -> None:
        """Tell if another program has changed the file; for when the window is looked at again."""
        path = self._own.path
        if path and self._own.is_newly_changed():
            reload = (message("Reload"), partial(self._read, path))
            severity = "info" if self.is_saved else "warning"
            self._notices.tell(told.changed(path), reload, severity=severity, name="save")

    def autosave(self) -> None:
        """Save what has a file and can be saved without a question."""
        if self._is_reading:  # the file is that of what is about to be shown
            return
        if self._own.path and not self.is_saved and not self._notices.shows("save"):
            self.save()

    def leave(self) -> None:
        """The window closes: let others have the file."""
        self.keeping.end()
        self._own.leave()

    def _origin(self, saved: bool) -> Origin:
        name = self.name if isinstance(self.name, str) else ""
        return Origin(str(self._own.path or ""), self._own.digest, name, now(), saved)

    # --- saving ----------------------------------------------------------------------------

    def save(self) -> bool:
        """Save where the document was saved last; ask where, if it never was."""
        return self._write(self._own.path) if self._own.path else self.save_as()

    def save_as(self) -> bool:
        """Ask where to save, and save there; False if the user gave up or it failed."""
        path = self._asking.for_saving(self.naming.suggested(self._folder()))
        if path is None:
            return False
        return self._write(path if path.suffix else path.with_suffix(SUFFIX))

    def _write(self, path: Path, *, overwrite: bool = False) -> bool:
        if path == self._own.path:
            if not overwrite and self._own.is_changed():
                told.tell_overwriting(
                    self._notices,
                    path,
                    lambda: self._read(path),
                    lambda: self._write(path, overwrite=True),
                    self.save_as,
                )
                return False
        elif self.naming.copied and same_file(path, self.naming.copied):
            self._tell_unsaved(told.kept(path))
            return False
        with links_that_follow(self._session, self.naming.begins, path) as keep:
            try:
                holder = self._own.write(self._session.document, path)
            except SaveFailed as problem:
                self._tell_unsaved(problem.reason)
                return False
            if holder:
                self._tell_unsaved(told.kept(path))
                return False
            keep()
        self._after_saving(path)
        return True

    def _tell_unsaved(self, why: Message) -> None:
        self._notices.tell(why, (message("Save as…"), self.save_as), severity="error", name="save")

    def _after_saving(self, path: Path) -> None:
        self._notices.withdraw("save", "copy", "recovered", "open")
        self.naming.come_from()
        self._settings.remember(path)
        self._session.history.mark_clean()
        self.keeping.start_from(self._session.document)
        self._session.announce(message("Saved “{file}”.", file=path.name))
        self.changed.emit()

    def before_leaving(self, then: Callable[[], object]) -> bool:
        """Whether the window may close now; else a bar asks, and `then` follows the answer."""
        if self.is_saved:
            return True

        def discard() -> None:
            self._session.history.mark_clean()
            then()

        def save() -> None:
            if self.save():
                then()

        told.tell_leaving(self._notices, self.name, discard, save)
        return False

    def _folder(self) -> Path:
        if near := self._own.path or self.naming.table:
            return near.parent
        recent = self._settings.recent
        return recent[0].parent if recent else Path.home()

    def suggested_export(self) -> Path:
        """What a file exported from this document would be called, without its suffix."""
        return self.naming.suggested(self._folder()).with_suffix("")
