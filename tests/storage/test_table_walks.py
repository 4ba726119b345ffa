"""However a document came about by editing, a table holds it, or says what it does not hold."""

from __future__ import annotations

import random

from blueprint.export.csv_table import EXPORTER as CSV
from blueprint.export.exporter import Exported, Job
from blueprint.model.document import Document
from blueprint.model.entities import AnyEntity
from blueprint.storage import open_sample, sample_names
from blueprint.storage.table.importing import document_of
from blueprint.storage.table.sheet import read_csv
from tests.model.walks import random_edit
from tests.storage.documents import held


def exported_and_read(document: Document) -> tuple[Exported, Document]:
    exported = CSV.write(Job(document))
    return exported, document_of(read_csv(exported.content))[0]


def tidied(document: Document) -> Document:
    """A document without what the notices of most edited documents are about."""
    used = {step.lane for step in document.steps.values()}
    named = {step.resource for step in document.steps.values()}
    kept: list[AnyEntity] = [
        each
        for each in document.entities.values()
        if each.id in used
        or each.id in named
        or each.id not in {*(lane.id for lane in document.lanes), *document.resources}
    ]
    return Document(kept)


def walked(seed: int) -> int:
    """How many documents of a walk a table held whole; each one is checked on the way."""
    chooser = random.Random(seed)
    document = open_sample(sample_names()[seed % len(sample_names())], "zh_CN")
    whole = 0
    for turn in range(60):
        document.apply(random_edit(document, chooser))
        if turn % 4 or not document.steps:
            continue
        tidy = tidied(document)
        exported, again = exported_and_read(tidy)
        if not exported.notices:
            whole += 1
            assert held(again) == held(tidy)
        assert labels(again) == labels(tidy)
        assert held(again)["flows"] == held(tidy)["flows"]
        once_more, third = exported_and_read(again)
        assert once_more.notices == ()
        assert third.entities == again.entities
    return whole


def labels(document: Document) -> dict[str, str]:
    return {id: step.label for id, step in document.steps.items()}


def test_edited_documents_come_back_or_their_losses_are_told() -> None:
    assert sum(walked(seed) for seed in range(16)) > 20
