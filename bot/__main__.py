"""The command line. It imports what a command needs when that command runs: `--help` is quick."""
# ruff: noqa: PLC0415 - aiogram alone takes seconds to import

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.evaluating.commands import evaluations
from bot.giving_up import give_up
from bot.policing.commands import policies
from bot.simulating.commands import simulate

app = typer.Typer(
    name="topicdesk",
    help="A Telegram ticket desk: every ticket is a topic in your staff's forum group.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

app.add_typer(evaluations, name="eval")
app.add_typer(policies, name="policy")
app.command()(simulate)


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the page.")] = 8080,
    data: Annotated[Path, typer.Option(help="Folder that keeps chats and tickets.")] = Path(
        ".demo"
    ),
) -> None:
    """Try the desk in the browser with a Telegram on this machine: no token, no key, no server."""
    from bot import logs
    from bot.checks import database
    from bot.demo import Demo, SpoiledFolder
    from bot.desk_files.document import InvalidDeskFiles
    from bot.settings import InvalidSettings
    from storage.errors import DatabaseUnavailable

    logs.configure()

    async def run(stopped: asyncio.Event) -> None:
        playing = Demo(port, data, systems=True)
        try:
            address = await playing.start()
            print(f"ready: {address}", flush=True)  # noqa: T201 - the promise of this command
            await stopped.wait()
        finally:
            await playing.stop()

    try:
        _until_signalled(run)
    except OSError as error:
        give_up(f"port {port} or {data} cannot be used ({error}): choose another --port or --data")
    except (InvalidSettings, InvalidDeskFiles, SpoiledFolder) as error:
        give_up(str(error))
    except DatabaseUnavailable as error:
        give_up(database.refused(error).sentence)


@app.command()
def run(
    webhook: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Have updates posted to this address: WEBHOOK_URL."),
    ] = None,
) -> None:
    """Run the desk with the settings of `.env` and the environment."""
    from bot import crash_points, doctor, logs, settings
    from bot.checks import database
    from bot.incoming.webhook import CannotListen
    from bot.log_masking import configured
    from bot.wiring import RunningDesk
    from engine.clock import MachineClock
    from storage.errors import DatabaseUnavailable

    try:
        crash_points.arm(os.environ.get(crash_points.VARIABLE))
        chosen = settings.load() if webhook is None else settings.load(webhook_url=webhook)
    except (settings.InvalidSettings, crash_points.UnknownCrashPoint) as error:
        give_up(str(error))
    logs.configure(chosen.log_level, chosen.log_format, configured(chosen))

    async def serve(stopped: asyncio.Event) -> None:
        refusal = await doctor.refusal_to_start(chosen)
        if refusal is not None:
            give_up(refusal)
        desk = RunningDesk(chosen, MachineClock())
        try:
            await desk.start()
            ended = asyncio.ensure_future(stopped.wait())
            rejected = asyncio.ensure_future(desk.rejected.wait())
            await asyncio.wait({ended, rejected}, return_when=asyncio.FIRST_COMPLETED)
            ended.cancel()
            rejected.cancel()
        finally:
            await desk.stop()
        if desk.rejected.is_set():
            give_up(doctor.TOKEN_REJECTED)

    try:
        _until_signalled(serve)
    except DatabaseUnavailable as error:  # it went away between the check and the start
        give_up(database.refused(error).sentence)
    except CannotListen as error:
        give_up(str(error))


@app.command("doctor")
def doctor_command() -> None:
    """Check token, staff group, rights, database and desk files, and say what to do."""
    from bot import doctor

    findings = asyncio.run(doctor.examine())
    typer.echo(doctor.render(findings))
    raise typer.Exit(1 if doctor.failed(findings) else 0)


