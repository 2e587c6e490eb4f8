"""The inbox and the outbox in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from orchestration.delivery import Delivery, Lane
from orchestration.ports import GivenUp, Pending, Spent, Update
from tests.fakes.kept import Arrived, Kept, Parcel
from tests.fakes.rows import View


class FakeOutbox:
    def __init__(self, kept: Kept) -> None:
        self._ids = kept.parcel_ids
        self.rows = View(kept.parcels)
        self.names = View(kept.unique)

    async def add(self, *deliveries: Delivery) -> None:
        for delivery in deliveries:
            id_ = next(self._ids)
            turn = id_
            for waiting in self.of_name(delivery.collapse):
                if waiting.leased_until is None:
                    self.rows.drop(waiting.id)
                    turn = waiting.turn
            self.rows.put(id_, Parcel(id_, turn, delivery, not_before=delivery.not_before))
            if delivery.collapse is not None:
                self.names.put(("collapse", delivery.collapse), id_)

    def of_name(self, collapse: str | None) -> list[Parcel]:
        """What is unsent under a name."""
        named = [one for one in self.rows.rows.values() if one.delivery.collapse == collapse]
        return [parcel for parcel in named if parcel.unsent and collapse is not None]


class FakeCourier:
    def __init__(self, outbox: FakeOutbox) -> None:
        self._outbox = outbox
        self._rows = outbox.rows

    async def pending(self, now: datetime, limit: int = 200) -> Sequence[Pending]:
        free = [parcel for parcel in self._rows.rows.values() if parcel.free(now)]
        free.sort(key=lambda one: (one.delivery.lane, one.turn, one.id))
        page = free[:limit]
        tickets = {one.delivery.ticket for one in page if _in_ticket(one.delivery)}
        last = max((one.id for one in page), default=0)
        page += [
            one
            for one in free[limit:]
            if one.id < last
            and one.delivery.lane is not Lane.COSMETIC
            and _in_ticket(one.delivery)
            and one.delivery.ticket in tickets
        ]
        return [_pending_of(one) for one in page]

    async def claim(self, ids: Sequence[int], now: datetime, until: datetime) -> Sequence[int]:
        taken = []
        for id_ in dict.fromkeys(ids):
            parcel = self._rows.rows.get(id_)
            if parcel and parcel.free(now):
                self._rows.put(id_, replace(parcel, leased_until=until))
                taken.append(id_)
        return taken

    async def sent(self, id_: int, at: datetime, operations: int) -> None:
        if parcel := self._unsent(id_):
            spent = Spent(parcel.delivery.chat, at, operations)
            self._rows.put(id_, replace(parcel, spent=spent, leased_until=None))

    async def later(self, id_: int, not_before: datetime, reason: str, pieces: int = 0) -> None:
        if parcel := self._unsent(id_):
            if self._overtaken(parcel):
                self._rows.drop(id_)
                return
            given_back = replace(
                parcel,
                attempts=parcel.attempts + 1,
                not_before=not_before,
                pieces=pieces,
                reason=reason,
                leased_until=None,
            )
            self._rows.put(id_, given_back)

    async def set_aside(self, id_: int, at: datetime, reason: str) -> None:  # noqa: ARG002
        if parcel := self._unsent(id_):
            self._rows.put(id_, replace(parcel, set_aside=True, reason=reason, leased_until=None))

    async def hold(self, id_: int, at: datetime, reason: str) -> None:  # noqa: ARG002
        if parcel := self._unsent(id_):
            self._rows.put(id_, replace(parcel, held=True, reason=reason, leased_until=None))

    async def let_go(self, chat: int) -> int:
        held = [one for one in self._rows.rows.values() if one.held and one.delivery.chat == chat]
        open_ = held + [one for one in self._rows.rows.values() if one.unsent]
        newest = {one.delivery.collapse: one.id for one in sorted(open_, key=lambda one: one.id)}
        for parcel in held:
            name = parcel.delivery.collapse
            if name is not None and newest[name] != parcel.id:
                self._rows.drop(parcel.id)
        held = [one for one in held if one.id in self._rows.rows]
        for parcel in held:
            self._rows.put(parcel.id, replace(parcel, held=False, not_before=None))
        return len(held)

    async def hurry(self) -> int:
        put_off = [
            one
            for one in self._rows.rows.values()
            if one.unsent and one.delivery.chat is None and one.not_before
        ]
        for parcel in put_off:
            self._rows.put(parcel.id, replace(parcel, not_before=None))
        return len(put_off)

    async def under_lease(self) -> Sequence[Pending]:
        leased = [one for one in self._rows.rows.values() if one.unsent and one.leased_until]
        return [_pending_of(one) for one in sorted(leased, key=lambda one: one.id)]

    async def release_leases(self) -> int:
        leased = [one for one in self._rows.rows.values() if one.unsent and one.leased_until]
        kept = [parcel for parcel in leased if not self._overtaken(parcel)]
        for parcel in leased:
            self._rows.drop(parcel.id)
        for parcel in kept:
            self._rows.put(parcel.id, replace(parcel, leased_until=None))
        return len(kept)

    async def spent_since(self, at: datetime) -> Sequence[Spent]:
        spent = [parcel.spent for parcel in self._rows.rows.values() if parcel.spent]
        return sorted((one for one in spent if one.at >= at), key=lambda one: one.at)

    async def set_aside_count(self) -> int:
        return sum(parcel.set_aside for parcel in self._rows.rows.values())

    async def given_up(self, limit: int = 3) -> Sequence[GivenUp]:
        aside = [parcel for parcel in self._rows.rows.values() if parcel.set_aside]
        aside.sort(key=lambda parcel: parcel.id, reverse=True)
        return [
            GivenUp(f"{parcel.delivery.body.kind} {parcel.id}", parcel.reason or "")
            for parcel in aside[:limit]
        ]

    async def try_again(self) -> int:
        aside = [parcel for parcel in self._rows.rows.values() if parcel.set_aside]
        back = 0
        for parcel in aside:
            name = parcel.delivery.collapse
            newer = [one for one in aside if one.delivery.collapse == name and one.id > parcel.id]
            if name is not None and (newer or self._outbox.of_name(name)):
                self._rows.drop(parcel.id)
                continue
            fresh = replace(parcel, set_aside=False, attempts=0, not_before=None)
            self._rows.put(parcel.id, fresh)
            back += 1
        return back

    def _unsent(self, id_: int) -> Parcel | None:
        parcel = self._rows.rows.get(id_)
        return parcel if parcel and parcel.unsent else None

    def _overtaken(self, parcel: Parcel) -> bool:
        newer = self._outbox.of_name(parcel.delivery.collapse)
        return any(other.id > parcel.id for other in newer)


def _in_ticket(delivery: Delivery) -> bool:
    return delivery.chat is None and delivery.ticket is not None


def _pending_of(one: Parcel) -> Pending:
    return Pending(one.id, one.delivery, one.attempts, one.not_before, one.pieces)


class FakeInbox:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.arrived)

    async def add(self, updates: Sequence[Update], at: datetime) -> Sequence[Update]:
        fresh = []
        for update in updates:
            if (update.bot, update.id) not in self.rows.rows:
                self.rows.put((update.bot, update.id), Arrived(update, at))
                fresh.append(update)
        return fresh

    async def waiting(self, conversation: str, limit: int = 20) -> Sequence[Update]:
        waiting = [one for one in self._waiting() if one.conversation == conversation]
        return waiting[:limit]

    async def conversations(self) -> Sequence[str]:
        return list(dict.fromkeys(update.conversation for update in self._waiting()))

    async def done(self, bot: int, update: int, at: datetime) -> bool:  # noqa: ARG002
        arrived = self._unhandled(bot, update)
        if arrived:
            self.rows.put((bot, update), replace(arrived, handled=True))
        return arrived is not None

    async def failed(self, bot: int, update: int, reason: str, tries: int) -> bool:
        arrived = self._unhandled(bot, update)
        if arrived is None:
            return False
        made = arrived.tries + 1
        given_up = made >= tries
        failed = replace(arrived, tries=made, reason=reason, set_aside=given_up)
        self.rows.put((bot, update), failed)
        return given_up

    async def set_aside_count(self) -> int:
        return sum(one.set_aside and not one.handled for one in self.rows.rows.values())

    async def given_up(self, limit: int = 3) -> Sequence[GivenUp]:
        aside = [one for one in self.rows.rows.values() if one.set_aside and not one.handled]
        aside.sort(key=lambda one: one.update.id, reverse=True)
        return [GivenUp(f"update {one.update.id}", one.reason or "") for one in aside[:limit]]

    async def try_again(self) -> int:
        aside = [one for one in self.rows.rows.values() if one.set_aside and not one.handled]
        for one in aside:
            key = (one.update.bot, one.update.id)
            self.rows.put(key, replace(one, set_aside=False, tries=0))
        return len(aside)

    def _waiting(self) -> list[Update]:
        waiting = [one.update for one in self.rows.rows.values() if one.waits]
        return sorted(waiting, key=lambda update: update.id)

    def _unhandled(self, bot: int, update: int) -> Arrived | None:
        arrived = self.rows.rows.get((bot, update))
        return arrived if arrived and not arrived.handled else None
