"""What the desk reads before it meets anyone: its settings and its files."""

from pathlib import Path

from bot.assisting import brains, semantic
from bot.checks.finding import Finding, failure, fine, refusal, warning
from bot.desk_files import folder as desk_folder
from bot.desk_files.document import InvalidDeskFiles
from bot.desk_files.folder import DeskFolder
from bot.receivers import receivers
from bot.settings import InvalidSettings, ModelSettings, Settings
from orchestration.answering.macros import Library
from orchestration.desk import Desk
from orchestration.specialists.cast import Cast

SETTINGS = "settings"
DESK_FILES = "desk files"
TOOLS = "tools"
COPY_KEY = "Copy the key from the Anthropic console into ANTHROPIC_API_KEY in .env."
#: What is advised for a part of the tools.
WITHOUT = "Correct it; the desk does the rest without it."


def refused_settings(error: InvalidSettings) -> list[Finding]:
    """One line for each setting that is wrong."""
    return [refusal(SETTINGS, problem.words, problem.advice) for problem in error.problems]


def examine_settings() -> Finding:
    """Settings that could be read are fine."""
    return fine(SETTINGS, "every value can be used")


def examine_folder(
    folder: Path, settings: ModelSettings, servers: Path | None = None
) -> tuple[DeskFolder | None, list[Finding]]:
    """What the desk's files say, and, where they cannot be followed, a line for each mistake.

    Tool servers stand in the file `servers`, where it is named.
    """
    try:
        found = desk_folder.load(folder, servers)
    except InvalidDeskFiles as error:
        wrong = error.mistakes
        return None, [refusal(DESK_FILES, str(each), "Correct it there.") for each in wrong]
    few = f"{_queues(found.desk)}, {_macros(found.library)}, {_specialists(found.cast)}"
    holds = f"{few} and {_articles(len(found.articles))}"
    words = f"{folder} can be followed, with {holds}"
    findings = [fine(DESK_FILES, words)]
    lacking = semantic.lacking(found.desk)
    if lacking is not None:
        advice = "Until then messages are routed, and articles found, by words alone."
        findings.append(warning(DESK_FILES, lacking, advice))
    unkeyed = brains.lacking(found.desk, settings)
    if unkeyed is not None:
        findings.append(warning(DESK_FILES, unkeyed, COPY_KEY))
    findings += [failure(TOOLS, str(each), WITHOUT) for each in found.without]
    return found, findings


def examine_desk(settings: Settings) -> tuple[DeskFolder | None, list[Finding]]:
    """The same where the settings name a folder, which they must go together with."""
    servers = settings.tool_servers_file
    found, findings = examine_folder(settings.desk_dir, settings, servers)
    try:
        if found is not None:
            receivers(settings, found.desk)
    except InvalidSettings as error:
        return found, refused_settings(error)
    return found, findings


def _queues(desk: Desk) -> str:
    names = ", ".join(desk.queues)
    return f"the queue {names}" if len(desk.queues) == 1 else f"the queues {names}"


def _macros(library: Library) -> str:
    return "1 macro" if len(library) == 1 else f"{len(library)} macros"


def _specialists(cast: Cast) -> str:
    return "1 specialist" if len(cast) == 1 else f"{len(cast)} specialists"


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"
