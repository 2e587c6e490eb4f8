# ruff: noqa: RUF001 - the Russian words are Russian
"""What a customer's words name, in five languages, and that nothing else is taken for it."""

import unicodedata
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orchestration.content import Content
from orchestration.events import CustomerWrote, Event, NoteAdded, RepliedPublicly
from orchestration.events.specialists import Handoff
from orchestration.people import Customer, Role, Staff
from orchestration.specialists.built_in.entities import CHARACTERS, Entity, entities_in
from orchestration.specialists.built_in.folding import composed, folded
from orchestration.specialists.built_in.naming import MOST, named
from orchestration.specialists.kinds import Kind
from orchestration.timeline import Audience, Entry
from tests.unit.centre.built_in.entity_sentences import SENTENCES

SATURDAY = date(2026, 11, 21)
ANA, MARIA = Customer(7, "Ana"), Staff(1, "Maria", Role.AGENT)

#: Pieces that anything may be made of, so that patterns meet what they almost fit.
_PIECES = [
    *("order", "pedido", "заказ", "سفارش", "№", "n.º", "#", "invoice", "tracking", "index", "cep"),
    *("4711", "۴۷۱۱", "1.234,56", "€", "$", "руб.", "هزار", "تومان", "12", "мая", "March", "may"),
    *(
        "2026",
        "-",
        "/",
        ".",
        ",",
        ":",
        "+34",
        "600",
        "@",
        "a@b.example",
        "4111",
        "1111",
        "https://",
    ),
    *("\u200c", "\u202e", "\n", "\0", "1z999aa10123456784", "yesterday", "mañana", "until", "not"),
]
TEXTS = st.text(max_size=400) | st.lists(
    st.sampled_from(_PIECES) | st.text(max_size=3), max_size=60
).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda space: space.join(parts)))


@pytest.mark.parametrize(("language", "sentence", "expected"), SENTENCES)
def test_what_a_sentence_names(language: str, sentence: str, expected: list[str]) -> None:
    """Each with its kind and its value as systems know it."""
    found = [f"{each.kind} {each.value}" for each in entities_in(sentence, SATURDAY)]
    assert found == list(expected), language


def test_the_table_is_long_enough_to_mean_something() -> None:
    """A hundred and twenty sentences at least, twenty in each language."""
    assert len(SENTENCES) >= 120
    for language in ("en", "es", "ru", "pt", "fa"):
        assert sum(each[0] == language for each in SENTENCES) >= 20


@given(TEXTS, st.dates())
@example("order ' \u0130\u1e9e\ufdfa 4711", SATURDAY)
@example("31 February", SATURDAY)
@example("yesterday", date.min)
@example("tomorrow", date.max)
def test_whatever_is_written_no_letter_counts_twice(text: str, written: date) -> None:
    """Entities stand in the text in their order, as they were written, and never overlap."""
    found = entities_in(text, written)
    shown = composed(text[:CHARACTERS])
    assert all(shown[each.start : each.end] == each.written != "" for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=200))
def test_folding_keeps_every_place(text: str) -> None:
    """A folded text is as long as the composed one."""
    assert len(folded(composed(text))) == len(composed(text))


_DIGITS = sorted(
    chr(code)
    for code in range(0x110000)
    if unicodedata.category(chr(code)) == "Nd" and unicodedata.digit(chr(code)) == 0
)


@given(st.sampled_from(_DIGITS), st.integers(100, 10**9))
def test_digits_of_every_script(zero: str, number: int) -> None:
    """An order is the same one in whatever digits it is written."""
    written = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    (found,) = entities_in(f"order {written}", SATURDAY)
    assert (found.kind, found.value, found.written) == (Kind.ORDER, str(number), written)


