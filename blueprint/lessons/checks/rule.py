"""The program's own rules find nothing: `rule: SB020`."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.lessons.check_kind import CheckKind, Verdict
from blueprint.lessons.fields import Fields
from blueprint.lessons.selector import Selector, listed
from blueprint.lessons.work import Work
from blueprint.lessons.wrong import Wrong, unknown
from blueprint.rules.runner import rules


@dataclass(frozen=True, slots=True)
class RuleKept:
    """`of` narrows it to findings that name one of these steps."""

    rules: tuple[str, ...]
    of: Selector | None

    def judge(self, work: Work) -> Verdict:
        about = None if self.of is None else {step.id for step in self.of.steps(work)}
        found = [
            finding
            for finding in work.findings
            if finding.rule in self.rules and (about is None or not about.isdisjoint(finding.steps))
        ]
        if not found:
            return Verdict()
        return Verdict(found[0].message, tuple(id for each in found for id in each.steps))


def _read(fields: Fields) -> RuleKept:
    line = fields.line_of("rule")
    known = {rule.id for rule in rules()}
    chosen = tuple(word.upper() for word in listed(line, fields.needed("rule")))
    for word in chosen:
        if word not in known:
            raise Wrong(line, unknown(word, sorted(known)))
    return RuleKept(chosen, fields.selector("of"))


KIND = CheckKind("rule", _read)
