"""The longest path keeps within the time that is promised."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.i18n import message
from blueprint.model.units import duration_message
from blueprint.rules.figures import times_of
from blueprint.rules.finding import Finding
from blueprint.rules.rule import Rule
from blueprint.rules.survey import Survey


def check(survey: Survey) -> Iterator[Finding]:
    promised = survey.document.properties.promise_seconds
    times = None if promised is None else times_of(survey)
    if promised is None or times is None or times.standard <= promised + 1e-9:
        return
    timed = [id for id in times.critical_steps if survey.document.step(id).duration]
    yield RULE.finding(
        message(
            "Standard times add to {standard}; {promised} is promised.",
            standard=duration_message(times.standard),
            promised=duration_message(promised),
        ),
        steps=timed,
    )


RULE = Rule(
    id="SB042",
    slug="promise-is-broken",
    severity="error",
    scope="graph",
    title=message("The promise is kept when all goes well"),
    why=message("Even the service that nothing delays takes longer than was promised."),
    hint=message("Shorten the steps of the longest path, do some at once, or promise less."),
    check=check,
)