def _with_check_digit(digits: str) -> str:
    doubled = [int(one) * (2 - place % 2) for place, one in enumerate(reversed(digits))]
    return digits + str(-sum(value // 10 + value % 10 for value in doubled) % 10)


@given(
    st.from_regex(r"[3-6][0-9]{11,17}", fullmatch=True).map(_with_check_digit),
    st.sampled_from(["", " ", "-"]),
    st.sampled_from(["order {}", "заказ №{}", "سفارش {}", "tracking {}", "phone {}", "{} €", "{}"]),
)
def test_a_card_number_is_never_an_entity(digits: str, mark: str, words: str) -> None:
    """Whatever stands before it, and however it is grouped."""
    grouped = mark.join(digits[place : place + 4] for place in range(0, len(digits), 4))
    assert entities_in(words.format(grouped), SATURDAY) == []


def test_a_card_number_with_a_slip_is_none_either() -> None:
    """Four times four digits are a card, even if the last one is wrong."""
    assert entities_in("order 4111 1111 1111 1112", SATURDAY) == []


def test_a_flood_of_words_is_read_up_to_a_bound() -> None:
    """What stands behind the first two thousand characters is not read."""
    assert entities_in("x " * CHARACTERS + "order 4711", SATURDAY) == []
    assert len(entities_in("order 4711 " * CHARACTERS, SATURDAY)) < CHARACTERS


def _entry(seq: int, event: Event, *, day: int = 21) -> Entry:
    actor = ANA if isinstance(event, CustomerWrote) else MARIA
    audience = Audience.INTERNAL if isinstance(event, NoteAdded) else Audience.PUBLIC
    at = datetime(2026, 11, day, 12, tzinfo=UTC)
    return Entry(142, seq, at, actor, audience, event)


def _says(seq: int, words: str, *, day: int = 21) -> Entry:
    return _entry(seq, CustomerWrote(Content(words)), day=day)


def _answers(seq: int, words: str) -> Entry:
    return _entry(seq, RepliedPublicly(Content(words)))


def test_what_was_named_last_counts() -> None:
    """All of it is known, and of each kind the newest message's is meant."""
    found = named([_says(1, "Order 4711, ana@example.org"), _says(2, "sorry, order 4712")], 2)
    assert found.newest(Kind.ORDER) == ("4712",)
    assert found.newest(Kind.EMAIL) == ("ana@example.org",)
    assert [each.seq for each in found.entities] == [1, 1, 2]


def test_what_was_written_later_is_not_read() -> None:
    """A brief goes up to an entry, and no further."""
    assert named([_says(1, "order 4711"), _says(2, "order 4712")], 1).newest(Kind.ORDER) == (
        "4711",
    )


def test_only_the_customers_words_name_anything() -> None:
    """Neither a note nor an answer of ours does."""
    note = _entry(2, NoteAdded(Content("It is order 4712")))
    found = named([_says(1, "Where is it?"), note, _answers(3, "Is it order 4713?")], 3)
    assert found.entities == ()


def test_yesterday_is_seen_from_the_day_it_was_said() -> None:
    """Not from the day on which the ticket is read, and on the desk's calendar."""
    (found,) = named([_says(1, "I paid yesterday", day=10)], 1).entities
    assert found.value == "2026-11-09"
    (found,) = named([_says(1, "I paid yesterday", day=10)], 1, "Pacific/Auckland").entities
    assert found.value == "2026-11-10"


ANSWERS = [
    ("Could you send us the order number?", "4711", ["order_number 4711"]),
    ("¿Podría enviarnos el número de pedido?", "Claro: 4711, gracias", ["order_number 4711"]),
    ("Пришлите номер заказа и индекс.", "4711, 101000", ["order_number 4711", "postcode 101000"]),
    ("شماره سفارش را بفرستید", "۴۷۱۱", ["order_number 4711"]),
    ("Envie o código postal da encomenda 4711", "1050-123", ["postcode 1050-123"]),
    # One number for two questions could be either.
    ("We need the order number and the postcode.", "4711", []),
    ("How are you?", "4711", []),
    ("Which order number?", "I have been waiting since nine and 4711 people wait with me, too", []),
]


@pytest.mark.parametrize(("question", "answer", "expected"), ANSWERS)
def test_a_bare_number_answers_the_question(
    question: str, answer: str, expected: list[str]
) -> None:
    """What it is, the answer before it says."""
    found = named([_says(1, "Hello"), _answers(2, question), _says(3, answer)], 3).entities
    assert [f"{each.kind} {each.value}" for each in found] == expected


def test_what_a_colleague_passed_on_is_known() -> None:
    """Until the customer names another one."""
    handoff = Handoff("billing", "refund", "…", entities={"order_number": ("4711",), "x": ("y",)})
    assert named([_says(1, "Hello")], 1, handoff=handoff).newest(Kind.ORDER) == ("4711",)
    found = named([_says(1, "order 4712")], 1, handoff=handoff)
    assert found.newest(Kind.ORDER) == ("4712",)


def test_of_many_the_first_few_are_looked_up() -> None:
    """Whoever lists more of them wants something else."""
    many = ", ".join(str(number) for number in range(4711, 4731))
    assert len(named([_says(1, f"orders {many}")], 1).newest(Kind.ORDER)) == MOST


def test_an_entity_knows_where_it_stands() -> None:
    """Its entry, its place, and the words as they were written."""
    (found,) = entities_in("Где заказ №۴۷۱۱?", SATURDAY, seq=5)
    assert found == Entity(Kind.ORDER, "4711", "۴۷۱۱", 5, 11, 15)
