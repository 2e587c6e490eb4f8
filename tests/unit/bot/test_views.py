"""How cards, entries and topics look, word for word."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from aiogram.types import InlineKeyboardMarkup
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import Texts
from bot.views import topic
from bot.views.buttons import ask_owner, choices
from bot.views.card import CardView, card
from bot.views.entry import NothingToShow, signature, to_customer, to_staff
from bot.views.escalation import briefing
from bot.views.rendered import MAX_TEXT, Rendered, plain
from bot.views.sentence import sentence
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.content import Content, ContentKind, Entity, MessageRef
from orchestration.delivery import CardMenu
from orchestration.desk import DEFAULT_QUEUE, Queue, Signature
from orchestration.events import (
    CustomerWrote,
    DraftLock,
    Event,
    NoteAdded,
    RepliedPublicly,
    SystemSaid,
    Urgency,
)
from orchestration.events.team import (
    Consultation,
    Consulted,
    Decided,
    Decision,
    HandedOver,
    Part,
    Participant,
)
from orchestration.people import SYSTEM, Customer, Person, Role, Specialist, Staff
from orchestration.sentences import PublicSentence
from orchestration.status import Status
from orchestration.team.absence import Absence
from orchestration.team.presence import Seen
from orchestration.ticket import Primary, Ticket, Triage
from orchestration.timeline import Audience, Entry

TEXTS = Texts.load()
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
ANA = Customer(100001, "Ana")
OWNER = Primary(100003, "Maria")
MARIA = Staff(100003, "Maria Lopez", Role.AGENT)


def a_ticket(words: str = "Where is 😀 my parcel?", **different: object) -> Ticket:
    ticket = Ticket.open(142, ANA, Content(words), NOW, None)
    return replace(ticket, **different)  # type: ignore[arg-type]


def shown(content: Content, ticket: Ticket | None = None) -> Rendered:
    return card(CardView(ticket or a_ticket(), content), TEXTS)


def labels(keyboard: InlineKeyboardMarkup | None) -> list[list[str]]:
    return [[button.text for button in row] for row in keyboard.inline_keyboard] if keyboard else []


def marked(rendered: Rendered) -> list[tuple[str, str]]:
    raw = rendered.text.encode("utf-16-le")
    return [
        (e.type, raw[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le"))
        for e in rendered.entities
    ]


def test_a_new_tickets_card() -> None:
    """Number, subject, customer, status, owner, the words, and how to answer."""
    words = Content("Where is 😀 my parcel?", entities=(Entity("bold", 9, 5),))
    rendered = shown(words)
    assert rendered.text == (
        "#142 · Where is 😀 my parcel?\n"
        "👤 Ana\n"
        "❗ new since 2026-11-21 09:30 UTC\n"
        "🙋 Answered by nobody yet\n"
        "\n"
        "Where is 😀 my parcel?\n"
        "\n"
        "Reply to this message to answer Ana."
    )
    assert marked(rendered) == [
        ("bold", "#142 · Where is 😀 my parcel?"),
        ("text_mention", "Ana"),
        ("blockquote", "Where is 😀 my parcel?"),
        ("bold", "😀 my"),
        ("italic", "Reply to this message to answer Ana."),
    ]
    assert rendered.entities[1].user is not None
    assert rendered.entities[1].user.id == ANA.id


def test_a_worked_on_tickets_card() -> None:
    """Owner, triage and the ticket before are lines of their own."""
    ticket = a_ticket(
        status=Status.WAITING_EXPERT,
        primary=Primary(100003, "Maria"),
        triage=Triage("order_status", Urgency.HIGH, "es"),
        urgency=Urgency.HIGH,
        previous=141,
    )
    assert shown(Content("Hola"), ticket).text.splitlines()[2:6] == [
        "🔎 waiting for an expert since 2026-11-21 09:30 UTC",
        "🙋 Answered by Maria",
        "🏷 Urgency high · about order status · in Spanish",
        "🔗 Continues #141",
    ]


def test_times_are_those_of_the_desks_own_clocks() -> None:
    """Each names its zone; one without a name says how far it is from UTC."""
    asked = Consultation(5, "Joe", OWNER.id, NOW)
    view = CardView(
        a_ticket(primary=OWNER, consultation=asked),
        None,
        absence=Absence(OWNER.id, NOW + timedelta(days=1)),
        ahead=FollowUp(142, FollowUpKind.CLOSE, NOW),
        lock=DraftLock(5, "Joe", Role.AGENT, NOW),
        lately=(Seen("Joe", NOW), Seen("Maria", NOW + timedelta(minutes=1))),
    )
    said = card(view, TEXTS.of_desk("Europe/Madrid")).text
    for words in (
        "new since 2026-11-21 10:30 CET",
        "Joe is asked since 2026-11-21 10:30 CET",
        "until 2026-11-22 10:30 CET",
        "by itself on 2026-11-21 10:30 CET",
        "Joe is answering until 10:30 CET",
        "Here lately: Joe 10:30, Maria 10:31 CET",
    ):
        assert words in said
    assert "UTC" not in said
    wrote = view.ticket.receive(Content("Hi"), NOW)
    *_, state, expert = briefing(view.ticket, [wrote], TEXTS.of_desk("Europe/Madrid"), None)
    assert "new since 2026-11-21 10:30 CET" in state
    assert "Joe is asked since 2026-11-21 10:30 CET" in expert
    assert "since 2026-11-21 15:15 UTC+0545" in card(view, TEXTS.of_desk("Asia/Kathmandu")).text


def test_how_a_ticket_is_filed_stands_on_its_card() -> None:
    """Queue and tags in one line, the tickets that it has to do with below."""
    ticket = a_ticket(
        queue="billing",
        tags=("vip", "refund"),
        links=(7, 9),
        absorbed=(140,),
        merged_into=150,
        urgency=Urgency.LOW,
        priority_set=True,
    )
    assert shown(Content("Hola"), ticket).text.splitlines()[4:9] == [
        "🗂 Queue billing · #vip #refund",
        "🏷 Urgency low",
        "🔗 Has to do with #7, #9",
        "📥 Goes on here: #140",
        "📤 Goes on in #150",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (Content("x" * 601), "x" * 600 + "…\n\nThe whole message follows below."),
        (Content("", ContentKind.VOICE), "\n\n[voice message] follows below."),
        (Content("It broke", ContentKind.PHOTO), "It broke\n\n[photo] follows below."),
    ],
)
def test_what_does_not_fit_the_card_follows(content: Content, said: str) -> None:
    """The card says so."""
    assert said in shown(content).text


def test_a_customers_quote_is_not_quoted_twice() -> None:
    """Telegram refuses a quote within a quote."""
    content = Content("one two", entities=(Entity("blockquote", 0, 3), Entity("url", 4, 3)))
    assert [kind for kind, _ in marked(shown(content))].count("blockquote") == 1


@given(st.text(), st.text(max_size=2000), st.text(max_size=2000))
def test_nothing_typed_makes_a_card_too_long_or_its_lines_more(
    subject: str, name: str, words: str
) -> None:
    """Whoever is called "Ana⏎Answered by Sam" stays one line."""
    ticket = a_ticket(
        subject=subject, customer=Customer(1, name), primary=Primary(2, name), previous=1
    )
    rendered = shown(Content(words), ticket)
    assert len(rendered.text) <= MAX_TEXT
    head = rendered.text.split("\n\n", 1)[0]
    assert head.count("\n") == 4


@pytest.mark.parametrize(
    ("status", "owner", "expected"),
    [
        (
            Status.NEW,
            None,
            [["✍ Answer", "Claim", "Assign…"], ["Status…", "Resolve"], ["📋", "People…", "More…"]],
        ),
        (
            Status.WAITING_EXPERT,
            OWNER,
            [
                ["✍ Answer", "Release", "Assign…"],
                ["Status…", "Resolve"],
                ["📋", "People…", "More…"],
            ],
        ),
        (Status.RESOLVED, OWNER, [["Reopen", "Close"], ["More…"]]),
        (Status.CLOSED, None, [["More…"]]),
    ],
)
def test_the_buttons_are_what_can_be_done(
    status: Status, owner: Primary | None, expected: list[list[str]]
) -> None:
    """By status and ownership."""
    rendered = shown(Content("Hi"), a_ticket(status=status, primary=owner))
    assert labels(rendered.buttons) == expected


def test_the_menu_of_statuses_is_the_table_of_moves() -> None:
    """Two a row, and the way back."""
    view = CardView(a_ticket(status=Status.SNOOZED), Content("Hi"), CardMenu.STATUS)
    assert labels(card(view, TEXTS).buttons) == [
        ["open", "waiting for the customer"],
        ["waiting for an expert", "waiting for approval"],
        ["resolved", "closed"],
        ["Back"],
    ]


def test_a_card_names_the_people_of_its_ticket() -> None:
    """What was decided, who is asked since when, who works along, and who watches."""
    people = [Participant(n, f"P{n}", Part.COLLABORATOR) for n in range(1, 9)]
    ticket = a_ticket(
        status=Status.WAITING_EXPERT,
        participants=(*people, Participant(9, "Wanda", Part.WATCHER)),
        consultation=Consultation(4, "Xenia", 1, NOW),
        decision=Decision(3, "Sam", "Refund both."),
    )
    text = shown(Content("Hi"), ticket).text
    assert "⚖️ Decided by Sam: Refund both.\n❓ Xenia is asked since 2026-11-21 09:30 UTC\n" in text
    assert "🤝 Working along: P1, P2, P3, P4, P5, P6 and 2 more\n👀 Watching: Wanda\n" in text


def test_the_menu_of_the_team_offers_those_who_are_not_in() -> None:
    """To work along, to watch, to leave, and to bring in whoever is not in it yet."""
    staff = [Person(number, f"P{number}", role=Role.AGENT) for number in range(4)]
    joined = (Participant(1, "P1", Part.COLLABORATOR), Participant(2, "P2", Part.WATCHER))
    ticket = a_ticket(primary=Primary(0, "P0"), participants=joined)
    keyboard = card(CardView(ticket, None, CardMenu.TEAM, staff), TEXTS).buttons
    assert labels(keyboard) == [["Work along", "Watch"], ["Leave", "+ P2"], ["+ P3"], ["Back"]]
    assert keyboard is not None
    assert keyboard.inline_keyboard[1][1].callback_data == "t:invite:142:2"


@pytest.mark.parametrize(
    ("event", "head"),
    [
        (HandedOver(4, "Joe", Content("Look twice.")), "Maria Lopez handed this over to Joe"),
        (Consulted(4, "Joe", Content("Look twice.")), "Maria Lopez asked Joe"),
        (Decided(Content("Look twice.")), "⚖️ Maria Lopez decided"),
    ],
)
def test_what_colleagues_say_to_each_other_is_headed(event: Event, head: str) -> None:
    """So it reads where a topic is built anew."""
    entry = Entry(142, 3, NOW, MARIA, Audience.INTERNAL, event)
    assert to_staff(entry, TEXTS).text == f"{head}\nLook twice."


def test_the_menu_of_people_leaves_the_owner_out() -> None:
    """At most ten others, two a row; the button bears the person's id."""
    staff = [Person(number, f"P{number}", role=Role.AGENT) for number in range(20)]
    view = CardView(a_ticket(primary=Primary(0, "P0")), None, CardMenu.ASSIGN, staff)
    keyboard = card(view, TEXTS).buttons
    assert labels(keyboard) == [
        ["P1", "P2"],
        ["P3", "P4"],
        ["P5", "P6"],
        ["P7", "P8"],
        ["P9", "P10"],
        ["Back"],
    ]
    assert keyboard is not None
    assert keyboard.inline_keyboard[0][0].callback_data == "t:to:142:1"


