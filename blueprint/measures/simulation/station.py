"""A resource with its servers and its queue, first come, first served."""

from __future__ import annotations

from collections import deque

from simpy import Environment, Event


class Station:
    """Counts as it goes: `area` and `busy` are the integrals of queue length and busy servers."""

    def __init__(self, env: Environment, servers: int) -> None:
        self._env = env
        self._free = servers
        self._servers = servers
        self._queue: deque[Event] = deque()
        self._changed = 0.0
        self.area = 0.0
        self.busy = 0.0
        self.waits: list[float] = []

    @property
    def queue_length(self) -> int:
        return len(self._queue)

    def take(self) -> Event | None:
        """None if a server was free and is now taken; else the event to wait for."""
        self.settle()
        if self._free:
            self._free -= 1
            return None
        turn = self._env.event()
        self._queue.append(turn)
        return turn

    def give_back(self) -> None:
        """The server goes on to the next in the queue, if there is one."""
        self.settle()
        if self._queue:
            self._queue.popleft().succeed()
        else:
            self._free += 1

    def leave(self, turn: Event) -> None:
        """Give up waiting."""
        self.settle()
        self._queue.remove(turn)

    def settle(self) -> None:
        """Bring the integrals up to now."""
        passed = self._env.now - self._changed
        if passed:
            self.area += passed * len(self._queue)
            self.busy += passed * (self._servers - self._free)
            self._changed = self._env.now
