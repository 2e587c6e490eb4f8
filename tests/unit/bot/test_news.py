"""How staff are told: what fits one message, with a link a ticket, and names that notify."""

from dataclasses import replace

from bot.outgoing.jobs import News
from bot.outgoing.news import news_for
from bot.texts import Texts
from bot.views.news import link_to, naming, told_privately
from bot.views.rendered import MAX_TEXT, units
from orchestration.answering import holding
from orchestration.escalating import verbs
from orchestration.events import (
    ClockAtRisk,
    ClockBreached,
    ConsultationWithdrawn,
    Escalated,
    Obstacle,
    ReplyHeld,
)
from orchestration.events.sla import ClockKind
from orchestration.people import SYSTEM, Person
from orchestration.ports import Place
from orchestration.sentences import Facts, StaffSentence
from orchestration.status import Status
from orchestration.team import teamwork
from orchestration.telling.notice import Cause, Notice
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry
from tests.fakes import FakeStore
from tests.unit.centre.cast import ADA, ANNA, BEN, EVA, LATER, NOW, SAM, known, words

TEXTS = Texts.load()
FIRST = ClockKind.FIRST_RESPONSE


def _ticket(number: int, subject: str = "Where is my order?") -> Ticket:
    return Ticket.open(number, EVA, words(subject), NOW, None)


def _news(number: int, *causes: Cause, subject: str = "Where is my order?") -> News:
    """A ticket that Anna works on, with a notice to Ben for each cause."""
    ticket = _ticket(number, subject)
    did = {
        Cause.NEW_TICKET: lambda: ticket.recorded[0],
        Cause.CUSTOMER_WROTE: lambda: ticket.receive(words(), NOW),
        Cause.MENTIONED: lambda: ticket.add_note(words("@ben"), ANNA, NOW),
        Cause.ASSIGNED: lambda: ticket.assign(known(BEN), ADA, NOW),
        Cause.HANDED_OVER: lambda: teamwork.hand_over(ticket, known(SAM), words(), ANNA, NOW),
        Cause.RELIEVED: lambda: ticket.claim(ADA, NOW),
        Cause.CONSULTED: lambda: teamwork.consult(ticket, known(BEN), words(), ADA, NOW),
        Cause.INVITED: lambda: teamwork.invite(ticket, [known(BEN)], ADA, NOW),
        Cause.ESCALATED: lambda: verbs.escalate(
            ticket, Escalated("second", "manager"), [known(BEN)], SYSTEM, NOW
        ),
        Cause.EXPERT_ANSWERED: lambda: ticket.add_note(words(), ANNA, NOW),
        Cause.EXPERT_LEFT: lambda: teamwork.lose(ticket, known(BEN), NOW),
        Cause.WITHDRAWN: lambda: ticket.record(
            ConsultationWithdrawn(BEN.id, "Ben"), ANNA, Audience.INTERNAL, NOW
        ),
        Cause.SUGGESTED: lambda: holding.suggest(ticket, _held(ticket), BEN, NOW),
        Cause.SUGGESTION_DECLINED: lambda: holding.decline(
            ticket, holding.suggest(ticket, _held(ticket), BEN, NOW), SAM, NOW
        ),
        Cause.LOOK_WANTED: lambda: ticket.set_status(Status.SNOOZED, SAM, NOW),
        Cause.APPROVAL_WANTED: lambda: ticket.set_status(Status.WAITING_APPROVAL, SAM, NOW),
        Cause.DECIDED: lambda: teamwork.decide(ticket, words(), SAM, NOW),
        Cause.STATUS_REACHED: lambda: ticket.set_status(Status.RESOLVED, SAM, NOW),
        Cause.SLA_AT_RISK: lambda: _clock(ticket, ClockAtRisk(FIRST, NOW)),
        Cause.SLA_BREACHED: lambda: _clock(ticket, ClockBreached(FIRST, NOW, late=90)),
    }
    entries = [(cause, did[cause]()) for cause in causes]
    notices = [(Notice(BEN.id, entry.ref, cause, NOW), entry) for cause, entry in entries]
    return News(ticket, Place(number, -1001234, 70 + number), notices)


