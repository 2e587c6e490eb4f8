"""Webhooks: told of exactly what was saved, sent once at a time, and never quietly forgotten."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from orchestration.content import Content
from orchestration.errors import StaleTicket
from orchestration.ports.webhooks import NoticeState
from storage.unit_of_work import Database
from tests.contract.cases import CRM, JOE, MARIA, MINUTE, NOW, kept, new_ticket
from tests.contract.conftest import MEMORY, POSTGRESQL, SQLITE, Store, Templates
from tests.fakes import FakeStore

ERP = replace(CRM, id="erp", events=frozenset({"claimed"}))


@pytest.fixture(params=[MEMORY, SQLITE, POSTGRESQL])
async def told(
    request: pytest.FixtureRequest, templates: Templates, tmp_path: Path
) -> AsyncIterator[Store]:
    """A store whose tickets tell two webhooks."""
    if request.param == MEMORY:
        yield FakeStore([CRM, ERP])
        return
    with templates.migrated(request.param, tmp_path) as address:
        database = await Database.open(address, [CRM, ERP])
        yield database
        await database.close()


async def _live(store: Store) -> None:
    ticket = new_ticket()
    ticket.claim(MARIA, NOW)
    ticket.reply_publicly(Content("Tomorrow. \x00é"), MARIA, NOW + MINUTE)
    ticket.add_note(Content("She is nice"), JOE, NOW + 2 * MINUTE)
    async with store.begin() as uow:
        await uow.tickets.save(ticket)


async def test_each_webhook_is_told_of_its_own_events(told: Store) -> None:
    """In order, with the entry's name; whatever moved the ticket is a move, too."""
    await _live(told)
    async with told.begin() as uow:
        crm = await uow.webhooks.claim("crm", NOW + 5 * MINUTE, NOW + 6 * MINUTE, 10)
        erp = await uow.webhooks.claim("erp", NOW + 5 * MINUTE, NOW + 6 * MINUTE, 10)
    assert [one.notice.event for one in crm] == ["evt_1_3", "evt_1_4", "evt_1_5"]
    assert [one.notice.type for one in crm] == ["claimed", "replied_publicly", "note_added"]
    assert [one.notice.event for one in erp] == ["evt_1_3"]
    body = json.loads(crm[1].notice.body)
    assert body["data"]["content"]["text"] == "Tomorrow. \x00é"
    assert body["actor"] == {"id": 101, "name": "María", "role": "agent"} | {
        "anonymous": False,
        "kind": "staff",
    }
    assert body["move"] == {"before": "open", "after": "waiting_customer"}
    assert body["ticket"]["status"] == "waiting_customer"


async def test_what_was_not_saved_is_not_told(told: Store) -> None:
    """The notice and its entry are one commit, or neither is."""
    await _live(told)
    async with told.begin() as uow:
        await uow.webhooks.claim("crm", NOW + 5 * MINUTE, NOW + 6 * MINUTE, 10)
    stale, fresh = await kept(told), await kept(told)
    fresh.add_note(Content("first"), JOE, NOW)
    async with told.begin() as uow:
        await uow.tickets.save(fresh)
    stale.add_note(Content("second"), JOE, NOW)
    with pytest.raises(StaleTicket):
        async with told.begin() as uow:
            await uow.tickets.save(stale)
    async with told.begin() as uow:
        due = await uow.webhooks.claim("crm", NOW, NOW + MINUTE, 10)
    assert [json.loads(one.notice.body)["data"]["content"]["text"] for one in due] == ["first"]


async def test_what_is_being_sent_is_due_again_when_its_sender_died(told: Store) -> None:
    """Nobody else takes it before; each take is counted."""
    await _live(told)
    now = NOW + 5 * MINUTE
    async with told.begin() as uow:
        assert len(await uow.webhooks.claim("crm", now, now + MINUTE, 2)) == 2
        assert len(await uow.webhooks.claim("crm", now, now + MINUTE, 10)) == 1
        assert await uow.webhooks.claim("crm", now, now + MINUTE, 10) == []
        assert await uow.webhooks.next_due("crm") == now + MINUTE
    async with told.begin() as uow:
        again = await uow.webhooks.claim("crm", now + MINUTE, now + 2 * MINUTE, 10)
    assert [one.attempts for one in again] == [2, 2, 2]


async def test_the_log_tells_what_became_of_each(told: Store) -> None:
    """Delivered, waiting for its next try, or given up; what was given up can be put back."""
    await _live(told)
    now = NOW + 5 * MINUTE
    async with told.begin() as uow:
        first, second, third = await uow.webhooks.claim("crm", now, now + MINUTE, 10)
        await uow.webhooks.delivered(first.id, now, "204")
        await uow.webhooks.put_off(second.id, now + 2 * MINUTE, "503")
        await uow.webhooks.give_up(third.id, now, "410")
        await uow.webhooks.give_up(first.id, now, "late")
    async with told.begin() as uow:
        log = [one for one in await uow.webhooks.log(10) if one.notice.webhook == "crm"]
        assert [(one.state, one.outcome) for one in log] == [
            (NoticeState.GIVEN_UP, "410"),
            (NoticeState.WAITING, "503"),
            (NoticeState.DELIVERED, "204"),
        ]
        assert [one.next_try for one in log] == [None, now + 2 * MINUTE, None]
        assert await uow.webhooks.given_up_count() == 1
        assert await uow.webhooks.try_again() == 1
        (back,) = await uow.webhooks.claim("crm", now, now + MINUTE, 10)
        assert (back.notice.event, back.attempts) == (third.notice.event, 1)


async def test_what_was_delivered_is_forgotten_in_time(told: Store) -> None:
    """It holds what people wrote; what is still to be told stays."""
    await _live(told)
    now = NOW + 5 * MINUTE
    async with told.begin() as uow:
        first, *_ = await uow.webhooks.claim("crm", now, now + MINUTE, 10)
        await uow.webhooks.delivered(first.id, now, "204")
    async with told.begin() as uow:
        assert await uow.webhooks.purge(now, 10) == 0
        assert await uow.webhooks.purge(now + MINUTE, 10) == 1
        assert len(await uow.webhooks.log(10)) == 3
