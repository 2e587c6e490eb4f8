"""Albums go out as albums, whole, in order, and nothing of them twice."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.texts import Texts
from bot.views.entry import album_to_customer, album_to_staff
from orchestration.content import Content, ContentKind, MessageRef
from orchestration.deliveries import ALBUM_SETTLES
from orchestration.desk import DEFAULT_QUEUE, Signature
from orchestration.events import CustomerWrote, RepliedPublicly
from orchestration.intake import Incoming, receive
from orchestration.people import Customer, Role, Staff
from orchestration.timeline import Audience, Entry
from sandbox.cast import ANA
from tests.unit.bot.house import CUSTOMERS, House, Json

TEXTS = Texts.load()
AT = datetime(2026, 11, 21, tzinfo=UTC)
EVA = Customer(7, "Eva")
ANNA = Staff(11, "Anna", Role.AGENT)


def item(seq: int, caption: str = "", *, public_by: Staff | None = None) -> Entry:
    content = Content(caption, ContentKind.PHOTO, album="a", file=f"file-{seq}")
    event = RepliedPublicly(content) if public_by else CustomerWrote(content)
    return Entry(1, seq, AT, public_by or EVA, Audience.PUBLIC, event)


def test_the_author_stands_above_the_one_caption() -> None:
    """Telegram's apps show a caption below the album only where no other item has one."""
    shown = album_to_staff([item(2), item(3, "Both"), item(4)], TEXTS, None)
    assert [one.text for one in shown] == ["", "Eva\nBoth", ""]
    shown = album_to_staff([item(2), item(3)], TEXTS, None)
    assert [one.text for one in shown] == ["Eva", ""]
    shown = album_to_staff([item(2, "Left"), item(3, "Right")], TEXTS, None)
    assert [one.text for one in shown] == ["Eva\nLeft", "Right"]


def test_a_customers_album_is_signed_once() -> None:
    """Below the caption that there is."""
    queue = replace(DEFAULT_QUEUE, signature=Signature.FIRST_NAME)
    items = [item(2, public_by=ANNA), item(3, "Both", public_by=ANNA)]
    first, second = album_to_customer(items, queue, TEXTS, None)
    assert first.text == ""
    assert second.text.startswith("Both")
    assert "Anna" in second.text


async def sends(house: House, kinds: list[str], caption: str = "") -> list[Incoming]:
    """Ana sends an album; returns its items as the desk reads them."""
    body: Json = {"from": ANA, "chat_id": ANA, "album": kinds, "caption": caption}
    numbers = (await house.post("/sim/messages", body))["message_ids"]
    shown = {m["message_id"]: m for m in await house.seen(ANA)}
    found = []
    for number in numbers:
        ref, message = MessageRef(ANA, number), shown[number]
        content = Content(
            message["caption"] or "",
            ContentKind(message["kind"]),
            source=ref,
            album="a",
            file=message["file"]["file_id"],
        )
        found.append(Incoming(CUSTOMERS[ANA], content, ref))
    return found


async def arrive(house: House, *items: Incoming) -> None:
    for each in items:
        async with house.store.begin() as uow:
            await receive(uow, house.desk, each, house.moment.now)


async def settles(house: House) -> None:
    house.moment.pass_(ALBUM_SETTLES.total_seconds())
    await house.courier.drain()


async def test_an_album_is_one_call_once_it_settled(house: House) -> None:
    """Nothing goes out before, however often the courier looks."""
    await house.writes("Hello")
    await house.courier.drain()
    await arrive(house, *await sends(house, ["photo", "video", "photo"], "Look"))
    await house.courier.drain()
    assert "sendMediaGroup" not in await house.calls()
    await settles(house)
    assert (await house.calls()).count("sendMediaGroup") == 1
    shown = [m for m in await house.topic() if m["media_group_id"]]
    assert [m["kind"] for m in shown] == ["photo", "video", "photo"]
    assert [m["caption"] for m in shown] == ["Ana\nLook", None, None]
    assert house.left() == []


async def test_a_latecomer_goes_by_itself(house: House) -> None:
    """What had gone out before it is not sent again."""
    await house.writes("Hello")
    one, two, late = await sends(house, ["photo", "photo", "photo"])
    await arrive(house, one, two)
    await settles(house)
    await arrive(house, late)
    await settles(house)
    calls = await house.calls()
    assert (calls.count("sendMediaGroup"), calls.count("sendPhoto")) == (1, 1)
    assert len([m for m in await house.topic() if m["kind"] == "photo"]) == 3


async def test_a_refused_album_comes_again_whole(house: House) -> None:
    """Trouble on the way costs neither items nor order."""
    await house.writes("Hello")
    await house.courier.drain()
    await arrive(house, *await sends(house, ["document", "document"], "Bills"))
    await house.fault("sendMediaGroup", "500")
    await settles(house)
    house.moment.pass_(60)
    await house.courier.drain()
    shown = [m for m in await house.topic() if m["kind"] == "document"]
    assert [m["caption"] for m in shown] == ["Ana\nBills", None]
    assert house.left() == []


async def test_an_album_builds_its_lost_topic_anew(house: House) -> None:
    """The new topic holds the card and the album."""
    await house.writes("Hello")
    await house.courier.drain()
    await house.topic_is("delete")
    await arrive(house, *await sends(house, ["photo", "photo"]))
    await settles(house)
    shown = await house.topic()
    assert [m["kind"] for m in shown][-2:] == ["photo", "photo"]
    assert shown[0]["buttons"]
    assert house.left() == []


async def test_what_is_not_taken_as_an_album_goes_item_by_item(house: House) -> None:
    """In order, and what its author deleted meanwhile is told in words at its place."""
    await house.writes("Hello")
    await house.courier.drain()
    items = await sends(house, ["photo", "photo", "photo"], "Look")
    foreign = [replace(one, content=replace(one.content, file="of-another-bot")) for one in items]
    await arrive(house, *foreign)
    deleted = {"chat_id": ANA, "message_ids": [items[0].message.message]}
    await house.post("/sim/deletions", deleted)
    await settles(house)
    shown = await house.topic()
    assert [m["kind"] for m in shown] == ["text", "text", "photo", "photo"]
    assert "[photo]" in shown[1]["text"]
    assert house.left() == []
