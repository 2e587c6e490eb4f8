"""The bot was taken out of the staff group and is back: work goes on at once."""

from typing import Any

from bot.incoming.dispatch import DeskContext, Dispatch
from bot.incoming.intake import conversation_of
from bot.texts import Texts
from orchestration.ports import Update
from sandbox.cast import BOT_ID, STAFF_CHAT_ID
from tests.unit.bot.house import House


async def test_what_waited_goes_when_telegram_says_so(house: House) -> None:
    """No clock moves between the update that says it and the topic."""
    where = {"chat_id": STAFF_CHAT_ID, "user_id": BOT_ID}
    await house.post("/sim/members", where | {"status": "left"})
    await house.writes("Where is my parcel?")
    await house.courier.drain()
    assert not await house.topics()
    await house.post("/sim/members", where | {"status": "administrator"})
    await house.courier.drain()
    assert not await house.topics(), "the group is asked again in half a minute"
    context = DeskContext(house.desk, Texts.load(), STAFF_CHAT_ID, "topicdesk_bot")
    dispatch = Dispatch(
        house.bot,
        house.store.begin,
        lambda: house.moment.now,
        context,
        lambda: None,
        house.courier.group_is_back,
    )
    for update in await house.bot.get_updates(timeout=0, allowed_updates=["my_chat_member"]):
        await _comes(house, dispatch, update)
    await house.courier.drain()
    assert len(await house.topics()) == 1


async def _comes(house: House, dispatch: Dispatch, update: Any) -> None:
    raw = update.model_dump(mode="json", exclude_none=True, by_alias=True)
    conversation = conversation_of(raw)
    payload = update.model_dump_json(exclude_none=True, by_alias=True)
    async with house.store.begin() as uow:
        row = Update(BOT_ID, update.update_id, conversation, payload)
        await uow.inbox.add([row], house.moment.now)
    await dispatch.drain(conversation)
