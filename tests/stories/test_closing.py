"""How a ticket ends: what is open is named first, and a queue may want more before closing."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Topic
from tests.stories.test_macros import no_panel, private_panel


async def consulted(cast: Cast) -> Topic:
    """Ana's ticket is Maria's, and Joe, who can be written to in private, is asked about it."""
    for person in (cast.joe, cast.maria, cast.sam):
        await person.writes_in_general("good morning")
        await person.writes("/start")
        await person.hears(person.name)
    await cast.ana.writes("I was charged twice!")
    topic = await cast.topic("#1")
    await topic.pinned_card()
    await cast.maria.writes_in(topic, "/claim")
    await topic.card_says("Answered by Maria")
    await cast.maria.writes_in(topic, "/consult @joe Which of the two is wrong?")
    await topic.card_says("Joe is asked since")
    return topic


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    return await consulted(cast)


@pytest.fixture
async def strict(tmp_path: Path) -> AsyncIterator[Cast]:
    """A desk whose queue wants a summary and a supervisor's look before closing."""
    (tmp_path / "desk" / "queues").mkdir(parents=True)
    (tmp_path / "desk" / "desk.yaml").touch()
    (tmp_path / "desk" / "queues" / "support.yaml").write_text(
        "team: Support\nbefore_closing: {summary: true, look: supervisor}\n"
    )
    async with desk(tmp_path, desk_dir=tmp_path / "desk") as cast:
        yield cast


async def test_what_is_open_is_named_before_a_ticket_ends(cast: Cast, topic: Topic) -> None:
    """Maria alone is asked; she leaves it, and the ticket goes on waiting for Joe."""
    await cast.maria.writes_in(topic, "/resolve")
    panel = await private_panel(topic, cast.maria, "#1 is not resolved yet")
    assert "• Joe is asked since" in panel["text"]
    await cast.maria.presses_panel(topic, panel, "Leave it")
    await no_panel(topic, cast.maria)
    assert "waiting for an expert" in (await topic.card())["text"]


async def test_a_colleague_who_is_answering_is_named_too(cast: Cast, topic: Topic) -> None:
    """Sam would end it while Maria writes; he leaves it."""
    await cast.joe.writes_in(topic, "The second.")
    await topic.card_says("open since")
    await cast.maria.presses_on_card(topic, "✍")
    await topic.card_says("Maria is answering")
    await cast.sam.writes_in(topic, "/resolve")
    panel = await private_panel(topic, cast.sam, "#1 is not resolved yet")
    assert "• Maria is answering until" in panel["text"]
    await cast.sam.presses_panel(topic, panel, "Leave it")
    await no_panel(topic, cast.sam)


async def test_a_ticket_ends_all_the_same(cast: Cast, topic: Topic) -> None:
    """By the card's button: Joe hears that no answer is needed, and the log has both."""
    said = await cast.maria.presses_on_card(topic, "Resolve")
    assert said is not None
    assert said["text"].startswith("#1 is not resolved yet")
    panel = await private_panel(topic, cast.maria, "#1 is not resolved yet")
    await cast.maria.presses_panel(topic, panel, "Resolve anyway")
    await topic.card_says("resolved since")
    await cast.joe.hears("Your answer is not needed any more")
    await cast.maria.writes_in(topic, "/log")
    log = await private_panel(topic, cast.maria, "Maria withdrew the question to Joe")
    assert "Maria set its status (waiting for an expert → resolved)" in log["text"]


async def test_a_question_is_answered_once_by_whom_it_asked(cast: Cast, topic: Topic) -> None:
    """When the ticket has moved on, the button does nothing and says why."""
    await cast.maria.writes_in(topic, "/close")
    panel = await private_panel(topic, cast.maria, "#1 is not closed yet")
    await cast.joe.writes_in(topic, "The second.")
    await topic.card_says("open since")
    said = await cast.maria.presses_panel(topic, panel, "Close anyway")
    assert said is not None
    assert "#1 has moved on since that was asked" in said["text"]
    await cast.maria.writes_in(topic, "/resolve")
    await topic.card_says("resolved since")
    said = await cast.maria.presses_panel(topic, panel, "Close anyway")
    assert said is not None
    assert "#1 has moved on" in said["text"]


