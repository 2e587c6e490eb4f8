"""Paths of expressions against what is known of their names."""

import pytest

from orchestration.actions.expressions import Expression
from orchestration.actions.known import of_rules
from orchestration.actions.paths import looks_up, scan
from orchestration.schemas import Schema

INVOICE: Schema = {
    "type": "object",
    "required": ["total", "status", "payments", "sent_on"],
    "properties": {
        "total": {"type": "integer"},
        "note": {"type": "string"},
        "status": {"type": "string", "enum": ["paid", "open"]},
        "sent_on": {"type": ["string", "null"], "format": "date"},
        "owner": {"anyOf": [{"type": "null"}, {"properties": {"id": {"type": "string"}}}]},
        "free": {"type": "object"},
        "extra": {"type": "object", "properties": {"a": {}}, "additionalProperties": True},
        "payments": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["cents"],
                "properties": {
                    "cents": {"type": "integer"},
                    "card": {"type": ["string", "null"]},
                    "state": {"enum": ["booked", "failed"]},
                },
            },
        },
    },
}
ACTION: Schema = {
    "type": "object",
    "required": ["cents"],
    "properties": {"cents": {"type": "integer"}, "why": {"type": "string"}},
}
KNOWN = of_rules(ACTION, {"invoice": INVOICE}, ["support", "billing"], ["gold"])


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("evidence.invoice.totl > 3", 'no totl in evidence.invoice; did you mean "total"?'),
        ("evidence['invoice']['totl'] > 3", 'no totl in evidence.invoice; did you mean "total"?'),
        ("(evidence.invoice).totl > 3", "no totl in evidence.invoice"),
        ("evidence . invoice\n.totl > 3", "no totl in evidence.invoice"),
        ("has(evidence.invoice.totl)", "no totl in evidence.invoice"),
        ("true || evidence.invoice.totl > 3", "no totl in evidence.invoice"),
        ("evidence.invoce.total > 3", 'no invoce in evidence; did you mean "invoice"?'),
        ("evidense.invoice.total > 3", 'no evidense here; did you mean "evidence"?'),
        ("action.amount > 3", "no amount in action; there are cents, why"),
        ("past.custmer.count > 3", 'did you mean "customer"?'),
        ("ticket.tag == 'vip'", 'no tag in ticket; did you mean "tags"?'),
        ("evidence.invoice.payments.all(p, p.cent > 3)", "no cent in evidence.invoice.payments[]"),
        ("evidence.invoice.payments[0].cent > 3", "no cent in evidence.invoice.payments[]"),
        ("evidence.invoice.payments.filter(p, true).exists(q, q.cent > 1)", "no cent in"),
        ("evidence.invoice.payments.map(p, p.card).exists(c, c == 5)", None),
        ("evidence.invoice.payments.cents > 3", "is a list: ask its entries"),
        ("evidence.invoice.total.cents > 3", "is a number and has no cents"),
        (
            "evidence.invoice.owner.ide == 'x'",
            'no ide in evidence.invoice.owner; did you mean "id"',
        ),
        ("p.cents > 3", "there is no p here"),
        ("evidence.invoice.payments.all(p, true) && p.cents > 3", "there is no p here"),
        ("evidence.invoice.status == 'payd'", 'is never "payd"; did you mean "paid"?'),
        ("'payd' != evidence.invoice.status", 'is never "payd"'),
        ("evidence.invoice.status in ['paid', 'opn']", 'is never "opn"'),
        ("evidence.invoice.payments.exists(p, p.state == 'bookd')", 'did you mean "booked"?'),
        ("evidence.invoice.total == '5'", 'is a number, and never "5"'),
        ("evidence.invoice.note == 5", "is text, and never 5"),
        ("evidence.invoice.note == true", "is text, and never true"),
        ("ticket.queue == 'suport'", 'is never "suport"; did you mean "support"?'),
        ("customer.tier == 'silver'", 'is never "silver"'),
        ("customer.proof in ['mail']", 'did you mean "email"?'),
        ("totl(evidence.invoice.payments)", 'no function totl(); did you mean "total"?'),
        ("evidence.invoice.note.startWith('x')", 'did you mean "startsWith"?'),
    ],
)
def test_what_cannot_be(source: str, words: str | None) -> None:
    """Each is named with what was meant, wherever it stands."""
    Expression.of(source)
    mistakes = scan(source, KNOWN).mistakes
    if words is None:
        assert mistakes == []
        return
    assert len(mistakes) == 1
    assert words in mistakes[0]


@pytest.mark.parametrize(
    "source",
    [
        "evidence.invoice.total > action.cents && evidence.invoice.status == 'paid'",
        "has(evidence.invoice.note) ? evidence.invoice.note == 'evidence.invoice.totl' : false",
        "evidence.invoice.payments.exists(action, action.cents > 3)",
        "evidence.invoice.free.anything.at.all == 3",
        "evidence.invoice.extra.other > 3",
        "evidence.invoice.sent_on != null && days(evidence.invoice.sent_on, today) > 3",
        "total(evidence.invoice.payments.map(p, p.cents)) > 3",
        "evidence.invoice.payments.map(p, p.cents > 1, p.card).size() > 1",
        "{'total': 1}.total == 1",
        "[1, 2].all(n, n < 3) && 'vip' in ticket.tags",
        "now > timestamp('2026-01-01T00:00:00Z') && now.getFullYear() == 2026",
        "ticket.priority in ['high', 'urgent'] && customer.tier == ''",
    ],
)
def test_what_can_be(source: str) -> None:
    """Texts, variables of loops and what nothing is known of are left alone."""
    Expression.of(source)
    assert scan(source, KNOWN).mistakes == []


@pytest.mark.parametrize(
    ("source", "used"),
    [
        ("evidence.a.b > 1 && has(evidence.a.c.d)", {("a", "b"), ("a", "c")}),
        ("evidence.a['b'] == 1", {("a", "b")}),
        ("evidence.a.exists(x, x.b == 1)", {("a",)}),
        ("evidence.a[0].b == 1", {("a",)}),
        ("evidence.a.b.exists(x, x.c == 1)", {("a", "b")}),
        ("evidence.a == 1", {("a",)}),
        ("(true ? evidence.a : evidence.b).c == 1", {("a",), ("b",)}),
        ("evidence[action.why].b == 1", None),
        ("size(evidence) == 1", None),
        ("evidence.all(k, evidence[k].b == 1)", None),
        ("action.cents == 1", set()),
    ],
)
def test_what_is_looked_up(source: str, used: set[tuple[str, ...]] | None) -> None:
    """Never less than the expression can ask for."""
    found = looks_up(source, "evidence")
    assert found is None if used is None else found is not None and used <= found
