"""Who or what is busy while a step runs: named at the step, kept once in the document."""

from __future__ import annotations

from typing import Any, Final

from blueprint.i18n import Message, message
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits.properties import add_resource, set_resource
from blueprint.model.edits.steps import set_fields
from blueprint.model.entities import Resource
from blueprint.ui.fields.codec import MONEY, WHOLE, Codec
from blueprint.ui.fields.field import Choice, Field, Form, Ids


def _resource_of(document: Document, step: str) -> Resource | None:
    return document.resources.get(document.step(step).resource)


def _read_title(document: Document, id: str) -> str:
    found = _resource_of(document, id)
    return found.title if found else document.step(id).resource


def _write_title(document: Document, ids: Ids, text: str) -> Change:
    """Take the resource of that title; make it if the document has none."""
    title = text.strip()
    if not title:
        return set_fields(document, ids, resource="")
    for resource in document.resources.values():
        if resource.title == title:
            return set_fields(document, ids, resource=resource.id)
    made, id = add_resource(document, title)
    return made.then(set_fields(document, ids, resource=id))


def _titles(document: Document) -> tuple[Choice, ...]:
    found = sorted({resource.title for resource in document.resources.values()})
    return tuple(Choice(title, title) for title in found if title)


def _of_resource(name: str, label: Message, codec: Codec, **options: Any) -> Field:
    def read(document: Document, id: str) -> str:
        found = _resource_of(document, id)
        return codec.text(getattr(found, name)) if found else ""

    def write(document: Document, ids: Ids, text: str) -> Change:
        found = {document.step(id).resource for id in ids} & set(document.resources)
        if not found:
            raise ChangeRefused(message("Name the resource first."))
        value = codec.value(text)
        change = Change(message("Change resource"))
        for id in sorted(found):
            change = change.then(set_resource(document, id, **{name: value}))
        return change

    return Field(f"resource.{name}", label, read, write, **options)


RESOURCE_FIELDS: Final = (
    Field(
        "resource",
        message("Resource"),
        _read_title,
        _write_title,
        form=Form.SUGGEST,
        choices=_titles,
        hint=message("Who or what is busy"),
    ),
    _of_resource("capacity", message("Servers"), WHOLE, hint=message("1")),
    _of_resource(
        "cost_per_hour",
        message("Cost an hour"),
        MONEY,
        unit=lambda document: document.properties.currency,
    ),
)
