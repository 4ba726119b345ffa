"""A rule: one file, one constant, one thing that a sound blueprint keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from blueprint.i18n import Message
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.notation import LaneRole, StepKind
from blueprint.rules.finding import Finding

Severity = Literal["error", "warning", "hint"]
Scope = Literal["step", "column", "flow", "graph", "document"]

Check = Callable[..., Iterable[Finding]]
"""(Survey, Step), (Survey, Column), (Survey, Flow) or (Survey), as the rule's scope says."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One act that removes a finding; `name` says what it does."""

    name: Message
    make: Callable[[Document, Finding], Change]


@dataclass(frozen=True, slots=True)
class Rule:
    """`scope` says what the check looks at, and so when it must run again.

    A step's check sees the step, the lane and kind of what else stands in its columns, its
    flows and the steps at their other ends; a column's the steps that stand in it; a flow's its
    two steps. A graph's or document's check sees everything and runs in the background after an
    edit.

    `lanes` and `kinds` narrow a rule of steps, `joins` (roles at the source and at the target) a
    rule of flows: the check is asked about no others.
    """

    id: str
    slug: str
    severity: Severity
    scope: Scope
    title: Message
    why: Message
    hint: Message
    check: Check
    fix: Fix | None = None
    lanes: frozenset[LaneRole] | None = None
    kinds: frozenset[StepKind] | None = None
    joins: frozenset[tuple[LaneRole, LaneRole]] | None = None

    def finding(
        self,
        message: Message,
        *,
        steps: Iterable[str] = (),
        flows: Iterable[str] = (),
        severity: Severity | None = None,
        why: Message | None = None,
        hint: Message | None = None,
        fixable: bool | None = None,
    ) -> Finding:
        """A finding of this rule; what is given replaces what the rule says of all of them."""
        return Finding(
            self.id,
            severity or self.severity,
            tuple(steps),
            tuple(flows),
            message,
            why or self.why,
            hint or self.hint,
            self.fix is not None if fixable is None else fixable,
        )
