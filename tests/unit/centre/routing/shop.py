"""A small shop's examples: quick to learn, and plain enough to be sure of."""

from collections.abc import Sequence

from orchestration.routing.built_in import BuiltInRouter
from orchestration.routing.decision import RoutingDecision
from orchestration.routing.examples import Example

_SAID = {
    "billing": [
        "you charged my card twice",
        "my card was charged twice for one invoice",
        "please send the invoice again",
        "the invoice shows the wrong amount",
        "the amount on my card is wrong",
        "refund the amount you charged to my card",
    ],
    "returns": [
        "i want to return the shoes",
        "how do i return these shoes to you",
        "the jacket is too small, i want to return it",
        "where is the return label for the jacket",
        "the return label does not print",
        "shoes are too small, i need a return label",
    ],
    "": [
        "tell me a joke about the weather",
        "what will the weather be tomorrow",
        "will it rain tomorrow in madrid",
        "sing me a song about rain",
        "tell me about madrid",
        "do you know a song or a joke",
    ],
    "billing+returns": [
        "I want to return the shoes. You charged my card twice.",
        "Please send the invoice again. Where is the return label for the jacket?",
        "The jacket is too small, I want to return it. The invoice shows the wrong amount.",
    ],
}


def examples(*labels: str) -> list[Example]:
    """The examples of these labels."""
    return [
        Example(text, frozenset(label.split("+")) if label else frozenset())
        for label in labels
        for text in _SAID[label]
    ]


ALL = examples(*_SAID)
IN_SCOPE = examples("billing", "returns")


def ask(router: BuiltInRouter, conversation: Sequence[str]) -> RoutingDecision:
    """What a router decides, without a loop: the built-in one waits for nothing."""
    try:
        router.route(conversation).send(None)
    except StopIteration as done:
        decision: RoutingDecision = done.value
        return decision
    msg = "the built-in router waited for something"
    raise AssertionError(msg)
