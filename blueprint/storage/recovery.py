"""Whatever can be read of a damaged or unusual file, as a sound document."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Final

import pydantic_core
from pydantic import ValidationError

from blueprint.i18n import Message, message
from blueprint.model.document import Document
from blueprint.model.entities import (
    AnyEntity,
    Column,
    Comment,
    Entity,
    Flow,
    Lane,
    Phase,
    Properties,
    Step,
)
from blueprint.model.notation import LaneRole
from blueprint.storage.outcome import unreadable
from blueprint.storage.sections import BESIDE, FORMAT, SECTIONS, VERSION
from blueprint.storage.unknown_fields import with_bags

_LAST: Final = "z"
"""The order of a lane or column that had to be made again."""

_KEYS: Final = frozenset({"format", "version", "properties", *SECTIONS})

_COUNTED: Final = {
    "lanes": message("{kept} of {count} lanes were recovered."),
    "phases": message("{kept} of {count} phases were recovered."),
    "columns": message("{kept} of {count} columns were recovered."),
    "flows": message("{kept} of {count} flows were recovered."),
    "resources": message("{kept} of {count} resources were recovered."),
    "images": message("{kept} of {count} images were recovered."),
    "personas": message("{kept} of {count} personas were recovered."),
    "comments": message("{kept} of {count} comments were recovered."),
    "dismissals": message("{kept} of {count} dismissed findings were recovered."),
}


class Rescue:
    """Builds a document piece by piece and counts, by section, what there was and what was lost."""

    def __init__(self) -> None:
        self.lost: Counter[str] = Counter()
        self._there: Counter[str] = Counter()

    @property
    def lost_something(self) -> bool:
        return self.lost.total() > 0

    def document(self, raw: dict[str, Any]) -> Document:
        """A sound document of all that can be read. Raises Unreadable if nothing can."""
        self._there.update(self.lost)
        entities: dict[str, AnyEntity] = {"": self._properties(raw)}
        for section, kind in SECTIONS.items():
            for each in self._items(raw, section):
                self._there[section] += 1
                entity = _entity(kind, each)
                if entity is None or entity.id in entities:
                    self.lost[section] += 1
                else:
                    entities[entity.id] = entity  # type: ignore[assignment]
        if self.lost_something and len(entities) == 1:
            raise unreadable("The file is damaged: nothing of it can be read.")
        return Document(self._sound(entities).values())

    def notices(self) -> list[Message]:
        """What was lost; nothing if nothing was."""
        if not self.lost_something:
            return []
        steps = self._there["steps"]
        told = [
            message(
                "Part of this file cannot be read. {kept} of {count} steps were recovered. "
                "Save them as a new file.",
                kept=steps - self.lost["steps"],
                count=steps,
            )
        ]
        for section, text in _COUNTED.items():
            if self.lost[section]:
                count = self._there[section]
                told.append(message(text.text, kept=count - self.lost[section], count=count))
        return told

    # --- inside --------------------------------------------------------------------------

    def _items(self, raw: dict[str, Any], section: str) -> list[Any]:
        found = raw.get(section, [])
        if isinstance(found, list):
            return found
        self.lost[section] += 1
        self._there[section] += 1
        return []

    def _properties(self, raw: dict[str, Any]) -> Properties:
        """The properties with what stands beside the sections; singly, where one is damaged."""
        given = raw.get("properties", {})
        fields = dict(given) if isinstance(given, dict) else {}
        self.lost["properties"] += not isinstance(given, dict)
        fields.pop("id", None)
        beside = {name: value for name, value in raw.items() if name not in _KEYS}
        if isinstance(version := raw.get("version"), int) and version > VERSION:
            beside["version"] = version
        fields.pop(BESIDE, None)
        if beside:
            fields[BESIDE] = beside
        whole = _value(fields)
        if whole is not None:
            return whole
        for name in list(fields):
            if _value({name: fields[name]}) is None:
                del fields[name]
                self.lost["properties"] += 1
        return _value(fields) or Properties()

    def _sound(self, entities: dict[str, AnyEntity]) -> dict[str, AnyEntity]:
        """`entities` without what points nowhere; lanes and columns of steps are made again."""
        sound = dict(entities)
        for entity in entities.values():
            if isinstance(entity, Column) and not _is(entities, entity.phase, Phase):
                sound[entity.id] = entity.replaced(phase=None)
                self.lost["phases"] += 1
                self._there["phases"] += 1
            elif isinstance(entity, Step):
                self._place(entity, sound)
        for entity in entities.values():
            if isinstance(entity, Flow) and not (
                _is(sound, entity.source, Step) and _is(sound, entity.target, Step)
            ):
                del sound[entity.id]
                self.lost["flows"] += 1
        for entity in entities.values():
            if isinstance(entity, Comment) and entity.about not in sound:
                del sound[entity.id]
                self.lost["comments"] += 1
        return sound

    def _place(self, step: Step, sound: dict[str, AnyEntity]) -> None:
        if step.lane not in sound:
            sound[step.lane] = Lane(id=step.lane, role=_role_in(step.lane), order=_LAST)
            self.lost["lanes"] += 1
            self._there["lanes"] += 1
        if step.column not in sound:
            sound[step.column] = Column(id=step.column, order=_LAST)
            self.lost["columns"] += 1
            self._there["columns"] += 1
        if not (_is(sound, step.lane, Lane) and _is(sound, step.column, Column)):
            del sound[step.id]
            self.lost["steps"] += 1


def _is(entities: dict[str, AnyEntity], id: str | None, kind: type[Entity]) -> bool:
    return id is None or isinstance(entities.get(id), kind)


def _role_in(id: str) -> LaneRole:
    """The role that a lane's id speaks of, else that of remarks."""
    return next((role for role in LaneRole if id.split(":")[1:2] == [role.value]), LaneRole.NOTE)


