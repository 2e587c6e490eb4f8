"""The shipped workflows, each played through from a stranger's words to what the customer reads."""

from dataclasses import replace

import pytest

from orchestration.workflows.plan import ActionState, StageKind, StageState, Standing
from orchestration.workflows.planning import plan
from orchestration.workflows.wording import said
from tests.unit.centre.workflows.matters import (
    ARRIVED,
    MATTERS,
    PLANS,
    Matter,
    invoice,
    order,
    subscription,
)
from tests.unit.centre.workflows.playing import Desk, heard, shipped

TWELVE = {
    *("order-status", "return-and-refund", "damaged-item", "billing-dispute", "duplicate-charge"),
    *("failed-payment", "plan-change", "cancellation", "address-change", "delivery-reschedule"),
    *("account-access", "invoice-copy"),
}
LANGUAGES = ("en", "es", "pt", "ru", "fa")


def _desk(matter: Matter) -> Desk:
    workflow = shipped()[matter.workflow]
    return Desk(workflow, heard(workflow, *matter.words), dict(matter.answers), matter.results)


def test_there_are_the_twelve() -> None:
    """And each of them is played through below."""
    assert set(shipped()) == TWELVE == {each.workflow for each in MATTERS}


@pytest.mark.parametrize("matter", MATTERS, ids=lambda each: f"{each.workflow}: {each.words[0]}")
def test_it_is_played_through(matter: Matter) -> None:
    """Nothing of a stranger; then what is proposed, waits, is done, and what the customer reads."""
    desk = _desk(matter)
    desk.record = ""
    stranger = desk.plan()
    assert stranger.standing is Standing.UNVERIFIED
    assert not desk.reads
    assert not stranger.proposals
    desk.record = "C-1001"

    for expected in (matter.proposed, matter.then):
        proposed = desk.propose(ActionState.WAITING_APPROVAL)
        assert [(each.tool, dict(each.arguments)) for each in proposed] == list(expected)
        if not expected:
            break
        waiting = desk.plan()
        assert waiting.standing is Standing.WAITING
        assert not waiting.proposals
        assert said(waiting, "en").text
        desk.decide(ActionState.DONE)
        desk.answers = {**desk.answers, **matter.after}

    ended = desk.plan()
    assert ended.standing is (Standing.DONE if matter.proposed else Standing.ANSWERED)
    assert not ended.proposals
    assert all(each.state is not StageState.BLOCKED for each in ended.stages)
    for language in LANGUAGES:
        told = said(ended, language)
        plain = told.text.translate(dict.fromkeys(map(ord, "\u2068\u2069")))
        values = [each for each in matter.hears if any(map(str.isdigit, each))]
        for part in matter.hears if language == "en" else values[:1]:
            assert part in plain, (language, told.text)
        assert told.grounded, told
        assert "{" not in told.text


@pytest.mark.parametrize(
    "matter", [each for each in MATTERS if each.proposed], ids=lambda each: each.workflow
)
def test_what_a_person_rejects_is_not_proposed_again(matter: Matter) -> None:
    """The customer is told that it cannot be, in each language."""
    desk = _desk(matter)
    desk.propose(ActionState.WAITING_APPROVAL)
    desk.decide(ActionState.REJECTED)
    after = desk.plan()
    assert not after.proposals
    assert after.standing is Standing.REFUSED
    assert all(said(after, language).text for language in LANGUAGES)


@pytest.mark.parametrize(
    ("workflow", "words", "answers"),
    [
        (
            "order-status",
            "Where is order 4711?",
            {"erp.find_order": order(status="delivered", delivered_on="2026-11-19")},
        ),
        (
            "return-and-refund",
            "I want to send back order 4711",
            {"erp.find_order": order(status="delivered", delivered_on="2026-11-19")},
        ),
        (
            "damaged-item",
            "The kettle of order 4711 is broken, I want a new one",
            {"erp.find_order": order(status="placed", carrier_status=None)},
        ),
        (
            "delivery-reschedule",
            "Please bring order 4711 on 2026-11-25",
            {"erp.find_order": order(carrier_status="delivered")},
        ),
        (
            "duplicate-charge",
            "invoice 20102 was charged twice",
            {"billing.find_invoice": invoice(status="open", overpaid_minor=1, paid_minor=6901)},
        ),
        (
            "failed-payment",
            "the payment for invoice 20102 failed",
            {"billing.find_invoice": invoice(status="open")},
        ),
        (
            "billing-dispute",
            "invoice 20102 is wrong",
            {"billing.find_invoice": invoice(status="overdue")},
        ),
    ],
)
def test_systems_that_contradict_each_other_stop_it(
    workflow: str, words: str, answers: dict[str, object]
) -> None:
    """Nothing is proposed until a person decided; the customer reads that it is looked into."""
    desk = Desk(shipped()[workflow], heard(shipped()[workflow], words), answers)
    found = desk.plan()
    assert found.standing is Standing.CONTRADICTED
    assert not found.proposals
    assert [each.says["en"] for each in found.contradictions]
    assert said(found, "en").text
    assert {each.state for each in found.stages if each.kind is StageKind.STEP} <= {
        StageState.BLOCKED
    }


