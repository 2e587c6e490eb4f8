"""The owner's policy for writes: what each needs to be proven by, and who may let it happen.

`desk/policy.yaml` says it, and the gate follows it (`gate`). All expressions were compiled, and
those of a file were tried, before anything of it gets here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from orchestration.actions.decision import Approvers, Verdict
from orchestration.actions.expressions import Expression
from orchestration.schemas import Arguments, Schema, properties

#: Words by the code of their language; English is always among them.
Words = Mapping[str, str]

#: The most that is kept of an amount, in minor units.
MOST = 2**63 - 1

#: So old may a read be, where the owner says nothing else.
WITHIN = timedelta(minutes=15)


def said(words: Words, language: str) -> str:
    """The words in that language, else in English."""
    return words.get(language) or words["en"]


@dataclass(frozen=True, slots=True)
class WantedRead:
    """A read that an action rests on; rules know its answer as `evidence.<name>`.

    `match` says what each argument of the read must have been, over `action`. An argument that it
    does not name narrows the answer, so a read with one does not count, unless it is the record.
    """

    name: str
    tool: str
    match: Mapping[str, Expression] = field(default_factory=dict)
    within: timedelta = WITHIN

    @property
    def binds(self) -> bool:
        """Whether it shows of an argument of the action that it is the customer's."""
        return any("action" in each.roots for each in self.match.values())


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds of an action where `when` is true, or always.

    `says` is why, for whoever reads the decision; `approvers` belong to an approval, `tier` to an
    escalation.
    """

    name: str
    then: Verdict
    says: Words
    when: Expression | None = None
    approvers: Approvers | None = None
    tier: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """What takes an action back: another write, its arguments over `action` and `result`."""

    tool: str
    arguments: Mapping[str, Expression]


@dataclass(frozen=True, slots=True)
class Check:
    """How it is found out whether an action happened of which nobody knows.

    A read, its arguments over `action`. `done` is over `action`, `found`, which is its answer,
    `today` and `now`.
    """

    tool: str
    arguments: Mapping[str, Expression]
    done: Expression


@dataclass(frozen=True, slots=True)
class ActionPolicy:
    """What the owner decided of one write.

    `amount` is the argument that is money in minor units, `customer` the one that takes the bound
    record, `key` the one that takes an idempotency key, and `result` the field of the answer that
    people refer to; each is empty where there is none. `consequence` says in one sentence what
    happens, for whoever approves.
    """

    tool: str
    title: Words
    consequence: Words = field(default_factory=lambda: {"en": ""})
    amount: str = ""
    evidence: tuple[WantedRead, ...] = ()
    rules: tuple[Rule, ...] = ()
    undo: Undo | None = None
    check: Check | None = None
    result: str = ""
    key: str = ""
    customer: str = ""

    @property
    def bound(self) -> bool:
        """Whether anything holds it to the customer's record: else it could be about anybody."""
        return bool(self.customer) or any(each.binds for each in self.evidence)

    @property
    def roots(self) -> frozenset[str]:
        """The names that its rules look up."""
        return frozenset().union(*(rule.when.roots for rule in self.rules if rule.when))

    @property
    def filled(self) -> frozenset[str]:
        """The arguments that the desk fills in, and nobody else."""
        return frozenset({self.customer, self.key} - {""})

    def amount_of(self, arguments: Arguments) -> int:
        """The money that an action with these arguments moves, in minor units.

        What is beyond all that can be kept counts as the most that can; JSON may write a whole
        number as 5.0.
        """
        value = arguments.get(self.amount) if self.amount else None
        if isinstance(value, bool) or not isinstance(value, int | float) or value % 1:
            return 0
        return int(max(-MOST, min(MOST, value)))


@dataclass(frozen=True, slots=True)
class Policy:
    """What the owner decided of all writes, by `server.tool`.

    Of a write that is not among them `customer` and `key` name those arguments, if it has them.
    """

    actions: Mapping[str, ActionPolicy] = field(default_factory=dict)
    customer: str = ""
    key: str = ""

    def of(self, tool: str, arguments: Schema) -> ActionPolicy:
        """What holds for a tool that takes these; a write that nobody wrote of has no rules."""
        known = self.actions.get(tool)
        if known is not None:
            return known
        takes = properties(arguments)
        customer, key = (each if each in takes else "" for each in (self.customer, self.key))
        return ActionPolicy(tool, {"en": tool}, customer=customer, key=key)
