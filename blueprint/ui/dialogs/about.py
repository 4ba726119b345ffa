"""What this program is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from blueprint import __version__
from blueprint.i18n import message, tr
from blueprint.ui.widgets.labels import label
from blueprint.ui.widgets.logo import logo_icon
from blueprint.ui.words import say


class About(QDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        say(self, window=message("About Blueprint Designer"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 20)
        column.setSpacing(8)
        sign = QLabel()
        sign.setPixmap(logo_icon().pixmap(QSize(48, 48)))
        column.addWidget(sign, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(
            label("Blueprint Designer", "heading"), alignment=Qt.AlignmentFlag.AlignHCenter
        )
        parts = (
            tr(message("Version {version}", version=__version__)),
            tr(message("Draws, checks and prints service blueprints.")),
            tr(message("Free software under the MIT licence.")),
        )
        for part in parts:
            column.addWidget(label(part, "muted"), alignment=Qt.AlignmentFlag.AlignHCenter)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addSpacing(8)
        column.addWidget(buttons, alignment=Qt.AlignmentFlag.AlignHCenter)
