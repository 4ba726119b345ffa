"""From a document to the bytes of its file: equal documents give equal bytes."""

from __future__ import annotations

import json
from typing import Any

import pydantic_core

from blueprint.model.document import Document
from blueprint.model.entities import Entity, FailPoint, Properties, Step, Value, WaitPoint
from blueprint.storage.sections import BESIDE, FORMAT, SECTIONS, VERSION
from blueprint.storage.unknown_fields import BAG, without_bags


def dump(document: Document) -> bytes:
    """The content of the document's file, in UTF-8."""
    beside = document.properties.unknown.get(BESIDE)
    extra = dict(beside) if isinstance(beside, dict) else {}
    parts = [
        f'"format": "{FORMAT}"',
        f'"version": {_json(extra.pop("version", VERSION))}',
        _properties(document.properties),
    ]
    for name, kind in SECTIONS.items():
        found = document.of_kind(kind)
        if found:
            lines = ",\n".join(_line(found[id]) for id in sorted(found))
            parts.append(f'"{name}": [\n{lines}\n]')
    parts.extend(f"{_json(name)}: {_json(extra[name])}" for name in sorted(extra))
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _properties(properties: Properties) -> str:
    """The properties, one a line."""
    dumped = properties.model_dump(mode="json", exclude_defaults=True)
    for name in ("severities", "colours"):
        if name in dumped:
            dumped[name] = dict(sorted(dumped[name].items()))
    bag = {name: value for name, value in properties.unknown.items() if name != BESIDE}
    fields = without_bags(Properties, {**dumped, BAG: bag})
    lines = ",\n".join(f"{_json(name)}: {_json(value)}" for name, value in fields.items())
    return f'"properties": {{\n{lines}\n}}' if lines else '"properties": {}'


def _line(entity: Entity) -> str:
    if _is_plain(entity):
        return entity.model_dump_json(exclude_defaults=True)
    dumped = entity.model_dump(mode="json", exclude_defaults=True)
    if "fields" in dumped:
        dumped["fields"] = dict(sorted(dumped["fields"].items()))
    return _json(without_bags(type(entity), dumped))


def _is_plain(entity: Entity) -> bool:
    """Whether the model's own writer gives the line: the fast way, for nearly all entities."""
    if entity.unknown:
        return False
    if isinstance(entity, Step):
        if len(entity.fields) > 1:
            return False
        parts: tuple[Value | None, ...] = (entity.fail, entity.wait)
        return not any(isinstance(part, (FailPoint, WaitPoint)) and part.unknown for part in parts)
    return True


def _json(value: Any) -> str:
    """JSON as the model's own writer gives it, down to the digits of floats."""
    if isinstance(value, int):  # of any size
        return json.dumps(value)
    return pydantic_core.to_json(value).decode()
