"""Simulation: customers per second, cores, a cluster, and another simulator on the same network.

`python -m benchmarks.simulation [CUSTOMERS]`; targets P11: at least 100,000 customer-steps per
second and core, two cores at least 1.7 times one, time per customer at most half of Ciw's.
"""

from __future__ import annotations

import importlib
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from blueprint.measures.simulation import Results, Settings, simulate
from blueprint.measures.simulation.program import compiled
from blueprint.measures.simulation.replication import replicate
from blueprint.measures.simulation.study import cluster_executor, local_executor
from blueprint.model.document import Document
from blueprint.storage import open_document

CASES = Path(__file__).parents[1] / "tests" / "cases"


def timed(work: Callable[[], Results]) -> tuple[float, Results]:
    began = time.perf_counter()
    results = work()
    return time.perf_counter() - began, results


def steps_per_customer(document: Document) -> float:
    """Steps begun by the customers of one short replication, for each of them."""
    begun = 0

    def watch(time: float, number: int, what: str, steps: tuple[str, ...]) -> None:
        nonlocal begun
        begun += len(steps) if what == "begin" else 0

    replicate(compiled(document), Settings(2000, 1), 0, watch)
    return begun / 2000


def run_with(
    document: Document, customers: int, executor: AbstractContextManager[Executor | None]
) -> float:
    with executor as pool:
        if pool is not None:
            simulate(document, Settings(100, 4), executor=pool)
        seconds, _ = timed(lambda: simulate(document, Settings(customers // 8, 8), executor=pool))
    return seconds


def cluster(customers: int, document: Document) -> float | None:
    """Seconds on a local Dask cluster of two workers; None where Dask is not installed."""
    try:
        import distributed
    except ImportError:
        return None
    local = distributed.LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    )
    with local:
        return run_with(document, customers, cluster_executor(local.scheduler_address))


def beside_ciw(customers: int) -> None:
    """The drive-up bank in both programs: the same network, means and time per customer."""
    try:
        ciw: Any = importlib.import_module("ciw")
    except ImportError:
        print("Ciw is not installed: pip install ciw")
        return
    document = open_document(CASES / "drive-up-bank.csv").document
    began = time.process_time()
    results = simulate(document, Settings(customers, 1, warm_up=0))
    ours = time.process_time() - began
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=36 / 3600)],
        service_distributions=[ciw.dists.Exponential(rate=1 / 240)],
        number_of_servers=[3],
    )
    began = time.process_time()
    ciw.seed(1)
    other = ciw.Simulation(network)
    other.simulate_until_max_customers(customers, method="Arrive")
    theirs = time.process_time() - began
    waits = [record.waiting_time for record in other.get_all_records()]
    print(f"  mean wait: ours {results.stations[0].wait.mean:.1f} s,", end=" ")
    print(f"Ciw {sum(waits) / len(waits):.1f} s, exact 258.9 s")
    print(f"  processor's time a customer: ours {ours / customers * 1e6:.1f} µs,", end=" ")
    print(f"Ciw {theirs / customers * 1e6:.1f} µs, ratio {ours / theirs:.2f} (target ≤ 0.5)")


def main(customers: int) -> None:
    document = open_document(CASES / "shoeshine.csv").document
    steps = steps_per_customer(document)
    print(f"{customers:,} customers through the shoeshine, {steps:.2f} steps each")
    worked = time.process_time()
    one = run_with(document, customers, nullcontext())
    worked = time.process_time() - worked
    print(f"  one core: {one:.1f} s, {customers * steps / one:,.0f} customer-steps/s")
    print(f"  {customers * steps / worked:,.0f} customer-steps a second of the processor's time")
    two = run_with(document, customers, local_executor(2))
    print(f"  two cores: {two:.1f} s, {one / two:.2f} times one (target ≥ 1.7)")
    spread = cluster(customers, document)
    print("  Dask is not installed" if spread is None else f"  Dask, two workers: {spread:.1f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak memory of this process: {peak:.0f} MB")
    print("Beside another simulator, one core, the drive-up bank")
    beside_ciw(min(customers, 100_000))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
