"""What may stand in a scenario, and how a mistake in one is pointed at."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.desk_files.document import InvalidDeskFiles
from bot.simulating.overriding import write_desk
from bot.simulating.player import check_tables
from bot.simulating.scenario import Script, load, load_all

SHIPPED = Path(__file__).parents[3] / "scenarios"
HEAD = "title: A\nworkflow: desk\n"
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str) -> Path:
        file = tmp_path / "a.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    return written


def _only_mistake(file: Path) -> str:
    with pytest.raises(InvalidDeskFiles) as caught:
        load(file)
    (mistake,) = caught.value.mistakes
    return str(mistake)


@pytest.mark.parametrize("script", load_all([SHIPPED]), ids=lambda script: script.name)
def test_the_shipped_scenarios_can_be_read(script: Script) -> None:
    """Each has a title that says what is true of the desk, and something that it is graded by."""
    assert script.scenario.title
    assert script.scenario.expect.model_fields_set


def test_what_is_left_out(write: Write) -> None:
    """Ana writes, on the same Monday morning."""
    scenario = load(write(f"{HEAD}steps: [customer: Hello]\nexpect: {{status: new}}\n")).scenario
    assert scenario.customer.name == "ana"
    assert not scenario.customer.new
    assert scenario.beginning == datetime(2027, 3, 1, 10, tzinfo=UTC)
    assert scenario.steps[0].deed is not None
    assert scenario.steps[0].deed[1].says == "Hello"


def test_short_forms(write: Write) -> None:
    """A word stands for a list of one, and words for what is seen."""
    steps = "steps: [fault: over]\n"
    expect = "expect: {customer: Hi, log: rated, note: {never: [a, b]}}\n"
    scenario = load(write(HEAD + steps + expect)).scenario
    assert scenario.steps[0].fault is not None
    assert scenario.steps[0].fault.over
    assert scenario.expect.customer.sees == ("Hi",)
    assert scenario.expect.log.has == ({"kind": "rated"},)
    assert scenario.expect.note.never == ("a", "b")


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("steps: [customer: Hi]\n", 1, '"expect" is missing here'),
        ("steps: [customer: Hi]\nexpect: {statos: new}\n", 4, 'did you mean "status"?'),
        ("steps: [customer: Hi]\nexpect: {status: opened}\n", 4, 'did you mean "open"?'),
        ("steps: [custmer: Hi]\nexpect: {status: new}\n", 3, 'did you mean "customer"?'),
        ("steps:\n- time: 1d\n  desk: stops\nexpect: {}\n", 4, "and has time and desk"),
        ("steps:\n- maria: {says: a, presses: b}\nexpect: {}\n", 4, "and has says and presses"),
        ("steps:\n- maria: {says: a, under: b}\nexpect: {}\n", 4, "which belongs to presses"),
        ("steps:\n- ana: {edits: a}\nexpect: {}\n", 4, 'needs "into"'),
        ("steps:\n- time: soon\nexpect: {}\n", 4, "such as 2s, 10m, 1h or 1d"),
        ("steps:\n- fault: {tool: a.b, kind: cut}\nexpect: {}\n", 4, "known are lost_answer"),
        ("steps:\n- fault: {kind: cut}\nexpect: {}\n", 4, "must have one place of"),
        ("steps: []\nexpect: {}\n", 3, "at least one entry"),
        ("begins: today\nsteps: [time: 1d]\nexpect: {}\n", 3, "such as 2027-03-01 10:00"),
        ("steps: [time: 1d]\nexpect: {log: ratet}\n", 4, 'did you mean "rated"?'),
        ("steps: [time: 1d]\nexpect: {customer: 5}\n", 4, "customer"),
    ],
)
def test_a_mistake_is_named_with_its_line(write: Write, body: str, line: int, words: str) -> None:
    """One sentence, which says what was expected there."""
    file = write(HEAD + body)
    said = _only_mistake(file)
    assert said.startswith(f"{file}:{line}: ")
    assert words in said


def test_a_broken_file_ends_the_command_with_2(write: Write) -> None:
    """Nothing is played: the sentence is all that it says."""
    file = write(f"{HEAD}steps: [customer: Hi]\nexpect: {{statos: new}}\n")
    ended = CliRunner().invoke(app, ["simulate", str(file), str(SHIPPED)])
    assert ended.exit_code == 2
    assert f'{file}:4: "statos" is not known here; did you mean "status"?' in ended.output


def test_an_empty_folder_is_no_success(tmp_path: Path) -> None:
    """Whoever mistypes a folder learns it."""
    ended = CliRunner().invoke(app, ["simulate", str(tmp_path)])
    assert ended.exit_code == 2
    assert "holds no scenario" in ended.output


def test_a_desk_with_what_is_otherwise(tmp_path: Path) -> None:
    """Keys are set beside those of the file, text is the whole file."""
    files = tmp_path / "files"
    (files / "queues").mkdir(parents=True)
    (files / "desk.yaml").write_text("flood: {messages: 5, tickets: 3}\nclaim_within: 1h\n")
    (files / "queues" / "support.yaml").write_text("team: Support\n")
    hi = "---\ntitle: Hi\n---\nHi"
    overrides: dict[str, dict[str, object] | str] = {
        "desk.yaml": {"flood": {"tickets": 9}},
        "macros/hi.md": hi,
    }
    made = write_desk(files, tmp_path / "made", overrides)
    text = (made / "desk.yaml").read_text()
    for line in ("messages: 5", "tickets: 9", "claim_within: 1h", "settle: 0s"):
        assert line in text
    assert (made / "macros" / "hi.md").read_text().endswith("Hi")
    assert "settle" not in (files / "desk.yaml").read_text()


@pytest.mark.parametrize(
    ("expect", "words"),
    [
        ("records: [{table: refundz}]", "must be one of codes, refunds"),
        (
            "records: [{table: refunds, where: {nummer: 1}}]",
            "refunds has no 'nummer'; it has number",
        ),
        ("changed: [refundz]", "'refundz' is no table; there are codes, refunds"),
    ],
)
def test_what_the_systems_have_not_cannot_be_expected(
    write: Write, expect: str, words: str
) -> None:
    """In a step as in the end: it would always, or never, be a miss."""
    steps = f"steps:\n- customer: Hi\n- expect: {{{expect}}}\n"
    script = load(write(f"{HEAD}{steps}expect: {{{expect}}}\n"))
    with pytest.raises(InvalidDeskFiles) as caught:
        check_tables(script, {"codes": [], "refunds": [{"number": 1}]})
    first, second = caught.value.mistakes
    assert (first.line, second.line) == (5, 6)
    assert words in str(first)
