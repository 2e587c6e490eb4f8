"""Reads the whole of a desk's folder: what the owner decided in all its files."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from bot.desk_files import desk as desk_files
from bot.desk_files import escalation as escalation_files
from bot.desk_files import macros as macro_files
from bot.desk_files import sla as sla_files
from bot.desk_files.document import InvalidDeskFiles, Mistake
from orchestration.answering.macros import Library
from orchestration.desk import Desk
from orchestration.sla.policy import Policy

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DeskFolder:
    """How the desk is run, and its canned replies."""

    desk: Desk
    library: Library


def load(folder: Path) -> DeskFolder:
    """All that the folder holds; raises `InvalidDeskFiles` with the mistakes of every file."""
    mistakes: list[Mistake] = []

    def read(file: Callable[[], T], otherwise: T) -> T:
        try:
            return file()
        except InvalidDeskFiles as error:
            mistakes.extend(error.mistakes)
            return otherwise

    desk = read(lambda: desk_files.load(folder), Desk())
    # Where the queues are not known, those that other files name cannot be looked up.
    queues = _Any() if mistakes else desk.queues
    sla: Policy | None = None
    sla = read(lambda: sla_files.load(folder, queues), sla)
    escalation = read(lambda: escalation_files.load(folder, queues, sla), desk.escalation)
    library: Library = {}
    library = read(lambda: macro_files.load(folder), library)
    if mistakes:
        raise InvalidDeskFiles(mistakes)
    return DeskFolder(replace(desk, sla=sla or desk.sla, escalation=escalation), library)


class _Any:
    """Holds whatever it is asked for."""

    def __contains__(self, name: object) -> bool:
        return True
