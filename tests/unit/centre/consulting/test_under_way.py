"""Consultations under way: the clock waits for none, of a ticket the newest counts, all can end."""

import asyncio
from collections.abc import Awaitable, Callable

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.consulting.under_way import AT_ONCE, UnderWay
from tests.unit.centre.cast import NOW


def due(ticket: int, kind: FollowUpKind = FollowUpKind.CONSULT) -> FollowUp:
    return FollowUp(ticket, kind, NOW)


def unexpected(leased: FollowUp, error: Exception) -> None:
    msg = f"{leased} failed"
    raise AssertionError(msg) from error


def gated() -> tuple[list[int], list[int], asyncio.Event, Callable[[FollowUp], Awaitable[None]]]:
    """What began, what ended, the gate that all wait at, and the work."""
    began: list[int] = []
    ended: list[int] = []
    gate = asyncio.Event()

    async def consult(leased: FollowUp) -> None:
        began.append(leased.ticket)
        await gate.wait()
        ended.append(leased.ticket)

    return began, ended, gate, consult


async def settled() -> None:
    """Everything that can go on has gone on."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_several_tickets_are_read_side_by_side() -> None:
    """As many as there is room for; the others follow."""
    began, ended, gate, consult = gated()
    under_way = UnderWay(consult, unexpected)
    for ticket in range(AT_ONCE + 3):
        under_way.begin(due(ticket))
    await settled()
    assert began == list(range(AT_ONCE))
    gate.set()
    await under_way.finished()
    assert sorted(ended) == list(range(AT_ONCE + 3))


async def test_of_one_ticket_the_newest_counts() -> None:
    """It reads what the older one did, and more."""
    began, ended, gate, consult = gated()
    under_way = UnderWay(consult, unexpected)
    under_way.begin(due(1))
    await settled()
    under_way.begin(due(1))
    gate.set()
    await under_way.finished()
    assert (began, ended) == ([1, 1], [1])


async def test_a_colleagues_question_goes_on_while_the_customer_is_read() -> None:
    """Neither ends the other, whichever came first."""
    began, ended, gate, consult = gated()
    under_way = UnderWay(consult, unexpected)
    under_way.begin(due(1, FollowUpKind.ASK))
    await settled()
    under_way.begin(due(1))
    gate.set()
    await under_way.finished()
    assert (began, ended) == ([1, 1], [1, 1])


async def test_one_that_fails_is_told_and_stops_no_other() -> None:
    """Nor the same ticket's next one."""
    failures: list[int] = []
    done: list[int] = []

    async def consult(leased: FollowUp) -> None:
        if leased.ticket == 1 and not failures:
            msg = "no"
            raise RuntimeError(msg)
        done.append(leased.ticket)

    under_way = UnderWay(consult, lambda leased, _: failures.append(leased.ticket))
    under_way.begin(due(1))
    under_way.begin(due(2))
    await under_way.finished()
    under_way.begin(due(1))
    await under_way.finished()
    assert (failures, done) == ([1], [2, 1])


async def test_closing_waits_for_one_that_a_newer_one_had_ended() -> None:
    """It may be giving back its connection yet, and the database is closed next."""
    given_back: list[int] = []

    async def consult(leased: FollowUp) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await settled()
            given_back.append(leased.ticket)

    under_way = UnderWay(consult, unexpected)
    under_way.begin(due(1))
    await settled()
    under_way.begin(due(1))
    await asyncio.sleep(0)
    await under_way.close()
    assert given_back[:1] == [1]


async def test_closing_ends_them_all() -> None:
    """What they worked on is due again later."""
    began, ended, _, consult = gated()
    under_way = UnderWay(consult, unexpected)
    for ticket in range(AT_ONCE + 3):
        under_way.begin(due(ticket))
    await settled()
    await under_way.close()
    assert (len(began), ended) == (AT_ONCE, [])
