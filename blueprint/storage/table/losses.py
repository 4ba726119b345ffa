"""What a step table cannot hold, told when a document is exported as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from blueprint.i18n import Message, message
from blueprint.model.document import Document
from blueprint.model.entities import Comment, Dismissal, Image, Lane, Step
from blueprint.model.notation import ROLE_ORDER, LaneRole
from blueprint.storage.outcome import at_most_shown, quoted
from blueprint.storage.table.columns import KNOWN, MOST_COLUMNS
from blueprint.storage.table.placing import gaps_filled
from blueprint.storage.table.rows import column_name, is_property

_READ_AS_YES: Final = ("yes", "是")


def losses(document: Document) -> tuple[Message, ...]:
    """One notice for each kind of thing that is lost; none if the table holds everything."""
    found = [
        *_counted(document),
        *_lanes(document),
        *_columns(document),
        *_phases(document),
        *_resources(document),
        *_flows(document),
    ]
    return tuple(found) + at_most_shown(list(_steps(document)))


def keeps_field(name: str) -> bool:
    """Whether a table can have a column of its own for a step's field of that name."""
    plain = column_name(name)
    return plain == name and name != "" and name not in KNOWN and not is_property(name)


def span_within(step: Step, place: int, count: int) -> int:
    """How many columns the step lasts over that are there; `place` counts from 1."""
    return min(step.span, count - place + 1)


def _counted(document: Document) -> Iterator[Message]:
    pictures = len(document.of_kind(Image))
    if pictures:
        yield message(
            "A table holds no images; {count} is left out.",
            "A table holds no images; {count} are left out.",
            count=pictures,
        )
    personas = len(document.personas)
    if personas:
        yield message(
            "A table holds no personas; {count} is left out.",
            "A table holds no personas; {count} are left out.",
            count=personas,
        )
    comments = len(document.of_kind(Comment))
    if comments:
        yield message(
            "A table holds no comments; {count} is left out.",
            "A table holds no comments; {count} are left out.",
            count=comments,
        )
    dismissed = len(document.of_kind(Dismissal))
    if dismissed:
        yield message(
            "A table holds no dismissed findings; {count} is left out.",
            "A table holds no dismissed findings; {count} are left out.",
            count=dismissed,
        )
    if any(entity.unknown for entity in document.entities.values()):
        yield message("What a newer version of the program stored is left out.")


def _lanes(document: Document) -> Iterator[Message]:
    used = {step.lane for step in document.steps.values()}
    emotional = any(step.emotion is not None for step in document.steps.values())
    kept = [lane for lane in document.lanes if lane.id in used]
    empty = [
        lane
        for lane in document.lanes
        if lane.id not in used and not (emotional and _is_made_again(lane, kept))
    ]
    if empty:
        yield message(
            "A table holds no empty lanes; {count} is left out.",
            "A table holds no empty lanes; {count} are left out.",
            count=len(empty),
        )
    if any(_look(lane) for lane in kept):
        yield message("A table holds no subtitles, icons, heights and hiding of lanes.")
    places = [ROLE_ORDER[lane.role] for lane in kept]
    if places != sorted(places):
        yield message("A table puts the lanes in the order of their roles.")
    names = Counter((lane.role, lane.title) for lane in kept)
    for (role, title), count in names.items():
        if count > 1:
            yield message("Lanes of the same name become one: “{name}”.", name=title or role.value)
    yield from _padded(lane.title for lane in kept)


def _is_made_again(lane: Lane, kept: list[Lane]) -> bool:
    """Whether the lane is the one that every table with emotions gets."""
    alone = not any(each.role is LaneRole.EMOTION for each in kept)
    return lane.role is LaneRole.EMOTION and not lane.title and alone


def _look(lane: Lane) -> bool:
    said = lane.subtitle or lane.icon or lane.least_height
    return bool(said or lane.hidden or lane.collapsed or lane.locked or lane.frozen)


