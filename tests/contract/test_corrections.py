"""Whom conversations are for, as staff corrected it."""

from dataclasses import replace

from orchestration.ports.corrections import Correction
from tests.contract.cases import BORIS, JOE, MINUTE, NOW, keep, new_ticket
from tests.contract.conftest import Store

BILLING = frozenset({"billing"})
FIRST = Correction(1, 2, ("Hello", "Twice? \x00 ñ 😀"), BILLING | {"orders"}, JOE.id, NOW)


async def test_corrections_come_back_as_they_were(store: Store) -> None:
    """The newest first, and no more than asked for; for nobody, too."""
    await keep(store, new_ticket(), new_ticket(2, BORIS))
    second = Correction(2, 2, ("My tea is cold",), frozenset(), JOE.id, NOW + MINUTE)
    async with store.begin() as uow:
        assert await uow.corrections.newest() == []
        await uow.corrections.keep(FIRST)
        await uow.corrections.keep(second)
    async with store.begin() as uow:
        assert await uow.corrections.newest() == [second, FIRST]
        assert await uow.corrections.newest(1) == [second]


async def test_the_newest_about_the_same_words_stands(store: Store) -> None:
    """It takes the place of the older one; one about other words stays beside it."""
    ticket = new_ticket()
    await keep(store, ticket)
    later = replace(FIRST, specialists=BILLING, at=NOW + MINUTE)
    other = replace(FIRST, upto=1)
    async with store.begin() as uow:
        for each in (FIRST, other, later):
            await uow.corrections.keep(each)
    async with store.begin() as uow:
        assert await uow.corrections.newest() == [later, other]
