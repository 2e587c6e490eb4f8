"""Workflows as their files describe them: what a kind of matter needs, reads, proposes and says.

Expressions see these names:

- `named`: the newest value of each kind of `Kind` that the customer named, empty where there is
  none; `named.address` has street, postcode, city and country;
- `chosen`: what the customer wants of each of the workflow's choices, empty where it is not clear;
- `evidence`: what each of its reads answered, by its name; one that was not made, or found nothing,
  is not there (`has(evidence.order)`);
- `values`: its own values that stand above;
- `actions`: by step `state` (empty while nothing was proposed), `reference` and `result`;
- `customer`: `record` and `proof` of whoever is verified, else empty; `today`: the day in ISO.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from orchestration.actions.expressions import Expression

#: The same words by language; English is always there.
Words = Mapping[str, str]
#: Where languages fall back to.
USUAL = "en"
#: The names that expressions see.
ROOTS = ("named", "chosen", "evidence", "values", "actions", "customer", "today")


def in_language(words: Words, language: str | None) -> str:
    """The words in that language, else in English; empty where there are none."""
    return words.get(language or USUAL) or words.get(USUAL, "")


@dataclass(frozen=True, slots=True)
class Choice:
    """What customers say in words of their own: which plan, a new one or the money.

    `values` are what it may be, each with the words that mean it: parted by spaces, `word*` is any
    that begins so. `asked` is how it is asked for, as in "could you send us …?".
    """

    id: str
    asked: Words
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Need:
    """What the customer must have named: one of these kinds or choices, the first is asked for.

    With `when` only where that holds: which of several articles, which of two boxes.
    """

    any_of: tuple[str, ...]
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A read by name; one whose arguments are empty waits until they are known.

    What is not found stands in the way of everything, unless it is `optional`.
    """

    name: str
    tool: str
    arguments: Mapping[str, Expression] = field(default_factory=dict)
    when: Expression | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """An action that may be proposed, `when` that holds; the gate decides whether it may happen."""

    id: str
    title: Words
    tool: str
    when: Expression
    arguments: Mapping[str, Expression] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Systems say different things: people are told, and until one decided nothing is proposed."""

    id: str
    when: Expression
    says: Words


@dataclass(frozen=True, slots=True)
class Variant:
    """What a customer may be told, `when` that holds; `{name}` stands for a value of that name."""

    says: Words
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """What customers are told; of each the first variant that holds and can be filled.

    `answer` where nothing has to be done, `waiting` while somebody must decide or look into it,
    `done` with the references of what was done, `refused` where it cannot be.
    """

    answer: tuple[Variant, ...]
    waiting: tuple[Variant, ...]
    done: tuple[Variant, ...] = ()
    refused: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class Workflow:
    """A workflow as its file describes it.

    `specialist` is the id of whose it is and whose tools it uses; it is picked too where the words
    were for one of `also`. `examples` are what customers write. Of several matters in one message
    the one with the lower `order` goes first. With `verified` nothing is read before
    the customer is. `fresh` is how old a read may be that something is proposed on. `done` is the
    criterion of success.
    """

    id: str
    title: Words
    specialist: str
    examples: tuple[str, ...]
    texts: Texts
    done: Expression
    also: tuple[str, ...] = ()
    order: int = 100
    verified: bool = True
    fresh: timedelta = timedelta(minutes=15)
    needs: tuple[Need, ...] = ()
    choices: tuple[Choice, ...] = ()
    reads: tuple[Read, ...] = ()
    values: Mapping[str, Expression] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def specialists(self) -> frozenset[str]:
        """The ids of those whose words it is picked for."""
        return frozenset({self.specialist, *self.also})

    def choice(self, id_: str) -> Choice | None:
        """The choice of that id."""
        return next((each for each in self.choices if each.id == id_), None)
