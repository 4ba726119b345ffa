"""The menu of what can be done about the problems of the selection: fix, ignore, weigh anew."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, cast

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from blueprint.i18n import Message, message, tr
from blueprint.model.edits.properties import dismiss, set_severity
from blueprint.model.entities import Severity
from blueprint.rules import Finding, fix
from blueprint.rules.runner import fix_name
from blueprint.ui.canvas.canvas import CanvasView
from blueprint.ui.canvas.places import around
from blueprint.ui.session import Session
from blueprint.ui.words import plain

MOST: Final = 8
"""Problems that one menu shows."""
WIDEST: Final = 70
"""Characters of a problem's text."""
SEVERITIES: Final[tuple[tuple[Severity | None, Message], ...]] = (
    (None, message("As the rule has it")),
    ("error", message("Error")),
    ("warning", message("Warning")),
    ("hint", message("Advice")),
    ("off", message("Off")),
)


def problems_of_selection(session: Session) -> list[Finding]:
    """The findings about what is selected; all of them while nothing is."""
    chosen = set(session.selection)
    return [
        found for found in session.findings if not chosen or chosen & {*found.steps, *found.flows}
    ]


def open_quick_fixes(session: Session, canvas: CanvasView) -> QMenu | None:
    """Open the menu beside what is selected; None, with a word, if nothing is wrong there."""
    session.check_now()
    findings = problems_of_selection(session)
    if not findings:
        session.announce(message("No rule finds anything wrong here."))
        return None
    menu = QMenu(canvas)
    menu.setToolTipsVisible(True)
    fill_quick_fixes(menu, session, findings[:MOST])
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(canvas.viewport().mapToGlobal(_place(session, canvas)))
    menu.setActiveAction(next(act for act in menu.actions() if act.isEnabled()))
    return menu


def _place(session: Session, canvas: CanvasView) -> QPoint:
    box = around(session.layout, session.selection)
    if box is None:
        return QPoint(80, 60)
    at = canvas.view_of(box).to_screen(box.x, box.bottom)
    return QPoint(
        max(0, min(round(at.x), canvas.width() - 60)), max(0, min(round(at.y), canvas.height()))
    )


def fill_quick_fixes(menu: QMenu, session: Session, findings: Sequence[Finding]) -> None:
    """For each problem what is wrong, and below it what can be done."""
    for place, finding in enumerate(findings):
        if place:
            menu.addSeparator()
        words = tr(finding.message)
        shown = words if len(words) <= WIDEST else words[: WIDEST - 1] + "…"
        head = menu.addAction(f"{finding.rule}  {shown}".replace("&", "&&"))
        head.setEnabled(False)
        head.setToolTip(plain(f"{tr(finding.why)}\n{tr(finding.hint)}"))
        if finding.fixable:
            name = tr(fix_name(finding)).replace("&", "&&")
            menu.addAction(name, partial(_fix, session, finding))
        menu.addAction(tr(message("Ignore…")), partial(_ignore, session, finding, menu.parent()))
        add_severities(menu, session, finding.rule)


def add_severities(menu: QMenu, session: Session, rule: str) -> QMenu:
    """A menu that weighs a rule for this document alone."""
    own = session.document.properties.severities.get(rule)
    weights = menu.addMenu(tr(message("Severity of {rule} in this blueprint", rule=rule)))
    for severity, title in SEVERITIES:
        chosen = weights.addAction(tr(title), partial(_weigh, session, rule, severity))
        chosen.setCheckable(True)
        chosen.setChecked(severity == own)
    return weights


def _fix(session: Session, finding: Finding) -> None:
    session.attempt(lambda: fix(session.document, finding))
    session.check_now()


def _weigh(session: Session, rule: str, severity: Severity | None) -> None:
    session.attempt(lambda: set_severity(session.document, rule, severity))
    session.check_now()


def _ignore(session: Session, finding: Finding, host: object) -> None:
    reason, given = QInputDialog.getText(
        cast(QWidget, host),
        tr(message("Ignore problem")),
        tr(message("Why is this no problem here?")),
    )
    if given and reason.strip():
        session.attempt(
            lambda: dismiss(session.document, finding.rule, finding.subjects, reason.strip())
        )
        session.check_now()
