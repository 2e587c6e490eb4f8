"""Who is told of what: exactly those who are meant, once, at their own times, never the author."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.answering import changes
from orchestration.cases import filing
from orchestration.content import Content, Entity
from orchestration.delivery import NameInTopic, TellNotices
from orchestration.desk import DEFAULT_QUEUE, Desk, Queue
from orchestration.errors.notices import NotYourRoster, UnknownTime, UnknownWish, UnknownZone
from orchestration.events.sla import ClockAtRisk, ClockKind
from orchestration.people import SYSTEM, Person, Staff
from orchestration.ports import UnitOfWork
from orchestration.sentences import StaffSentence
from orchestration.status import Status
from orchestration.team import assignment, collaboration, oncall
from orchestration.team.mentions import PRECEDENCE, Roster, mentioned, named
from orchestration.telling import notices, subscriptions
from orchestration.telling.habits import due, hours_named, time_named, zone_named
from orchestration.telling.notice import AT_ONCE, Cause, Habits, Notice
from orchestration.ticket import Ticket
from orchestration.timeline import Audience
from tests.unit.centre.cast import ADA, ANNA, BEN, EVA, NOW, SAM, XENIA, known
from tests.unit.centre.house import House

STAFF = (ANNA, BEN, XENIA, SAM, ADA)
MINUTE = timedelta(minutes=1)
#: Queues with names that clash with others, and one with a dash in its name.
DESK = Desk({name: Queue(name, name) for name in ("support", "triage", "ben", "ben-ten")})


@pytest.fixture
async def house() -> House:
    """Ticket 1 is Eva's, and Anna answers it."""
    house = House()
    await house.meets(*STAFF)
    await house.writes(EVA)
    await house.does(1, lambda uow, t: assignment.claim(uow, t, ANNA, house.now))
    await house.sent()
    return house


async def told(house: House) -> dict[str, list[Cause]]:
    """What waits for each of the staff, by name."""
    async with house.store.begin() as uow:
        waiting = {each.name: await uow.notices.waiting(each.id) for each in STAFF}
    return {name: [one.cause for one in found] for name, found in waiting.items() if found}


async def says(house: House, who: Staff, words: str, *, wanted: bool) -> None:
    async with house.begin() as uow:
        wish = await subscriptions.wish_named(uow, house.desk, words)
        await subscriptions.say(uow, who.id, wish, wanted=wanted)


async def unreachable(house: House, who: Staff, username: str | None) -> None:
    async with house.begin() as uow:
        await uow.people.learn(replace(known(who, username), reachable=False))


# What everybody is told who never said anything


async def test_only_what_needs_them(house: House) -> None:
    """The primary hears of the customer, an assignee of the ticket, and nobody of their deeds."""
    await house.writes(EVA, "Hello?")
    assert await told(house) == {"Anna": [Cause.CUSTOMER_WROTE]}
    await house.answers(ANNA, 1)
    await house.moves(1, Status.OPEN)
    to = known(BEN, "ben")
    await house.does(1, lambda uow, t: assignment.assign(uow, t, to, ANNA, house.now))
    await house.notes(BEN, 1, "I have it, @ben and @anna")
    anna = [Cause.CUSTOMER_WROTE, Cause.MENTIONED]
    assert await told(house) == {"Anna": anna, "Ben": [Cause.ASSIGNED]}


async def test_what_comes_within_a_minute_is_one_delivery_at_the_first_ones_time(
    house: House,
) -> None:
    """So nobody waits longer because more happens."""
    for _ in range(3):
        await house.writes(EVA, "Hello?")
        house.passes(seconds=20)
    waiting = [d for d in await house.outbox() if isinstance(d.body, TellNotices)]
    assert [(d.chat, d.not_before) for d in waiting] == [(ANNA.id, NOW + MINUTE)]


