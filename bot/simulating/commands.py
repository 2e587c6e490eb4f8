"""`topicdesk simulate`: the command."""
# ruff: noqa: PLC0415 - what a command needs is imported when it runs: `--help` is quick

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

#: How a run ends: as expected, with a miss, with a file that cannot be played.
GOOD, MISSED, BROKEN = 0, 1, 2


def simulate(
    files: Annotated[
        list[Path], typer.Argument(help="Scenarios, or folders of them: docs/simulate.md.")
    ],
    desk: Annotated[
        Path | None,
        typer.Option(envvar="DESK_DIR", help="The desk's folder, if it is another one."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=16, help="So many are played side by side.")] = 1,
    patience: Annotated[
        float, typer.Option(min=0.1, help="So many seconds each expected thing is waited for.")
    ] = 20.0,
) -> None:
    """Play whole tickets through the desk, and grade what came of them.

    Each has a desk, a Telegram and business systems of its own on this machine. The status is 0
    where all went as expected, 1 where something did not, 2 where a file cannot be played.
    """
    from bot.desk_files.document import InvalidDeskFiles
    from bot.settings import Settings
    from bot.simulating import report
    from bot.simulating.player import Manner, Result
    from bot.simulating.running import quiet, results
    from bot.simulating.scenario import Script, load_all

    manner = Manner(desk or Settings.model_fields["desk_dir"].default, patience)

    async def run(scripts: list[Script]) -> list[Result]:
        table, done = report.Table(scripts), list[Result]()
        loop = asyncio.get_running_loop()
        began = loop.time()
        async for result in results(scripts, jobs, manner):
            typer.echo(table.line(result))
            done.append(result)
        for result in done:
            if result.misses:
                typer.echo(f"\n{report.missed(result)}")
        typer.echo(f"\n{report.summary(done, loop.time() - began)}")
        return done

    try:
        scripts = load_all(files)
        quiet()
        done = asyncio.run(run(scripts))
    except InvalidDeskFiles as error:
        typer.echo(str(error), err=True)
        sys.exit(BROKEN)
    sys.exit(MISSED if any(result.misses for result in done) else GOOD)
