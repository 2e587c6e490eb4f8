"""Whom the desk learns from an update."""

from tests.unit.bot.typist import LOUNGE, MARIA, Typist, linked_channel, topic


async def test_a_channel_in_the_group_is_nobody() -> None:
    """A post of the linked channel is not answered, and its author is no agent from then on."""
    desk = await Typist().open()
    seen = await desk.types(linked_channel(text="/help"))
    assert 777000 not in seen.staff
    assert not seen.deliveries
    assert (await desk.types(topic(MARIA, LOUNGE, text="/help"))).deliveries
