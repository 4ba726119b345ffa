"""Each of some steps has something, stands somewhere or is linked: `each: …`, `has: owner`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from blueprint.i18n import Message, message
from blueprint.lessons.check_kind import CheckKind, Verdict
from blueprint.lessons.features import FEATURES, feature_named
from blueprint.lessons.fields import Fields
from blueprint.lessons.selector import Selector, listed, read_roles
from blueprint.lessons.work import Work
from blueprint.lessons.wrong import Wrong
from blueprint.model.entities import Step
from blueprint.model.notation import LaneRole
from blueprint.model.terms import ROLE_TITLES


@dataclass(frozen=True, slots=True)
class Each:
    """`least` is how many steps must satisfy it; None: all of them, and at least one."""

    of: Selector
    stands: frozenset[LaneRole] = frozenset()
    features: tuple[str, ...] = ()
    linked: Selector | None = None
    least: int | None = None

    def judge(self, work: Work) -> Verdict:
        if self.of.names and self.least is None:
            return self._judge_names(work)
        found = self.of.steps(work)
        failing = [step for step in found if self._lack(work, step)]
        done = len(found) - len(failing)
        wanted = len(found) if self.least is None else self.least
        if done >= wanted and found:
            return Verdict(done=min(done, wanted), wanted=wanted)
        if not found or (self.least is not None and not failing):
            what = message("There is no such step yet. Add it first.")
            return Verdict(what, done=done, wanted=max(1, wanted))
        return Verdict(self._lack(work, failing[0]), _ids(failing), done, wanted)

    def _judge_names(self, work: Work) -> Verdict:
        """Each name must be borne by a step, and each step that bears one must satisfy it."""
        named = self.of.by_name(work)
        failing = [step for _, found in named for step in found if self._lack(work, step)]
        missing = [name for name, found in named if not found]
        done = sum(
            bool(found) and not any(self._lack(work, step) for step in found) for _, found in named
        )
        if failing:
            return Verdict(self._lack(work, failing[0]), _ids(failing), done, len(named))
        if missing:
            why = message("No step is called “{name}”. Add it, or name one so.", name=missing[0])
            return Verdict(why, (), done, len(named))
        return Verdict(done=done, wanted=len(named))

    def _lack(self, work: Work, step: Step) -> Message | None:
        """What a step lacks, if anything."""
        if self.stands and work.role(step) not in self.stands:
            return _misplaced(step, work.role(step))
        for name in self.features:
            if not FEATURES[name].holds(work, step):
                return message(FEATURES[name].lacking.text, card=step.label)
        if self.linked is not None:
            others = work.survey.neighbours(step.id)
            if not any(self.linked.means(work, other) for other in others):
                return message("“{card}” is not connected to what it belongs to.", card=step.label)
        return None


def _misplaced(step: Step, role: LaneRole) -> Message:
    return message(
        "“{card}” stands in the lane “{lane}”, where it does not belong.",
        card=step.label,
        lane=ROLE_TITLES[role],
    )


def _ids(steps: Iterable[Step]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.id for step in steps))


def _read(fields: Fields) -> Each:
    of = fields.needed_selector("each")
    stands, has = fields.given("stands"), fields.given("has")
    linked = fields.selector("linked to")
    if stands is None and has is None and linked is None:
        raise Wrong(
            fields.line,
            message("Say what each of them does: “stands: …”, “has: …” or “linked to: …”."),
        )
    line = fields.line_of("has")
    return Each(
        of,
        frozenset() if stands is None else read_roles(fields.line_of("stands"), stands),
        () if has is None else tuple(feature_named(line, word) for word in listed(line, has)),
        linked,
        fields.number("at least"),
    )


KIND = CheckKind("each", _read)
