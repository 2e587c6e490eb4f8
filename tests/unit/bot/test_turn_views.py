"""The specialists' note: what people read, and that it is always one message."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import Texts
from bot.views.rendered import MAX_TEXT, Rendered, units
from bot.views.turn import turn
from orchestration.consulting.turns import Turn, put_together
from orchestration.content import Content
from orchestration.events import DraftDiscarded, Event, RepliedPublicly
from orchestration.events.specialists import (
    Advised,
    Call,
    Claim,
    ConflictDecided,
    Evidence,
    EvidenceKind,
    Fate,
    Handoff,
    PassedOn,
    ProposedAction,
    ReplyDrafted,
    RouteCorrected,
    Routed,
    SpecialistAsked,
)
from orchestration.people import SYSTEM, Actor, Role, Specialist, Staff
from orchestration.timeline import Audience, Entry
from tests.contract.cases import NOW

TEXTS = Texts.load()
BILLING, ORDERS = Specialist("billing", "Billing"), Specialist("orders", "Orders")
WRITER = Specialist("communication", "Communication")
MARIA = Staff(7, "Maria", Role.AGENT)
READ = Evidence(EvidenceKind.SYSTEM, "shop.find_order", "shop.find_order", "delivered", NOW)
ARTICLE = Evidence(EvidenceKind.ARTICLE, "returns/refund-times.md#1", "How long refunds take")


def entry(seq: int, by: Actor, event: Event) -> Entry:
    return Entry(1, seq, NOW, by, Audience.INTERNAL, event)


def stands(*later: tuple[Actor, Event], reply_draft: int | None = None) -> Turn:
    """A turn that began with entry 3, and what followed."""
    calls = (Call("billing", "Billing", "Twice?", 0.9),)
    begun = entry(3, SYSTEM, Routed(2, calls, "built-in"))
    entries = [entry(4 + place, *one) for place, one in enumerate(later)]
    return put_together(begun, entries, reply_draft)


def advised(note: str = "Charged once", **more: object) -> Advised:
    said = Advised(3, Fate.ADVISED, note, confidence=0.9, brain="built-in")
    return replace(said, **more)  # type: ignore[arg-type]


def shown(what: Turn) -> Rendered:
    return turn(what, None, "", TEXTS)


def labels(what: Rendered) -> list[str]:
    assert what.buttons is not None
    return [button.text for row in what.buttons.inline_keyboard for button in row]


def test_what_people_should_do_stands_below_the_lines() -> None:
    """Each once, with what calls for it."""
    refund = ProposedAction("Pay 9 EUR back", ARTICLE)
    other = replace(refund, words="Call\nthem")
    write = replace(refund, tool="billing.refund", arguments={"amount_minor": 900})
    note = shown(stands((BILLING, advised(actions=(refund, other, refund, write)))))
    assert note.text.splitlines()[2:] == [
        "👉 Pay 9 EUR back (How long refunds take)",
        "👉 Call them (How long refunds take)",
        "Made without a model.",
    ]


def test_a_line_each_and_the_rest_is_folded() -> None:
    """With what it rests on, and how sure it is."""
    note = shown(stands((BILLING, advised(details="Booked on Monday", evidence=(ARTICLE,)))))
    assert note.text.splitlines() == [
        "🧭 Specialists",
        "Billing · 90 % — Charged once",
        "Booked on Monday",
        "📄 How long refunds take [returns/refund-times.md#1]",
        "Made without a model.",
    ]
    (folded,) = [one for one in note.entities if one.type == "expandable_blockquote"]
    start = units(note.text[: note.text.index("Booked")])
    assert folded.offset == start
    assert labels(note) == ["🔄 Ask again"]


@pytest.mark.parametrize(
    ("fate", "words"),
    [(Fate.LATE, "still reading"), (Fate.FAILED, "failed")],
)
def test_who_said_nothing_is_named(fate: Fate, words: str) -> None:
    """People know whom they cannot count on."""
    note = shown(stands((BILLING, advised("", fate=fate, brain=""))))
    assert words in note.text.splitlines()[1]
    assert "Billing" in note.text


def test_what_was_passed_on_is_said() -> None:
    """By whom, to whom, and why."""
    handoff = PassedOn(3, Handoff("orders", "refund", "it never came"))
    note = shown(stands((BILLING, advised()), (BILLING, handoff), (ORDERS, advised("Lost"))))
    assert "↪️ Billing passed it to Orders: it never came" in note.text


def test_a_draft_has_its_buttons_until_it_is_decided() -> None:
    """And says then what became of it."""
    drafted = ReplyDrafted(3, Content("One charge."), grounded=True)
    said: list[tuple[Actor, Event]] = [(BILLING, advised()), (WRITER, drafted)]
    waits = shown(stands(*said, reply_draft=5))
    assert "✍️ Draft\nOne charge." in waits.text
    assert labels(waits) == ["✅ Send", "✏️ Edit", "🗑 Discard", "🔄 Ask again"]
    fates: dict[str, Event] = {
        "✅ Maria sent it.": RepliedPublicly(Content("One charge."), suggestion=5),
        "✅ Maria sent other words in its place.": RepliedPublicly(
            Content("Once."), suggestion=5, suggested=Content("One charge.")
        ),
        "🗑 Maria discarded it.": DraftDiscarded(5),
        "another answer": RepliedPublicly(Content("By the way")),
    }
    for words, event in fates.items():
        after = shown(stands(*said, (MARIA, event)))
        assert words in after.text
        assert labels(after) == ["🔄 Ask again"]


def test_a_draft_without_a_source_says_so() -> None:
    """One that only asks for something needs none."""
    unfounded = ReplyDrafted(3, Content("It will come."), grounded=False)
    asks = replace(unfounded, asks=True)
    assert "without a source" in shown(stands((WRITER, unfounded), reply_draft=4)).text
    assert "without a source" not in shown(stands((WRITER, asks), reply_draft=4)).text


def test_a_contradiction_is_shown_with_the_evidence_of_each() -> None:
    """Whoever answers decides by a button, and the decision stands there."""
    track = replace(READ, source="carrier.track", title="carrier.track")
    said = [
        (ORDERS, advised(claims=(Claim("order 4711: status", "delivered", READ),))),
        (BILLING, advised(claims=(Claim("order 4711: status", "in transit", track),))),
    ]
    note = shown(stands(*said))
    assert "contradict each other on order 4711: status" in note.text
    assert "• Orders: delivered (shop.find_order, read" in note.text
    assert "• Billing: in transit (carrier.track, read" in note.text
    assert labels(note) == ["delivered", "in transit", "🔄 Ask again"]
    decided = ConflictDecided(3, "order 4711: status", "billing", "Billing", "in transit")
    after = shown(stands(*said, (MARIA, decided)))
    assert "✔️ Maria decided for Billing: in transit" in after.text
    assert labels(after) == ["🔄 Ask again"]


def test_a_question_of_a_colleague_heads_the_answer() -> None:
    """With their name."""
    question = SpecialistAsked("billing", "Billing", "Was it twice?")
    note = turn(stands((BILLING, advised())), question, "Maria", TEXTS)
    assert note.text.startswith("🧭 Maria asked\nWas it twice?\nBilling")


def test_a_correction_heads_the_answer() -> None:
    """With the name of whoever said whom it is for."""
    said = RouteCorrected(2, ("billing",), ("Billing",))
    note = turn(stands((BILLING, advised())), said, "Maria", TEXTS)
    assert note.text.startswith("🧭 Maria said whom it is for\nBilling")


@given(
    note=st.text(max_size=3000),
    details=st.text(max_size=5000),
    draft=st.text(min_size=1, max_size=6000),
    many=st.integers(1, 12),
    language=st.sampled_from(sorted(TEXTS.languages)),
)
def test_it_is_always_one_message(
    note: str, details: str, draft: str, many: int, language: str
) -> None:
    """Whatever they said, and however many they are: its entities lie within its text."""
    evidence = tuple(replace(ARTICLE, title=note) for _ in range(many))
    claims = tuple(Claim(f"{details}{n % 3}", f"{note}{n}", READ) for n in range(many))
    said: list[tuple[Actor, Event]] = [
        (
            Specialist(f"s{n}", f"{note}{n}"),
            advised(note, details=details, evidence=evidence, claims=claims),
        )
        for n in range(many)
    ]
    said += [(by, PassedOn(3, Handoff(details, note, details))) for by, _ in said]
    drafted = (WRITER, ReplyDrafted(3, Content(draft), grounded=False))
    whole = stands(*said, drafted, reply_draft=4 + 2 * many)
    shown_to = turn(whole, SpecialistAsked("a", note, note), note, TEXTS.of_desk("UTC", language))
    assert 0 < len(shown_to.text) <= MAX_TEXT
    end = units(shown_to.text)
    assert all(0 <= one.offset < one.offset + one.length <= end for one in shown_to.entities)
    assert shown_to.buttons is not None
    for row in shown_to.buttons.inline_keyboard:
        for button in row:
            assert button.text
            assert len((button.callback_data or "").encode()) <= 64
