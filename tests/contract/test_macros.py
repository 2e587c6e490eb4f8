"""Saved replies: kept once under a name, found by it, forgotten."""

from orchestration.content import Content, Entity
from orchestration.ports import SavedMacro
from tests.contract.cases import JOE, NOW
from tests.contract.conftest import Store

BOLD = Content("It leaves 😀 today.", entities=(Entity("bold", 3, 6),))


def saved(name: str = "leaves", content: Content = BOLD) -> SavedMacro:
    return SavedMacro(name, content, JOE.id, JOE.name, NOW)


async def test_what_was_saved_is_found(store: Store) -> None:
    """With its formatting, who saved it and when; in the order of names."""
    async with store.begin() as uow:
        for name in ("zero", "leaves", "also"):
            assert await uow.macros.add(saved(name))
    async with store.begin() as uow:
        assert await uow.macros.get("leaves") == saved()
        assert await uow.macros.get("nothing") is None
        assert [macro.name for macro in await uow.macros.all()] == ["also", "leaves", "zero"]
        assert [macro.name for macro in await uow.macros.all(limit=2)] == ["also", "leaves"]


async def test_a_name_is_taken_once(store: Store) -> None:
    """The first one stays until it is forgotten."""
    async with store.begin() as uow:
        assert await uow.macros.add(saved())
        assert not await uow.macros.add(saved(content=Content("Never")))
    async with store.begin() as uow:
        assert await uow.macros.get("leaves") == saved()
        assert await uow.macros.forget("leaves")
        assert not await uow.macros.forget("leaves")
    async with store.begin() as uow:
        assert await uow.macros.all() == []
