"""What the desk's owner may write, and how a mistake is pointed at."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.desk_files.desk import load
from bot.desk_files.document import InvalidDeskFiles
from bot.settings import Settings
from orchestration.containment.finding import ALWAYS, BY_SETTING
from orchestration.desk import (
    AutoClose,
    BeforeClosing,
    Choice,
    Desk,
    Flood,
    PlainText,
    Question,
    Queue,
    Signature,
)
from orchestration.events import AssignmentRule
from orchestration.people import Person
from orchestration.team.shifts import Shift


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The path of a desk.yaml to be."""
    return tmp_path / "desk.yaml"


ASKS = "team: A\nintake:\n  question: {en: What}"
SPEAKS = "but is no language that the desk speaks"
CHOICE = f"{ASKS}\n  choices:\n    - text: "


def test_the_shipped_desk_is_the_default_desk() -> None:
    """What desk/desk.yaml spells out is what would be without it, so that it can be trusted."""
    shipped = Settings.model_fields["desk_dir"].default
    assert load(shipped) == Desk()


def test_every_key_may_be_left_out(written: Path) -> None:
    """An empty file is a desk."""
    written.write_text("# nothing yet\n")
    assert load(written.parent) == Desk()


def test_a_queue_may_wait_otherwise(queue: Path) -> None:
    """For ever, too; what it does not say is as it comes with the desk."""
    queue.write_text("team: Billing\nauto_close:\n  nudge: never\n  close: 12h\n")
    desk = load(queue.parent.parent)
    billing = AutoClose(nudge=None, close=timedelta(hours=12))
    assert (desk.auto_close_of("billing"), desk.auto_close) == (billing, AutoClose())


@pytest.fixture
def queue(tmp_path: Path) -> Path:
    """The path of a queue's file to be, beside an empty desk.yaml."""
    (tmp_path / "desk.yaml").touch()
    (tmp_path / "queues").mkdir()
    return tmp_path / "queues" / "billing.yaml"


def test_a_queue_is_a_file(queue: Path) -> None:
    """It is called by the file's name, and read with all that it decides."""
    queue.write_text("{team: Billing desk, sign: team}")
    queue.with_name("vip_1.yaml").write_text("team: VIP\nsign: first_name\nplain_text: public\n")
    desk = load(queue.parent.parent)
    assert list(desk.queues.values()) == [
        Queue("billing", "Billing desk", Signature.TEAM),
        Queue("vip_1", "VIP", Signature.FIRST_NAME, PlainText.PUBLIC),
    ]
    assert desk.queue("gone").id == "billing"


def test_a_queue_has_people_and_a_rule(queue: Path) -> None:
    """People by user name, with or without an @, or by the number that /id shows."""
    queue.write_text(
        "team: A\nassign: by-skill\npeople: ['@Maria', joe, 7001]\nskills: [Refund]\n"
        "relieve_after: 4h\n"
    )
    made = load(queue.parent.parent).queues["billing"]
    assert (made.assign, made.people) == (AssignmentRule.BY_SKILL, ("maria", "joe", "7001"))
    assert (made.skills, made.relieve_after) == (("refund",), timedelta(hours=4))
    assert made.employs(Person(1, "Maria", "MARIA"))
    assert made.employs(Person(7001, "Nameless"))
    assert not made.employs(Person(2, "Boris"))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", ""),
        ("write_down: false\n", ""),
        ("write_down: Put it into the wiki\n", "Put it into the wiki"),
        ("write_down: true\n", "Write down for the knowledge base what this one taught us"),
        (
            "write_down: true\nlanguage: es\n",
            "Anotar en la base de conocimiento lo que aprendimos",
        ),
    ],
)
def test_what_is_to_be_written_down(queue: Path, text: str, asked: str) -> None:
    """Nothing, unless the owner wants it; in their own words, if they like."""
    queue.write_text("team: A\n")
    (queue.parent.parent / "desk.yaml").write_text(text)
    assert load(queue.parent.parent).write_down.startswith(asked)
    assert bool(load(queue.parent.parent).write_down) is bool(asked)


def test_shifts(written: Path) -> None:
    """Their hours in the desk's time zone, and the days on which they begin."""
    written.write_text(
        "time_zone: Europe/Madrid\nshifts:\n  - {id: day, hours: 8-20:00}\n"
        "  - id: weekend\n    hours: 20:00-8:00\n    days: [Fri, saturday]\n"
    )
    desk = load(written.parent)
    assert desk.zone == "Europe/Madrid"
    weekend = Shift("weekend", time(20), time(8), frozenset({4, 5}))
    assert desk.shifts == (Shift("day", time(8), time(20)), weekend)


