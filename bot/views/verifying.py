"""How a card and the log tell whose record a customer's is."""

from collections.abc import Iterator

from bot.texts import Texts
from bot.views.rendered import plain
from orchestration.events.verifying import (
    CustomerBound,
    CustomerUnbound,
    VerificationAsked,
    VerificationFailed,
    VerifyingEvent,
)
from orchestration.ports.bindings import Binding
from orchestration.sentences import Facts
from orchestration.times import dated


def lines(binding: Binding | None, texts: Texts) -> Iterator[str]:
    """The card's line, where a record is bound."""
    if binding is not None:
        yield f"🪪 {texts.say('card-bound', facts(binding, texts))}"


def facts(binding: Binding, texts: Texts) -> Facts:
    """What the sentences about a binding are filled with."""
    return {
        "record": plain(binding.record, 64),
        "proof": texts.say(f"proof-{binding.proof}"),
        "by": plain(binding.by) or "…",
        "since": dated(binding.since, texts.zone),
    }


def log_facts(event: VerifyingEvent, texts: Texts) -> Facts:
    """What the log's line of a step is filled with."""
    said = {"record": "", "proof": "", "why": "", "before": ""}
    match event:
        case CustomerBound(record, proof, before):
            said |= {"record": plain(record, 64), "before": plain(before, 64)}
            said["proof"] = texts.say(f"proof-{proof}")
        case CustomerUnbound(record):
            said["record"] = plain(record, 64)
        case VerificationAsked(proof):
            said["proof"] = texts.say(f"proof-{proof}")
        case VerificationFailed(proof, why):
            said["proof"] = texts.say(f"proof-{proof}")
            said["why"] = texts.say(f"unproven-{why}")
        case _:
            pass
    return {**said, "before-is": "some" if said["before"] else "empty"}