def test_other_buttons() -> None:
    """A choice of tickets, and asking an owner; data stays under 64 bytes."""
    chosen = choices({"#1 " + "x" * 90: 1})
    assert chosen is not None
    assert len(chosen.inline_keyboard[0][0].text) == 60
    assert chosen.inline_keyboard[0][0].callback_data == "c:1"
    assert choices({}) is None
    assert labels(ask_owner(142, "Maria", TEXTS)) == [["Ask Maria"]]


def entry_of(event: object, actor: object = MARIA, audience: Audience = Audience.PUBLIC) -> Entry:
    return Entry(142, 4, NOW, actor, audience, event)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("event", "actor", "text"),
    [
        (CustomerWrote(Content("And now?")), ANA, "Ana\nAnd now?"),
        (CustomerWrote(Content("", ContentKind.PHOTO)), ANA, "Ana"),
        (NoteAdded(Content("Look")), Specialist("triage", "Triage"), "Triage · note\nLook"),
        (RepliedPublicly(Content("Here")), MARIA, "Maria Lopez → customer\nHere"),
        (
            SystemSaid(PublicSentence.RECEIPT, {"ticket": 142}),
            SYSTEM,
            "Desk → customer\nThank you. Your request is #142; we will answer here.",
        ),
    ],
)
def test_entries_in_the_topic(event: object, actor: object, text: str) -> None:
    """Each is headed by who said it."""
    assert to_staff(entry_of(event, actor), TEXTS).text == text


