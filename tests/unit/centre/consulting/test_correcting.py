"""Staff say whom a conversation is for."""

from collections.abc import Sequence

import pytest

from orchestration.consulting import correcting, turns
from orchestration.consulting.turns import Turn
from orchestration.errors.asking import MissingArgument
from orchestration.errors.specialists import UnknownSpecialist
from orchestration.events.specialists import RouteCorrected, Routed
from orchestration.people import Staff
from orchestration.ports.corrections import Correction
from orchestration.specialists.cast import Cast, Profile
from orchestration.timeline import Audience
from tests.unit.centre.cast import ANNA, BEN, EVA
from tests.unit.centre.consulting.panel import BILLING, ORDERS, Panel
from tests.unit.centre.house import House

MONEY = Profile("money", "Money", "Leads.", "Lead.")
CAST = Cast([*Panel().profiles, MONEY])


async def corrects(house: House, *to: Profile, by: Staff = ANNA) -> None:
    await house.does(1, lambda uow, t: correcting.correct(uow, house.desk, t, to, by, house.now))


async def kept(house: House) -> Sequence[Correction]:
    async with house.begin() as uow:
        return await uow.corrections.newest()


async def last_turn(house: House) -> Turn | None:
    begun = [one.seq for one in await house.entries(1) if isinstance(one.event, Routed)]
    async with house.begin() as uow:
        ticket = await uow.tickets.get(1)
        return await turns.turn_of(uow, ticket, begun[-1]) if begun else None


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("billing", ["billing"]),
        ("@Billing, orders  billing", ["billing", "orders"]),
        ("Nobody", []),
        ("money communication", ["money", "communication"]),
    ],
)
def test_whom_the_words_name(words: str, ids: list[str]) -> None:
    """With or without @, each once; a manager, too, and whoever nothing is routed to."""
    assert [each.id for each in correcting.meant(CAST, words)] == ids


@pytest.mark.parametrize("words", ["nowhere", "billing nobody", "billing @ana"])
def test_whom_nobody_knows_is_refused(words: str) -> None:
    """The sentence says who there is."""
    with pytest.raises(UnknownSpecialist) as refused:
        correcting.meant(CAST, words)
    assert "@billing" in str(refused.value.facts["known"])


def test_nothing_named_is_refused() -> None:
    """It says how to write it."""
    with pytest.raises(MissingArgument):
        correcting.meant(CAST, " , ")


async def test_who_was_named_is_asked_at_once(house: House) -> None:
    """All of them in one turn with a draft, whatever the router finds; inside."""
    await house.writes(EVA, "Where is my money?")
    panel = Panel(("knowledge",))
    house.consultants = panel.consultants()
    await corrects(house, BILLING, ORDERS)
    await house.runs_due()
    turn = await last_turn(house)
    assert turn is not None
    assert [by.id for by, _ in turn.advised] == ["billing", "orders"]
    assert (turn.routed.router, panel.routed) == ("", [])
    asked = next(one for one in await house.entries(1) if one.seq == turn.routed.asked)
    event = RouteCorrected(2, ("billing", "orders"), ("Billing", "Orders"))
    assert (asked.event, asked.actor, asked.audience) == (event, ANNA, Audience.INTERNAL)


async def test_for_nobody_nobody_is_asked(house: House) -> None:
    """It is kept as an example of what is out of scope."""
    await house.writes(EVA, "Do you like tea?")
    await house.sent()
    await corrects(house)
    panel = Panel()
    house.consultants = panel.consultants()
    assert [each.kind for each in await house.scheduled() if each.kind == "ask"] == []
    (example,) = await kept(house)
    assert example.specialists == frozenset()


async def test_the_words_are_kept_without_their_secrets(house: House) -> None:
    """As the router read them: the newest last, with who corrected it and when."""
    await house.writes(EVA, "Hello")
    await house.writes(EVA, "My card 4242 4242 4242 4242 was charged twice")
    await corrects(house, BILLING)
    words = ("Hello", "My card ⟦card-1 ···4242⟧ was charged twice")
    upto = (await house.ticket(1)).version - 1
    assert await kept(house) == [
        Correction(1, upto, words, frozenset({"billing"}), ANNA.id, house.now)
    ]


async def test_the_newest_correction_of_the_same_words_stands(house: House) -> None:
    """Of other words there is another one."""
    await house.writes(EVA, "Where is it?")
    await corrects(house, BILLING)
    await corrects(house, ORDERS, by=BEN)
    assert [each.specialists for each in await kept(house)] == [frozenset({"orders"})]
    await house.writes(EVA, "And my money?")
    await corrects(house, BILLING)
    assert len(await kept(house)) == 2


async def test_a_colleague_may_and_a_picture_teaches_nothing(house: House) -> None:
    """Whoever may keep a note; without words there is no example, and they are asked."""
    await house.writes(EVA, " ")
    house.consultants = Panel().consultants()
    await corrects(house, ORDERS, by=BEN)
    assert await kept(house) == []
    await house.runs_due()
    assert await last_turn(house) is not None
