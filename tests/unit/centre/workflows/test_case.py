"""What a case record keeps, carries over, and asks for."""

from dataclasses import replace

from pydantic import TypeAdapter

from orchestration.specialists.built_in.entities import entities_in
from orchestration.specialists.built_in.naming import Named
from orchestration.specialists.kinds import Kind
from orchestration.workflows.case import CaseRecord, Known, Lack, Why, asked, stands, to_ask, told
from orchestration.workflows.hearing import (
    answers,
    carried_over,
    disproved,
    merged,
    picked,
    with_choices,
)
from tests.unit.centre.workflows.playing import ANA, NOW, RECORD, heard, shipped
from tests.unit.centre.workflows.small import LATE

EMPTY = CaseRecord(2, ANA, RECORD)
ORDER = Lack((Kind.ORDER, Kind.TRACKING))


def _named(*words: str) -> Named:
    found = [
        each for seq, text in enumerate(words, 1) for each in entities_in(text, NOW.date(), seq)
    ]
    return Named(tuple(found), None, len(words))


def _values(case: CaseRecord, kind: Kind) -> list[str]:
    return [each.value for each in case.newest(kind)]


def test_the_newest_words_count() -> None:
    """And merging the same words again changes nothing."""
    case = merged(EMPTY, _named("Order 4711, please", "Sorry, order 4650"))
    assert _values(case, Kind.ORDER) == ["4650"]
    assert case.known[Kind.ORDER] == (Known("4711", 2, 1), Known("4650", 2, 2))
    assert merged(case, _named("Order 4711, please", "Sorry, order 4650")) == case


def test_an_edit_takes_back_what_was_named() -> None:
    """What stands there no more is not known any more."""
    case = merged(EMPTY, _named("Order 4711, please"))
    assert _values(merged(case, _named("Order 4650, please")), Kind.ORDER) == ["4650"]
    assert merged(case, _named("Please")).known == {}


def test_what_a_colleague_passed_on_is_known() -> None:
    """The customer is not asked for it again."""
    named = replace(_named("Hello"), passed_on={"order_number": ("4711",), "mood": ("bad",)})
    assert _values(merged(EMPTY, named), Kind.ORDER) == ["4711"]


def test_it_is_one_json_document() -> None:
    """Whatever it holds comes back as it was."""
    case = heard(shipped()["damaged-item"], "Order 4711 arrived broken, a new one please")
    case = told(
        stands(asked(case, ["article"], 3), "damaged-item", "waiting"), "damaged-item", "waiting", 4
    )
    case = replace(disproved(case, Kind.INVOICE, "1"), decided=("damaged-item.delivered_or_not",))
    adapter = TypeAdapter(CaseRecord)
    assert adapter.validate_json(adapter.dump_json(case)) == case
    assert case.matters[0].chosen == {"remedy": "replacement"}


def test_the_next_ticket_knows_what_was_named() -> None:
    """Numbers and addresses of theirs, and no wish, amount or day."""
    words = "Order 4711, invoice 20102, 35 EUR, on 2026-11-25, mail ana@example.org"
    before = merged(replace(EMPTY, ticket=1), _named(words))
    case = carried_over(before, EMPTY)
    assert set(case.known) == {Kind.ORDER, Kind.INVOICE, Kind.EMAIL}
    assert _values(case, Kind.ORDER) == ["4711"]
    assert carried_over(before, case) == case


def test_what_is_named_now_counts_before_what_was_then() -> None:
    """An older ticket is only asked where this one is silent."""
    before = merged(replace(EMPTY, ticket=1), _named("", "", "", "Order 4711"))
    case = merged(carried_over(before, EMPTY), _named("Order 4650"))
    assert _values(case, Kind.ORDER) == ["4650"]


