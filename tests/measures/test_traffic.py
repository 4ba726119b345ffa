"""Visits and times of small blueprints whose answers can be worked out by hand."""

from pathlib import Path

import pytest

from blueprint.measures.capacity import capacity
from blueprint.measures.chain import NoExit
from blueprint.measures.contact import contact_degree
from blueprint.measures.failure import rework_per_100, risks
from blueprint.measures.money import economics
from blueprint.measures.path import longest_path, standard_seconds
from blueprint.measures.structure import crossings, intricacy
from blueprint.measures.timing import durations, timing
from blueprint.model.document import Document
from blueprint.model.notation import Line
from blueprint.model.reading import read
from blueprint.model.reading.plan import plan
from blueprint.storage import open_document

HEAD = "id,lane,column,label,kind,next,duration,resource,servers,cost,document.arrivals_per_hour\n"


def table(tmp_path: Path, *rows: str) -> Document:
    file = tmp_path / "table.csv"
    file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return open_document(file).document


def test_a_decision_takes_one_branch_by_its_probability(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,action,d,10,,,,",
        "d,customer,2,D,decision,b:yes@0.25;c:no,,,,,",
        "b,customer,3,B,action,e,100,,,8,",
        "c,customer,3,C,action,e,20,,,,",
        "e,customer,4,E,end,,,,,,",
    )
    found = timing(read(document))
    assert found.mean == pytest.approx(10 + 0.25 * 100 + 0.75 * 20)
    assert found.standard == 110
    assert economics(document, read(document)).cost == pytest.approx(2)


def test_a_fork_waits_for_its_longest_branch_and_counts_as_one_arrival(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,action,b;c,,,,,60",
        "b,onstage,2,B,action,j,30,R,1,,",
        "c,onstage,2,C,action,j,50,S,1,,",
        "j,customer,3,J,end,,5,T,1,,",
    )
    found = timing(read(document))
    assert found.mean == 55
    loads = {load.resource: load for load in capacity(document, read(document)).loads}
    assert loads["resource:T"].service.visits == pytest.approx(1)


def test_a_fork_within_a_fork_is_solved_from_the_inside(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,action,b;c,,,,,",
        "b,onstage,2,B,action,d;e,1,,,,",
        "c,onstage,2,C,action,j,4,,,,",
        "d,onstage,3,D,action,k,5,,,,",
        "e,onstage,3,E,action,k,6,,,,",
        "k,onstage,4,K,action,j,2,,,,",
        "j,customer,5,J,end,,,,,,",
    )
    assert timing(read(document)).mean == 9


def test_work_after_the_customer_has_gone_adds_no_time(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,action,b;s,10,,,,",
        "b,customer,2,B,end,,5,,,,",
        "s,support,2,S,action,,1000,R,1,,",
    )
    found = timing(read(document))
    assert found.mean == 15
    assert found.standard == 15


def test_an_exchange_in_one_column_is_one_moment(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,action,<>o;b,10,,,,",
        "o,onstage,1,O,action,,25,,,,",
        "b,customer,2,B,end,,,,,,",
    )
    assert timing(read(document)).mean == 25
    assert intricacy(read(document)) == 2 - 3 + 2
    assert crossings(document, read(document))[Line.INTERACTION] == 1


def test_a_loop_is_solved_exactly(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,start,d,30,,,,",
        "d,customer,2,D,decision,a:again@0.6;e:done@0.4,,,,,",
        "e,customer,3,E,end,,,,,,",
    )
    found = timing(read(document))
    assert found.mean == pytest.approx(75)
    assert found.standard == 30
    assert rework_per_100(read(document)) == pytest.approx(4500)


def test_a_loop_without_exit_is_told(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,start,b,30,,,,",
        "b,onstage,2,B,action,c,30,,,,",
        "c,onstage,3,C,action,b,30,,,,",
    )
    with pytest.raises(NoExit):
        timing(read(document))


def test_contact_degree_counts_each_step_once(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,action,b,30,,,,",
        "b,backstage,2,B,action,c,90,,,,",
        "c,customer,3,C,end,,,,,,",
    )
    assert contact_degree(read(document)) == pytest.approx(0.25)


def test_a_step_off_the_longest_path_has_slack(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,action,b;c,,,,,",
        "b,onstage,2,B,action,j,30,,,,",
        "c,onstage,2,C,action,j,50,,,,",
        "j,customer,3,J,end,,5,,,,",
    )
    main = plan(read(document), main_only=True)
    path = longest_path(main, durations(main, standard_seconds))
    slack = {main.process.wiring.steps[moment].id: value for moment, value in path.slack.items()}
    assert slack == {"a": 0, "b": 20, "c": 0, "j": 0}


def test_a_resource_released_and_taken_again_serves_twice(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,action,b,,,,,30",
        "b,onstage,2,B,action,c,20,Clerk,1,,",
        "c,customer,3,C,action,d,100,,,,",
        "d,onstage,4,D,action,e,40,Clerk,,,",
        "e,customer,5,E,end,,,,,,",
    )
    found = capacity(document, read(document))
    (clerk,) = found.loads
    assert clerk.service.visits == pytest.approx(2)
    assert clerk.service.mean == pytest.approx(30)
    assert clerk.service.variance == pytest.approx(100)
    assert clerk.queue is not None
    assert clerk.queue.utilisation == pytest.approx(30 / 3600 * 60)
    assert found.time_in_system == pytest.approx(160 + 2 * clerk.queue.wait)


def test_a_branch_back_to_before_its_own_fork_ends_in_a_figure(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "s,customer,1,S,start,a,,,,,",
        "a,customer,2,A,action,b;c,10,,,,",
        "b,onstage,3,B,decision,a:again@0.5;j:done@0.5,10,,,,",
        "c,onstage,3,C,action,j,20,,,,",
        "j,customer,4,J,end,,,,,,",
    )
    found = timing(read(document))
    assert found.approximate
    assert found.mean > 0


def test_a_loop_that_one_branch_of_a_fork_never_leaves_is_told(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,start,b,30,,,,",
        "b,onstage,2,B,action,a;c,30,,,,",
        "c,customer,3,C,end,,30,,,,",
    )
    with pytest.raises(NoExit):
        timing(read(document))


def test_a_supply_that_may_fail_does_so_once_for_each_customer(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text(
        "id,lane,column,label,next,fail,fail_probability\n"
        "a,customer,1,A,b,,\n"
        "b,customer,2,B,,,\n"
        "s,support,1,S,b,spoilt,0.2\n",
        encoding="utf-8",
    )
    (risk,) = risks(read(open_document(file).document))
    assert risk.failures_per_100 == pytest.approx(20)
