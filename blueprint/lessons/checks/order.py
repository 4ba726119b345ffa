"""Steps come one after the other: `order: Arrives, Orders, Pays`."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.i18n import message
from blueprint.lessons.check_kind import CheckKind, Verdict
from blueprint.lessons.fields import Fields
from blueprint.lessons.selector import Selector, listed, read_roles
from blueprint.lessons.work import Work
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole


@dataclass(frozen=True, slots=True)
class Order:
    """Each name is borne by a step that stands in a later column than the one before.

    `roles`: where they stand; empty: in any lane of actions.
    """

    names: tuple[str, ...]
    roles: frozenset[LaneRole] = frozenset()

    def judge(self, work: Work) -> Verdict:
        place = work.survey.columns.place
        wanted, at = len(self.names), -1
        last: Step | None = None
        for done, name in enumerate(self.names):
            called = Selector(self.roles, names=(name,)).steps(work)
            if not called:
                why = message("No step is called “{name}”. Add it, or name one so.", name=name)
                return Verdict(why, done=done, wanted=wanted)
            later = [step for step in called if place[step.column] > at]
            if not later:
                why = message(
                    "“{card}” should come after “{other}”.",
                    card=called[0].label,
                    other=last.label if last else "",
                )
                return Verdict(why, (called[0].id,), done, wanted)
            last, at = later[0], place[later[0].column]
        return Verdict(done=wanted, wanted=wanted)


def _read(fields: Fields) -> Order:
    names = listed(fields.line_of("order"), fields.needed("order"))
    roles = fields.given("in")
    return Order(names, frozenset() if roles is None else read_roles(fields.line_of("in"), roles))


KIND = CheckKind("order", _read)
