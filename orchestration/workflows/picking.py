"""Which workflows a conversation is about, and for which of its words.

The same linear model that routes to specialists learns workflows as its labels: from the workflows'
examples, and from messages that are for specialists who have none, which are about nothing here.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from orchestration.routing.examples import Example
from orchestration.routing.linear import OUT_OF_SCOPE, LinearModel
from orchestration.routing.model import RoutingModel
from orchestration.workflows.workflow import Workflow

#: Whose order it was in an example says nothing of what others write.
_NUMBER = re.compile(r"\d{3,}")


@dataclass(frozen=True, slots=True)
class Pick:
    """A workflow, by id, the words that are about it, and how sure that is, from 0 to 1."""

    workflow: str
    words: str
    confidence: float


def examples_of(
    workflows: Iterable[Workflow], labelled: Iterable[Example] = (), routing: Iterable[Example] = ()
) -> Sequence[Example]:
    """What a model of workflows learns from.

    `labelled` are the desk's own messages, by workflow; those of workflows that are not there are
    left out. `routing` are a router's examples: those that are for nobody, or only for specialists
    without a workflow, show what no workflow is about.
    """
    known = {each.id: each for each in workflows}
    served = {id_ for each in known.values() for id_ in each.specialists}
    about = [
        Example(text, frozenset({each.id})) for each in known.values() for text in each.examples
    ]
    own = [each for each in labelled if each.specialists <= known.keys()]
    nothing = [
        replace(each, specialists=frozenset())
        for each in routing
        if each.specialists.isdisjoint(served)
    ]
    return [_without_numbers(each) for each in (*about, *own, *nothing)]


def _without_numbers(example: Example) -> Example:
    history = tuple(_NUMBER.sub("", each) for each in example.history)
    return replace(example, text=_NUMBER.sub("", example.text), history=history)


def pick(
    model: RoutingModel,
    conversation: Sequence[str],
    workflows: Mapping[str, Workflow],
    called: Collection[str],
) -> Sequence[Pick]:
    """The workflows of the specialists that were `called`, in the order in which they go.

    `conversation` is what the customer wrote, the newest last. A specialist who was called is no
    reason to take a workflow of theirs: it must be likelier than none, and as sure as is enough.
    What is surely about other workflows alone is about none of theirs.
    """
    fit = {id_ for id_, each in workflows.items() if not each.specialists.isdisjoint(called)}
    narrow = _among(model, fit)
    widely = {each.specialist for each in model.decide(conversation).tasks}
    if narrow is None or (widely and widely.isdisjoint(fit)):
        return ()
    found = [
        Pick(each.specialist, each.text, each.confidence)
        for each in narrow.decide(conversation).tasks
    ]
    return tuple(sorted(found, key=lambda each: (workflows[each.workflow].order, each.workflow)))


def _among(model: RoutingModel, labels: Collection[str]) -> RoutingModel | None:
    """The same model for these labels and none; without one of them there is nothing to pick."""
    linear = model.linear
    places = [n for n, each in enumerate(linear.labels) if each in labels or each == OUT_OF_SCOPE]
    kept = tuple(linear.labels[place] for place in places)
    if not set(kept) - {OUT_OF_SCOPE}:
        return None
    weights, bias = linear.weights[:, places], linear.bias[places]
    return RoutingModel(LinearModel(kept, linear.features, weights, bias), model.point)
