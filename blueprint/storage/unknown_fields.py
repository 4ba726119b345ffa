"""Fields that this version of the program does not know are kept and written back.

Within the model they stand in the bag `unknown` of the value that had them. A distribution has
no bag; what it does not know stands in the bag of its step, under the name of its field.
"""

from __future__ import annotations

import math
from functools import cache
from types import UnionType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

BAG = "unknown"


def with_bags(kind: type[BaseModel], raw: dict[str, Any]) -> dict[str, Any]:
    """`raw` with all that `kind` does not know put into bags.

    Raises ValueError if what is not known could not be written again.
    """
    fields = _fields(kind)
    known: dict[str, Any] = {}
    bag: dict[str, Any] = {}
    for name, value in raw.items():
        if name == BAG or name not in fields:
            _require_savable(value)
            bag[name] = value
            continue
        known[name] = value
        part = fields[name]
        if part is not None and isinstance(value, dict):
            known[name] = with_bags(part, value)
            if BAG not in part.model_fields and BAG in known[name]:
                bag[name] = known[name].pop(BAG)
    if bag:
        known[BAG] = bag
    return known


def without_bags(kind: type[BaseModel], dumped: dict[str, Any]) -> dict[str, Any]:
    """What `with_bags` made of, with what is not known after what is."""
    fields = _fields(kind)
    bag = dumped.pop(BAG, {})
    for name, part in fields.items():
        value = dumped.get(name)
        if part is not None and isinstance(value, dict):
            dumped[name] = without_bags(part, value)
            if isinstance(bag.get(name), dict):
                dumped[name] |= bag[name]
    for name in sorted(bag):
        if name == BAG or name not in fields:
            dumped[name] = bag[name]
    return dumped


@cache
def _fields(kind: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    """Names of the fields of `kind`, with the model of those that are models themselves."""
    return {name: _model(field.annotation) for name, field in kind.model_fields.items()}


def _model(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Annotated, UnionType):
        return next(filter(None, map(_model, get_args(annotation))), None)
    return None


def _require_savable(value: object) -> None:
    match value:
        case float() if not math.isfinite(value):
            raise ValueError("neither infinities nor NaN can be saved")
        case dict():
            for each in value.values():
                _require_savable(each)
        case list():
            for each in value:
                _require_savable(each)
