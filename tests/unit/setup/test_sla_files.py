"""What the owner may write of service levels, and how a mistake is pointed at."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.desk_files import folder as desk_folder
from bot.desk_files import sla as sla_files
from bot.desk_files.document import InvalidDeskFiles
from bot.settings import Settings
from orchestration.content import Content
from orchestration.desk import Desk
from orchestration.events.sla import ClockKind
from orchestration.people import Customer
from orchestration.sla.policy import Policy
from orchestration.status import Status
from orchestration.ticket import Ticket

NOW = datetime(2026, 12, 7, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
OFFICE = (
    "calendars:\n  office:\n    zone: Europe/Madrid\n"
    "    hours: {mon-fri: '9:00-14:00, 15:00-18:00'}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk's folder with one queue."""
    (tmp_path / "desk.yaml").touch()
    (tmp_path / "queues").mkdir()
    (tmp_path / "queues" / "support.yaml").write_text("team: Support")
    return tmp_path


def written(folder: Path, text: str) -> Policy:
    (folder / "sla.yaml").write_text(text)
    return sla_files.load(folder, {"support"})


def test_what_is_shipped_is_what_would_be_without_it(folder: Path) -> None:
    """So that its every line can be trusted; an empty file is one, too.

    But for policy and workflows: without their files nothing is proposed, nor done by itself.
    """
    shipped = desk_folder.load(Settings.model_fields["desk_dir"].default).desk
    assert replace(shipped, policy=Desk().policy, workflows={}) == Desk()
    assert desk_folder.load(folder).desk.sla == Policy()
    assert written(folder, "# nothing yet\n") == Policy()


def test_a_calendar_with_holidays(folder: Path) -> None:
    """The country's, the region's and the team's own days are closed, in its zone."""
    policy = written(
        folder,
        OFFICE + '    country: "ES"\n    subdivision: MD\n    closed: [2026-12-09]\n'
        "calendar: office\n",
    )
    office = policy.calendar(policy.calendar_of("support"))
    # Monday the seventh is Madrid's, Tuesday Spain's, Wednesday the team's own.
    assert office.next_opening(NOW) == datetime(2026, 12, 10, 8, tzinfo=UTC)
    assert office.after(datetime(2026, 12, 10, 12, 30, tzinfo=UTC), HOUR).hour == 14


def test_tiers_targets_and_pauses(folder: Path) -> None:
    """The first target that fits and names the clock decides; `none` is no limit."""
    policy = written(
        folder,
        "tiers:\n  vip: {tags: [vip], customers: [7]}\n"
        "targets:\n"
        "  - {tiers: [vip], first_response: 15m}\n"
        "  - {queues: [support], priorities: [low, normal], resolution: none}\n"
        "  - {first_response: 2h, resolution: 8h}\n"
        "pause: {first_response: [snoozed]}\n"
        "at_risk: 5m\n",
    )
    ticket = Ticket.open(1, Customer(7, "Eva"), Content("Hi"), NOW, None)
    assert policy.target(ticket, ClockKind.FIRST_RESPONSE) == timedelta(minutes=15)
    assert policy.target(ticket, ClockKind.RESOLUTION) is None
    assert policy.target(ticket, ClockKind.NEXT_RESPONSE) is None
    ticket.customer = Customer(8, "Max")
    assert policy.target(ticket, ClockKind.FIRST_RESPONSE) == 2 * HOUR
    assert not policy.runs(ClockKind.FIRST_RESPONSE, Status.SNOOZED)
    assert not policy.runs(ClockKind.RESOLUTION, Status.WAITING_CUSTOMER)
    assert policy.at_risk == timedelta(minutes=5)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("", set()),
        ("    out_of_hours_greeting: false\n", {"office"}),
        ("out_of_hours_greeting: false\n", {"office"}),
        ("    out_of_hours_greeting: true\nout_of_hours_greeting: false\n", set()),
    ],
)
def test_which_calendars_greet_out_of_hours(folder: Path, text: str, silent: set[str]) -> None:
    """All do, unless the file or the calendar says no; a calendar's own word counts."""
    assert written(folder, OFFICE + text).silent == silent


