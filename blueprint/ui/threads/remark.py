"""One comment of a thread: who said it, when, and what; its author may word it anew."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blueprint.i18n import message, tr
from blueprint.model.entities import Comment
from blueprint.ui.panels.comment_list import when_words
from blueprint.ui.panels.comments import CommentText
from blueprint.ui.sizing import fix
from blueprint.ui.threads.avatar import Avatar
from blueprint.ui.widgets.labels import button, icon_button, label
from blueprint.ui.words import plain


class Remark(QWidget):
    """Emits `reworded` with the new text, `removed` when it is to go."""

    reworded = Signal(str)
    removed = Signal()
    left = Signal()
    grown = Signal()
    """There is a field in place of the words now."""

    def __init__(self, comment: Comment, *, own: bool) -> None:
        super().__init__()
        self._comment = comment
        author = comment.author or tr(message("Somebody"))
        self.words = label(comment.text, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Avatar(author))
        name = label(author, "strong")
        name.setToolTip(plain(when_words(comment.written)))
        head.addWidget(name, 1)
        if own:
            self.edit = icon_button("pencil", message("Edit comment"), self._begin, 22)
            self.remove = icon_button("trash", message("Delete comment"), self.removed.emit, 22)
            head.addWidget(self.edit)
            head.addWidget(self.remove)
        self._column.addLayout(head)
        self._column.addWidget(self.words)
        self.setAccessibleName(f"{author}: {comment.text}")

    def height_at(self, width: int) -> int:
        """The height that shows everything at that width."""
        parts = [self._column.itemAt(place) for place in range(self._column.count())]
        heights = []
        for part in parts:
            if part is None:
                continue
            widget = part.widget()
            if widget is self.words and self.words.isHidden():
                continue
            if widget is self.words:
                widget.ensurePolished()
                heights.append(self.words.heightForWidth(width))
            else:
                heights.append(part.sizeHint().height())
        return sum(heights) + self._column.spacing() * len(heights)

    def _begin(self) -> None:
        """Put a field in the place of the words."""
        self.words.hide()
        field = CommentText()
        field.setPlainText(self._comment.text)
        fix(field, height=64)
        field.given.connect(lambda: self.reworded.emit(field.toPlainText()))
        field.left.connect(self.left)
        save = button(message("Save"), lambda: self.reworded.emit(field.toPlainText()), "primary")
        self._column.addWidget(field)
        self._column.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        self.edit.setEnabled(False)
        self.grown.emit()
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
