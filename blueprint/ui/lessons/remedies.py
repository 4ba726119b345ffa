"""Where in the inspector a check that is not passed can be put right."""

from __future__ import annotations

from typing import Final

from blueprint.lessons.checks.each import Each
from blueprint.lessons.checks.property import PROPERTIES, PropertySaid
from blueprint.lessons.marking import Mark

_FIELDS: Final = {
    "failure": "fail.what",
    "prevention": "fail.prevention",
    "recovery": "fail.recovery",
    "probability": "fail.probability",
    "severity": "fail.severity",
    "wait time": "wait.expected",
    "time": "duration",
    "tolerance": "tolerance",
    "owner": "owner",
    "resource": "resource",
    "cost": "cost",
    "price": "price",
    "channel": "channel",
    "emotion": "emotion",
    "description": "description",
    "latitude": "latitude",
}
"""Fields of the inspector by the feature that they give to a step."""


def property_field(found: Mark) -> str:
    """The field of the blueprint's properties that a check asks for, "" if it asks for none."""
    asks = found.check.asks
    return PROPERTIES[asks.name][0] if isinstance(asks, PropertySaid) else ""


def step_field(found: Mark) -> str:
    """The field of a step that a check asks for, "" if it asks for none or for no step."""
    asks = found.check.asks
    if not isinstance(asks, Each) or not found.verdict.steps:
        return ""
    return next((_FIELDS[name] for name in asks.features if name in _FIELDS), "")
