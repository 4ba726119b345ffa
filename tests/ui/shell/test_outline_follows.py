"""The outline follows each edit, whether it renews one row or all."""

from __future__ import annotations

from blueprint.model.edits.steps import delete, rename, set_fields
from blueprint.storage import open_sample
from blueprint.ui.panels.outline_rows import outline_rows
from tests.ui.desk import Desk


def test_it_says_after_each_edit_what_a_new_one_would_say(desk: Desk) -> None:
    desk.window.files.show_document(open_sample("hotel"))
    session = desk.window.session
    model = desk.window.workspace.outline.model
    id = desk.select("Check in")

    def says_all() -> bool:
        desk.settle()
        return model.rows == outline_rows(session.document)

    assert says_all()
    session.push(rename(session.document, id, "Registers"))
    assert says_all()
    session.push(set_fields(session.document, (id,), moment_of_truth=False))
    assert says_all()
    session.push(delete(session.document, (id,)))
    assert says_all()
    while session.history.undo_label:
        session.undo()
        assert says_all()