def test_the_customers_formatting_moves_below_their_name() -> None:
    """Offsets count UTF-16 units."""
    content = Content("no 😀 yes", entities=(Entity("bold", 6, 3),))
    rendered = to_staff(entry_of(CustomerWrote(content), Customer(1, "😀Ana")), TEXTS)
    assert marked(rendered) == [("bold", "😀Ana"), ("bold", "yes")]


@pytest.mark.parametrize(
    ("kind", "author", "signed"),
    [
        (Signature.NONE, MARIA, "Hello"),
        (Signature.FIRST_NAME, MARIA, "Hello\n\n— Maria"),
        (Signature.TEAM, MARIA, "Hello\n\n— Support"),
        (Signature.FIRST_NAME, replace(MARIA, anonymous=True), "Hello\n\n— Support"),
    ],
)
def test_replies_are_signed_as_the_queue_decides(
    kind: Signature, author: Staff, signed: str
) -> None:
    """Not at all, with the first name, or as the team; an anonymous administrator as the team."""
    queue = Queue("support", "Support", kind)
    entry = entry_of(RepliedPublicly(Content("Hello")), author)
    assert to_customer(entry, queue, TEXTS, None).text == signed


def test_the_desk_itself_signs_nothing() -> None:
    """Its sentences are its own."""
    queue = Queue("support", "Support", Signature.TEAM)
    entry = entry_of(SystemSaid(PublicSentence.RECEIPT, {"ticket": 7}), SYSTEM)
    assert signature(entry, queue) == ""
    assert to_customer(entry, queue, TEXTS, "es").text.startswith("Gracias.")


