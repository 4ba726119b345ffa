"""What the document in a window is called, by its file, its title, or where it came from."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from blueprint.i18n import Message, message
from blueprint.ui import file_notices as told
from blueprint.ui.file_names import suggested
from blueprint.ui.own_file import OwnFile
from blueprint.ui.session import Session

UNTITLED: Final = message("Untitled")


class Naming:
    """`copied`: what is in the window came from there, and must not be written back there.

    `table`: it was made of that step table.
    """

    def __init__(self, session: Session, own: OwnFile) -> None:
        self._session = session
        self._own = own
        self.copied: Path | None = None
        self.table: Path | None = None

    def come_from(self, copied: Path | None = None, table: Path | None = None) -> None:
        """Another document is in the window, or it has a file of its own now."""
        self.copied, self.table = copied, table

    @property
    def begins(self) -> Path | None:
        """The file at which relative links begin."""
        return self._own.path or self.copied or self.table

    @property
    def name(self) -> Message | str:
        """What the window is called."""
        if self._own.path:
            return self._own.path.stem
        if self.copied:
            return told.name_of_copy(self.copied)
        return self._title or UNTITLED

    def suggested(self, folder: Path) -> Path:
        """Where to save: the own file, or `folder` with the best name that there is."""
        return suggested(self._own.path, self.copied, self._title, folder)

    @property
    def _title(self) -> str:
        """The document's own title, or the name of the table it was made of."""
        return self._session.document.properties.title or (self.table.stem if self.table else "")
