"""A step table becomes a document exactly as its rows say."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from blueprint.i18n import translate
from blueprint.model.distribution import fixed
from blueprint.model.document import Document
from blueprint.model.entities import FailPoint, WaitPoint
from blueprint.model.notation import FlowKind, LaneRole, StepKind
from blueprint.model.terms import ROLE_TITLES, STEP_KIND_TITLES
from blueprint.storage import open_document
from blueprint.storage.table.columns import read_kind
from blueprint.storage.table.importing import document_of
from blueprint.storage.table.roles import read_role
from blueprint.storage.table.sheet import read_csv
from blueprint.storage.table.words import kind_word, role_word

CASES = Path(__file__).parent.parent / "cases"


def imported(*lines: str) -> Document:
    return document_of(read_csv("\n".join(lines).encode()))[0]


def noticed(*lines: str) -> list[str]:
    return [str(notice) for notice in document_of(read_csv("\n".join(lines).encode()))[1]]


def column_of(document: Document, step: str) -> int:
    ids = [column.id for column in document.columns]
    return ids.index(document.step(step).column) + 1


def titles(document: Document) -> list[str]:
    return [document.phases[c.phase].title if c.phase else "" for c in document.columns]


@pytest.mark.parametrize(
    ("case", "counts"),
    [
        ("carpet-cleaning.csv", (5, 4, 2, 5, 0)),
        ("drive-up-bank.csv", (3, 2, 2, 3, 0)),
        ("hotel.csv", (34, 24, 5, 11, 4)),
        ("loan.csv", (11, 11, 3, 11, 5)),
        ("parcel.zh.csv", (23, 21, 6, 11, 4)),
        ("restaurant-as-is.csv", (17, 19, 3, 6, 4)),
        ("restaurant-to-be.csv", (14, 17, 3, 5, 4)),
        ("shoeshine.csv", (15, 12, 4, 8, 3)),
    ],
)
def test_cases_are_read_whole_and_without_notices(case: str, counts: tuple[int, ...]) -> None:
    opened = open_document(CASES / case)
    found = opened.document
    kinds = (found.steps, found.flows, found.lanes, found.columns, found.phases)
    assert tuple(len(each) for each in kinds) == counts
    assert opened.notices == ()
    assert opened.format == "csv"


def test_the_same_table_gives_an_equal_document() -> None:
    one, two = (open_document(CASES / "shoeshine.csv").document for _ in range(2))
    assert one.entities == two.entities


def test_a_row_fills_all_fields_of_its_step() -> None:
    document = open_document(CASES / "shoeshine.csv").document
    polish = document.step("o2")
    assert polish.duration == fixed(30)
    assert polish.tolerance == 75
    assert polish.cost == 0.03
    assert polish.moment_of_truth
    assert polish.fail == FailPoint(
        what="Wrong colour of wax",
        probability=0.1,
        severity=7,
        detection=3,
        prevention="Hold the tin against the shoe first",
        recovery="Clean shoes and polish again",
    )
    assert document.step("c1").wait == WaitPoint(expected=60)
    shiner = document.resources[polish.resource]
    assert (shiner.title, shiner.capacity, shiner.cost_per_hour) == ("Shoeshiner", 1, 6)
    assert document.properties.arrivals_per_hour == 24
    assert document.properties.promise_seconds == 300


def test_lanes_stand_by_role_and_as_they_appear_within_a_role() -> None:
    document = imported(
        "lane,lane_role,label",
        "support,,a",
        "Waiter,onstage,b",
        "顾客行为,,c",
        "Host,Onstage contact person,d",
        "Physical evidence,,e",
        "Waiter,,f",
    )
    lanes = [(lane.role, lane.title) for lane in document.lanes]
    assert lanes == [
        (LaneRole.EVIDENCE, ""),
        (LaneRole.CUSTOMER, ""),
        (LaneRole.ONSTAGE, "Waiter"),
        (LaneRole.ONSTAGE, "Host"),
        (LaneRole.SUPPORT, ""),
    ]


def test_without_a_column_customer_rows_advance_and_others_share_theirs() -> None:
    document = imported(
        "id,lane,column,label",
        "e1,evidence,,before the first",
        "c1,customer,,first",
        "o1,onstage,,beside it",
        "c2,customer,,second",
        "c3,customer,5,fifth",
        "o3,onstage,9,elsewhere",
        "b3,backstage,,beside the fifth",
        "c4,customer,,sixth",
    )
    places = {id: column_of(document, id) for id in document.steps}
    assert places == {
        "e1": 1, "c1": 1, "o1": 1, "c2": 2, "c3": 5, "o3": 9, "b3": 5, "c4": 6,
    }  # fmt: skip


def test_steps_of_a_cell_stand_in_the_order_of_their_rows() -> None:
    document = imported(
        "id,lane,label", *(f"s{n},onstage,step {n}" for n in range(12)), "z,onstage,last"
    )
    cell = document.cell(document.lanes[0].id, document.columns[0].id)
    assert [step.id for step in cell] == [*(f"s{n}" for n in range(12)), "z"]


def test_the_customer_row_decides_the_phase_and_disagreement_is_told() -> None:
    lines = (
        "lane,column,label,phase",
        "onstage,1,a,Greet",
        "customer,1,b,Arrive",
        "onstage,2,c,Serve",
        "backstage,2,d,Cook",
        "customer,3,e,Arrive",
    )
    assert titles(imported(*lines)) == ["Arrive", "Serve", "Arrive"]
    told = noticed(*lines)
    assert told == [
        "Row 2 names the phase “Greet”, but column 1 belongs to “Arrive”.",
        "Row 5 names the phase “Cook”, but column 2 belongs to “Serve”.",
    ]


def test_columns_without_rows_belong_to_the_phase_around_them() -> None:
    document = imported(
        "lane,column,span,label,phase",
        "customer,1,,a,Arrive",
        "customer,3,,b,Arrive",
        "customer,5,3,c,Pay",
    )
    assert titles(document) == ["Arrive", "Arrive", "Arrive", "", "Pay", "Pay", "Pay"]


def test_targets_are_found_by_id_then_by_label_in_quotes_where_needed() -> None:
    document = imported(
        "id,lane,label,next",
        'a,customer,Start,"Pay; ""c;d"":""no: """"never"""""" @0.25;<>b ; !Start; b@75 %"',
        "b,customer,Pay,",
        '"c;d",customer,Stop,',
    )
    flows = {(f.source, f.target, f.kind, f.label, f.probability) for f in document.flows.values()}
    assert flows == {
        ("a", "b", FlowKind.SEQUENCE, "", None),
        ("a", "c;d", FlowKind.SEQUENCE, 'no: "never"', 0.25),
        ("a", "b", FlowKind.EXCHANGE, "", None),
        ("a", "a", FlowKind.RECOVERY, "", None),
        ("a", "b", FlowKind.SEQUENCE, "", 0.75),
    }


def test_chinese_punctuation_parts_targets_too() -> None:
    document = imported("id,lane,label,next", "a,顾客,甲,b：是＠0.5；c", "b,顾客,乙,", "c,顾客,丙,")
    assert {(f.target, f.label) for f in document.flows.values()} == {("b", "是"), ("c", "")}
    assert document.properties.language == "zh_CN"


def test_names_of_lanes_kinds_and_answers_are_read_in_both_languages() -> None:
    document = imported(
        "id,lane,label,kind,moment_of_truth,customer_present",
        "a,顾客行为,决定,决策点,是,否",
        "c,有形展示,牌子,,,",
    )
    step = document.step("a")
    assert (step.kind, step.moment_of_truth, step.customer_present) == (
        StepKind.DECISION,
        True,
        False,
    )
    assert document.step("c").kind is StepKind.EVIDENCE


def test_unknown_columns_are_kept_and_wrong_properties_are_told() -> None:
    lines = ("lane,label,Zone,document.titel", "customer,a,North,Menu")
    (step,) = imported(*lines).steps.values()
    assert step.fields == {"Zone": "North", "document.titel": "Menu"}
    assert "title" in noticed(*lines)[0]


def test_a_row_of_properties_alone_is_no_step() -> None:
    document = imported("lane,label,document.title", "customer,a,", ",,Menu")
    assert len(document.steps) == 1
    assert document.properties.title == "Menu"


def test_an_emotion_lane_is_made_where_steps_carry_emotions() -> None:
    document = imported("lane,label,emotion", "customer,a,-1.5")
    assert [lane.role for lane in document.lanes] == [LaneRole.CUSTOMER, LaneRole.EMOTION]
    with_row = imported("lane,label,emotion", "customer,a,-1.5", "emotion,c,")
    assert [lane.role for lane in with_row.lanes] == [LaneRole.CUSTOMER, LaneRole.EMOTION]


def test_a_resource_has_the_figures_of_the_first_row_that_gives_them() -> None:
    lines = (
        "lane,label,resource,servers,cost_per_hour",
        "onstage,a,Teller,,",
        "onstage,b,Teller,3,12.5",
        "onstage,c,Teller,4,",
    )
    (teller,) = imported(*lines).resources.values()
    assert (teller.capacity, teller.cost_per_hour) == (3, 12.5)
    assert noticed(*lines) == ["Row 4 gives another “servers” for “Teller”; the first one counts."]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_delimiters_encodings_and_line_endings_give_the_same_document(
    delimiter: str, encoding: str, ending: str
) -> None:
    rows: Sequence[Sequence[str]] = (("id", "lane", "label"), ("a", "顾客行为", "到店，点菜"))
    text = ending.join(delimiter.join(row) for row in rows)
    document, notices = document_of(read_csv(text.encode(encoding)))
    assert document.step("a").label == "到店，点菜"
    assert len(notices) == (1 if encoding == "gb18030" else 0)


def test_the_notice_of_a_chinese_encoding_is_translated() -> None:
    _, notices = document_of(read_csv("lane,label\n顾客行为,到店".encode("gb18030")))
    assert translate(notices[0], "zh_CN") != str(notices[0])


def test_blank_rows_count_in_the_numbers_of_rows() -> None:
    document = imported("lane,label", "", "customer,a")
    assert list(document.steps) == ["step-3"]


def test_ids_that_are_made_never_meet_those_of_the_table() -> None:
    document = imported(
        "id,lane,label,next", "lane:customer,customer,a,", "column:1,customer,b,", ",customer,c,"
    )
    assert len(document.steps) == 3
    assert len(document.columns) == 3


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_roles_and_kinds_are_read_as_the_window_and_as_tables_call_them(language: str) -> None:
    for role, title in ROLE_TITLES.items():
        assert read_role(translate(title, language)) is role
        assert read_role(role_word(role, language)) is role
    for kind, title in STEP_KIND_TITLES.items():
        assert read_kind(translate(title, language)) is kind
        assert read_kind(kind_word(kind, language)) is kind
