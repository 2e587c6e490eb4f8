"""Says what is wrong with a set-up and what to do, in one line a question.

A starting desk asks the same questions: what stops it, it says in the doctor's words.
"""

from collections.abc import Callable, Iterable, Sequence

from bot import settings as desk_settings
from bot.checks import database, files, models, telegram, tools, tracing
from bot.checks.finding import Finding, Verdict
from bot.settings import InvalidSettings, Settings

#: What a desk says that was running when Telegram began to reject its token.
TOKEN_REJECTED = telegram.REJECTED.sentence


async def examine(read: Callable[[], Settings] = desk_settings.load) -> list[Finding]:
    """Everything there is to know; with invalid settings, only what is wrong with them."""
    try:
        settings = read()
    except InvalidSettings as error:
        return files.refused_settings(error)
    found, of_files = files.examine_desk(settings)
    findings = [
        files.examine_settings(),
        *of_files,
        *await database.examine(settings),
        *await telegram.examine(settings),
    ]
    if found is not None:
        findings += await tools.examine(settings.desk_dir, found)
        findings += await models.examine(settings, found)
    return [*findings, *tracing.examine(settings)]


async def refusal_to_start(settings: Settings) -> str | None:
    """Why the desk cannot start at all, one sentence a line: its files, database or token.

    Everything else lets it start with less, and is tried again.
    """
    _, of_files = files.examine_desk(settings)
    findings = [
        *of_files,
        await database.examine_reach(settings),
        await telegram.examine_token(settings),
    ]
    refusals = [finding for finding in findings if finding.verdict is Verdict.REFUSAL]
    return "\n".join(finding.sentence for finding in refusals) or None


def failed(findings: Iterable[Finding]) -> bool:
    """Whether something does not work; a warning is not that."""
    return any(finding.failed for finding in findings)


def render(findings: Sequence[Finding]) -> str:
    """A line a finding, plain enough for a pipe, and a last one that sums up."""
    width = max((len(finding.name) for finding in findings), default=0)
    lines = [
        f"{finding.verdict.mark} {finding.name:<{width}}  {finding.sentence}"
        for finding in findings
    ]
    wrong = sum(finding.failed for finding in findings)
    summary = {0: "The desk is ready.", 1: "1 thing to put right."}
    return "\n".join([*lines, "", summary.get(wrong, f"{wrong} things to put right.")])
