"""A rule: one file, one constant, one thing that a sound blueprint keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from blueprint.i18n import Message
from blueprint.model.change import Change
from blueprint.model.document import Document
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

    A step's check sees the step, what else stands in its columns, its flows and the steps at
    their other ends; a column's the steps that stand in it; a flow's its two steps. A graph's
    or document's check sees everything and runs in the background after an edit.
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

    def finding(
        self,
        message: Message,
        *,
        steps: Iterable[str] = (),
        flows: Iterable[str] = (),
        **other: Any,
    ) -> Finding:
        """A finding of this rule; `other` replaces its severity, why, hint or fixable."""
        fields: dict[str, Any] = {
            "severity": self.severity,
            "why": self.why,
            "hint": self.hint,
            "fixable": self.fix is not None,
        }
        return Finding(
            rule=self.id, steps=tuple(steps), flows=tuple(flows), message=message, **fields | other
        )