def _columns(document: Document) -> Iterator[Message]:
    reached = _reached(document)
    count = len(document.columns)
    if reached < count and document.steps:
        yield message("A table holds no columns after the last step.")
    if count > MOST_COLUMNS:
        yield message("A table of more than {most} columns cannot be read back.", most=MOST_COLUMNS)


def _reached(document: Document) -> int:
    """How many columns the steps reach."""
    count = len(document.columns)
    places = {column.id: n for n, column in enumerate(document.columns, 1)}
    return max(
        (
            places[step.column] + span_within(step, places[step.column], count) - 1
            for step in document.steps.values()
        ),
        default=0,
    )


def _phases(document: Document) -> Iterator[Message]:
    columns = document.columns[: _reached(document)]
    places = {column.id: n for n, column in enumerate(columns, 1)}
    used = {places[step.column] for step in document.steps.values()}
    titles = [document.phases[each.phase].title if each.phase else "" for each in columns]
    voted = [title if n in used else "" for n, title in enumerate(titles, 1)]
    if gaps_filled([title.strip() for title in voted], used) != titles or "" in {
        document.phases[each.phase].title for each in columns if each.phase
    }:
        yield message("A table holds no phases of columns without steps, nor phases without name.")
    named = Counter(
        document.phases[id].title for id in {each.phase for each in columns if each.phase}
    )
    for title, count in named.items():
        if count > 1:
            yield message("Phases of the same name become one: “{name}”.", name=quoted(title))
    if len(document.phases) > len({each.phase for each in columns if each.phase}):
        yield message("A table holds no empty phases.")
    if any(phase.collapsed for phase in document.phases.values()):
        yield message("A table does not hold that phases are collapsed.")


def _resources(document: Document) -> Iterator[Message]:
    used = {step.resource for step in document.steps.values() if step.resource}
    unused = [each for each in document.resources.values() if each.id not in used]
    if unused:
        yield message(
            "A table holds no resources without steps; {count} is left out.",
            "A table holds no resources without steps; {count} are left out.",
            count=len(unused),
        )
    if any(id not in document.resources or not document.resources[id].title for id in used):
        yield message("A table holds no resources without name; their steps get none.")
    kept = [document.resources[id] for id in used if id in document.resources]
    for title, count in Counter(each.title for each in kept).items():
        if count > 1:
            yield message("Resources of the same name become one: “{name}”.", name=quoted(title))
    yield from _padded(each.title for each in kept)


def _flows(document: Document) -> Iterator[Message]:
    limited = sum(1 for flow in document.flows.values() if flow.max_count is not None)
    if limited:
        yield message(
            "A table does not hold how often a flow may be taken; {count} flow has such a limit.",
            "A table does not hold how often a flow may be taken; {count} flows have such a limit.",
            count=limited,
        )

    moved = sum(1 for flow in document.flows.values() if (flow.bar_x, flow.bar_y) != (None, None))
    if moved:
        yield message(
            "A table does not hold how {count} connector was moved by hand.",
            "A table does not hold how {count} connectors were moved by hand.",
            count=moved,
        )


def _padded(names: Iterator[str] | list[str]) -> Iterator[Message]:
    for name in names:
        if name != name.strip():
            yield message("Spaces around the name “{name}” are left out.", name=quoted(name))


def _steps(document: Document) -> Iterator[Message]:
    places = {column.id: n for n, column in enumerate(document.columns, 1)}
    count = len(places)
    for step in document.steps.values():
        if span_within(step, places[step.column], count) != step.span:
            yield message("“{step}” ends at the last column.", step=quoted(step.label))
        if not all(keeps_field(name) and value for name, value in step.fields.items()):
            yield message(
                "“{step}” has fields whose name or blank value a table cannot hold.",
                step=quoted(step.label),
            )
        if step.fail is not None and step.fail.what in _READ_AS_YES:
            yield message("“{step}” only says that it may fail.", step=quoted(step.label))
        yield from _padded([step.channel])
        if not step.id.strip():
            yield message("“{step}” gets a new id.", step=quoted(step.label))
