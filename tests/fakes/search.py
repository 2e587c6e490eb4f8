"""Search in memory: reads everything."""

from collections.abc import Sequence

from orchestration.cases.searching import BEGINNING, said_in, words_of
from orchestration.timeline import EntryRef
from tests.fakes.desk import FakeTickets


class FakeSearch:
    def __init__(self, tickets: FakeTickets) -> None:
        self._entries = tickets.entries

    async def find(self, words: Sequence[str], limit: int) -> Sequence[EntryRef]:
        if not words:
            return []
        entries = sorted(
            self._entries.rows.values(), key=lambda one: (one.ticket, one.seq), reverse=True
        )
        return [one.ref for one in entries if _holds(words_of(said_in(one)), words)][:limit]


def _holds(said: Sequence[str], words: Sequence[str]) -> bool:
    return all(
        any(one == word or (len(word) >= BEGINNING and one.startswith(word)) for one in said)
        for word in words
    )
