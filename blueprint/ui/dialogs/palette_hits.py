"""What the command palette finds: actions, and what the blueprint holds, by any words of theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtGui import QIcon, QKeySequence

from blueprint.i18n import message, tr
from blueprint.model.terms import ROLE_TITLES
from blueprint.rules.finding import Finding
from blueprint.ui.actions.action import Action
from blueprint.ui.badges import badge
from blueprint.ui.panels.swatch import swatch_icon
from blueprint.ui.portraits import portrait_icon
from blueprint.ui.session import Session

MOST: Final = 40
"""Rows shown at once: more are no use to anyone."""
WORST: Final = 9


class Hit(NamedTuple):
    """One row: what it says, what stands at its right, and what choosing it does."""

    text: str
    aside: str
    icon: QIcon | None
    run: Callable[[], object]


def actions_found(actions: Iterable[Action], typed: str, run: Callable[[str], object]) -> list[Hit]:
    """Actions by their name in the window's language or in English, the best match first.

    Those whose hint alone holds what was typed follow.
    """
    ranked: list[tuple[int, Hit]] = []
    for action in actions:
        text = tr(action.text)
        rank = min(_rank(text, typed), _rank(action.text.text, typed), _rank_of_hint(action, typed))
        if rank < WORST:
            shortcut = QKeySequence(action.shortcut)
            keys = action.key or shortcut.toString(QKeySequence.SequenceFormat.NativeText)
            ranked.append((rank, Hit(text, keys, None, partial(run, action.id))))
    return [hit for _, hit in sorted(ranked, key=lambda pair: pair[0])]


def things_found(session: Session, typed: str, open_persona: Callable[[str], object]) -> list[Hit]:
    """Steps, lanes, phases, personas and problems whose texts hold every word that was typed."""
    found = (
        *_steps(session, typed),
        *_bands(session, typed),
        *_personas(session, typed, open_persona),
        *_problems(session, typed),
    )
    return sorted(found, key=lambda hit: _rank(hit.text, typed))


def _rank(text: str, typed: str) -> int:
    """How well `text` answers: 0 begins with it, 1 holds it, 2 holds its words, WORST none."""
    text, typed = text.lower(), typed.lower()
    if text.startswith(typed):
        return 0
    if typed in text:
        return 1
    return 2 if all(word in text for word in typed.split()) else WORST


def _rank_of_hint(action: Action, typed: str) -> int:
    """Behind every name: 3 for a hint with what was typed, WORST for any other."""
    words = () if action.hint is None else (tr(action.hint), action.hint.text)
    return 3 if any(_rank(text, typed) < WORST for text in words) else WORST


def _steps(session: Session, typed: str) -> Iterator[Hit]:
    document = session.document
    for step in document.steps.values():
        if _rank(f"{step.label}\n{step.owner}\n{step.description}", typed) < WORST:
            role = document.lane(step.lane).role
            yield Hit(
                " ".join(step.label.split()),
                step.owner or tr(ROLE_TITLES[role]),
                swatch_icon(role),
                partial(_go, session, (step.id,)),
            )


def _bands(session: Session, typed: str) -> Iterator[Hit]:
    for lane in session.document.lanes:
        title = lane.title or tr(ROLE_TITLES[lane.role])
        if _rank(title, typed) < WORST:
            icon = swatch_icon(lane.role)
            yield Hit(title, tr(message("Lane")), icon, partial(_go, session, (lane.id,)))
    for phase in session.document.phases.values():
        if _rank(phase.title, typed) < WORST:
            yield Hit(phase.title, tr(message("Phase")), None, partial(_go, session, (phase.id,)))


def _personas(session: Session, typed: str, open_persona: Callable[[str], object]) -> Iterator[Hit]:
    document = session.document
    for persona in document.personas:
        if _rank(f"{persona.name}\n{persona.role}\n{persona.description}", typed) < WORST:
            icon = portrait_icon(document, persona, 16)
            run = partial(open_persona, persona.id)
            yield Hit(persona.name, tr(message("Persona")), icon, run)


def _problems(session: Session, typed: str) -> Iterator[Hit]:
    for finding in session.findings:
        text = tr(finding.message)
        if _rank(f"{finding.rule} {text}", typed) < WORST:
            yield Hit(text, finding.rule, badge(finding.severity), partial(_show, session, finding))


def _show(session: Session, finding: Finding) -> None:
    _go(session, (*finding.steps, *finding.flows))


def _go(session: Session, ids: tuple[str, ...]) -> None:
    session.select(ids)
    session.reveal(ids)
