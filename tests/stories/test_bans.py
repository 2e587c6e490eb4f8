"""Whoever is banned reaches nobody, is told so once, and nothing of theirs is lost."""

from pathlib import Path

from orchestration.events import MessageWithheld
from storage.unit_of_work import Database
from tests.stories.conftest import Cast
from tests.stories.desks import desk


async def test_a_banned_customer_is_told_once_and_counted(cast: Cast) -> None:
    """Their words stay out of the topics, edits and new tickets too; staff see how many."""
    first = await cast.ana.writes("Cheap watches!")
    topic = await cast.topic("#1")
    await topic.card()
    await cast.maria.writes_in(topic, "/ban selling watches")
    await topic.shows("Banned by Maria")
    await topic.shows("resolved since")
    await cast.ana.writes("Cheaper watches!")
    await cast.ana.hears("Por el momento no se transmiten sus mensajes")
    await cast.ana.writes("/new Cheapest watches!")
    await cast.ana.edits(cast.ana.id, first, text="Free watches!")
    await topic.shows("3 messages were kept out")
    told = [
        each["text"] for each in await cast.ana.messages() if "no se transmiten" in each["text"]
    ]
    assert len(told) == 1
    assert len(await cast.telegram.topics()) == 1
    shown = " ".join(each["text"] or "" for each in await topic.messages())
    assert not any(word in shown for word in ("Cheaper", "Cheapest", "Free"))


async def test_whoever_is_unbanned_hears_it_and_is_heard(cast: Cast) -> None:
    """The ticket comes back with their next message."""
    await cast.ana.writes("Cheap watches!")
    topic = await cast.topic("#1")
    await topic.card()
    await cast.maria.writes_in(topic, "/ban")
    await topic.shows("resolved since")
    await cast.ana.writes("Sorry!")
    await cast.ana.hears("no se transmiten")
    await cast.sam.writes_in(topic, "/unban")
    await cast.ana.hears("Ya puede volver a escribirnos aquí.")
    await cast.ana.writes("Where is my order?")
    await topic.shows("Where is my order?")
    await topic.shows("open since")


async def test_a_ban_ends_what_nobody_has_claimed(cast: Cast) -> None:
    """A colleague's ticket stays with the colleague, whose card says it."""
    await cast.ana.writes("Where is my order?")
    owned = await cast.topic("#1")
    await owned.card()
    await cast.joe.writes_in(owned, "/claim")
    await owned.shows("Answered by Joe")
    await cast.ana.writes("/new Watches")
    free = await cast.topic("#2")
    await free.card()
    await cast.ana.writes("/new More watches")
    here = await cast.topic("#3")
    await here.card()
    await cast.maria.writes_in(here, "/ban")
    for topic in (free, here):
        await topic.shows("resolved since")
    await owned.shows("Banned by Maria")
    await owned.shows("open since")


async def test_what_cannot_be_is_said_in_a_sentence(cast: Cast) -> None:
    """Staff are not banned, nobody twice, and a ban that is none is not lifted."""
    await cast.ana.writes("Hello")
    topic = await cast.topic("#1")
    await topic.card()
    await cast.maria.writes_in(topic, "/unban")
    await topic.shows("Ana is not banned; /ban keeps them out.")
    await cast.maria.writes_in(topic, "/ban")
    await topic.shows("resolved since")
    await cast.sam.writes_in(topic, "/ban")
    await topic.shows("Ana is banned already; /unban lets them write again.")
    await cast.joe.writes_in_general("Good morning")
    await cast.joe.writes("I am trying the desk")
    own = await cast.topic("#2")
    await own.card()
    await cast.maria.writes_in(own, "/ban")
    await own.shows("Joe belongs to the staff and stays")


async def test_what_was_withheld_stands_in_the_record(tmp_path: Path) -> None:
    """In the ticket that the ban was given in."""
    async with desk(tmp_path) as cast:
        await cast.ana.writes("Cheap watches!")
        topic = await cast.topic("#1")
        await topic.card()
        await cast.maria.writes_in(topic, "/ban")
        await topic.shows("resolved since")
        await cast.ana.writes("Cheaper watches!")
        await topic.shows("one message was kept out")
    database = await Database.open(f"sqlite:///{tmp_path / 'topicdesk.db'}")
    async with database.begin() as uow:
        entries = await uow.timeline.of(1)
    await database.close()
    events = [entry.event for entry in entries]
    kept = [event.content.text for event in events if isinstance(event, MessageWithheld)]
    assert kept == ["Cheaper watches!"]