def test_nothing_is_carried_over_that_is_somebody_elses() -> None:
    """Another customer's, another record's, or what no system knew as theirs."""
    before = merged(replace(EMPTY, ticket=1), _named("Order 4711"))
    assert carried_over(replace(before, customer=8), EMPTY) == EMPTY
    assert carried_over(before, replace(EMPTY, record="C-2")).known == {}
    assert carried_over(before, replace(EMPTY, record="")).known == {}
    assert carried_over(disproved(before, Kind.ORDER, "4711"), EMPTY) == EMPTY
    assert carried_over(replace(before, record=""), EMPTY).known


def test_nobody_is_asked_twice() -> None:
    """Not for the same, nor for what goes in its place, until they answer wrongly."""
    case = merged(EMPTY, _named("It is late"))
    assert to_ask(case, [ORDER, ORDER]) == [ORDER]
    case = asked(case, [Kind.TRACKING], 2)
    assert to_ask(case, [ORDER]) == []
    wrong = replace(ORDER, why=Why.WRONG, given="4712")
    assert to_ask(case, [wrong]) == []
    answered = merged(case, _named("It is late", "", "Order 4712"))
    assert to_ask(answered, [wrong]) == [wrong]
    assert to_ask(asked(answered, [Kind.ORDER], 4), [wrong]) == []


def test_an_answer_is_about_nothing_new() -> None:
    """It names what was asked for, hardly anything else, and has not been given before."""
    case = asked(merged(EMPTY, _named("It is late")), [Kind.ORDER], 2)
    given = _named("It is late", "", "It is 4711 of course, order 4711")

    def answered(*words: str) -> bool:
        named = _named("It is late", "", *words)
        return answers(merged(case, named), named, words[-1])

    assert answered("It is order 4711")
    assert not answered("It is late")
    assert not answered("It is invoice INV-20101")
    assert not answered("Order 4711, and for order 4650 I was charged twice this month")
    assert not answered("It is order 4711", "Cancel order 4650")
    assert not answers(EMPTY, given, "It is order 4711")


def test_each_matter_of_a_message_is_about_its_own_order() -> None:
    """What one part names, the other part does not mean."""
    words = "Order 4711 was charged twice. Order 4650 arrived broken."
    first, second = words.split(". ")
    twice, broken = shipped()["duplicate-charge"], shipped()["damaged-item"]
    named = _named(words)
    case = picked(merged(EMPTY, named), [(twice, first), (broken, second)], named, NOW)
    assert case.named_for(case.matter("duplicate-charge"), Kind.ORDER) == "4711"
    assert case.named_for(case.matter("damaged-item"), Kind.ORDER) == "4650"


def test_who_corrects_themselves_means_the_new_one() -> None:
    """Of a single matter the newest words count; and what is wrong never does."""
    words = ("My order 4711 is late", "Sorry, order 4650")
    case = picked(EMPTY, [(LATE, words[0])], _named(words[0]), NOW)
    case = merged(case, _named(*words))
    assert case.named_for(case.matter("late"), Kind.ORDER) == "4650"
    assert disproved(case, Kind.ORDER, "4650").named_for(case.matter("late"), Kind.ORDER) == "4711"


def test_a_matter_stays_what_it_is_when_it_is_picked_again() -> None:
    """Since when it is, and what was chosen."""
    words = ("Order 4711 arrived broken", "Any news? A new one please", "and order 4711?")
    broken = shipped()["damaged-item"]
    case = heard(broken, *words[:2])
    again = picked(case, [(broken, words[2])], _named(*words), NOW.replace(hour=20))
    assert again.matters == case.matters
    assert again.matters[0].since == NOW


def test_a_choice_is_not_heard_before_its_matter() -> None:
    """A wish for something else is none of this matter."""
    broken = shipped()["damaged-item"]
    named = _named("I want a new account", "My order 4711 arrived broken")
    case = picked(EMPTY, [(broken, "My order 4711 arrived broken")], named, NOW)
    said = [(1, "I want a new account"), (2, "My order 4711 arrived broken")]
    assert with_choices(case, {broken.id: broken}, said).matters[0].chosen == {}
    later = with_choices(case, {broken.id: broken}, [*said, (4, "the money, please")])
    assert later.matters[0].chosen == {"remedy": "refund"}
