"""From the bytes of a `.blueprint` file to a sound document."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

import pydantic_core
from pydantic import BaseModel, ConfigDict, FailFast, ValidationError

from blueprint.collector import collector_off
from blueprint.i18n import Message, message
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.entities import (
    AnyEntity,
    Column,
    Comment,
    Dismissal,
    Flow,
    Image,
    Lane,
    Persona,
    Phase,
    Properties,
    Resource,
    Step,
)
from blueprint.storage.migrations import migrated
from blueprint.storage.outcome import Opened, Unreadable, unreadable
from blueprint.storage.recovery import Rescue, rescued_lines
from blueprint.storage.sections import FORMAT, VERSION

MOST_VALUES: Final = 3_000_000
"""How many values a file may hold; a blueprint of 10,000 steps has 150,000."""


class BlueprintFile(BaseModel):
    """A whole file of the current version.

    Validation ends with the first error: a file may have millions, and each would be kept.
    """

    model_config = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)

    format: Literal["service-blueprint"]
    version: Literal[2]
    properties: Properties = Properties()
    lanes: Annotated[list[Lane], FailFast()] = []
    phases: Annotated[list[Phase], FailFast()] = []
    columns: Annotated[list[Column], FailFast()] = []
    steps: Annotated[list[Step], FailFast()] = []
    flows: Annotated[list[Flow], FailFast()] = []
    resources: Annotated[list[Resource], FailFast()] = []
    images: Annotated[list[Image], FailFast()] = []
    personas: Annotated[list[Persona], FailFast()] = []
    comments: Annotated[list[Comment], FailFast()] = []
    dismissals: Annotated[list[Dismissal], FailFast()] = []

    def entities(self) -> list[AnyEntity]:
        """Everything in the file."""
        return [
            self.properties,
            *self.lanes,
            *self.phases,
            *self.columns,
            *self.steps,
            *self.flows,
            *self.resources,
            *self.images,
            *self.personas,
            *self.comments,
            *self.dismissals,
        ]


def load(content: bytes) -> Opened:
    """The document in `content`.

    A file of this version without anything unusual takes the fast way. All others are looked at
    piece by piece: older versions are brought up to this one, unknown fields are kept, and what
    cannot be read is left out with a notice. Raises Unreadable if nothing can be read.
    """
    if content.count(b",") > MOST_VALUES:
        raise unreadable("The file holds more than {most} values.", most=MOST_VALUES)
    with collector_off():
        found = _fast(content)
        return Opened(found) if found is not None else _careful(content)


def _fast(content: bytes) -> Document | None:
    if b'"unknown"' in content:
        return None
    try:
        return Document(BlueprintFile.model_validate_json(content).entities())
    except (ValidationError, ChangeRefused):
        return None


def _careful(content: bytes) -> Opened:
    rescue = Rescue()
    raw = _parsed(content, rescue)
    version = _version(raw)
    if version < VERSION:
        raw = _brought_up(raw, version)
    document = rescue.document(raw)
    notices: list[Message] = []
    if version > VERSION:
        notices.append(
            message(
                "This file was made by a newer version. You can look at it; to edit it, "
                "update first."
            )
        )
    notices.extend(rescue.notices())
    return Opened(
        document, tuple(notices), newer=version > VERSION, recovered=rescue.lost_something
    )


def _parsed(content: bytes, rescue: Rescue) -> dict[str, Any]:
    if not content.strip():
        raise unreadable("The file is empty.")
    try:
        raw = pydantic_core.from_json(content.removeprefix(b"\xef\xbb\xbf"), allow_inf_nan=False)
    except ValueError as failure:
        raw = rescued_lines(content, rescue)
        if raw is None and not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            raise unreadable("This is no blueprint file.") from None
        if raw is None:
            raise _damaged(str(failure)) from None
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise unreadable("This is no blueprint file.")
    return raw


def _damaged(failure: str) -> Unreadable:
    _, _, place = failure.partition(" at line ")
    line, _, column = place.partition(" column ")
    if not line.isdigit() or not column.isdigit():
        return unreadable("The file is damaged and cannot be read.")
    return unreadable(
        "The file is damaged at line {line}, place {column}, and cannot be read.",
        line=line,
        column=column,
    )


def _version(raw: dict[str, Any]) -> int:
    version = raw.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise unreadable("The file does not say which version of the format it has.")
    return version


def _brought_up(raw: dict[str, Any], version: int) -> dict[str, Any]:
    try:
        return migrated(raw, version)
    except (TypeError, ValueError, KeyError, AttributeError):
        raise unreadable(
            "The file is damaged: it does not hold what version {version} of the format asks for.",
            version=version,
        ) from None
