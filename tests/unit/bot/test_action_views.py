"""The message of an action: what people read before they decide, and what they can press."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from aiogram.types import InlineKeyboardButton
from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks import ActionPress, ActionStep
from bot.texts import Texts
from bot.views.action import ActionView, action
from bot.views.rendered import MAX_TEXT, Rendered, units
from orchestration.actions.action import Action
from orchestration.actions.decision import Approvers, Decision, Verdict
from orchestration.actions.expressions import Expression
from orchestration.actions.policy import ActionPolicy, Undo, WantedRead
from orchestration.actions.undertaking import Approval, Undertaking
from orchestration.actions.why import Why
from orchestration.events.actions import Progress
from orchestration.people import Role, Specialist
from orchestration.ports.evidence import RecordedRead
from orchestration.schemas import Json
from orchestration.timeline import EntryRef
from tests.contract.cases import MINUTE, NOW

TEXTS = Texts.load()
LANGUAGES = {each: TEXTS.of_desk("UTC", each) for each in sorted(TEXTS.languages)}
REFUND = ActionPolicy(
    "billing.refund",
    {"en": "Refund", "es": "Reembolso"},
    {"en": "The money goes back the way it was paid."},
    amount="amount_minor",
    evidence=(
        WantedRead(
            "invoice",
            "billing.find_invoice",
            {"invoice_number": Expression.of("action.invoice_number")},
        ),
    ),
    undo=Undo("billing.cancel_refund", {"refund_number": Expression.of("result.refund_number")}),
)
ARGUMENTS = {"invoice_number": "INV-1", "amount_minor": 24_990}


def invoice(number: str = "INV-1", at: int = 0, **said: Json) -> RecordedRead:
    data = {"invoice_number": number, "total": "249.90 EUR", "paid_minor": 24_990, **said}
    asked = {"invoice_number": number}
    return RecordedRead(1, "billing.find_invoice", asked, "C-1", NOW + at * MINUTE, data)


def undertaking(
    progress: Progress = Progress.WAITING, arguments: Mapping[str, Json] = ARGUMENTS
) -> Undertaking:
    who = Approvers(Role.EXPERT, "refunds", 2, four_eyes=True)
    decision = Decision(Verdict.APPROVE, ("More than 200 EUR.",), ("large",), who, evidence="e")
    action = Action("billing.refund", arguments)
    by = Specialist("billing", "Billing")
    made = Undertaking(EntryRef(1, 12), action, "C-1", 24_990, by, NOW, decision, progress)
    made.until = NOW + 60 * MINUTE
    return made


def shown(
    what: Undertaking,
    language: str = "en",
    policy: ActionPolicy | None = REFUND,
    reads: Sequence[RecordedRead] = (invoice(),),
    words: str = "",
) -> Rendered:
    view = ActionView(what, policy, reads, words, "Sam" if words else "")
    return action(view, LANGUAGES[language])


def pressed(what: Rendered) -> dict[ActionStep, InlineKeyboardButton]:
    rows = what.buttons.inline_keyboard if what.buttons else []
    buttons = [button for row in rows for button in row]
    return {ActionPress.unpack(str(each.callback_data)).step: each for each in buttons}


def well_formed(what: Rendered) -> None:
    """One message that Telegram takes."""
    assert 0 < len(what.text) <= MAX_TEXT
    for entity in what.entities:
        assert 0 <= entity.offset < entity.offset + entity.length <= units(what.text)
    for button in pressed(what).values():
        assert len(str(button.callback_data).encode()) <= 64
        assert button.text


BUTTONS = {
    Progress.WAITING: {
        ActionStep.APPROVE: "success",
        ActionStep.REJECT: "danger",
        ActionStep.CHANGE: None,
    },
    Progress.DONE: {ActionStep.UNDO: "danger"},
    Progress.UNKNOWN: {ActionStep.HAPPENED: None, ActionStep.DID_NOT: None},
    Progress.FAILED: {ActionStep.AGAIN: None},
    Progress.EXPIRED: {ActionStep.AGAIN: None},
    Progress.VOID: {ActionStep.AGAIN: None},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("progress", [*Progress])
@pytest.mark.parametrize("words", ["", *Why, "Our system says no."])
def test_each_stage_in_each_language(progress: Progress, language: str, words: str) -> None:
    """Says what it is, with which arguments, and why; and offers what can be done now."""
    what = undertaking(progress)
    what.reference = "R-7"
    rendered = shown(what, language, words=words)
    well_formed(rendered)
    assert {step: each.style for step, each in pressed(rendered).items()} == BUTTONS.get(
        progress, {}
    )
    for each in ("billing.refund", "invoice_number: INV-1", "amount_minor: 24990 (249.90)", "R-7"):
        assert each in rendered.text
    assert "{" not in rendered.text
    if words in {*Why}:
        assert f": {words}\n" not in rendered.text, "the desk's own reasons have words"
    elif words:
        assert words in rendered.text
    for button in pressed(rendered).values():
        press = ActionPress.unpack(str(button.callback_data))
        assert (press.seq, press.seal) == (12, what.seal)


def test_who_decides_reads_it_all() -> None:
    """What it is, on what evidence, what follows, who may decide and until when, who did."""
    what = undertaking()
    what.approvals = (Approval(3, "Sam\u202e", NOW, what.seal),)
    text = shown(what).text
    for each in (
        "Refund: needs approval",
        "More than 200 EUR.",
        "invoice (billing.find_invoice), read",
        "total: 249.90 EUR",
        "The money goes back the way it was paid.",
        "2 people have to say yes, each an expert or above, skilled in refunds",
        "not whoever proposed it or answers the ticket",
        "Sam, one more is needed",
        "/approve 12 · /reject 12 why · /amend 12 name=value",
    ):
        assert each in text, text
    assert "\u202e" not in text


def test_the_evidence_is_what_it_rests_on() -> None:
    """The newest read of this invoice, and not one of another, which may be newer."""
    reads = [invoice(total="1.00 EUR"), invoice(at=1), invoice("INV-2", 2, total="9.99 EUR")]
    text = shown(undertaking(), reads=reads).text
    assert "total: 249.90 EUR" in text
    assert "9.99" not in text
    assert "1.00 EUR" not in text


def test_what_no_policy_knows_is_shown_by_its_name() -> None:
    """It waits for a supervisor, and nothing takes it back."""
    text = shown(undertaking(), policy=None).text
    assert "billing.refund: needs approval" in text
    assert pressed(shown(undertaking(Progress.DONE), policy=None)) == {}


def test_what_takes_back_is_not_taken_back_by_itself() -> None:
    """Nor is that where the policy names nothing."""
    itself = replace(REFUND, undo=Undo("billing.refund", {}))
    assert pressed(shown(undertaking(Progress.DONE), policy=itself)) == {}
    assert pressed(shown(undertaking(Progress.DONE), policy=replace(REFUND, undo=None))) == {}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=200),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=20), inner),
    max_leaves=10,
)
_OBJECTS = st.dictionaries(st.text(min_size=1, max_size=60), _JSON, max_size=40)


@given(_OBJECTS, _OBJECTS, st.text(max_size=2000), st.sampled_from([*Progress]))
def test_whatever_is_in_it_is_one_message(
    arguments: Mapping[str, Json], said: Mapping[str, Json], words: str, progress: Progress
) -> None:
    """Arguments, answers and words of any length and kind, and all the reads that there can be."""
    wanted = tuple(replace(REFUND.evidence[0], name=f"read {each}", match={}) for each in range(9))
    policy = replace(REFUND, evidence=wanted)
    what = undertaking(progress, arguments)
    what.decision = replace(what.decision, reasons=(words,) * 9)
    what.approvals = tuple(Approval(each, words, NOW, what.seal) for each in range(9))
    what.reference = words
    reads = [RecordedRead(1, "billing.find_invoice", {}, "C-1", NOW, said)]
    well_formed(shown(what, "en", policy, reads, words))


def test_a_long_message_keeps_what_is_decided_on() -> None:
    """The arguments, who decides and how: evidence is what is left out."""
    wide = {f"argument_{each}": "x" * 120 for each in range(12)}
    long: dict[str, Json] = {f"field_{each}": "y" * 120 for each in range(40)}
    said = replace(invoice(), data=long)
    evidence = tuple(replace(REFUND.evidence[0], name=f"read {each}") for each in range(9))
    policy = replace(REFUND, evidence=evidence)
    rendered = shown(undertaking(arguments={**ARGUMENTS, **wide}), "en", policy, [said] * 9)
    well_formed(rendered)
    for each in ("argument_11: xxxx", "2 people have to say yes", "/approve 12"):
        assert each in rendered.text