async def test_a_macro_that_ends_a_ticket_names_what_is_open(cast: Cast, topic: Topic) -> None:
    """Where it is read; sent all the same, the ticket is resolved."""
    await cast.maria.writes_in(topic, "/macro refund-on-its-way")
    panel = await private_panel(topic, cast.maria, "while this is still open:")
    assert "• Joe is asked since" in panel["text"]
    await cast.maria.presses_panel(topic, panel, "Send anyway")
    await cast.ana.hears("su reembolso está en camino")
    await topic.card_says("resolved since")
    await cast.joe.hears("Your answer is not needed any more")


async def test_a_customer_is_never_asked_about_the_inside(cast: Cast, topic: Topic) -> None:
    """Ana's /close resolves at once; Joe hears that she needs no more."""
    await cast.ana.writes("/close")
    await topic.card_says("resolved since")
    await cast.joe.hears("Your answer is not needed any more")


async def test_the_question_outlives_the_desk(tmp_path: Path) -> None:
    """The desk ends while Maria reads it; the next one does as she says."""
    async with desk(tmp_path) as cast:
        topic = await consulted(cast)
        await cast.maria.writes_in(topic, "/resolve")
        panel = await private_panel(topic, cast.maria, "#1 is not resolved yet")
    async with desk(tmp_path) as cast:
        topic = await cast.topic("#1")
        await cast.maria.presses_panel(topic, panel, "Resolve anyway")
        await topic.card_says("resolved since")
        await cast.joe.hears("Your answer is not needed any more")


async def test_a_queue_wants_a_summary_and_a_look(strict: Cast) -> None:
    """Maria resolves and sums up, Sam hears that his look is wanted and gives it, Maria closes."""
    for person in (strict.maria, strict.sam):
        await person.writes_in_general("good morning")
    await strict.sam.writes("/start")
    await strict.sam.hears("Sam")
    await strict.ana.writes("I was charged twice!")
    topic = await strict.topic("#1")
    await topic.pinned_card()
    asked = await strict.maria.writes_in(topic, "/close")
    refusal = (await topic.answer_to(asked))["text"]
    assert "#1 cannot be closed yet: first write what it came to with /summary text, and" in refusal
    await strict.maria.writes_in(topic, "/resolve")
    await topic.card_says("resolved since")
    await strict.telegram.time_passes(minutes=2)
    await strict.sam.hears("It is resolved and wants a supervisor's look")
    await strict.maria.writes_in(topic, "/summary Booked twice by us, one is paid back.")
    await topic.card_says("Summary by Maria: Booked twice by us, one is paid back.")
    mine = await strict.maria.writes_in(topic, "/looked")
    assert "supervisor" in (await topic.answer_to(mine))["text"]
    await strict.sam.writes_in(topic, "/looked")
    await topic.card_says("Looked through by Sam")
    await strict.maria.presses_on_card(topic, "Close")
    await topic.card_says("closed since")
    await strict.ana.hears_nothing_of("paid back")


async def test_words_after_a_look_want_another(strict: Cast) -> None:
    """What Maria then answers Sam has not seen; a supervisor who closes has looked."""
    for person in (strict.maria, strict.sam):
        await person.writes_in_general("good morning")
    await strict.ana.writes("I was charged twice!")
    topic = await strict.topic("#1")
    await topic.pinned_card()
    await strict.maria.writes_in(topic, "/summary Booked twice.")
    await topic.card_says("Summary by Maria")
    await strict.sam.writes_in(topic, "/looked")
    await topic.card_says("Looked through by Sam")
    await strict.maria.writes_in(topic, "/reply One is paid back.")
    card = await topic.card_says("Answered by Maria")
    assert "Looked through" not in card["text"]
    asked = await strict.maria.writes_in(topic, "/close")
    refusal = (await topic.answer_to(asked))["text"]
    assert "first a supervisor looks it through, by /looked or by closing it" in refusal
    await strict.sam.writes_in(topic, "/close")
    card = await topic.card_says("closed since")
    assert "Looked through by Sam" in card["text"]
