"""A scenario is graded by what was seen, and a miss says what was not."""

from typing import Any

import pytest

from bot.simulating.expectation import Expectation
from bot.simulating.grading import broken_promises, misses
from bot.simulating.seen import Seen

OLD = {"number": "INV-1", "status": "paid"}


def entry(kind: str, after: str | None = None, **event: Any) -> dict[str, Any]:
    move = {"before": "new", "after": after} if after else None
    actor = {"kind": "staff", "name": "Maria"}
    return {"ticket": 1, "actor": actor, "event": {"kind": kind, **event}, "move": move}


SEEN = Seen(
    heard={"customer": ["Your refund RF-7 is on its way", "Bye"], "sam": ["#1 is yours"]},
    told={"customer": ["Your refund RF-7 is on its way", "Bye", "Oops"]},
    topics={
        1: [
            "#1 · Money\n[Claim]",
            "🧭 Specialists\nold",
            "🧭 Specialists\nfacts ✍️ Draft\nHello",
            "Kept",
        ]
    },
    log={
        1: [
            entry("opened"),
            entry("escalated", tier="supervisor"),
            entry("rated", "resolved", score=5),
        ]
    },
    tables={
        "calendar": [{"today": 2}],
        "invoices": [OLD],
        "refunds": [{"number": "RF-7", "invoice": "INV-1", "amount": 900}],
    },
    before={"calendar": [{"today": 1}], "invoices": [OLD], "refunds": []},
)


@pytest.mark.parametrize(
    "expected",
    [
        {"status": "resolved", "tickets": 1, "escalations": ["supervisor"]},
        {"customer": {"sees": ["{refunds.number}", "Bye"], "once": "refund", "never": "INV-1"}},
        {"card": "[Claim]", "note": {"sees": "facts", "never": "old"}, "topic": ["old", "Kept"]},
        {"draft": {"sees": "Hello", "never": "facts"}, "sam": "#1"},
        {
            "log": {
                "has": ["opened", {"kind": "rated", "score": 5, "by": "Maria"}],
                "never": "woken",
            }
        },
        {"changed": ["refunds"], "records": [{"table": "refunds", "count": 1}]},
        {
            "records": [
                {"table": "refunds", "where": {"invoice": "INV-1"}, "values": {"amount": 900}}
            ]
        },
        {"records": [{"table": "refunds", "where": {"invoice": "INV-2"}, "count": 0}]},
        {"records": [{"table": "refunds", "where": {"number": "{refunds.number}"}, "count": 1}]},
    ],
)
def test_what_is_as_expected_is_no_miss(expected: dict[str, Any]) -> None:
    """Every kind of expectation can be met."""
    assert not misses(Expectation.model_validate(expected), SEEN)


@pytest.mark.parametrize(
    ("expected", "way", "words", "may_come"),
    [
        ({"status": "closed"}, ("status",), "#1 is resolved and not closed", True),
        ({"status": "new", "ticket": 2}, ("status",), "#2 is not there", True),
        ({"tickets": 2}, ("tickets",), "there are 1 tickets and not 2", True),
        ({"escalations": []}, ("escalations",), "went to supervisor and not to nobody", False),
        ({"customer": "Hi"}, ("customer", "sees", 0), "customer sees nothing of 'Hi'", True),
        ({"customer": "{codes.code}"}, ("customer", "sees", 0), "nothing of", True),
        ({"customer": {"never": "Oops"}}, ("customer", "never", 0), "sees 'Oops'", False),
        ({"customer": {"once": "y"}}, ("customer", "once", 0), "2 times instead of once", False),
        ({"draft": "facts"}, ("draft", "sees", 0), "the draft of #1 shows nothing", True),
        ({"log": "woken"}, ("log", "has", 0), "has no kind woken", True),
        ({"log": {"never": "rated"}}, ("log", "never", 0), "has kind rated", False),
        ({"untouched": True}, ("untouched",), "something was written to refunds", False),
        ({"changed": ["invoices"]}, ("changed",), "is refunds and not invoices", False),
        ({"changed": ["refunds", "invoices"]}, ("changed",), "and not refunds, invoices", True),
        (
            {"records": [{"table": "refunds", "values": {"amount": 1}}]},
            ("records", 0),
            "refunds have amount 900 and not amount 1",
            True,
        ),
        (
            {"records": [{"table": "refunds", "where": {"number": "RF-8"}}]},
            ("records", 0),
            "there are no refunds with number RF-8",
            True,
        ),
        (
            {"records": [{"table": "refunds", "where": {"number": "{codes.code}"}, "count": 0}]},
            ("records", 0),
            "it names a row that never came",
            True,
        ),
    ],
)
def test_a_miss_says_what_was_seen_instead(
    expected: dict[str, Any], way: tuple[int | str, ...], words: str, *, may_come: bool
) -> None:
    """And whether it is worth waiting for."""
    (missed,) = misses(Expectation.model_validate(expected), SEEN)
    assert missed.way == way
    assert words in missed.words
    assert missed.may_come is may_come


def test_a_note_that_a_customer_was_told_is_always_a_miss() -> None:
    """Whatever the scenario expects; also if the message says something else by now."""
    note = {"text": "She asks every single week."}
    log = {1: [entry("note_added", content=note)]}
    told = {"ana": ["We think: She asks every single week."], "boris": ["Hello"]}
    (leak,) = broken_promises(Seen(told=told, log=log), ("ana", "boris"))
    assert "ana was told what is meant for staff only" in leak.words
    assert not broken_promises(Seen(told={"ana": ["Hello"]}, log=log), ("ana",))
