"""What is gathered: everything, once, in order, in messages that Telegram takes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.outgoing.budget import Budget
from bot.outgoing.gathering import gathered
from bot.outgoing.jobs import Job
from bot.outgoing.merging import neighbours
from bot.texts import Texts
from bot.views.rendered import MAX_TEXT
from orchestration.content import Content
from orchestration.deliveries import alert, card, to_topic
from orchestration.delivery import Delivery
from orchestration.people import Customer
from orchestration.ports import Pending
from orchestration.sentences import StaffSentence
from orchestration.ticket import Ticket

TEXTS = Texts.load()
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
THEN = NOW + timedelta(seconds=15)
ANA = Customer(7, "Ana")
ALERT = alert(1, StaffSentence.RELEASED_LEFT, {})


def _jobs(words: list[str]) -> list[Job]:
    ticket = Ticket.open(1, ANA, Content("Hi"), NOW, None)
    entries = [ticket.receive(Content(each), NOW) for each in words]
    return [
        Job(Pending(number, to_topic(entry, gathers=THEN), not_before=THEN), entry=entry)
        for number, entry in enumerate(entries, 1)
    ]


def _pending(*deliveries: Delivery) -> list[Pending]:
    return [
        Pending(number, delivery, not_before=delivery.not_before)
        for number, delivery in enumerate(deliveries, 1)
    ]


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=1500), max_size=20))
def test_nothing_is_left_out_and_the_order_stays(words: list[str]) -> None:
    """Message after message, each one that Telegram takes, until all is shown."""
    jobs = _jobs(words)
    said: list[str] = []
    while jobs:
        whole, count = gathered(jobs, TEXTS)
        assert 0 < count <= len(jobs)
        again, _ = gathered(jobs[:count], TEXTS)
        assert again == whole
        assert len(whole.text) <= MAX_TEXT
        said += whole.text.partition("\n")[2:]
        jobs = jobs[count:]
    rest = "\n\n".join(said)
    for each in words:
        before, found, rest = rest.partition(each)
        assert found
        assert not before.strip("\n")


def test_a_run_waits_for_company_until_something_else_comes() -> None:
    """Then none can come any more; the card, which comes after everything, does not count."""
    budget = Budget(0, 0, 0)
    one, two = (job.delivery for job in _jobs(["a", "b"]))
    alone = budget.plan(_pending(one, two, card(1)), NOW, 0.0)
    assert (alone.go, alone.again) == ((), 15.0)
    (head,) = budget.plan(_pending(one, two, ALERT), NOW, 0.0).go
    assert head.delivery == one
    pending = _pending(one, two, ALERT, two)
    assert [each.id for each in neighbours(head, pending, NOW, ())] == [2]


def test_what_was_put_off_keeps_its_time() -> None:
    """A refusal by Telegram is no company."""
    budget = Budget(0, 0, 0)
    (one,) = (job.delivery for job in _jobs(["a"]))
    tried = Pending(1, one, attempts=1, not_before=THEN)
    assert budget.plan([tried, Pending(2, ALERT)], NOW, 0.0).go == ()
