"""The three clocks: what starts, stops and moves them, and that no time is won or lost."""

from datetime import UTC, datetime, timedelta
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from orchestration.cases import filing, linking
from orchestration.content import Content
from orchestration.events import Urgency
from orchestration.ports import UnitOfWork
from orchestration.sla.clocks import Clocks, news, next_look, passed_by, wound
from orchestration.sla.policy import Policy, Target
from orchestration.status import Status
from orchestration.ticket import Ticket
from tests.unit.centre.cast import ADA, ANNA, EVA, MAX, words
from tests.unit.centre.sla.house import (
    FIRST,
    FRIDAY,
    HOUR,
    MADRID,
    NEXT,
    NIGHTS,
    OFFICE,
    POLICY,
    QUEUES,
    RESOLUTION,
    ClockHouse,
    madrid,
)


async def test_a_ticket_begins_with_two_clocks(house: ClockHouse) -> None:
    """Four hours to a first answer end after lunch, sixteen to its solution on Monday evening."""
    await house.writes(EVA)
    assert await house.due() == {
        FIRST: madrid(2026, 11, 20, 13),
        RESOLUTION: madrid(2026, 11, 23, 18),
    }


async def test_an_answer_ends_the_wait_for_it(house: ClockHouse) -> None:
    """While the customer has the next word, nothing runs at all."""
    await house.writes(EVA)
    house.passes(hours=1)
    await house.answers(ANNA, 1)
    clocks = await house.clocks()
    assert list(clocks) == [RESOLUTION]
    assert (clocks[RESOLUTION].since, clocks[RESOLUTION].passed) == (None, HOUR)
    assert await house.scheduled() == [
        due for due in await house.scheduled() if due.kind.value != "sla"
    ]


async def test_the_first_unanswered_message_counts(house: ClockHouse) -> None:
    """Asking again does not give the desk more time."""
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    await house.writes(EVA, "And the other one?")
    due = (await house.due())[NEXT]
    assert due == madrid(2026, 11, 20, 11)
    house.passes(hours=1)
    await house.writes(EVA, "Hello?")
    assert (await house.due())[NEXT] == due


async def test_a_reopened_ticket_goes_on_where_it_was(house: ClockHouse) -> None:
    """What was solved in an hour and came back has fifteen left; a closed one has no clocks."""
    await house.writes(EVA)
    house.passes(hours=1)
    await house.moves(1, Status.RESOLVED)
    assert list(await house.clocks()) == [RESOLUTION]
    assert await house.due() == {}
    house.passes(days=10)
    await house.writes(EVA, "It is broken again")
    assert (await house.clocks())[RESOLUTION].passed == HOUR
    assert (await house.due())[NEXT] == madrid(2026, 11, 30, 12)
    await house.moves(1, Status.CLOSED)
    assert await house.clocks() == {}


async def test_thanks_for_a_solution_ask_for_nothing(house: ClockHouse) -> None:
    """No clock starts by them."""
    await house.writes(EVA)
    await house.moves(1, Status.RESOLVED)
    await house.writes(EVA, "Thank you!")
    assert await house.due() == {}


async def test_a_priority_counts_from_what_has_passed(house: ClockHouse) -> None:
    """After an hour an urgent ticket has one of its two left; made normal again it has three."""
    await house.writes(EVA)
    house.passes(hours=1)
    for urgency, due in ((Urgency.URGENT, 11), (Urgency.NORMAL, 13)):
        await house.does(1, partial(_prioritise, house, urgency))
        assert (await house.due())[FIRST] == madrid(2026, 11, 20, due)


async def test_a_tier_by_tag_and_by_customer(house: ClockHouse) -> None:
    """A tag that staff put on the ticket, or a customer whom the file names."""
    await house.writes(EVA)
    await house.writes(MAX)
    assert (await house.due(2))[FIRST] == madrid(2026, 11, 20, 10)
    house.passes(minutes=30)
    await house.does(1, partial(_tag, house, "vip"))
    assert (await house.due())[FIRST] == madrid(2026, 11, 20, 10)
    await house.does(1, partial(_tag, house, "-vip"))
    assert (await house.due())[FIRST] == madrid(2026, 11, 20, 13)


async def test_another_queue_goes_by_its_own_hours(house: ClockHouse) -> None:
    """An hour of the office is behind it, the other three are the night shift's."""
    await house.writes(EVA)
    house.passes(hours=1)
    night = QUEUES["night"]
    await house.does(1, lambda uow, t: filing.move(uow, house.desk, t, night, ADA, house.now))
    clocks = await house.clocks()
    assert (clocks[FIRST].calendar, clocks[FIRST].passed) == ("nights", HOUR)
    assert clocks[FIRST].due == NIGHTS.after(house.now, 3 * HOUR)
    assert clocks[RESOLUTION].due is None


async def test_a_merged_ticket_brings_its_question_along(house: ClockHouse) -> None:
    """Its clocks end with it, and the other's customer waits for an answer again."""
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    async with house.begin() as uow:
        await uow.tickets.make_current(EVA.id, None)
    await house.writes(EVA, "Another thing")
    await house.does(1, lambda uow, t: linking.merge(uow, house.desk, t, 2, ADA, house.now))
    assert await house.clocks(2) == {}
    assert NEXT in await house.due(1)


