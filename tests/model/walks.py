"""Random edits for walks through the space of documents; a seed gives the same walk again."""

from __future__ import annotations

import random
from collections.abc import Callable

from blueprint.i18n import message
from blueprint.model.change import Change
from blueprint.model.document import ChangeRefused, Document
from blueprint.model.edits import columns, flows, lanes, properties, steps
from blueprint.model.ids import fresh_ids
from blueprint.model.notation import LaneRole

WORDS = (
    "Greet",
    "Pay",
    "Wait for the bill",
    "查询包裹",
    "登记、核实",
    "A longer label, of two lines",
)


def random_edit(document: Document, chooser: random.Random) -> Change:
    """One edit that the document accepts; a change of the title where nothing else is possible."""
    for _ in range(20):
        try:
            return chooser.choice(EDITS)(document, chooser)
        except (ChangeRefused, IndexError):
            continue
    return properties.set_properties(document, title=str(chooser.random()))


def _step(document: Document, chooser: random.Random) -> str:
    return chooser.choice(sorted(document.steps))


def _place(document: Document, chooser: random.Random) -> tuple[str, str]:
    return chooser.choice(document.lanes).id, chooser.choice(document.columns).id


def _add(document: Document, chooser: random.Random) -> Change:
    lane, column = _place(document, chooser)
    new_id = fresh_ids(document.entities, chooser)
    label = chooser.choice(WORDS)
    return steps.add_step(document, lane, column, label=label, new_id=new_id).change


def _add_connected(document: Document, chooser: random.Random) -> Change:
    lane, column = _place(document, chooser)
    new_id = fresh_ids(document.entities, chooser)
    source = _step(document, chooser)
    return flows.add_connected_step(document, source, lane, column, new_id=new_id).change


def _rename(document: Document, chooser: random.Random) -> Change:
    return steps.rename(document, _step(document, chooser), chooser.choice(WORDS))


def _span(document: Document, chooser: random.Random) -> Change:
    return steps.set_fields(document, [_step(document, chooser)], span=chooser.randint(1, 4))


def _move(document: Document, chooser: random.Random) -> Change:
    ids = sorted({_step(document, chooser) for _ in range(chooser.randint(1, 3))})
    return steps.move_steps(document, ids, *_place(document, chooser))


def _copy(document: Document, chooser: random.Random) -> Change:
    new_id = fresh_ids(document.entities, chooser)
    place = _place(document, chooser)
    return steps.duplicate(document, [_step(document, chooser)], *place, new_id=new_id)[0]


def _delete(document: Document, chooser: random.Random) -> Change:
    return steps.delete(document, [_step(document, chooser)])


def _connect(document: Document, chooser: random.Random) -> Change:
    new_id = fresh_ids(document.entities, chooser)
    source, target = _step(document, chooser), _step(document, chooser)
    return flows.connect(document, source, target, new_id=new_id).change


def _disconnect(document: Document, chooser: random.Random) -> Change:
    return steps.delete(document, [chooser.choice(sorted(document.flows))])


def _insert_column(document: Document, chooser: random.Random) -> Change:
    index = chooser.randint(0, len(document.columns))
    return columns.insert_column(
        document, index, new_id=fresh_ids(document.entities, chooser)
    ).change


def _remove_column(document: Document, chooser: random.Random) -> Change:
    return columns.remove_columns(document, [chooser.choice(document.columns).id])


def _move_column(document: Document, chooser: random.Random) -> Change:
    index = chooser.randint(0, len(document.columns))
    return columns.move_columns(document, [chooser.choice(document.columns).id], index)


def _phase(document: Document, chooser: random.Random) -> Change:
    first = chooser.randrange(len(document.columns))
    ids = [column.id for column in document.columns[first : first + 2]]
    new_id = fresh_ids(document.entities, chooser)
    return columns.insert_phase(document, ids, chooser.choice(WORDS), new_id=new_id).change


def _insert_lane(document: Document, chooser: random.Random) -> Change:
    role = chooser.choice(list(LaneRole))
    return lanes.insert_lane(document, role, new_id=fresh_ids(document.entities, chooser)).change


def _remove_lane(document: Document, chooser: random.Random) -> Change:
    if len(document.lanes) < 3:
        raise ChangeRefused(message("Too few lanes to remove one."))
    return lanes.remove_lane(document, chooser.choice(document.lanes).id)


def _move_lane(document: Document, chooser: random.Random) -> Change:
    index = chooser.randrange(len(document.lanes))
    return lanes.move_lane(document, chooser.choice(document.lanes).id, index)


EDITS: tuple[Callable[[Document, random.Random], Change], ...] = (
    _add,
    _add,
    _add_connected,
    _add_connected,
    _rename,
    _span,
    _move,
    _move,
    _copy,
    _delete,
    _connect,
    _connect,
    _disconnect,
    _insert_column,
    _remove_column,
    _move_column,
    _phase,
    _insert_lane,
    _remove_lane,
    _move_lane,
)
