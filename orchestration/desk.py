"""How this desk is run: what its owner decided in the files of `desk/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from orchestration.webhooks import Webhook


class Signature(StrEnum):
    """How public replies of a queue are signed."""

    NONE = "none"
    FIRST_NAME = "first_name"
    TEAM = "team"


class PlainText(StrEnum):
    """What a plain staff message in a topic is."""

    NOTE = "note"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Queue:
    """Where tickets wait for one team."""

    id: str
    team: str
    signature: Signature = Signature.NONE
    plain_text: PlainText = PlainText.NOTE


DEFAULT_QUEUE = Queue("support", "Support")


@dataclass(frozen=True, slots=True)
class Desk:
    """The owner's decisions.

    `new_tickets` is the queue that tickets wait in at first.
    `settle` is how long a customer's burst must rest before the specialists read it;
    `claim_within` is how long a ticket may wait for someone to claim it before supervisors hear;
    `draft_lock` is how long someone who answers keeps the others from it.
    `webhooks` are told of what happens to tickets.
    """

    queues: Mapping[str, Queue] = field(default_factory=lambda: {DEFAULT_QUEUE.id: DEFAULT_QUEUE})
    new_tickets: str = DEFAULT_QUEUE.id
    settle: timedelta = timedelta(seconds=2)
    claim_within: timedelta = timedelta(minutes=10)
    draft_lock: timedelta = timedelta(minutes=5)
    webhooks: tuple[Webhook, ...] = ()

    def queue(self, name: str) -> Queue:
        """The queue of that name; a ticket of a queue that was removed falls to the first one."""
        return self.queues.get(name) or next(iter(self.queues.values()))
