"""The service still pays when it takes as long as customers accept."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.units import duration_message, show_money
from blueprint.rules.figures import money_of, times_of
from blueprint.rules.finding import Finding
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    money = money_of(survey)
    times = None if money is None else times_of(survey)
    if money is None or times is None:
        return
    profit = money.profit(times.tolerance)
    if profit < -1e-9:
        properties = survey.document.properties
        yield RULE.finding(
            message(
                "At the acceptable time of {time} each execution loses {amount}.",
                time=duration_message(times.tolerance),
                amount=show_money(-profit, properties.currency, properties.language),
            )
        )


RULE = Rule(
    id="SB044",
    slug="loses-money",
    severity="warning",
    scope="graph",
    title=message("The service pays even when it is slow"),
    why=message("Customers would accept this time, but the firm pays for it."),
    hint=message("Raise the price, lower the cost, or keep closer to the standard time."),
    check=check,
)