@pytest.mark.parametrize("event", [NoteAdded(Content("psst")), CustomerWrote(Content("me"))])
def test_only_replies_and_the_desks_sentences_have_words_for_customers(event: object) -> None:
    """A note does not even render."""
    with pytest.raises(NothingToShow):
        to_customer(entry_of(event), DEFAULT_QUEUE, TEXTS, None)


def test_titles_and_icons() -> None:
    """Title within 128 characters; an icon only where Telegram offers it."""
    assert topic.title(a_ticket(subject="One\nline")) == "#142 One line"
    assert len(topic.title(a_ticket(subject="x" * 300))) == 128
    assert topic.icon(Status.NEW, {"❗": "77"}) == "77"
    assert topic.icon(Status.OPEN, {"❗": "77"}) is None
    assert topic.without_style("❗️") == "❗"
    assert set(topic.ICONS) == set(Status)


@pytest.mark.parametrize(
    ("status", "now", "closed"),
    [
        (Status.OPEN, True, False),
        (Status.RESOLVED, True, True),
        (Status.RESOLVED, False, False),
        (Status.CLOSED, False, True),
    ],
)
def test_a_closed_tickets_topic_is_closed_and_a_resolved_ones_stays(
    *, status: Status, now: bool, closed: bool
) -> None:
    """Agents cannot write into a closed topic, and a resolved ticket still takes their words."""
    assert topic.closed(status, now=now) is closed


def test_names_are_harmless_inside_sentences() -> None:
    """No line breaks and no direction marks; a prepared list keeps its lines."""
    assert plain("Ana\n\u202eevil") == "Ana evil"
    assert sentence("receipt", {"ticket": 1}, TEXTS).text.endswith("answer here.")
    said = sentence("assigned", {"who": "@joe", "by": "Ana\nOK", "ticket": 7}, TEXTS)
    assert said.text == "@joe, Ana OK gave you #7."
    listed = sentence("queue", {"count": 2, "more": 0, "lines": "#1 a\n#2 b"}, TEXTS)
    assert listed.text == "2 tickets are not done:\n#1 a\n#2 b"


def test_a_source_is_not_shown() -> None:
    """Where the original stands is for copying."""
    content = Content("", ContentKind.PHOTO, source=MessageRef(1, 2))
    assert to_staff(entry_of(CustomerWrote(content), ANA), TEXTS).text == "Ana"