def _entity(kind: type[Entity], raw: object) -> Entity | None:
    if not isinstance(raw, dict):
        return None
    try:
        return kind.model_validate(with_bags(kind, raw))
    except (ValidationError, ValueError):
        return None


def _value(fields: dict[str, Any]) -> Properties | None:
    try:
        return Properties.model_validate(with_bags(Properties, fields))
    except (ValidationError, ValueError):
        return None


# --- files that are no JSON any more -----------------------------------------------------

_OPENS: Final = re.compile(r'"([a-z]+)": ([\[{])$')
_HEAD: Final = re.compile(r'"(format|version)": ("[a-z-]*"|[0-9]{1,9}),?$')


def rescued_lines(content: bytes, rescue: Rescue) -> dict[str, Any] | None:
    """What the single lines of a file that is no sound JSON hold; None if it never was ours.

    Every entity stands on a line of its own, so a damaged line loses one entity.
    """
    raw: dict[str, Any] = {}
    section = ""
    for line in content.decode("utf-8", errors="surrogateescape").split("\n"):
        opens = _OPENS.fullmatch(line)
        head = _HEAD.fullmatch(line)
        if head and head[1] not in raw:
            raw[head[1]] = pydantic_core.from_json(head[2])
        elif opens:
            section = opens[1]
        elif line.startswith(("]", "}")):
            section = ""
        elif section in SECTIONS:
            _add_line(raw.setdefault(section, []), line, section, rescue)
        elif section == "properties":
            _add_property(raw.setdefault("properties", {}), line, rescue)
    return raw if raw.get("format") == FORMAT and "version" in raw else None


def _add_line(entities: list[Any], line: str, section: str, rescue: Rescue) -> None:
    try:
        entities.append(_line_value(line))
    except ValueError:
        rescue.lost[section] += 1


def _add_property(properties: dict[str, Any], line: str, rescue: Rescue) -> None:
    try:
        found = _line_value("{" + line.rstrip().removesuffix(",") + "}")
        properties.update(found)
    except (ValueError, TypeError):
        rescue.lost["properties"] += 1


def _line_value(line: str) -> Any:
    text = line.rstrip().removesuffix(",")
    return pydantic_core.from_json(text.encode("utf-8"), allow_inf_nan=False)
