"""Service levels: a week of an office in Madrid, with a holiday and a change of the clocks."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.stories.desks import desk
from tests.stories.madrid import Office, begin_at, madrid
from tests.stories.people import Json, Topic
from tests.stories.test_macros import private_panel

FILE = """
calendars:
  office:
    zone: Europe/Madrid
    hours: {mon-fri: "9:00-14:00, 15:00-18:00"}
    country: ES
  nights:
    zone: Europe/Madrid
    hours: {mon-sun: "0:00-6:00, 22:00-24:00"}
calendar: office
queues: {night: nights}
tiers:
  vip: {tags: [vip]}
targets:
  - {tiers: [vip], first_response: 1h}
  - {queues: [night], first_response: 7h, resolution: none}
  - {first_response: 4h, next_response: 2h, resolution: 16h}
"""


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    """It is Thursday before Easter, four in the afternoon."""
    files = tmp_path / "desk"
    (files / "queues").mkdir(parents=True)
    (files / "desk.yaml").write_text("claim_within: 30d\n")
    (files / "sla.yaml").write_text(FILE)
    for name in ("support", "night"):
        (files / "queues" / f"{name}.yaml").write_text(f"team: The {name} team")
    begin_at(tmp_path, madrid(25, 16))
    async with desk(tmp_path, desk_dir=files) as cast:
        yield Office(cast, tmp_path)


async def log_of(office: Office, topic: Topic) -> list[str]:
    """What the clocks said, as Joe reads it in the topic's log; its times are UTC."""
    await office.cast.joe.writes_in(topic, "/log")
    panel: Json = await private_panel(topic, office.cast.joe, "Log of #")
    return [line for line in panel["text"].splitlines() if "clock" in line]


async def test_a_weekend_a_holiday_and_a_change_of_clocks(office: Office) -> None:
    """Two hours on Thursday, none on Friday and at the weekend, two on Monday, in summer time."""
    topic = await office.opens()
    await topic.card_says("First response due 2027-03-29 11:00 CEST")
    await office.until(madrid(29, 10, 29))
    await office.cast.ana.writes("Anybody?")
    await topic.shows("Anybody?")
    assert "at risk" not in (await topic.card())["text"]
    await office.until(madrid(29, 10, 30))
    await topic.card_says("⏳ First response at risk, due 2027-03-29 11:00 CEST")
    await topic.shows("@sam, a deadline of #1 is near")
    await office.until(madrid(29, 11))
    await topic.card_says("🔥 First response overdue since 2027-03-29 11:00 CEST")
    await topic.shows("@sam, a deadline of #1 has passed")
    assert await log_of(office, topic) == [
        "03-29 08:30 The desk saw a clock at risk: First response, due 2027-03-29 11:00 UTC+02:00",
        "03-29 09:00 The desk saw a clock run out: First response, due 2027-03-29 11:00 UTC+02:00",
    ]
    await office.until(madrid(29, 17))
    assert len([one for one in await topic.messages() if "deadline" in (one["text"] or "")]) == 2


async def test_the_shorter_night(office: Office) -> None:
    """The shift from ten to six has eight hours, but seven in the night of the change."""
    for number, day, due in ((1, 25, "03-26 05:00 CET"), (2, 27, "03-28 06:00 CEST")):
        await office.until(madrid(day, 21))
        await office.cast.ana.writes("/new")
        topic = await office.opens(number=number)
        await office.cast.maria.writes_in(topic, "/queue night")
        await topic.card_says(f"First response due 2027-{due}")


async def test_waiting_for_the_customer_stops_the_clock(office: Office) -> None:
    """Maria answers within the hour; sixteen hours to a solution wait with her for Ana."""
    topic = await office.opens()
    await office.cast.maria.writes_in(topic, "/claim")
    await office.until(madrid(25, 17))
    await office.cast.maria.writes_in(topic, "/reply Which lamp?")
    await office.cast.ana.hears("Which lamp?")
    card = await topic.card_says("waiting for the customer")
    assert "due" not in card["text"]
    await office.until(madrid(31, 9))
    await office.cast.ana.writes("The red one")
    await topic.card_says("Next response due 2027-03-31 11:00 CEST")
    await office.cast.maria.writes_in(topic, "/reply It is on its way")
    await office.cast.maria.writes_in(topic, "/status open")
    await topic.card_says("Resolution due 2027-04-01 17:00 CEST")


async def test_the_one_who_answers_is_told_in_private(office: Office) -> None:
    """Maria has written to the bot, so her topic stays quiet; Joe follows what is at risk."""
    for person in (office.cast.maria, office.cast.joe):
        await person.writes_in_general("good morning")
        await person.writes("/start")
        await person.hears("In this chat you are a customer")
    await office.cast.joe.writes("/subscribe risk")
    await office.cast.joe.hears("● risk")
    topic = await office.opens()
    await office.cast.maria.writes_in(topic, "/claim")
    await topic.card_says("Answered by Maria")
    await office.cast.maria.writes_in(topic, "/tag vip")
    await topic.card_says("First response due 2027-03-25 17:00 CET")
    await office.until(madrid(25, 16, 30))
    await topic.card_says("at risk")
    await office.until(madrid(25, 16, 32))
    for person in (office.cast.maria, office.cast.joe):
        await person.hears("First response is due soon: 2027-03-25 17:00 UTC+01:00")
    assert not [one for one in await topic.messages() if "deadline" in (one["text"] or "")]


async def test_away_meanwhile_it_says_how_late(tmp_path: Path) -> None:
    """The desk of the demo's own file is down for a night; each deadline is told once, and late."""
    async with desk(tmp_path) as cast:
        await cast.ana.writes("Where is my order 4711?")
        topic = await cast.topic("#1")
        await topic.card_says("First response due")
    night = timedelta(hours=9).total_seconds()
    (tmp_path / "clock.json").write_text(json.dumps({"offset_s": night}))
    async with desk(tmp_path) as cast:
        topic = await cast.topic("#1")
        await topic.card_says("First response overdue since")
        (line,) = await log_of(Office(cast, tmp_path), topic)
        assert "run out: First response" in line
        assert "minutes late)" in line
