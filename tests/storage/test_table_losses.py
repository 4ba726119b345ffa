"""What a step table cannot hold is told at export, in both languages."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.export.csv_table import EXPORTER as CSV
from blueprint.export.exporter import Job
from blueprint.export.xlsx import EXPORTER as XLSX
from blueprint.i18n import translate
from blueprint.model.document import Document
from blueprint.model.edits.start import new_blueprint
from blueprint.model.entities import (
    AnyEntity,
    Column,
    Comment,
    Dismissal,
    FailPoint,
    Image,
    Lane,
    Persona,
    Phase,
    Resource,
)
from blueprint.model.notation import LaneRole
from blueprint.storage import Unreadable, open_sample
from blueprint.storage.table.importing import document_of
from blueprint.storage.table.sheet import read_csv
from blueprint.storage.table.workbook import read_xlsx

PICTURE = Image(id="0" * 64, media_type="image/png", data="aGk=")


def told(*changed: AnyEntity) -> list[str]:
    """What is told at the export of the shoeshine with some things replaced or added."""
    entities = dict(open_sample("shoeshine").entities)
    entities.update({each.id: each for each in changed})
    notices = CSV.write(Job(Document(entities.values()))).notices
    assert all(translate(each, "zh_CN") != str(each) for each in notices)
    return [str(each) for each in notices]


SHOESHINE = open_sample("shoeshine")
POLISH = SHOESHINE.step("o2")
ONSTAGE = SHOESHINE.lane("lane:onstage")
LAST = SHOESHINE.columns[-1]


@pytest.mark.parametrize(
    ("changed", "notice"),
    [
        (PICTURE, "A table holds no images; 1 is left out."),
        (Comment(id="n", about="o2", text="?"), "A table holds no comments; 1 is left out."),
        (Dismissal(id="d", rule="SB020"), "A table holds no dismissed findings; 1 is left out."),
        (
            Lane(id="x", role=LaneRole.NOTE, order="z"),
            "A table holds no empty lanes; 1 is left out.",
        ),
        (Resource(id="x", title="Bus"), "A table holds no resources without steps; 1 is left out."),
        (Phase(id="x", title="Never"), "A table holds no empty phases."),
        (Column(id="x", order="z"), "A table holds no columns after the last step."),
        (
            POLISH.replaced(unknown={"x": 1}),
            "What a newer version of the program stored is left out.",
        ),
        (Persona(id="who", name="Guest"), "A table holds no personas; 1 is left out."),
        (
            ONSTAGE.replaced(icon="headset"),
            "A table holds no subtitles, icons, heights and hiding of lanes.",
        ),
        (
            ONSTAGE.replaced(subtitle="Two"),
            "A table holds no subtitles, icons, heights and hiding of lanes.",
        ),
        (ONSTAGE.replaced(order="0"), "A table puts the lanes in the order of their roles."),
        (ONSTAGE.replaced(title=" Boy "), "Spaces around the name “Boy” are left out."),
        (
            SHOESHINE.phases["phase:3"].replaced(title="Shine"),
            "Phases of the same name become one: “Shine”.",
        ),
        (
            SHOESHINE.flow("flow:c0>c1").replaced(max_count=3),
            "A table does not hold how often a flow may be taken; 1 flow has such a limit.",
        ),
        (POLISH.replaced(span=99), "“Apply polish” ends at the last column."),
        (POLISH.replaced(channel=" web"), "Spaces around the name “web” are left out."),
        (POLISH.replaced(fail=FailPoint(what="yes")), "“Apply polish” only says that it may fail."),
        (
            POLISH.replaced(fields={"Lane": "x"}),
            "“Apply polish” has fields whose name or blank value a table cannot hold.",
        ),
        (
            POLISH.replaced(resource="gone"),
            "A table holds no resources without name; their steps get none.",
        ),
    ],
)
def test_what_is_lost_is_told(changed: AnyEntity, notice: str) -> None:
    assert told(changed) == [notice]


def test_nothing_is_told_where_nothing_is_lost() -> None:
    assert told() == []


def test_many_steps_are_told_of_in_few_words() -> None:
    changed = [step.replaced(channel=" web") for step in SHOESHINE.steps.values()]
    assert len(told(*changed)) <= 21


def test_a_long_text_is_cut_in_xlsx_and_told() -> None:
    entities = {**SHOESHINE.entities, "o2": POLISH.replaced(description="x" * 40_000)}
    exported = XLSX.write(Job(Document(entities.values())))
    assert str(exported.notices[0]).startswith("1 text is cut at 32767 characters")
    again, _ = document_of(read_xlsx(exported.content))
    assert again.step("o2").description == "x" * 32_767


def test_a_new_blueprint_is_exported_though_it_has_no_steps() -> None:
    exported = CSV.write(Job(new_blueprint("zh_CN", "新蓝图")))
    again, _ = document_of(read_csv(exported.content))
    assert again.properties.title == "新蓝图"
    assert len(again.lanes) == 5
    assert "A table holds no empty lanes; 5 are left out." in map(str, exported.notices)


SAVED = XLSX.write(Job(SHOESHINE)).content


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, len(SAVED) - 1), st.binary(max_size=3)), min_size=1, max_size=5
    )
)
def test_mutated_workbooks_give_a_document_or_a_clear_message(
    mutations: list[tuple[int, bytes]],
) -> None:
    content = io.BytesIO(SAVED)
    for place, put in mutations:
        content.seek(place)
        content.write(put)
    steps = -1
    try:
        steps = len(document_of(read_xlsx(content.getvalue()))[0].steps)
    except Unreadable as refused:
        messages = refused.messages
    else:
        messages = ()
    assert steps > 0 or all(str(each) for each in messages)