async def test_what_is_left_is_told_later(house: House) -> None:
    """A notice that came while others were being sent has a delivery of its own."""
    await house.writes(EVA, "Hello?")
    async with house.begin() as uow:
        first = await uow.notices.waiting(ANNA.id)
    await house.sent()
    house.passes(seconds=30)
    await house.writes(EVA, "Hello?")
    await house.sent()
    async with house.begin() as uow:
        await notices.told(uow, ANNA.id, first)
    waiting = [d for d in await house.outbox() if isinstance(d.body, TellNotices)]
    assert [d.not_before for d in waiting] == [NOW + 1.5 * MINUTE]
    assert await told(house) == {"Anna": [Cause.CUSTOMER_WROTE]}


# Mentions

PEOPLE = ["anna", "Ben", "XENIA", "sam", "ada", "eva", "nobody", "ben-x", "anna-"]
GROUPS = ["triage", "support", "ben-ten", "supervisor", "Supervisors", "oncall"]
NAMES = st.sampled_from([*PEOPLE, *GROUPS])
GLUE = st.sampled_from([" ", "", ".", "x", "@", "(", ", ", "-", "é", "😀", "_", "\n"])


@given(st.lists(st.tuples(GLUE, st.sampled_from(["@", ""]), NAMES), max_size=6), st.data())
@settings(max_examples=300)
def test_exactly_who_is_mentioned_is_told_once(
    parts: Sequence[tuple[str, str, str]], data: st.DataObject
) -> None:
    """Whatever is written: the words decide whom, and the author is never told."""
    words = "".join(glue + at + name for glue, at, name in parts) or "…"
    author = data.draw(st.sampled_from(STAFF))

    async def note() -> None:
        house = House(DESK)
        await house.meets(*STAFF)
        await house.writes(EVA)
        await house.sent()
        await house.notes(author, 1, words)
        meant = _meant(words) - {author.name}
        assert await told(house) == {name: [Cause.MENTIONED] for name in meant}
        deliveries = [d.body for d in await house.outbox()]
        ids = {each.id for each in STAFF if each.name in meant}
        assert {body.person for body in deliveries if isinstance(body, TellNotices)} == ids
        assert len(deliveries) == len(ids)

    asyncio.run(note())


def _meant(words: str) -> set[str]:
    """The same by another way: letter by letter, and a table of what each name means."""
    everyone, heads = {each.name for each in STAFF}, {"Sam", "Ada"}
    table = {each.name.lower(): {each.name} for each in STAFF}
    table |= {"support": everyone, "ben-ten": everyone, "triage": set()}
    table |= dict.fromkeys(["supervisor", "supervisors", "oncall"], heads)
    found: set[str] = set()
    for place, letter in enumerate(words):
        before = words[place - 1] if place else " "
        if letter != "@" or before.isalnum() or before == "_":
            continue
        name = ""
        for after in words[place + 1 :].lower():
            if not (after.isascii() and (after.isalnum() or after in "_-")):
                break
            name += after
        while name and name not in table and "-" in name:
            name = name.rpartition("-")[0]
        found |= table.get(name, set())
    return found


def test_one_order_of_precedence() -> None:
    """A colleague's own name goes before a specialist's, that before a skill's, and so on."""
    ben, other = known(BEN, "ben"), known(ANNA, "oncall")
    staff = [known(SAM, "sam"), ben, known(XENIA)]
    assert mentioned(Content("@ben"), Roster(staff), DESK) == {BEN.id}
    assert mentioned(Content("@triage"), Roster(staff), DESK) == frozenset()
    assert mentioned(Content("@support"), Roster(staff), DESK) == {SAM.id, BEN.id, XENIA.id}
    assert mentioned(Content("@oncall"), Roster(staff, (XENIA.id,)), DESK) == {XENIA.id}
    assert mentioned(Content("@oncall"), Roster([*staff, other], (XENIA.id,)), DESK) == {ANNA.id}
    skilled = [replace(known(XENIA), skills=("billing", "support")), *staff[:2]]
    assert mentioned(Content("@billing"), Roster(skilled), DESK) == {XENIA.id}
    assert mentioned(Content("@support"), Roster(skilled), DESK) == {XENIA.id}
    assert len(PRECEDENCE) == 6


