"""A blueprint says for whom it holds and as of when."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.rules.finding import Finding
from blueprint.rules.names import listed
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    properties = survey.document.properties
    parts = (
        (message("customer segment"), properties.segment),
        (message("scenario"), properties.scenario),
        (message("version"), properties.version),
        (message("date"), properties.date),
    )
    missing = [name for name, text in parts if not text.strip()]
    if missing:
        yield RULE.finding(message("Not filled in yet: {parts}.", parts=listed(missing)))


RULE = Rule(
    id="SB063",
    slug="setting-is-missing",
    severity="hint",
    scope="document",
    title=message("Customer segment, scenario, version and date are filled in"),
    why=message("A blueprint holds for one kind of customer in one situation at one time."),
    hint=message("Fill them in under the document's properties."),
    check=check,
)
