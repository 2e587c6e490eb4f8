"""What the built-in router sees of a text."""

from hypothesis import given
from hypothesis import strategies as st

from orchestration.routing.clauses import PARTS, clauses_of
from orchestration.routing.grams import CHARACTERS, WEIGHTS, grams_of, spoken, words_of


def test_words_are_read_without_case_accents_and_numbers() -> None:
    """So that what is typed in haste is read like what is typed with care."""
    assert words_of("¿DÓNDE está mi pedido 4711?") == ["donde", "esta", "mi", "pedido", "0", "?"]
    assert words_of("سفارش ۴۷۱۱") == ["سفارش", "0"]


def test_persian_is_read_alike_however_it_is_typed() -> None:
    """Arabic letters, and a gap in place of the joiner."""
    assert words_of("می‌خواهم كتابي") == words_of("می خواهم کتابی")


def test_words_are_told_as_they_were_written() -> None:
    """For staff, who read reasons; a й in two characters is one letter again."""
    said = spoken("Какои\u0306 Paquete nº 7?")
    assert said == {"какои": "какой", "paquete": "paquete", "no": "nº"}


def test_grams_are_words_neighbours_and_pieces() -> None:
    """Their first letter names their kind, so that no two kinds meet."""
    grams = grams_of("no refund yet")
    assert set(grams) == set(WEIGHTS)
    assert set(grams["w"]) == {"wno", "wrefund", "wyet"}
    assert set(grams["n"]) == {"n< no", "nno refund", "nrefund yet", "nyet >"}
    assert "sno yet" in grams["s"]
    assert {"c n", "c no", "c no ", "cfund", "cund "} <= set(grams["c"])
    assert all(gram[0] == kind for kind, counts in grams.items() for gram in counts)


def test_a_long_message_is_read_in_part() -> None:
    """Work is bounded whatever somebody pastes."""
    assert words_of("a " * CHARACTERS) == ["a"] * (CHARACTERS // 2)


def test_a_sentence_has_a_part_for_each_clause() -> None:
    """Before what joins them, in the desk's languages; a pair of words is no clause."""
    assert clauses_of("Where is my parcel and why was I charged twice?") == [
        "Where is my parcel",
        "and why was I charged twice?",
    ]
    assert clauses_of("Хочу вернуть куртку, но не могу войти в аккаунт") == [
        "Хочу вернуть куртку,",
        "но не могу войти в аккаунт",
    ]
    assert clauses_of("دو بار از کارتم پول کم شده و بسته من هم نرسیده") == [
        "دو بار از کارتم پول کم شده",
        "و بسته من هم نرسیده",
    ]
    assert clauses_of("The blue shirt and trousers") == ["The blue shirt and trousers"]
    assert clauses_of("I understand the land of sand") == ["I understand the land of sand"]


def test_parts_are_sentences_of_some_words() -> None:
    """A greeting goes with what follows it, a last word with what stands before."""
    assert clauses_of("Hi! Where is my parcel? And I was charged twice. Thanks!") == [
        "Hi! Where is my parcel?",
        "And I was charged twice. Thanks!",
    ]
    assert clauses_of("بسته من کجاست؟ فاکتور را هم بفرستید.") == [
        "بسته من کجاست؟",
        "فاکتور را هم بفرستید.",
    ]
    assert clauses_of("first line of it\n\nsecond line of it") == [
        "first line of it",
        "second line of it",
    ]
    assert clauses_of("ok") == ["ok"]
    assert clauses_of("version 1.2.3 costs 9.90 now") == ["version 1.2.3 costs 9.90 now"]
    assert clauses_of(" \n ") == []


@given(st.lists(st.sampled_from(["a", "ab", " ", "\n", ".", "؟", " and ", " و "])).map("".join))
def test_parts_hold_every_word_in_its_order(text: str) -> None:
    """Nothing that a customer wrote gets lost between specialists."""
    parts = clauses_of(text)
    assert " ".join(parts).split() == text.split()
    assert len(parts) <= PARTS
