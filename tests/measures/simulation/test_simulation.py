"""The simulation agrees with what is known exactly, and gives the same again for the same seed."""

import pickle
import random
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from blueprint.i18n import message
from blueprint.measures.queueing import Queue
from blueprint.measures.simulation import Cancelled, Results, Settings, simulate
from blueprint.measures.simulation.program import CannotSimulate, compiled
from blueprint.measures.simulation.replication import replicate
from blueprint.measures.simulation.sampling import gaps
from blueprint.measures.simulation.student import quantile
from blueprint.model.document import Document
from blueprint.storage import open_document

CASES = Path(__file__).parents[2] / "cases"
HEAD = (
    "id,lane,column,label,kind,next,duration,tolerance,resource,servers,"
    "document.arrivals_per_hour,document.promise_seconds\n"
)


def table(folder: Path, *rows: str) -> Document:
    file = folder / "table.csv"
    file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return open_document(file).document


def station(folder: Path, duration: str, servers: int, per_hour: float) -> Document:
    return table(
        folder,
        f"a,customer,1,Arrive,start,b,,,,,{per_hour},",
        f"b,onstage,2,Serve,action,c,{duration},,Clerk,{servers},,",
        "c,customer,3,Leave,end,,,,,,,",
    )


def tandem(folder: Path) -> Document:
    return table(
        folder,
        "a,customer,1,Arrive,start,b,,,,,30,",
        "b,onstage,2,Order,action,c,exponential(60 s),,Clerk,1,,",
        "c,backstage,3,Pack,action,d,exponential(72 s),,Packer,1,,",
        "d,customer,4,Leave,end,,,,,,,",
    )


def loop(folder: Path) -> Document:
    """Served again with probability 0.2: a queue with arrivals of 20 / 0.8 an hour."""
    return table(
        folder,
        "a,customer,1,Arrive,start,b,,,,,20,",
        "b,onstage,2,Serve,action,d,exponential(72 s),,Clerk,1,,",
        "d,customer,3,Right?,decision,b:no@0.2; e:yes@0.8,,,,,,",
        "e,customer,4,Leave,end,,,,,,,",
    )


def expected_time(case: str, folder: Path) -> tuple[Document, float]:
    """A blueprint and its exact mean time in system, in seconds."""
    match case:
        case "M/M/1":
            queue = Queue(30 / 3600, 60)
            return station(folder, "exponential(60 s)", 1, 30), queue.wait + 60
        case "M/M/3":
            queue = Queue(60 / 3600, 120, 3)
            return station(folder, "exponential(120 s)", 3, 60), queue.wait + 120
        case "M/D/1":
            queue = Queue(30 / 3600, 60, cv2=0)
            return station(folder, "60 s", 1, 30), queue.wait + 60
        case "tandem":
            one, two = Queue(30 / 3600, 60), Queue(30 / 3600, 72)
            return tandem(folder), one.wait + 60 + two.wait + 72
        case _:
            again = Queue(25 / 3600, 72)
            return loop(folder), (again.wait + 72) / 0.8


MODELS = ["M/M/1", "M/M/3", "M/D/1", "tandem", "loop"]


def covered(case: str, folder: Path, seeds: int, customers: int) -> int:
    document, exact = expected_time(case, folder)
    settings = [Settings(customers, 8, seed) for seed in range(seeds)]
    return sum(simulate(document, found).time_in_system.covers(exact) for found in settings)


@pytest.mark.parametrize("case", MODELS)
def test_intervals_cover_the_exact_value(case: str, tmp_path: Path) -> None:
    assert covered(case, tmp_path, seeds=20, customers=800) >= 16


@pytest.mark.stress
@pytest.mark.parametrize("case", MODELS)
def test_intervals_cover_the_exact_value_in_88_of_100_seeds(case: str, tmp_path: Path) -> None:
    assert covered(case, tmp_path, seeds=100, customers=2000) >= 88


def summary(results: Results) -> tuple[object, ...]:
    return (results.time_in_system, results.stations, results.percentiles, results.histogram)


def test_one_seed_gives_one_result_in_this_process_and_in_others() -> None:
    document = open_document(CASES / "shoeshine.csv").document
    settings = Settings(customers=300, replications=4, seed=7)
    alone = summary(simulate(document, settings))
    assert summary(simulate(document, settings)) == alone
    with ProcessPoolExecutor(2) as pool:
        assert summary(simulate(document, settings, executor=pool)) == alone
    assert summary(simulate(document, Settings(300, 4, 8))) != alone


def test_shoeshine_agrees_with_the_closed_form() -> None:
    document = open_document(CASES / "shoeshine.csv").document
    results = simulate(document, Settings(customers=6000, replications=10, seed=3))
    assert results.time_in_system.covers(524.423)
    (shoeshiner,) = results.stations
    assert shoeshiner.utilisation.covers(0.855556)
    assert results.beyond_promise is not None
    assert 0 < results.beyond_promise.mean < 1
    assert sum(count for _, count in results.histogram) == 54_000


def test_a_fork_waits_for_all_its_branches(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,start,b; c,,,,,1,",
        "b,onstage,2,B,action,j,30 s,,R,1,,",
        "c,onstage,2,C,action,j,50 s,,S,1,,",
        "j,customer,3,J,end,,5 s,,,,,",
    )
    settings = Settings(customers=20, replications=1, warm_up=0, arrivals="fixed")
    assert simulate(document, settings).time_in_system.mean == pytest.approx(55)


