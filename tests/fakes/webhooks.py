"""What webhooks are told, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from orchestration.ports.webhooks import Claimed, Logged, NoticeState
from orchestration.webhooks import Notice
from tests.fakes.kept import Kept
from tests.fakes.rows import View


@dataclass(frozen=True, slots=True)
class Noted:
    id: int
    notice: Notice
    due_at: datetime
    attempts: int = 0
    delivered_at: datetime | None = None
    given_up_at: datetime | None = None
    outcome: str | None = None

    @property
    def untold(self) -> bool:
        return self.delivered_at is None and self.given_up_at is None

    @property
    def state(self) -> NoticeState:
        if self.delivered_at is not None:
            return NoticeState.DELIVERED
        return NoticeState.WAITING if self.untold else NoticeState.GIVEN_UP


class FakeWebhooks:
    def __init__(self, kept: Kept) -> None:
        self._ids = kept.webhook_notice_ids
        self.rows: View[int, Noted] = View(kept.webhook_notices)

    async def add(self, notices: Sequence[Notice]) -> None:
        for notice in notices:
            id_ = next(self._ids)
            self.rows.put(id_, Noted(id_, notice, notice.at))

    async def claim(
        self, webhook: str, now: datetime, until: datetime, limit: int
    ) -> Sequence[Claimed]:
        due = [one for one in self._untold(webhook) if one.due_at <= now][:limit]
        for one in due:
            self._put(one.id, due_at=until, attempts=one.attempts + 1)
        return [Claimed(one.id, one.notice, one.attempts + 1) for one in due]

    async def next_due(self, webhook: str) -> datetime | None:
        return min((one.due_at for one in self._untold(webhook)), default=None)

    async def delivered(self, id_: int, at: datetime, outcome: str) -> None:
        self._settle(id_, delivered_at=at, outcome=outcome)

    async def put_off(self, id_: int, until: datetime, outcome: str) -> None:
        self._settle(id_, due_at=until, outcome=outcome)

    async def give_up(self, id_: int, at: datetime, outcome: str) -> None:
        self._settle(id_, given_up_at=at, outcome=outcome)

    async def log(self, limit: int) -> Sequence[Logged]:
        rows = sorted(self.rows.rows.values(), key=lambda one: -one.id)[:limit]
        return [
            Logged(
                one.notice, one.state, one.attempts, one.outcome, one.due_at if one.untold else None
            )
            for one in rows
        ]

    async def given_up_count(self) -> int:
        return len(self._given_up())

    async def try_again(self) -> int:
        given_up = self._given_up()
        for one in given_up:
            self._put(one.id, given_up_at=None, attempts=0, due_at=one.notice.at)
        return len(given_up)

    async def purge(self, before: datetime, limit: int) -> int:
        told = [(one.delivered_at, one.id) for one in self.rows.rows.values() if one.delivered_at]
        old = sorted(each for each in told if each[0] < before)[:limit]
        for _, id_ in old:
            self.rows.drop(id_)
        return len(old)

    def _untold(self, webhook: str) -> list[Noted]:
        rows = self.rows.rows.values()
        mine = [one for one in rows if one.untold and one.notice.webhook == webhook]
        return sorted(mine, key=lambda one: (one.due_at, one.id))

    def _given_up(self) -> list[Noted]:
        return [one for one in self.rows.rows.values() if one.given_up_at is not None]

    def _settle(self, id_: int, **changes: object) -> None:
        if self.rows.rows[id_].untold:
            self._put(id_, **changes)

    def _put(self, id_: int, **changes: object) -> None:
        self.rows.put(id_, replace(self.rows.rows[id_], **changes))  # type: ignore[arg-type]