async def _prioritise(house: ClockHouse, to: Urgency, uow: UnitOfWork, ticket: Ticket) -> None:
    filing.set_priority(ticket, to, ADA, house.now)
    await filing.keep(uow, ticket)


async def _tag(house: ClockHouse, tags: str, uow: UnitOfWork, ticket: Ticket) -> None:
    filing.tag(ticket, tags, ADA, house.now)
    await filing.keep(uow, ticket)


# Whatever happens

ACTS = (
    "writes",
    "answers",
    "waits",
    "opens",
    "snoozes",
    "urgent",
    "low",
    "night",
    "office",
    "note",
)
stories = st.lists(
    st.tuples(st.sampled_from(ACTS), st.timedeltas(timedelta(0), timedelta(days=9))), max_size=14
)
#: From before the change in spring to after the one in autumn.
beginnings = st.timedeltas(timedelta(0), timedelta(days=240)).map(
    lambda later: datetime(2026, 3, 20, tzinfo=MADRID).astimezone(UTC) + later
)


def lived(began: datetime, story: list[tuple[str, timedelta]]) -> list[tuple[Ticket, Clocks]]:
    """The ticket and its clocks after each thing that happened, wound one by one."""
    ticket = Ticket.open(1, EVA, words(), began, None)
    ticket.receive(words(), began)
    at, seen = began, 0
    states: list[tuple[Ticket, Clocks]] = []
    clocks: Clocks = {}
    for act, pause in [("note", timedelta(0)), *story]:
        at += pause
        _act(ticket, act, at)
        clocks = wound(clocks, ticket, ticket.recorded[seen:], POLICY)
        seen = len(ticket.recorded)
        states.append((ticket, clocks))
    return states


def _act(ticket: Ticket, act: str, at: datetime) -> None:
    statuses = {"waits": Status.WAITING_CUSTOMER, "opens": Status.OPEN, "snoozes": Status.SNOOZED}
    match act:
        case "writes":
            ticket.receive(Content("Hello?"), at)
        case "answers":
            ticket.reply_publicly(Content("Soon"), ANNA if not ticket.primary else ADA, at)
        case "urgent" | "low":
            if ticket.urgency is not Urgency(act) or not ticket.priority_set:
                filing.set_priority(ticket, Urgency(act), ADA, at)
        case "night" | "office":
            queue = QUEUES["night" if act == "night" else "support"]
            if ticket.queue != queue.id:
                filing.move_queue(ticket, queue, ADA, at)
        case "note":
            ticket.add_note(Content("Hm"), ADA, at)
        case _:
            if ticket.status is not statuses[act]:
                ticket.set_status(statuses[act], ADA, at)


@given(beginnings, stories)
def test_what_is_kept_is_what_the_timeline_comes_to(
    began: datetime, story: list[tuple[str, timedelta]]
) -> None:
    """Wound one by one or all at once, the clocks are the same."""
    ticket, clocks = lived(began, story)[-1]
    assert wound({}, ticket, ticket.recorded, POLICY) == clocks


@given(beginnings, stories)
def test_pausing_neither_wins_nor_loses_time(
    began: datetime, story: list[tuple[str, timedelta]]
) -> None:
    """The resolution clock has counted exactly the working time of the statuses it runs in."""
    ticket, clocks = lived(began, story)[-1]
    end = ticket.recorded[-1].at + timedelta(days=2)
    counted, status, queue, since = timedelta(0), Status.NEW, "support", began
    stands = {Status.WAITING_CUSTOMER, Status.SNOOZED}
    for entry in [*ticket.recorded, None]:
        until = entry.at if entry else end
        if status not in stands:
            counted += (NIGHTS if queue == "night" else OFFICE).between(since, until)
        since = until
        status = entry.move.after if entry and entry.move else status
        queue = getattr(entry.event, "queue", queue) if entry else queue
    assert passed_by(clocks[RESOLUTION], end, POLICY) == counted


@given(beginnings, stories)
def test_the_next_look_finds_something(began: datetime, story: list[tuple[str, timedelta]]) -> None:
    """At that moment a clock has come further than was told, and a moment before none had."""
    ticket, clocks = lived(began, story)[-1]
    now = ticket.recorded[-1].at
    moment = next_look(clocks, ticket, POLICY)
    if moment is None:
        return

    def new(at: datetime) -> bool:
        return any(news(clocks, ticket, at, POLICY))

    assert new(max(moment, now))
    if moment > now:
        assert not new(moment - timedelta(microseconds=1))


def test_no_more_than_half_of_a_target_is_at_risk() -> None:
    """A lead of half an hour would begin before a target of fifteen minutes does."""
    policy = Policy(targets=(Target({FIRST: timedelta(minutes=15)}),))
    assert policy.lead(timedelta(minutes=15)) == timedelta(minutes=7, seconds=30)
    assert policy.lead(8 * HOUR) == timedelta(minutes=30)
    ticket = Ticket.open(1, EVA, words(), FRIDAY, None)
    assert policy.target(ticket, RESOLUTION) is None
