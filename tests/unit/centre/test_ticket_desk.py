"""What the desk and its specialists do to a ticket, and what may leave it."""

import re
from collections.abc import Callable
from enum import StrEnum

import pytest

from orchestration import deliveries
from orchestration.content import Content, ContentKind, MessageRef
from orchestration.deliveries import NotForCustomers
from orchestration.delivery import Delivery, Lane, MarkMessage, SendEntry, ShowEntry
from orchestration.events import (
    Alerted,
    DeliveryFailed,
    Released,
    ReleaseReason,
    SystemSaid,
    Triaged,
    Urgency,
)
from orchestration.people import SYSTEM, Person
from orchestration.sentences import PublicSentence, StaffSentence
from orchestration.status import Status
from orchestration.ticket import Ticket, Triage
from orchestration.timeline import Audience, Entry
from tests.refusals import refusals
from tests.unit.centre.cast import (
    ANNA,
    BEN,
    LATER,
    MAX,
    NOW,
    READER,
    READING,
    SAM,
    known,
    ticket,
    words,
)


def test_the_desk_says_fixed_sentences() -> None:
    """A sentence of the desk is public, its own, and moves nothing."""
    said = ticket()
    entry = said.say(PublicSentence.RECEIPT, {"ticket": 142}, LATER)
    assert entry.event == SystemSaid(PublicSentence.RECEIPT, {"ticket": 142})
    assert (entry.audience, entry.actor, entry.move) == (Audience.PUBLIC, SYSTEM, None)


def test_a_reading_is_kept_inside() -> None:
    """Triage is taken over with its urgency, by its specialist."""
    read = ticket()
    entry = read.take_triage(READING, 2, READER, LATER)
    assert (read.triage, read.urgency) == (READING, Urgency.HIGH)
    assert entry.event == Triaged("order_status", Urgency.HIGH, "en", about=2)
    assert (entry.audience, entry.actor) == (Audience.INTERNAL, READER)


def test_a_reading_never_lowers_urgency() -> None:
    """What was urgent stays so, whatever a later reading says."""
    read = ticket()
    read.take_triage(READING, 2, READER, NOW)
    read.take_triage(Triage("greeting", Urgency.LOW, None), 3, READER, LATER)
    assert read.urgency is Urgency.HIGH


def test_the_desk_alerts_loses_and_fails_inside() -> None:
    """An alert, a departure and a failed delivery are internal entries of the desk."""
    owned = ticket(Status.OPEN, ANNA)
    entries = [
        owned.alert("unclaimed", LATER),
        owned.delivery_failed(3, "bot was blocked by the user", LATER),
        owned.lose_primary(LATER),
    ]
    assert [entry.event for entry in entries] == [
        Alerted("unclaimed"),
        DeliveryFailed(3, "bot was blocked by the user"),
        Released(11, ReleaseReason.LEFT),
    ]
    assert {(entry.audience, entry.actor) for entry in entries} == {(Audience.INTERNAL, SYSTEM)}
    assert owned.primary is None


@pytest.mark.parametrize(
    ("before", "lost", "after"),
    [
        (Status.WAITING_CUSTOMER, True, Status.OPEN),
        (Status.WAITING_CUSTOMER, False, Status.WAITING_CUSTOMER),
        (Status.RESOLVED, True, Status.RESOLVED),
        (Status.WAITING_EXPERT, True, Status.WAITING_EXPERT),
    ],
)
def test_a_lost_answer_leaves_the_next_word_with_staff(
    before: Status, after: Status, *, lost: bool
) -> None:
    """One that is only held does not, nor does a parting word."""
    answered = ticket(before, ANNA)
    entry = answered.delivery_failed(3, "no", LATER, lost=lost)
    assert answered.status is after
    assert (entry.move is not None) is (before is not after)


Verb = Callable[[Ticket], Entry]
INSIDE: dict[str, Verb] = {
    "opened": lambda _: Ticket.open(142, ticket().customer, words(), NOW, None).recorded[0],
    "claimed": lambda t: t.claim(SAM, LATER),
    "assigned": lambda t: t.assign(known(BEN), SAM, LATER),
    "released": lambda t: t.release(ANNA, LATER),
    "left": lambda t: t.lose_primary(LATER),
    "note": lambda t: t.add_note(words(), ANNA, LATER),
    "a specialist's note": lambda t: t.add_note(words(), READER, LATER),
    "status": lambda t: t.set_status(Status.SNOOZED, ANNA, LATER),
    "people called": lambda t: t.call_people(LATER),
    "settled": lambda t: t.settle_by_customer(LATER),
    "triaged": lambda t: t.take_triage(READING, 2, READER, LATER),
    "alerted": lambda t: t.alert("unclaimed", LATER),
    "failed": lambda t: t.delivery_failed(3, "blocked", LATER),
}


