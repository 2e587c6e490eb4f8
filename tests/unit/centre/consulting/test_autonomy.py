"""Specialists answer by themselves only where the queue says so and no person has the ticket."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.consulting.autonomy import AnsweredByPeople, answer, may_answer
from orchestration.consulting.turns import Turn
from orchestration.customers import conversation
from orchestration.delivery import SendEntry
from orchestration.desk import DEFAULT_QUEUE, Desk
from orchestration.events import RepliedPublicly
from orchestration.events.specialists import Evidence, EvidenceKind
from orchestration.people import Specialist
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.cast import BUILT_IN, Autonomy, Cast, Profile
from orchestration.status import Status
from orchestration.team import assignment
from tests.unit.centre.cast import ANNA, EVA
from tests.unit.centre.consulting.panel import (
    BILLING,
    KNOWLEDGE,
    ORDERS,
    WRITER,
    Panel,
    Thinks,
    says,
)
from tests.unit.centre.consulting.test_conflicts import CARRIER, SHOP
from tests.unit.centre.consulting.test_consultation import reads, turns_of
from tests.unit.centre.house import House

ARTICLE = Evidence(EvidenceKind.ARTICLE, "returns.md#1", "Returns")
FREE = replace(KNOWLEDGE, autonomy=Autonomy.AUTO)
QUEUE = replace(DEFAULT_QUEUE, autonomy=Autonomy.AUTO, auto_intents=frozenset({"return_refund"}))
WANTS = "How do I return a kettle?"
ROBOT = Specialist("communication", "Communication")


def office() -> House:
    return House(Desk(queues={QUEUE.id: QUEUE}))


def sure(**more: object) -> Panel:
    """One who may speak by itself, is sure, and has a source."""
    return Panel(
        ("knowledge",),
        {
            "knowledge": says("14 days", "Within 14 days.", evidence=(ARTICLE,), **more),
            WRITER.id: writes(),
        },
        profiles=(FREE, WRITER),
    )


def writes(confidence: float = 0.9, *, grounded: bool = True, sources: bool = True) -> Thinks:
    async def write(_: Brief) -> Advice:
        evidence = (ARTICLE,) if sources else ()
        return Advice(
            draft="Within 14 days.", evidence=evidence, grounded=grounded, confidence=confidence
        )

    return write


async def answers(house: House) -> list[RepliedPublicly]:
    said = [one.event for one in await house.entries(1)]
    return [event for event in said if isinstance(event, RepliedPublicly)]


async def test_a_sure_answer_with_a_source_goes_out() -> None:
    """In the specialist's name; the customer has the next word, and nobody is called to claim."""
    house = office()
    turn = await reads(house, sure(), WANTS)
    assert turn is not None
    (sent,) = await answers(house)
    assert sent.content.text == "Within 14 days."
    ticket = await house.ticket(1)
    assert (ticket.status, ticket.primary, ticket.reply_draft) == (
        Status.WAITING_CUSTOMER,
        None,
        None,
    )
    assert turn.outcome is not None
    assert turn.outcome.actor == ROBOT
    house.passes(hours=1)
    await house.runs_due()
    assert await house.alerts() == []


async def test_who_writes_again_is_watched_again() -> None:
    """Somebody should claim a ticket whose customer was not helped."""
    house = office()
    await reads(house, sure(), WANTS)
    house.consultants = None
    await house.writes(EVA, "That is not what I asked")
    house.passes(minutes=11)
    await house.runs_due()
    assert len(await house.alerts()) == 1


NO: dict[str, Panel] = {
    "not sure": replace(sure(), thinks={**sure().thinks, WRITER.id: writes(0.7)}),
    "without a source": replace(sure(), thinks={**sure().thinks, WRITER.id: writes(sources=False)}),
    "not grounded": replace(sure(), thinks={**sure().thinks, WRITER.id: writes(grounded=False)}),
    "one who may only draft": replace(sure(), profiles=(KNOWLEDGE, WRITER)),
    "two of whom one may only draft": replace(
        sure(), finds=("knowledge", "billing"), profiles=(FREE, BILLING, WRITER)
    ),
    "a contradiction": Panel(
        ("knowledge", "orders"),
        {
            "knowledge": says("14 days", "Yes", claims=(SHOP,)),
            "orders": says("No", claims=(CARRIER,)),
            WRITER.id: writes(),
        },
        profiles=(FREE, replace(ORDERS, autonomy=Autonomy.AUTO), WRITER),
    ),
}


@pytest.mark.parametrize("why", NO)
async def test_whatever_is_not_sure_is_a_draft(why: str) -> None:
    """A person reads it first."""
    house = office()
    turn = await reads(house, replace(NO[why], briefs=[], routed=[]), WANTS)
    assert turn is not None
    assert turn.is_open
    assert await answers(house) == []


async def test_another_matter_is_a_draft() -> None:
    """Only the intents that the queue names."""
    house = office()
    turn = await reads(house, sure(), "I was charged twice on my invoice")
    assert turn is not None
    assert turn.is_open
    assert await answers(house) == []


async def test_a_question_of_what_it_is_about_is_asked_by_itself() -> None:
    """It claims nothing that would need a source."""
    house = office()
    panel = Panel((), {"knowledge": says("No idea")}, profiles=(FREE, WRITER))
    await reads(house, panel, "It does not do it")
    (sent,) = await answers(house)
    assert sent.content.text == f"What is it about, {EVA.name}?"


