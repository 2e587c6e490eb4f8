"""Two tickets that became one are told in one topic, whatever happens to either."""

import pytest

from orchestration.cases import linking
from orchestration.content import Content, MessageRef
from orchestration.intake import Incoming, open_ticket
from sandbox.cast import ANA
from tests.unit.bot.house import CUSTOMERS, MARIA_, House, Json
from tests.unit.bot.test_changes_on_the_way import edits, opened, reacts, said

#: What Ana wrote in the ticket that goes on in the other one.
OTHER = "It was a blue hat."


@pytest.fixture
async def other(house: House) -> int:
    """Ana's second ticket goes on in the first one; the number of her message in it."""
    await opened(house)
    body: Json = {"from": ANA, "chat_id": ANA, "text": OTHER}
    number: int = (await house.post("/sim/messages", body))["message_ids"][0]
    ref = MessageRef(ANA, number)
    async with house.store.begin() as uow:
        incoming = Incoming(CUSTOMERS[ANA], Content(OTHER, source=ref), ref)
        await open_ticket(uow, house.desk, incoming, house.moment.now)
    house.moment.pass_(1)
    await house.courier.drain()
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        await linking.merge(uow, house.desk, ticket, 2, MARIA_, house.moment.now)
    await house.courier.drain()
    return number


async def test_a_lost_topic_comes_back_with_both(house: House, other: int) -> None:
    """The digest holds what was said in the ticket that goes on in this one."""
    assert other
    await house.topic_is("delete")
    await house.writes("Are you there?")
    await house.courier.drain()
    _, digest, *_ = await said(house)
    assert OTHER in digest


async def test_an_edit_is_told_where_the_ticket_goes_on(house: House, other: int) -> None:
    """The topic that is read now says what the message said, and what it says."""
    await edits(house, other, "It was a green hat.")
    await house.courier.drain()
    shown = "\n".join(await said(house))
    assert OTHER in shown
    assert "It was a green hat." in shown
    assert not house.set_aside()


async def test_a_reaction_is_told_there_too(house: House, other: int) -> None:
    """It shows the words that Ana reacted to, because they stand in another topic."""
    await reacts(house, other)
    await house.courier.drain()
    assert any("👍" in words and OTHER in words for words in await said(house))


async def test_an_edit_builds_no_topic_of_a_ticket_that_goes_on_elsewhere(
    house: House, other: int
) -> None:
    """Whoever deleted the old topic keeps it deleted, and the one that is read tells of it."""
    place = await house.place(2)
    where = {"chat_id": place.chat, "message_thread_id": place.thread, "by": MARIA_.id}
    await house.post("/sim/topics", where | {"action": "delete"})
    await edits(house, other, "It was a green hat.")
    await house.courier.drain()
    assert len(await house.topics()) == 2
    assert any(OTHER in words for words in await said(house))
