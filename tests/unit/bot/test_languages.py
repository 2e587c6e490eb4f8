"""The languages of the desk: complete, with their own plurals and their own direction."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot import texts
from bot.texts import FALLBACK, Texts
from orchestration.content import Content
from orchestration.customers.languages import language_for
from orchestration.events import Urgency
from orchestration.people import Customer, Person
from orchestration.sentences import Facts
from orchestration.specialists.triage import language_of
from orchestration.status import Status
from orchestration.ticket import Ticket, Triage
from tests.unit.centre.cast import NOW

TEXTS = Texts.load()
HERE = Path(texts.__file__).parent
OTHERS = sorted(TEXTS.languages - {FALLBACK})


class _Asked(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def messages(language: str) -> dict[tuple[str, str], set[str]]:
    """What a language's files say: which facts each sentence asks for, by file and name."""
    found = {}
    for file in (HERE / language).glob("*.ftl"):
        for part in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(part, ast.Message):
                asked = _Asked()
                asked.visit(part)
                found[file.name, part.id.name] = asked.names
    return found


def test_five_languages() -> None:
    """Those that customers were promised."""
    assert {"en", "es", "fa", "pt", "ru"} <= TEXTS.languages


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_is_complete(language: str) -> None:
    """Every sentence of English, in the same file, with the same facts, and no other."""
    assert messages(language) == messages(FALLBACK)


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        ("ru", 1, "1 минуту"),
        ("ru", 2, "2 минуты"),
        ("ru", 5, "5 минут"),
        ("ru", 11, "11 минут"),
        ("ru", 21, "21 минуту"),
        ("ru", 22, "22 минуты"),
        ("es", 1, "un minuto"),
        ("es", 10, "10 minutos"),
        ("pt", 1, "1 minuto "),
        ("pt", 10, "10 minutos"),
        ("fa", 1, "یک دقیقه"),
        ("fa", 10, "10 دقیقه"),
    ],
)
def test_plurals_follow_the_language(language: str, count: int, words: str) -> None:
    """Russian has three forms, Persian counts singulars."""
    facts: Facts = {"ticket": 7, "minutes": count, "why": 0, "supervisors": ""}
    assert words in TEXTS.say("unclaimed", facts, language)


def test_lists_end_in_the_language() -> None:
    """The last of several is joined by a word."""
    facts: Facts = {"word": "x", "allowed": (Status.OPEN, Status.CLOSED)}
    assert "abierta o cerrada" in TEXTS.say("error-unknown-status", facts, "es")


def test_latin_words_do_not_turn_a_persian_sentence_around() -> None:
    """What people wrote, and what they are to type, is isolated; a number stays with its mark."""
    said = TEXTS.say("switched", {"ticket": 7, "subject": "Where is it?"}, "fa")
    assert "\u2068Where is it?\u2069" in said
    assert "#7" in said
    assert "\u2066/new\u2069 " in TEXTS.say("help", None, "fa")
    assert "\u2066" not in TEXTS.say("help", None, "es")


def ticket(words: str, read: str | None = None) -> Ticket:
    """A customer's ticket, read by triage when `read` is given."""
    opened = Ticket.open(1, Customer(7, "Ana"), Content(words), NOW, None)
    if read is not None:
        opened.triage = Triage("other", Urgency.NORMAL, read)
    return opened


@pytest.mark.parametrize(
    ("chosen", "written", "app", "spoken"),
    [
        ("ru", "es", "en", "ru"),
        (None, "es", "en", "es"),
        (None, None, "pt-br", "pt"),
        (None, "de", "fa", "fa"),
        (None, None, "tlh", None),
        ("gone", None, "es", "es"),
        (None, None, None, None),
    ],
)
def test_chosen_goes_before_written_goes_before_the_app(
    chosen: str | None, written: str | None, app: str | None, spoken: str | None
) -> None:
    """And what the desk does not speak is passed over."""
    person = Person(7, "Ana", language=app, chosen_language=chosen)
    about = ticket("…", written) if written else None
    assert language_for(person, about, TEXTS.languages) == spoken


def test_the_first_words_tell_before_anyone_has_read_them() -> None:
    """The receipt comes at once, and triage does not."""
    person = Person(7, "Ana", language="es")
    assert language_for(person, ticket("Where is my order?"), TEXTS.languages) == "en"
    assert language_for(None, None, TEXTS.languages) is None


@pytest.mark.parametrize(
    ("words", "language"),
    [("سفارش من کجاست؟ چرا نمی‌رسد", "fa"), ("أين طلبي من فضلكم", None)],
)
def test_persian_is_known_by_its_own_letters(words: str, language: str | None) -> None:
    """Arabic shares the script and not the language."""
    assert language_of([words]) == language
