"""`topicdesk eval`: what the desk decides by itself, measured on labelled examples."""
# ruff: noqa: PLC0415 - what a command needs is imported when it runs: `--help` is quick

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer

from bot.giving_up import give_up

evaluations = typer.Typer(
    help="Measure what the desk decides by itself, on labelled examples.", no_args_is_help=True
)


@evaluations.command("routing")
def eval_routing(  # noqa: PLR0913 - a command's options
    train: Annotated[
        Path | None,
        typer.Option(help="CSV to learn from: text,label and perhaps history,group."),
    ] = None,
    test: Annotated[Path | None, typer.Option(help="CSV to be measured on.")] = None,
    router: Annotated[
        str, typer.Option(help="Which router: built-in, semantic or claude.")
    ] = "built-in",
    *,
    per_label: Annotated[
        int | None, typer.Option(min=1, help="Learn from so many examples of each label only.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Which ones --per-label takes.")] = 0,
    calibrate: Annotated[
        bool, typer.Option("--calibrate", help="Show the operating point and its curve.")
    ] = False,
    picture: Annotated[
        Path | None, typer.Option(help="Draw the confusion matrix into this SVG file.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure how well a router finds the specialists of messages.

    An empty label is out of scope. Without files it is measured on the desk's own set.
    """
    from bot.evaluating import report, routing
    from bot.evaluating.cannot_measure import CannotMeasure
    from bot.settings import Settings

    shipped: Path = Settings.model_fields["desk_dir"].default
    try:
        sample = None if per_label is None else routing.Sample(per_label, seed)
        measured = asyncio.run(routing.measure(router, train, test, shipped, sample))
        if picture is not None:
            picture.write_text(report.picture_of(measured.score), encoding="utf-8")
    except CannotMeasure as error:
        give_up(str(error))
    except OSError as error:
        give_up(f"{picture} cannot be written ({error.strerror}): choose another --picture.")
    if as_json:
        point = {"operating_point": measured.operating_point()} if calibrate else {}
        typer.echo(json.dumps(measured.figures() | point))
    else:
        typer.echo(report.text_of(measured, curve=calibrate))


@evaluations.command("knowledge")
def eval_knowledge(
    questions: Annotated[
        Path | None, typer.Option(help="CSV of your own: language,question,article.")
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--desk", envvar="DESK_DIR", help="The desk's folder, if it is another one."),
    ] = None,
    *,
    by_meaning: Annotated[
        bool, typer.Option("--semantic", help="Find by meaning too: the extra `semantic`.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure how well questions find the articles that answer them: recall@5 and MRR."""
    from bot.assisting import semantic
    from bot.desk_files.document import InvalidDeskFiles
    from bot.evaluating import knowledge
    from bot.evaluating.cannot_measure import CannotMeasure
    from bot.settings import Settings

    shipped: Path = Settings.model_fields["desk_dir"].default
    try:
        embedder = semantic.embedder() if by_meaning else None
        found = knowledge.measured(folder or shipped, questions, embedder)
    except (CannotMeasure, InvalidDeskFiles, semantic.NotInstalled) as error:
        give_up(str(error))
    typer.echo(json.dumps(knowledge.figures(found)) if as_json else knowledge.text_of(found))


@evaluations.command("policy")
def eval_policy(
    cases: Annotated[
        Path, typer.Option(help="A folder with tools/, policy.yaml and cases/ (docs/policy.md).")
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure how a policy decides the cases of any domain: what it stops, and what it should not.

    Cases that are decided otherwise than they expect are printed in full.
    """
    from bot.desk_files.document import InvalidDeskFiles
    from bot.evaluating import policy
    from bot.evaluating.cannot_measure import CannotMeasure

    try:
        found = policy.measured(cases)
    except (CannotMeasure, InvalidDeskFiles) as error:
        give_up(str(error))
    typer.echo(json.dumps(policy.figures(found)) if as_json else policy.text_of(found))


@evaluations.command("tone")
def eval_tone(
    messages: Annotated[
        Path | None, typer.Option(help="CSV of your own: text,tone,triggers,language,split.")
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--desk", envvar="DESK_DIR", help="The desk's folder, if it is another one."),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure how well the desk hears how customers sound, and what they threaten or report."""
    from bot.evaluating import tone
    from bot.evaluating.cannot_measure import CannotMeasure
    from bot.settings import Settings

    shipped: Path = Settings.model_fields["desk_dir"].default
    try:
        halves = tone.measured(folder or shipped, messages)
    except CannotMeasure as error:
        give_up(str(error))
    typer.echo(json.dumps(tone.figures(halves)) if as_json else tone.text_of(halves))
