"""Follow-ups: set in a line, shown back, said in their minute to whom they are for."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Someone, Topic, eventually


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    """Ana's ticket; all have been seen, and Joe started the bot."""
    return await _begun(cast)


async def _begun(cast: Cast) -> Topic:
    for person in (cast.joe, cast.maria, cast.sam):
        await person.writes_in_general("good morning")
    await cast.joe.writes("/start")
    await cast.joe.hears("In this chat you are a customer")
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.pinned_card()
    return topic


async def _panel(who: Someone, topic: Topic, words: str) -> Json:
    """Waits until a panel that this person alone sees says `words`."""

    async def look() -> Json | None:
        seen = await who.telegram.messages(topic.chat, topic.id, who.id)
        panels = [one for one in seen if one["ephemeral"] and words in (one["text"] or "")]
        return panels[-1] if panels else None

    return await eventually(look, f"{who.name} sees a panel saying {words!r}")


async def _until(cast: Cast, now: datetime, moment: datetime) -> datetime:
    """Time passes until then."""
    await cast.telegram.time_passes(seconds=(moment - now).total_seconds())
    return moment


def _said(messages: list[Json], words: str) -> list[Json]:
    return [one for one in messages if words in (one["text"] or "")]


async def test_it_is_shown_back_and_comes_once(cast: Cast, topic: Topic) -> None:
    """Maria sees when it comes, nobody else does; in two hours Joe is named in the topic."""
    await cast.maria.writes_in(topic, "/timezone Europe/Madrid")
    await _panel(cast.maria, topic, "Your time zone is Europe/Madrid")
    await cast.maria.writes_in(topic, "/followup in 2h call the shop @joe")
    panel = await _panel(cast.maria, topic, "(Europe/Madrid), for Joe: call the shop")
    assert "It comes even if the customer writes before." in panel["text"]
    assert [b["text"] for row in panel["buttons"] for b in row] == [
        "Change…",
        "Cancel",
        "End it if the customer writes",
    ]
    assert not _said(await topic.messages(), "call the shop")[1:]
    await cast.telegram.time_passes(hours=1, minutes=58)
    await cast.ana.writes("Hello?")
    await topic.shows("Hello?")
    assert not _said(await topic.messages(), "⏰")
    await cast.telegram.time_passes(minutes=3)
    said = await topic.shows("⏰ @joe call the shop (from Maria)")
    assert "late" not in said["text"]
    await cast.telegram.time_passes(days=2)
    await cast.ana.writes("Still there?")
    await topic.shows("Still there?")
    assert len(_said(await topic.messages(), "⏰ @joe")) == 1


async def test_changed_and_cancelled_by_buttons(cast: Cast, topic: Topic) -> None:
    """An hour later by a press; listed with the others; and then never."""
    await cast.maria.writes_in(topic, "/followup in 1h look again")
    panel = await _panel(cast.maria, topic, "look again")
    first = panel["text"].split(" (")[0]
    await cast.maria.presses_panel(topic, panel, "Change…")
    panel = await _panel(cast.maria, topic, "/followup change 1 friday 14:00")
    await cast.maria.presses_panel(topic, panel, "+1 hour")
    panel = await _panel(cast.maria, topic, "look again")
    assert panel["text"].split(" (")[0] != first
    await cast.maria.presses_panel(topic, panel, "End it if the customer writes")
    panel = await _panel(cast.maria, topic, "It ends if the customer writes before.")
    await cast.maria.writes_in(topic, "/followup")
    listed = await _panel(cast.maria, topic, "One follow-up:")
    assert "look again" in listed["text"]
    await cast.maria.presses_panel(topic, panel, "Cancel")
    await _panel(cast.maria, topic, "Cancelled: look again")
    await cast.maria.writes_in(topic, "/log")
    log = await _panel(cast.maria, topic, "Log of #1")
    assert "Maria set a follow-up: look again" in log["text"]
    assert "Maria cancelled a follow-up: look again" in log["text"]


