"""What a customer writes becomes part of the right ticket, and what the desk decides on it."""

from datetime import timedelta

import pytest

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.content import Content, ContentKind, MessageRef
from orchestration.delivery import DressTopic, PinCard, SendEntry, ShowCard, ShowEntry
from orchestration.events import CustomerWrote, Opened, SystemSaid
from orchestration.intake import Incoming, open_ticket
from orchestration.ports import Side
from orchestration.sentences import PublicSentence
from orchestration.status import Status
from orchestration.timeline import EntryRef
from tests.unit.centre.cast import ANNA, EVA, MAX, NOW
from tests.unit.centre.house import House


async def test_the_first_message_opens_a_ticket(house: House) -> None:
    """A new ticket holds how it began, the customer's words and the receipt."""
    number, message = await house.writes(EVA, "Where is my order?")
    opened = await house.ticket(number)
    assert (number, opened.status, opened.version, opened.recorded) == (1, Status.NEW, 3, [])
    assert [entry.event for entry in await house.entries(1)] == [
        Opened("Where is my order?"),
        CustomerWrote(Content("Where is my order?")),
        SystemSaid(PublicSentence.RECEIPT, {"ticket": 1}),
    ]
    async with house.begin() as uow:
        assert await uow.links.entry_of(message) == EntryRef(1, 2)
        assert await uow.links.messages_of(EntryRef(1, 2), Side.CUSTOMER) == [message]


async def test_a_new_ticket_is_one_card_one_receipt_one_pin(house: House) -> None:
    """The card carries the first words: nothing else goes to the group but the pin."""
    await house.writes(EVA)
    assert await house.sent() == [ShowCard(), SendEntry(EntryRef(1, 3)), PinCard()]


async def test_a_new_ticket_is_watched(house: House) -> None:
    """Specialists read it when the burst has settled; someone must claim it in time."""
    await house.writes(EVA)
    assert await house.scheduled() == [
        FollowUp(1, FollowUpKind.CONSULT, NOW + timedelta(seconds=2)),
        FollowUp(1, FollowUpKind.UNCLAIMED, NOW + timedelta(minutes=10)),
    ]


@pytest.mark.parametrize(
    ("content", "follows"),
    [
        (Content("x" * 600), False),
        (Content("x" * 601), True),
        (Content("My vase", ContentKind.PHOTO), True),
    ],
)
async def test_what_the_card_cannot_hold_follows_it(
    house: House, content: Content, *, follows: bool
) -> None:
    """Long words and media follow the card as their own message."""
    await house.writes(EVA, content)
    shown = [body for body in await house.sent() if isinstance(body, ShowEntry)]
    assert shown == ([ShowEntry(EntryRef(1, 2))] if follows else [])


async def test_the_next_message_goes_to_the_same_ticket(house: House) -> None:
    """More words are shown in the topic, and the customer hears no second receipt."""
    await house.writes(EVA)
    await house.sent()
    number, _ = await house.writes(EVA, "It was due on Monday")
    assert number == 1
    assert await house.sent() == [ShowEntry(EntryRef(1, 4))]


async def test_a_burst_is_read_once_it_rests(house: House) -> None:
    """Each message puts the reading off; the watch for a claim stays where it was."""
    await house.writes(EVA)
    house.passes(seconds=1)
    await house.writes(EVA)
    assert await house.scheduled() == [
        FollowUp(1, FollowUpKind.CONSULT, NOW + timedelta(seconds=3)),
        FollowUp(1, FollowUpKind.UNCLAIMED, NOW + timedelta(minutes=10)),
    ]


async def another(house: House, text: str = "Another matter") -> tuple[int, MessageRef]:
    """Eva opens one more ticket."""
    message = MessageRef(EVA.id, next(house.numbers))
    async with house.begin() as uow:
        incoming = Incoming(EVA, Content(text), message)
        opened = await open_ticket(uow, house.desk, incoming, house.now)
    return opened.id, message


async def test_a_reply_goes_to_the_ticket_of_what_it_replies_to(house: House) -> None:
    """Replying to an old message writes into that message's ticket, which is then current."""
    _, old = await house.writes(EVA)
    assert (await another(house))[0] == 2
    assert (await house.writes(EVA, "still nothing", reply_to=old))[0] == 1
    assert await house.current(EVA) == 1
    assert (await house.writes(EVA, "hello?"))[0] == 1


