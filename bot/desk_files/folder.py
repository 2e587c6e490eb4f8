"""Reads the whole of a desk's folder: what the owner decided in all its files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from bot.desk_files import desk as desk_files
from bot.desk_files import escalation as escalation_files
from bot.desk_files import knowledge as knowledge_files
from bot.desk_files import macros as macro_files
from bot.desk_files import policy as policy_files
from bot.desk_files import sla as sla_files
from bot.desk_files import specialists as specialist_files
from bot.desk_files import tool_servers
from bot.desk_files import tools as tool_files
from bot.desk_files import workflows as workflow_files
from bot.desk_files.document import Document, InvalidDeskFiles, Mistake
from orchestration.answering.macros import Library
from orchestration.desk import Desk
from orchestration.knowledge.articles import Article
from orchestration.sla.policy import Policy
from orchestration.specialists.cast import Cast
from orchestration.tools.described import Described
from orchestration.workflows.workflow import Workflow

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DeskFolder:
    """How the desk is run, its canned replies, its specialists, what they know, and workflows."""

    desk: Desk
    library: Library
    cast: Cast = field(default_factory=Cast)
    articles: Sequence[Article] = ()
    #: What cannot be followed of the tools: the desk starts without.
    without: Sequence[Mistake] = ()
    #: The tools as the owner described them, which the desk's other files are held against.
    described: Described = field(default_factory=dict)


def load(folder: Path, servers: Path | None = None) -> DeskFolder:
    """All that the folder holds; raises `InvalidDeskFiles` with the mistakes of every file.

    The tool servers stand in the file `servers`, where it is named, instead of desk.yaml.
    """
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
    articles: Sequence[Article] = read(lambda: knowledge_files.load(folder), ())
    labels = {label for article in articles for label in article.labels}
    before = len(mistakes)
    cast = read(lambda: specialist_files.load(folder, labels), Cast())
    described: Described | None = None
    described = read(lambda: tool_files.load(folder), described)
    policy = desk.policy
    if described is not None:  # else whatever the policy says of tools would be a mistake
        around = policy_files.Surroundings(
            described,
            None if mistakes else list(desk.queues),
            None if sla is None else [tier.name for tier in sla.tiers],
            None if mistakes else {tier.id for tier in escalation.tiers},
        )
        policy = read(lambda: policy_files.load(folder, around), policy)
    known = cast if len(mistakes) == before else None
    workflows: Sequence[Workflow] = read(lambda: workflow_files.load(folder, known, described), ())
    if mistakes:
        raise InvalidDeskFiles(mistakes)
    declared = tool_servers.read(Document.read(servers or folder / "desk.yaml"))
    desk = replace(
        desk,
        sla=sla or desk.sla,
        escalation=escalation,
        toolbox=declared.box,
        policy=policy,
        workflows={each.id: each for each in workflows},
    )
    without = (*declared.mistakes, *tool_servers.about_specialists(folder, declared))
    return DeskFolder(desk, library, cast, articles, without, described or {})


class _Any:
    """Holds whatever it is asked for."""

    def __contains__(self, name: object) -> bool:
        return True
