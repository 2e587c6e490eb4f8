"""How this desk is run: what its owner decided in the files of `desk/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from orchestration.actions import policy as actions
from orchestration.containment.finding import ALWAYS, Kind
from orchestration.escalating.policy import EscalationPolicy
from orchestration.events import AssignmentRule
from orchestration.people import Person
from orchestration.sla.policy import Policy
from orchestration.specialists.cast import Autonomy
from orchestration.team.shifts import Shift
from orchestration.tools.declared import Toolbox
from orchestration.webhooks import Webhook
from orchestration.workflows.workflow import Workflow


class Signature(StrEnum):
    """How public replies of a queue are signed."""

    NONE = "none"
    FIRST_NAME = "first_name"
    TEAM = "team"


class PlainText(StrEnum):
    """What a plain staff message in a topic is."""

    NOTE = "note"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class AutoClose:
    """How long a ticket waits for its customer; None where it waits for ever.

    They are asked once after `nudge`, the ticket is resolved `resolve` later, and `close` after it
    was resolved, however that came, it is closed.
    """

    nudge: timedelta | None = timedelta(days=2)
    resolve: timedelta | None = timedelta(days=3)
    close: timedelta | None = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class BeforeClosing:
    """What a ticket needs before staff close it: a summary, a supervisor's look."""

    summary: bool = False
    look: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that a question offers: its words by language, the queue and tag it leads to."""

    text: Mapping[str, str]
    queue: str | None = None
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What customers are asked before their ticket opens, by language.

    Without an answer the ticket opens after `wait`.
    """

    text: Mapping[str, str]
    choices: tuple[Choice, ...] = ()
    wait: timedelta = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Flood:
    """What is too much of one customer.

    More than `messages` within that time are shown together; of more than `tickets` an hour the
    words join one that is open.
    """

    messages: int = 20
    within: timedelta = timedelta(minutes=1)
    tickets: int = 5


@dataclass(frozen=True, slots=True)
class Queue:
    """Where tickets wait for one team.

    `assign` is the rule that gives them to somebody. `people` are who works here, by their user
    names in lower case or their ids; none named means everybody. `skills` are what its tickets want
    of whoever answers. After `relieve_after` of waiting for an absent primary responder, a customer
    gets another one; never, where it is None. New tickets open when `intake`, if any, was asked.
    `auto_close` is set where it is another than the desk's. `autonomy` is how far specialists go:
    with `AUTO` they answer what is of one of the `auto_intents` by themselves, where they are as
    sure as `auto_confidence`, from 0 to 1.
    """

    id: str
    team: str
    signature: Signature = Signature.NONE
    plain_text: PlainText = PlainText.NOTE
    assign: AssignmentRule = AssignmentRule.MANUAL
    people: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    relieve_after: timedelta | None = None
    before_closing: BeforeClosing = BeforeClosing()
    intake: Question | None = None
    auto_close: AutoClose | None = None
    autonomy: Autonomy = Autonomy.DRAFTS
    auto_intents: frozenset[str] = frozenset()
    auto_confidence: float = 0.8

    def employs(self, person: Person) -> bool:
        """Whether that person of the staff works here."""
        names = {(person.username or "").lower(), str(person.id)}
        return not self.people or not names.isdisjoint(self.people)


def worded(texts: Mapping[str, str], language: str | None = None) -> str:
    """The owner's words in that language, else in English, else in the first one given."""
    known = (texts[each] for each in (language, "en", *texts) if each is not None and each in texts)
    return next(known)


DEFAULT_QUEUE = Queue("support", "Support")


#: A small model is quick, and enough to tell whom a message is for.
ROUTER_MODEL = "claude-haiku-4-5"


class RouterKind(StrEnum):
    """Who finds the specialists that a message is for."""

    BUILT_IN = "built-in"
    SEMANTIC = "semantic"
    CLAUDE = "claude"


@dataclass(frozen=True, slots=True)
class Desk:
    """The owner's decisions.

    `new_tickets` is the queue that tickets wait in at first.
    `settle` is how long a customer's burst must rest before the specialists read it, and
    `advise_within` how long their note may take; what comes later is added to it.
    `claim_within` is how long a ticket may wait for someone to claim it before supervisors hear;
    `draft_lock` is how long someone who answers keeps the others from it, and `hold_overtaken`
    whether an answer that newer words have overtaken waits for its author.
    `webhooks` are told of what happens to tickets. `zone` is the desk's own time zone, as the IANA
    names it, in which its `shifts` begin and end, and `language` the code of what its staff read
    together. `flood` is what is too much of one customer;
    `sla` is how soon customers are answered and helped, and `auto_close` what becomes of tickets
    whose customer does not answer; `escalation` is when more authority or skill is added.
    `write_down` is what whoever ends a ticket with notes worth keeping is reminded of; nobody is,
    where it is empty. `masked` are the kinds of secrets that no model reads, and no log. `router`
    finds the specialists of a message, with `router_model` where a model does, and with
    `semantic_knowledge` articles are found by their meaning too. `toolbox` is with which servers
    systems are read, and customers verified; `workflows` are how
    matters are worked on, and `policy` says how what specialists propose to change there may
    happen.
    """

    queues: Mapping[str, Queue] = field(default_factory=lambda: {DEFAULT_QUEUE.id: DEFAULT_QUEUE})
    new_tickets: str = DEFAULT_QUEUE.id
    settle: timedelta = timedelta(seconds=2)
    advise_within: timedelta = timedelta(seconds=5)
    claim_within: timedelta = timedelta(minutes=10)
    draft_lock: timedelta = timedelta(minutes=5)
    hold_overtaken: bool = True
    webhooks: tuple[Webhook, ...] = ()
    zone: str = "UTC"
    language: str = "en"
    shifts: tuple[Shift, ...] = ()
    flood: Flood = Flood()
    sla: Policy = field(default_factory=Policy)
    auto_close: AutoClose = AutoClose()
    escalation: EscalationPolicy = field(default_factory=EscalationPolicy)
    write_down: str = ""
    masked: frozenset[Kind] = ALWAYS
    router: RouterKind = RouterKind.BUILT_IN
    router_model: str = ROUTER_MODEL
    semantic_knowledge: bool = False
    toolbox: Toolbox = field(default_factory=Toolbox)
    workflows: Mapping[str, Workflow] = field(default_factory=dict)
    policy: actions.Policy = field(default_factory=actions.Policy)

    def queue(self, name: str) -> Queue:
        """The queue of that name; a ticket of a queue that was removed falls to the first one."""
        return self.queues.get(name) or next(iter(self.queues.values()))

    def auto_close_of(self, queue: str) -> AutoClose:
        """How long tickets of that queue wait for their customers."""
        return self.queue(queue).auto_close or self.auto_close

    @property
    def semantic(self) -> bool:
        """Whether anything here needs to know what texts mean."""
        return self.router is RouterKind.SEMANTIC or self.semantic_knowledge
