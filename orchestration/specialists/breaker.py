"""What fails three times in a row is left alone for a while, and then tried by one.

purgatory counts and switches. What it leaves to its user is here: its rest follows the machine's
clock, and the desk's time is an argument; it lets everybody through once the rest is over; and
what was begun before does not count for what came after.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from purgatory.domain.model import CLOSED, HALF_OPENED, OPENED, Context
from purgatory.typing import StateName

THRESHOLD = 3
REST = timedelta(minutes=5)


@dataclass(slots=True)
class _Circuit:
    context: Context
    rests_until: datetime | None = None
    probed: bool = False


class Attempt:
    """One use of what may fail; it ends in exactly one of the three ways."""

    def __init__(self, circuit: _Circuit, rest: timedelta) -> None:
        self._circuit = circuit
        self._context = circuit.context
        self._rest = rest

    def succeeded(self) -> bool:
        """It worked; returns whether that ends a rest."""
        before = self._context.state
        self._context.handle_end_request()
        self._context.messages.clear()
        return before == HALF_OPENED

    def failed(self, error: Exception, now: datetime) -> bool:
        """It failed; returns whether a rest begins with that, which was none before."""
        before = self._context.state
        self._context.handle_exception(error)
        self._context.messages.clear()
        opened = self._context.state == OPENED != before
        if opened:
            self._circuit.rests_until = now + self._rest
        return opened and before != HALF_OPENED

    def came_to_nothing(self) -> None:
        """It was called off, or nobody is to blame: somebody else may try."""
        if self._circuit.context is self._context:
            self._circuit.probed = False


class Breaker:
    """Each name fails, rests and comes back by itself; nothing outlives the process."""

    def __init__(self, threshold: int = THRESHOLD, rest: timedelta = REST) -> None:
        self._threshold = threshold
        self._rest = rest
        self._circuits: dict[str, _Circuit] = {}

    def attempt(self, name: str, now: datetime) -> Attempt | None:
        """A use of it; None while it rests, or while somebody tries whether it is back."""
        circuit = self._circuits.setdefault(name, _Circuit(self._context(name)))
        if circuit.context.state == OPENED:
            if circuit.rests_until is not None and now < circuit.rests_until:
                return None
            circuit.context = self._context(name, HALF_OPENED)
            circuit.probed = False
        if circuit.context.state == HALF_OPENED:
            if circuit.probed:
                return None
            circuit.probed = True
        return Attempt(circuit, self._rest)

    def _context(self, name: str, state: StateName = CLOSED) -> Context:
        return Context(name, self._threshold, math.inf, state)
