"""The digest of a shift: who waits for what, in one message."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.texts import Texts
from bot.views.rendered import MAX_TEXT
from bot.views.shift import digest
from orchestration.content import Content, MessageRef
from orchestration.events import Urgency
from orchestration.events.sla import ClockKind
from orchestration.events.team import Consultation
from orchestration.people import Customer
from orchestration.sla.clocks import SlaClock, Stage
from orchestration.sla.policy import Policy
from orchestration.status import Status
from orchestration.team.shift_digest import Digest, Left
from orchestration.ticket import Primary, Ticket

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
TEXTS = Texts.load()


def left(number: int, subject: str = "Where is my order?") -> Left:
    """An open ticket, with a topic to go to."""
    ticket = Ticket.open(number, Customer(7, "Eva"), Content(subject), NOW, None)
    return Left(ticket, None, MessageRef(-1001234, 10 + number))


def test_who_waits_for_what() -> None:
    """By urgency, with expert, owner and deadline; each number leads to its topic."""
    first, second = left(1), left(2)
    first.ticket.urgency, first.ticket.status = Urgency.URGENT, Status.WAITING_EXPERT
    first.ticket.consultation = Consultation(13, "Xenia", 11, NOW)
    first.ticket.primary = Primary(11, "Anna")
    due = NOW + timedelta(hours=1)
    clock = SlaClock(ClockKind.NEXT_RESPONSE, "always", since=NOW, told=Stage.AT_RISK, due=due)
    shown = digest(Digest([Left(first.ticket, clock, first.topic), second]), Policy(), TEXTS)
    soon = "⏳ Next response at risk, due 2026-11-20 21:00 UTC"
    assert shown.text.splitlines() == [
        "🤝 Left open for your shift:",
        "▪️ urgent",
        f"#1 Where is my order? — waiting for an expert (Xenia) · Anna · {soon}",
        "▪️ normal",
        "#2 Where is my order? — new · nobody answers it",
    ]
    assert [each.url for each in shown.entities] == [
        "https://t.me/c/1234/11",
        "https://t.me/c/1234/12",
    ]


@pytest.mark.parametrize("language", sorted(TEXTS.languages))
def test_as_many_as_fit(language: str) -> None:
    """The others are counted, whatever the language and however long the subjects."""
    many = [left(number, "Ω" * 200) for number in range(1, 201)]
    shown = digest(Digest(many, more=True), Policy(), TEXTS, language, late="20:00 UTC")
    assert len(shown.text) <= MAX_TEXT
    listed = sum(line.count("Ω" * 50) for line in shown.text.splitlines())
    assert listed == len(shown.entities)
    assert str(200 - listed) in shown.text.splitlines()[-1]
    assert "20:00 UTC" in shown.text.splitlines()[0]


def test_nothing_is_left() -> None:
    """Who comes reads that, instead of wondering."""
    assert digest(Digest([]), Policy(), TEXTS).text == "🤝 Nothing is left open for your shift."