@pytest.mark.parametrize("verb", INSIDE.values(), ids=INSIDE)
def test_what_is_internal_never_goes_to_a_customer(verb: Verb) -> None:
    """No internal entry becomes a delivery to a customer."""
    owned = ticket(Status.OPEN, ANNA)
    entry = verb(owned)
    assert entry.audience is Audience.INTERNAL
    with pytest.raises(NotForCustomers):
        deliveries.to_customer(owned, entry)


def test_a_customers_own_words_are_not_sent_back() -> None:
    """Public as they are, they came from the customer."""
    written = ticket()
    with pytest.raises(NotForCustomers):
        deliveries.to_customer(written, written.receive(words(), LATER))


def test_another_tickets_answer_is_not_sent() -> None:
    """An entry goes to the customer of its own ticket, never to another's."""
    other = Ticket.open(143, MAX, words(), NOW, None)
    entry = ticket().reply_publicly(words(), ANNA, LATER)
    with pytest.raises(NotForCustomers):
        deliveries.to_customer(other, entry)


def test_a_public_answer_is_sent() -> None:
    """An answer goes to its customer first of all."""
    answered = ticket()
    entry = answered.reply_publicly(words(), ANNA, LATER)
    sent = deliveries.to_customer(answered, entry)
    body = SendEntry(entry.ref)
    assert sent == Delivery(Lane.REPLY, body, 142, 7, audience=Audience.PUBLIC)


def test_what_the_topic_is_shown() -> None:
    """A topic sees everything: what was said publicly before notes."""
    shown = ticket()
    said = deliveries.to_topic(shown.receive(words(), LATER))
    noted = deliveries.to_topic(shown.add_note(words(), ANNA, LATER))
    assert (said.lane, said.chat, said.audience) == (Lane.RELAY, None, Audience.PUBLIC)
    assert (noted.lane, noted.chat, noted.audience) == (Lane.NOTE, None, Audience.INTERNAL)
    assert isinstance(noted.body, ShowEntry)


def test_lanes_go_in_the_promised_order() -> None:
    """Reply before alert before the customer's words before notes before what is cosmetic."""
    order = ["REPLY", "ALERT", "RELAY", "NOTE", "COSMETIC"]
    assert [lane.name for lane in sorted(Lane)] == order


def test_cosmetics_collapse_to_the_newest() -> None:
    """Card, menu, pin and title of one ticket replace their own kind only."""
    made = [
        deliveries.card(142),
        deliveries.card_menu(142, None),
        deliveries.pin(142),
        deliveries.dress(142),
        deliveries.card(143),
    ]
    assert len({each.collapse for each in made}) == len(made)
    assert deliveries.opening_card(142).collapse is None


@pytest.mark.parametrize("sentences", [PublicSentence, StaffSentence])
def test_sentences_are_named_for_the_texts(sentences: type[StrEnum]) -> None:
    """Every sentence has a name that a texts file can hold, and no two share one."""
    assert all(re.fullmatch(r"[a-z][a-z-]*", sentence.value) for sentence in sentences)
    assert not {*PublicSentence} & {*StaffSentence}


def test_every_error_has_its_own_text() -> None:
    """Each refusal is worded for itself."""
    texts = [kind.text for kind in refusals()]
    assert len(texts) > 10
    assert len(set(texts)) == len(texts)
    assert all(re.fullmatch(r"error-[a-z-]+", text) for text in texts)


def test_people_are_mentioned_by_what_notifies_them() -> None:
    """A user name where there is one, else the name."""
    assert Person(1, "Eva", "eva").mention == "@eva"
    assert Person(1, "Eva").mention == "Eva"


def test_a_delivered_answer_is_marked() -> None:
    """The fate of a message shows on it when there is nothing better to do."""
    message = MessageRef(-1001, 5)
    marked = deliveries.mark(142, message)
    assert marked == Delivery(Lane.COSMETIC, MarkMessage(message), 142)


def test_a_caption_is_not_all_there_is() -> None:
    """Only a text is its words."""
    assert Content("words").is_text
    assert not Content("words", ContentKind.PHOTO).is_text
