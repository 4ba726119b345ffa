"""Absorbing Markov chains: expected visits and expected totals, loops solved exactly."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.model.reading.loops import components


class NoExit(Exception):  # noqa: N818
    """Some states of the chain are never left; `states` are their numbers."""

    def __init__(self, states: Sequence[int]) -> None:
        super().__init__(f"{len(states)} states are never left")
        self.states = tuple(states)


class Chain:
    """A chain over states 0 … n-1; what is missing from 1 in a row of `moves` leaves the chain.

    The equations are solved component by component in the order of the flow, so that only
    states of one loop are ever solved together.
    """

    def __init__(self, moves: Sequence[dict[int, float]]) -> None:
        self._moves = moves
        following = [list(row) for row in moves]
        self._components = components(len(moves), following)

    def totals(self, rewards: Sequence[float]) -> list[float]:
        """Expected sum of rewards from each state on: T = r + P·T. Raises NoExit."""
        totals = [0.0] * len(self._moves)
        place = self._places()
        for component in reversed(self._components):
            known = [
                rewards[i]
                + sum(p * totals[j] for j, p in self._moves[i].items() if place[j] != place[i])
                for i in component
            ]
            rows = [
                {j: p for j, p in self._moves[i].items() if place[j] == place[i]} for i in component
            ]
            for i, value in zip(
                component, _solved(component, rows, known, transposed=False), strict=True
            ):
                totals[i] = value
        return totals

    def visits(self, first: dict[int, float]) -> list[float]:
        """Expected visits of each state when begun as `first` says: v = e + Pᵀ·v. Raises NoExit."""
        visits = [0.0] * len(self._moves)
        arriving = [first.get(i, 0.0) for i in range(len(self._moves))]
        place = self._places()
        for component in self._components:
            if not any(arriving[i] for i in component):
                continue
            rows = [
                {j: p for j, p in self._moves[i].items() if place[j] == place[i]} for i in component
            ]
            known = [arriving[i] for i in component]
            for i, value in zip(
                component, _solved(component, rows, known, transposed=True), strict=True
            ):
                visits[i] = value
                for j, p in self._moves[i].items():
                    if place[j] != place[i]:
                        arriving[j] += p * value
        return visits

    def _places(self) -> list[int]:
        place = [0] * len(self._moves)
        for number, component in enumerate(self._components):
            for state in component:
                place[state] = number
        return place


def _solved(
    states: Sequence[int],
    rows: Sequence[dict[int, float]],
    known: Sequence[float],
    *,
    transposed: bool,
) -> list[float]:
    """x with x = known + A·x, where A holds `rows` (or their transpose), within one component."""
    if len(states) == 1:
        staying = rows[0].get(states[0], 0.0)
        if staying >= 1 - 1e-12:
            raise NoExit(states)
        return [known[0] / (1 - staying)]
    import numpy

    column = {state: place for place, state in enumerate(states)}
    matrix = numpy.eye(len(states))
    for place, row in enumerate(rows):
        for state, probability in row.items():
            at = (column[state], place) if transposed else (place, column[state])
            matrix[at] -= probability
    if all(abs(sum(row.values()) - 1) < 1e-12 for row in rows):
        raise NoExit(states)
    solved: list[float] = numpy.linalg.solve(matrix, numpy.array(known)).tolist()
    return solved
