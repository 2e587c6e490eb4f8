"""What the desk reads before it meets anyone: its settings and its files."""

from bot import desk_files, macro_files
from bot.checks.finding import Finding, fine, refusal
from bot.desk_files import InvalidDeskFiles, Mistake
from bot.receivers import receivers
from bot.settings import InvalidSettings, Settings
from orchestration.desk import Desk
from orchestration.macros import Library, Macro

SETTINGS = "settings"
DESK_FILES = "desk files"
BRAIN = "brain"


def refused_settings(error: InvalidSettings) -> list[Finding]:
    """One line for each setting that is wrong."""
    return [refusal(SETTINGS, problem.words, problem.advice) for problem in error.problems]


def examine_settings() -> Finding:
    """Settings that could be read are fine."""
    return fine(SETTINGS, "every value can be used")


def examine_desk(settings: Settings) -> list[Finding]:
    """Whether the desk's files can be followed, and, if not, one line for each mistake."""
    mistakes: list[Mistake] = []
    desk, library = Desk(), dict[str, Macro]()
    try:
        desk = desk_files.load(settings.desk_dir)
    except InvalidDeskFiles as error:
        mistakes += error.mistakes
    try:
        library |= macro_files.load(settings.desk_dir)
    except InvalidDeskFiles as error:
        mistakes += error.mistakes
    if mistakes:
        return [refusal(DESK_FILES, str(mistake), "Correct it there.") for mistake in mistakes]
    try:
        receivers(settings, desk)
    except InvalidSettings as error:
        return refused_settings(error)
    words = f"{settings.desk_dir} can be followed, with {_queues(desk)} and {_macros(library)}"
    return [fine(DESK_FILES, words)]


def examine_brain(settings: Settings) -> Finding:
    """Who thinks for the specialists; both answers are fine."""
    if settings.anthropic_api_key is None:
        return fine(BRAIN, "built-in, because ANTHROPIC_API_KEY is not set")
    return fine(BRAIN, "built-in; ANTHROPIC_API_KEY waits for the specialists that use Claude")


def _queues(desk: Desk) -> str:
    names = ", ".join(desk.queues)
    return f"the queue {names}" if len(desk.queues) == 1 else f"the queues {names}"


def _macros(library: Library) -> str:
    return "1 macro" if len(library) == 1 else f"{len(library)} macros"
