"""Staff are told in private of what needs them, together, and when they want to be."""

from pathlib import Path

import pytest

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Someone, Topic, eventually


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    """Ana's ticket, which Maria answers. All have been seen; Maria and Joe started the bot."""
    for person in (cast.joe, cast.maria, cast.sam):
        await person.writes_in_general("good morning")
    for person in (cast.joe, cast.maria):
        await person.writes("/start")
        await person.hears("In this chat you are a customer")
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.pinned_card()
    await cast.maria.writes_in(topic, "/claim")
    await topic.card_says("Maria")
    return topic


async def _sees(viewer: Someone, topic: Topic, words: str) -> None:
    """Waits until a message in the topic, perhaps one for that person alone, says `words`."""

    async def look() -> bool:
        return any(words in (one["text"] or "") for one in await _seen_by(viewer, topic))

    await eventually(look, f"{viewer.name} sees {words!r} in the topic")


async def _seen_by(viewer: Someone, topic: Topic) -> list[Json]:
    query = {"chat_id": topic.chat, "message_thread_id": topic.id, "viewer": viewer.id}
    messages: list[Json] = await viewer.telegram.get("/sim/messages", **query)
    return messages


async def test_a_minute_of_a_ticket_is_one_message_with_a_link(cast: Cast, topic: Topic) -> None:
    """Ana writes twice, Joe asks Maria: she hears of all of it once, and the link leads there."""
    await cast.joe.writes_in(topic, "@maria do you know?")
    await _sees(cast.joe, topic, "Kept as a note")
    await cast.ana.writes("Hello?")
    await cast.ana.writes("Anyone?")
    await topic.shows("Anyone?")
    await cast.telegram.time_passes(minutes=2)
    told = await cast.maria.hears("Ana wrote 2 times")
    assert told["text"] == "#1 Where is my order 4711?\n• Ana wrote 2 times\n• Joe mentioned you"
    link = f"https://t.me/c/{str(topic.chat).removeprefix('-100')}/{topic.id}"
    assert [entity["url"] for entity in told["entities"]] == [link]
    await cast.joe.hears_nothing_of("#1")
    assert not [m for m in await topic.messages() if "mentioned you" in (m["text"] or "")]


async def test_an_assignment_is_told_in_private(cast: Cast, topic: Topic) -> None:
    """And in the topic only to whom the desk cannot write."""
    await cast.maria.writes_in(topic, "/assign @joe")
    await topic.card_says("Joe")
    await cast.telegram.time_passes(minutes=2)
    await cast.joe.hears("Maria gave it to you")
    await cast.joe.writes_in(topic, "/assign @sam")
    await topic.shows("@sam, Joe gave you #1.")
    assert not [m for m in await topic.messages() if "@joe, " in (m["text"] or "")]


async def test_supervisors_hear_at_once_that_an_approval_is_wanted(
    cast: Cast, topic: Topic
) -> None:
    """And who follows `approval` hears of it too."""
    await cast.sam.writes("/start")
    await cast.sam.hears("In this chat you are a customer")
    await cast.joe.writes("/subscribe approval")
    await cast.joe.hears("● approval")
    await cast.maria.writes_in(topic, "/status waiting_approval")
    for person in (cast.sam, cast.joe):
        await person.hears("• It waits for an approval")
    await cast.maria.hears_nothing_of("approval")


async def test_who_never_started_the_bot_is_named_in_the_topic(cast: Cast, topic: Topic) -> None:
    """Once; and who blocked it meanwhile, too."""
    await cast.maria.writes_in(topic, "@supervisor please decide, and @joe knows")
    await topic.shows("@sam, Maria mentioned you in #1.")
    await cast.telegram.post("/sim/blocks", {"user_id": cast.joe.id, "blocked": True})
    await cast.telegram.time_passes(minutes=2)
    await topic.shows("@joe, Maria mentioned you in #1.")
    assert len([m for m in await topic.messages() if "@sam, " in (m["text"] or "")]) == 1


async def test_subscribe_and_mute(cast: Cast, topic: Topic) -> None:
    """Joe follows the queue and mutes a ticket; each answer shows him what he has chosen."""
    await cast.joe.writes("/subscribe new support")
    await cast.joe.hears("● new support")
    await cast.joe.writes("/mute #1")
    await cast.joe.hears("○ mentioned #1")
    await cast.maria.writes_in(topic, "@joe?")
    await _sees(cast.maria, topic, "Kept as a note")
    await cast.boris.writes("The lamp is broken.")
    await (await cast.topic("#2")).card()
    await cast.telegram.time_passes(minutes=2)
    told = await cast.joe.hears("New in support")
    assert "#1" not in told["text"]
    await cast.joe.writes("/subscribe flarp")
    await cast.joe.hears("I do not know “flarp”")


async def test_a_tag_and_a_status(cast: Cast, topic: Topic) -> None:
    """Joe hears of what gets a tag, and of one status; a muted tag is silent."""
    for words in ("/subscribe new #vip", "/subscribe status resolved", "/mute #spam"):
        await cast.joe.writes(words)
    await cast.joe.hears("○ status #spam")
    await cast.maria.writes_in(topic, "/tag vip")
    await topic.card_says("#vip")
    await cast.telegram.time_passes(minutes=2)
    await cast.joe.hears("New in support")
    await cast.maria.writes_in(topic, "/resolve")
    await topic.card_says("resolved since")
    await cast.telegram.time_passes(minutes=2)
    await cast.joe.hears("It is resolved now")
    await cast.maria.writes_in(topic, "/tag spam")
    await topic.card_says("#spam")
    await cast.maria.writes_in(topic, "@joe?")
    await _sees(cast.maria, topic, "Kept as a note")
    await cast.telegram.time_passes(minutes=2)
    await cast.joe.hears_nothing_of("mentioned you")