@app.command()
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            envvar="DESK_DIR", help="The desk's folder; without it the one that comes with it."
        ),
    ] = None,
) -> None:
    """Check every file of the desk's folder, and name the line of anything it cannot follow."""
    from bot import doctor
    from bot.checks import files
    from bot.settings import InvalidSettings, Settings, load_of_models

    shipped: Path = Settings.model_fields["desk_dir"].default
    try:
        _, findings = files.examine_folder(folder or shipped, load_of_models())
    except InvalidSettings as error:
        give_up(str(error))
    typer.echo(doctor.render(findings))
    raise typer.Exit(1 if doctor.failed(findings) else 0)


@app.command()
def retry() -> None:
    """Try again what was given up: updates that could not be handled, and deliveries refused.

    A running desk finds them within a minute; one that is started, at once.
    """
    from bot import settings, upkeep
    from storage.errors import DatabaseUnavailable

    try:
        back = asyncio.run(upkeep.try_again(settings.load().database_url))
    except (settings.InvalidSettings, DatabaseUnavailable) as error:
        give_up(str(error))
    typer.echo(f"{back.deliveries} deliveries and {back.updates} updates will be tried again.")
    if back.notices:
        typer.echo(f"So will {back.notices} notices to webhooks.")


@app.command()
def webhooks(
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="So many of the newest.")] = 50,
    *,
    new_secret: Annotated[
        bool, typer.Option("--new-secret", help="Make a secret for WEBHOOK_SIGNING_SECRETS.")
    ] = False,
) -> None:
    """Show what webhooks were told, and what came of it: the delivery log."""
    from bot import delivery_log, settings, upkeep
    from connectors.webhooks import signing
    from storage.errors import DatabaseUnavailable

    if new_secret:
        typer.echo(signing.new_secret())
        return
    try:
        log = asyncio.run(upkeep.told_webhooks(settings.load().database_url, limit))
    except (settings.InvalidSettings, DatabaseUnavailable) as error:
        give_up(str(error))
    typer.echo(delivery_log.render(log))


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The file to make, such as desk-backup.zip.")],
) -> None:
    """Save everything the desk knows to a file. The desk may run meanwhile."""
    from datetime import UTC, datetime

    from bot import settings
    from storage import backup as backups
    from storage.errors import BackupUnusable, DatabaseUnavailable

    try:
        address = settings.load().database_url
        saved = asyncio.run(backups.save(address, file, datetime.now(UTC)))
    except (settings.InvalidSettings, DatabaseUnavailable, BackupUnusable) as error:
        give_up(str(error))
    typer.echo(f"{file} holds {saved.tickets} tickets, {saved.rows} rows in all.")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `topicdesk backup` made.")],
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Replace all that is in the database.")
    ] = False,
) -> None:
    """Fill the database of DATABASE_URL from a backup. Stop the desk before.

    It may be another database than the backup is from: SQLite or PostgreSQL, either way.
    """
    from bot import settings
    from storage import backup as backups
    from storage.errors import BackupUnusable, DatabaseUnavailable

    try:
        address = settings.load().database_url
        restored = asyncio.run(backups.restore(address, file, replace=force))
    except (settings.InvalidSettings, DatabaseUnavailable, BackupUnusable) as error:
        give_up(str(error))
    typer.echo(f"{restored.tickets} tickets are back, {restored.rows} rows in all.")


@app.command()
def audit(
    ticket: Annotated[
        int | None, typer.Option(min=1, help="Only what happened to this ticket.")
    ] = None,
) -> None:
    """Print who did what, on every ticket, as lines of JSON. The desk may run meanwhile."""
    from bot import settings
    from storage import audit as audits
    from storage.errors import DatabaseUnavailable

    try:
        address = settings.load().database_url
        asyncio.run(audits.export(address, sys.stdout, ticket))
    except (settings.InvalidSettings, DatabaseUnavailable) as error:
        give_up(str(error))


def main() -> None:
    """The entry point of the `topicdesk` command."""
    app()


def _until_signalled(work: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Runs `work` with an event that Ctrl-C and SIGTERM set."""

    async def supervised() -> None:
        stopped = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stopped.set)
        await work(stopped)

    asyncio.run(supervised())


if __name__ == "__main__":
    main()
