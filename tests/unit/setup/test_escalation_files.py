"""What the owner may write of escalations, and how a mistake is pointed at."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.desk_files import escalation as escalation_files
from bot.desk_files import folder as desk_folder
from bot.desk_files.document import InvalidDeskFiles
from bot.settings import Settings
from orchestration.escalating.policy import (
    Answered,
    ClockReaches,
    EscalationPolicy,
    HasPriority,
    HasTag,
    ManagerWanted,
    NegativeTone,
    OfTier,
    Reopened,
    Tier,
    Triggered,
    Undecided,
)
from orchestration.escalating.trigger_words import Trigger
from orchestration.events import Urgency
from orchestration.events.sla import ClockKind
from orchestration.sla import policy as sla
from orchestration.sla.calendar import Calendar
from orchestration.sla.clocks import Stage
from orchestration.status import Status

GOLD = sla.Tier("gold", tags=frozenset({"vip"}))
RARELY = Calendar(ZoneInfo("UTC"), (((0, 1),), *((),) * 6))
SLA = sla.Policy(calendars={sla.ALWAYS: sla.Policy().calendar(""), "rare": RARELY}, tiers=(GOLD,))


def written(folder: Path, text: str) -> EscalationPolicy:
    (folder / "escalation.yaml").write_text(text)
    return escalation_files.load(folder, {"support"}, SLA)


def test_what_is_shipped_is_what_would_be_without_it(tmp_path: Path) -> None:
    """So that its comments can say what each key would be."""
    shipped = desk_folder.load(Settings.model_fields["desk_dir"].default)
    assert shipped.desk.escalation == EscalationPolicy()
    assert escalation_files.load(tmp_path, set(), SLA) == EscalationPolicy()
    assert written(tmp_path, "") == EscalationPolicy()
    assert written(tmp_path, "tiers: {}") == EscalationPolicy(())


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    """Every condition and every effect."""
    text = """
tiers:
  second:
    when:
      - manager_wanted: true
      - {clock: breached, clocks: [resolution]}
      - clock: at_risk
      - answered: 6
      - reopened: 2
      - tags: ["#VIP"]
      - priorities: [urgent]
      - negative_tone: true
      - triggers: [legal, safety]
      - tiers: [gold]
      - undecided: 4h
    queues: [support]
    add: ["@Maria", 7, billing-experts]
    notify: [supervisors]
    priority: high
    status: waiting_approval
    reassign_after: 4h
  third: {queue: support}
"""
    second, third = written(tmp_path, text).tiers
    assert second == Tier(
        "second",
        (
            ManagerWanted(),
            ClockReaches(Stage.BREACHED, frozenset({ClockKind.RESOLUTION})),
            ClockReaches(Stage.AT_RISK),
            Answered(6),
            Reopened(2),
            HasTag(frozenset({"vip"})),
            HasPriority(frozenset({Urgency.URGENT})),
            NegativeTone(),
            Triggered(frozenset({Trigger.LEGAL, Trigger.SAFETY})),
            OfTier((GOLD,)),
            Undecided(timedelta(hours=4)),
        ),
        frozenset({"support"}),
        ("maria", "7", "billing-experts"),
        ("supervisors",),
        Urgency.HIGH,
        None,
        Status.WAITING_APPROVAL,
        timedelta(hours=4),
    )
    assert (third.id, third.queue) == ("third", "support")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("tiers: [a", 1, "is not YAML here"),
        ("tires: {}", 1, "tires"),
        ("tiers:\n  Second: {add: [sam]}", 2, '"Second" must be one word of small letters'),
        ("tiers:\n  second: {}", 2, '"second" must do something: add, notify'),
        ("tiers:\n  a:\n    add: [sam]\n    when:\n      - {}", 5, "must have one of clock"),
        (
            "tiers:\n  a:\n    add: [sam]\n    when:\n      - {answered: 2, reopened: 2}",
            5,
            "must have one of clock",
        ),
        (
            "tiers:\n  a:\n    add: [sam]\n    when:\n      - {answered: 2, clocks: [resolution]}",
            5,
            "must have one of clock",
        ),
        ("tiers:\n  a:\n    add: [sam]\n    when:\n      - clock: late", 5, "at_risk"),
        ("tiers:\n  a:\n    add: [sam]\n    when:\n      - answered: 0", 5, "1"),
        (
            "tiers:\n  a:\n    add: [sam]\n    when:\n      - tiers: [gold, silver]",
            5,
            'there is no tier "silver" in sla.yaml: known are gold',
        ),
        (
            "tiers:\n  a:\n    add: [sam]\n    when:\n      - tags: [a]\n      - undecided: 30s",
            6,
            "must be a minute or more",
        ),
        (
            "tiers:\n  a:\n    add: [sam]\n    when:\n      - undecided: 100h",
            5,
            '"undecided" must be over within ten years of "rare"',
        ),
        (
            "tiers:\n  a:\n    add: [sam]\n    when:\n      - negative_tone: false",
            5,
            "must be True",
        ),
        (
            "tiers:\n  a:\n    add: [sam]\n    when:\n      - triggers: [legal, preß]",
            5,
            "entry 2 of \"triggers\" is 'preß' but must be",
        ),
        ("tiers:\n  a:\n    add: ['sam jones']", 3, "must be a user name, an id, a skill"),
        ("tiers:\n  a:\n    queue: sales", 3, 'there is no queue "sales"'),
        ("tiers:\n  a:\n    add: [sam]\n    queues: [sales]", 4, 'there is no queue "sales"'),
        ("tiers:\n  a:\n    status: closed", 3, "open"),
        ("tiers:\n  a:\n    queue: support\n    reassign_after: 4h", 4, "must not stand beside"),
    ],
)
def test_mistakes_are_named_with_file_and_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    """And with what was expected instead."""
    with pytest.raises(InvalidDeskFiles) as refused:
        written(tmp_path, text)
    (mistake,) = refused.value.mistakes
    assert str(mistake).startswith(f"{tmp_path / 'escalation.yaml'}:{line}: ")
    assert words in str(mistake)


def test_check_reads_it_too(tmp_path: Path) -> None:
    """With every other file of the folder, before the desk starts."""
    (tmp_path / "desk.yaml").touch()
    (tmp_path / "queues").mkdir()
    (tmp_path / "queues" / "support.yaml").write_text("team: Support")
    (tmp_path / "sla.yaml").write_text("tiers:\n  gold: {tags: [vip]}\n")
    (tmp_path / "escalation.yaml").write_text(
        "tiers:\n  a:\n    queue: sales\n    when:\n      - tiers: [godl]\n"
    )
    run = CliRunner().invoke(app, ["check"], env={"DESK_DIR": str(tmp_path)})
    assert run.exit_code == 1
    assert "escalation.yaml:3: " in run.stdout
    assert 'escalation.yaml:5: there is no tier "godl" in sla.yaml' in run.stdout
