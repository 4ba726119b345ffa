"""The panel at the right: every field of what is selected, or of the blueprint itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from blueprint.i18n import Message, message, tr
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole
from blueprint.ui.fields.document import DOCUMENT_GROUPS, TITLE
from blueprint.ui.fields.field import Field, Group
from blueprint.ui.fields.flow import FLOW_GROUPS
from blueprint.ui.fields.grid import COLUMN_GROUPS, LANE_GROUPS, PHASE_GROUPS
from blueprint.ui.fields.step import ACTION_GROUPS, LABEL, REMARK_GROUPS, STICKY_GROUPS
from blueprint.ui.listening import listen
from blueprint.ui.panels.density import DensityPicture
from blueprint.ui.panels.evidence_chips import EvidenceChips
from blueprint.ui.panels.form import FieldRow, GroupForm
from blueprint.ui.panels.persona_chips import PersonaChips
from blueprint.ui.panels.subject import Kind, Subject, subject
from blueprint.ui.panels.swatch import swatch
from blueprint.ui.session import Session
from blueprint.ui.sizing import finest, px
from blueprint.ui.theming import LOOK
from blueprint.ui.widgets.labels import icon_button, label
from blueprint.ui.words import WORDS, plain

_GROUPS: Final[dict[Kind, tuple[Group, ...]]] = {
    Kind.DOCUMENT: DOCUMENT_GROUPS,
    Kind.STEP: ACTION_GROUPS,
    Kind.REMARK: REMARK_GROUPS,
    Kind.NOTE: STICKY_GROUPS,
    Kind.FLOW: FLOW_GROUPS,
    Kind.LANE: LANE_GROUPS,
    Kind.COLUMN: COLUMN_GROUPS,
    Kind.PHASE: PHASE_GROUPS,
    Kind.MIXED: (),
}
_NAMED: Final = {Kind.STEP: LABEL, Kind.REMARK: LABEL, Kind.DOCUMENT: TITLE}
"""The field at the top, in large letters."""


class Page(QWidget):
    """The form for one kind of thing."""

    def __init__(self, kind: Kind, session: Session) -> None:
        super().__init__()
        self._session = session
        self.form = GroupForm(_GROUPS[kind], session, first_ruled=kind in _NAMED)
        self.name: FieldRow | None = None
        self.chips: EvidenceChips | None = None
        self.density: DensityPicture | None = None
        self.personas: PersonaChips | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if kind in _NAMED:
            column.addWidget(self._name_box(_NAMED[kind]))
        if kind is Kind.STEP:
            self._insert_chips()
            self._insert_density()
        if kind is Kind.DOCUMENT:
            self.personas = PersonaChips(session)
            place = self.form.column.indexOf(self.form.boxes["sheet"])
            self.form.column.insertWidget(place, self.personas)
        column.addWidget(self.form, 1)

    def _name_box(self, field: Field) -> QWidget:
        self.name = FieldRow(field, self._session, {}, labelled=False)
        self.name.editor.widget.setProperty("look", "name")
        box = QWidget()
        row = QVBoxLayout(box)
        row.setContentsMargins(14, 0, 14, 12)
        row.addWidget(self.name)
        return box

    def _insert_chips(self) -> None:
        self.chips = EvidenceChips(self._session)
        place = self.form.column.indexOf(self.form.boxes["resource"])
        self.form.column.insertWidget(place, self.chips)

    def _insert_density(self) -> None:
        self.density = DensityPicture()
        row = self.form.row("spread")
        assert row is not None
        column = self.form.boxes["time"].column
        column.insertWidget(column.indexOf(row) + 1, self.density)

    def show_ids(self, ids: tuple[str, ...]) -> None:
        document = self._session.document
        if self.name:
            self.name.show_ids(document, ids)
        self.form.show_ids(document, ids)
        if self.personas:
            self.personas.show_document(document)
        step = document.get(ids[0], Step) if len(ids) == 1 else None
        if self.chips:
            self.chips.setVisible(step is not None)
            self.chips.show_step(step)
        if self.density:
            self.density.show_step(step)


class Inspector(QFrame):
    """`menu` fills the menu of what is selected, the same commands as its context menu."""

    def __init__(self, session: Session, menu: Callable[[QMenu], object]) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self._session = session
        self._fill_menu = menu
        self._pages: dict[Kind, Page] = {}
        self._swatch = QLabel()
        self._title = label("", "panel")
        self._where = label("", "faint")
        self._stack = QWidget()
        self._column = QVBoxLayout(self._stack)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: Page | None = None
        self._arrange()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        for signal in (session.selection_changed, session.document_replaced):
            listen(self, signal, self._timer.start)
        listen(self, session.document_changed, lambda _change, _moved: self._timer.start())
        listen(self, WORDS.changed, self.refresh)
        listen(self, LOOK.changed, self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(px(268), 600)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 8, 8)
        head.setSpacing(6)
        head.addWidget(self._swatch)
        head.addWidget(self._title)
        self._where.setMinimumWidth(10)
        head.addWidget(self._where, 1)
        self._more: QToolButton = icon_button("more", message("More"), self._show_menu, 28)
        head.addWidget(self._more)
        column.addLayout(head)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._stack)
        column.addWidget(scroll, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def refresh(self) -> None:
        """Show the fields of what is selected now."""
        found = subject(self._session.document, self._session.selection)
        self._show_head(found)
        page = self._page(found.kind)
        page.show_ids(found.ids)
        if page is not self._shown:
            if self._shown:
                self._shown.hide()
            page.show()
            self._shown = page

    def field(self, key: str) -> FieldRow | None:
        """The row of a field on the page in sight, to be focused or read."""
        page = self._shown
        if page is None:
            return None
        if page.name and page.name.field.key == key:
            return page.name
        return page.form.row(key)

    def bring_into_view(self, row: FieldRow) -> None:
        """Scroll until a field is in sight."""
        self._scroll.ensureWidgetVisible(row)

    def _page(self, kind: Kind) -> Page:
        if kind not in self._pages:
            self._pages[kind] = Page(kind, self._session)
            self._column.addWidget(self._pages[kind])
            self._pages[kind].hide()
        return self._pages[kind]

    def _show_head(self, found: Subject) -> None:
        self._title.setText(_words(found.title))
        self._where.setProperty("whole", _words(found.where))
        self._where.setToolTip(plain(_words(found.where)))
        self._elide()
        self._swatch.setVisible(found.role is not None)
        if isinstance(found.role, LaneRole):
            self._swatch.setPixmap(swatch(found.role, LOOK.theme.name, finest()))
        self._more.setVisible(found.kind is not Kind.DOCUMENT)

    def _elide(self) -> None:
        whole = str(self._where.property("whole") or "")
        room = self.width() - self._title.sizeHint().width() - 90
        metrics = self._where.fontMetrics()
        self._where.setText(metrics.elidedText(whole, Qt.TextElideMode.ElideRight, max(40, room)))

    def _show_menu(self) -> None:
        menu = QMenu(self)
        self._fill_menu(menu)
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        menu.deleteLater()


def _words(what: Message | str) -> str:
    return tr(what) if isinstance(what, Message) else what
