"""The service package has four parts, and a blueprint names each."""

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
        (message("supporting facility"), properties.supporting_facility),
        (message("facilitating goods"), properties.facilitating_goods),
        (message("explicit service"), properties.explicit_service),
        (message("implicit service"), properties.implicit_service),
    )
    missing = [name for name, text in parts if not text.strip()]
    if missing:
        yield RULE.finding(message("The service package lacks: {parts}.", parts=listed(missing)))


RULE = Rule(
    id="SB064",
    slug="service-package-is-incomplete",
    severity="hint",
    scope="document",
    title=message("The service package is complete"),
    why=message("The steps tell how the service is given; the package tells what is given."),
    hint=message("Fill in the missing parts under the document's properties."),
    check=check,
)
