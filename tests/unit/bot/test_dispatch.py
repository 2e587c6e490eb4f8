"""An update that cannot be handled is tried, set aside with its reason, and holds nobody up."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Bot

from bot.incoming.dispatch import TRIES, DeskContext, Dispatch
from bot.texts import Texts
from orchestration.desk import Desk
from orchestration.errors import StaleTicket
from orchestration.people import Person
from orchestration.ports import Update
from tests.fakes import FakeStore
from tests.fakes.desk import FakePeople
from tests.fakes.kept import Kept
from tests.fakes.store import FakeUnitOfWork

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
PLACE = "private:7"


class ForgetfulPeople(FakePeople):
    """Cannot learn whoever has one of these names: each error is used up once."""

    def __init__(self, kept: Kept, trouble: dict[str, list[Exception]]) -> None:
        super().__init__(kept)
        self._trouble = trouble

    async def learn(self, person: Person) -> None:
        if self._trouble.get(person.name):
            raise self._trouble[person.name].pop(0)
        await super().learn(person)


class TroubledStore(FakeStore):
    """A store in memory where handling someone's message goes wrong as often as is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.trouble: dict[str, list[Exception]] = {}

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[FakeUnitOfWork]:
        uow = FakeUnitOfWork(self.kept)
        uow.people = ForgetfulPeople(self.kept, self.trouble)
        yield uow
        uow.commit()


@pytest.fixture
def store() -> TroubledStore:
    return TroubledStore()


@pytest.fixture
def dispatch(store: TroubledStore) -> Dispatch:
    context = DeskContext(Desk(), Texts.load(), None, "topicdesk_bot")
    return Dispatch(Bot("1:x"), store.begin, lambda: NOW, context, lambda: None)


def _from(name: str, number: int, **changes: Any) -> Update:
    author = {"id": number, "is_bot": False, "first_name": name}
    chat = {"id": number, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": author, "text": f"I am {name}"}
    payload = json.dumps({"update_id": number, "message": message | changes})
    return Update(1, number, PLACE, payload)


async def _handle(store: TroubledStore, dispatch: Dispatch, *updates: Update) -> list[str]:
    """Handles them; returns whose tickets there are then."""
    async with store.begin() as uow:
        await uow.inbox.add(updates, NOW)
    await dispatch.drain(PLACE)
    return [ticket.customer.name for ticket in store.kept.tickets.rows.values()]


async def test_what_fails_every_time_is_set_aside(store: TroubledStore, dispatch: Dispatch) -> None:
    """After so many tries, with the last reason; what comes after it goes on."""
    store.trouble["Eve"] = [ValueError(f"bug {number}") for number in range(TRIES)]
    assert await _handle(store, dispatch, _from("Eve", 1), _from("Ana", 2)) == ["Ana"]
    assert store.trouble["Eve"] == []
    async with store.begin() as uow:
        (given_up,) = await uow.inbox.given_up()
        assert (given_up.what, given_up.reason) == ("update 1", f"ValueError: bug {TRIES - 1}")
        assert await uow.inbox.try_again() == 1
    assert await _handle(store, dispatch) == ["Ana", "Eve"]


async def test_what_fails_once_keeps_its_turn(store: TroubledStore, dispatch: Dispatch) -> None:
    """Order holds within a conversation."""
    store.trouble["Eve"] = [ValueError("a bad moment")]
    assert await _handle(store, dispatch, _from("Eve", 1), _from("Ana", 2)) == ["Eve", "Ana"]


async def test_a_lost_race_is_no_failure(store: TroubledStore, dispatch: Dispatch) -> None:
    """It is run again at once, more often than a failure would be."""
    store.trouble["Eve"] = [StaleTicket() for _ in range(TRIES + 1)]
    assert await _handle(store, dispatch, _from("Eve", 1)) == ["Eve"]
    assert store.kept.arrived.rows[1, 1].tries == 0


async def test_what_cannot_be_read_is_set_aside_at_once(
    store: TroubledStore, dispatch: Dispatch
) -> None:
    """No further try would read it."""
    unreadable = _from("Eve", 1, date="tomorrow")
    assert await _handle(store, dispatch, unreadable, _from("Ana", 2)) == ["Ana"]
    async with store.begin() as uow:
        assert await uow.inbox.set_aside_count() == 1


async def test_an_ending_desk_begins_no_further_update(
    store: TroubledStore, dispatch: Dispatch
) -> None:
    """They wait for the next one."""
    dispatch.end()
    assert await _handle(store, dispatch, _from("Ana", 1)) == []
    async with store.begin() as uow:
        assert len(await uow.inbox.waiting(PLACE)) == 1
