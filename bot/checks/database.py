"""The database: whether it can be used, is up to date, and holds work that was given up."""

import os
from pathlib import Path

from bot.checks.finding import Finding, fine, refusal, warning
from bot.settings import Settings
from storage.address import file_of, parse
from storage.errors import DatabaseUnavailable
from storage.migrate import pending
from storage.unit_of_work import Database

DATABASE = "database"
MIGRATIONS = "migrations"
SET_ASIDE = "set aside"

_REASON_LENGTH = 120


async def examine(settings: Settings) -> list[Finding]:
    """Everything about the database; looking changes nothing in it."""
    reach, steps = await _look(settings)
    if steps is None:
        return [reach]
    if steps:
        advice = "Start the desk: `topicdesk run` does them by itself."
        return [reach, warning(MIGRATIONS, f"{len(steps)} to do", advice)]
    try:
        return [reach, fine(MIGRATIONS, "none to do"), await _examine_set_aside(settings)]
    except DatabaseUnavailable as error:
        return [refused(error)]


async def examine_reach(settings: Settings) -> Finding:
    """Whether there is a database, or can be one."""
    reach, _ = await _look(settings)
    return reach


async def _look(settings: Settings) -> tuple[Finding, list[str] | None]:
    """The database, and its migrations to do when it is there already."""
    try:
        url = parse(settings.database_url)
        file = file_of(url)
        if file is not None and not file.exists():
            return _examine_place(file), None  # the doctor does not make it
        steps = await pending(settings.database_url)
    except DatabaseUnavailable as error:
        return refused(error), None
    where = file or f"{url.database} at {url.host or 'this machine'}"
    return fine(DATABASE, f"{where} can be used"), steps


def refused(error: DatabaseUnavailable) -> Finding:
    """No database, no desk; the reason is storage's own sentence."""
    words = str(error).removesuffix(".")
    return refusal(DATABASE, words, "Correct DATABASE_URL in .env, or what it names.")


def _examine_place(file: Path) -> Finding:
    folder = next(folder for folder in file.absolute().parents if folder.exists())
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return fine(DATABASE, f"{file} will be made when the desk starts")
    advice = "Choose another file for DATABASE_URL in .env."
    return refusal(
        DATABASE, f"{file} cannot be made, because {folder} cannot be written to", advice
    )


async def _examine_set_aside(settings: Settings) -> Finding:
    database = await Database.open(settings.database_url)
    try:
        async with database.begin() as uow:
            deliveries = await uow.courier.set_aside_count()
            updates = await uow.inbox.set_aside_count()
            notices = await uow.webhooks.given_up_count()
            examples = [*await uow.courier.given_up(1), *await uow.inbox.given_up(1)]
    finally:
        await database.close()
    if not deliveries and not updates:
        return _examine_notices(notices)
    why = "; ".join(f"{each.what}: {_shortened(each.reason)}" for each in examples)
    return warning(
        SET_ASIDE,
        f"{deliveries} deliveries and {updates} updates were given up; the last of them: {why}",
        "When the cause is put right, `topicdesk retry` tries them all again.",
    )


def _examine_notices(given_up: int) -> Finding:
    if not given_up:
        return fine(SET_ASIDE, "no work was given up")
    return warning(
        SET_ASIDE,
        f"{given_up} notices to webhooks were given up",
        "`topicdesk webhooks` shows why; `topicdesk retry` tries them all again.",
    )


def _shortened(reason: str) -> str:
    """One line of it, long enough to know the trouble by."""
    line = " ".join(reason.split()).rstrip(".")
    return line if len(line) <= _REASON_LENGTH else f"{line[: _REASON_LENGTH - 1]}…"