def test_a_loop_is_taken_no_more_often_than_its_largest_count(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,A,start,b,,,,,1,",
        "b,onstage,2,B,action,d,10 s,,,,,",
        "d,customer,3,D,decision,b:no@0.999; e:yes@0.001,,,,,,",
        "e,customer,4,E,end,,,,,,,",
    )
    back = next(flow for flow in document.flows.values() if flow.label == "no")
    entities = {**document.entities, back.id: back.replaced(max_count=3)}
    settings = Settings(customers=50, replications=1, warm_up=0)
    results = simulate(Document(entities.values()), settings)
    assert max(edge for edge, count in results.histogram if count) <= 40 + 1e-6


def test_impatient_customers_leave_the_queue_and_free_it_for_others(tmp_path: Path) -> None:
    document = table(
        tmp_path,
        "a,customer,1,Arrive,start,b; w,,,,,120,",
        "b,onstage,2,Serve,action,c,60 s,30 s,Clerk,1,,",
        "w,onstage,2,Hold the coat,action,c,10 s,,Porter,1,,",
        "c,customer,3,Leave,end,,,,,,,",
    )
    patient = Settings(customers=400, replications=2)
    hasty = Settings(customers=400, replications=2, impatient=True)
    assert simulate(document, patient).gave_up == 0
    results = simulate(document, hasty)
    assert 0.3 < results.gave_up < 0.7
    assert results.stations[0].wait.mean <= 30


def test_arrivals_by_hour_come_when_the_schedule_says(tmp_path: Path) -> None:
    document = station(tmp_path, "1 s", 1, 10)
    by_hour = (0.0,) * 9 + (60.0,) + (0.0,) * 14
    properties = document.properties.replaced(arrivals_by_hour=by_hour)
    scheduled = Document({**document.entities, "": properties}.values())
    begun: list[float] = []
    replicate(
        compiled(scheduled),
        Settings(customers=100, replications=1, warm_up=0),
        0,
        lambda time, _, what, __: begun.append(time) if what == "begin" else None,
    )
    assert begun
    assert all(9 <= time / 3600 % 24 < 10.01 for time in begun)


def test_a_simulation_can_be_stopped() -> None:
    document = open_document(CASES / "shoeshine.csv").document
    with pytest.raises(Cancelled):
        simulate(document, Settings(50, 5), progress=lambda done, _: done < 2)


@pytest.mark.parametrize(
    ("case", "words"),
    [("carpet-cleaning", "never leave a loop"), ("hotel", "Nobody arrives")],
)
def test_what_cannot_be_run_says_why(case: str, words: str) -> None:
    with pytest.raises(CannotSimulate, match=words):
        simulate(open_document(CASES / f"{case}.csv").document, Settings(10, 1))


@pytest.mark.parametrize(
    ("freedom", "expected"), [(1, 12.7062), (4, 2.77645), (9, 2.26216), (30, 2.04227)]
)
def test_students_quantiles_are_those_of_the_tables(freedom: int, expected: float) -> None:
    assert quantile(0.975, freedom) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize(
    "rows",
    [
        ("b,onstage,2,B,action,a;c,30,,,,,", "c,customer,3,C,end,,30,,,,,"),
        (
            "b,onstage,2,B,action,a;c;!d,30,,,,,",
            "c,customer,3,C,end,,30,,,,,",
            "d,onstage,3,D,action,!c,30,,,,,",
        ),
    ],
    ids=["a fork leads back", "a fork leads back beside a recovery that never comes"],
)
def test_a_loop_that_a_fork_goes_round_for_ever_is_refused(
    rows: tuple[str, ...], tmp_path: Path
) -> None:
    document = table(tmp_path, "a,customer,1,A,start,b,30,,,,20,", *rows)
    with pytest.raises(CannotSimulate, match="never leave a loop"):
        simulate(document, Settings(customers=2, replications=1))


def test_why_a_simulation_cannot_run_comes_back_from_another_process() -> None:
    refused = CannotSimulate(message("“{title}” has no servers. Give it at least one.", title="T"))
    assert pickle.loads(pickle.dumps(refused)).reason == refused.reason


def test_a_warm_up_of_all_customers_is_refused(tmp_path: Path) -> None:
    document = station(tmp_path, "60 s", 1, 30)
    with pytest.raises(CannotSimulate, match="No customer would be counted"):
        simulate(document, Settings(customers=10, replications=1, warm_up=10))


@pytest.mark.parametrize("duration", ["-60 s", '"uniform(-2 min, -1 min)"', "exponential(-60 s)"])
def test_a_negative_duration_takes_no_time(duration: str, tmp_path: Path) -> None:
    document = station(tmp_path, duration, 1, 30)
    results = simulate(document, Settings(customers=20, replications=1))
    assert results.time_in_system.mean == 0


def test_customers_who_come_once_in_ages_come_at_once_and_at_their_hour() -> None:
    by_hour = [0.0] * 9 + [1e-9] + [0.0] * 14
    between = gaps("by_hour", 1, by_hour, random.Random(1))
    came = next(between)
    assert came > 1e9
    assert came % (24 * 3600) // 3600 == 9
