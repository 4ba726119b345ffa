"""One blueprint tells one story: with more than fifteen customer actions it tells several."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.finding import Finding
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey

_MOST = 15


def check(survey: Survey) -> Iterator[Finding]:
    count = len(survey.customer_actions)
    if count > _MOST:
        yield RULE.finding(message("There are {count} customer actions.", count=count))


RULE = Rule(
    id="SB062",
    slug="too-many-customer-actions",
    severity="hint",
    scope="document",
    title=message("At most fifteen customer actions"),
    why=message("Beyond that, readers lose the thread and the print becomes too small."),
    hint=message("Split it: one blueprint for the whole, and one for each part that matters."),
    check=check,
)