def test_code_and_addresses_mention_nobody_and_a_text_mention_does() -> None:
    """As in Telegram itself."""
    staff = [known(BEN, "ben"), known(XENIA)]
    code = Content("😀 @ben 😀", entities=(Entity("code", 3, 4),))
    assert mentioned(code, Roster(staff), Desk()) == frozenset()
    assert mentioned(Content("ann@ben.org"), Roster(staff), Desk()) == frozenset()
    pointed = Content("Xenia", entities=(Entity("text_mention", 0, 5, user_id=XENIA.id),))
    assert mentioned(pointed, Roster(staff), Desk()) == {XENIA.id}
    assert named(pointed, staff[1])
    assert not named(Content("@nobody"), Person(1, "X"))


async def test_who_never_started_the_bot_is_named_in_the_topic(house: House) -> None:
    """Unless the note names them so that Telegram tells them by itself; together in one message."""
    await unreachable(house, SAM, None)
    await unreachable(house, ADA, "ada")
    await house.notes(ANNA, 1, "@supervisors please")
    await house.notes(ANNA, 1, "@ada please")
    named_ = NameInTopic((SAM.id, ADA.id), StaffSentence.MENTIONED, "Anna")
    assert await house.sent() == [named_]


async def test_an_edit_tells_only_whom_it_adds(house: House) -> None:
    """Telegram tells nobody of edits."""
    message = await house.notes(ANNA, 1, "@ben")
    async with house.begin() as uow:
        await changes.staff_edited(uow, message, Content("@ben @xenia"), ANNA, house.now)
    assert await told(house) == {"Ben": [Cause.MENTIONED], "Xenia": [Cause.MENTIONED]}


async def test_who_blocked_the_bot_meanwhile_is_named_in_the_topic(house: House) -> None:
    """What was meant for them by name; the rest stands in the topic anyway."""
    await house.writes(EVA, "Hello?")
    await house.notes(BEN, 1, "@anna?")
    await house.sent()
    async with house.begin() as uow:
        await notices.unheard(uow, ANNA.id)
    assert await house.sent() == [NameInTopic((ANNA.id,), StaffSentence.MENTIONED, "Ben")]
    assert await told(house) == {}


async def test_who_only_followed_is_not_named(house: House) -> None:
    """Ben follows what Anna answers: when both have blocked the bot, it is said aloud to her."""
    await says(house, BEN, "risk", wanted=True)
    risk = ClockAtRisk(ClockKind.NEXT_RESPONSE, house.now)

    async def warn(uow: UnitOfWork, ticket: Ticket) -> None:
        ticket.record(risk, SYSTEM, Audience.INTERNAL, house.now)
        await uow.tickets.save(ticket)

    await house.does(1, warn)
    await house.sent()
    assert await told(house) == {"Anna": [Cause.SLA_AT_RISK], "Ben": [Cause.SLA_AT_RISK]}
    async with house.begin() as uow:
        for each in (BEN, ANNA):
            await notices.unheard(uow, each.id)
    assert await house.sent() == [NameInTopic((ANNA.id,), StaffSentence.SLA_AT_RISK, "")]
    assert await told(house) == {}


async def test_the_roster(house: House) -> None:
    """Anybody takes the duty alone; supervisors give it to others."""
    async with house.begin() as uow:
        await oncall.call_on(uow, (known(XENIA), known(BEN)), SAM)
        with pytest.raises(NotYourRoster):
            await oncall.call_on(uow, (known(XENIA),), ANNA)
        with pytest.raises(NotYourRoster):
            await oncall.call_on(uow, (), ANNA)
    await house.notes(ANNA, 1, "@oncall")
    assert set(await told(house)) == {"Xenia", "Ben"}
    async with house.begin() as uow:
        await oncall.call_on(uow, (known(ANNA),), ANNA)
        await oncall.call_on(uow, (), ANNA)
        assert await oncall.on_call(uow, house.desk, house.now) == ()


