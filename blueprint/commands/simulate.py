"""`blueprint simulate`: customers come, and what becomes of them."""

from __future__ import annotations

import json
import os
import sys
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blueprint.commands.reading import opened
from blueprint.commands.speaking import Failure, coloured, padded, printable, width
from blueprint.i18n import current_language, tr
from blueprint.model.units import show_duration

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from blueprint.measures.simulation import Estimate, Results, Settings
    from blueprint.measures.simulation.sweep import Point, Sweep
    from blueprint.model.document import Document


def sweep_file(
    file: Path, text: str, settings: Settings, scheduler: str | None, *, as_json: bool
) -> int:
    """Print what the simulation gives for each value of a sweep. Raises Failure."""
    from blueprint.measures.simulation.program import CannotSimulate
    from blueprint.measures.simulation.sweep import BadSweep, parse_sweep, run_sweep

    document = opened(file)
    try:
        sweep = parse_sweep(text, document)
        with _executor(settings, scheduler, len(sweep.values)) as executor:
            points = run_sweep(document, sweep, settings, executor=executor, progress=_progress)
    except (BadSweep, CannotSimulate) as refused:
        raise Failure(refused.reason, about=str(file)) from refused
    finally:
        _clear_progress()
    if as_json:
        found = [
            {"value": point.value, **results_as_json(document, point.results)} for point in points
        ]
        print(json.dumps({"sweep": asdict(sweep), "points": found}, ensure_ascii=False, indent=2))
    else:
        _print_sweep(file, document, sweep, points)
    return 0


def _print_sweep(file: Path, document: Document, sweep: Sweep, points: Sequence[Point]) -> None:
    from blueprint.analysis.sweep import HEADS, LEVER_TITLES, figures

    language = current_language()
    rows = [[tr(LEVER_TITLES[sweep.lever]), *(tr(head) for head in HEADS)]]
    rows += [figures(sweep, point, language) for point in points]
    widths = [max(width(row[place]) for row in rows) + 2 for place in range(len(rows[0]))]
    print(printable(coloured(str(file), "strong")))
    for row in rows:
        cells = (padded(cell, room) for cell, room in zip(row, widths, strict=True))
        print(printable(f"  {''.join(cells)}".rstrip()))


def simulate_file(file: Path, settings: Settings, scheduler: str | None, *, as_json: bool) -> int:
    """Print what the simulation of `file` gave. Raises Failure if it cannot be run."""
    from blueprint.measures.simulation import simulate
    from blueprint.measures.simulation.program import CannotSimulate

    document = opened(file)
    try:
        with _executor(settings, scheduler) as executor:
            results = simulate(document, settings, executor=executor, progress=_progress)
    except CannotSimulate as reason:
        raise Failure(reason.reason, about=str(file)) from reason
    finally:
        _clear_progress()
    if as_json:
        print(json.dumps(results_as_json(document, results), ensure_ascii=False, indent=2))
    else:
        _print(file, document, results)
    return 0


def _executor(
    settings: Settings, scheduler: str | None, studies: int = 1
) -> AbstractContextManager[Executor | None]:
    from blueprint.measures.simulation.study import cluster_executor, local_executor

    if scheduler:
        return cluster_executor(scheduler)
    small = settings.customers * settings.replications * studies < 20_000
    if small or (os.cpu_count() or 1) < 2:
        return nullcontext()
    return local_executor()


def _progress(done: int, total: int) -> bool:
    if sys.stderr.isatty():
        print(f"\r{done}/{total}", end="", file=sys.stderr, flush=True)
    return True


def _clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def results_as_json(document: Document, results: Results) -> dict[str, Any]:
    """Plain values; times in seconds, each mean with the bounds of its 95 % interval."""
    busiest = results.bottleneck
    return {
        "settings": asdict(results.settings),
        "time_in_system_s": _bounds(results.time_in_system),
        "wait_s": _bounds(results.wait),
        "throughput_per_hour": _bounds(results.throughput_per_hour),
        "percentiles_s": {str(share): value for share, value in results.percentiles.items()},
        "histogram": [list(found) for found in results.histogram],
        "beyond_promise": None
        if results.beyond_promise is None
        else _bounds(results.beyond_promise),
        "gave_up": results.gave_up,
        "resources": [
            {
                "title": document.resources[found.resource].title,
                "wait_mean_s": _bounds(found.wait),
                "queue_mean": _bounds(found.queue),
                "utilisation": _bounds(found.utilisation),
            }
            for found in results.stations
        ],
        "bottleneck": None if busiest is None else document.resources[busiest.resource].title,
    }


def _bounds(estimate: Estimate) -> dict[str, float | None]:
    known = estimate.half_width is not None
    return {
        "mean": estimate.mean,
        "low": estimate.low if known else None,
        "high": estimate.high if known else None,
    }


def _print(file: Path, document: Document, results: Results) -> None:
    language = current_language()

    def lasting(estimate: Estimate) -> str:
        mean = show_duration(estimate.mean, language)
        if estimate.half_width is None:
            return mean
        return tr("{mean} ± {half}", mean=mean, half=show_duration(estimate.half_width, language))

    print(printable(coloured(str(file), "strong")))
    lines = [
        tr("Time in system: {time}", time=lasting(results.time_in_system)),
        tr("Wait: {time}", time=lasting(results.wait)),
        tr("Nine of ten customers: up to {time}", time=_shown(results.percentiles[90])),
        tr("Customers per hour: {count}", count=f"{results.throughput_per_hour.mean:.1f}"),
    ]
    if results.beyond_promise is not None:
        lines.append(tr("Beyond the promise: {share}", share=f"{results.beyond_promise.mean:.1%}"))
    if results.gave_up:
        lines.append(tr("Gave up: {share}", share=f"{results.gave_up:.1%}"))
    for found in results.stations:
        line = tr(
            "“{resource}”: {share} busy, {queue} waiting on average, wait {wait}",
            resource=document.resources[found.resource].title,
            share=f"{found.utilisation.mean:.0%}",
            queue=f"{found.queue.mean:.2f}",
            wait=lasting(found.wait),
        )
        lines.append(line)
    print("\n".join(printable(f"  {line}") for line in lines))


def _shown(seconds: float) -> str:
    return show_duration(seconds, current_language())
