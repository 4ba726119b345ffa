"""What a sound blueprint is: one rule, one file, and the runner that asks them."""

from blueprint.rules.checker import Checker
from blueprint.rules.finding import Finding, finding_as_json
from blueprint.rules.rule import Fix, Rule
from blueprint.rules.runner import (
    Dismissed,
    Review,
    check,
    fix,
    fix_name,
    review,
    rules,
)

__all__ = [
    "Checker",
    "Dismissed",
    "Finding",
    "Fix",
    "Review",
    "Rule",
    "check",
    "finding_as_json",
    "fix",
    "fix_name",
    "review",
    "rules",
]
