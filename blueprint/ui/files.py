"""Where the document in a window comes from and goes to: new, open, save, and what is unsaved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal

from blueprint.i18n import Message, current_language, message
from blueprint.model.document import Document
from blueprint.model.edits.start import new_blueprint
from blueprint.storage import Opened, SaveFailed, Unreadable, open_document, save_document
from blueprint.ui.session import Session
from blueprint.ui.settings import Settings
from blueprint.ui.starting_points import is_shipped
from blueprint.ui.widgets.notice import Notices

SUFFIX: Final = ".blueprint"
UNTITLED: Final = message("Untitled")


class Asking(Protocol):
    """How the user is asked for a file; None: the user gave up."""

    def for_opening(self, folder: Path, *, tables_only: bool) -> Path | None: ...

    def for_saving(self, suggested: Path) -> Path | None: ...


Elsewhere = Callable[[Callable[["Files"], object]], object]


class Files(QObject):
    """The file behind one window.

    `elsewhere(do)` opens another window and calls `do` with its Files; it is used when this one
    holds a document already.
    """

    changed = Signal()
    """Another file, another name, or whether there is a document at all."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        notices: Notices,
        asking: Asking,
        elsewhere: Elsewhere,
    ) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._notices = notices
        self._asking = asking
        self._elsewhere = elsewhere
        self._path: Path | None = None
        self._has_document = False

    # --- what there is ---------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """Where the document is saved; None while it never was."""
        return self._path

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
        if self._path:
            return self._path.stem
        return self._session.document.properties.title or UNTITLED

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files opened or saved of late that are still there."""
        return tuple(path for path in self._settings.recent if path.is_file())

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._settings.forget_recent()
        self.changed.emit()

    # --- opening ---------------------------------------------------------------------------

    def new(self) -> None:
        """Start a blueprint, here if nothing is open here, else in another window."""
        if self._has_document:
            self._elsewhere(Files.new)
        else:
            self.show_document(new_blueprint(language=current_language()))

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
        if self._has_document:
            self._elsewhere(lambda files: files.open_path(path))
            return True
        if is_shipped(path):
            self.open_as_new(path)
            return self._has_document
        try:
            opened = open_document(path)
        except Unreadable as problem:
            self._settings.forget(path)
            self.tell_unreadable(path, problem)
            return False
        self._take(path, opened)
        return True

    def open_as_new(self, path: Path) -> None:
        """Open a sample or a template: the copy is unsaved and the file stays as it is."""
        if self._has_document:
            self._elsewhere(lambda files: files.open_as_new(path))
            return
        try:
            opened = open_document(path)
        except Unreadable as problem:
            self.tell_unreadable(path, problem)
            return
        self.show_document(opened.document)

    def show_document(self, document: Document) -> None:
        """Show a document that no file holds."""
        self._path = None
        self._has_document = True
        self._session.open(document)
        self.changed.emit()

    def tell_unreadable(self, path: Path, problem: Unreadable) -> None:
        """Say why a file could not be opened."""
        told = message("“{file}” could not be opened.", file=path.name)
        self._notices.tell(_lines((told, *problem.messages)), severity="error", name="open")

    def _take(self, path: Path, opened: Opened) -> None:
        own = opened.format == "blueprint" and not opened.recovered
        self.show_document(opened.document)
        if own:
            self._path = path
        else:
            self._session.history.mark_changed()
        self._settings.remember(path)
        if opened.notices:
            self._notices.tell(_lines(opened.notices), name="open")
        self.changed.emit()

    # --- saving ----------------------------------------------------------------------------

    def save(self) -> bool:
        """Save where the document was saved last; ask where, if it never was."""
        return self._write(self._path) if self._path else self.save_as()

    def save_as(self) -> bool:
        """Ask where to save, and save there; False if the user gave up or it failed."""
        path = self._asking.for_saving(self._suggested())
        if path is None:
            return False
        return self._write(path if path.suffix else path.with_suffix(SUFFIX))

    def _write(self, path: Path) -> bool:
        try:
            save_document(self._session.document, path)
        except SaveFailed as problem:
            self._notices.tell(
                problem.reason, (message("Save as…"), self.save_as), severity="error", name="save"
            )
            return False
        self._notices.withdraw("save")
        self._path = path
        self._settings.remember(path)
        self._session.history.mark_clean()
        self._session.announce(message("Saved “{file}”.", file=path.name))
        self.changed.emit()
        return True

    def before_leaving(self, then: Callable[[], object]) -> bool:
        """Whether the window may close now; else a bar asks, and `then` follows the answer."""
        if self.is_saved:
            return True
        self._notices.tell(
            message("“{name}” has changes that are not saved.", name=self.name),
            (message("Close without saving"), lambda: self._discard(then)),
            (message("Save and close"), lambda: then() if self.save() else None),
            severity="warning",
            name="leaving",
        )
        return False

    def _discard(self, then: Callable[[], object]) -> None:
        self._session.history.mark_clean()
        then()

    def _folder(self) -> Path:
        if self._path:
            return self._path.parent
        recent = self._settings.recent
        return recent[0].parent if recent else Path.home()

    def suggested_export(self) -> Path:
        """What a file exported from this document would be called, without its suffix."""
        return self._suggested().with_suffix("")

    def _suggested(self) -> Path:
        if self._path:
            return self._path
        title = self._session.document.properties.title
        name = "".join(" " if sign in '/\\:*?"<>|\n' else sign for sign in title).strip(" .")
        return self._folder() / f"{name or 'blueprint'}{SUFFIX}"


def _lines(parts: tuple[Message, ...]) -> Message:
    """Several messages as one, a line each."""
    names = [f"line{place}" for place in range(len(parts))]
    text = "\n".join(f"{{{name}}}" for name in names)
    return Message(text, tuple(zip(names, parts, strict=True)))
