"""Several people on one ticket: passed on, worked on together, overseen, and asked about."""

from pathlib import Path

import pytest

from tests.stories.conftest import Cast
from tests.stories.desks import desk, nobody_at_the_desk
from tests.stories.people import Topic, eventually


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    """Ana's ticket is Maria's; Joe is an expert for billing and can be written to in private."""
    for person in (cast.joe, cast.maria, cast.sam):
        await person.writes_in_general("good morning")
    await cast.joe.writes("/start")
    await cast.joe.hears("Joe")
    role = await cast.sam.writes_in_general("/role @joe expert billing")
    general = Topic(cast.telegram, (await cast.telegram.forum())["id"], 1)
    assert "an expert now, for billing" in (await general.answer_to(role))["text"]
    await cast.ana.writes("I was charged twice!")
    topic = await cast.topic("#1")
    await topic.card()
    await cast.maria.writes_in(topic, "/claim")
    await topic.card_says("Maria")
    return topic


async def test_one_hands_over_to_the_next(cast: Cast, topic: Topic) -> None:
    """Sequential handoff: Joe reads what Maria knows, answers Ana, and hands it back."""
    await cast.maria.writes_in(topic, "/handover @joe Two bookings of 12 May, one is ours.")
    await topic.card_says("Answered by Joe")
    await cast.joe.hears("Maria handed it over to you")
    await cast.joe.hears_nothing_of("one is ours")
    await cast.joe.writes_in(topic, "/reply You get one of them back.")
    await cast.ana.hears("You get one of them back.")
    await cast.ana.hears_nothing_of("one is ours")
    await cast.joe.writes_in(topic, "/handover @maria Please tell her when it is there.")
    await topic.card_says("Answered by Maria")
    await topic.shows("@maria, Joe handed #1")


async def test_two_work_on_it_at_the_same_time(cast: Cast, topic: Topic) -> None:
    """Parallel work: a skill calls Joe in, both write notes, and Ana hears one voice."""
    await cast.maria.writes_in(topic, "/collab @billing")
    await topic.card_says("Working along: Joe")
    await cast.joe.hears("asks you to work along")
    card = await topic.card()
    reply = await cast.joe.writes_in(topic, "It was us.", reply_to=card["message_id"])
    assert "Joe suggests this answer" in (await topic.answer_to(reply))["text"]
    await cast.joe.writes_in(topic, "It was us.")
    await cast.maria.writes_in(topic, "/reply It was our mistake.")
    await cast.ana.hears("It was our mistake.")
    await cast.ana.hears_nothing_of("It was us.")
    await cast.joe.writes_in(topic, "/leave")
    await cast.sam.writes_in(topic, "/watch")
    card = await topic.card_says("Watching: Sam")
    assert "Working along" not in card["text"]


async def test_a_supervisor_decides(cast: Cast, topic: Topic) -> None:
    """Supervisor oversight: Sam joins and decides; it binds until Sam decides anew."""
    await cast.sam.writes_in(topic, "/collab")
    await topic.card_says("Working along: Sam")
    decision = await cast.sam.writes_in(topic, "/decide Refund both.")
    await topic.card_says("Decided by Sam: Refund both.")
    assert "@maria" in (await topic.shows("Sam decided in #1"))["text"]
    mine = await cast.maria.writes_in(topic, "/decide Refund nothing.")
    assert "Only a supervisor decides" in (await topic.answer_to(mine))["text"]
    await cast.sam.edits(topic.chat, decision, text="/decide Refund nothing.")
    assert "stands as it was written" in (await topic.answer_to(decision))["text"]
    await cast.sam.writes_in(topic, "/decide Refund one.")
    await topic.card_says("Decided by Sam: Refund one.")
    await cast.ana.hears_nothing_of("Refund")


async def test_an_expert_is_asked_and_answers(cast: Cast, topic: Topic) -> None:
    """Specialist consultation: the ticket waits for Joe; his note returns it to Maria."""
    await cast.maria.writes_in(topic, "/consult billing Which of the two is wrong?")
    card = await topic.card_says("Joe is asked since")
    assert "waiting for an expert" in card["text"]
    await cast.joe.hears("your next note in its topic is the answer")
    await cast.maria.writes_in(topic, "/reply We are looking into it.")
    await cast.ana.hears("We are looking into it.")
    again = await cast.maria.writes_in(topic, "/consult @sam And you?")
    assert "Joe is being asked" in (await topic.answer_to(again))["text"]
    assert "Joe is asked since" in (await topic.card())["text"]
    await cast.joe.writes_in(topic, "The second.")
    card = await topic.card_says("open since")
    assert "is asked since" not in card["text"]
    assert "@maria" in (await topic.shows("Joe answered your question"))["text"]
    await cast.ana.hears_nothing_of("The second.")


