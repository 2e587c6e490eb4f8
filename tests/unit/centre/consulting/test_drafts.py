"""The draft: a person sends it, sends other words, or discards it; and it goes out once."""

import pytest

from orchestration.consulting import drafts
from orchestration.consulting.turns import Turn
from orchestration.delivery import Lane, SendEntry, ShowTurn
from orchestration.errors.drafting import AlreadyDecided
from orchestration.errors.ticket import NotAllowed
from orchestration.events import DraftDiscarded, Obstacle, RepliedPublicly
from orchestration.people import Staff
from orchestration.team import assignment
from orchestration.timeline import Audience
from tests.unit.centre.cast import ANNA, BEN, EVA, SAM
from tests.unit.centre.consulting.panel import Panel, says
from tests.unit.centre.consulting.test_consultation import reads, turns_of
from tests.unit.centre.house import House

DRAFT = "It was one charge, booked twice by your bank."


async def drafted(house: House) -> Turn:
    """Eva wrote, and there is a draft for her."""
    turn = await reads(house, Panel(thinks={"billing": says("Once", DRAFT, grounded=True)}))
    assert turn is not None
    await house.sent()
    return turn


def of(turn: Turn) -> int:
    assert turn.draft is not None
    return turn.draft.seq


async def sends(
    house: House, seq: int, by: Staff = ANNA, *, anyway: bool = False
) -> Obstacle | None:
    async with house.begin() as uow:
        ticket = await uow.tickets.get(1)
        return await drafts.send(uow, ticket, seq, by, house.now, anyway=anyway)


async def replies(house: House) -> list[RepliedPublicly]:
    said = [one.event for one in await house.entries(1)]
    return [event for event in said if isinstance(event, RepliedPublicly)]


async def test_a_person_sends_it(house: House) -> None:
    """As their own public reply, which says whose words they were; the note has no buttons now."""
    turn = await drafted(house)
    assert await sends(house, of(turn)) is None
    (reply,) = await replies(house)
    assert reply.content.text == DRAFT
    assert (reply.suggestion, reply.suggested_by, reply.suggested) == (
        of(turn),
        "Communication",
        None,
    )
    sent = [one for one in await house.outbox() if isinstance(one.body, SendEntry)]
    assert [(one.chat, one.audience) for one in sent] == [(EVA.id, Audience.PUBLIC)]
    (after,) = await turns_of(house)
    assert (after.is_open, after.outcome is not None) == (False, True)
    shown = [one.lane for one in await house.outbox() if one.body == ShowTurn(turn.begun.ref)]
    assert shown == [Lane.COSMETIC]
    assert (await house.ticket(1)).primary_id == ANNA.id


async def test_it_goes_out_once(house: House) -> None:
    """A second press is refused, also one past what is new."""
    turn = await drafted(house)
    await sends(house, of(turn))
    for anyway in (False, True):
        with pytest.raises(AlreadyDecided):
            await sends(house, of(turn), anyway=anyway)
    assert len(await replies(house)) == 1


async def test_only_who_may_answer_sends_it(house: House) -> None:
    """A colleague's ticket is the colleague's, and a supervisor's word goes."""
    turn = await drafted(house)
    await house.does(1, lambda uow, t: assignment.claim(uow, t, ANNA, house.now))
    with pytest.raises(NotAllowed):
        await sends(house, of(turn), BEN)
    assert await replies(house) == []
    await sends(house, of(turn), SAM)
    assert len(await replies(house)) == 1


async def test_newer_words_are_shown_first(house: House) -> None:
    """Whoever presses learns that the customer wrote since, and may send it all the same."""
    turn = await drafted(house)
    await house.writes(EVA, "I found it, thank you")
    assert await sends(house, of(turn)) is Obstacle.CUSTOMER
    assert await replies(house) == []
    assert await sends(house, of(turn), anyway=True) is None
    assert len(await replies(house)) == 1


async def test_other_words_in_its_place(house: House) -> None:
    """Both are kept."""
    turn = await drafted(house)
    written = house.written(ANNA, "One charge only.")
    async with house.begin() as uow:
        ticket = await uow.tickets.get(1)
        await drafts.send_edited(uow, ticket, of(turn), written, house.now)
    (reply,) = await replies(house)
    assert reply.suggested is not None
    assert (reply.content.text, reply.suggested.text) == ("One charge only.", DRAFT)


async def test_it_is_discarded(house: House) -> None:
    """Nothing goes out, and it can be sent no more."""
    turn = await drafted(house)
    await house.does(1, lambda uow, t: drafts.discard(uow, t, of(turn), ANNA, house.now))
    assert (await house.entries(1))[-1].event == DraftDiscarded(of(turn))
    with pytest.raises(AlreadyDecided):
        await sends(house, of(turn))
    assert await replies(house) == []


async def test_another_answer_ends_it(house: House) -> None:
    """Somebody answered in words of their own: the draft is over, and its note says so."""
    turn = await drafted(house)
    await house.answers(ANNA, 1)
    (after,) = await turns_of(house)
    assert not after.is_open
    assert ShowTurn(turn.begun.ref) in await house.sent()
    with pytest.raises(AlreadyDecided):
        await sends(house, of(turn))
