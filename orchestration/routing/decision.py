"""What a router returns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoutingTask:
    """One specialist's part of a message: `text` is that part, `confidence` is from 0 to 1."""

    specialist: str
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class RoutingDecision:
    """Who is to work on the newest message of a conversation.

    `reasons` are the words that spoke most for it. A router that abstained was not sure enough of
    anybody, or the message is out of every specialist's scope: then there are no tasks. `router`
    names who decided, where it was not the one that was asked.
    """

    tasks: tuple[RoutingTask, ...]
    reasons: tuple[str, ...] = ()
    router: str = ""

    @property
    def abstained(self) -> bool:
        """Whether nobody is called."""
        return not self.tasks

    @property
    def specialists(self) -> frozenset[str]:
        """Everybody who is called."""
        return frozenset(task.specialist for task in self.tasks)
