"""All that a decision about an action rests on, as plain values: the gate looks nothing up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from orchestration.actions.action import Action
from orchestration.ports.evidence import RecordedRead
from orchestration.ports.tools import ServedTool


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """What rules may ask of a ticket; in expressions it is `ticket`."""

    number: int
    queue: str
    status: str
    priority: str
    intent: str = ""
    tags: tuple[str, ...] = ()
    escalations: tuple[str, ...] = ()
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """What rules may ask of whose ticket it is; in expressions it is `customer`.

    `record` is empty while nobody is verified, `proof` how they were: order, email or supervisor.
    `tier` is the one of sla.yaml.
    """

    record: str = ""
    proof: str = ""
    tier: str = ""


@dataclass(frozen=True, slots=True)
class PastAction:
    """An action that was done or may yet be, in the last 30 days, for the same record.

    `amount` is what its policy names as such, in minor units; 0 where it names none.
    """

    ticket: int
    tool: str
    amount: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Situation:
    """An action, and what there is to decide about it.

    `served` are the tools that the servers have now, by `server.tool`. `reads` are the ticket's,
    `past` the customer's actions on whatever ticket. `proposed_by` is the author's id or name.
    """

    action: Action
    ticket: TicketFacts
    customer: CustomerFacts
    reads: Sequence[RecordedRead]
    past: Sequence[PastAction]
    served: Mapping[str, ServedTool]
    now: datetime
