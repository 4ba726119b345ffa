"""A `.blueprint` file holds all of a document, is stable to the byte, and forgets nothing."""

from pathlib import Path
from typing import Any

import jsonschema
import pydantic_core
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.i18n import Message
from blueprint.model.distribution import Distribution
from blueprint.model.document import Document
from blueprint.model.edits.steps import rename
from blueprint.model.entities import Comment, Dismissal, FailPoint, Image, Persona, Step, WaitPoint
from blueprint.resources import resource, resource_folder
from blueprint.storage import Unreadable, open_document, save_document
from blueprint.storage.file_format import load
from blueprint.storage.schema import schema, schema_text
from blueprint.storage.writing import dump
from tests.storage.documents import TEXT, documents

SHIPPED = sorted(
    file for kind in ("samples", "templates") for file in resource_folder(kind).glob("*.blueprint")
)
SHOESHINE = next(file for file in SHIPPED if file.name == "shoeshine.en.blueprint")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
NAMES = st.sampled_from(["unknown", "later", "新", "x-color", "_", "shape2"])
BAGS = st.dictionaries(NAMES, JSON, max_size=2)


@st.composite
def full_documents(draw: st.DrawFn) -> Document:
    """Documents with everything that a table has no place for."""
    document = draw(documents())
    added: list[Any] = [
        Image(
            id="0" * 64, media_type="image/png", data="aGk=", title=draw(TEXT), unknown=draw(BAGS)
        ),
        Persona(
            id="who",
            name=draw(TEXT),
            goals=tuple(draw(st.lists(TEXT, max_size=2))),
            quotes=(draw(TEXT),),
            image="0" * 64,
            unknown=draw(BAGS),
        ),
        Comment(id="note", about="0" * 64, text=draw(TEXT), resolved=draw(st.booleans())),
        Dismissal(id="seen", rule="SB020", subjects=("a", "b"), reason=draw(TEXT)),
    ]
    changed = [
        step.replaced(unknown=draw(BAGS), fail=FailPoint(unknown=draw(BAGS)))
        for step in list(document.steps.values())[:2]
    ]
    ids = {each.id for each in changed}
    rest = [each for id, each in document.entities.items() if id not in ids and id]
    properties = document.properties.replaced(unknown=draw(BAGS))
    return Document([properties, *rest, *changed, *added])


@settings(max_examples=60)
@given(full_documents())
def test_any_document_comes_back_and_is_written_alike(document: Document) -> None:
    content = dump(document)
    opened = load(content)
    assert opened.document.entities == document.entities
    assert (opened.notices, opened.newer, opened.recovered) == ((), False, False)
    assert dump(opened.document) == content