async def test_a_reply_to_what_the_desk_sent_goes_to_that_ticket(house: House) -> None:
    """What staff answered stands for its ticket as well as the customer's own words do."""
    await house.writes(EVA)
    shown = MessageRef(EVA.id, 900)
    async with house.begin() as uow:
        await uow.links.add(shown, EntryRef(1, 3), Side.CUSTOMER)
    await another(house)
    assert (await house.writes(EVA, "thanks", reply_to=shown))[0] == 1


async def test_a_reply_to_an_unknown_message_goes_to_the_current_ticket(house: House) -> None:
    """What shows no entry chooses nothing."""
    await house.writes(EVA)
    await another(house)
    assert (await house.writes(EVA, "hm", reply_to=MessageRef(EVA.id, 901)))[0] == 2


async def test_someone_elses_ticket_is_not_reached_by_replying(house: House) -> None:
    """A reply to another customer's message goes to the writer's own ticket."""
    _, evas = await house.writes(EVA)
    number, _ = await house.writes(MAX, "me too", reply_to=evas)
    assert (number, (await house.ticket(2)).customer) == (2, MAX)
    assert (await house.writes(MAX, "please", reply_to=evas))[0] == 2
    assert len(await house.entries(1)) == 3


async def test_a_closed_ticket_is_continued_by_a_linked_one(house: House) -> None:
    """Who writes into a closed ticket gets a new one that names it, and it stays closed."""
    await house.writes(EVA)
    await house.moves(1, Status.CLOSED)
    number, _ = await house.writes(EVA, "It broke again")
    assert (number, (await house.ticket(2)).previous) == (2, 1)
    assert (await house.ticket(1)).status is Status.CLOSED
    assert await house.current(EVA) == 2


async def test_a_reply_into_a_closed_ticket_links_to_that_one(house: House) -> None:
    """The new ticket continues the one that was replied to, not the current one."""
    _, old = await house.writes(EVA)
    await another(house)
    await house.moves(1, Status.CLOSED)
    number, _ = await house.writes(EVA, "again", reply_to=old)
    assert (number, (await house.ticket(3)).previous) == (3, 1)


@pytest.mark.parametrize("status", [Status.WAITING_CUSTOMER, Status.SNOOZED, Status.RESOLVED])
async def test_words_wake_what_waited_for_them(house: House, status: Status) -> None:
    """The ticket opens again, and its card and topic show it."""
    await house.writes(EVA)
    await house.moves(1, status)
    await house.sent()
    assert (await house.writes(EVA, "one more thing"))[0] == 1
    assert (await house.ticket(1)).status is Status.OPEN
    seq = (await house.ticket(1)).version
    assert await house.sent() == [ShowEntry(EntryRef(1, seq)), ShowCard(), DressTopic()]


@pytest.mark.parametrize("status", [Status.WAITING_EXPERT, Status.WAITING_APPROVAL])
async def test_words_do_not_wake_what_waits_inside(house: House, status: Status) -> None:
    """Experts and approvers go on as they were; the words are shown all the same."""
    await house.writes(EVA)
    await house.moves(1, status)
    await house.sent()
    await house.writes(EVA, "one more thing")
    assert (await house.ticket(1)).status is status
    assert await house.sent() == [ShowEntry(EntryRef(1, 5))]


async def test_a_reopened_ticket_without_a_primary_is_watched_again(house: House) -> None:
    """Nobody has it and its watch ended with it: someone must claim it in time again."""
    await house.writes(EVA)
    await house.moves(1, Status.RESOLVED)
    assert [due.kind for due in await house.scheduled()] == [FollowUpKind.CLOSE]
    house.passes(hours=1)
    await house.writes(EVA, "not solved")
    watch = FollowUp(1, FollowUpKind.UNCLAIMED, house.now + house.desk.claim_within)
    assert watch in await house.scheduled()


async def test_a_reopened_ticket_with_a_primary_is_theirs(house: House) -> None:
    """Its primary answers again, so no claim is awaited."""
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    await house.moves(1, Status.RESOLVED)
    await house.writes(EVA, "not solved")
    assert [due.kind for due in await house.scheduled()] == [FollowUpKind.CONSULT]
