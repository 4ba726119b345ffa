"""Making fields out of attributes: a name, a path into an entity and a codec."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.document import Document
from blueprint.model.edits.steps import set_fields
from blueprint.model.entities import FailPoint, Step, Value, WaitPoint
from blueprint.ui.fields.codec import Codec
from blueprint.ui.fields.field import Field, Ids

_PARTS: dict[str, type[Value]] = {"fail": FailPoint, "wait": WaitPoint}


def step_field(path: str, label: Message, codec: Codec, **options: Any) -> Field:
    """A field of a step. `path` is an attribute, or `fail.…` or `wait.…` for a part of one."""
    name, _, part = path.partition(".")

    def read(document: Document, id: str) -> str:
        value = getattr(document.step(id), name)
        return codec.text(getattr(value, part) if part and value is not None else value)

    def write(document: Document, ids: Ids, text: str) -> Change:
        value = codec.value(text)
        if not part:
            return set_fields(document, ids, **{name: value})
        return together(
            set_fields(document, (id,), **{name: _with_part(document.step(id), name, part, value)})
            for id in ids
        )

    return Field(path, label, read, write, **options)


def entity_field(
    name: str,
    label: Message,
    codec: Codec,
    get: Callable[[Document, str], Any],
    edit: Callable[..., Change],
    **options: Any,
) -> Field:
    """A field of another entity: `get` finds it, `edit(document, id, **fields)` changes it."""

    def read(document: Document, id: str) -> str:
        return codec.text(getattr(get(document, id), name))

    def write(document: Document, ids: Ids, text: str) -> Change:
        value = codec.value(text)
        return together(edit(document, id, **{name: value}) for id in ids)

    return Field(name, label, read, write, **options)


def together(changes: Any) -> Change:
    """Several changes as one."""
    return reduce(Change.then, changes, Change(message("Change")))


def _with_part(step: Step, name: str, part: str, value: Any) -> Value:
    whole = getattr(step, name) or _PARTS[name]()
    assert isinstance(whole, Value)
    return whole.replaced(**{part: value})
