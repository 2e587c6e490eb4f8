"""A turn: specialists are found, think side by side, and leave one note and one draft."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from orchestration.clock.followups import FollowUpKind
from orchestration.consulting import asking, turns
from orchestration.consulting.turns import Turn
from orchestration.content import Content
from orchestration.customers import conversation
from orchestration.delivery import ShowTurn
from orchestration.desk import DEFAULT_QUEUE, Desk
from orchestration.events.specialists import (
    Advised,
    Fate,
    Handoff,
    PassedOn,
    Routed,
    SpecialistAsked,
)
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.cast import Autonomy
from orchestration.status import Status
from orchestration.timeline import Audience, EntryRef
from tests.unit.centre.cast import ANNA, BEN, EVA
from tests.unit.centre.consulting.panel import KNOWLEDGE, WRITER, Panel, Thinks, says
from tests.unit.centre.house import House


async def turns_of(house: House, number: int = 1) -> list[Turn]:
    """Every turn of a ticket, oldest first."""
    begun = [one.seq for one in await house.entries(number) if isinstance(one.event, Routed)]
    async with house.begin() as uow:
        ticket = await uow.tickets.get(number)
        return [await turns.turn_of(uow, ticket, seq) for seq in begun]


async def reads(house: House, panel: Panel, words: str = "I was charged twice") -> Turn | None:
    """Eva writes, her words settle, and the specialists read them."""
    house.consultants = panel.consultants()
    await house.writes(EVA, words)
    await house.sent()
    house.passes(seconds=2)
    await house.runs_due()
    return next(iter(reversed(await turns_of(house))), None)


def draft_of(turn: Turn | None) -> str:
    assert turn is not None
    return getattr(getattr(turn.draft, "event", None), "content", Content()).text


async def test_one_note_and_one_draft(house: House) -> None:
    """Whom the router finds, with their words, in one message of the topic."""
    panel = Panel(
        ("billing", "orders"),
        {
            "billing": says("Charged once", "It was one charge.", grounded=True),
            "orders": says("It left on Monday", "It is on its way.", grounded=True),
        },
    )
    turn = await reads(house, panel)
    assert turn is not None
    assert [(by.id, said.note) for by, said in turn.advised] == [
        ("billing", "Charged once"),
        ("orders", "It left on Monday"),
    ]
    assert turn.routed.router == "scripted"
    assert [call.confidence for call in turn.routed.calls] == [0.8, 0.8]
    assert draft_of(turn) == "It was one charge. It is on its way."
    assert turn.is_open
    shown = [body for body in await house.sent() if isinstance(body, ShowTurn)]
    assert shown == [ShowTurn(turn.begun.ref)]


async def test_none_of_it_is_public(house: House) -> None:
    """Whatever they say, no entry of theirs is for the customer."""
    await reads(house, Panel(thinks={"billing": says("Secret", "A draft")}))
    mine = [one for one in await house.entries(1) if isinstance(one.event, Routed | Advised)]
    assert {one.audience for one in mine} == {Audience.INTERNAL}
    assert await house.told(EVA) == []


async def test_the_router_sees_the_conversation_so_far(house: House) -> None:
    """Not the last message alone."""
    panel = Panel()
    await reads(house, panel)
    await reads(house, panel, "In October")
    assert panel.routed == [["I was charged twice"], ["I was charged twice", "In October"]]


async def test_a_brief_is_the_conversation_and_the_task(house: House) -> None:
    """Up to the customer's newest words, in order, with what else is known."""
    panel = Panel()
    await house.writes(EVA, "A vase")
    await house.notes(ANNA, 1)
    await reads(house, panel, "It is broken")
    ((who, brief),) = panel.briefs
    assert (who, brief.task, brief.customer_name, brief.question) == (
        "billing",
        "It is broken",
        EVA.name,
        "",
    )
    assert [one.seq for one in brief.entries] == [1, 2, 3, 4, 5, 6]
    assert brief.upto == 5


async def test_a_greeting_calls_nobody(house: House) -> None:
    """Nobody wants anything yet, and the topic stays quiet."""
    panel = Panel()
    assert await reads(house, panel, "Hello!") is None
    assert panel.briefs == []


