"""Outside business hours, at the end of a shift, and after a ticket worth remembering."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.madrid import Office, begin_at, madrid
from tests.stories.people import Json

OFFICE = """
calendars:
  office:
    zone: Europe/Madrid
    hours: {mon-fri: "9:00-18:00"}
calendar: office
"""


def written(folder: Path, start: datetime, yaml: str = "", sla: str = OFFICE) -> Path:
    """The files of a desk whose clock begins at `start`."""
    files = folder / "desk"
    (files / "queues").mkdir(parents=True)
    (files / "desk.yaml").write_text(f"claim_within: 30d\n{yaml}")
    (files / "sla.yaml").write_text(sla)
    (files / "queues" / "support.yaml").write_text("team: Support")
    begin_at(folder, start)
    return files


def said(messages: list[Json], words: str) -> list[Json]:
    return [one for one in messages if words in (one["text"] or one["caption"] or "")]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    """It is Friday, one minute to six in the evening."""
    async with desk(tmp_path, desk_dir=written(tmp_path, madrid(26, 17, 59))) as cast:
        yield Office(cast, tmp_path)


async def test_a_weekend_of_messages(office: Office) -> None:
    """Told once, on Friday evening, when somebody is there; the clocks change in between."""
    ana = office.cast.ana
    topic = await office.opens(ana, "Where is my order 4711?", 1)
    await office.until(madrid(26, 18, 5))
    await ana.writes("Hello?")
    await ana.hears("we are here again on Monday, 2027-03-29, at 09:00 (Europe/Madrid)")
    await office.until(madrid(28, 12))
    await ana.writes("Anybody?")
    await topic.shows("Anybody?")
    assert len(said(await ana.messages(), "here again")) == 1
    assert not said(await topic.messages(), "here again")
    await office.until(madrid(29, 9))
    await ana.writes("Good morning")
    await topic.shows("Good morning")
    assert len(said(await ana.messages(), "here again")) == 1
    await office.until(madrid(29, 19))
    await ana.writes("Good evening")
    await ana.hears("here again on Tuesday, 2027-03-30")


async def test_someone_works_late(office: Office) -> None:
    """Maria answers at eight; then nobody is told that nobody is there. Boris is."""
    cast = office.cast
    topic = await office.opens(cast.ana, "Where is my order 4711?", 1)
    await office.until(madrid(26, 20))
    await cast.maria.writes_in(topic, "/reply It left today")
    await cast.ana.hears("It left today")
    await cast.ana.writes("And when does it come?")
    await topic.shows("And when does it come?")
    await cast.boris.writes("My invoice is wrong")
    await cast.boris.hears("here again on Monday")
    await cast.ana.hears_nothing_of("here again")


async def test_around_the_clock_nobody_is_told_anything(cast: Cast) -> None:
    """As the desk is shipped, it is always open."""
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.pinned_card()
    await cast.telegram.time_passes(hours=13)
    await cast.ana.writes("Hello?")
    await topic.shows("Hello?")
    await cast.ana.hears_nothing_of("here again")


SHIFTS = """
time_zone: Europe/Madrid
shifts:
  - {id: day, hours: 8-20:00}
  - {id: night, hours: 20-8:00}
