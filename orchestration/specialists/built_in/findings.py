"""All that was found for one brief, and how far it leads."""

from collections.abc import Sequence
from dataclasses import dataclass

from orchestration.specialists.built_in.answering import Answer
from orchestration.specialists.built_in.naming import Named
from orchestration.specialists.built_in.reading import Fact, Outcome, Reading, Subject
from orchestration.specialists.built_in.stage import Stage
from orchestration.specialists.built_in.wishes import Wish
from orchestration.specialists.built_in.wording import is_for_customers
from orchestration.specialists.kinds import Kind

#: How sure it is, by what it rests on. These are no probabilities: they put advice in an order, and
#: a rule of autonomy may draw a line between them.
SURE = {
    Stage.READ: 0.8,
    Stage.ANSWERED: 0.7,
    Stage.NEEDS_DATA: 0.5,
    Stage.UNVERIFIED: 0.4,
    Stage.FOR_A_PERSON: 0.1,
}
#: Two systems differ, or the article is in another language than the customer.
DOUBTFUL = 0.4


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found for one brief, and how far it leads."""

    wish: Wish
    named: Named
    reading: Reading
    answer: Answer | None
    language: str
    lacking: Sequence[Kind]
    stage: Stage

    @property
    def foreign(self) -> bool:
        """Whether the article that answers is in another language than the customer's."""
        return self.answer is not None and self.answer.language != self.language

    @property
    def answers(self) -> Answer | None:
        """The article, where it is what the customer is told."""
        return self.answer if self.stage in {Stage.READ, Stage.ANSWERED} else None

    @property
    def facts(self) -> Sequence[Fact]:
        """All that the systems said."""
        return [each for read in self.reading.found for each in read.facts]

    @property
    def unknown(self) -> Sequence[Subject]:
        """What was named, and no system knows as this customer's."""
        missing = [each for each in self.reading.reads if each.outcome is Outcome.NOT_FOUND]
        return list(dict.fromkeys(each.subject for each in missing if each.subject is not None))

    @property
    def told(self) -> Sequence[Fact]:
        """What of the reads is told to the customer: of what they named, and undisputed.

        Of what they did not name it is told where there is only one such thing.
        """
        subjects = {each.subject for each in self.facts}
        disputed = set(self.reading.differing)
        return [
            each
            for each in dict.fromkeys(self.facts)
            if is_for_customers(each.name)
            and (each.subject, each.name) not in disputed
            and self._is_meant(each.subject, subjects)
        ]

    def _is_meant(self, subject: Subject, subjects: set[Subject]) -> bool:
        meant = self.named.newest(subject.kind)
        if meant:
            return subject.value.casefold() in {each.casefold() for each in meant}
        return sum(each.kind is subject.kind for each in subjects) == 1

    @property
    def confidence(self) -> float:
        """How sure it is, from 0 to 1."""
        doubtful = self.reading.differing or (self.answers and self.foreign)
        return min(SURE[self.stage], DOUBTFUL) if doubtful else SURE[self.stage]