def test_what_is_masked_as_well(written: Path) -> None:
    """Addresses and telephones, where the owner says so; a card cannot be left out."""
    written.write_text("masking: [email, phone]\n")
    assert load(written.parent).masked == ALWAYS | BY_SETTING
    written.write_text("language: en\nmasking: [mail]\n")
    with pytest.raises(InvalidDeskFiles) as refused:
        load(written.parent)
    (mistake,) = refused.value.mistakes
    words = "entry 1 of \"masking\" is 'mail' but must be 'email' or 'phone'"
    assert (mistake.line, mistake.words.startswith(words)) == (2, True)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("time_zone: Madrid", 1, "\"time_zone\" is 'Madrid' but must be a time zone such as"),
        ("shifts:\n  - id: a\n    hours: 8-8", 3, "\"hours\" is '8-8' but must be hours such as"),
        (
            "shifts:\n  - {id: a, hours: 8-9, days: [mno]}",
            2,
            'entry 1 of "days" is \'mno\' but is no day; did you mean "mon"?',
        ),
        ("shifts:\n  - {id: a, hours: 8-9, days: []}", 2, '"days" must have at least one'),
        ("shifts:\n  - {id: a, hous: 8-9}", 2, '"hous" is not known here; did you mean "hours"?'),
        (
            "shifts:\n  - {id: a, hours: 8-9}\n  - {id: a, hours: 9-10}",
            3,
            'there is a shift "a" already, at line 2',
        ),
    ],
)
def test_a_mistake_in_a_shift_is_named_with_its_line(
    written: Path, text: str, line: int, words: str
) -> None:
    """As everywhere in the desk's files."""
    written.write_text(text)
    with pytest.raises(InvalidDeskFiles) as refused:
        load(written.parent)
    mistakes = {each.line: each.words for each in refused.value.mistakes}
    assert any(said.startswith(words) for at, said in mistakes.items() if at == line), mistakes


def test_a_question_before_a_ticket(queue: Path) -> None:
    """By language, with answers that lead somewhere."""
    queue.write_text(
        f"{CHOICE}{{en: An invoice, es: Una factura}}"
        "\n      queue: billing\n      tag: Pay\n  wait: 2m"
    )
    choice = Choice({"en": "An invoice", "es": "Una factura"}, "billing", "pay")
    asked = Question({"en": "What"}, (choice,), timedelta(minutes=2))
    assert load(queue.parent.parent).queue("billing").intake == asked


def test_what_a_flood_is(written: Path) -> None:
    """As much as the owner says."""
    written.write_text("flood: {messages: 5, within: 10s, tickets: 2}")
    assert load(written.parent).flood == Flood(5, timedelta(seconds=10), 2)


def test_new_tickets_wait_where_the_desk_says(queue: Path) -> None:
    """Else in support, and where there is no such queue in the first."""
    queue.write_text("team: Billing desk")
    folder = queue.parent.parent
    assert load(folder).new_tickets == "billing"
    queue.with_name("support.yaml").write_text("team: Support")
    assert load(folder).new_tickets == "support"
    (folder / "desk.yaml").write_text("new_tickets: billing")
    assert load(folder).new_tickets == "billing"


