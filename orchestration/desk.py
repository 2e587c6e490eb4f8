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
class AutoClose:
    """How long a ticket waits for its customer; None where it waits for ever.

    They are asked once after `nudge`, the ticket is resolved `resolve` later, and `close` after it
    was resolved, however that came, it is closed.
    """

    nudge: timedelta | None = timedelta(days=2)
    resolve: timedelta | None = timedelta(days=3)
    close: timedelta | None = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Queue:
    """Where tickets wait for one team; `auto_close` where it is another than the desk's."""

    id: str
    team: str
    signature: Signature = Signature.NONE
    plain_text: PlainText = PlainText.NOTE
    auto_close: AutoClose | None = None


DEFAULT_QUEUE = Queue("support", "Support")


@dataclass(frozen=True, slots=True)
class Desk:
    """The owner's decisions.

    `new_tickets` is the queue that tickets wait in at first.
    `settle` is how long a customer's burst must rest before the specialists read it;
    `claim_within` is how long a ticket may wait for someone to claim it before supervisors hear;
    `webhooks` are told of what happens to tickets; `auto_close` is what becomes of those whose
    customer does not answer.
    """

    queues: Mapping[str, Queue] = field(default_factory=lambda: {DEFAULT_QUEUE.id: DEFAULT_QUEUE})
    new_tickets: str = DEFAULT_QUEUE.id
    settle: timedelta = timedelta(seconds=2)
    claim_within: timedelta = timedelta(minutes=10)
    webhooks: tuple[Webhook, ...] = ()
    auto_close: AutoClose = AutoClose()

    def queue(self, name: str) -> Queue:
        """The queue of that name; a ticket of a queue that was removed falls to the first one."""
        return self.queues.get(name) or next(iter(self.queues.values()))

    def auto_close_of(self, queue: str) -> AutoClose:
        """How long tickets of that queue wait for their customers."""
        return self.queue(queue).auto_close or self.auto_close
