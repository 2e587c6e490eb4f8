"""Which workflows a conversation is about, and for which of its words.

The same linear model that routes to specialists learns workflows as its labels: from the workflows'
examples, and from messages that are for specialists who have none, which are about nothing here.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from orchestration.routing.examples import Example
from orchestration.routing.model import RoutingModel
from orchestration.workflows.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Pick:
    """A workflow, by id, the words that are about it, and how sure that is, from 0 to 1."""

    workflow: str
    words: str
    confidence: float


def examples_of(
    workflows: Iterable[Workflow], routing: Iterable[Example] = ()
) -> Sequence[Example]:
    """What a model of workflows learns from.

    `routing` are a router's examples: those that are for nobody, or only for specialists without
    a workflow, show what no workflow is about.
    """
    known = list(workflows)
    served = {id_ for each in known for id_ in each.specialists}
    about = [Example(text, frozenset({each.id})) for each in known for text in each.examples]
    nothing = [
        Example(each.text, frozenset(), each.history, each.group)
        for each in routing
        if each.specialists.isdisjoint(served)
    ]
    return [*about, *nothing]


def pick(
    model: RoutingModel,
    conversation: Sequence[str],
    workflows: Mapping[str, Workflow],
    called: Collection[str],
) -> Sequence[Pick]:
    """The workflows of the specialists that were `called`, in the order in which they go.

    `conversation` is what the customer wrote, the newest last. A specialist who was called is no
    reason to take a workflow of theirs: only what the model is sure of is taken.
    """
    found = [
        Pick(each.specialist, each.text, each.confidence)
        for each in model.decide(conversation).tasks
        if each.specialist in workflows
    ]
    fit = [each for each in found if not workflows[each.workflow].specialists.isdisjoint(called)]
    return sorted(fit, key=lambda each: (workflows[each.workflow].order, each.workflow))