def test_a_queue_for_new_tickets_that_there_is_not(queue: Path) -> None:
    """Is named with those that there are."""
    queue.write_text("team: Billing desk")
    file = queue.parent.parent / "desk.yaml"
    file.write_text("settle: 2s\nnew_tickets: sales")
    with pytest.raises(InvalidDeskFiles) as refused:
        load(file.parent)
    assert str(refused.value) == (
        f"{file}:2: \"new_tickets\" is 'sales' but must be a queue: known are billing"
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, '"team" is missing here'),
        ("sign: team", 1, '"team" is missing here'),
        ("team: ''", 1, '"team" must not be empty'),
        ("team: no", 1, '"team" is False but must be text; put quotes'),
        (f"team: {'x' * 65}", 1, '"team" must have at most 64 characters'),
        (
            "team: A\nsign: frist_name",
            2,
            "\"sign\" is 'frist_name' but must be 'none', 'first_name' or 'team'",
        ),
        (
            "team: A\nassign: roundrobin",
            2,
            (
                "\"assign\" is 'roundrobin' but must be 'manual', 'round-robin', 'least-busy', "
                "'by-skill' or 'on-call'; did you mean \"round-robin\"?"
            ),
        ),
        ("team: A\nasign: manual", 2, '"asign" is not known here; did you mean "assign"?'),
        ("team: A\npeople: joe", 2, '"people" must be a list, each entry after a dash'),
        (
            "team: A\npeople:\n  - joe\n  - my friend",
            4,
            "entry 2 of \"people\" is 'my friend' but must be a user name such as maria",
        ),
        (
            "team: A\nskills: [a b]",
            2,
            "entry 1 of \"skills\" is 'a b' but must be one word of letters, digits or hyphens",
        ),
        (
            "team: A\nrelieve_after: 4",
            2,
            '"relieve_after" is 4 but must be a time with its unit',
        ),
        (
            "team: A\nrelieve_after: 5s",
            2,
            "\"relieve_after\" is '5s' but must be a minute or more, such as 4h",
        ),
        ("team: A\nplain: note", 2, '"plain" is not known here; did you mean "plain_text"?'),
        ("team: A\nteam: B", 2, '"team" stands here already, at line 1'),
        ("- team: A", 1, "the file must hold keys with values"),
        (
            "team: A\nbefore_closing:\n  summary: perhaps",
            3,
            "\"summary\" is 'perhaps' but must be true or false",
        ),
        (
            "team: A\nbefore_closing: {look: boss}",
            2,
            "\"look\" is 'boss' but must be 'supervisor' or 'nobody'",
        ),
        (
            "team: A\nbefore_closing:\n  sumary: true",
            3,
            '"sumary" is not known here; did you mean "summary"?',
        ),
        ("team: A\nbefore_closing: yes", 2, '"before_closing" must hold keys with values'),
        ("team: A\nintake: yes", 2, '"intake" must hold keys with values'),
        ("team: A\nintake:\n  wait: 5m", 2, '"question" is missing here'),
        (f"{ASKS}\n  wait: 0s", 4, "\"wait\" is '0s' but must be between 1s and 1d"),
        (f"{ASKS}\n  choice: []", 4, '"choice" is not known here; did you mean "choices"?'),
        ("team: A\nintake: {question: What}", 2, '"question" must hold keys with'),
        ("team: A\nintake: {question: {English: A}}", 2, '"question" must name languages'),
        ("team: A\nintake: {question: {en: ' '}}", 2, '"question" must have words in each'),
        (f"{CHOICE}{{en: B}}\n      queue: sales", 6, "\"queue\" is 'sales' but must be a queue"),
        (f"{CHOICE}{{en: B}}\n      tag: a b", 6, "\"tag\" is 'a b' but must be one word"),
        (f"{CHOICE}{{en: B}}\n    - text: {{es: b}}", 4, '"choices" must differ: "b" stands'),
    ],
)
def test_a_mistake_in_a_queue_is_named_with_its_line(
    queue: Path, text: str, line: int, words: str
) -> None:
    """As in desk.yaml."""
    queue.write_text(text)
    with pytest.raises(InvalidDeskFiles) as refused:
        load(queue.parent.parent)
    (mistake,) = refused.value.mistakes
    assert (mistake.file, mistake.line) == (queue, line)
    assert mistake.words.startswith(words)


def test_what_a_queue_wants_before_closing(queue: Path) -> None:
    """Nothing, where it says nothing."""
    queue.write_text("team: A\nbefore_closing: {summary: true}")
    other = queue.with_name("other.yaml")
    other.write_text("team: B\nbefore_closing: {look: supervisor}")
    queues = load(queue.parent.parent).queues
    assert queues[queue.stem].before_closing == BeforeClosing(summary=True)
    assert queues["other"].before_closing == BeforeClosing(look=True)