# What people choose


async def test_the_narrowest_word_decides(house: House) -> None:
    """A ticket before its queue, and that before everything; the newest word ends exceptions."""
    await says(house, BEN, "customer new status", wanted=True)
    await says(house, BEN, "customer support", wanted=False)
    await house.writes(EVA, "One")
    assert "Ben" not in await told(house)
    await says(house, BEN, "customer #1", wanted=True)
    await house.writes(EVA, "Two")
    assert (await told(house))["Ben"] == [Cause.CUSTOMER_WROTE]
    await says(house, BEN, "customer", wanted=False)
    await house.writes(EVA, "Three")
    assert (await told(house))["Ben"] == [Cause.CUSTOMER_WROTE]
    await house.moves(1, Status.RESOLVED)
    assert (await told(house))["Ben"] == [Cause.CUSTOMER_WROTE, Cause.STATUS_REACHED]


async def test_a_muted_ticket_is_silent(house: House) -> None:
    """Also where it would need them, and nobody is named in its topic for it."""
    await unreachable(house, BEN, None)
    for who in (ANNA, SAM, ADA, BEN):
        await says(house, who, "#1", wanted=False)
    await house.writes(EVA, "Hello?")
    await house.notes(XENIA, 1, "@anna @supervisors @support")
    assert await told(house) == {}
    assert not [d for d in await house.outbox() if isinstance(d.body, NameInTopic)]
    async with house.begin() as uow:
        await subscriptions.say_nothing(uow, ANNA.id)
    await house.writes(EVA, "Hello?")
    assert await told(house) == {"Anna": [Cause.CUSTOMER_WROTE]}


@pytest.mark.parametrize(
    "words",
    [
        *("flarp", "#2", "#", "#٣", "#01", "1", "#1 support", "#" + "9" * 40, "#a!", "#vip #spam"),
        *("resolved closed", "customer resolved", "resolved mentioned #1"),
    ],
)
async def test_an_unknown_wish_says_what_there_is(house: House, words: str) -> None:
    """One sentence, and nothing is changed."""
    async with house.begin() as uow:
        with pytest.raises(UnknownWish):
            await subscriptions.wish_named(uow, house.desk, words)


async def test_a_new_ticket_in_a_queue(house: House) -> None:
    """Whoever follows the queue hears of it."""
    await says(house, XENIA, f"new {DEFAULT_QUEUE.id}", wanted=True)
    async with house.begin() as uow:
        await uow.tickets.make_current(EVA.id, None)
    await house.writes(EVA, "Another thing")
    assert await told(house) == {"Xenia": [Cause.NEW_TICKET]}


async def test_a_tag_and_a_status(house: House) -> None:
    """A tag needs no ticket that bears it yet, and a status is a word like any other."""
    await says(house, XENIA, "new #VIP", wanted=True)
    await says(house, XENIA, "resolved #vip", wanted=True)
    await says(house, BEN, "status waiting_expert", wanted=True)
    await house.does(1, lambda uow, t: _tagged(uow, t, "vip", house))
    await house.moves(1, Status.SNOOZED)
    await house.moves(1, Status.RESOLVED)
    assert await told(house) == {"Xenia": [Cause.NEW_TICKET, Cause.STATUS_REACHED]}


async def test_a_word_about_all_statuses_ends_those_about_one(house: House) -> None:
    """In its scope, and what was said elsewhere stays."""
    await says(house, BEN, "status resolved support", wanted=True)
    await says(house, BEN, "status closed #1", wanted=True)
    await says(house, BEN, "status support", wanted=False)
    async with house.begin() as uow:
        left = {(rule.scope, rule.status) for rule in await uow.notices.rules_of(BEN.id)}
    assert left == {("support", None), ("#1", Status.CLOSED)}


