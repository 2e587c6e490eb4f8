"""The brain's sentences in one language, and the names of what it found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from orchestration import sentences
from orchestration.specialists.built_in.entities import Entity
from orchestration.specialists.built_in.entity_words import WHOLE
from orchestration.specialists.built_in.fields import is_for_customers, state
from orchestration.specialists.built_in.reading import Fact, Subject
from orchestration.specialists.built_in.sentences import BrainSentence, Say
from orchestration.specialists.kinds import Kind

#: So many fields of one thing are told.
_FACTS = 12
#: How a thing is called with its number, and how it is asked for.
_THINGS: Mapping[Kind, BrainSentence] = MappingProxyType(
    {kind: BrainSentence[kind.name] for kind in Kind}
)
_ASKED: Mapping[Kind, BrainSentence] = MappingProxyType(
    {kind: BrainSentence[f"ASK_{kind.name}"] for kind in Kind}
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Says things in one language."""

    say: Say
    language: str

    def __call__(self, sentence: BrainSentence, **facts: sentences.Fact) -> str:
        """The sentence, filled with facts."""
        return self.say(sentence, facts, self.language)

    def thing(self, kind: Kind, value: str) -> str:
        """Such as "order 4711"."""
        return self(_THINGS[kind], value=_shown(kind, value))

    def asked(self, kinds: Sequence[Kind]) -> str:
        """Such as "your order number and your postcode"."""
        return self.listed([self(_ASKED[kind]) for kind in kinds])

    def listed(self, words: Sequence[str]) -> str:
        """One after the other, with an "and" before the last."""
        *most, last = words or ("",)
        if not most:
            return last
        return self(BrainSentence.AND, most=self._joined(BrainSentence.COMMA, most), last=last)

    def things(self, entities: Iterable[Entity]) -> str:
        """All that was named, each once, such as "order 4711, 35 EUR"."""
        named = dict.fromkeys(self.thing(each.kind, each.value) for each in entities)
        return self._joined(BrainSentence.COMMA, list(named))

    def facts(self, facts: Iterable[Fact]) -> str:
        """Such as "status: delivered; carrier: DHL"."""
        said = dict.fromkeys(self.fact(each.name, each.value) for each in facts)
        return self._joined(BrainSentence.SEMICOLON, list(said)[:_FACTS])

    def fact(self, name: str, value: str) -> str:
        """Such as "status: delivered"; a field without words is called as systems call it."""
        return f"{self.field(name)}: {self.value(value)}"

    def field(self, name: str) -> str:
        """What people call a field."""
        return (
            self(BrainSentence[name.upper()]) if is_for_customers(name) else name.replace("_", " ")
        )

    def value(self, value: str) -> str:
        """What a system answered, in words where there are any."""
        known = state(value)
        return self(BrainSentence[known.upper()]) if known else value

    def _joined(self, mark: BrainSentence, words: Sequence[str]) -> str:
        return f"{self(mark)} ".join(words)


def said_of(subject: Subject, facts: Iterable[Fact], say: Wording) -> str:
    """What is said of it, such as "order 4711 - status: delivered"; itself, where nothing is."""
    said = say.facts(each for each in facts if each.subject == subject)
    thing = say.thing(subject.kind, subject.value)
    return say(BrainSentence.FACTS, thing=thing, facts=said) if said else thing


def sentence_case(words: str) -> str:
    """With a capital letter at the beginning."""
    return words[:1].upper() + words[1:]


def _shown(kind: Kind, value: str) -> str:
    """An amount as people write it; anything else as it is."""
    amount, _, currency = value.partition(" ")
    if kind is not Kind.AMOUNT or not currency:
        return value
    whole, cents = divmod(int(amount), 1 if currency in WHOLE else 100)
    return f"{whole}.{cents:02} {currency}" if cents else f"{whole} {currency}"
