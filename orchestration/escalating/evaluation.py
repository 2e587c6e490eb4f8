"""How well tones and triggers are told from labelled messages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from orchestration.escalating.tone import Tone, tone_of
from orchestration.escalating.trigger_words import Trigger
from orchestration.escalating.triggers import triggers_of


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody wrote, in which language, and what it is; `split` is `dev` or `test`."""

    text: str
    tone: Tone
    triggers: frozenset[Trigger]
    language: str
    split: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What was made of a message."""

    message: Message
    tone: Tone
    triggers: frozenset[Trigger]

    @property
    def right(self) -> bool:
        """Whether the tone is right; triggers count for themselves."""
        return self.tone is self.message.tone


@dataclass(frozen=True, slots=True)
class ClassScore:
    """One class: of what was called so, and of what is so, the share that is both, 0 to 1."""

    precision: float
    recall: float
    count: int

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of a set of messages."""

    heard: Sequence[Heard]

    @property
    def accuracy(self) -> float:
        """The share of messages whose tone is right."""
        return sum(each.right for each in self.heard) / max(1, len(self.heard))

    @property
    def tones(self) -> Mapping[Tone, ClassScore]:
        """Each tone."""
        return {
            one: _score((each.message.tone is one, each.tone is one) for each in self.heard)
            for one in Tone
        }

    @property
    def triggers(self) -> Mapping[Trigger, ClassScore]:
        """Each trigger; a message may have several, or none."""
        return {
            one: _score((one in each.message.triggers, one in each.triggers) for each in self.heard)
            for one in Trigger
        }

    @property
    def missed(self) -> Sequence[Heard]:
        """What was taken for something else."""
        return [
            each for each in self.heard if not each.right or each.triggers != each.message.triggers
        ]

    def by_language(self) -> Mapping[str, "Measured"]:
        """The same for each language alone, in the order of the file."""
        languages = dict.fromkeys(each.message.language for each in self.heard)
        return {
            one: Measured([each for each in self.heard if each.message.language == one])
            for one in languages
        }


def macro_f1(classes: Mapping[Tone, ClassScore] | Mapping[Trigger, ClassScore]) -> float:
    """The mean of F1 over the classes of which there are messages, 0 to 1."""
    scores = [each.f1 for each in classes.values() if each.count]
    return sum(scores) / max(1, len(scores))


def measure(messages: Iterable[Message]) -> Measured:
    """Hears each message for itself, as escalation does."""
    return Measured([Heard(each, tone_of(each.text), triggers_of(each.text)) for each in messages])


def _score(pairs: Iterable[tuple[bool, bool]]) -> ClassScore:
    """Of pairs of what is so, and what was called so; nothing called so is never wrong."""
    found = list(pairs)
    both = sum(is_so and called for is_so, called in found)
    called = sum(called for _, called in found)
    count = sum(is_so for is_so, _ in found)
    return ClassScore(both / called if called else 1.0, both / max(1, count), count)
