"""Expressions are tried on what schemas allow, before a case brings it."""

import pytest
from jsonschema import Draft202012Validator

from orchestration.actions.expressions import Expression
from orchestration.actions.paths import scan
from orchestration.actions.samples import SAMPLES, looked_up, samples
from orchestration.actions.trying import problems
from tests.unit.centre.actions.test_paths import INVOICE, KNOWN


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("evidence.invoice.note == 'x'", "there is no note"),
        ("action.cents > 20000 && action.why == 'x'", "there is no why"),
        ("evidence.invoice.status == 'open' && evidence.invoice.note == 'x'", "no note"),
        ("days(evidence.invoice.sent_on, today) > 3", "days() cannot be worked out"),
        ("has(evidence.invoice.note) && days(evidence.invoice.note, today) > 3", "days() cannot"),
        ("evidence.invoice.payments[0].cents > 3", "a list has no such entry"),
        ("evidence.invoice.payments.exists(p, p.card == 'x')", "there is no card"),
        ("evidence.invoice.total > 'x'", "different kinds"),
        ("evidence.invoice.total > 1.5 * 2", "different kinds"),
        ("evidence.invoice.total / action.cents > 3", "it divides by zero"),
        ("evidence.invoice.total + 1", "neither true nor false"),
        ("evidence.invoice.total.size() > 3", ""),
        ("action.cents == 15000 && evidence.invoice.note == 'x'", "there is no note"),
        ("evidence.invoice.owner.id == 'x'", ""),
    ],
)
def test_what_fails_on_a_valid_sample(source: str, words: str) -> None:
    """It is said on what, and why; also behind conditions that seldom hold."""
    (found,) = problems(Expression.of(source), KNOWN, condition=True)
    assert found.startswith("fails where it may hold {")
    assert words in found


@pytest.mark.parametrize(
    "source",
    [
        "has(evidence.invoice.note) && evidence.invoice.note == 'x'",
        "!has(action.why) || action.why == 'x'",
        "evidence.invoice.sent_on != null && days(evidence.invoice.sent_on, today) > 3",
        "size(evidence.invoice.payments) > 0 && evidence.invoice.payments[0].cents > 3",
        "evidence.invoice.payments.all(p, !has(p.card) || p.card == null || p.card == 'x')",
        "days(today, today) == 0 && now > timestamp('2020-01-01T00:00:00Z')",
        "past.all.count >= 3 && 'vip' in ticket.tags",
        "true",
    ],
)
def test_what_holds_on_every_sample(source: str) -> None:
    """What may be missing or null is asked for before."""
    assert list(problems(Expression.of(source), KNOWN, condition=True)) == []


def test_samples_fit_their_schemas_and_differ() -> None:
    """With and without what may be missing, null and not, lists of none and several."""
    source = (
        "evidence.invoice.sent_on == null && has(evidence.invoice.note)"
        " && evidence.invoice.payments.all(p, p.cents > 100)"
    )
    scanned = scan(source, KNOWN)
    made = list(samples(looked_up(scanned, KNOWN), frozenset(scanned.literals)))
    assert 10 < len(made) <= SAMPLES
    narrow = {**INVOICE, "required": ["sent_on", "payments"]}
    invoices = [each["evidence"]["invoice"] for each in made]  # type: ignore[index]
    for each in invoices:
        Draft202012Validator(narrow).validate(each)
        assert set(each) <= {"sent_on", "note", "payments"}
    assert {"note" in each for each in invoices} == {True, False}
    assert {each["sent_on"] is None for each in invoices} == {True, False}
    assert {len(each["payments"]) for each in invoices} == {0, 1, 2}
    cents = {payment["cents"] for each in invoices for payment in each["payments"]}
    assert {99, 100, 101} <= cents
    again = list(samples(looked_up(scanned, KNOWN), frozenset(scanned.literals)))
    assert made == again
