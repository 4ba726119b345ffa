"""Flows by which a customer meets the firm face to face."""

from __future__ import annotations

from blueprint.i18n import Message
from blueprint.model.entities import Flow
from blueprint.model.notation import StepKind
from blueprint.model.reading.roles import is_remote
from blueprint.rules.names import named
from blueprint.rules.survey import Survey


def named_meeting(survey: Survey, flow: Flow) -> tuple[Message, Message] | None:
    """The names of a flow's source and target; None where they meet by a remote channel.

    Evidence meets nobody.
    """
    source, target = survey.ends(flow)
    if is_remote(source) or is_remote(target) or StepKind.EVIDENCE in (source.kind, target.kind):
        return None
    return named(source), named(target)