def _clock(ticket: Ticket, event: ClockAtRisk | ClockBreached) -> Entry:
    return ticket.record(event, SYSTEM, Audience.INTERNAL, NOW)


def _held(ticket: Ticket) -> Entry:
    return holding.hold(ticket, ReplyHeld(words(), Obstacle.OFFERED), BEN, NOW)


def test_every_cause_has_its_line() -> None:
    """The same once, what the customer wrote by its number, and the subject leads to the topic."""
    twice = (Cause.MENTIONED, Cause.MENTIONED, Cause.CUSTOMER_WROTE, Cause.CUSTOMER_WROTE)
    said, told = told_privately([_news(1, *Cause, *twice)], TEXTS, None)
    assert said.text.splitlines() == [
        "#1 Where is my order?",
        "• New in support",
        "• Eva wrote 3 times",
        "• Anna handed it over to you; what to know stands in its topic",
        "• Ada gave it to you",
        "• Ada relieved you of it",
        "• Ada asks you something; your next note in its topic is the answer",
        "• Ada asks you to work along",
        "• Escalated to you (second): the customer asks for a manager",
        "• Anna answered your question",
        "• Ben left without answering your question; /consult asks someone else",
        "• Your answer is not needed any more",
        "• Sam decided; the card says what",
        "• Ben suggests an answer",
        "• Sam declined your suggestion",
        "• Anna mentioned you",
        "• It is resolved and wants a supervisor's look",
        "• It waits for an approval",
        "• It is resolved now",
        f"• First response is due soon: {NOW:%Y-%m-%d %H:%M} UTC",
        f"• First response is overdue since {NOW:%Y-%m-%d %H:%M} UTC (noticed 90 minutes late)",
    ]
    assert len(told) == len(Cause) + len(twice)
    (link,) = said.entities
    assert (link.offset, link.length, link.url) == (0, 21, "https://t.me/c/1234/71")
    assert link_to(Place(1, -1001000000001, 5)) == "https://t.me/c/1000000001/5"


def test_what_does_not_fit_is_left_for_the_next_message() -> None:
    """Nothing is cut, and nothing is said twice."""
    news = [_news(number, Cause.MENTIONED, subject="word " * 30) for number in range(1, 100)]
    told = 0
    while news:
        said, now = told_privately(news, TEXTS, None)
        assert len(said.text) <= MAX_TEXT
        assert said.text.count("#") == len(now) == len(said.entities)
        told += len(now)
        news = news[len(now) :]
    assert told == 99


def test_a_ticket_whose_topic_is_not_there_yet_has_no_link() -> None:
    """It is told all the same."""
    said, _ = told_privately([replace(_news(1, Cause.NEW_TICKET), place=None)], TEXTS, None)
    assert said.entities == ()


def test_names_notify_with_a_user_name_and_without() -> None:
    """Whatever people are called."""
    people = [Person(1, "Joe", "joe"), Person(2, "😀 \ue000\nX"), Person(3, "\n")]
    facts: Facts = {"by": "\ue000 😀", "ticket": 7}
    said = naming(people, StaffSentence.MENTIONED, facts, TEXTS)
    assert said.text.startswith("@joe, 😀 \ue000 X, …, 😀 mentioned you in #7.")
    found = [(each.user.id if each.user else 0, each.offset, each.length) for each in said.entities]
    assert found == [(2, units("@joe, "), 6), (3, units("@joe, 😀 \ue000 X, "), 1)]


async def test_who_left_the_staff_is_told_nothing_of_what_waits() -> None:
    """A ticket's subject is for staff; what is due later waits on."""
    store = FakeStore()
    async with store.begin() as uow:
        ticket = _ticket(1)
        note = ticket.add_note(words("@ben"), ANNA, NOW)
        await uow.tickets.save(ticket)
        await uow.people.learn(known(BEN))
        await uow.notices.add(Notice(BEN.id, note.ref, Cause.MENTIONED, LATER))
        assert await news_for(uow, BEN.id, NOW) == []
        (news,) = await news_for(uow, BEN.id, LATER)
        assert (news.ticket.id, news.place) == (1, None)
        await uow.people.learn(replace(known(BEN), role=None))
        assert await news_for(uow, BEN.id, LATER) == ()
        assert await uow.notices.waiting(BEN.id) == []
