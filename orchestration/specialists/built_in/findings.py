"""All that was found for one brief, and how far it leads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from orchestration.knowledge.articles import Passage
from orchestration.specialists.built_in.answering import Answer
from orchestration.specialists.built_in.fields import compared, is_for_customers
from orchestration.specialists.built_in.naming import Named
from orchestration.specialists.built_in.reading import Fact, Reading, Subject
from orchestration.specialists.built_in.stage import Stage, stage_of
from orchestration.specialists.built_in.wishes import Wish
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
#: What customers are told of systems: a word or a few, a number, a day, an amount.
_PLAIN = re.compile(r"(?!.*(?://|www\.))[\w .,:;+%€$£₽'()/-]{1,60}")
#: Whoever names one of these does not mean another.
_RECORDS = (Kind.ORDER, Kind.INVOICE, Kind.SUBSCRIPTION, Kind.TRACKING)
#: Two systems differ, or the article is in another language than the customer.
DOUBTFUL = 0.4


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found for one brief: what was asked, named, read, looked up, and is missing.

    `nearest` are passages for people to look into, where none is sure to answer.
    """

    wish: Wish
    named: Named
    reading: Reading
    answer: Answer | None
    language: str
    lacking: Sequence[Kind]
    nearest: Sequence[Passage] = ()

    @property
    def stage(self) -> Stage:
        """How far it leads."""
        return stage_of(
            read=bool(self.meant),
            answered=self.answer is not None,
            unverified=bool(self.reading.unverified),
            personal=self.wish.personal,
            lacking=bool(self.lacking or self.unknown),
        )

    @property
    def confidence(self) -> float:
        """How sure it is, from 0 to 1."""
        doubtful = self.reading.contradicting or (self.answers and self.foreign)
        return min(SURE[self.stage], DOUBTFUL) if doubtful else SURE[self.stage]

    @property
    def facts(self) -> Sequence[Fact]:
        """All that the systems said, and what they agree in once: as the last of them says it."""
        said: dict[tuple[Subject, str, str], Fact] = {}
        for read in self.reading.found:
            for fact in read.facts:
                said[fact.subject, fact.name, compared(fact.value)] = fact
        return list(said.values())

    @property
    def meant(self) -> Sequence[Fact]:
        """What is said of what the customer named, or of the only such thing that there is."""
        facts = [each for each in self.facts if is_for_customers(each.name)]
        subjects = {each.subject for each in facts}
        return [each for each in facts if self._is_meant(each.subject, subjects)]

    @property
    def told(self) -> Sequence[Fact]:
        """Of that, what no other system disputes and is a plain value: customers are told it.

        A link or an address in a system's answer is no status, and may be somebody's bait.
        """
        disputed = set(self.reading.differing)
        return [
            each
            for each in self.meant
            if (each.subject, each.name) not in disputed and _PLAIN.fullmatch(each.value)
        ]

    @property
    def unknown(self) -> Sequence[Subject]:
        """What was named, and no system knows as this customer's."""
        known = {each.subject for each in self.facts}
        missing = (each.subject for each in self.reading.reads if each.is_missing)
        asked = dict.fromkeys(each for each in missing if each is not None)
        return [each for each in asked if each not in known]

    @property
    def answers(self) -> Answer | None:
        """The article, where it is what the customer is told.

        Beside what was read of their own it is only where they asked how things are.
        """
        beside = self.stage is Stage.READ and not self.wish.personal
        return self.answer if beside or self.stage is Stage.ANSWERED else None

    @property
    def foreign(self) -> bool:
        """Whether the article is in another language than the customer's."""
        return self.answer is not None and self.answer.language != self.language

    def _is_meant(self, subject: Subject, subjects: set[Subject]) -> bool:
        named = self.named.newest(subject.kind)
        if named:
            return subject.value.casefold() in {each.casefold() for each in named}
        another = self.named.now_any_of(_RECORDS)
        return not another and sum(each.kind is subject.kind for each in subjects) == 1
