"""A Dask cluster runs the same replications to the same result."""

from pathlib import Path

import pytest

from blueprint.measures.simulation import Settings, simulate
from blueprint.measures.simulation.program import CannotSimulate
from blueprint.measures.simulation.study import cluster_executor
from blueprint.storage import open_document

distributed = pytest.importorskip("distributed")
CASES = Path(__file__).parents[2] / "cases"


def test_two_workers_of_a_cluster_give_the_same_as_one_process() -> None:
    document = open_document(CASES / "shoeshine.csv").document
    settings = Settings(customers=200, replications=4)
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        cluster_executor(cluster.scheduler_address) as executor,
    ):
        assert simulate(document, settings, executor=executor) == simulate(document, settings)


def test_a_scheduler_that_is_not_there_is_told() -> None:
    with pytest.raises(CannotSimulate, match="cannot be reached"), cluster_executor("127.0.0.1:9"):
        pass
