"""Links of steps: only addresses of the web and of mail, and shown in full before they open."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from blueprint.i18n import message, tr
from blueprint.model.links import linked_path
from blueprint.prose import safe_address
from blueprint.ui.session import Session


def leads_to_blueprint(session: Session) -> bool:
    """Whether the selected step leads to another blueprint."""
    ids = session.selected_steps
    return bool(ids) and bool(linked_path(session.document.step(ids[-1]).link))


def ask_to_open(session: Session, parent: QWidget) -> QMessageBox | None:
    """Show the link of the selected step and offer to open it; None if there is none to open."""
    ids = session.selected_steps
    link = session.document.step(ids[-1]).link if ids else ""
    if not link:
        session.refuse(message("This step has no link. Write one in the inspector."))
        return None
    address = safe_address(link)
    if not address:
        session.refuse(message("Only links that begin with http, https or mailto are opened."))
        return None
    return offer_to_open(address, parent)


def offer_to_open(address: str, parent: QWidget) -> QMessageBox:
    """Show an address in full and offer to open it."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(tr(message("Open link")))
    box.setText(tr(message("This opens another program:")) + f"\n\n{address}")
    accept = box.addButton(tr(message("Open link")), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    accept.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
    box.open()
    return box
