"""How locks, held words and suggestions look."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.callbacks import HeldPress, SuggestionPress
from bot.texts import Texts
from bot.views import drafting
from bot.views.card import CardView, card, state
from bot.views.rendered import MAX_TEXT
from bot.views.split import split
from orchestration.content import Content, ContentKind
from orchestration.events import DraftLock, Obstacle, RepliedPublicly, Suggested, SuggestionDeclined
from orchestration.people import Customer, Role, Staff
from orchestration.team.presence import LATELY, REMEMBERED, Presses, Seen, lately
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry

TEXTS = Texts.load()
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
JOE, MARIA = Staff(2, "Joe\n\u202e", Role.AGENT), Staff(3, "Maria", Role.AGENT)
LOCK = DraftLock(3, "Maria\n\u202e", Role.AGENT, NOW)
TICKET = Ticket.open(1, Customer(7, "Ana"), Content("Where?"), NOW, None)


def suggested(content: Content) -> Entry:
    return Entry(1, 5, NOW, JOE, Audience.INTERNAL, Suggested(4, content))


def test_a_card_is_not_edited_for_who_was_there() -> None:
    """They stand on it when it is shown, and are no part of what tells one card from another."""
    seen = CardView(TICKET, None, lately=(Seen("Joe", NOW),))
    unseen = CardView(TICKET, None)
    assert "👥 Here lately: Joe 09:30 UTC" in card(seen, TEXTS).text
    assert state(seen, TEXTS) == state(unseen, TEXTS)
    assert state(CardView(TICKET, None, lock=LOCK), TEXTS) != state(unseen, TEXTS)


def test_who_was_there_lately() -> None:
    """Each of the staff once, with their newest deed; a customer is no colleague."""
    ticket = Ticket.open(1, Customer(7, "Ana"), Content("Where?"), NOW, None)
    ticket.add_note(Content("Old"), MARIA, NOW - LATELY)
    ticket.add_note(Content("One"), JOE, NOW - timedelta(minutes=3))
    ticket.claim(MARIA, NOW - timedelta(minutes=2))
    ticket.add_note(Content("Two"), JOE, NOW)
    assert [each.name for each in lately(ticket.recorded, NOW)] == ["Maria", JOE.name]


def test_a_press_counts_as_being_there() -> None:
    """Beside the timeline, whichever is newer; of that ticket only, and no longer than a deed."""
    ticket = Ticket.open(1, Customer(7, "Ana"), Content("Where?"), NOW, None)
    ticket.add_note(Content("One"), JOE, NOW - timedelta(minutes=3))
    ticket.claim(MARIA, NOW - timedelta(minutes=2))
    presses = Presses()
    presses.note(1, JOE, NOW - timedelta(minutes=1))
    presses.note(1, MARIA, NOW - timedelta(minutes=4))
    presses.note(1, Staff(4, "Sam", Role.AGENT), NOW - LATELY)
    presses.note(2, Staff(5, "Xenia", Role.AGENT), NOW)
    seen = lately(ticket.recorded, NOW, presses.of(1))
    assert [(each.name, NOW - each.at) for each in seen] == [
        ("Maria", timedelta(minutes=2)),
        (JOE.name, timedelta(minutes=1)),
    ]


def test_presses_are_not_remembered_without_end() -> None:
    """The oldest goes first; whoever presses again is new again."""
    presses = Presses()
    for number in range(1, REMEMBERED + 1):
        presses.note(number, JOE, NOW)
    presses.note(1, JOE, NOW)
    presses.note(1, MARIA, NOW)
    assert [person for person, _ in presses.of(1)] == [JOE.id, MARIA.id]
    assert not presses.of(2)
    assert presses.of(3)


@pytest.mark.parametrize("obstacle", Obstacle)
@pytest.mark.parametrize("lock", [None, LOCK])
def test_a_question_says_why(obstacle: Obstacle, lock: DraftLock | None) -> None:
    """Its buttons fit Telegram, and Send anyway is there for those alone who may."""
    panel = drafting.question(obstacle, lock, 2**31 - 1, TEXTS, may_send=True)
    assert panel.words.text.startswith("Not sent: ")
    assert ("Maria is answering until 09:30 UTC" in panel.words.text) is (lock is not None)
    assert [each.label for each in panel.buttons[0]] == [
        "Send anyway",
        "As a suggestion",
        "Discard",
    ]
    for button in panel.buttons[0]:
        assert HeldPress.unpack(button.data).message == 2**31 - 1
        assert len(button.data.encode()) <= 64
    others = drafting.question(obstacle, lock, 1, TEXTS, may_send=False)
    assert [each.label for each in others.buttons[0]] == ["As a suggestion", "Discard"]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (SuggestionDeclined(5, 7), "Maria declined it."),
        (RepliedPublicly(Content("A"), suggestion=5), "Maria sent it to the customer."),
        (
            RepliedPublicly(Content("A"), suggestion=5, suggested=Content("B")),
            "Maria changed it and sent it to the customer.",
        ),
    ],
)
def test_a_suggestion_shows_what_became_of_it(
    event: SuggestionDeclined | RepliedPublicly, said: str
) -> None:
    """With buttons until then, and without any after."""
    entry = suggested(Content("It leaves today."))
    shown = drafting.suggestion(entry, TEXTS)
    assert shown.text == "💡 Joe suggests this answer:\nIt leaves today."
    assert shown.buttons is not None
    data = [each.callback_data or "" for each in shown.buttons.inline_keyboard[0]]
    assert [SuggestionPress.unpack(each).entry for each in data] == [5, 5, 5]
    decided = drafting.suggestion(entry, TEXTS, Entry(1, 6, NOW, MARIA, Audience.INTERNAL, event))
    assert decided.text.endswith(said)
    assert decided.buttons is None


def test_a_suggested_medium_is_named() -> None:
    """It stands in its author's own message, below which the suggestion is."""
    shown = drafting.suggestion(suggested(Content("", ContentKind.PHOTO)), TEXTS)
    assert shown.text == "💡 Joe suggests this answer:\n[photo]"


def test_a_long_suggestion_bears_its_buttons_last() -> None:
    """Telegram takes so much in one message."""
    pieces = split(drafting.suggestion(suggested(Content("x" * MAX_TEXT)), TEXTS))
    assert [piece.buttons is not None for piece in pieces] == [False, True]
