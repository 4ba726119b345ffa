"""Files of older versions are brought to the current one, a version at a time.

Migrations work on plain values, and are never changed once released: new ones are added below.

Version 1, the first public draft: the document's properties stand at the top of the file; lanes,
columns and the steps of a cell are ordered by their place in the list; a duration is a number of
seconds; a fail point is a text; a flow has a `type`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from blueprint.model.order import keys_between
from blueprint.storage.sections import VERSION

Raw = dict[str, Any]

_PROPERTIES_OF_VERSION_1 = (
    "title",
    "service",
    "segment",
    "scenario",
    "state",
    "language",
    "currency",
    "arrivals_per_hour",
)


def migrated(raw: Raw, version: int) -> Raw:
    """`raw` as the current version has it.

    Raises TypeError, ValueError, KeyError or AttributeError if `raw` is not what its version is.
    """
    for step in range(version, VERSION):
        raw = {**_MIGRATIONS[step](raw), "version": step + 1}
    return raw


def _from_version_1(raw: Raw) -> Raw:
    properties = {name: raw[name] for name in _PROPERTIES_OF_VERSION_1 if name in raw}
    rest = {name: value for name, value in raw.items() if name not in properties}
    steps = [_step_of_version_1(step) for step in raw.get("steps", [])]
    cells: dict[tuple[str, str], list[Raw]] = {}
    for step in steps:
        cells.setdefault((step["lane"], step["column"]), []).append(step)
    return {
        **rest,
        "properties": properties,
        "lanes": _ordered(raw.get("lanes", [])),
        "columns": _ordered(raw.get("columns", [])),
        "steps": [step for cell in cells.values() for step in _ordered(cell)],
        "flows": [_flow_of_version_1(flow) for flow in raw.get("flows", [])],
    }


def _ordered(entities: list[Raw]) -> list[Raw]:
    keys = keys_between(None, None, len(entities))
    return [{**entity, "order": key} for entity, key in zip(entities, keys, strict=True)]


def _step_of_version_1(step: Raw) -> Raw:
    changed = dict(step)
    if "duration" in step:
        changed["duration"] = {"parameters": [step["duration"]]}
    if "fail" in step:
        changed["fail"] = {"what": step["fail"]}
    return changed


def _flow_of_version_1(flow: Raw) -> Raw:
    changed = {name: value for name, value in flow.items() if name != "type"}
    if "type" in flow:
        changed["kind"] = flow["type"]
    return changed


_MIGRATIONS: dict[int, Callable[[Raw], Raw]] = {1: _from_version_1}
"""By the version that they start from."""
