"""What a ticket taught becomes an article, once a person approved it."""

import pytest

from orchestration.answering import rewording
from orchestration.errors.asking import MissingArgument
from orchestration.errors.learning import (
    ArticleStands,
    ExpertsApprove,
    NotEndedYet,
    NothingLearned,
    ShelfClosed,
)
from orchestration.events import ArticleApproved
from orchestration.knowledge import teaching
from orchestration.knowledge.drafting import ANSWER, QUESTION, TITLE, ArticleDraft, nameless
from orchestration.people import Customer, Staff
from orchestration.ports import UnitOfWork
from orchestration.specialists.cast import Cast, Profile
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience
from tests.fakes.shelf import FakeShelf
from tests.unit.centre.cast import ADA, ANNA, XENIA
from tests.unit.centre.consulting.panel import Panel
from tests.unit.centre.house import House

LOLA = Customer(7_000_000_009, "Lola Montez")
ORDERS = Profile("orders", "Orders", "P.", "L.", ("where",), knowledge=("shipping", "orders"))
CAST = Cast([ORDERS])


async def drafted(house: House, words: str = "") -> ArticleDraft:
    async with house.begin() as uow:
        return await teaching.draft(uow, await uow.tickets.get(1), CAST, words)


async def approves(
    house: House, draft: ArticleDraft, by: Staff = XENIA, shelf: FakeShelf | None = None
) -> None:
    await house.does(1, lambda uow, t: teaching.approve(uow, shelf, t, draft, by, house.now))


async def resolved(house: House, asked: str, *answers: str) -> None:
    await house.writes(LOLA, asked)
    for answer in answers:
        await house.answers(ANNA, 1, answer)
    await house.moves(1, Status.RESOLVED)


async def test_the_question_and_the_answers(house: House) -> None:
    """The subject as the title; what the customer said after the answer is no part of it."""
    await house.writes(LOLA, "Where is my order 4711?")
    await house.writes(LOLA, "I am Lola Montez, lola@example.org, +34 600 123 456")
    await house.answers(ANNA, 1, "Dear Lola,\n\nIt left today.\nAnna")
    await house.writes(LOLA, "Thank you")
    await house.answers(ANNA, 1, "You are welcome.")
    await house.moves(1, Status.RESOLVED)
    draft = await drafted(house)
    assert draft.title == "Where is my order …?"
    assert draft.text == (
        "> Where is my order …?\n> I am … …, …, …\n\n"
        "Dear …,\n\nIt left today.\n…\n\nYou are welcome."
    )


async def test_whoever_was_asked_last_finds_it(house: House) -> None:
    """Its tags are what they read."""
    house.consultants = Panel(("orders",), profiles=[ORDERS]).consultants()
    await house.writes(LOLA, "Where is it?")
    house.passes(seconds=5)
    await house.runs_due()
    await house.answers(ANNA, 1, "Here.")
    await house.moves(1, Status.RESOLVED)
    assert (await drafted(house)).tags == ("orders", "shipping")


async def test_what_was_taken_back_is_no_part_of_it(house: House) -> None:
    """As little as what was never said in words."""
    await house.writes(LOLA, "Where is it?")
    await house.answers(ANNA, 1, "Lost.")
    wrong = (await house.entries(1))[-1]
    await house.answers(ANNA, 1, "It left today.")

    async def take_back(uow: UnitOfWork, ticket: Ticket) -> None:
        rewording.delete_reply(ticket, wrong, ANNA, house.now)
        await uow.tickets.save(ticket)

    await house.does(1, take_back)
    await house.moves(1, Status.RESOLVED)
    assert (await drafted(house)).text.endswith("\n\nIt left today.")
    assert "Lost" not in (await drafted(house)).text


async def test_nothing_is_learned_before_the_end(house: House) -> None:
    """Nor where nobody answered."""
    await house.writes(LOLA, "Where is it?")
    with pytest.raises(NotEndedYet):
        await drafted(house)
    await house.moves(1, Status.CLOSED)
    with pytest.raises(NothingLearned):
        await drafted(house)


async def test_a_persons_own_words_in_its_place(house: House) -> None:
    """The title first; secrets and names are left out of these, too."""
    await resolved(house, "Where is it?")
    draft = await drafted(house, "Parcels of Lola\n\nCall us with 4242 4242 4242 4242.\nAlways.")
    assert (draft.title, draft.text) == ("Parcels of …", "Call us with ….\nAlways.")
    for words in ("Only a title", "Title\n \n"):
        with pytest.raises(MissingArgument):
            await drafted(house, words)


async def test_all_of_it_fits_a_message(house: House) -> None:
    """Whatever was said."""
    await resolved(house, "word " * 800, "answer " * 500, "more " * 700)
    draft = await drafted(house)
    assert len(draft.title) <= TITLE
    assert len(draft.text) <= QUESTION + ANSWER + 10


async def test_an_expert_approves_it_once(house: House) -> None:
    """An entry says who, and which file; the same words are no second one."""
    await resolved(house, "Where is it?", "Here.")
    shelf, draft = FakeShelf(), await drafted(house)
    await approves(house, draft, shelf=shelf)
    entry = (await house.entries(1))[-1]
    assert entry.event == ArticleApproved("learned/1-1.md", draft.title)
    assert (entry.actor, entry.audience) == (XENIA, Audience.INTERNAL)
    assert shelf.articles == {"learned/1-1.md": draft}
    with pytest.raises(ArticleStands):
        await approves(house, draft, by=ADA, shelf=shelf)


async def test_an_agent_does_not(house: House) -> None:
    """Not on their own ticket either; and nothing is written without a folder."""
    await resolved(house, "Where is it?", "Here.")
    shelf, draft = FakeShelf(), await drafted(house)
    with pytest.raises(ExpertsApprove):
        await approves(house, draft, by=ANNA, shelf=shelf)
    with pytest.raises(ShelfClosed):
        await approves(house, draft)
    assert not shelf.articles


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("My IBAN is DE89 3704 0044 0532 0130 00", "My IBAN is …"),
        ("pay 12.50 EUR on Monday", "pay 12.50 EUR on Monday"),
        ("Заказ 4711, Лола", "Заказ …, …"),
        ("Lolas tea", "Lolas tea"),
        ("a\x00b\u202ec\td", "abcd"),
        ("\n\n one \n\n\n", "one"),
    ],
)
def test_what_is_left_out(said: str, kept: str) -> None:
    """What identifies a customer, and what nobody can read."""
    assert nameless(said, {"Lola", "Лола"}) == kept
