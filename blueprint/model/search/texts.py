"""Every text of a blueprint that somebody wrote: where it stands and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from blueprint.i18n import Message, message
from blueprint.model.document import Document
from blueprint.model.entities import (
    AnyEntity,
    Column,
    Comment,
    Dismissal,
    Flow,
    Lane,
    Persona,
    Phase,
    Properties,
    Resource,
    Step,
    Value,
)

Path = tuple[str | int, ...]
"""Names of attributes, keys and places that lead from an entity to a text of it."""


class Text(NamedTuple):
    """A text of the entity `id`. `scope` is one of SCOPES."""

    id: str
    path: Path
    text: str
    field: Message
    scope: str


ALL: Final = ""
SCOPES: Final[dict[str, Message]] = {
    ALL: message("All texts"),
    "name": message("Names"),
    "note": message("Notes"),
    "owner": message("Owner"),
    "channel": message("Channel"),
    "tag": message("Tags"),
    "comment": message("Comments"),
}
_NAME: Final = message("Name")
_SUBTITLE: Final = message("Subtitle")

_FIELDS: Final[dict[type, tuple[tuple[Path, Message, str], ...]]] = {
    Step: (
        (("label",), _NAME, "name"),
        (("description",), message("Notes"), "note"),
        (("owner",), message("Owner"), "owner"),
        (("channel",), message("Channel"), "channel"),
        (("link",), message("Link"), "link"),
        (("fail", "what"), message("What fails"), "note"),
        (("fail", "prevention"), message("Prevention"), "note"),
        (("fail", "recovery"), message("Recovery"), "note"),
    ),
    Flow: ((("label",), message("Connector"), "name"),),
    Lane: ((("title",), message("Lane"), "name"), (("subtitle",), _SUBTITLE, "note")),
    Phase: ((("title",), message("Phase"), "name"),),
    Resource: ((("title",), message("Resource"), "name"),),
    Persona: (
        (("name",), message("Persona"), "name"),
        (("role",), message("Persona’s role"), "note"),
        (("description",), message("Persona’s description"), "note"),
    ),
    Comment: ((("text",), message("Comment"), "comment"),),
    Dismissal: ((("reason",), message("Reason"), "note"),),
    Properties: (
        (("title",), message("Title"), "name"),
        (("subtitle",), _SUBTITLE, "note"),
        (("service",), message("Service"), "note"),
        (("purpose",), message("Purpose"), "note"),
        (("scope",), message("Scope"), "note"),
        (("segment",), message("Segment"), "note"),
        (("scenario",), message("Scenario"), "note"),
        (("author",), message("Drawn by"), "owner"),
        (("promise",), message("Promise"), "note"),
        (("supporting_facility",), message("Supporting facility"), "note"),
        (("facilitating_goods",), message("Facilitating goods"), "note"),
        (("explicit_service",), message("Explicit service"), "note"),
        (("implicit_service",), message("Implicit service"), "note"),
    ),
}
_LISTS: Final[dict[type, tuple[tuple[str, Message, str], ...]]] = {
    Step: (("tags", message("Tags"), "tag"),),
    Persona: (("goals", message("Goals"), "note"), ("quotes", message("Quotes"), "note")),
}
_COLOUR: Final = message("Meaning of a colour")


def texts(document: Document) -> Iterator[Text]:
    """All texts that are not empty, in reading order of the steps; flows and the rest follow."""
    entities = document.entities
    steps = [entities[id] for id in reading_order(document)]
    others = [entity for entity in entities.values() if not isinstance(entity, Step | Properties)]
    for entity in (*steps, *others, document.properties):
        yield from texts_of(entity)


def texts_of(entity: AnyEntity) -> Iterator[Text]:
    """The texts of one entity that are not empty."""
    for path, field, scope in (*_FIELDS.get(type(entity), ()), *_named(entity)):
        text = at(entity, path)
        if text:
            yield Text(entity.id, path, text, field, scope)


def _named(entity: AnyEntity) -> Iterator[tuple[Path, Message, str]]:
    """The texts of an entity's lists, and those that it keeps under names of their own."""
    for name, field, scope in _LISTS.get(type(entity), ()):
        for place in range(len(getattr(entity, name))):
            yield (name, place), field, scope
    if isinstance(entity, Step):
        for name in entity.fields:
            yield ("fields", name), Message(name), "note"
    if isinstance(entity, Properties):
        for name in entity.colours:
            yield ("colours", name), _COLOUR, "name"


def at(entity: AnyEntity, path: Path) -> str:
    """The text at the end of a path; empty where the path leads nowhere."""
    found: Any = entity
    for part in path:
        found = _part(found, part)
    return found if isinstance(found, str) else ""


def _part(whole: Any, part: str | int) -> Any:
    if isinstance(whole, tuple):
        return whole[part] if isinstance(part, int) and part < len(whole) else None
    if isinstance(whole, Mapping):
        return whole.get(part)
    return getattr(whole, str(part), None)


def with_text(entity: AnyEntity, path: Path, text: str) -> AnyEntity:
    """The entity with another text at the end of a path; a part of a list that is empty goes.

    Raises pydantic.ValidationError if the text cannot be kept.
    """
    name = str(path[0])
    if len(path) == 1:
        return entity.replaced(**{name: text})
    whole = getattr(entity, name)
    return entity.replaced(**{name: _INSIDE[type(whole)](whole, path[1], text)})


def _in_list(whole: tuple[str, ...], place: Any, text: str) -> tuple[str, ...]:
    parts = (*whole[:place], text.strip(), *whole[place + 1 :])
    return tuple(dict.fromkeys(part for part in parts if part))


def _in_fields(whole: Mapping[str, str], name: Any, text: str) -> dict[str, str]:
    return {**whole, name: text}


def _in_value(whole: Value, name: Any, text: str) -> Value:
    return whole.replaced(**{name: text})


class _Inside(dict[type, Callable[[Any, Any, str], Any]]):
    """How a text is put into a part of an entity, by the type of that part."""

    def __missing__(self, kind: type) -> Callable[[Any, Any, str], Any]:
        return _in_value


_INSIDE: Final = _Inside({tuple: _in_list, dict: _in_fields})


def reading_order(document: Document) -> list[str]:
    """The ids of all steps: by column, then from the top."""
    columns = {column.id: place for place, column in enumerate(document.columns)}
    lanes = {lane.id: place for place, lane in enumerate(document.lanes)}

    def place(id: str) -> tuple[int, int, str, str]:
        step = document.step(id)
        return columns[step.column], lanes[step.lane], step.order, id

    return sorted(document.steps, key=place)


def subjects(document: Document, id: str) -> tuple[str, ...]:
    """What on the drawing an entity belongs to: a comment to what it is about, a resource to the
    steps that need it; steps, flows, lanes and phases to themselves, the rest to nothing.
    """
    found = root(document, id)
    if isinstance(found, Dismissal):
        return tuple(id for id in found.subjects if id in document.entities)
    if isinstance(found, Resource):
        steps = reading_order(document)
        return tuple(step for step in steps if document.step(step).resource == found.id)
    return (found.id,) if isinstance(found, Step | Flow | Lane | Phase | Column) else ()


def subject(document: Document, id: str) -> str:
    """The first of `subjects`; empty if there is none."""
    return next(iter(subjects(document, id)), "")


def root(document: Document, id: str) -> AnyEntity | None:
    """What a thread of comments is about; any other entity itself."""
    seen: set[str] = set()
    found = document.entities.get(id)
    while isinstance(found, Comment) and found.id not in seen:
        seen.add(found.id)
        found = document.entities.get(found.about)
    return found