async def test_who_finds_nobody_asks_the_generalist_and_then_the_customer(house: House) -> None:
    """One clarifying question, as a draft."""
    turn = await reads(house, Panel(finds=()), "It does not do it")
    assert turn is not None
    assert turn.routed.abstained
    assert [by.id for by, _ in turn.advised] == [KNOWLEDGE.id]
    assert draft_of(turn) == f"What is it about, {EVA.name}?"


async def test_a_router_that_fails_is_as_one_that_finds_nobody(house: House) -> None:
    """The failure is told, and the customer is not left alone with it."""
    panel = Panel()

    async def breaks(*_: object) -> None:
        msg = "no network"
        raise OSError(msg)

    panel.route = breaks  # type: ignore[method-assign, assignment]
    turn = await reads(house, panel)
    assert turn is not None
    assert [by.id for by, _ in turn.advised] == [KNOWLEDGE.id]
    assert panel.failures == ["router: no network"]


async def test_one_who_fails_silences_nobody(house: House) -> None:
    """Its failure stands in the note."""

    async def breaks(_: Brief) -> Advice:
        msg = "no"
        raise RuntimeError(msg)

    panel = Panel(("billing", "orders"), {"billing": breaks})
    turn = await reads(house, panel)
    assert turn is not None
    assert [(by.id, said.fate) for by, said in turn.advised] == [
        ("billing", Fate.FAILED),
        ("orders", Fate.ADVISED),
    ]
    assert panel.failures == ["billing: no"]


async def test_who_writes_notes_only_drafts_nothing(house: House) -> None:
    """Neither a specialist of that kind, nor anybody in a queue of that kind."""
    panel = Panel(("tone",), {"tone": says("Angry", "Calm down")})
    assert draft_of(await reads(house, panel)) == ""
    queue = replace(DEFAULT_QUEUE, autonomy=Autonomy.NOTES)
    strict = House(Desk(queues={queue.id: queue}))
    assert draft_of(await reads(strict, Panel(thinks={"billing": says("Note", "Draft")}))) == ""


async def test_stale_advice_is_dropped_and_redone(house: House) -> None:
    """Words that came while they thought are read with the others; only that is posted."""
    panel = Panel(meanwhile=lambda: house.writes(EVA, "I mean the other one"))
    turn = await reads(house, panel)
    assert turn is None
    house.passes(seconds=2)
    await house.runs_due()
    (turn,) = await turns_of(house)
    assert turn.routed.upto == 5
    assert [brief.upto for _, brief in panel.briefs] == [2, 5]


async def test_advice_on_what_ended_meanwhile_is_dropped(house: House) -> None:
    """A ticket that its customer resolved during the reading keeps none."""

    async def says_close() -> None:
        async with house.begin() as uow:
            await conversation.close(uow, EVA, house.now)

    assert await reads(house, Panel(meanwhile=says_close)) is None
    assert FollowUpKind.CONSULT not in {due.kind for due in await house.scheduled()}


async def test_an_answer_meanwhile_leaves_the_note_without_a_draft(house: House) -> None:
    """The customer has their answer."""
    panel = Panel(
        thinks={"billing": says("Note", "Draft")}, meanwhile=lambda: house.answers(ANNA, 1)
    )
    turn = await reads(house, panel)
    assert turn is not None
    assert (len(turn.advised), turn.draft) == (1, None)


async def test_two_desks_keep_one_turn(house: House) -> None:
    """Of two that think about the same words, one keeps what it thought."""
    await house.writes(EVA, "I was charged twice")
    house.passes(seconds=2)
    (due,) = [one for one in await house.scheduled() if one.kind is FollowUpKind.CONSULT]
    other = Panel().consultants()

    async def overtakes() -> None:
        house.consultants = other
        await house.consults([leased])

    house.consultants = Panel(meanwhile=overtakes).consultants()
    async with house.begin() as uow:
        leased = replace(due, due_at=house.now + timedelta(seconds=20))
        await uow.follow_ups.schedule(leased)
    await house.consults([leased])
    assert len(await turns_of(house)) == 1


