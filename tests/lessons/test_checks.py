"""What each kind of check says of a work: passed, or why not, how far, and which step."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.lessons.course import shipped_course
from blueprint.lessons.marking import Mark, mark
from blueprint.lessons.opening import start_document
from blueprint.lessons.reading import read_lesson
from blueprint.model.document import Document
from blueprint.storage import open_document

TABLE = """\
id,lane,column,label,kind,next,owner,duration,price,fail,prevention,wait,moment_of_truth,\
document.segment,document.arrivals_per_hour,document.state
e1,evidence,1,Menu board,evidence,,,,,,,,,Commuters,30,as-is
c1,customer,1,Orders a coffee,action,c2; <>o1,,30 s,,,,,,,,
c2,customer,2,Waits,wait,c3,,,,,,2 min,,,,
c3,customer,3,Drinks coffee,action,,,,,,,,yes,,,
o1,onstage,1,Takes the order,action,b1,Barista,20 s,3,Wrong size,Reads it back,,,,,
b1,backstage,2,Makes the coffee,action,c3; !r1,,60 s,,Spilt,,,,,,
r1,backstage,3,Makes another,action,!b1,Barista,60 s,,,,,,,,
"""
CAFE_CHECKS = [
    # (check, passed, done, wanted, the steps that it is about, a part of what it says)
    ("count: in customer; kind action\nexactly: 2", True, 2, 2, "", ""),
    ("count: in customer; kind action\nat least: 4", False, 2, 4, "", "2 so far; 4 are needed"),
    ("count: in backstage\nat most: 1", False, 0, 0, "b1 r1", "There are 2; at most 1"),
    ("count: below visibility\nexactly: 0", False, 0, 0, "b1 r1", "“Makes the coffee” does not"),
    ("count: with fail point", True, 1, 1, "", ""),
    ("each: in customer; kind action\nhas: evidence", False, 1, 2, "c3", "“Drinks coffee”"),
    ("each: in customer; kind action\nhas: evidence\nat least: 1", True, 1, 1, "", ""),
    ("each: in onstage, backstage\nhas: owner, time", False, 2, 3, "b1", "has no owner"),
    ("each: with fail point\nhas: failure", True, 2, 2, "", ""),
    ("each: with fail point\nhas: prevention, probability", False, 0, 2, "o1 b1", "how probable"),
    ("each: with fail point\nhas: recovery", False, 1, 2, "o1", "has no recovery"),
    ("each: with wait\nhas: wait time", True, 1, 1, "", ""),
    ("each: with moment of truth\nstands: above visibility", True, 1, 1, "", ""),
    ("each: named Makes\nstands: support", False, 0, 1, "b1 r1", "“Makes the coffee” stands in"),
    ("each: named Makes another, Grinds\nhas: owner", False, 1, 2, "", "called “Grinds”"),
    ("each: in support\nhas: owner", False, 0, 1, "", "no such step"),
    ("each: in onstage\nlinked to: in customer", True, 1, 1, "", ""),
    ("each: in backstage\nlinked to: in onstage", False, 1, 2, "r1", "is not connected"),
    ("flow from: named Takes the order\nto: named Makes the coffee", True, 0, 0, "", ""),
    ("flow from: named Takes\nto: named Orders\nkind: exchange", True, 0, 0, "", ""),
    ("flow from: named Makes the coffee\nto: in backstage\nkind: recovery", True, 0, 0, "", ""),
    ("flow from: named Drinks\nto: named Orders", False, 0, 0, "c3", "leads from “Drinks coffee”"),
    ("flow from: named Sells\nto: named Orders", False, 0, 0, "", "not there yet"),
    ("order: order, wait/queue, drink\nin: customer", True, 3, 3, "", ""),
    ("order: drink, wait", False, 1, 2, "c2", "“Waits” should come after “Drinks coffee”"),
    ("order: order, pay", False, 1, 2, "", "called “pay”"),
    ("lane: backstage", True, 0, 0, "", ""),
    ("lane: backstage, support", False, 1, 2, "", "no lane “Support processes”"),
    ("rule: SB001", True, 0, 0, "", ""),
    ("rule: SB020", False, 0, 0, "c3", "Drinks coffee"),
    ("rule: SB020\nof: named Orders", True, 0, 0, "", ""),
    ("measure: actions\nexactly: 5", True, 0, 0, "", ""),
    ("measure: standard time\nat most: 1 min", False, 0, 0, "", "Standard time: 1 min 30 s"),
    ("measure: expected waits\nat least: 2 min", True, 0, 0, "", ""),
    ("measure: busy\nat most: 80 %", False, 0, 0, "", "No step names a resource"),
    ("measure: profit at\nof: 1 min\nexactly: 3", True, 0, 0, "", ""),
    ("property: segment", True, 0, 0, "", ""),
    ("property: scenario", False, 0, 0, "", "do not say “Scenario”"),
    ("property: demand\nis: 30", True, 0, 0, "", ""),
    ("property: state\nis: to-be", False, 0, 0, "", "“State” is not yet"),
]


@pytest.fixture(scope="module")
def cafe(tmp_path_factory: pytest.TempPathFactory) -> Document:
    path = tmp_path_factory.mktemp("cafe") / "cafe.csv"
    path.write_text(TABLE, encoding="utf-8")
    return open_document(path).document


def judged(folder: Path, document: Document, check: str, why: str = "") -> Mark:
    path = folder / "one.lesson.md"
    path.write_text(f"# One\n\n## Checks\n\n### It\n{check}\n\n{why}\n", encoding="utf-8")
    return mark(read_lesson(path), document).marks[0]


@pytest.mark.parametrize("case", CAFE_CHECKS, ids=lambda case: case[0].replace("\n", " "))
def test_a_check_says_what_it_finds(
    tmp_path: Path, cafe: Document, case: tuple[str, bool, int, int, str, str]
) -> None:
    check, passed, done, wanted, steps, said = case
    found = judged(tmp_path, cafe, check)
    assert found.passed is passed, found.explanation("en")
    assert (found.verdict.done, found.verdict.wanted) == (done, wanted)
    if steps or passed:
        assert found.verdict.steps == tuple(steps.split())
    assert said in found.explanation("en")


def test_a_queue_without_end_is_longer_than_any_bound(tmp_path: Path) -> None:
    bank = read_lesson(shipped_course("en").paths[7])
    check = "measure: queueing\nat most: 5 min"
    found = judged(tmp_path, start_document(bank), check)
    assert not found.passed
    assert "grows without end" in found.explanation("en")


def test_every_verdict_is_spoken_in_chinese_too(tmp_path: Path, cafe: Document) -> None:
    for check, passed, *_ in CAFE_CHECKS:
        if not passed:
            found = judged(tmp_path, cafe, check)
            assert found.explanation("zh_CN") != found.explanation("en"), check


def test_the_teachers_words_name_the_card(tmp_path: Path, cafe: Document) -> None:
    check = "each: in backstage\nstands: support"
    found = judged(tmp_path, cafe, check, "Move “{card}”; {cards} stand wrong.")
    assert found.explanation("zh_CN") == (
        "Move “Makes the coffee”; “Makes the coffee”, “Makes another” stand wrong."
    )


def test_without_a_card_the_program_speaks_itself(tmp_path: Path, cafe: Document) -> None:
    found = judged(tmp_path, cafe, "each: in support\nhas: owner", "“{card}” stands wrong.")
    assert found.explanation("en") == "There is no such step yet. Add it first."


def test_a_name_that_fits_exactly_goes_before_words_that_occur(
    tmp_path: Path, cafe: Document
) -> None:
    found = judged(tmp_path, cafe, "count: named Waits\nexactly: 1")
    assert found.passed


def test_names_alone_do_not_mean_evidence(tmp_path: Path, cafe: Document) -> None:
    assert not judged(tmp_path, cafe, "count: named menu").passed
    assert judged(tmp_path, cafe, "count: in evidence; named menu").passed
