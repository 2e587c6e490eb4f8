"""How staff put tickets in order and find them again."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Someone, Topic, eventually


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    """Ana's ticket; Joe and Maria have been seen in the group."""
    for person in (cast.joe, cast.maria):
        await person.writes_in_general("good morning")
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.pinned_card()
    return topic


async def test_subject_tags_and_priority_stand_on_the_card(cast: Cast, topic: Topic) -> None:
    """The topic takes the new subject for its name, and Ana hears nothing of it."""
    subject = await cast.maria.writes_in(topic, "/subject Order 4711 is late")
    await topic.is_named("#1 Order 4711 is late")
    await topic.marks_delivered(subject)
    await cast.maria.writes_in(topic, "/tag VIP late-order")
    await topic.card_says("#vip #late_order")
    await cast.joe.writes_in(topic, "/priority urgent")
    await topic.card_says("Urgency urgent")
    await cast.joe.writes_in(topic, "/tag -vip")
    await topic.card_says("· #late_order")
    await cast.ana.hears_nothing_of("late")


async def test_a_priority_that_there_is_not(cast: Cast, topic: Topic) -> None:
    """Is met with those that there are."""
    asked = await cast.maria.writes_in(topic, "/priority soon")
    assert "low, normal, high, urgent" in (await topic.answer_to(asked))["text"]


async def test_a_ticket_moves_to_another_queue(tmp_path: Path) -> None:
    """Its primary responder gives it up; a queue that there is not is met with those there are."""
    (tmp_path / "desk" / "queues").mkdir(parents=True)
    (tmp_path / "desk" / "desk.yaml").touch()
    for name, team in (("support", "Support"), ("billing", "Billing desk")):
        (tmp_path / "desk" / "queues" / f"{name}.yaml").write_text(f"team: {team}")
    async with desk(tmp_path, desk_dir=tmp_path / "desk") as cast:
        await cast.ana.writes("You charged me twice")
        topic = await cast.topic("#1")
        await cast.maria.writes_in(topic, "/claim")
        await topic.card_says("Answered by Maria")
        await cast.maria.writes_in(topic, "/queue billing")
        assert "nobody yet" in (await topic.card_says("Queue billing"))["text"]
        asked = await cast.maria.writes_in(topic, "/queue sales")
        assert "billing, support" in (await topic.answer_to(asked))["text"]
        listed = await cast.maria.writes_in(topic, "/queue")
        assert "#1 You charged me twice" in (await topic.answer_to(listed))["text"]


async def test_a_search_leads_to_what_was_said(cast: Cast, topic: Topic) -> None:
    """In a topic, in General and in private; a note is found, and the number is a link to it."""
    note = await cast.maria.writes_in(topic, "The courier lost the parcels.")
    await cast.maria.writes_in(topic, "/search PARCEL lost")
    found = [await _told_alone(cast.maria, topic, "was said")]
    await cast.joe.writes_in_general("/search parcels")
    found.append(await _told_alone(cast.joe, replace(topic, id=1), "courier lost the"))
    await cast.maria.writes("/search parcels")
    found.append(await cast.maria.hears("courier lost the parcels"))
    for shown in found:
        (link,) = [one for one in shown["entities"] if one["type"] == "text_link"]
        assert link["url"] == f"https://t.me/c/{str(topic.chat)[4:]}/{note}"
    await cast.maria.writes_in(topic, "/search zebra")
    await _told_alone(cast.maria, topic, "Nobody said “zebra”")


async def test_customers_cannot_search(cast: Cast, topic: Topic) -> None:
    """To Ana there is no such command, and no note of her ticket is shown to her."""
    await cast.maria.writes_in(topic, "The courier lost the parcels.")
    await cast.ana.writes("/search courier")
    await cast.ana.hears("I do not know /search")
    await cast.ana.hears_nothing_of("courier lost")


async def test_the_history_of_a_customer(cast: Cast, topic: Topic) -> None:
    """All that Ana asked for, and nobody else's; each number leads to its topic."""
    await cast.maria.writes_in(topic, "/resolve")
    await cast.boris.writes("Hello?")
    await cast.ana.writes("/new Do you sell hats?")
    second = await cast.topic("hats")
    await second.pinned_card()
    await cast.maria.writes_in(second, "/history")
    shown = await _told_alone(cast.maria, second, "Everything Ana asked for")
    first, last = shown["text"].splitlines()[2], shown["text"].splitlines()[1]
    assert "✅ #1 Where is my order 4711?" in first
    assert "hats?" in last
    assert "Hello" not in shown["text"]
    links = [one["url"] for one in shown["entities"] if one["type"] == "text_link"]
    assert links[-1].endswith(f"/{topic.id}")


async def _told_alone(person: Someone, topic: Topic, words: str) -> Json:
    """Waits until that person, and nobody else, reads `words` in a topic."""

    async def look() -> Json | None:
        query = {"chat_id": topic.chat, "message_thread_id": topic.id, "viewer": person.id}
        shown = await person.telegram.get("/sim/messages", **query)
        return next((one for one in shown if one["ephemeral"] and words in one["text"]), None)

    return await eventually(look, f"{person.name} alone reads {words!r}")


async def test_two_tickets_become_one(cast: Cast, topic: Topic) -> None:
    """The other topic says where it goes on, and closes; Ana's next words arrive in this one."""
    await cast.ana.writes("/new I mean the blue hat")
    other = await cast.topic("blue hat")
    await other.pinned_card()
    merge = await cast.maria.writes_in(topic, "/merge #2")
    told = await topic.shows("Maria brought #2 in here")
    assert "👤 Ana: I mean the blue hat" in told["text"]
    pointer = await other.shows("Maria brought this ticket into #1")
    (link,) = [one for one in pointer["entities"] if one["type"] == "text_link"]
    assert link["url"].endswith(f"/{topic.id}")
    await other.becomes(closed=True)
    await topic.marks_delivered(merge)
    await topic.card_says("Goes on here: #2")
    await cast.ana.writes("Are you there?")
    await topic.shows("Are you there?")
    await cast.ana.hears_nothing_of("brought")


async def test_linked_tickets_name_each_other(cast: Cast, topic: Topic) -> None:
    """On both cards, until the link is taken away."""
    await cast.boris.writes("My order is late too")
    other = await cast.topic("#2")
    await other.pinned_card()
    await cast.maria.writes_in(topic, "/link #2")
    await topic.card_says("Has to do with #2")
    await other.card_says("Has to do with #1")
    merge = await cast.maria.writes_in(topic, "/merge 2")
    assert "another customer's" in (await topic.answer_to(merge))["text"]
    taken = await cast.maria.writes_in(topic, "/link -#2")
    await topic.marks_delivered(taken)
    assert "Has to do" not in (await topic.card())["text"]
