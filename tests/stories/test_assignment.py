"""Tickets find somebody by their queue's rule, people are away, and who is absent is relieved."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Someone, Topic, eventually


@asynccontextmanager
async def ruled(folder: Path, queue: str, desk_yaml: str = "") -> AsyncIterator[Cast]:
    """A desk whose support queue has these rules; everybody was seen and can be told in private."""
    files = folder / "desk"
    (files / "queues").mkdir(parents=True, exist_ok=True)
    (files / "queues" / "support.yaml").write_text(f"team: Support\n{queue}\n")
    (files / "desk.yaml").write_text(desk_yaml)
    async with desk(folder / "data", desk_dir=files) as cast:
        for person in (cast.joe, cast.maria, cast.sam):
            await person.writes_in_general("good morning")
            await person.writes("/start")
            await person.hears("In this chat you are a customer")
        yield cast


async def asks(cast: Cast, by: Someone, number: int, text: str = "Where is my order?") -> Topic:
    """A customer opens another ticket; returns its topic."""
    await by.writes(f"/new {text}")
    topic = await cast.topic(f"#{number}")
    await topic.pinned_card()
    return topic


async def sees(viewer: Someone, topic: Topic, words: str) -> None:
    """Waits until the topic says `words` to that person, perhaps to them alone."""

    async def look() -> bool:
        return any(words in (one["text"] or "") for one in await seen_by(viewer, topic))

    await eventually(look, f"{viewer.name} sees {words!r} in the topic")


async def seen_by(viewer: Someone, topic: Topic) -> list[Json]:
    return await viewer.telegram.messages(topic.chat, topic.id, viewer.id)


async def test_round_robin_goes_on_after_a_restart(tmp_path: Path) -> None:
    """Joe and Maria in turn, never Sam who supervises; the timeline says by which rule."""
    async with ruled(tmp_path, "assign: round-robin") as cast:
        first = await asks(cast, cast.ana, 1)
        one = (await first.card_says("Answered by"))["text"]
    other = "Joe" if "Maria" in one else "Maria"
    async with ruled(tmp_path, "assign: round-robin") as cast:
        second = await asks(cast, cast.boris, 2)
        await second.card_says(f"Answered by {other}")
        third = await asks(cast, cast.ana, 3)
        await third.card_says(f"Answered by {'Joe' if other == 'Maria' else 'Maria'}")
        await cast.sam.writes_in(third, "/log")
        await sees(cast.sam, third, "(round-robin)")
        await cast.telegram.time_passes(minutes=2)
        mine = cast.joe if other == "Joe" else cast.maria
        await mine.hears("The desk gave it to you")


async def test_the_least_busy_and_a_release(tmp_path: Path) -> None:
    """Who gives a ticket back does not get it again."""
    async with ruled(tmp_path, "assign: least-busy") as cast:
        first = await asks(cast, cast.ana, 1)
        await first.card_says("Answered by")
        await cast.sam.writes_in(first, "/assign @maria")
        await first.card_says("Answered by Maria")
        second = await asks(cast, cast.boris, 2)
        await second.card_says("Answered by Joe")
        await cast.joe.writes_in(second, "/release")
        await second.card_says("Answered by Maria")


async def test_the_one_who_knows_it(tmp_path: Path) -> None:
    """Joe is the expert for refunds, so what was read as one is his, also when he is busier."""
    async with ruled(tmp_path, "assign: by-skill\npeople: [joe, '@maria']") as cast:
        role = await cast.sam.writes_in_general("/role @joe expert refund")
        general = Topic(cast.telegram, (await cast.telegram.forum())["id"], 1)
        await general.answer_to(role)
        for number in (1, 2):
            topic = await asks(cast, cast.ana, number, "I want a refund, please.")
            await cast.telegram.time_passes(seconds=5)
            await topic.card_says("Answered by Joe")
        await cast.boris.writes("/new The lamp arrived broken.")
        topic = await cast.topic("#3")
        await cast.telegram.time_passes(seconds=5)
        await topic.card_says("Answered by Maria")


async def test_a_move_to_a_queue_finds_somebody_there(tmp_path: Path) -> None:
    """By that queue's rule; the first one's is manual, as it ships."""
    queues = tmp_path / "desk" / "queues"
    queues.mkdir(parents=True)
    (queues / "billing.yaml").write_text("team: Billing\nassign: round-robin\npeople: [sam]\n")
    async with ruled(tmp_path, "assign: manual") as cast:
        topic = await asks(cast, cast.ana, 1)
        assert "Answered by nobody" in (await topic.card())["text"]
        await cast.joe.writes_in(topic, "/queue billing")
        await topic.card_says("Answered by Sam")


async def test_who_is_away_is_passed_over(tmp_path: Path) -> None:
    """Their card says so, whoever turns to them hears it, and it ends by itself."""
    async with ruled(tmp_path, "assign: round-robin\npeople: [joe, maria]") as cast:
        await cast.maria.writes("/away 9h")
        await cast.maria.hears("You are away until")
        first = await asks(cast, cast.ana, 1)
        await first.card_says("Answered by Joe")
        await cast.joe.writes("/away 3h")
        await cast.joe.hears("You are away until")
        await first.card_says("Away until")
        second = await asks(cast, cast.boris, 2)
        await cast.telegram.time_passes(minutes=11)
        await second.shows("Everybody of its queue is away. @sam")
        assert "Answered by nobody" in (await second.card())["text"]
        await cast.sam.writes_in(second, "@joe can you?")
        await sees(cast.sam, second, "Joe is away until")
        shown = await seen_by(cast.maria, second)
        assert not [one for one in shown if "Joe is away" in (one["text"] or "")]
        await cast.sam.writes_in(second, "/assign @maria")
        await sees(cast.sam, second, "Maria is away until")
        await second.card_says("Away until")
        await cast.maria.writes_in(second, "/back")
        await sees(cast.maria, second, "You are back")

        async def shows_no_absence() -> bool:
            return "Away" not in (await second.card())["text"]

        await eventually(shows_no_absence, "Maria's card says no more that she is away")
        await cast.telegram.time_passes(hours=3)
        third = await asks(cast, cast.ana, 3)
        await third.card_says("Answered by Maria")
        fourth = await asks(cast, cast.boris, 4)
        await fourth.card_says("Answered by Joe")
        assert "Away" not in (await first.card())["text"]


async def test_nonsense_is_answered_with_examples(cast: Cast) -> None:
    """And customers do not know the command."""
    await cast.joe.writes_in_general("good morning")
    await cast.joe.writes("/away until flarp")
    await cast.joe.hears("“until flarp” is no time to come that I understand; write /away")
    await cast.joe.writes("/back")
    await cast.joe.hears("You are not away")
    await cast.joe.writes("/away")
    await cast.joe.hears("You are away. New tickets pass you by")
    await cast.ana.writes("/away")
    await cast.ana.hears("No conozco /away")


async def test_a_supervisor_relieves_whoever_is_absent(tmp_path: Path) -> None:
    """By any of three commands; the log marks it, and Maria hears of it."""
    async with ruled(tmp_path, "") as cast:
        topic = await asks(cast, cast.ana, 1)
        for command, after in (
            ("/assign @joe", "Answered by Joe"),
            ("/release", "Answered by nobody"),
            ("/claim", "Answered by Sam"),
        ):
            await cast.sam.writes_in(topic, "/assign @maria")
            await topic.card_says("Answered by Maria")
            await cast.sam.writes_in(topic, command)
            await topic.card_says(after)
        await cast.telegram.time_passes(minutes=1)
        await cast.maria.hears("Sam relieved you of it")
        await cast.joe.writes_in(topic, "/log")
        await sees(cast.joe, topic, "⚑ Sam released it")


async def test_an_absent_primary_is_relieved_by_rule(tmp_path: Path) -> None:
    """Four hours of silence while Ana waits: another one answers, and the first works along."""
    async with ruled(tmp_path, "assign: round-robin\nrelieve_after: 4h") as cast:
        topic = await asks(cast, cast.ana, 1)
        card = await topic.card_says("Answered by")
        first, then = cast.joe, cast.maria
        if "Answered by Maria" in card["text"]:
            first, then = then, first
        await cast.telegram.time_passes(hours=3)
        await first.writes_in(topic, "I am looking for it.")
        await sees(first, topic, "Kept as a note")
        await cast.telegram.time_passes(hours=3)
        assert f"Answered by {first.name}" in (await topic.card())["text"]
        await cast.telegram.time_passes(hours=2)
        await topic.card_says(f"Answered by {then.name}")
        await topic.card_says(f"Working along: {first.name}")
        await cast.telegram.time_passes(minutes=1)
        await first.hears("The desk relieved you of it")
        await then.writes_in(topic, "/reply It leaves today.")
        await cast.ana.hears("It leaves today.")
        await cast.telegram.time_passes(hours=9)
        await cast.ana.writes("Thanks, and the invoice?")
        await topic.shows("the invoice?")
        assert f"Answered by {then.name}" in (await topic.card())["text"]
        await cast.sam.writes_in(topic, "/log")
        await sees(cast.sam, topic, "The desk released it (absent)")


async def test_with_nobody_to_relieve_them_supervisors_decide(tmp_path: Path) -> None:
    """The rule is manual: Sam is called, once, with who let the customer wait."""
    async with ruled(tmp_path, "relieve_after: 1h") as cast:
        topic = await asks(cast, cast.ana, 1)
        await cast.maria.writes_in(topic, "/claim")
        await topic.card_says("Answered by Maria")
        await cast.telegram.time_passes(minutes=61)
        await topic.shows("for Maria, and nobody else is there to answer; /claim takes it. @sam")
        await topic.card_says("Working along: Maria")
        await cast.telegram.time_passes(minutes=1)
        await cast.maria.hears("The desk relieved you of it")
        await cast.telegram.time_passes(hours=2)
        await cast.sam.writes_in(topic, "/claim")
        await topic.card_says("Answered by Sam")
        assert len([m for m in await topic.messages() if "@sam" in (m["text"] or "")]) == 1


async def test_the_shift_decides_who_is_on_call(tmp_path: Path) -> None:
    """Twelve hours later the other one's shift has begun, over midnight or not."""
    shifts = "shifts:\n  - {id: early, hours: 6:00-18:00}\n  - {id: late, hours: 18:00-6:00}\n"
    async with ruled(tmp_path, "assign: on-call", shifts) as cast:
        general = Topic(cast.telegram, (await cast.telegram.forum())["id"], 1)
        await cast.sam.writes_in_general("/oncall early @joe")
        await sees(cast.sam, general, "early 06:00–18:00: Joe")  # noqa: RUF001 - as times are written
        await cast.sam.writes_in_general("/oncall late @maria @sam")
        await sees(cast.sam, general, "late 18:00–06:00: Maria, Sam")  # noqa: RUF001
        first = await asks(cast, cast.ana, 1)
        card = await first.card_says("Answered by")
        one, other = cast.joe, cast.maria
        if "Answered by Maria" in card["text"]:
            one, other = other, one
        await cast.telegram.time_passes(hours=12)
        second = await asks(cast, cast.boris, 2)
        await second.card_says(f"Answered by {other.name}")
        await one.writes_in(second, "@oncall it burns")
        await sees(one, second, "Kept as a note")
        await cast.telegram.time_passes(minutes=2)
        await other.hears(f"{one.name} mentioned you")
        await one.writes("/oncall late off")
        if one is cast.joe:
            await one.hears("Only a supervisor can put someone else on call")