async def test_what_someone_is_waited_for_is_told_at_once(house: House) -> None:
    """A question does not wait for a minute, and what waits goes along; quiet hours hold."""
    await house.notes(ANNA, 1, "@ben look")
    question = house.written(ANNA, "VAT?")
    await house.does(
        1, lambda uow, t: collaboration.consult(uow, t, known(BEN), question, house.now)
    )
    (waiting,) = [d for d in await house.outbox() if isinstance(d.body, TellNotices)]
    assert (waiting.chat, waiting.not_before) == (BEN.id, NOW)
    async with house.begin() as uow:
        assert len(await uow.notices.waiting(BEN.id)) == 2
    assert due(Habits(quiet=NIGHT), _at(3), needed=True, patience=AT_ONCE) == _at(7)


async def _tagged(uow: UnitOfWork, ticket: Ticket, words: str, house: House) -> None:
    filing.tag(ticket, words, ANNA, house.now)
    await filing.keep(uow, ticket)


async def test_who_left_is_told_nothing(house: House) -> None:
    """Their rules stay until they are back."""
    await says(house, BEN, "customer", wanted=True)
    async with house.begin() as uow:
        await uow.people.learn(replace(known(BEN, "ben"), role=None))
    await house.writes(EVA, "Hello?")
    await house.notes(ANNA, 1, "@ben?")
    assert set(await told(house)) == {"Anna"}


# When


def _at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


NIGHT = (time(22), time(7))


@pytest.mark.parametrize(
    ("habits", "now", "needed", "then"),
    [
        (Habits(), _at(3), True, _at(3, 1)),
        (Habits(quiet=NIGHT), _at(21, 58), True, _at(21, 59)),
        (Habits(quiet=NIGHT), _at(21, 59), True, _at(7, day=21)),
        (Habits(quiet=NIGHT), _at(3), True, _at(7)),
        (Habits(quiet=NIGHT), _at(6, 59), True, _at(7)),
        (Habits("Europe/Madrid", NIGHT), _at(21), True, _at(6, day=21)),
        (Habits(quiet=(time(9), time(17))), _at(12), True, _at(17)),
        (Habits(quiet=(time(9), time(17))), _at(8), True, _at(8, 1)),
        (Habits(digest=time(18)), _at(12), False, _at(18)),
        (Habits(digest=time(18)), _at(18), False, _at(18, day=21)),
        (Habits(digest=time(18)), _at(12), True, _at(12, 1)),
        (Habits(quiet=NIGHT, digest=time(23)), _at(22, 30), False, _at(23)),
    ],
)
def test_when_someone_is_told(habits: Habits, now: datetime, needed: bool, then: datetime) -> None:  # noqa: FBT001
    """A minute later, after the quiet hours, or with the digest."""
    assert due(habits, now, needed=needed) == then


async def test_what_is_followed_waits_for_the_digest(house: House) -> None:
    """And what needs them does not; both are kept apart until their times."""
    async with house.begin() as uow:
        await uow.notices.keep_habits(BEN.id, Habits(digest=time(18)))
    await says(house, BEN, "customer", wanted=True)
    await house.writes(EVA, "Hello?")
    await house.notes(ANNA, 1, "@ben?")
    async with house.begin() as uow:
        waiting: Sequence[Notice] = await uow.notices.waiting(BEN.id)
    assert [one.due_at for one in waiting] == [_at(18), NOW + MINUTE]


def test_times_as_people_type_them() -> None:
    """And what is none is refused."""
    assert (time_named("7"), time_named("07:05")) == (time(7), time(7, 5))
    assert hours_named("22:00–7") == NIGHT  # noqa: RUF001 - phones type it
    assert zone_named("Europe/Madrid") == "Europe/Madrid"
    for word in ("", "24", "7:60", "²", "noon", "7:5"):
        with pytest.raises(UnknownTime):
            time_named(word)
    for word in ("7", "7-7", "-", "22:00-", "1-2-3"):
        with pytest.raises(UnknownTime):
            hours_named(word)
    for word in ("Mars/X", "", "../x", "/etc", "Europe", "\0", "x" * 300):
        with pytest.raises(UnknownZone):
            zone_named(word)
