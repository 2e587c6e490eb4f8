"""What the customer named in a conversation; what was named last counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from orchestration.events import CustomerWrote, RepliedPublicly
from orchestration.events.specialists import Handoff
from orchestration.specialists.built_in.entities import Entity, entities_in, numbers_answering
from orchestration.specialists.built_in.folding import composed, folded
from orchestration.specialists.built_in.numbers import kinds_named
from orchestration.specialists.kinds import Kind
from orchestration.timeline import Entry, as_they_stand
from orchestration.times.local import wall

#: So many of the customer's newest messages are read.
MESSAGES = 20
#: Of one kind so many count: whoever names more of them wants something else looked up.
MOST = 3


@dataclass(frozen=True, slots=True)
class Named:
    """All that was named, the oldest first, and what a colleague passed on by its kind.

    The customer's newest words are entry `upto`.
    """

    entities: Sequence[Entity] = ()
    passed_on: Mapping[str, tuple[str, ...]] | None = None
    upto: int = 0

    def newest(self, kind: Kind) -> Sequence[str]:
        """What the newest message that names such a thing names; else what was passed on."""
        found = [each for each in self.entities if each.kind is kind]
        values = [each.value for each in found if each.seq == found[-1].seq]
        if not values:
            values = list((self.passed_on or {}).get(kind.value, ()))
        return tuple(dict.fromkeys(values))[:MOST]

    def now_any_of(self, kinds: Sequence[Kind]) -> bool:
        """Whether the newest words themselves name one of these."""
        return any(each.kind in kinds and each.seq == self.upto for each in self.entities)

    def any_of(self, kinds: Sequence[Kind]) -> bool:
        """Whether one of these is known."""
        return any(self.newest(kind) for kind in kinds)


def named(
    entries: Sequence[Entry],
    upto: int,
    zone: str = "UTC",
    handoff: Handoff | None = None,
    known: Mapping[str, tuple[str, ...]] | None = None,
) -> Named:
    """What the customer named in their own words up to entry `upto`; nobody else's words count.

    What was `known` before counts like what a colleague passed on, and less.

    A bare number answers the question before it. "Today" is the day of the message in `zone`.
    """
    spoken = [
        each
        for each in as_they_stand(entries)
        if each.seq <= upto and isinstance(each.event, CustomerWrote | RepliedPublicly)
    ]
    written = [each for each in spoken if isinstance(each.event, CustomerWrote)][-MESSAGES:]
    found: list[Entity] = []
    for entry in written:
        found += _named_in(entry, _question_before(spoken, entry), zone)
    passed_on = {**(known or {}), **(handoff.entities if handoff else {})}
    return Named(tuple(found), passed_on, upto)


def _named_in(entry: Entry, question: str, zone: str) -> Iterator[Entity]:
    text = entry.event.content.text if isinstance(entry.event, CustomerWrote) else ""
    found = entities_in(text, wall(entry.at, zone).date(), entry.seq)
    yield from found
    yield from numbers_answering(text, _asked_for(question), entry.seq, found)


def _question_before(spoken: Sequence[Entry], entry: Entry) -> str:
    """The last answer before that entry; empty where there is none."""
    answers = (
        each.event.content.text
        for each in reversed(spoken)
        if each.seq < entry.seq and isinstance(each.event, RepliedPublicly)
    )
    return next(answers, "")


def _asked_for(question: str) -> Sequence[Kind]:
    """The kinds that it names without telling one of them."""
    told = {each.kind for each in entities_in(question, date.min)}
    return [kind for kind in kinds_named(folded(composed(question))) if kind not in told]
