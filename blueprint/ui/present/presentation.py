"""The presentation: a stage, what there is to say beside it, and the way through beneath."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from blueprint.i18n import message, tr
from blueprint.model.document import Document
from blueprint.ui.present.notes import Notes
from blueprint.ui.present.progress import Progress
from blueprint.ui.present.stage import Stage
from blueprint.ui.present.stops import By, Stop, stops
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import button, label
from blueprint.ui.widgets.segments import Segments
from blueprint.ui.words import say

_ON: Final = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown)
_BACK: Final = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp)


class Presentation(QWidget):
    """Keys as on any clicker: page down and up, arrows, space; B blanks, O shows the whole,
    digits and Enter go to a stop, Home and End to the first and last, Escape leaves."""

    left = Signal()

    def __init__(self, document: Document, column: str | None = None) -> None:
        super().__init__()
        self.setObjectName("presentation")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say(self, window=message("Presentation"), name=message("Presentation"))
        self._document = document
        self._typed = ""
        self._whole = False
        self._stops: tuple[Stop, ...] = ()
        self.place = 0
        self.stage = Stage(document)
        self.notes = Notes()
        self.progress = Progress()
        self.progress.picked.connect(self.go_to)
        self._arrange()
        self.walk_by("column")
        self._begin_at(column)

    def _arrange(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.stage, 3)
        upper.addWidget(self.notes, 1)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self._bar())
        self._blank = QWidget()
        self._blank.setAutoFillBackground(True)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
        self._blank.setPalette(palette)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(shown)
        self._layers.addWidget(self._blank)

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(16)
        self.by = Segments(
            message("Walk by"), [("column", message("By column")), ("phase", message("By phase"))]
        )
        self.by.chosen.connect(self._walk_as_chosen)
        for part in (
            button(message("Back"), lambda: self.go_to(self.place - 1)),
            button(message("Next"), lambda: self.go_to(self.place + 1), "primary"),
        ):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(part)
        row.addWidget(self.progress, 1)
        row.addWidget(self.by)
        for text, key, run in (
            (message("Whole map"), "O", self.toggle_whole),
            (message("Leave"), "Esc", self.close),
        ):
            made = button(text, run, "flat")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(made)
            row.addWidget(label(key, "key"), 0, Qt.AlignmentFlag.AlignVCenter)
        return bar

    def walk_by(self, by: By) -> None:
        """One stop a column, or one a phase; stays near the place where it is."""
        here = self._stops[self.place].columns[0] if self._stops else None
        self._stops = stops(self._document, by)
        self.by.show_value(by)
        self.progress.offer([stop.title for stop in self._stops])
        self._begin_at(here)

    def _walk_as_chosen(self, value: str) -> None:
        self.walk_by("phase" if value == "phase" else "column")
        self.setFocus()

    def _begin_at(self, column: str | None) -> None:
        places = (place for place, stop in enumerate(self._stops) if column in stop.columns)
        self.go_to(next(places, 0))

    def go_to(self, place: int) -> None:
        """Show a stop; before the first and after the last nothing happens."""
        if not 0 <= place < len(self._stops):
            if not self._stops:
                self.stage.show_stop(None)
                self.notes.show_empty()
            return
        self.place = place
        stop = self._stops[place]
        self.stage.show_stop(stop)
        self.progress.show_place(place)
        following = self._stops[place + 1].title if place + 1 < len(self._stops) else ""
        self.notes.show_stop(self._document, stop, place + 1, len(self._stops), following)
        self.setAccessibleDescription(
            tr(message("Step {place} of {count}", place=place + 1, count=len(self._stops)))
            + f", {stop.title}"
        )

    def toggle_whole(self) -> None:
        """The whole blueprint, or back to the stop."""
        self._whole = not self._whole
        self.stage.show_whole(self._whole)

    def toggle_blank(self) -> None:
        """A black screen, so that the audience looks at the speaker."""
        self._layers.setCurrentIndex(1 - self._layers.currentIndex())

    @property
    def is_blank(self) -> bool:
        return self._layers.currentIndex() == 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.is_blank and key is not Qt.Key.Key_Escape:
            self.toggle_blank()
            return
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.close,
            Qt.Key.Key_O: self.toggle_whole,
            Qt.Key.Key_B: self.toggle_blank,
            Qt.Key.Key_Period: self.toggle_blank,
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(len(self._stops) - 1),
            Qt.Key.Key_Return: self._go_to_typed,
            Qt.Key.Key_Enter: self._go_to_typed,
            **dict.fromkeys(_ON, lambda: self.go_to(self.place + 1)),
            **dict.fromkeys(_BACK, lambda: self.go_to(self.place - 1)),
        }
        if event.text().isdecimal():
            self._typed += event.text()
        elif key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def _go_to_typed(self) -> None:
        typed, self._typed = self._typed, ""
        self.go_to(int(typed) - 1 if typed else self.place + 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        forward = event.button() is Qt.MouseButton.LeftButton
        self.go_to(self.place + (1 if forward else -1))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit()
        super().closeEvent(event)


def present(document: Document, column: str | None) -> Presentation:
    """Show a snapshot of `document` on the whole screen, from `column` on."""
    made = Presentation(document.snapshot(), column)
    made.setPalette(QPalette(QColor(LOOK.colours.panel)))
    made.showFullScreen()
    made.setFocus()
    return made