async def test_an_absent_primary_is_relieved(cast: Cast, topic: Topic) -> None:
    """Sam gives Maria's ticket to Joe; both hear of it, and Joe could not have done so."""
    mine = await cast.joe.writes_in(topic, "/handover @joe")
    assert "Maria" in (await topic.answer_to(mine))["text"]
    await cast.sam.writes_in(topic, "/handover @joe")
    await topic.card_says("Answered by Joe")
    await cast.joe.hears("Sam handed it over to you")
    assert "@maria" in (await topic.shows("Sam relieved you of #1"))["text"]


async def test_people_by_buttons(cast: Cast, topic: Topic) -> None:
    """The card's menu of people brings in, joins, watches and leaves."""
    await cast.maria.presses_on_card(topic, "People")
    await cast.maria.presses_on_card(topic, "+ Joe")
    await topic.card_says("Working along: Joe")
    await cast.sam.presses_on_card(topic, "People")
    await cast.sam.presses_on_card(topic, "Watch")
    await topic.card_says("Watching: Sam")
    await cast.joe.presses_on_card(topic, "People")
    await cast.joe.presses_on_card(topic, "Leave")
    await cast.joe.presses_on_card(topic, "People")
    said = await cast.joe.presses_on_card(topic, "Leave")
    assert said is not None
    assert "/collab" in said["text"]


async def test_who_watches_hears_in_private_where_it_stands(cast: Cast, topic: Topic) -> None:
    """Joe watches and hears once that it is resolved; Maria, who did it, hears nothing."""
    await cast.joe.writes_in(topic, "/watch")
    await topic.card_says("Watching: Joe")
    await cast.maria.writes_in(topic, "/resolve")
    await topic.card_says("resolved since")
    await cast.telegram.time_passes(minutes=2)
    await cast.joe.hears("It is resolved now")


async def test_an_expert_who_left_while_the_desk_was_down(tmp_path: Path) -> None:
    """The next desk sees it as it starts, and Maria hears that nobody answers her question."""
    async with desk(tmp_path) as cast:
        for person in (cast.maria, cast.joe):
            await person.writes_in_general("good morning")
        await cast.maria.writes("/start")
        await cast.maria.hears("In this chat")
        await cast.ana.writes("I was charged twice!")
        topic = await cast.topic("#1")
        await topic.card()
        await cast.maria.writes_in(topic, "/consult @joe Which of the two is wrong?")
        await topic.card_says("Joe is asked since")
    async with nobody_at_the_desk(tmp_path) as telegram:
        left = {"chat_id": topic.chat, "user_id": cast.joe.id, "status": "left"}
        await telegram.post("/sim/members", left)
    async with desk(tmp_path) as cast:
        await cast.telegram.time_passes(minutes=2)
        await cast.maria.hears("Joe left without answering your question")


async def test_an_expert_who_leaves_is_waited_for_no_more(cast: Cast, topic: Topic) -> None:
    """Joe is asked and leaves the group: the ticket is open again, and Maria hears why."""
    await cast.maria.writes_in(topic, "/consult @joe Which of the two is wrong?")
    await topic.card_says("Joe is asked since")
    left = {"chat_id": topic.chat, "user_id": cast.joe.id, "status": "left"}
    await cast.telegram.post("/sim/members", left)
    assert "@maria" in (await topic.shows("without answering your question"))["text"]
    assert "Answered by Maria" in (await topic.card_says("open since"))["text"]


async def test_roles_are_given_by_supervisors_only(cast: Cast, topic: Topic) -> None:
    """Maria may not; Sam may, and then Maria supervises; nobody here unmakes Sam."""
    refused = await cast.maria.writes_in(topic, "/role @maria supervisor")
    assert "supervisors give roles" in (await topic.answer_to(refused))["text"]
    unknown = await cast.sam.writes_in(topic, "/role @maria king")
    assert "agent, expert, supervisor or admin" in (await topic.answer_to(unknown))["text"]
    bad = await cast.sam.writes_in(topic, "/role @maria supervisor billing")
    assert "only an expert" in (await topic.answer_to(bad))["text"]
    given = await cast.sam.writes_in(topic, "/role @maria supervisor")
    assert "Maria is a supervisor now" in (await topic.answer_to(given))["text"]
    same = await cast.maria.writes_in(topic, "/role @sam agent")
    assert "Sam is a supervisor now" in (await topic.answer_to(same))["text"]
    await cast.maria.writes_in(topic, "/decide Refund both.")
    await topic.card_says("Decided by Maria")
    await cast.joe.writes_in(topic, "/role")

    async def listed() -> bool:
        query = {"chat_id": topic.chat, "message_thread_id": topic.id, "viewer": cast.joe.id}
        seen = await cast.telegram.get("/sim/messages", **query)
        return any("Joe: expert, billing\nSam: supervisor" in (one["text"] or "") for one in seen)

    await eventually(listed, "the list of roles, for Joe")
