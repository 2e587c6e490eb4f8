"""What a router learned: a linear model and its operating point."""

from collections.abc import Sequence
from dataclasses import dataclass

from orchestration.ports.embedding import Floats
from orchestration.routing.choosing import Guess, OperatingPoint, Reading, choose
from orchestration.routing.clauses import clauses_of
from orchestration.routing.decision import RoutingDecision
from orchestration.routing.linear import LinearModel, probabilities

#: How many words are given as reasons for each task.
REASONS = 3


@dataclass(frozen=True, slots=True, eq=False)
class RoutingModel:
    """A model that is ready to route."""

    linear: LinearModel
    point: OperatingPoint

    def decide(self, conversation: Sequence[str]) -> RoutingDecision:
        """Whom a customer's messages are for, the newest last, and the words that speak for it."""
        if not conversation:
            return RoutingDecision(())
        tasks = choose(self.read(conversation), self.point)
        spoke_for = self.linear.spoke_for
        reasons = [
            word for task in tasks for word in spoke_for(task.text, task.specialist, REASONS)
        ]
        return RoutingDecision(tasks, tuple(dict.fromkeys(reasons)))

    def read(self, conversation: Sequence[str]) -> Reading:
        """What it makes of a conversation, at least one text, and of its newest message's parts."""
        parts = clauses_of(conversation[-1])
        whole = self._guess(self.linear.scores(conversation))
        if len(parts) < 2 or self.point.split is None:  # noqa: PLR2004 - nothing to tell apart
            return Reading(whole, [(" ".join(parts), whole)])
        guesses = [self._guess(self.linear.scores([part])) for part in parts]
        return Reading(whole, list(zip(parts, guesses, strict=True)))

    def _guess(self, scores: Floats) -> Guess:
        shares = probabilities(scores, self.point.temperature).tolist()
        return Guess.of(dict(zip(self.linear.labels, shares, strict=True)))