def slow(then: Thinks) -> tuple[Thinks, Callable[[], Awaitable[None]]]:
    """Somebody who answers only when told to."""
    told = asyncio.Event()

    async def think(brief: Brief) -> Advice:
        await told.wait()
        return await then(brief)

    async def tell() -> None:
        told.set()

    return think, tell


async def noted(house: House) -> None:
    """Returns once the first turn is written, by a task that goes on."""
    while not await turns_of(house):  # noqa: ASYNC110 - nothing tells of a commit but reading it
        await asyncio.sleep(0)


async def test_late_advice_is_added_by_one_edit(house: House) -> None:
    """The note goes out in time, says who is still reading, and is edited once."""
    late, tell = slow(says("It left on Monday", "It is on its way."))
    panel = Panel(("billing", "orders"), {"orders": late, "billing": says("Once", "One charge.")})
    house.desk = Desk(advise_within=timedelta(milliseconds=20))
    house.consultants = panel.consultants()
    await house.writes(EVA, "Charged twice, and where is it?")
    house.passes(seconds=2)
    work = asyncio.create_task(house.runs_due())
    await noted(house)
    (before,) = await turns_of(house)
    assert [said.fate for _, said in before.advised] == [Fate.ADVISED, Fate.LATE]
    assert draft_of(before) == "One charge."
    await house.sent()
    await tell()
    await work
    (after,) = await turns_of(house)
    assert [said.note for _, said in after.advised] == ["Once", "It left on Monday"]
    assert draft_of(after) == "One charge. It is on its way."
    assert await house.sent() == [ShowTurn(after.begun.ref)]


async def test_a_late_draft_is_added_by_one_edit(house: House) -> None:
    """Everybody had advised in time; whoever writes had not, and is not asked twice."""
    late, tell = slow(says("", "One charge."))
    house.desk = Desk(advise_within=timedelta(milliseconds=20))
    house.consultants = Panel(thinks={WRITER.id: late}).consultants()
    await house.writes(EVA, "Charged twice")
    house.passes(seconds=2)
    work = asyncio.create_task(house.runs_due())
    await noted(house)
    (before,) = await turns_of(house)
    assert ([said.fate for _, said in before.advised], before.draft) == ([Fate.ADVISED], None)
    await house.sent()
    await tell()
    await work
    (after,) = await turns_of(house)
    assert draft_of(after) == "One charge."
    assert after.is_open
    assert await house.sent() == [ShowTurn(after.begun.ref)]


async def test_advice_that_comes_while_the_draft_is_written_is_added(house: House) -> None:
    """It came too late for the note, and everybody is done by then: it is not lost."""
    late, tell = slow(says("It left on Monday"))

    async def write(_: Brief) -> Advice:
        await tell()
        await asyncio.sleep(0)  # the late one has its turn
        return Advice(draft="Words for Eva")

    house.desk = Desk(advise_within=timedelta(milliseconds=200))
    panel = Panel(("orders",), {"orders": late, WRITER.id: write})
    turn = await reads(house, panel, "Where is it?")
    assert turn is not None
    assert [said.note for _, said in turn.advised] == ["It left on Monday"]


async def test_late_advice_about_old_words_is_dropped(house: House) -> None:
    """A newer message consults again."""
    late, tell = slow(says("Too late"))
    house.desk = Desk(advise_within=timedelta(milliseconds=20))
    house.consultants = Panel(("orders",), {"orders": late}).consultants()
    await house.writes(EVA, "Where is it?")
    house.passes(seconds=2)
    work = asyncio.create_task(house.runs_due())
    await noted(house)
    await house.writes(EVA, "Never mind, it is here")
    await tell()
    await work
    first, *_ = await turns_of(house)
    assert [said.fate for _, said in first.advised] == [Fate.LATE]


async def test_work_is_passed_on_with_what_is_known(house: House) -> None:
    """Its receiver's brief holds the payload, and nobody is called twice."""
    handoff = Handoff("orders", "refund", "It never came", entities={"order": ("4711",)})
    back = Handoff("billing", "refund", "Not mine")
    panel = Panel(
        ("billing",),
        {
            "billing": says("It never came", handoff=handoff),
            "orders": says("Lost", handoff=back),
        },
    )
    turn = await reads(house, panel)
    assert turn is not None
    assert [by.id for by, _ in turn.advised] == ["billing", "orders"]
    assert panel.briefs[1][1].handoff == handoff
    passed = [one.event for one in await house.entries(1) if isinstance(one.event, PassedOn)]
    assert [one.handoff.to for one in passed] == ["orders", "billing"]


