"""Words that wait for a decision, in memory."""

from collections.abc import Sequence
from dataclasses import replace

from orchestration.ports import HeldReply
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeHeldReplies:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.held_replies)

    async def keep(self, held: HeldReply) -> None:
        self.rows.put(held.message, held)

    async def of(self, ticket: int) -> Sequence[HeldReply]:
        found = [each for each in self.rows.rows.values() if each.entry.ticket == ticket]
        return sorted(found, key=lambda each: each.entry.seq)

    async def take(self, held: HeldReply) -> bool:
        known = self.rows.rows.get(held.message)
        if known is None or replace(known, aloud=held.aloud) != held:
            return False
        self.rows.drop(held.message)
        return True

    def wipe(self, tickets: Sequence[int]) -> None:
        for held in list(self.rows.rows.values()):
            if held.entry.ticket in tickets:
                self.rows.drop(held.message)