"""


async def test_the_night_takes_over_from_the_day(tmp_path: Path) -> None:
    """Maria has the night: at eight she reads what is open, and the group reads nothing."""
    files = written(tmp_path, madrid(26, 19, 30), SHIFTS)
    async with desk(tmp_path, desk_dir=files) as cast:
        office = Office(cast, tmp_path)
        for person in (cast.joe, cast.maria, cast.sam):
            await person.writes_in_general("good evening")
            await person.writes("/start")
            await person.hears("In this chat you are a customer")
        await cast.sam.writes_in_general("/oncall night @maria")
        orders = await office.opens(cast.ana, "Where is my order 4711?", 1)
        await office.opens(cast.boris, "My invoice is wrong", 2)
        await cast.joe.writes_in(orders, "/priority urgent")
        await orders.card_says("urgent")
        await cast.joe.writes_in(orders, "/reply It left today")
        await cast.ana.hears("It left today")
        calls = len(await cast.telegram.calls("sendMessage"))
        await office.until(madrid(26, 20))
        digest = await cast.maria.hears("Left open for your shift")
        lines = digest["text"].splitlines()
        assert lines[1:3] == [
            "▪️ urgent",
            "#1 Where is my order 4711? — waiting for the customer · Joe",
        ]
        assert lines[4].startswith("#2 My invoice is wrong — new · nobody answers it · ⏱")
        assert "late" not in lines[0]
        assert len(await cast.telegram.calls("sendMessage")) == calls + 1
        await cast.joe.hears_nothing_of("your shift")
        await cast.joe.writes("/shift")
        await cast.joe.hears("Left open for your shift")
        await cast.ana.writes("/shift")
        await cast.ana.hears("I do not know /shift")


async def test_an_end_that_came_while_the_desk_was_down(tmp_path: Path) -> None:
    """Told once when the desk is back, to the supervisor since nobody is named, and as late."""
    files = written(tmp_path, madrid(26, 19, 30), SHIFTS)
    async with desk(tmp_path, desk_dir=files) as cast:
        await cast.sam.writes_in_general("good evening")
        await cast.sam.writes("/start")
        await cast.sam.hears("In this chat you are a customer")
        await Office(cast, tmp_path).opens(cast.ana, "Where is my order 4711?", 1)
    begin_at(tmp_path, madrid(28, 12))
    async with desk(tmp_path, desk_dir=files) as cast:
        await cast.sam.hears("(late, it was due 2027-03-26 20:00 Europe/Madrid)")
        assert len(said(await cast.sam.messages(), "your shift")) == 1


#: Longer than a note in passing.
LESSON = "Parcels are late whenever this one repeats what it printed on the day before: the"


async def test_what_a_ticket_taught_is_written_down(tmp_path: Path) -> None:
    """Joe resolves it on Friday; on Monday at nine he is named in its topic, and never again.

    What was said comes along as a file: Ana's words, his answer, and the notes she never sees.
    """
    files = written(tmp_path, madrid(26, 17), "write_down: Put it into the wiki\n")
    async with desk(tmp_path, desk_dir=files) as cast:
        office = Office(cast, tmp_path)
        await cast.joe.writes_in_general("good afternoon")
        topic = await office.opens(cast.ana, "Where is my order 4711?", 1)
        for machine in ("printer", "scanner"):
            await cast.joe.writes_in(topic, f"/note {LESSON} {machine}")
        await cast.joe.writes_in(topic, "/reply It left today")
        await cast.ana.hears("It left today")
        await cast.joe.writes_in(topic, "/resolve")
        await topic.card_says("resolved")
        await office.until(madrid(29, 8, 58))
        assert not said(await topic.messages(), "wiki")
        await office.until(madrid(29, 9))
        reminder = await topic.shows("⏰ @joe Put it into the wiki")
        kept = (await cast.telegram.file(reminder)).splitlines()
        heads = [line.partition(" · ") for line in kept if line.startswith("## ")]
        assert kept[0] == "# #1 Where is my order 4711?"
        assert [head for _, _, head in heads] == ["Ana", *["Joe · note"] * 2, "Joe → customer"]
        assert heads[0][0].startswith("## 2027-03-26 17:")
        assert heads[0][0].endswith(" CET")
        for words in ("Where is my order 4711?", f"{LESSON} scanner", "It left today"):
            assert words in kept
        await cast.ana.hears_nothing_of("printer")
        await cast.joe.writes_in(topic, "/reopen")
        await topic.card_says("open")
        await cast.joe.writes_in(topic, "/resolve")
        await topic.card_says("resolved")
        await office.until(madrid(31, 9))
        await cast.ana.writes("Thank you")
        await topic.shows("Thank you")
        assert len(said(await topic.messages(), "wiki")) == 1


async def test_a_remark_on_the_conversation_file_stays_inside(tmp_path: Path) -> None:
    """Ana sent a file too, yet the desk's own, with its caption of one line, is not hers."""
    files = written(tmp_path, madrid(26, 17), "write_down: Put it into the wiki\n")
    async with desk(tmp_path, desk_dir=files) as cast:
        office = Office(cast, tmp_path)
        await cast.joe.writes_in_general("good afternoon")
        topic = await office.opens(cast.ana, "Where is my order 4711?", 1)
        await cast.ana.sends("document")
        await topic.carries("document")
        for machine in ("printer", "scanner"):
            await cast.joe.writes_in(topic, f"/note {LESSON} {machine}")
        await cast.joe.writes_in(topic, "/resolve")
        await topic.card_says("resolved")
        await office.until(madrid(29, 9))
        reminder = await topic.shows("⏰ @joe Put it into the wiki")
        await cast.joe.writes_in(topic, "She was no help", reply_to=reminder["message_id"])
        await cast.joe.writes_in(topic, "/reply The last word.")
        await cast.ana.hears("The last word.")
        await cast.ana.hears_nothing_of("no help")
