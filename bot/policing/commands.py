"""`topicdesk policy`: the owner's policy tried on cases, and why it decides as it does."""
# ruff: noqa: PLC0415 - what a command needs is imported when it runs: `--help` is quick

from pathlib import Path
from typing import Annotated

import typer

from bot.giving_up import give_up

policies = typer.Typer(
    help="Try the policy of desk/policy.yaml on cases, and see why it decides as it does.",
    no_args_is_help=True,
)

Cases = Annotated[Path, typer.Argument(help="A file of cases, such as desk/policy_cases.yaml.")]
Folder = Annotated[
    Path | None,
    typer.Option("--desk", envvar="DESK_DIR", help="The desk's folder, if it is another one."),
]


@policies.command("test")
def policy_test(cases: Cases, folder: Folder = None) -> None:
    """Decide every case of a file; exit with 1 if one is not decided as it expects."""
    from bot.desk_files import folder as desk_folder
    from bot.desk_files.document import InvalidDeskFiles
    from bot.policing import cases as case_files
    from bot.policing import running
    from bot.settings import Settings

    shipped: Path = Settings.model_fields["desk_dir"].default
    try:
        found = desk_folder.load(folder or shipped)
        read = case_files.read(cases, found.described)
    except InvalidDeskFiles as error:
        give_up(str(error))
    results = running.run(read, found.desk.policy)
    typer.echo(running.report(results, found.desk.policy))
    raise typer.Exit(1 if any(each.missed for each in results) else 0)


@policies.command("explain")
def policy_explain(
    cases: Cases,
    name: Annotated[
        str | None, typer.Argument(help="The case; without it the first of that action.")
    ] = None,
    action: Annotated[
        str | None, typer.Option(help="Propose this instead, such as billing.refund.")
    ] = None,
    argument: Annotated[
        list[str] | None,
        typer.Option("--set", help="An argument of it, such as amount_minor=2500."),
    ] = None,
    folder: Folder = None,
) -> None:
    """Print why an action is decided so: what proves it, what every rule came to, who decides."""
    from bot.desk_files import folder as desk_folder
    from bot.desk_files.document import InvalidDeskFiles
    from bot.policing import cases as case_files
    from bot.policing.choosing import NoSuchCase, chosen
    from bot.policing.explaining import explanation
    from bot.settings import Settings
    from orchestration.actions.gate import judge

    shipped: Path = Settings.model_fields["desk_dir"].default
    try:
        found = desk_folder.load(folder or shipped)
        read = case_files.read(cases, found.described)
        case = chosen(read, name, action, argument or ())
    except (InvalidDeskFiles, NoSuchCase) as error:
        give_up(str(error))
    policy = found.desk.policy
    typer.echo(explanation(case.situation, policy, judge(case.situation, policy)))