def test_another_text_is_another_edition(folder: Path) -> None:
    """By which a starting desk knows that its clocks have to be set anew."""
    one, two = written(folder, "at_risk: 5m"), written(folder, "at_risk: 6m")
    assert one.edition != two.edition
    assert written(folder, "at_risk: 5m").edition == one.edition


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("at_risk: 30", 1, '"at_risk" is 30 but must be a time with its unit'),
        ("calendrs: {}", 1, '"calendrs" is not known here; did you mean "calendars"?'),
        ("calendar: office", 1, 'there is no calendar "office": known are always'),
        ("queues:\n  support: office", 2, 'there is no calendar "office": known are always'),
        ("queues:\n  sales: always", 2, 'there is no queue "sales": each is a file in queues/'),
        ("tiers:\n  vip: {}", 2, '"vip" must have tags or customers'),
        ("tiers:\n  vip: {tag: [a]}", 2, '"tag" is not known here; did you mean "tags"?'),
        (
            "targets:\n  - {tiers: [vip], resolution: 1h}",
            2,
            'there is no tier "vip": known are none',
        ),
        ("targets:\n  - {queues: [a], resolution: 1h}", 2, 'there is no queue "a"'),
        ("targets:\n  - priorities: [urgent]", 2, "this target must have a time for one of first_"),
        ("targets:\n  - {resolution: 1w}", 2, "\"resolution\" is '1w' but must be a time with its"),
        ("targets:\n  - {priorities: [big], resolution: 1h}", 2, "must be 'low', 'normal', 'high'"),
        ("targets:\n  - {resolution: 99999d}", 2, '"resolution" must be over within ten years'),
        ("pause: {resolution: [closed]}", 1, "must be 'new', 'open', 'waiting_customer'"),
        (OFFICE.replace("Madrid", "Madird"), 3, "\"zone\" is 'Europe/Madird' but must be a time"),
        (
            OFFICE.replace("mon-fri", "mon-fry"),
            4,
            '"mon-fry" must be a day or several, such as mon',
        ),
        (OFFICE.replace("mon-fri", "fri-mon"), 4, '"fri-mon" must be a day or several'),
        (OFFICE.replace("{mon", "{tue: '9:00-10:00', mon"), 4, '"tue" has hours already'),
        (OFFICE.replace("15:00", "13:00"), 4, "but must be hours in their order, such as 9:00-14"),
        (OFFICE.replace("18:00", "25:00"), 4, "but must be hours in their order, such as 9:00-14"),
        (OFFICE.replace("9:00-14:00, ", "nine, "), 4, "but must be hours in their order"),
        (
            "calendars:\n  shut:\n    zone: UTC\n    hours: {}",
            4,
            '"shut" must be open at some time',
        ),
        (OFFICE + "    country: XX", 5, "\"country\" is 'XX' but must be a code such as ES"),
        (OFFICE + "    country: NO", 5, '"country" is False but must be text; put quotes around'),
        (OFFICE + "    country: ES\n    subdivision: ZZ", 6, "'ZZ' but must be one of ES: AN, AR"),
        (OFFICE + "    subdivision: MD", 5, '"subdivision" must have a country beside it'),
        (OFFICE + "    closed: [5]", 5, 'entry 1 of "closed" is 5 but must be a day such as 2026'),
        ("- a", 1, "the file must hold keys with values"),
        ("calendars: [a", 1, "is not YAML here"),
    ],
)
def test_mistakes_are_named_with_file_and_line(
    folder: Path, text: str, line: int, words: str
) -> None:
    """And with what was expected instead."""
    with pytest.raises(InvalidDeskFiles) as refused:
        written(folder, text)
    (mistake,) = refused.value.mistakes
    assert str(mistake).startswith(f"{folder / 'sla.yaml'}:{line}: ")
    assert words in str(mistake)


def test_closed_on_all_its_days(folder: Path) -> None:
    """Hours alone do not open a calendar: nobody would ever wait to the end of it."""
    days = [f"2026-12-{day:02}" for day in range(1, 32)]
    text = f"{OFFICE}    closed: [{', '.join(days)}]\n"
    assert written(folder, text).calendar("office").next_opening(NOW).year == 2027


def test_check_reads_the_whole_folder(folder: Path) -> None:
    """Every mistake of every file in one go, and nothing but the files: no token, no database."""
    run = CliRunner().invoke(app, ["check", str(folder)])
    assert (run.exit_code, "can be followed, with the queue support" in run.stdout) == (0, True)
    (folder / "desk.yaml").write_text("settle: soon\n")
    (folder / "sla.yaml").write_text("queues: {sales: always}\nat_risk: 5\n")
    (folder / "macros").mkdir()
    (folder / "macros" / "a.md").write_text("no head")
    run = CliRunner().invoke(app, ["check"], env={"DESK_DIR": str(folder)})
    assert run.exit_code == 1
    for place in ("desk.yaml:1: ", "sla.yaml:2: ", "a.md:1: "):
        assert place in run.stdout


def test_queues_that_cannot_be_read_are_not_missed(folder: Path) -> None:
    """Of a broken queue's file there is one mistake, and not another where it is named."""
    (folder / "queues" / "night.yaml").write_text("tem: Night")
    (folder / "sla.yaml").write_text("queues: {night: always}\n")
    with pytest.raises(InvalidDeskFiles) as refused:
        desk_folder.load(folder)
    assert {mistake.file.name for mistake in refused.value.mistakes} == {"night.yaml"}
