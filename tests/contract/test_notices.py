"""Notices: what waits for someone, what they said they want, and when they want it."""

from dataclasses import replace
from datetime import time

from orchestration.content import Content
from orchestration.status import Status
from orchestration.telling.notice import Cause, Habits, Interest, Notice, Rule
from orchestration.timeline import EntryRef
from tests.contract.cases import JOE, MARIA, MINUTE, NOW, keep, new_ticket
from tests.contract.conftest import Store


async def test_what_waits_is_told_once(store: Store) -> None:
    """Of one person and entry the first notice stays; what is removed is gone, and no more."""
    await keep(store, new_ticket(), new_ticket(2))
    first = Notice(JOE.id, EntryRef(1, 2), Cause.CUSTOMER_WROTE, NOW)
    again = Notice(JOE.id, EntryRef(1, 2), Cause.MENTIONED, NOW + MINUTE)
    other = Notice(JOE.id, EntryRef(2, 1), Cause.NEW_TICKET, NOW + MINUTE, needed=False)
    hers = Notice(MARIA.id, EntryRef(1, 2), Cause.CUSTOMER_WROTE, NOW)
    async with store.begin() as uow:
        await uow.notices.add()
        await uow.notices.add(other, first, hers)
        await uow.notices.add(again)
    async with store.begin() as uow:
        assert await uow.notices.waiting(JOE.id) == [first, other]
        await uow.notices.remove(JOE.id, [first])
        await uow.notices.remove(JOE.id, [])
    async with store.begin() as uow:
        assert await uow.notices.waiting(JOE.id) == [other]
        assert await uow.notices.waiting(MARIA.id) == [hers]


async def test_the_newest_rule_of_a_cause_and_scope_counts(store: Store) -> None:
    """And they are found by who said them, and by what they are about."""
    wide = Rule(JOE.id, Interest.NEW, wanted=True)
    narrow = Rule(JOE.id, Interest.NEW, wanted=False, scope="#1")
    hers = Rule(MARIA.id, Interest.STATUS, wanted=False, scope="support")
    one = replace(hers, wanted=True, status=Status.RESOLVED)
    async with store.begin() as uow:
        for rule in (narrow, Rule(JOE.id, Interest.NEW, wanted=False), wide, one, hers):
            await uow.notices.keep_rule(rule)
    async with store.begin() as uow:
        assert await uow.notices.rules_of(JOE.id) == [wide, narrow]
        assert await uow.notices.rules_about(["", "support"]) == [hers, one, wide]
        await uow.notices.forget_rule(hers)
        assert await uow.notices.rules_of(MARIA.id) == [one]
        await uow.notices.forget_rule(wide)
        await uow.notices.forget_rule(wide)
    async with store.begin() as uow:
        assert await uow.notices.rules_of(JOE.id) == [narrow]


async def test_habits_are_replaced(store: Store) -> None:
    """Who never said anything has the usual ones."""
    habits = Habits("Europe/Madrid", (time(22, 30), time(0)), time(18))
    async with store.begin() as uow:
        assert await uow.notices.habits_of(JOE.id) == Habits()
        await uow.notices.keep_habits(JOE.id, Habits(digest=time(0)))
        await uow.notices.keep_habits(JOE.id, habits)
    async with store.begin() as uow:
        assert await uow.notices.habits_of(JOE.id) == habits


async def test_what_was_saved_is_seen_in_its_unit_of_work_only(store: Store) -> None:
    """Each time a ticket is saved, with the entries that it recorded since it was loaded."""
    async with store.begin() as uow:
        ticket = new_ticket()
        await uow.tickets.save(ticket)
        await uow.tickets.save(ticket)
        note = ticket.add_note(Content("note"), JOE, NOW)
        await uow.tickets.save(ticket)
        assert [(one.id, [e.seq for e in entries]) for one, entries in uow.tickets.saved] == [
            (1, [1, 2]),
            (1, [note.seq]),
        ]
    async with store.begin() as uow:
        assert list(uow.tickets.saved) == []
