"""Escalation: a customer asks for a manager, a deadline passes, and people ask for help."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Topic, eventually

TIERS = """
tiers:
  lead:
    when:
      - {clock: breached, clocks: [first_response]}
    add: [supervisors]
    priority: urgent
  billing:
    add: [joe]
  counsel:
    when:
      - triggers: [legal, regulator]
    add: [joe]
"""


async def opens(cast: Cast, words: str = "Where is my order 4711?") -> Topic:
    """All have been seen, Sam and Joe can be told in private; Ana's ticket is there."""
    for person in (cast.joe, cast.maria, cast.sam):
        await person.writes_in_general("good morning")
    for person in (cast.joe, cast.sam):
        await person.writes("/start")
        await person.hears("In this chat you are a customer")
    await cast.ana.writes(words)
    topic = await cast.topic("#1")
    await topic.pinned_card()
    return topic


@pytest.fixture
async def tiered(tmp_path: Path) -> AsyncIterator[Cast]:
    """A desk with tiers of its own."""
    files = tmp_path / "desk"
    (files / "queues").mkdir(parents=True)
    (files / "desk.yaml").write_text("claim_within: 30d\n")
    (files / "queues" / "support.yaml").write_text("team: Support")
    (files / "sla.yaml").write_text("targets:\n  - first_response: 2h\n")
    (files / "escalation.yaml").write_text(TIERS)
    async with desk(tmp_path, desk_dir=files) as cast:
        yield cast


@pytest.mark.parametrize(
    "wish",
    [
        "This is the third time. I want to speak to your manager!",
        "Quiero hablar con el gerente",
        "Позовите руководителя, пожалуйста",
        "Quero falar com o gerente",
        "لطفاً مدیر",
    ],
)
async def test_a_customer_asks_for_a_manager(cast: Cast, wish: str) -> None:
    """Sam works along, and reads in private what it is about; Maria goes on answering."""
    topic = await opens(cast)
    await cast.maria.writes_in(topic, "/reply It left the warehouse on Monday.")
    await cast.ana.hears("It left the warehouse")
    await cast.ana.writes(wish)
    card = await topic.card_says("Escalated: supervisor")
    assert "Answered by Maria" in card["text"]
    assert "Working along: Sam" in card["text"]
    told = await cast.sam.hears("Escalated to you (supervisor): the customer asks for a manager")
    for words in (
        "Wants: Where is my order 4711?",
        f"Newest: {wish}",
        "Maria: It left the warehouse on Monday.",
        "Open: ",
    ):
        assert words in told["text"]
    await cast.ana.writes("A manager, please!")
    await topic.shows("A manager, please!")
    private = [one["text"] or "" for one in await cast.sam.messages()]
    assert len([words for words in private if "Escalated to you" in words]) == 1
    assert not [one for one in await topic.messages() if "escalated" in (one["text"] or "")[:40]]
    await cast.ana.hears_nothing_of("Sam")


async def test_a_deadline_passes(tiered: Cast) -> None:
    """The supervisor comes, and it is urgent; the log says why, in the desk's name."""
    topic = await opens(tiered)
    await tiered.telegram.time_passes(hours=2, minutes=1)
    card = await topic.card_says("Escalated: lead")
    assert "Working along: Sam" in card["text"]
    await topic.card_says("urgent")
    told = await tiered.sam.hears("Escalated to you (lead): First response overdue")
    assert "Wants: Where is my order 4711?" in told["text"]


async def test_staff_ask_for_more(tiered: Cast) -> None:
    """To a tier by its name, to a person, and back: the mark goes, and people stay."""
    topic = await opens(tiered)
    await tiered.maria.writes_in(topic, "/escalate billing She was charged twice")
    await topic.card_says("Escalated: billing")
    told = await tiered.joe.hears("Maria escalated it to you (billing): She was charged twice")
    assert "Wants: Where is my order 4711?" in told["text"]
    again = await tiered.maria.writes_in(topic, "/escalate billing Really")
    assert "is escalated to billing already" in (await refusal(tiered, topic, again))
    await tiered.maria.writes_in(topic, "/escalate @sam She shouts")
    await topic.card_says("Escalated: billing, @sam")
    await tiered.sam.hears("Maria escalated it to you (@sam): She shouts")
    await tiered.sam.writes_in(topic, "/deescalate")

    async def unmarked() -> bool:
        card = await topic.card()
        return "Escalated" not in card["text"] and "Working along: Joe, Sam" in card["text"]

    await eventually(unmarked, "a card without marks and with both helpers")
    await tiered.ana.hears_nothing_of("shouts")


