"""Many replications: on all cores, or on a cluster, with progress and a way to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from blueprint.i18n import message
from blueprint.measures.simulation.program import CannotSimulate, Program, compiled
from blueprint.measures.simulation.replication import Outcome, replicate
from blueprint.measures.simulation.results import Results, summed_up
from blueprint.measures.simulation.settings import Settings
from blueprint.model.document import Document

Progress = Callable[[int, int], bool]
"""Told how many replications are done, of how many; answers whether to go on."""


class Cancelled(Exception):  # noqa: N818
    """The simulation was stopped before its end."""


def simulate(
    document: Document,
    settings: Settings,
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Results:
    """Run all replications and sum them up.

    `executor` None: one after the other in this process. The results depend on the settings
    alone, not on the executor. Raises CannotSimulate, and Cancelled if `progress` says so.
    """
    if settings.left_out >= settings.customers:
        raise CannotSimulate(
            message("No customer would be counted. Let more come, or leave out fewer.")
        )
    program = compiled(document)
    outcomes = dict(_outcomes(program, settings, executor, progress))
    return summed_up(program, settings, [outcomes[number] for number in sorted(outcomes)])


def _outcomes(
    program: Program,
    settings: Settings,
    executor: Executor | None,
    progress: Progress | None,
) -> Iterator[tuple[int, Outcome]]:
    total = settings.replications
    if executor is None:
        for number in range(total):
            yield number, replicate(program, settings, number)
            _tell(progress, number + 1, total)
        return
    waiting: dict[Future[Outcome], int] = {
        executor.submit(replicate, program, settings, number): number for number in range(total)
    }
    try:
        while waiting:
            done, _ = wait(waiting, timeout=0.1, return_when=FIRST_COMPLETED)
            for future in done:
                yield waiting.pop(future), future.result()
            _tell(progress, total - len(waiting), total)
    finally:
        for future in waiting:
            future.cancel()


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None and not progress(done, total):
        raise Cancelled


@contextmanager
def local_executor(workers: int | None = None) -> Iterator[Executor]:
    """All cores of this machine.

    Each worker is a process begun afresh: a copy of one with a window and threads may hang.
    """
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield pool


@contextmanager
def cluster_executor(scheduler: str) -> Iterator[Executor]:
    """The workers of a Dask cluster. Raises CannotSimulate if it cannot be reached."""
    try:
        client = _client(scheduler)
    except ImportError as error:
        raise CannotSimulate(
            message("To use a cluster, install the extra “cluster” of this program first.")
        ) from error
    except (OSError, TimeoutError, ValueError) as error:
        raise CannotSimulate(
            message(
                "The scheduler “{address}” cannot be reached. Check the address.",
                address=scheduler,
            )
        ) from error
    with client:
        yield client.get_executor()


def _client(scheduler: str) -> Any:
    """The library has no types, so its client is taken as it is."""
    import distributed

    client: Any = distributed.Client
    return client(scheduler, timeout=10)
