"""What was read, and actions on their way, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from orchestration.actions.action import digest_of
from orchestration.actions.undertaking import Undertaking
from orchestration.errors import StaleTicket
from orchestration.ports.evidence import RecordedRead
from orchestration.timeline import EntryRef
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeEvidence:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.reads)

    async def add(self, read: RecordedRead) -> None:
        self.rows.put(len(self.rows.rows) + 1, read)

    async def of(self, ticket: int) -> Sequence[RecordedRead]:
        newest: dict[tuple[str, str], RecordedRead] = {}
        for _, read in sorted(self.rows.rows.items()):
            if read.ticket == ticket:
                key = read.tool, digest_of(read.arguments)
                newest.pop(key, None)
                newest[key] = read
        return [*newest.values()]

    def wipe(self, tickets: Sequence[int]) -> None:
        for key in [key for key, read in self.rows.rows.items() if read.ticket in tickets]:
            self.rows.drop(key)


class FakeActions:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.undertakings)

    async def add(self, undertaking: Undertaking) -> None:
        undertaking.version = 1
        self.rows.put(undertaking.ref, replace(undertaking))

    async def get(self, ref: EntryRef) -> Undertaking | None:
        found = self.rows.rows.get(ref)
        return replace(found) if found else None

    async def of(self, ticket: int) -> Sequence[Undertaking]:
        mine = [each for each in self.rows.rows.values() if each.ref.ticket == ticket]
        return [replace(each) for each in sorted(mine, key=lambda one: one.ref.seq)]

    async def about(self, record: str, since: datetime) -> Sequence[Undertaking]:
        found = [
            each
            for each in self.rows.rows.values()
            if each.record == record and each.proposed_at >= since
        ]
        found.sort(key=lambda one: (one.proposed_at, one.ref.ticket, one.ref.seq))
        return [replace(each) for each in found]

    async def save(self, undertaking: Undertaking) -> None:
        if self.rows.rows[undertaking.ref].version != undertaking.version:
            raise StaleTicket
        undertaking.version += 1
        self.rows.put(undertaking.ref, replace(undertaking))

    def wipe(self, tickets: Sequence[int]) -> None:
        for key in [key for key in self.rows.rows if key.ticket in tickets]:
            self.rows.drop(key)