async def test_nonsense_is_answered_with_examples(cast: Cast, topic: Topic) -> None:
    """And so is what a generous reader would have guessed; nothing is set."""
    for words in ("flarp", "tomorrow 25:00", "next friday"):
        asked = await cast.maria.writes_in(topic, f"/followup {words}")
        answer = await topic.answer_to(asked)
        assert "every monday 9:00" in answer["text"]
    asked = await cast.maria.writes_in(topic, "/followup 2020-01-01 party")
    assert "is over" in (await topic.answer_to(asked))["text"]
    await cast.maria.writes_in(topic, "/followup")
    await _panel(cast.maria, topic, "No follow-ups are set")


async def test_a_week_over_the_night_of_the_clocks(cast: Cast, topic: Topic) -> None:
    """Every working day at 9:00 in Madrid, before that night and after it, each in its minute."""
    now = datetime.now(UTC)
    march = datetime(now.year + 1, 3, 31, 7, 0, tzinfo=UTC)
    sunday = march - timedelta(days=(march.weekday() + 1) % 7)  # the clocks go forward
    thursday = sunday - timedelta(days=3, hours=-5)
    now = await _until(cast, now, thursday)
    await cast.maria.writes_in(topic, "/timezone Europe/Madrid")
    await _panel(cast.maria, topic, "Europe/Madrid")
    await cast.maria.writes_in(topic, "/followup every weekday 9:00 3 times stand up")
    await _panel(cast.maria, topic, "Again and again: every weekday 9:00 3 times")
    friday, monday = sunday - timedelta(days=2, hours=-1), sunday + timedelta(days=1)
    for count, due in enumerate((friday, monday, monday + timedelta(days=1)), 1):
        now = await _until(cast, now, due - timedelta(minutes=1))
        await cast.ana.writes(f"Question {count}")
        await topic.shows(f"Question {count}")
        assert len(_said(await topic.messages(), "⏰ @maria stand up")) == count - 1
        now = await _until(cast, now, due + timedelta(minutes=1))

        async def came(expected: int = count) -> bool:
            return len(_said(await topic.messages(), "⏰ @maria stand up")) == expected

        await eventually(came, f"follow-up {count}")
    said = _said(await topic.messages(), "⏰ @maria stand up")
    assert not [each for each in said if "late" in each["text"]]
    await _until(cast, now, now + timedelta(days=3))
    await cast.maria.writes_in(topic, "/followup")
    await _panel(cast.maria, topic, "No follow-ups are set")


async def test_one_without_a_ticket_is_told_in_private(cast: Cast, topic: Topic) -> None:
    """Joe sets it in private, in Spanish, and hears of it there; Maria must have written first."""
    await cast.joe.writes("/followup en 2 horas llamar al banco")
    shown = await cast.joe.hears("llamar al banco")
    assert [b["text"] for row in shown["buttons"] for b in row] == ["Change…", "Cancel"]
    await cast.telegram.time_passes(hours=2)
    await cast.joe.hears("⏰ llamar al banco")
    await cast.joe.writes_in_general("/followup in 2h order pens @maria")
    await cast.joe.writes("/followup")
    await cast.joe.hears("No follow-ups are set")
    await cast.ana.writes("/followup in 2h tea")
    await cast.ana.hears("I do not know /followup")
    assert not _said(await topic.messages(), "banco")


async def test_words_of_a_ticket_stay_in_the_group(cast: Cast, topic: Topic) -> None:
    """In private the list says which ticket and when, and not what was noted."""
    await cast.joe.writes_in(topic, "/followup in 2h he is angry")
    await _panel(cast.joe, topic, "he is angry")
    await cast.joe.writes("/followup")
    listed = await cast.joe.hears("One follow-up:")
    assert "#1" in listed["text"]
    await cast.joe.hears_nothing_of("angry")


async def test_missed_while_the_desk_was_down(tmp_path: Path) -> None:
    """It comes once when the desk is back, and says that it is late."""
    async with desk(tmp_path) as cast:
        topic = await _begun(cast)
        await cast.maria.writes_in(topic, "/followup every day 9:00 look")
        await _panel(cast.maria, topic, "look")
        await cast.telegram.time_passes(minutes=1)
    clock = tmp_path / "clock.json"
    assert clock.exists()
    async with desk(tmp_path) as cast:
        await cast.telegram.time_passes(days=3)
        same = await cast.topic("#1")
        said = await same.shows("⏰ @maria look")
        assert "late, it was due" in said["text"]
        assert len(_said(await same.messages(), "⏰ @maria look")) == 1
