"""Where a step leads, as the cell of a table says it and as flows."""

from __future__ import annotations

from blueprint.i18n import message
from blueprint.model.change import Change, Entry
from blueprint.model.document import Document
from blueprint.model.edits.added import ids_for
from blueprint.model.edits.flows import connect, set_flow
from blueprint.model.edits.steps import delete
from blueprint.model.entities import Flow
from blueprint.model.notation import FlowKind
from blueprint.model.units import UnitError
from blueprint.storage.table.targets import (
    Target,
    parse_full_width_targets,
    parse_targets,
    write_targets,
)
from blueprint.ui.table.reading import Names, Reading


def shown_targets(reading: Reading, id: str) -> str:
    """Where the flows of a step lead, in the small language of tables, by labels."""
    document = reading.document
    flows = sorted(document.outgoing(id), key=lambda flow: (reading.place(flow.target), flow.id))
    return write_targets(
        [
            Target(
                reading.names.of(document.step(flow.target)),
                flow.kind,
                flow.label,
                flow.probability,
            )
            for flow in flows
        ]
    )


def lead(document: Document, names: Names, id: str, text: str) -> Change:
    """Let a step lead where `text` says, and nowhere else.

    A flow that stays keeps its identity. Raises UnitError where a target is not known,
    ChangeRefused where a flow would mean nothing.
    """
    wanted = _wanted(names, text)
    standing: dict[tuple[str, FlowKind], Flow] = {}
    for flow in document.outgoing(id):
        standing[flow.target, flow.kind] = flow
    entries: dict[str, Entry] = {}
    gone = [flow.id for flow in document.outgoing(id) if (flow.target, flow.kind) not in wanted]
    entries.update(delete(document, gone).entries)
    make = ids_for(document, None)
    for (target, kind), how in wanted.items():
        old = standing.get((target, kind))
        if old is None:
            made = connect(
                document,
                id,
                target,
                kind,
                label=how.label,
                probability=how.probability,
                new_id=make,
            )
            entries.update(made.change.entries)
        else:
            changed = set_flow(document, old.id, label=how.label, probability=how.probability)
            entries.update(changed.entries)
    return Change(message("Change connectors"), entries)


def _wanted(names: Names, text: str) -> dict[tuple[str, FlowKind], Target]:
    found = {}
    for target in _targets(names, text):
        found[names.find(target.step), target.kind] = target
    return found


def _targets(names: Names, text: str) -> list[Target]:
    """The targets in `text`; Chinese punctuation counts where the plain reading makes no sense."""
    try:
        found = parse_targets(text)
        for target in found:
            names.find(target.step)
    except UnitError:
        if text.isascii():
            raise
        try:
            return parse_full_width_targets(text)
        except UnitError:
            pass
        raise
    return found
