"""What stands between a public reply and the customer, and who may send past it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from orchestration.answering import drafting, holding, replies, suggesting
from orchestration.answering.collisions import PATIENCE, may_send_anyway
from orchestration.answering.staff_message import StaffMessage
from orchestration.content import Content, MessageRef
from orchestration.delivery import AskAuthor, SendEntry
from orchestration.errors import NotYetKnown
from orchestration.errors.drafting import (
    AlreadyDecided,
    CannotSendAnyway,
    NotYourDecision,
    Overtaken,
    SomeoneAnswers,
)
from orchestration.errors.words import NotYourReply
from orchestration.events import DraftLock, Obstacle, RepliedPublicly, ReplyHeld
from orchestration.events.team import Part
from orchestration.people import Staff
from orchestration.ports import Side, Update
from orchestration.team import collaboration
from orchestration.timeline import EntryRef
from tests.unit.centre.cast import ANNA, ANONYMOUS, BEN, EVA, NOW, SAM, XENIA, ticket
from tests.unit.centre.house import GROUP, House

SECOND = timedelta(seconds=1)


@pytest.fixture
async def house() -> House:
    """Eva's ticket is nobody's yet, and the desk knows its staff."""
    made = House()
    await made.meets(ANNA, BEN, XENIA, SAM)
    await made.writes(EVA)
    return made


async def says(house: House, by: Staff, sent_at: datetime, number: int = 10_000) -> MessageRef:
    """Someone answers with a message of that date and number."""
    message = MessageRef(GROUP, number)
    written = replace(house.written(by, f"{by.name} says"), sent_at=sent_at, message=message)
    await house.does(1, lambda uow, t: replies.reply_publicly(uow, t, written, house.now))
    return message


async def decides(
    house: House, verb: Callable[..., Awaitable[object]], message: MessageRef, by: Staff
) -> None:
    """Someone presses a button below the question about `message`."""
    await house.does(1, lambda uow, t: verb(uow, t, message, by, house.now))


async def outcome(house: House) -> Obstacle | None:
    """Why the newest answer waits; None when it went out."""
    entries = await house.entries(1)
    newest = next(
        e.event for e in entries[::-1] if isinstance(e.event, ReplyHeld | RepliedPublicly)
    )
    return newest.obstacle if isinstance(newest, ReplyHeld) else None


@pytest.mark.parametrize(
    ("later", "waits"), [(-1, True), (0, True), (0.999, True), (1, False), (60, False)]
)
async def test_a_colleagues_answer(house: House, later: float, *, waits: bool) -> None:
    """Of the same second or newer it holds a reply up, whenever the desk hears of the two."""
    await says(house, ANNA, NOW, 10_000)
    house.passes(minutes=5)
    await says(house, SAM, NOW + later * SECOND, 10_001)
    assert await outcome(house) is (Obstacle.COLLEAGUE if waits else None)


async def test_a_desk_may_let_late_answers_go(house: House) -> None:
    """They go out at once, unless someone else is answering."""
    late = replace(house.written(ANNA, "Yes"), message=MessageRef(GROUP, 1), sent_at=NOW)
    late = replace(late, waits=False)
    await house.does(1, lambda uow, t: replies.reply_publicly(uow, t, late, house.now))
    assert await outcome(house) is None
    await house.does(1, lambda uow, t: drafting.take(uow, house.desk, t, SAM, house.now))
    later = replace(late, message=MessageRef(GROUP, 2))
    await house.does(1, lambda uow, t: replies.reply_publicly(uow, t, later, house.now))
    assert await outcome(house) is Obstacle.LOCK


async def test_ones_own_answers_in_a_row(house: House) -> None:
    """Never bother, also within a second."""
    for number in range(3):
        await says(house, ANNA, NOW, 10_000 + number)
        assert await outcome(house) is None


async def test_words_that_stood_above(house: House) -> None:
    """Go by the numbers of messages: below them a reply goes out, above them it waits."""
    await says(house, ANNA, NOW, 1)
    assert await outcome(house) is Obstacle.CUSTOMER
    await says(house, ANNA, NOW, 10_000)
    assert await outcome(house) is None


async def test_what_a_button_alone_would_send(house: House) -> None:
    """It has no message to wait in, so it is refused, and nothing has changed."""
    await house.does(1, lambda uow, t: drafting.take(uow, house.desk, t, SAM, house.now))
    before = await house.ticket(1)
    macro = StaffMessage(ANNA, Content("Sorry"), None, macro="late")
    with pytest.raises(Overtaken):
        await house.does(1, lambda uow, t: replies.reply_publicly(uow, t, macro, house.now))
    assert await house.ticket(1) == before


async def test_words_on_their_way(house: House) -> None:
    """Nobody has read what the topic does not show, nor what the inbox holds."""
    house.shows = False
    await house.writes(EVA, "Cancel it!")
    await says(house, ANNA, NOW + SECOND)
    assert await outcome(house) is Obstacle.CUSTOMER
    async with house.begin() as uow:
        seq = await uow.timeline.last_customer_seq(1)
        await uow.links.add(MessageRef(GROUP, 5), EntryRef(1, seq), Side.STAFF)
    await says(house, ANNA, NOW + SECOND, 10_001)
    assert await outcome(house) is None
    async with house.begin() as uow:
        await uow.inbox.add([Update(1, 1, f"private:{EVA.id}", "{}")], NOW)
    await says(house, ANNA, NOW + SECOND, 10_002)
    assert await outcome(house) is Obstacle.CUSTOMER


async def test_what_is_being_shown(house: House) -> None:
    """Nobody is asked before it is known; but a reply does not wait for that for ever."""
    house.shows = False
    await house.writes(EVA, "Cancel it!")
    async with house.begin() as uow:
        waiting = [each.id for each in await uow.courier.pending(NOW)]
        await uow.courier.claim(waiting, NOW, NOW + 60 * SECOND)
    with pytest.raises(NotYetKnown):
        await says(house, ANNA, NOW)
    house.now += PATIENCE
    await says(house, ANNA, NOW)
    assert await outcome(house) is Obstacle.CUSTOMER


async def test_what_one_points_at_one_has_read(house: House) -> None:
    """Even if the desk does not know that it stands in the topic."""
    house.shows = False
    await house.writes(EVA, "Cancel it!")
    async with house.begin() as uow:
        answers = EntryRef(1, await uow.timeline.last_customer_seq(1))
    await house.answers(ANNA, 1, "Done", answers)
    assert await outcome(house) is None


async def test_a_lock_holds_up_others_only(house: House) -> None:
    """Its holder answers, which gives it back."""
    await house.does(1, lambda uow, t: drafting.take(uow, house.desk, t, ANNA, house.now))
    await says(house, BEN, NOW + SECOND)
    assert await outcome(house) is Obstacle.LOCK
    await says(house, ANNA, NOW + SECOND, 10_001)
    assert await outcome(house) is None
    assert drafting.open_lock(await house.ticket(1), house.now) is None


async def test_whom_the_rights_refuse(house: House) -> None:
    """Is refused as ever; who works along makes a suggestion."""
    await says(house, ANNA, NOW)
    with pytest.raises(NotYourReply):
        await says(house, BEN, NOW + SECOND, 10_001)
    await house.does(
        1, lambda uow, t: collaboration.join(uow, t, Part.COLLABORATOR, XENIA, house.now)
    )
    await says(house, XENIA, NOW + SECOND, 10_002)
    assert await outcome(house) is Obstacle.COLLABORATOR
    async with house.begin() as uow:
        assert [each.suggestion is not None for each in await uow.held_replies.of(1)] == [True]


async def test_its_author_decides_and_once(house: House) -> None:
    """Nobody else, not twice, and past a lock only with the right to."""
    await house.does(1, lambda uow, t: drafting.take(uow, house.desk, t, ANNA, house.now))
    message = await says(house, BEN, NOW)
    sent = await house.sent()
    assert any(isinstance(body, AskAuthor) for body in sent)
    for by, error in ((SAM, NotYourDecision), (BEN, CannotSendAnyway)):
        with pytest.raises(error):
            await decides(house, suggesting.send_anyway, message, by)
    await decides(house, suggesting.give, message, BEN)
    for verb in (suggesting.give, suggesting.discard, suggesting.send_anyway):
        with pytest.raises(AlreadyDecided):
            await decides(house, verb, message, BEN)
    assert not any(isinstance(body, SendEntry) for body in await house.sent())


async def test_a_question_is_asked_aloud_once(house: House) -> None:
    """Of all that nobody decided within two minutes."""
    await house.does(1, lambda uow, t: drafting.take(uow, house.desk, t, ANNA, house.now))
    await says(house, BEN, NOW)
    await says(house, XENIA, NOW, 10_001)
    await house.sent()
    for expected in (2, 0):
        house.now += holding.ASK_ALOUD_AFTER
        await house.runs_due()
        asked = [body for body in await house.sent() if isinstance(body, AskAuthor)]
        assert [body.aloud for body in asked] == [True] * expected


def test_a_lock_binds_while_its_holder_may_answer() -> None:
    """Not when its time is over, nor when the ticket became a colleague's or closed."""
    made = ticket()
    drafting.lock(made, BEN, NOW + SECOND, NOW)
    assert drafting.held_by_another(made, ANNA.id, NOW) == made.lock
    assert drafting.held_by_another(made, BEN.id, NOW) is None
    assert drafting.held_by_another(made, ANNA.id, NOW + SECOND) is None
    with pytest.raises(SomeoneAnswers):
        drafting.lock(made, ANNA, NOW + SECOND, NOW)
    made.claim(ANNA, NOW)
    assert drafting.open_lock(made, NOW) is None
    drafting.lock(made, SAM, NOW + SECOND, NOW)
    assert drafting.open_lock(made, NOW) == DraftLock(SAM.id, "Sam", SAM.role, NOW + SECOND)
    assert may_send_anyway(made, ANNA, NOW)
    assert not may_send_anyway(made, BEN, NOW)


async def test_an_anonymous_administrators_words(house: House) -> None:
    """Are decided by whoever supervises: their button is pressed under a name."""
    await house.does(1, lambda uow, t: drafting.take(uow, house.desk, t, ANNA, house.now))
    message = await says(house, ANONYMOUS, NOW)
    with pytest.raises(NotYourDecision):
        await decides(house, suggesting.discard, message, BEN)
    await decides(house, suggesting.send_anyway, message, SAM)
    assert await outcome(house) is None
