"""What is known of a ticket's matters."""

from dataclasses import replace

from tests.contract.cases import case_record, keep, new_ticket
from tests.contract.conftest import Store


async def test_a_case_comes_back_as_it_was(store: Store) -> None:
    """Whole, and a newer one takes its place."""
    await keep(store, new_ticket())
    first = case_record(words="4711 \x00 😀")
    async with store.begin() as uow:
        assert await uow.cases.of(1) is None
        await uow.cases.keep(first)
    async with store.begin() as uow:
        assert await uow.cases.of(1) == first
        await uow.cases.keep(replace(first, record="C-2", offered=None))
    async with store.begin() as uow:
        assert await uow.cases.of(1) == replace(first, record="C-2", offered=None)
