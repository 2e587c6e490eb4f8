"""Specialists: what they read, and what they return."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from orchestration.ticket import Triage
from orchestration.timeline import Entry


@dataclass(frozen=True, slots=True)
class Brief:
    """What a specialist reads: the conversation so far, up to entry `upto`."""

    ticket: int
    subject: str
    entries: Sequence[Entry]
    upto: int


@dataclass(frozen=True, slots=True)
class Advice:
    """What a specialist returns. `note` and drafts come with the specialists that write them."""

    triage: Triage | None = None


class Advisor(Protocol):
    """A specialist at work: reads a brief, returns advice, and touches nothing."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...

    async def advise(self, brief: Brief) -> Advice:
        """Reads and advises."""
        ...
