"""Samples and templates ship in both languages, sound and up to date."""

from pathlib import Path

import pytest

from blueprint.model.document import Document
from blueprint.model.edits.personas import remove_persona
from blueprint.resources import resource_folder
from blueprint.rules import check
from blueprint.storage import (
    Unreadable,
    open_sample,
    open_template,
    sample_names,
    template_names,
)
from blueprint.storage.opening import open_document
from blueprint.storage.writing import dump

CASES = Path(__file__).parent.parent / "cases"
TABLES = sorted(
    table for kind in ("samples", "templates") for table in resource_folder(kind).glob("tables/*")
)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_shipped_files_are_those_that_their_tables_give(table: Path) -> None:
    shipped = open_document(table.parent.parent / f"{table.stem}.blueprint").document
    assert dump(unpeopled(shipped)) == dump(open_document(table).document)


def unpeopled(document: Document) -> Document:
    """What of a document a table can hold: all but its personas."""
    for persona in document.personas:
        document.apply(remove_persona(document, persona.id))
    return document


def test_a_sample_is_about_a_persona_of_the_same_kind_in_both_languages() -> None:
    found = [open_sample("hotel", language).main_persona for language in ("en", "zh_CN")]
    assert [persona.name for persona in found if persona] == ["Business traveller", "商务旅客"]
    assert [len(persona.goals) for persona in found if persona] == [3, 3]


def test_every_case_ships_as_a_sample() -> None:
    assert set(sample_names()) == {case.name.split(".")[0] for case in CASES.glob("*.csv")}


def structure(document: Document) -> object:
    """All that is the same in every language."""
    return (
        [(step.id, step.kind, step.lane, step.column) for step in document.steps.values()],
        [(flow.source, flow.target, flow.kind) for flow in document.flows.values()],
        [lane.role for lane in document.lanes],
        [column.phase for column in document.columns],
    )


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_is_the_same_blueprint_in_both_languages(name: str) -> None:
    english, chinese = open_sample(name, "en"), open_sample(name, "zh_CN")
    assert structure(english) == structure(chinese)
    assert (english.properties.language, chinese.properties.language) == ("en", "zh_CN")
    labels = {step.label for step in english.steps.values()}
    assert labels.isdisjoint(step.label for step in chinese.steps.values())


def test_there_are_templates_for_many_services_and_the_blank_one_comes_first() -> None:
    assert template_names()[0] == "blank"
    assert len(template_names()) >= 9


@pytest.mark.parametrize("name", template_names())
def test_a_template_is_the_same_blueprint_in_both_languages(name: str) -> None:
    english, chinese = open_template(name, "en"), open_template(name, "zh_CN")
    assert structure(english) == structure(chinese)
    assert (english.properties.language, chinese.properties.language) == ("en", "zh_CN")


@pytest.mark.parametrize("name", template_names()[1:])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_template_is_sound(name: str, language: str) -> None:
    found = check(open_template(name, language))
    assert [each.rule for each in found if each.severity in ("error", "warning")] == []


def test_a_name_that_is_none_is_refused_with_those_that_are() -> None:
    with pytest.raises(Unreadable, match="blank, "):
        open_template("opera")
    with pytest.raises(Unreadable, match="shoeshine"):
        open_sample("../templates/restaurant")
