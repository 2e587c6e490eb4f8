"""What is known of each name that a policy's expressions can use, as JSON Schemas."""

from collections.abc import Iterable, Mapping

from orchestration.actions.samples import TIMESTAMP
from orchestration.events.ticket import Urgency
from orchestration.events.verifying import Proof
from orchestration.schemas import Schema
from orchestration.status import Status

#: How proofs are called where rules ask for them.
PROOFS: Mapping[Proof, str] = {
    Proof.ORDER_POSTCODE: "order",
    Proof.EMAIL_CODE: "email",
    Proof.SUPERVISOR: "supervisor",
}

_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_DAY: Schema = {"type": "string", "format": "date"}
_MOMENT: Schema = {"type": TIMESTAMP}


def whole(properties: Mapping[str, Schema]) -> Schema:
    """The schema of an object that has all of these."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def words(known: Iterable[str] | None) -> Schema:
    """A text that is one of these, or any where they are not known."""
    return _TEXT if known is None else {"type": "string", "enum": sorted(known)}


def of_rules(
    action: Schema,
    evidence: Mapping[str, Schema],
    queues: Iterable[str] | None = None,
    tiers: Iterable[str] | None = None,
) -> Mapping[str, Schema]:
    """What rules can name: `tiers` are those of sla.yaml, and none is one of them."""
    sums = whole({"count": _COUNT, "amount_minor": _COUNT})
    ticket = {
        "number": _COUNT,
        "queue": words(queues),
        "status": words(Status),
        "priority": words(Urgency),
        "intent": _TEXT,
        "tags": _TEXTS,
        "escalations": _TEXTS,
        "minutes": _COUNT,
    }
    customer = {
        "record": {"type": "string", "minLength": 1},
        "proof": words(PROOFS.values()),
        "tier": words(None if tiers is None else {*tiers, ""}),
    }
    past = {"ticket": sums, "customer": sums, "all": whole({"count": _COUNT})}
    return {
        "action": action,
        "evidence": whole(evidence),
        "ticket": whole(ticket),
        "customer": whole(customer),
        "past": whole(past),
        **of_time(),
    }


def of_match(action: Schema) -> Mapping[str, Schema]:
    """What the arguments of a read can name."""
    return {"action": action}


def of_check(action: Schema, found: Schema) -> Mapping[str, Schema]:
    """What tells whether an action happened can name."""
    return {"action": action, "found": found, **of_time()}


def of_undo(action: Schema, result: Schema) -> Mapping[str, Schema]:
    """What the arguments of an undo can name."""
    return {"action": action, "result": result}


def of_time() -> Mapping[str, Schema]:
    """The day and the moment of the decision."""
    return {"today": _DAY, "now": _MOMENT}
