"""What was read of the business systems, and the writes to them on their way."""

from dataclasses import replace

import pytest

from orchestration.errors import StaleTicket
from orchestration.events.actions import Progress
from orchestration.timeline import EntryRef
from tests.contract.cases import (
    BORIS,
    MINUTE,
    NOW,
    keep,
    new_ticket,
    recorded_read,
    undertaking,
)
from tests.contract.conftest import Store


async def test_the_newest_read_of_each_question_counts(store: Store) -> None:
    """The same tool with the same arguments, in whatever order they stood; of this ticket only."""
    await keep(store, new_ticket(), new_ticket(2, BORIS))
    first = replace(recorded_read(), arguments={"a": 1, "b": "x"})
    again = replace(first, arguments={"b": "x", "a": 1}, data={"status": "\x00 😀"}, found=True)
    missing = replace(recorded_read(), arguments={"a": 2}, data=None, found=False, record=None)
    async with store.begin() as uow:
        for each in (first, missing, again, recorded_read(2)):
            await uow.evidence.add(each)
    async with store.begin() as uow:
        assert await uow.evidence.of(1) == [missing, again]
        assert await uow.evidence.of(2) == [recorded_read(2)]


async def test_an_undertaking_comes_back_as_it_was(store: Store) -> None:
    """At its proposal, and once it is done."""
    await keep(store, new_ticket())
    ref = EntryRef(1, 2)
    begun = undertaking(ref)
    async with store.begin() as uow:
        await uow.actions.add(begun)
    async with store.begin() as uow:
        known = await uow.actions.get(ref)
        assert known == begun
        assert await uow.actions.get(EntryRef(1, 1)) is None
        assert known is not None
        known.progress, known.attempts, known.tried_at = Progress.DONE, 2, NOW
        known.reference, known.result = "R-1", {"refund_number": "R-1", "amount_minor": 990}
        await uow.actions.save(known)
    async with store.begin() as uow:
        assert await uow.actions.of(1) == [known]


async def test_two_writers_notice_each_other(store: Store) -> None:
    """Who was second runs again from what is there now."""
    await keep(store, new_ticket())
    ref = EntryRef(1, 2)
    async with store.begin() as uow:
        await uow.actions.add(undertaking(ref))
    async with store.begin() as uow:
        first, second = await uow.actions.get(ref), await uow.actions.get(ref)
    assert first is not None
    assert second is not None
    async with store.begin() as uow:
        await uow.actions.save(first)
    with pytest.raises(StaleTicket):
        async with store.begin() as uow:
            await uow.actions.save(second)


async def test_what_was_done_for_a_record_is_found_on_every_ticket(store: Store) -> None:
    """The oldest first, and nothing from before that time."""
    await keep(store, new_ticket(), new_ticket(2, BORIS))
    old = replace(undertaking(EntryRef(1, 1)), proposed_at=NOW - MINUTE)
    mine, other = undertaking(EntryRef(1, 2)), undertaking(EntryRef(2, 1))
    another = replace(undertaking(EntryRef(2, 2)), record="C-2")
    async with store.begin() as uow:
        for each in (other, old, mine, another):
            await uow.actions.add(each)
    async with store.begin() as uow:
        assert await uow.actions.about("C-1", NOW) == [mine, other]
        assert await uow.actions.about("C-1", NOW - MINUTE) == [old, mine, other]
