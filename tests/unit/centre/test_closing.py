"""After a ticket is resolved: thanks, the rating, and a comment on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.clock.followups import FollowUpKind
from orchestration.content import Content, ContentKind, MessageRef
from orchestration.customers.thanks import is_thanks
from orchestration.delivery import ShowEntry
from orchestration.ending import closing
from orchestration.errors.customers import NotEnded
from orchestration.errors.ticket import NoSuchTicket
from orchestration.events import CustomerWrote, RatingCommented, SystemSaid
from orchestration.intake import Incoming
from orchestration.people import Customer
from orchestration.ports import Side
from orchestration.sentences import PublicSentence
from orchestration.status import Status
from tests.unit.centre.cast import EVA
from tests.unit.centre.house import House

OTHER = Customer(999, "Otto")
PROMPT = MessageRef(EVA.id, 5_000)


async def resolved(house: House) -> None:
    """A ticket of Eva's is resolved, and the question for a rating has reached her."""
    await house.writes(EVA)
    await house.moves(1, Status.RESOLVED)
    async with house.begin() as uow:
        entries = await uow.timeline.of(1)
        asked = [one for one in entries if isinstance(one.event, SystemSaid)][-1]
        await uow.links.add(PROMPT, asked.ref, Side.CUSTOMER)
    await house.sent()


async def rates(house: House, score: int, customer: Customer = EVA) -> None:
    async with house.begin() as uow:
        await closing.rate(uow, customer, 1, score, house.now)


async def comments(house: House, content: Content, reply_to: MessageRef | None = PROMPT) -> bool:
    incoming = Incoming(EVA, content, MessageRef(EVA.id, 6_000), reply_to)
    async with house.begin() as uow:
        return await closing.comment(uow, incoming, house.now)


async def test_a_rating_is_kept_and_may_be_changed(house: House) -> None:
    """The newest counts; the same one again changes nothing."""
    await resolved(house)
    await rates(house, 2)
    await rates(house, 5)
    before = await house.ticket(1)
    await rates(house, 5)
    assert (before.rating, before.status) == (5, Status.RESOLVED)
    assert (await house.ticket(1)).version == before.version


async def test_a_rated_ticket_is_not_asked_about_again(house: House) -> None:
    """Once is enough, also when it is resolved a second time."""
    await resolved(house)
    await rates(house, 4)
    await house.moves(1, Status.OPEN)
    await house.sent()
    await house.moves(1, Status.RESOLVED)
    assert PublicSentence.RATING_ASKED not in await house.told(EVA)


async def test_only_ones_own_ended_ticket_is_rated(house: House) -> None:
    """Another's is not there at all, and what is under way is too early."""
    await resolved(house)
    with pytest.raises(NoSuchTicket):
        await rates(house, 4, OTHER)
    await house.moves(1, Status.OPEN)
    with pytest.raises(NotEnded):
        await rates(house, 4)
    assert (await house.ticket(1)).rating is None


async def test_a_reply_to_the_question_is_a_comment(house: House) -> None:
    """Staff see it, and the ticket stays resolved."""
    await resolved(house)
    assert await comments(house, Content("Very kind people"))
    assert (await house.ticket(1)).status is Status.RESOLVED
    async with house.begin() as uow:
        newest = (await uow.timeline.of(1))[-1]
    assert newest.event == RatingCommented(Content("Very kind people"))
    assert ShowEntry(newest.ref) in await house.sent()


async def test_anything_else_is_no_comment(house: House) -> None:
    """No reply, a medium, or a ticket that is under way again."""
    await resolved(house)
    assert not await comments(house, Content("It broke again"), reply_to=None)
    assert not await comments(house, Content("Nice"), reply_to=MessageRef(EVA.id, 1))
    assert not await comments(house, Content("Look", ContentKind.PHOTO))
    await house.moves(1, Status.OPEN)
    assert not await comments(house, Content("Still broken"))


async def test_thanks_reopen_nothing(house: House) -> None:
    """They are kept and shown; a word more, and the ticket is open again."""
    await resolved(house)
    await house.writes(EVA, "Thank you very much!")
    ticket = await house.ticket(1)
    assert ticket.status is Status.RESOLVED
    assert [due.kind for due in await house.scheduled()] == [FollowUpKind.CLOSE]
    async with house.begin() as uow:
        assert isinstance((await uow.timeline.of(1))[-1].event, CustomerWrote)
    await house.writes(EVA, "Thanks, but it is broken again")
    assert (await house.ticket(1)).status is Status.OPEN


@pytest.mark.parametrize(
    "words",
    [
        "Thanks!",
        "thank you so much",
        "¡Muchísimas gracias por todo!",
        "Спасибо большое 🙏",
        "Благодарю вас!",
        "Muito obrigada pela ajuda",
        "خیلی ممنون",
        "سپاسگزارم از شما",
        "👍🏽",
        "❤️ 🙏",
    ],
)
def test_a_bare_thank_you(words: str) -> None:
    """In each of the desk's languages, and in signs."""
    assert is_thanks(Content(words))


@pytest.mark.parametrize(
    "words",
    [
        "Thanks, but it still fails",
        "Thank you? For what?",
        "Gracias, pero no funciona",
        "Спасибо, но не помогло",
        "Obrigado, mas não chegou",
        "ممنون ولی نرسید",
        "ok",
        "👎",
        "",
        "help",
    ],
)
def test_more_than_thanks(words: str) -> None:
    """A doubt opens the ticket: better once too often."""
    assert not is_thanks(Content(words))


@given(st.text(max_size=200), st.sampled_from(ContentKind))
def test_any_words_can_be_asked_about(words: str, kind: ContentKind) -> None:
    """Nothing that people write breaks it, and a medium is never bare thanks."""
    assert not (is_thanks(Content(words, kind)) and kind is not ContentKind.TEXT)