async def test_whoever_cannot_be_told_in_private_is_named_in_the_topic(tiered: Cast) -> None:
    """Maria never started the bot."""
    topic = await opens(tiered)
    await tiered.joe.writes_in(topic, "/escalate @maria Please look")
    await topic.shows("Joe escalated #1 to you")


WORTH_MORE = """
tiers:
  angry:
    when: [{negative_tone: true}]
    add: [supervisors]
  valued:
    when: [{tiers: [gold]}]
    add: [joe]
  undecided:
    when: [{undecided: 4h}]
    add: [supervisors]
"""


@pytest.fixture
async def valuing(tmp_path: Path) -> AsyncIterator[Cast]:
    """Tickets with the tag vip are of customers who are promised more."""
    files = tmp_path / "desk"
    (files / "queues").mkdir(parents=True)
    (files / "desk.yaml").write_text("claim_within: 30d\n")
    (files / "queues" / "support.yaml").write_text("team: Support")
    (files / "sla.yaml").write_text("tiers:\n  gold: {tags: [vip]}\ntargets: []\n")
    (files / "escalation.yaml").write_text(WORTH_MORE)
    async with desk(tmp_path, desk_dir=files) as cast:
        yield cast


async def test_a_customer_is_angry(valuing: Cast) -> None:
    """Whoever only asks calls nobody."""
    topic = await opens(valuing, "No problem, I am not angry. Where is it?")
    await valuing.ana.writes("This is a scam! You will hear from my lawyer.")
    await topic.card_says("Escalated: angry")
    told = await valuing.sam.hears("(angry): the customer sounds angry or desperate")
    assert "Newest: This is a scam!" in told["text"]
    await valuing.ana.hears_nothing_of("Sam")


async def test_a_customer_is_worth_more(valuing: Cast) -> None:
    """As soon as the ticket gets the tag; by then it is Joe's as well."""
    topic = await opens(valuing)
    await valuing.maria.writes_in(topic, "/tag vip")
    card = await topic.card_says("Escalated: valued")
    assert "Working along: Joe" in card["text"]
    await valuing.joe.hears("Escalated to you (valued): customer tier gold")


async def test_nobody_decides_on_an_approval(valuing: Cast) -> None:
    """Four hours after Maria asked, Sam comes; what is decided in time calls nobody."""
    topic = await opens(valuing)
    await valuing.maria.writes_in(topic, "/status waiting_approval")
    await topic.card_says("approval")
    await valuing.telegram.time_passes(hours=3, minutes=55)
    await valuing.maria.writes_in(topic, "/status open")
    await topic.card_says("open")
    await valuing.maria.writes_in(topic, "/status waiting_approval")
    await topic.card_says("approval")
    await valuing.telegram.time_passes(hours=3, minutes=55)
    assert "Escalated" not in (await topic.card())["text"]
    await valuing.telegram.time_passes(minutes=5, seconds=5)
    await topic.card_says("Escalated: undecided")
    await valuing.sam.hears("(undecided): nobody decided on the approval for 4 hours")


async def refusal(cast: Cast, topic: Topic, command: int) -> str:
    """What Maria alone sees below her command."""
    query = {"chat_id": topic.chat, "message_thread_id": topic.id, "viewer": cast.maria.id}

    async def look() -> str | None:
        for one in await cast.telegram.get("/sim/messages", **query):
            if one["reply_to_message_id"] == command:
                return str(one["text"])
        return None

    return await eventually(look, "a refusal")


async def test_a_threat_is_brought_to_whoever_knows_what_to_do(tiered: Cast) -> None:
    """Joe works along and reads what was threatened; what is only a matter calls nobody."""
    topic = await opens(tiered)
    await tiered.ana.writes("My lawyer likes your tea as well")
    await tiered.ana.writes("If it is not here tomorrow I will take you to court")
    await topic.card_says("Escalated: counsel")
    await tiered.joe.hears("Escalated to you (counsel): the customer threatens legal action")
