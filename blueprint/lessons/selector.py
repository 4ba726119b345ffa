"""Which steps a check is about: by lane, kind, words of the name, and what they have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from blueprint.i18n import message
from blueprint.lessons.features import FEATURES, feature_named
from blueprint.lessons.vocabulary import CLAUSES, plain
from blueprint.lessons.work import Work
from blueprint.lessons.wrong import Wrong, unknown
from blueprint.model.entities import Step
from blueprint.model.notation import ABOVE_VISIBILITY, LaneRole, StepKind
from blueprint.model.reading.roles import OFF_THE_PATH
from blueprint.storage.table.roles import role_named
from blueprint.storage.table.words import kind_word

ABOVE: Final = ABOVE_VISIBILITY | {LaneRole.EVIDENCE}
BELOW: Final = frozenset(
    {LaneRole.BACKSTAGE, LaneRole.SUPPORT, LaneRole.PREPARATION, LaneRole.MANAGEMENT}
)
SIDES: Final = {"above visibility": ABOVE, "below visibility": BELOW}
_KINDS: Final = {
    plain(word): kind
    for kind in StepKind
    for word in (kind_word(kind, "en"), kind_word(kind, "zh_CN"))
}


@dataclass(frozen=True, slots=True)
class Selector:
    """Steps that satisfy every part that says something. `names` are alternatives.

    Where only names are said, evidence and remarks are not meant.
    """

    roles: frozenset[LaneRole] = frozenset()
    kinds: frozenset[StepKind] = frozenset()
    names: tuple[str, ...] = ()
    features: tuple[str, ...] = ()

    def steps(self, work: Work) -> list[Step]:
        """The steps that are meant, from left to right and from top to bottom."""
        return [step for step in work.steps if self.means(work, step)]

    def means(self, work: Work, step: Step) -> bool:
        if self.names and not any(step.id in work.called(name) for name in self.names):
            return False
        return self._means_unnamed(work, step)

    def _means_unnamed(self, work: Work, step: Step) -> bool:
        role = work.role(step)
        if self.roles and role not in self.roles:
            return False
        if self.names and not self.roles and not self.kinds and role in OFF_THE_PATH:
            return False
        if self.kinds and step.kind not in self.kinds:
            return False
        return all(FEATURES[name].holds(work, step) for name in self.features)

    def by_name(self, work: Work) -> list[tuple[str, list[Step]]]:
        """For each name the steps that bear it."""
        found = [step for step in work.steps if self._means_unnamed(work, step)]
        return [
            (name, [step for step in found if step.id in work.called(name)]) for name in self.names
        ]


def read_selector(line: int, text: str) -> Selector:
    """The selection that a line describes: parts with “;” between them. Raises Wrong."""
    roles: frozenset[LaneRole] = frozenset()
    kinds: frozenset[StepKind] = frozenset()
    names: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    for part in filter(None, map(str.strip, re.split("[;；]", text))):
        clause, rest = _clause(line, part)
        if clause in SIDES:
            roles = SIDES[clause]
        elif clause == "in":
            roles = read_roles(line, rest)
        elif clause == "kind":
            kinds = frozenset(_kind(line, each) for each in listed(line, rest))
        elif clause == "named":
            names = listed(line, rest)
        else:
            features = tuple(feature_named(line, each) for each in listed(line, rest))
    return Selector(roles, kinds, names, features)


def _clause(line: int, part: str) -> tuple[str, str]:
    low = plain(part)
    for name, others in CLAUSES.items():
        for word in (name, *others):
            if low == word or low.startswith(word if not word.isascii() else word + " "):
                return name, part[len(word) :].strip()
    raise Wrong(
        line,
        message(
            "“{text}” chooses no steps. Begin with in, kind, named, with, above visibility or "
            "below visibility, and put “;” between.",
            text=part,
        ),
    )


def listed(line: int, text: str) -> tuple[str, ...]:
    """Alternatives with commas or “|” between them; one with a comma in it stands in quotes."""
    found = re.findall(r"[“\"]([^”\"]+)[”\"]|([^,，、|]+)", text)
    words = tuple(word for pair in found if (word := (pair[0] or pair[1]).strip()))
    if not words:
        raise Wrong(line, message("Nothing is named here. Write at least one word."))
    return words


def read_roles(line: int, text: str) -> frozenset[LaneRole]:
    """Lane roles, or a side of the line of visibility. Raises Wrong."""
    for side, roles in SIDES.items():
        if plain(text) in (side, *CLAUSES[side]):
            return roles
    return frozenset(read_role(line, each) for each in listed(line, text))


def read_role(line: int, text: str) -> LaneRole:
    role = role_named(text)
    if role is None:
        raise Wrong(line, unknown(text, [each.value.replace("_", " ") for each in LaneRole]))
    return role


def _kind(line: int, text: str) -> StepKind:
    kind = _KINDS.get(plain(text))
    if kind is None:
        raise Wrong(line, unknown(text, [each.value for each in StepKind]))
    return kind