def test_a_queue_file_that_cannot_be_a_name(queue: Path) -> None:
    """People type it after /queue, and the database keeps it."""
    file = queue.with_name("Billing desk.yaml")
    file.write_text("team: Billing desk")
    with pytest.raises(InvalidDeskFiles, match="must be named with small letters"):
        load(queue.parent.parent)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2s", timedelta(seconds=2)),
        ("0s", timedelta(0)),
        ("10m", timedelta(minutes=10)),
        ("1h", timedelta(hours=1)),
        ("3 d", timedelta(days=3)),
    ],
)
def test_times_carry_their_unit(written: Path, words: str, meant: timedelta) -> None:
    """Seconds, minutes, hours and days."""
    written.write_text(f"claim_within: {words}\n")
    assert load(written.parent).claim_within == meant


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("setle: 2s", 1, '"setle" is not known here; did you mean "settle"?'),
        ("\nbar: 1", 2, '"bar" is not known here; known are new_tickets, settle, advise_within'),
        ("settle: 10", 1, '"settle" is 10 but must be a time with its unit, such as 2s'),
        ("settle: soon", 1, "\"settle\" is 'soon' but must be a time with its unit"),
        ("settle: {a: 1}", 1, '"settle" must be a time with its unit'),
        ("settle:", 1, '"settle" must be a time with its unit'),
        ("language: Spanish", 1, f'"language" is \'Spanish\' {SPEAKS}; did you mean "es"?'),
        ("language: en_GB", 1, f'"language" is \'en_GB\' {SPEAKS}; did you mean "en"?'),
        (
            "settle: 2s\nlanguage: tlh",
            2,
            f"\"language\" is 'tlh' {SPEAKS}; known are en, es, fa",
        ),
        ("language: 5", 1, '"language" is 5 but'),
        ("language: no", 1, '"language" is False but'),
        ("write_down: 5", 1, '"write_down" is 5 but must be true, false, or what to write down'),
        ("auto_close:\n  nuge: 2d", 2, '"nuge" is not known here; did you mean "nudge"?'),
        ("auto_close:\n  close: soon", 2, "\"close\" is 'soon' but must be a time with its unit"),
        ("settle: 2s\nsettle: 3s", 2, '"settle" stands here already, at line 1'),
        ("- settle: 2s", 1, "the file must hold keys with values"),
        ("flood: 20", 1, '"flood" must hold keys with values'),
        ("flood:\n  mesages: 2", 2, '"mesages" is not known here; did you mean "messages"?'),
        ("flood:\n  messages: many", 2, "\"messages\" is 'many' but must be a whole number"),
        ("flood:\n  messages: 0", 2, '"messages" is 0 but must be 1 or more'),
        ("flood:\n  within: 2h", 2, "\"within\" is '2h' but must be between 1s and 1h"),
        ("flood: {tickets: 101}", 1, '"tickets" is 101 but must be 100 or less'),
        ("1: 2s", 1, "the file may only have words as keys"),
        ("\tsettle: 2s", 1, "is not YAML here"),
        ("a:\n  - id: a\n   team: A", 3, "is not YAML here"),
        ("settle: 2s: 3s", 1, "is not YAML here"),
        ("settle: 'x", 1, "is not YAML here"),
        ("[a]: 1", 1, "is not YAML here"),
        ("settle: 2s\n---\nsettle: 2s", 2, "is not YAML here"),
        ("settle: !!python/name:os.system", 1, "is not YAML here"),
        ("settle: 2024-99-99", 0, "is not YAML"),
        ("settle: \x01", 0, "is not YAML"),
        ("a: &a [*a]", 0, "is not YAML"),
    ],
)
def test_a_mistake_is_named_with_its_line(written: Path, text: str, line: int, words: str) -> None:
    """Each mistake says where it stands, what stands there and what was expected."""
    written.write_text(text)
    with pytest.raises(InvalidDeskFiles) as refused:
        load(written.parent)
    (mistake,) = refused.value.mistakes
    assert mistake.words.startswith(words)
    assert mistake.line == line
    assert str(mistake).startswith(f"{written}:{line}: " if line else f"{written}: ")


def test_all_mistakes_come_at_once(queue: Path) -> None:
    """Nobody has to run the doctor once for every mistake, nor for every file."""
    (queue.parent.parent / "desk.yaml").write_text("settle: 2\nclaim_in: 1h\n")
    queue.write_text("tam: A\n")
    queue.with_name("sales.yaml").write_text("team: [")
    with pytest.raises(InvalidDeskFiles) as refused:
        load(queue.parent.parent)
    assert [(each.file.name, each.line) for each in refused.value.mistakes] == [
        ("desk.yaml", 1),
        ("desk.yaml", 2),
        ("billing.yaml", 1),
        ("billing.yaml", 1),
        ("sales.yaml", 1),
    ]


def test_a_folder_without_the_file_says_which_setting_to_change(tmp_path: Path) -> None:
    """A wrong DESK_DIR is met with its name."""
    with pytest.raises(InvalidDeskFiles, match="DESK_DIR must name the folder that holds it"):
        load(tmp_path / "nowhere")


def test_a_file_that_is_no_text_is_refused(written: Path) -> None:
    """A file saved in another encoding is not half understood."""
    written.write_bytes("team: Müller".encode("latin-1"))
    with pytest.raises(InvalidDeskFiles, match="must be text in UTF-8"):
        load(written.parent)
