"""The report holds every step, fail point, chart and finding, in both languages."""

from __future__ import annotations

import pytest

from blueprint.export.comparison import comparison_pdf
from blueprint.export.exporter import ExportOptions, Job, exporters
from blueprint.model.document import Document
from blueprint.model.edits import steps
from blueprint.model.edits.start import new_blueprint
from blueprint.rules.runner import check
from tests.export.cases import NAMES, case
from tests.export.pages import opened


def reported(name: str, language: str = "en") -> bytes:
    document = case(name)
    options = ExportOptions(language=language)
    return exporters()["report"].write(Job(document, options, check(document))).content


def words(content: bytes) -> str:
    pages = opened(content)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)


@pytest.mark.parametrize("name", NAMES)
def test_every_step_stands_in_the_catalogue_of_every_case(name: str) -> None:
    found = words(reported(name))
    for step in case(name).steps.values():
        assert "".join(step.label.split()) in found


def test_the_key_figures_are_those_of_the_measures() -> None:
    found = words(reported("shoeshine"))
    for figure in ("2min", "5min", "$0.18", "3min48s", "86%"):
        assert figure in found


def test_the_fail_point_tells_recovery_and_priority() -> None:
    found = words(reported("shoeshine"))
    assert "Wrongcolourofwax" in found
    assert "Cleanshoesandpolishagain45s210" in found


def test_the_findings_of_the_rules_are_listed() -> None:
    found = words(reported("shoeshine"))
    assert "SB050" in found


def test_the_report_speaks_chinese() -> None:
    found = words(reported("shoeshine", "zh_CN"))
    assert "步骤目录" in found
    assert "失败点与补救" in found


def test_the_same_report_has_the_same_bytes() -> None:
    assert reported("shoeshine") == reported("shoeshine")


def test_pages_are_numbered_and_marked() -> None:
    content = reported("hotel")
    pages = len(opened(content))
    assert f"1of{pages}" in words(content)
    titles = [entry.get_title() for entry in opened(content).get_toc()]
    assert "Step catalogue" in titles


def test_a_table_of_many_steps_goes_on_with_its_head_on_the_next_page() -> None:
    document = new_blueprint(columns=40)
    for place in range(1, 41):
        for lane in ("lane-customer", "lane-onstage"):
            label = f"Step {place} of {lane}"
            change = steps.add_step(document, lane, f"column-{place}", label=label).change
            document.apply(change)
    content = exporters()["report"].write(Job(document)).content
    assert words(content).count("No.LaneStepOwner") >= 2


def test_an_empty_blueprint_has_a_report() -> None:
    content = exporters()["report"].write(Job(Document())).content
    assert "Untitledblueprint" in words(content)


def test_the_comparison_names_every_difference_and_holds_the_overlay() -> None:
    old, new = case("restaurant-as-is"), case("restaurant-to-be")
    content = comparison_pdf(old, new, "en")
    found = words(content)
    assert len(opened(content)) == 2
    assert "RemovedCallaheadCustomeractions,column1" in found
    assert "Divergence11.13.6−7.5" in found
    assert content == comparison_pdf(old, new, "en")
    assert "有哪些变化" in words(comparison_pdf(old, new, "zh_CN"))
