"""Customer and support meet through somebody: support never deals with a customer by itself."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.entities import Flow
from blueprint.model.notation import LaneRole
from blueprint.rules.finding import Finding
from blueprint.rules.fixes.contact import insert_contact_step
from blueprint.rules.meetings import named_meeting
from blueprint.rules.rule import Fix, Rule
from blueprint.rules.survey import Survey


def check(survey: Survey, flow: Flow) -> Iterator[Finding]:
    if names := named_meeting(survey, flow):
        source, target = names
        yield RULE.finding(
            message(
                "{source} and {target} are joined with no contact person or technology between.",
                source=source,
                target=target,
            ),
            steps=(flow.source, flow.target),
            flows=(flow.id,),
        )


RULE = Rule(
    id="SB010",
    slug="contact-is-skipped",
    severity="error",
    scope="flow",
    title=message("Customers meet support through a contact lane"),
    why=message("Support is behind the line of internal interaction; somebody stands between."),
    hint=message(
        "Add the onstage or backstage step between, or name a remote channel such as phone or web."
    ),
    check=check,
    joins=frozenset({(LaneRole.CUSTOMER, LaneRole.SUPPORT), (LaneRole.SUPPORT, LaneRole.CUSTOMER)}),
    fix=Fix(message("insert a contact step"), insert_contact_step),
)