def test_only_what_is_missing_is_asked() -> None:
    """Which of two articles, only once the order shows that there are two; how, from the start."""
    workflow = shipped()["damaged-item"]
    desk = Desk(workflow, heard(workflow, "Something of order 4711 arrived broken"), {})
    desk.answers = {"erp.find_order": ARRIVED}
    assert [each.what for each in desk.plan().lacking] == ["remedy"]
    lines = [{"sku": name, "name": name} for name in ("Travel kettle", "Hand grinder")]
    two = Desk(workflow, desk.case, {"erp.find_order": {**ARRIVED, "lines": lines}})
    assert [each.what for each in two.plan().lacking] == ["remedy", "article"]
    assert two.plan().lacking[0].asked["ru"]


def test_one_article_of_several_is_refunded_once() -> None:
    """What a refund leaves of the invoice is no reason for another one, nor for a new article."""
    workflow = shipped()["damaged-item"]
    lines = [
        {"sku": "CUP-20", "name": "Glasses", "quantity": 1, "price_minor": 2400},
        {"sku": "TEA-12", "name": "Tea, 100 g", "quantity": 1, "price_minor": 980},
    ]
    paid = invoice(paid_minor=3380, refunded_minor=0)
    desk = Desk(workflow, heard(workflow, "The glasses of order 4711 broke, I want my money"), {})
    desk.answers = {
        "erp.find_order": {**ARRIVED, "lines": lines},
        "billing.find_order_invoice": paid,
    }
    proposed = desk.propose(ActionState.WAITING_APPROVAL)
    assert [each.arguments["amount_minor"] for each in proposed] == [2400]
    desk.decide(ActionState.DONE)
    desk.answers = {**desk.answers, "billing.find_order_invoice": {**paid, "refunded_minor": 2400}}
    assert not desk.propose(ActionState.WAITING_APPROVAL)
    desk.case = replace(
        desk.case,
        matters=tuple(
            replace(each, chosen={"remedy": "replacement"}) for each in desk.case.matters
        ),
    )
    assert not desk.propose(ActionState.WAITING_APPROVAL)


def test_an_order_that_is_not_theirs_is_asked_for_again() -> None:
    """No system knows it, so the number is wrong."""
    workflow = shipped()["order-status"]
    desk = Desk(workflow, heard(workflow, "Where is order 4712?"), {})
    found = plan(workflow, desk.facts)
    assert [each.arguments for each in found.reads] == [{"order_number": "4712"}]
    after = desk.plan()
    assert after.standing is Standing.LACKING
    assert [(each.any_of, each.why, each.given) for each in after.lacking] == [
        (("order_number", "tracking_number"), "wrong", "4712")
    ]


def test_an_order_that_was_packed_is_not_cancelled() -> None:
    """The customer reads what they can do instead."""
    workflow = shipped()["cancellation"]
    case = heard(workflow, "Please cancel order 4711")
    desk = Desk(workflow, case, {"erp.find_order": order(status="packed")})
    found = desk.plan()
    assert (found.standing, found.proposals) == (Standing.ANSWERED, ())
    assert "send it back" in said(found, "en").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_of_a_paused_subscription_is_not_changed(language: str) -> None:
    """It would be refused: the customer reads what has to come first, and people look at it."""
    workflow = shipped()["plan-change"]
    paused = subscription(status="paused", next_payment=None)
    case = heard(workflow, "Please switch me to the big box")
    answers = {"billing.list_subscriptions": [paused], "billing.list_plans": PLANS}
    desk = Desk(workflow, case, {**answers, "billing.find_subscription": paused})
    found = desk.plan()
    assert (found.standing, found.proposals) == (Standing.TROUBLED, ())
    words = {"en": "paused", "es": "en pausa", "pt": "em pausa", "ru": "на паузе", "fa": "متوقف"}
    told = said(found, language)
    assert words[language] in told.text
    assert "S-1001" in told.text
    assert told.grounded


def test_a_payment_that_fails_again_is_told() -> None:
    """It was tried once, and is not tried again by itself."""
    matter = next(each for each in MATTERS if each.workflow == "failed-payment")
    desk = _desk(matter)
    desk.results = {"billing.retry_payment": {"payment_status": "failed", "reason": "declined"}}
    desk.propose(ActionState.WAITING_APPROVAL)
    desk.decide(ActionState.DONE)
    found = desk.plan()
    assert not found.proposals
    assert "refused" in said(found, "en").text


@pytest.mark.parametrize("workflow", sorted(TWELVE))
def test_every_text_is_there_in_every_language(workflow: str) -> None:
    """And so are the titles, which staff read."""
    made = shipped()[workflow]
    texts = [
        *(made.texts.answer + made.texts.waiting + made.texts.done + made.texts.refused),
    ]
    every = [made.title, *(each.says for each in texts), *(each.title for each in made.steps)]
    every += [each.asked for each in made.choices] + [each.says for each in made.contradictions]
    assert all(set(each) == set(LANGUAGES) for each in every)
    assert made.steps == () or (made.texts.done and made.texts.refused)
    assert 12 <= len(made.examples) <= 20
