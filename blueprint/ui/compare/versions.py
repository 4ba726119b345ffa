"""The two versions that are compared, and all that follows from them."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.i18n import Message, current_language, message, tr
from blueprint.measures.deltas import Shown, deltas, shown
from blueprint.model.comparison.matching import Comparison, Difference, compare
from blueprint.model.comparison.overlay import Overlaid, marks_of, overlaid
from blueprint.model.comparison.telling import Told, told
from blueprint.model.document import Document
from blueprint.rules import Finding
from blueprint.rules.runner import review, rule

COUNTERPARTS = "SB067"
"""The rule that a comparison lets judge."""

STATES: dict[str, Message] = {"as-is": message("As-is"), "to-be": message("To-be")}


@dataclass(frozen=True, slots=True)
class Versions:
    """The old version and the new one, each with a name of its own."""

    old: Document
    new: Document
    old_name: str
    new_name: str
    comparison: Comparison
    overlay: Overlaid
    differences: tuple[Told, ...]

    def marks(self, *, old: bool) -> dict[str, Difference]:
        return marks_of(self.comparison, old=old)

    def metrics(self) -> list[Shown]:
        """The figures of both in the language of the window."""
        language, currency = current_language(), self.new.properties.currency
        return [shown(delta, language, currency) for delta in deltas(self.old, self.new)]

    def unplanned(self) -> tuple[Finding, ...]:
        """Steps of the new version without a counterpart, unless set aside."""
        return review(self.new, [rule(COUNTERPARTS)], as_is=self.old).findings

    @property
    def states_differ(self) -> bool:
        """Whether one is as-is and the other to-be."""
        return {self.old.properties.state, self.new.properties.state} == set(STATES)

    @property
    def heads(self) -> tuple[str, str]:
        """Short names for the columns of a table."""
        if self.states_differ:
            old, new = self.old.properties.state, self.new.properties.state
            return tr(STATES[old]), tr(STATES[new])
        return tr(message("Before")), tr(message("After"))


def versions(
    opened: Document, other: Document, names: tuple[str, str], *, swapped: bool
) -> Versions:
    """The open document beside another, `names` in that order.

    The other one is the old version, unless the states of the two say otherwise.
    """
    pair = [(other, names[1]), (opened, names[0])]
    backwards = opened.properties.state == "as-is" and other.properties.state == "to-be"
    if backwards != swapped:
        pair.reverse()
    (old, old_name), (new, new_name) = pair
    comparison = compare(old, new)
    return Versions(
        old,
        new,
        old_name,
        new_name,
        comparison,
        overlaid(old, new, comparison),
        told(old, new, comparison),
    )
