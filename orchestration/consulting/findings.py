"""What came of a turn, before it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orchestration.actions.surveying import Served
from orchestration.consulting.briefing import Matter
from orchestration.events.specialists import Routed
from orchestration.specialists.advice import Advice, Contribution
from orchestration.specialists.built_in.sentences import Say
from orchestration.specialists.cast import Cast
from orchestration.workflows.supervising import Supervised
from orchestration.workflows.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Planned:
    """What plans contribute: the case as it is now, its plans, and what it takes to use them.

    The workflows are by id, the tools those that the servers have now. `say` has the desk's
    sentences, and `language` is the customer's.
    """

    supervised: Supervised
    workflows: Mapping[str, Workflow]
    served: Served
    say: Say
    language: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Who was called of whom and why, what they said, the draft, and what plans contribute.

    `planned` is None where nobody plans, a colleague asked, or plans failed or are not there yet.
    They are `complete` where nobody was late with any of it.
    """

    cast: Cast
    matter: Matter
    routed: Routed
    said: Sequence[Contribution]
    draft: Advice
    planned: Planned | None
    complete: bool
