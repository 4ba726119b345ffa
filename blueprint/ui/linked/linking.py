"""Joins links between blueprints to their window: a file is chosen, opened, or all are mapped."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from blueprint.i18n import Message, message
from blueprint.model.edits.steps import set_fields
from blueprint.model.links import SUFFIXES, path_from
from blueprint.storage.linked_files import linked_file
from blueprint.ui.files import Asking, Files
from blueprint.ui.session import Session
from blueprint.ui.widgets.notice import Notices

if TYPE_CHECKING:
    from blueprint.ui.linked.link_map import LinkMapDialog


class Linking:
    """What the window `host` does with links to other blueprints."""

    def __init__(
        self, session: Session, files: Files, asking: Asking, *, notices: Notices, host: QWidget
    ) -> None:
        self._session = session
        self._files = files
        self._asking = asking
        self._notices = notices
        self._host = host

    def choose(self) -> None:
        """Ask for a blueprint and let the selected steps lead to it."""
        ids, folder = self._session.selected_steps, self._folder()
        if not ids or folder is None:
            return
        path = self._asking.for_opening(folder, tables_only=False)
        if path is None:
            return
        if path.suffix.lower() not in SUFFIXES:
            self._tell(_no_blueprint(path))
            return
        link = path_from(folder, path)
        if not link:
            self._tell(
                message(
                    "No path leads from the folder of this blueprint to “{file}”. Keep both on one "
                    "disk.",
                    file=path.name,
                )
            )
            return
        label = message("Link to “{file}”", file=path.name)
        document = self._session.document
        self._session.attempt(lambda: set_fields(document, ids, label, link=link))

    def open(self) -> None:
        """Open the blueprint that the selected step leads to."""
        ids = self._session.selected_steps
        link = self._session.document.step(ids[-1]).link if ids else ""
        if linked_file(link, Path()) is None:
            self._session.refuse(
                message("This step leads to no blueprint. Use “Link to a blueprint…” for that.")
            )
            return
        folder = self._folder()
        path = linked_file(link, folder) if folder else None
        if path:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a linked file in another window, or raise the one that shows it."""
        if path.suffix.lower() not in SUFFIXES:
            self._tell(_no_blueprint(path))
        elif not os.path.exists(path):
            self._tell(
                message(
                    "“{file}” is not there any more: {path}. Put it back, or link the step anew.",
                    file=path.name,
                    path=path,
                )
            )
        else:
            self._notices.withdraw("link")
            self._files.open_path(path)

    def show_map(self) -> LinkMapDialog | None:
        """List the files that this blueprint leads to; None if it has no folder yet."""
        from blueprint.ui.linked.link_map import LinkMapDialog

        start = self._file()
        if start is None:
            return None
        return LinkMapDialog(start, self._session.document, self.open_file, self._host)

    def _folder(self) -> Path | None:
        """Where links begin, if the document has a file."""
        file = self._file()
        return file.parent if file else None

    def _file(self) -> Path | None:
        """The file of the document, be this a copy of it; a bar tells if there is none yet."""
        file = self._files.path or self._files.naming.copied
        if file is None:
            self._notices.tell(
                message(
                    "Save this blueprint first: links to others begin in the folder of its file."
                ),
                (message("Save as…"), self._files.save_as),
                severity="warning",
                name="link",
            )
        return file

    def _tell(self, why: Message) -> None:
        self._notices.tell(why, severity="warning", name="link")


def _no_blueprint(path: Path) -> Message:
    return message(
        "“{file}” is no blueprint and no step table. A link leads to .blueprint, .csv, .tsv or "
        ".xlsx.",
        file=path.name,
    )
