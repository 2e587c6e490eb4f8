"""The little that the desk itself must not forget."""

from tests.contract.conftest import Store


async def test_a_thing_is_remembered_until_it_is_forgotten(store: Store) -> None:
    """By its name; the newest value counts."""
    async with store.begin() as uow:
        assert await uow.memory.recall("group") is None
        await uow.memory.remember("group", "-1")
        await uow.memory.remember("group", "-2")
    async with store.begin() as uow:
        assert await uow.memory.recall("group") == "-2"
        assert await uow.memory.forget("group")
    async with store.begin() as uow:
        assert await uow.memory.recall("group") is None
        assert not await uow.memory.forget("group")


async def test_names_are_found_by_how_they_begin(store: Store) -> None:
    """Sorted, whatever characters they hold."""
    async with store.begin() as uow:
        for name in ("a:2", "a:1 %_", "b:1", "a"):
            await uow.memory.remember(name, "x")
    async with store.begin() as uow:
        assert await uow.memory.names("a:") == ["a:1 %_", "a:2"]
        assert await uow.memory.names("c") == []