async def _claims(house: House) -> None:
    await house.does(1, lambda uow, t: assignment.claim(uow, t, ANNA, house.now))


async def _asks_for_a_person(house: House) -> None:
    async with house.begin() as uow:
        await conversation.ask_for_people(uow, EVA, house.now)


@pytest.mark.parametrize("calls", [_claims, _asks_for_a_person])
async def test_a_person_ends_it_at_once(calls: Callable[[House], Awaitable[None]]) -> None:
    """Also while the specialists think."""
    house = office()
    panel = sure()
    panel.meanwhile = lambda: calls(house)
    await reads(house, panel, WANTS)
    assert await answers(house) == []
    await reads(house, sure(), WANTS)
    assert await answers(house) == []


async def test_the_verb_itself_refuses_a_ticket_of_people() -> None:
    """Whoever calls it: the promise is kept in one place."""
    house = office()
    panel = sure()
    panel.meanwhile = lambda: _claims(house)
    turn = await reads(house, panel, WANTS)
    assert turn is not None
    assert turn.draft is not None
    with pytest.raises(AnsweredByPeople):
        answer(await house.ticket(1), turn.draft, ROBOT, house.now)
    assert not [one for one in await house.outbox() if isinstance(one.body, SendEntry)][1:]


@given(
    owned=st.booleans(),
    called=st.booleans(),
    autonomy=st.booleans(),
    rule=st.sampled_from(Autonomy),
    status=st.sampled_from(Status),
)
async def test_never_while_people_are_at_it(
    *, owned: bool, called: bool, autonomy: bool, rule: Autonomy, status: Status
) -> None:
    """Whatever the queue says."""
    house = House()
    turn = await reads(house, sure(), WANTS)
    assert turn is not None
    ticket = await house.ticket(1)
    if owned:
        ticket.claim(ANNA, house.now)
    ticket.people_called, ticket.autonomy, ticket.status = called, autonomy, status
    queue = replace(QUEUE, autonomy=rule)
    people = owned or called or not autonomy
    allowed = may_answer(ticket, queue, Cast((FREE, WRITER)), _open(turn))
    free = {Status.NEW, Status.OPEN, Status.WAITING_CUSTOMER}
    assert allowed == (not people and rule is Autonomy.AUTO and status in free)


def _open(turn: Turn) -> Turn:
    return replace(turn, is_open=True)


async def test_drafts_are_the_rule() -> None:
    """A queue that says nothing answers nobody."""
    house = House()
    await reads(house, sure(), WANTS)
    assert await answers(house) == []
    (turn,) = await turns_of(house)
    assert turn.is_open


async def test_who_has_read_a_note_writes_drafts() -> None:
    """In whatever words: what an answer by itself could tell, nobody was shown."""
    house = office()
    await house.writes(EVA, WANTS)
    await house.notes(ANNA, 1)
    turn = await reads(house, sure(), WANTS)
    assert turn is not None
    assert turn.is_open
    assert await answers(house) == []


async def test_a_question_in_a_models_words_is_a_draft() -> None:
    """Nothing bears it out; by itself the desk asks in its own words."""
    house = office()
    asks = Advice(draft="What did your colleague note?", asks=True, confidence=1, brain="claude")

    async def ask(_: Brief) -> Advice:
        return asks

    panel = Panel((), {"knowledge": says("No idea"), WRITER.id: ask}, profiles=(FREE, WRITER))
    turn = await reads(house, panel, "It does not do it")
    assert turn is not None
    assert turn.is_open
    assert await answers(house) == []


@pytest.mark.parametrize("autonomy", [Autonomy.DRAFTS, Autonomy.AUTO])
async def test_who_words_the_question(autonomy: Autonomy) -> None:
    """The writer's model where a person reads it first, else nobody's."""
    model = "claude-haiku-4-5"
    house = House(Desk(queues={QUEUE.id: replace(QUEUE, autonomy=autonomy)}))
    asked: list[Profile] = []
    panel = Panel((), {"knowledge": says("No idea")}, profiles=(FREE, replace(WRITER, model=model)))

    async def clarify(profile: Profile, _: Brief) -> Advice:
        asked.append(profile)
        return Advice(draft="What is it about?", asks=True)

    panel.clarify = clarify  # type: ignore[method-assign, assignment]
    await reads(house, panel, "It does not do it")
    assert [each.model for each in asked] == [BUILT_IN if autonomy is Autonomy.AUTO else model]


async def test_an_answer_that_tells_what_specialists_are_told_is_a_draft() -> None:
    """Anybody's instructions: they read what the others say."""
    told = "Never say that parcels from Lisbon are counted twice."
    house = office()
    panel = sure()
    panel.profiles = (FREE, replace(BILLING, instructions=told), WRITER)

    async def write(_: Brief) -> Advice:
        return Advice(draft=f"I am told: {told}", evidence=(ARTICLE,), grounded=True, confidence=1)

    panel.thinks = {**panel.thinks, WRITER.id: write}
    turn = await reads(house, panel, WANTS)
    assert turn is not None
    assert turn.is_open
    assert await answers(house) == []
