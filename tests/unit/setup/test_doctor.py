"""The doctor as a whole, the database's part of it, and what stops a desk from starting."""

import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import doctor
from bot.checks import database
from bot.checks.finding import Finding, Verdict, failure, fine, refusal, warning
from bot.settings import InvalidSettings, Settings, load
from orchestration.delivery import Delivery, Lane, TellPrivately
from orchestration.ports import Update
from orchestration.sentences import PublicSentence
from sandbox.server import Sandbox
from storage.migrate import migrate
from storage.unit_of_work import Database
from tests.unit.setup.conftest import Control

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ALL = [
    "settings",
    "desk files",
    "database",
    "migrations",
    "set aside",
    "token",
    "webhook",
    "staff group",
    "administrator",
    "can_manage_topics",
    "can_pin_messages",
    "can_delete_messages",
    "can_manage_tags",
    "tools",
    "brain",
]


def _reader(settings: Settings, **changes: object) -> Callable[[], Settings]:
    return lambda: settings.model_copy(update=changes)


def _named(findings: list[Finding], name: str) -> Finding:
    (finding,) = [finding for finding in findings if finding.name == name]
    return finding


async def test_a_desk_that_is_set_up_rightly_is_fine_on_every_line(settings: Settings) -> None:
    """Then the exit code is 0."""
    await migrate(settings.database_url)
    findings = await doctor.examine(_reader(settings))
    assert [finding.name for finding in findings] == ALL
    assert all(finding.ok for finding in findings)
    assert not doctor.failed(findings)
    assert await doctor.refusal_to_start(settings) is None


async def test_before_the_first_start_only_the_database_is_still_to_be_made(
    settings: Settings, tmp_path: Path
) -> None:
    """That is no failure: the desk makes it; the doctor does not."""
    findings = await doctor.examine(_reader(settings))
    assert not doctor.failed(findings)
    assert _named(findings, "database").words.endswith("desk.db will be made when the desk starts")
    assert await doctor.refusal_to_start(settings) is None
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - pathlib would block, says another rule


async def test_invalid_settings_are_all_that_is_said_when_there_are_any(tmp_path: Path) -> None:
    """Nothing else can be known then; the words are those of the error itself."""

    def read() -> Settings:
        return load(tmp_path / ".env", log_level="loud")

    findings = await doctor.examine(read)
    with pytest.raises(InvalidSettings) as refused:
        read()
    assert "\n".join(finding.sentence for finding in findings) == str(refused.value)
    assert [finding.name for finding in findings] == ["settings", "settings"]
    assert doctor.failed(findings)


async def test_each_mistake_in_the_desk_files_is_a_line(settings: Settings, tmp_path: Path) -> None:
    """With its file and line."""
    file = tmp_path / "desk.yaml"
    file.write_text("settle: 2\nclaim: 1h\n")
    findings = await doctor.examine(_reader(settings, desk_dir=tmp_path))
    known = ["new_tickets", "settle", "advise_within", "claim_within", "draft_lock"]
    known += ["hold_overtaken", "webhooks"]
    known += ["time_zone", "shifts", "flood", "auto_close", "write_down", "language", "masking"]
    known += ["routing", "knowledge"]
    known += ["tool_servers", "verify"]
    assert [finding.words for finding in findings if finding.failed] == [
        f'{file}:1: "settle" is 2 but must be a time with its unit, such as 2s, 10m, 1h or 1d',
        f'{file}:2: "claim" is not known here; known are {", ".join(known)}',
    ]


async def test_a_broken_macro_stops_a_desk_from_starting(
    settings: Settings, tmp_path: Path
) -> None:
    """In the doctor's words, with file and line, before anybody sends it."""
    (tmp_path / "desk.yaml").write_text("settle: 2s\n")
    (tmp_path / "macros").mkdir()
    file = tmp_path / "macros" / "hello.md"
    file.write_text("---\ntitle: Hello\n---\nHello {{ custmer }}\n")
    broken = settings.model_copy(update={"desk_dir": tmp_path})
    refusal = await doctor.refusal_to_start(broken)
    assert refusal is not None
    assert refusal.startswith(f'{file}:4: "custmer" is no variable; known are customer, ')
    findings = await doctor.examine(_reader(broken))
    assert [each.sentence for each in findings if each.failed] == [refusal]
    file.write_text("---\ntitle: Hello\n---\nHello {{ customer }}\n")
    assert await doctor.refusal_to_start(broken) is None