@settings(max_examples=25)
@given(full_documents(), st.randoms(use_true_random=False))
def test_equal_documents_give_equal_bytes(document: Document, chooser: Any) -> None:
    shuffled = list(document.entities.values())
    chooser.shuffle(shuffled)
    assert dump(Document(shuffled)) == dump(document)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_saving_an_unchanged_file_changes_nothing(file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.blueprint"
    save_document(open_document(file).document, again)
    assert again.read_bytes() == file.read_bytes()


def test_one_edit_changes_one_line() -> None:
    document = open_document(SHOESHINE).document
    before = dump(document).split(b"\n")
    document.apply(rename(document, "o1", "刷鞋"))
    after = dump(document).split(b"\n")
    changed = [line for line, other in zip(before, after, strict=True) if line != other]
    assert len(changed) == 1


def test_a_file_is_plain_text_with_one_entity_a_line_sorted_by_id() -> None:
    lines = SHOESHINE.read_text(encoding="utf-8").split("\n")
    steps = lines[lines.index('"steps": [') + 1 : lines.index('"flows": [') - 1]
    ids = [pydantic_core.from_json(line.rstrip(","))["id"] for line in steps]
    assert ids == sorted(ids)
    assert len(ids) == 15
    assert lines[0] == "{"
    assert lines[-2:] == ["}", ""]


def test_fields_of_their_default_are_left_out() -> None:
    step = '{"id":"c0","lane":"lane:customer","column":"column:1","kind":"start"'
    assert step + ',"label":"Customer comes"}' in SHOESHINE.read_text(encoding="utf-8")


def with_unknown_fields() -> bytes:
    raw = pydantic_core.from_json(SHOESHINE.read_bytes())
    raw["views"] = [{"name": "exec"}]
    raw["properties"]["mood"] = "calm"
    polish = next(step for step in raw["steps"] if step["id"] == "o2")
    polish["x"] = {"y": [1, None]}
    polish["unknown"] = "a field of that very name"
    polish["fail"]["blame"] = "tin"
    polish["duration"]["seed"] = 7
    raw["lanes"][0]["glow"] = True
    return pydantic_core.to_json(raw)


def test_unknown_fields_are_kept_at_every_level() -> None:
    opened = load(with_unknown_fields())
    again = pydantic_core.from_json(dump(opened.document))
    assert again["views"] == [{"name": "exec"}]
    assert again["properties"]["mood"] == "calm"
    polish = next(step for step in again["steps"] if step["id"] == "o2")
    assert polish["x"] == {"y": [1, None]}
    assert polish["unknown"] == "a field of that very name"
    assert polish["fail"]["blame"] == "tin"
    assert polish["duration"] == {"parameters": [30.0], "seed": 7}
    assert again["lanes"][0]["glow"] is True
    assert dump(load(dump(opened.document)).document) == dump(opened.document)
    assert not opened.recovered


def test_unknown_fields_survive_an_edit_and_go_with_what_they_describe() -> None:
    document = load(with_unknown_fields()).document
    document.apply(rename(document, "o2", "Wax"))
    assert b'"x":{"y":[1,null]}' in dump(document)
    polish = document.step("o2")
    gone = Document(
        [
            polish.replaced(duration=None, fail=None) if entity is polish else entity
            for entity in document.entities.values()
        ]
    )
    again = load(dump(gone))
    assert not again.recovered
    assert again.document.step("o2").duration is None


def test_a_newer_file_is_looked_at_and_written_back_whole() -> None:
    newer = with_unknown_fields().replace(b'"version":2', b'"version":3')
    opened = load(newer)
    assert opened.newer
    assert not opened.recovered
    assert "newer version" in str(opened.notices[0])
    again = pydantic_core.from_json(dump(opened.document))
    assert again["version"] == 3
    assert again["views"] == [{"name": "exec"}]
    assert load(dump(opened.document)).newer


# --- versions -----------------------------------------------------------------------------

VERSIONS = Path(__file__).parent / "versions"


def test_every_version_opens_and_is_saved_as_the_current_one() -> None:
    for file in sorted(VERSIONS.glob("*.blueprint")):
        opened = load(file.read_bytes())
        assert (opened.notices, opened.newer, opened.recovered) == ((), False, False)
        assert b'"version": 2,' in dump(opened.document)
        assert load(dump(opened.document)).document.entities == opened.document.entities


def test_a_file_of_version_1_means_what_it_meant() -> None:
    document = load((VERSIONS / "1-tea-house.blueprint").read_bytes()).document
    assert document.properties.title == "Tea house"
    assert document.properties.arrivals_per_hour == 12
    assert [lane.id for lane in document.lanes] == ["l1", "l2", "l3", "l4"]
    assert [column.id for column in document.columns] == ["k1", "k2"]
    assert [step.id for step in document.cell("l3", "k2")] == ["o1", "o2"]
    brew = document.step("o2")
    assert brew.duration == Distribution(parameters=(240.5,))
    assert brew.fail == FailPoint(what="Water too hot")
    assert brew.unknown == {"song": {"name": "rain"}}
    assert document.lane("l3").unknown == {"colour": "green"}
    assert document.flow("f2").label == "hot"
    assert document.flow("f3").kind == "exchange"
    assert b'"mood board": ["wood","paper"]' in dump(document)


def test_a_file_of_version_1_becomes_the_file_that_it_became_at_first() -> None:
    first = (VERSIONS / "1-tea-house.blueprint").read_bytes()
    assert dump(load(first).document) == (VERSIONS / "2-tea-house.blueprint").read_bytes()


# --- schema -------------------------------------------------------------------------------


def test_the_published_schema_is_that_of_the_model() -> None:
    published = resource("schema/blueprint.schema.json").read_text(encoding="utf-8")
    assert published == schema_text()


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_shipped_files_are_valid_by_the_schema(file: Path) -> None:
    VALIDATOR.validate(pydantic_core.from_json(file.read_bytes()))


@settings(max_examples=30)
@given(full_documents())
def test_any_saved_document_is_valid_by_the_schema(document: Document) -> None:
    VALIDATOR.validate(pydantic_core.from_json(dump(document)))


def test_the_schema_refuses_what_the_program_cannot_read() -> None:
    raw = pydantic_core.from_json(SHOESHINE.read_bytes())
    raw["steps"][0]["span"] = 0
    assert not VALIDATOR.is_valid(raw)
    assert not VALIDATOR.is_valid({"format": "other", "version": 2})


jsonschema.Draft202012Validator.check_schema(schema())
VALIDATOR = jsonschema.Draft202012Validator(schema())


# --- what is no sound file ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The file is empty."),
        (b"[]", "This is no blueprint file."),
        (b'{"format": "recipe", "version": 2}', "This is no blueprint file."),
        (b'{"format": "service-blueprint"}', "does not say which version"),
        (b'{"format": "service-blueprint", "version": "2"}', "does not say which version"),
        (b'{"format": "service-blueprint", "version": true}', "does not say which version"),
        (b'{"format": "service-blueprint", "version": 0}', "does not say which version"),
        (b'{"format": "service-blueprint", "version": 1, "steps": 5}', "version 1"),
        (b'{"format": "service-blueprint", "version": 1, "lanes": [5]}', "version 1"),
        (b'{"format": "service-blueprint", "version": 2, "steps": 5}', "nothing of it"),
        (b'{\n"a": 1,\n}', "damaged at line 3, place 1"),
        (b"\x00\xff", "This is no blueprint file."),
        (b"Dear reader,", "This is no blueprint file."),
        (b"[" * 100_000, "This is no blueprint file."),
        (b'{"a":' * 100_000, "damaged at line 1"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(content: bytes, told: str) -> None:
    with pytest.raises(Unreadable) as refused:
        load(content)
    (message,) = refused.value.messages
    assert told in str(message)


def test_a_file_of_too_many_values_is_refused_before_it_is_parsed() -> None:
    content = b'{"format": "service-blueprint", "version": 2, "steps": [' + b"{}," * 3_000_001
    with pytest.raises(Unreadable, match="more than 3000000 values"):
        load(content + b"{}]}")


def test_a_file_of_many_bad_values_is_refused_without_keeping_an_error_for_each() -> None:
    content = b'{"format": "service-blueprint", "version": 2, "steps": [' + b"{}," * 100_000
    with pytest.raises(Unreadable, match="nothing of it can be read"):
        load(content + b"{}]}")


def test_a_damaged_line_loses_one_step_and_the_rest_is_recovered() -> None:
    content = SHOESHINE.read_bytes().replace(b'{"id":"e1",', b'{"id":"e1,')
    opened = load(content)
    assert opened.recovered
    assert [str(notice) for notice in opened.notices] == [
        "Part of this file cannot be read. 14 of 15 steps were recovered. Save them as a new file."
    ]
    whole = open_document(SHOESHINE).document
    assert opened.document.steps.keys() == whole.steps.keys() - {"e1"}
    assert opened.document.flows == whole.flows
    assert opened.document.properties == whole.properties


def test_flows_of_a_lost_step_are_told_too() -> None:
    opened = load(SHOESHINE.read_bytes().replace(b'"id":"o1","lane":"', b'"id":7,"lane":"'))
    assert [str(notice) for notice in opened.notices][1] == "9 of 12 flows were recovered."


def test_a_lost_lane_or_column_is_made_again_for_its_steps() -> None:
    content = SHOESHINE.read_bytes()
    for lost in (b'{"id":"lane:onstage"', b'{"id":"column:3"'):
        content = content.replace(lost, lost[:6] + b"?" + lost[6:])
    opened = load(content)
    assert len(opened.document.steps) == 15
    assert opened.document.lane("lane:onstage").role == "onstage"
    assert dump(load(dump(opened.document)).document) == dump(opened.document)


@pytest.mark.parametrize("share", [0.4, 0.7, 0.95])
def test_a_torn_file_gives_the_lines_that_are_there(share: float) -> None:
    content = SHOESHINE.read_bytes()
    opened = load(content[: int(len(content) * share)])
    assert opened.recovered
    assert opened.document.properties.title == "Corner shoeshine"
    assert 0 < len(opened.document.lanes) <= 5


def test_one_bad_property_loses_no_other() -> None:
    content = SHOESHINE.read_bytes().replace(b'"promise_seconds": 300.0', b'"promise_seconds": "5"')
    opened = load(content)
    assert opened.recovered
    assert opened.document.properties.title == "Corner shoeshine"
    assert opened.document.properties.promise_seconds is None


def test_a_wait_and_a_fail_point_without_figures_stay() -> None:
    document = open_document(SHOESHINE).document
    step = document.step("o1").replaced(wait=WaitPoint(), fail=FailPoint())
    marked = Document([step if each.id == "o1" else each for each in document.entities.values()])
    assert load(dump(marked)).document.step("o1") == step


def test_infinities_and_lone_surrogates_are_never_taken_in() -> None:
    for bad in (b"1e999", b"NaN", b'"\\ud800"'):
        opened = load(SHOESHINE.read_bytes().replace(b'"cost":0.03', b'"later":' + bad))
        assert "o2" not in opened.document.steps
        assert opened.recovered


# --- mutations ----------------------------------------------------------------------------


def reread(content: bytes) -> tuple[bytes, bytes] | None:
    """What a file is saved as, and what that is saved as; None if it cannot be read."""
    told: tuple[Message, ...] = ()
    first = b""
    try:
        first = dump(load(content).document)
    except Unreadable as refused:
        told = refused.messages
    assert all(0 < len(str(each)) < 500 for each in told)
    return None if told else (first, dump(load(first).document))


MUTATIONS = st.lists(
    st.tuples(
        st.integers(0, 1_000_000),
        st.integers(0, 30),
        st.one_of(
            st.binary(max_size=4),
            st.sampled_from(
                [b'"', b"{", b"}", b"[", b"]", b",", b"null", b"-1", b"1e400", b'"unknown":1,',
                 b"\xff", b"\\u0000", b'"id":"",', b'"":1,', b"\n", b'"id":"c1",', b"true"]
            ),
        ),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


@settings(max_examples=400)
@given(st.sampled_from([SHOESHINE, VERSIONS / "1-tea-house.blueprint"]), MUTATIONS)
def test_mutated_files_give_a_sound_document_or_a_clear_message(
    file: Path, mutations: list[tuple[int, int, bytes]]
) -> None:
    content = file.read_bytes()
    for place, length, put in mutations:
        start = place % len(content)
        content = content[:start] + put + content[start + length :]
    saved = reread(content)
    assert saved is None or saved[0] == saved[1]


def test_steps_are_steps() -> None:
    """The sample has what these tests damage."""
    polish = open_document(SHOESHINE).document.step("o2")
    assert isinstance(polish, Step)
    assert polish.cost == 0.03