async def test_a_question_is_told_at_once(cast: Cast, topic: Topic) -> None:
    """Without waiting for the minute in which the rest is gathered."""
    await cast.maria.writes_in(topic, "/consult @joe Which one?")
    await cast.joe.hears("Maria asks you something")


@pytest.mark.usefixtures("topic")
async def test_notices_by_buttons(cast: Cast) -> None:
    """Each press changes the one message; pressed again it stays so, and an old one says so."""
    await cast.joe.writes("/subscribe new #vip")
    await cast.joe.hears("● new #vip")
    await cast.joe.writes("/notices")

    async def panel() -> Json | None:
        shown = [one for one in await cast.joe.messages() if one["buttons"]]
        return shown[-1] if len(shown) == 2 else None

    shown = (await eventually(panel, "the notices with their buttons"))["message_id"]
    await cast.joe.presses(cast.joe.id, shown, "● Mentioned")
    await _has_button(cast.joe, shown, "○ Mentioned")
    await cast.joe.presses(cast.joe.id, shown, "◐ Customer wrote")
    await _has_button(cast.joe, shown, "● Customer wrote")
    await cast.joe.presses(cast.joe.id, shown, "🌙 Quiet hours…")
    await _has_button(cast.joe, shown, "Off")
    await cast.joe.presses(cast.joe.id, shown, "22:00–07:00")  # noqa: RUF001
    await cast.joe.hears("Quiet hours: 22:00–07:00")  # noqa: RUF001
    await cast.joe.presses(cast.joe.id, shown, "🌍 Time zone…")
    await _has_button(cast.joe, shown, "Asia/Tehran")
    await cast.joe.presses(cast.joe.id, shown, "Asia/Tehran")
    await cast.joe.hears("Times are Asia/Tehran")
    await cast.joe.presses(cast.joe.id, shown, "📍 Exceptions…")
    await _has_button(cast.joe, shown, "● new #vip")
    await cast.joe.writes("/subscribe default")
    await cast.joe.hears("What I tell you in private")
    answer = await eventually(
        lambda: cast.joe.presses(cast.joe.id, shown, "✖"), "the old button says so"
    )
    assert answer["text"] == "This button is out of date; use a newer one."


async def _has_button(who: Someone, message: int, label: str) -> None:
    async def look() -> bool:
        found = next(one for one in await who.messages() if one["message_id"] == message)
        return any(button["text"] == label for row in found["buttons"] for button in row)

    await eventually(look, f"the button {label!r}")


async def test_in_a_topic_only_the_asker_sees_it(cast: Cast, topic: Topic) -> None:
    """The others' topic stays free of it."""
    await cast.maria.writes_in(topic, "/digest 18:00")
    await _sees(cast.maria, topic, "Daily digest: 18:00")
    assert not any("Daily digest" in (one["text"] or "") for one in await _seen_by(cast.joe, topic))


async def test_quiet_hours_and_the_digest(cast: Cast, topic: Topic) -> None:
    """All day long is quiet but for a minute, and answers in the same chat come all the same."""
    await cast.maria.writes("/quiet 0:01-0:00")
    await cast.maria.hears("Quiet hours: 00:01–00:00")  # noqa: RUF001 - as times are written
    await cast.ana.writes("Hello?")
    await topic.shows("Hello?")
    await cast.telegram.time_passes(minutes=2)
    await cast.maria.writes("/queue")
    await cast.maria.hears("One ticket is not done")
    await cast.maria.hears_nothing_of("Ana wrote")
    await cast.telegram.time_passes(hours=24)
    await cast.maria.hears("Ana wrote")


async def test_who_is_on_call(cast: Cast, topic: Topic) -> None:
    """`@oncall` reaches them; only supervisors put others there."""
    await cast.maria.writes_in(topic, "/oncall @joe")
    await topic.shows("Only a supervisor can put someone else on call")
    await cast.sam.writes_in_general("/oncall @joe")
    await cast.joe.writes("/oncall")
    await cast.joe.hears("On call: Joe")
    await cast.maria.writes_in(topic, "@oncall it burns")
    await _sees(cast.maria, topic, "Kept as a note")
    await cast.telegram.time_passes(minutes=2)
    await cast.joe.hears("Maria mentioned you")


async def test_customers_know_nothing_of_it(cast: Cast) -> None:
    """They get the answer that every unknown command gets."""
    await cast.ana.writes("/subscribe new")
    await cast.ana.hears("No conozco /subscribe")


async def test_what_waits_survives_a_restart(tmp_path: Path) -> None:
    """It is told by the next desk."""
    async with desk(tmp_path) as cast:
        await cast.joe.writes_in_general("good morning")
        await cast.joe.writes("/start")
        await cast.joe.hears("In this chat")
        await cast.ana.writes("Where is my order 4711?")
        topic = await cast.topic("#1")
        await topic.card()
        await cast.maria.writes_in(topic, "/assign @joe")
        await topic.card_says("Joe")
    async with desk(tmp_path) as cast:
        await cast.telegram.time_passes(minutes=2)
        await cast.joe.hears("Maria gave it to you")
