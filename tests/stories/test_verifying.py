"""Customers show whose they are, with a real tool server behind the desk."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.shop.desk import code_sent, variables, written
from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Someone, Topic, eventually

WRONG = "Those two do not fit together"
DONE = "I know now that you are our customer"


@pytest.fixture
async def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Cast]:
    """A desk whose customers shop at Kettle & Leaf; its post arrives in the test's folder."""
    for name, value in variables(tmp_path).items():
        monkeypatch.setenv(name, value)
    async with desk(tmp_path, desk_dir=written(tmp_path)) as cast:
        yield cast


async def ticket_of_ana(cast: Cast) -> Topic:
    await cast.ana.writes("Where is my order?")
    topic = await cast.topic("#1")
    await topic.card()
    return topic


async def code_for(folder: Path, email: str) -> str:
    async def look() -> str:
        return code_sent(folder, email)

    return await eventually(look, f"a code for {email}")


async def says(viewer: Someone, topic: Topic, words: str) -> bool:
    seen = await viewer.telegram.messages(topic.chat, topic.id, viewer.id)
    return any(words in (one["text"] or "") for one in seen)


async def sees(viewer: Someone, topic: Topic, words: str) -> None:
    await eventually(lambda: says(viewer, topic, words), f"{viewer.name} sees {words!r}")


async def test_an_order_and_its_postcode(shop: Cast) -> None:
    """Ana shows both, is told that she is known, and staff see whose record she is."""
    topic = await ticket_of_ana(shop)
    await shop.ana.writes("/verify 4711 28013")
    await shop.ana.hears(DONE)
    await topic.card_says("🪪 Verified as C-1001 (order and postcode) by Ana")
    await shop.maria.writes_in(topic, "/log")
    await sees(shop.maria, topic, "Ana bound the customer to C-1001 (order and postcode)")
    await shop.ana.writes("/export")
    (message,) = await shop.ana.gets("document")
    exported = json.loads(await shop.telegram.file(message))
    assert exported["verified_as"]["record"] == "C-1001"


async def test_who_quotes_anothers_order_gets_nothing(shop: Cast) -> None:
    """Boris knows Ana's order number: he hears the same as for one that does not exist."""
    await shop.boris.writes("Where is order 4711?")
    topic = await shop.topic("#1")
    await topic.card()
    for words in ("/verify 4711 10115", "/verify 9999 10115"):
        before = len(await shop.boris.messages())
        await shop.boris.writes(words)

        async def answered(before: int = before) -> str:
            heard = (await shop.boris.messages())[before + 1 :]
            return str(heard[0]["text"]) if heard else ""

        assert WRONG in await eventually(answered, "an answer")
    shown = " ".join(each["text"] or "" for each in await topic.messages())
    assert "C-100" not in shown
    await shop.sam.writes_in(topic, "/bind")
    await topic.shows("Boris is bound to no record")


async def test_a_code_to_the_address_on_file(shop: Cast, tmp_path: Path) -> None:
    """Whoever reads Ana's e-mail can write its code, which is no message of her ticket."""
    topic = await ticket_of_ana(shop)
    await shop.ana.writes("/verify ana@example.org")
    await shop.ana.hears("a code of six digits is on its way")
    code = await code_for(tmp_path, "ana@example.org")
    await topic.card()
    await shop.maria.writes_in(topic, "/log")
    await sees(shop.maria, topic, "is sent a code to the e-mail address on file")
    await shop.ana.writes(f"{code[:3]} {code[3:]}")
    await shop.ana.hears(DONE)
    await topic.card_says("Verified as C-1001 (code by e-mail) by Ana")
    shown = " ".join(each["text"] or "" for each in await topic.messages())
    assert code not in shown
    assert code[:3] + " " + code[3:] not in shown


async def test_an_address_that_nobody_has(shop: Cast) -> None:
    """The same words are said, and no code is right."""
    topic = await ticket_of_ana(shop)
    await shop.ana.writes("/verify nobody@example.org")
    await shop.ana.hears("a code of six digits is on its way")

    async def refused() -> bool:
        await shop.maria.writes_in(topic, "/log")
        return await says(shop.maria, topic, "nothing on file fits")

    await eventually(refused, "a line in the log")
    await shop.ana.writes("123456")
    await shop.ana.hears("That is not the code. You can try 4 more times.")


async def test_too_many_tries(shop: Cast) -> None:
    """After five wrong tries it is over for a day, for what is right, too."""
    topic = await ticket_of_ana(shop)
    for number in range(4):
        before = len(await shop.ana.messages())
        await shop.ana.writes(f"/verify 4711 0000{number}")

        async def answered(before: int = before) -> bool:
            heard = (await shop.ana.messages())[before:]
            return any(WRONG in (each["text"] or "") for each in heard)

        await eventually(answered, "an answer")
    await shop.ana.writes("/verify 4711 00004")
    await shop.ana.hears("That was too often for today")
    await shop.ana.writes("/verify 4711 28013")
    await shop.ana.hears_nothing_of(DONE)
    await shop.telegram.time_passes(days=1)
    await shop.ana.writes("/verify 4711 28013")
    await shop.ana.hears(DONE)
    await topic.card_says("Verified as C-1001")


async def test_a_supervisor_binds_and_revokes(shop: Cast) -> None:
    """An agent may not; what Sam does shows on the card, and is answered to Sam alone."""
    topic = await ticket_of_ana(shop)
    await shop.maria.writes_in(topic, "/bind C-1003")
    await topic.shows("Only a supervisor says which record is the customer's on #1")
    await shop.sam.writes_in(topic, "/bind C-1003")
    await topic.card_says("🪪 Verified as C-1003 (supervisor) by Sam")
    await sees(shop.sam, topic, "Ana is bound to the record C-1003 now.")
    await shop.sam.writes_in(topic, "/bind C-1003")
    await topic.shows("Ana is bound to C-1003 already; /unbind takes it back.")
    await shop.sam.writes_in(topic, "/unbind")
    await sees(shop.sam, topic, "Ana is bound to no record any more.")

    async def unbound() -> bool:
        return "🪪" not in (await topic.card())["text"]

    await eventually(unbound, "a card without a record")
    await shop.sam.writes_in(topic, "/unbind")
    await topic.shows("Ana is bound to no record; they can write /verify")


async def test_how_it_is_done(shop: Cast) -> None:
    """Whoever does not know what to write is told, with both ways that this desk has."""
    await shop.ana.writes("/verify")
    told = await shop.ana.hears("necesito saber que son suyos")
    assert "/verify 4711 28013" in told["text"]
    assert "/verify usted@example.org" in told["text"]


async def test_a_desk_without_tools(cast: Cast) -> None:
    """A person sees to it."""
    await cast.ana.writes("/verify 4711 28013")
    await cast.ana.hears("Escríbanos aquí y se ocupará una persona")


async def test_a_server_that_cannot_be_started(tmp_path: Path) -> None:
    """The desk works without; supervisors hear it once, customers what they can do."""
    files = written(tmp_path, ("no-such-program",))
    async with desk(tmp_path, desk_dir=files) as cast:
        await cast.sam.writes_in_general("good morning")
        await cast.sam.writes("/start")
        await cast.sam.hears("the tool server shop is not connected: the variable")
        await cast.ana.writes("Where is my order?")
        await (await cast.topic("#1")).card()
        await cast.ana.writes("/verify 4711 28013")
        await cast.ana.hears("I could not check that just now")
