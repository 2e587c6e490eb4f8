"""What the customer is told, and that nothing of it is made up."""

from dataclasses import replace

from orchestration.workflows.plan import ActionState, Plan, Standing
from orchestration.workflows.planning import plan
from orchestration.workflows.wording import Said, said, together
from tests.unit.centre.workflows.small import FACTS, LATE, NOTE, ORDER, read, voucher


def test_a_text_without_its_value_gives_way_to_the_next() -> None:
    """There is nothing that {nothing} could be."""
    told = said(plan(LATE, FACTS), "en")
    assert told.text == "We look into order 4711."
    assert told.grounded
    assert [(each.source, each.quote) for each in told.evidence] == [("erp.find_order", "4711")]


def test_a_result_is_cited_as_well() -> None:
    """What was done answered with the code."""
    done = voucher(ActionState.DONE, result={"code": "TEA-7"}, reference="TEA-7")
    told = said(plan(LATE, replace(FACTS, actions=[done])), "en")
    assert told.text == "Voucher TEA-7 is yours."
    assert told.grounded
    assert told.evidence[-1].source == "billing.credit"


def test_what_no_system_said_is_not_grounded() -> None:
    """A number that stands in no answer is a person's to send."""
    made_up = Plan("late", Standing.ANSWERED, says=({"en": "It comes in 3 days."},))
    told = said(made_up, "en")
    assert told == Said("It comes in 3 days.", (), grounded=False)


def test_a_language_that_is_not_there_is_english() -> None:
    """And one that is, is spoken."""
    late = replace(FACTS, reads=[read(data={**ORDER, "late_days": 0}), NOTE])
    assert said(plan(LATE, late), "es").text == "4711 llega."
    assert said(plan(LATE, late), "ru").text == "Order 4711 comes in time."


def test_a_value_is_no_pattern() -> None:
    """What systems answer is filled in as it is."""
    shown = Plan("x", Standing.ANSWERED, says=({"en": "{a} {b}"},), values={"a": "{b}", "b": "1"})
    assert said(shown, "en").text == "{b} 1"


def test_persian_keeps_latin_values_in_their_place() -> None:
    """They are isolated, as everywhere in the desk."""
    shown = Plan(
        "x", Standing.ANSWERED, says=({"fa": "سفارش {a}", "en": "x"},), values={"a": "A-1"}
    )
    assert said(shown, "fa").text == "سفارش \u2068A-1\u2069"


def test_there_is_nothing_to_say_while_something_is_asked() -> None:
    """The question is asked by whoever writes the draft."""
    assert said(plan(LATE, replace(FACTS, record="")), "en").text == ""


def test_several_matters_are_one_answer() -> None:
    """In their order, each paragraph once, grounded where all of it is."""
    one, other = Said("One.", (), grounded=True), Said("Two.", (), grounded=False)
    assert together([one, Said(""), one]) == Said("One.", (), grounded=True)
    assert together([one, other]).text == "One.\n\nTwo."
    assert not together([one, other]).grounded
    assert together([]) == Said("")
