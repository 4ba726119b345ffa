"""A lane of a role is there: `lane: onstage technology`."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.i18n import message
from blueprint.lessons.check_kind import CheckKind, Verdict
from blueprint.lessons.fields import Fields
from blueprint.lessons.selector import listed, read_role
from blueprint.lessons.work import Work
from blueprint.model.notation import LaneRole
from blueprint.model.terms import ROLE_TITLES


@dataclass(frozen=True, slots=True)
class LaneThere:
    roles: tuple[LaneRole, ...]

    def judge(self, work: Work) -> Verdict:
        there = {lane.role for lane in work.document.lanes}
        missing = [role for role in self.roles if role not in there]
        wanted = len(self.roles) if len(self.roles) > 1 else 0
        done = len(self.roles) - len(missing) if wanted else 0
        if not missing:
            return Verdict(done=done, wanted=wanted)
        why = message(
            "There is no lane “{lane}” yet. Insert one from the menu Insert.",
            lane=ROLE_TITLES[missing[0]],
        )
        return Verdict(why, done=done, wanted=wanted)


def _read(fields: Fields) -> LaneThere:
    line = fields.line_of("lane")
    return LaneThere(tuple(read_role(line, word) for word in listed(line, fields.needed("lane"))))


KIND = CheckKind("lane", _read)
