"""Other systems hear what happens to tickets, and nobody in Telegram waits for them."""

import json
from pathlib import Path
from typing import Any

from bot import delivery_log, upkeep
from connectors.webhooks.signing import new_secret
from tests.receivers import listening
from tests.stories.desks import desk
from tests.stories.people import eventually

SECRET = new_secret()


def told(folder: Path, address: str, *events: str) -> dict[str, Any]:
    """The settings of a desk that tells one webhook of these events."""
    webhook = {"id": "crm", "url": address, "events": events}
    (folder / "desk.yaml").write_text(json.dumps({"webhooks": [webhook]}))
    return {
        "desk_dir": folder,
        "webhook_signing_secrets": f"crm={SECRET}",
        "webhook_allowed_networks": "127.0.0.1/32",
    }


async def test_a_system_hears_of_a_ticket_from_its_opening_to_its_end(tmp_path: Path) -> None:
    """Signed, in the words of the timeline; and the owner can read what was delivered."""
    async with listening(SECRET) as crm:
        events = ("opened", "replied_publicly", "status_changed")
        async with desk(tmp_path, **told(tmp_path, crm.address, *events)) as cast:
            await cast.ana.writes("Where is my order 4711?")
            topic = await cast.topic("#1")
            card = await topic.card()
            (opened,) = await crm.hears(1)
            await cast.maria.writes_in(topic, "It leaves today.", reply_to=card["message_id"])
            answered = (await crm.hears(2))[1]
            await cast.maria.writes_in(topic, "A note for ourselves")
            await cast.maria.writes_in(topic, "/resolve")
            resolved = (await crm.hears(3))[2]
        log = delivery_log.render(
            await upkeep.told_webhooks(f"sqlite:///{tmp_path / 'topicdesk.db'}", 10)
        )
    assert opened["type"] == "opened"
    assert opened["ticket"]["subject"] == "Where is my order 4711?"
    assert opened["ticket"]["customer"]["name"] == "Ana"
    assert answered["data"]["content"]["text"] == "It leaves today."
    assert answered["actor"]["name"] == "Maria"
    assert resolved["move"] == {"before": "waiting_customer", "after": "resolved"}
    assert crm.forged == 0
    assert "opened #1  evt_1_1  delivered after 1 try  204 No Content" in log


async def test_telegram_does_not_wait_for_a_system_that_hangs(tmp_path: Path) -> None:
    """What it did not hear, it hears from the next desk."""
    async with listening(SECRET) as crm:
        crm.hangs = True
        settings = told(tmp_path, crm.address, "opened", "replied_publicly")
        async with desk(tmp_path, **settings) as cast:
            await cast.ana.writes("Where is my order 4711?")
            topic = await cast.topic("#1")
            card = await topic.card()
            await cast.maria.writes_in(topic, "It leaves today.", reply_to=card["message_id"])
            await cast.ana.hears("It leaves today.")
            assert crm.heard == []
        crm.hangs = False
        async with desk(tmp_path, **settings) as cast:
            await cast.telegram.time_passes(minutes=3)
            heard = await crm.hears(2)
    assert {each["type"] for each in heard} == {"opened", "replied_publicly"}


async def test_a_system_inside_is_told_nothing_unless_it_is_named(tmp_path: Path) -> None:
    """The address of a cloud's own services, for one; the log says why."""
    async with listening(SECRET) as crm:
        settings = told(tmp_path, crm.address, "opened") | {
            "webhook_allowed_networks": "10.0.0.0/8"
        }
        async with desk(tmp_path, **settings) as cast:
            await cast.ana.writes("Where is my order 4711?")
            await cast.topic("#1")

            async def refused() -> bool:
                log = await upkeep.told_webhooks(f"sqlite:///{tmp_path / 'topicdesk.db'}", 10)
                return "127.0.0.1 is no address" in delivery_log.render(log)

            await eventually(refused, "the log says that the address is none")
    assert (crm.heard, crm.forged) == ([], 0)
