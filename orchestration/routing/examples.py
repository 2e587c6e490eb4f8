"""Labelled messages: what a router learns from, and is measured by."""

import hashlib
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

#: Between the specialists of a message that spans domains: `billing+returns`.
BETWEEN = "+"


@dataclass(frozen=True, slots=True)
class Example:
    """A message and the specialists it is for: none, if it is out of scope.

    `history` is what the customer wrote before, the oldest first. Paraphrases share a `group`:
    they are learned from together or held back together.
    """

    text: str
    specialists: frozenset[str]
    history: tuple[str, ...] = ()
    group: str = ""

    @property
    def conversation(self) -> tuple[str, ...]:
        """All that was said, the newest last."""
        return (*self.history, self.text)

    @property
    def label(self) -> str:
        """The specialists as one word, in the order of the alphabet; empty if out of scope."""
        return BETWEEN.join(sorted(self.specialists))


def specialists_of(label: str) -> frozenset[str]:
    """The specialists that a label names; raises `ValueError` where a name is missing."""
    names = [name.strip() for name in label.split(BETWEEN)] if label.strip() else []
    if not all(names):
        raise ValueError(label)
    return frozenset(names)


def of_specialists(examples: Mapping[str, Iterable[str]]) -> list[Example]:
    """The routing examples of specialists, by id, as specialist files have them."""
    return [Example(text, frozenset({id_})) for id_, texts in examples.items() for text in texts]


def in_order(examples: Iterable[Example]) -> list[Example]:
    """The same examples in an order that does not depend on where they came from."""
    return sorted(examples, key=_facts)


def sampled(examples: Iterable[Example], per_label: int, seed: int) -> list[Example]:
    """So many examples of each label, or all where there are fewer; a seed gives the same again."""
    of_label: dict[str, list[Example]] = {}
    for each in in_order(examples):
        of_label.setdefault(each.label, []).append(each)
    chance = random.Random(seed)
    return [
        example
        for _, those in sorted(of_label.items())
        for example in chance.sample(those, min(per_label, len(those)))
    ]


def fingerprint(examples: Sequence[Example]) -> str:
    """A name for exactly these examples, whatever their order."""
    facts = json.dumps([_facts(example) for example in in_order(examples)], ensure_ascii=False)
    return hashlib.sha256(facts.encode("utf-8", "surrogatepass")).hexdigest()


def _facts(example: Example) -> tuple[str, str, tuple[str, ...], str]:
    return example.text, example.label, example.history, example.group