async def test_a_question_of_a_colleague_is_answered_inside(house: House) -> None:
    """By whom they name, with no draft; the turn names the question."""
    panel = Panel(thinks={"orders": says("On Monday", "Words for Eva")})
    await house.writes(EVA, "Where is it?")
    house.consultants = panel.consultants()
    question = SpecialistAsked("orders", "Orders", "When did it leave?")
    await house.does(1, lambda uow, t: asking.ask(uow, t, question, ANNA, house.now))
    await house.runs_due()
    (turn,) = await turns_of(house)
    assert [(by.id, said.note) for by, said in turn.advised] == [("orders", "On Monday")]
    assert panel.briefs[0][1].question == "When did it leave?"
    assert turn.draft is None
    async with house.begin() as uow:
        assert turn.routed.asked is not None
        asked = await uow.timeline.entry(EntryRef(1, turn.routed.asked))
    assert (asked.event, asked.actor) == (question, ANNA)


async def test_every_question_gets_its_own_answer(house: House) -> None:
    """Two that were asked at once, in their order, and neither is lost."""
    await house.writes(EVA, "Where is it?")
    panel = Panel()
    house.consultants = panel.consultants()
    for words in ("When?", "How?"):
        question = SpecialistAsked("orders", "Orders", words)
        async with house.begin() as uow:
            await asking.ask(uow, await uow.tickets.get(1), question, BEN, house.now)
    await house.runs_due()
    assert [brief.question for _, brief in panel.briefs] == ["When?", "How?"]


async def test_a_question_about_what_has_ended_is_answered(house: House) -> None:
    """People look into old tickets, too."""
    await house.writes(EVA, "Where is it?")
    await house.moves(1, Status.CLOSED)
    house.consultants = Panel().consultants()
    question = SpecialistAsked("orders", "Orders", "Was it lost?")
    await house.does(1, lambda uow, t: asking.ask(uow, t, question, ANNA, house.now))
    await house.runs_due()
    (turn,) = await turns_of(house)
    assert [by.id for by, _ in turn.advised] == ["orders"]


async def test_a_newer_draft_takes_the_place_of_the_older(house: House) -> None:
    """Both notes are shown as they stand."""
    panel = Panel(thinks={"billing": says("Note", "Draft")})
    first = await reads(house, panel)
    second = await reads(house, panel, "In October")
    assert first is not None
    assert second is not None
    old, new = await turns_of(house)
    assert (old.is_open, new.is_open) == (False, True)
    shown = [body for body in await house.sent() if isinstance(body, ShowTurn)]
    assert shown == [ShowTurn(second.begun.ref), ShowTurn(first.begun.ref)]


async def test_another_draft_in_another_tone(house: House) -> None:
    """`/draft short`: whom the router finds thinks again, and whoever writes hears the tone."""
    tones: list[str] = []

    async def write(brief: Brief) -> Advice:
        tones.append(brief.tone)
        return Advice(draft="Short.")

    panel = Panel(thinks={WRITER.id: write})
    await reads(house, panel)
    await house.does(
        1, lambda uow, t: asking.ask(uow, t, SpecialistAsked(tone="short"), ANNA, house.now)
    )
    await house.runs_due()
    assert tones == ["", "short"]
    assert draft_of((await turns_of(house))[-1]) == "Short."


@pytest.mark.parametrize("words", ["@orders when?", "Ask @Orders, please", "hm (@orders)"])
def test_who_is_mentioned_is_asked(words: str) -> None:
    """By the id of its file, whatever the case."""
    cast = Panel().consultants().cast()
    found = asking.mentioned(words, cast)
    assert found is not None
    assert found.id == "orders"


@pytest.mark.parametrize("words", ["orders", "me@orders.example", "@orderss", "/ask@orders", "@@"])
def test_who_is_not_mentioned_is_not(words: str) -> None:
    """An address or another name is no mention."""
    assert asking.mentioned(words, Panel().consultants().cast()) is None