async def test_a_database_with_migrations_to_do_is_a_warning(
    settings: Settings, tmp_path: Path
) -> None:
    """The desk does them by itself when it starts."""
    sqlite3.connect(tmp_path / "desk.db").close()
    findings = await doctor.examine(_reader(settings))
    finding = _named(findings, "migrations")
    assert finding.verdict is Verdict.WARNING
    assert finding.sentence.endswith(" to do. Start the desk: `topicdesk run` does them by itself.")
    assert not doctor.failed(findings)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("sqlite:///{folder}/junk.db", "The database file {folder}/junk.db cannot be used"),
        ("sqlite:///{folder}/junk.db/x.db", "{folder}/junk.db/x.db cannot be made, because"),
        ("sqlite:///:memory:", "The database address must name a file"),
        (
            "postgresql://me:s3cret@127.0.0.1:1/desk",
            "The database desk cannot be used: ",
        ),
    ],
)
async def test_a_database_that_cannot_be_used_stops_the_desk_in_the_doctors_words(
    settings: Settings, tmp_path: Path, url: str, words: str
) -> None:
    """Without the password."""
    (tmp_path / "junk.db").write_text("this is a letter and no database" * 40)
    broken = settings.model_copy(update={"database_url": url.format(folder=tmp_path)})
    (finding,) = await database.examine(broken)
    assert finding.verdict is Verdict.REFUSAL
    assert finding.words.startswith(words.format(folder=tmp_path))
    assert finding.advice.endswith(".env, or what it names.") or "another file" in finding.advice
    assert "s3cret" not in finding.sentence
    assert await doctor.refusal_to_start(broken) == finding.sentence


async def test_work_that_was_given_up_is_counted(settings: Settings) -> None:
    """A warning with the place where the reasons stand."""
    await migrate(settings.database_url)
    kept = await Database.open(settings.database_url)
    async with kept.begin() as uow:
        await uow.inbox.add([Update(1, 1, "private:1", "{}")], NOW)
        await uow.inbox.failed(1, 1, f"ValueError:\n{'x' * 200}", 1)
        body = TellPrivately(1, PublicSentence.GREETING)
        await uow.outbox.add(Delivery(Lane.REPLY, body, chat=1))
        (waiting,) = await uow.courier.pending(NOW)
        await uow.courier.set_aside(waiting.id, NOW, "a reason")
    await kept.close()
    findings = await doctor.examine(_reader(settings))
    finding = _named(findings, "set aside")
    assert finding.verdict is Verdict.WARNING
    assert finding.sentence == (
        "1 deliveries and 1 updates were given up; the last of them: tell_privately 1: a reason; "
        f"update 1: {'ValueError: ' + 'x' * 107}…. When the cause is put right, `topicdesk retry` "
        "tries them all again."
    )
    assert not doctor.failed(findings)


async def test_a_lacking_right_fails_the_doctor_but_not_the_start(
    settings: Settings, control: Control
) -> None:
    """The desk starts with less, and says so."""
    rights = {"can_manage_topics": False}
    await control("/sim/rights", {"chat_id": settings.staff_chat_id, "rights": rights})
    assert doctor.failed(await doctor.examine(_reader(settings)))
    assert await doctor.refusal_to_start(settings) is None


async def test_an_unreachable_telegram_does_not_stop_the_desk(
    settings: Settings, sandbox: Sandbox
) -> None:
    """It may come back."""
    await sandbox.stop()
    assert doctor.failed(await doctor.examine(_reader(settings)))
    assert await doctor.refusal_to_start(settings) is None


async def test_everything_that_stops_the_desk_is_said_at_once(
    settings: Settings, tmp_path: Path
) -> None:
    """One sentence a line, each in the doctor's words."""
    broken = settings.model_copy(
        update={
            "desk_dir": tmp_path / "nowhere",
            "database_url": "sqlite:///:memory:",
            "bot_token": SecretStr("12:s3cret"),
        }
    )
    findings = await doctor.examine(lambda: broken)
    said = await doctor.refusal_to_start(broken)
    assert said is not None
    assert said.splitlines() == [
        finding.sentence for finding in findings if finding.verdict is Verdict.REFUSAL
    ]
    assert len(said.splitlines()) == 3
    assert said.endswith(doctor.TOKEN_REJECTED)
    assert "s3cret" not in said


def test_a_report_has_a_line_a_finding_and_a_last_one_that_sums_up() -> None:
    """Plain text: it reads the same in a pipe."""
    report = doctor.render(
        [
            fine("token", "the bot is @x"),
            warning("set aside", "2 were given up", "Look."),
            failure("staff group", "none", "Set it."),
            refusal("database", "gone", "Bring it back."),
        ]
    )
    assert report.splitlines() == [
        "✓ token        the bot is @x.",
        "! set aside    2 were given up. Look.",
        "✗ staff group  none. Set it.",
        "✗ database     gone. Bring it back.",
        "",
        "2 things to put right.",
    ]
    assert doctor.render([fine("a", "b")]).endswith("The desk is ready.")
    assert doctor.render([failure("a", "b", "C.")]).endswith("1 thing to put right.")
