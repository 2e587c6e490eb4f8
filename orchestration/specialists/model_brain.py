"""Thinks for a specialist with a model: asks it, lets it read, and believes what has a source."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from orchestration.containment.fencing import Fence
from orchestration.events.specialists import (
    Claim,
    Evidence,
    EvidenceKind,
    Handoff,
    ProposedAction,
    ToolCall,
)
from orchestration.ports import Clock
from orchestration.ports.models import (
    Fetched,
    Model,
    ModelMisspoke,
    Question,
    Told,
    ToolAnswer,
    ToolOffer,
    ToolUse,
    Turn,
)
from orchestration.ports.models import Usage as Taken
from orchestration.ports.previews import Watch
from orchestration.ports.tools import (
    Reader,
    Refusal,
    ToolError,
    ToolFailed,
    ToolRefused,
    Tools,
    ToolSpec,
)
from orchestration.specialists.advice import Advice, Brief, Usage
from orchestration.specialists.cast import Profile
from orchestration.specialists.grounding import is_borne_out
from orchestration.specialists.half_written import HalfWritten
from orchestration.specialists.prompts import Matter, to_clarify, to_draft, to_think
from orchestration.specialists.proposals import MOST, arguments_in

#: How often a model may ask for tools before it has to answer, and how many at a time.
ROUNDS, AT_A_TIME = 4, 6
#: What staff see of an advice; more of a draft than this is no message.
_NOTE, _DETAILS, _DRAFT = 400, 4_000, 4_000
_TOOL = 100
_ENOUGH = "There are no more reads on this ticket now: answer with what you have."
_NO_SUCH_TOOL = "You have no such tool."


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact by name, and the id of the source that says so."""

    about: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What should be done, and the id of the source that calls for it.

    `tool` may be a write that would do it, `arguments` its arguments as JSON.
    """

    words: str
    source: str
    tool: str = ""
    arguments: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that was named, such as an order, and its number."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Passing:
    """Work for another specialist."""

    to: str
    intent: str
    reason: str
    issues: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    entities: tuple[Entity, ...] = ()
    suggested: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """The form that a model fills; whoever writes only the answer leaves the rest empty."""

    sources: tuple[str, ...]
    confidence: float
    note: str = ""
    details: str = ""
    facts: tuple[Fact, ...] = ()
    actions: tuple[Proposal, ...] = ()
    draft: str = ""
    asks: bool = False
    handoff: Passing | None = None


class ModelBrain:
    """Fills `Brain` with a model; each failure of that is a `ModelError`.

    `fence` makes a new one for each brief.
    """

    def __init__(
        self, model: Model, tools: Tools | None, fence: Callable[[], Fence], clock: Clock
    ) -> None:
        self._model = model
        self._tools = tools
        self._fence = fence
        self._clock = clock

    async def think(self, profile: Profile, brief: Brief) -> Advice:
        """What the specialist makes of the brief, having read what it needed."""
        work = _Work(profile, brief, self._fence(), self._tools, self._clock)
        offers = await work.offers()
        return await work.done(self._model, to_think(profile, await work.writes()), offers)

    async def draft(self, profile: Profile, brief: Brief, watch: Watch | None = None) -> Advice:
        """One answer out of what the others said; nothing is read for it."""
        return await self._write(profile, brief, to_draft(profile), watch)

    async def clarify(self, profile: Profile, brief: Brief) -> Advice:
        """One question to a customer of whom it is not clear what they want."""
        return await self._write(profile, brief, to_clarify(profile))

    async def _write(
        self, profile: Profile, brief: Brief, instructions: str, watch: Watch | None = None
    ) -> Advice:
        work = _Work(profile, brief, self._fence(), self._tools, self._clock)
        written = await work.done(self._model, instructions, (), watch)
        if watch is not None and written.draft:
            watch(written.draft)
        return written


class _Work:
    """One brief under way: what may be cited, which tools were used, what it took."""

    def __init__(
        self, profile: Profile, brief: Brief, fence: Fence, tools: Tools | None, clock: Clock
    ) -> None:
        self._profile = profile
        self._matter = Matter(brief, fence)
        self._secrets = fence.secrets
        self._tools = tools
        self._clock = clock
        self._reader = Reader(profile, brief.customer, brief.ticket)
        self._writes: Mapping[str, ToolSpec] = {}
        self._calls: list[ToolCall] = []
        self._taken = Taken()

    async def offers(self) -> tuple[ToolOffer, ...]:
        """The tools that may be read with."""
        if self._tools is None:
            return ()
        offered = await self._tools.offered(self._reader)
        return tuple(ToolOffer(each.name, each.description, each.arguments) for each in offered)

    async def writes(self) -> Sequence[ToolSpec]:
        """The writes that may be proposed."""
        specs = await self._tools.proposable(self._reader) if self._tools is not None else ()
        self._writes = {each.name: each for each in specs}
        return specs

    async def done(
        self,
        model: Model,
        instructions: str,
        offers: tuple[ToolOffer, ...],
        watch: Watch | None = None,
    ) -> Advice:
        """Asks, reads what is asked for, and asks again, until there is an answer."""
        hear = None if watch is None else HalfWritten(self._for_customer(watch)).hear
        turns: tuple[Turn, ...] = (Told(self._matter.text()),)
        name = self._profile.model
        for left in reversed(range(ROUNDS + 1)):
            question = Question(name, instructions, turns, Findings, offers)
            answer = await model.ask(question, hear)
            self._taken += answer.usage
            if answer.value is not None:
                return self._advice(answer.value)
            uses = answer.wants
            fetched = [
                self._read(use, offers) if left and n < AT_A_TIME else self._refuse(use)
                for n, use in enumerate(uses)
            ]
            turns = (*turns, answer.turn, Fetched(tuple(await asyncio.gather(*fetched))))
        msg = f"{name} asked for tools and nothing else"
        raise ModelMisspoke(msg)

    async def _refuse(self, use: ToolUse) -> ToolAnswer:
        return ToolAnswer(use.id, _ENOUGH, failed=True)

    async def _read(self, use: ToolUse, offers: tuple[ToolOffer, ...]) -> ToolAnswer:
        """What a tool answers, fenced, or in plain words why it does not."""
        if self._tools is None or use.tool not in {each.name for each in offers}:
            self._calls.append(ToolCall(use.tool[:_TOOL], Refusal.NOT_LISTED, 0))
            return ToolAnswer(use.id, _NO_SUCH_TOOL, failed=True)
        begun = self._clock()
        arguments = {name: self._whole(value) for name, value in use.arguments.items()}
        try:
            result = await self._tools.read(self._reader, use.tool, arguments)
        except ToolError as error:
            self._used(use.tool, _outcome(error), begun)
            said = error.said if isinstance(error, ToolFailed) else ""
            text = self._matter.failure(use.tool, error.reason, said)
            return ToolAnswer(use.id, text, failed=True)
        self._used(use.tool, "ok" if result.found else "nothing", begun)
        if not result.found:
            return ToolAnswer(use.id, "It found nothing.")
        return ToolAnswer(use.id, self._matter.read(result))

    def _used(self, tool: str, outcome: str, begun: datetime) -> None:
        milliseconds = (self._clock() - begun) // timedelta(milliseconds=1)
        self._calls.append(ToolCall(tool, outcome, milliseconds))

    def _whole(self, value: object) -> object:
        """A business system is asked about what the customer wrote, and not about its mask."""
        match value:
            case str():
                return self._secrets.unmask(value)
            case Mapping():
                return {name: self._whole(each) for name, each in value.items()}
            case list():
                return [self._whole(each) for each in value]
        return value

    def _advice(self, found: Findings) -> Advice:
        """What it found, where sources that do not exist count for nothing."""
        citable = self._matter.citable
        cited = {id_: citable[id_] for id_ in found.sources if id_ in citable}
        known = len(cited) == len(set(found.sources))
        draft = self._secrets.for_customer(found.draft.strip()[:_DRAFT])
        rests = any(each.kind is not EvidenceKind.WORDS for each in cited.values())
        return Advice(
            note=self._shown(found.note, _NOTE),
            details=self._shown(found.details, _DETAILS),
            evidence=tuple(cited.values()),
            claims=tuple(self._claims(found.facts)),
            actions=tuple(islice(self._actions(found.actions), MOST)),
            draft=draft.text,
            grounded=known
            and rests
            and not draft.withheld
            and self._is_borne_out(draft.text, cited),
            asks=found.asks and bool(draft.text),
            confidence=found.confidence if 0 <= found.confidence <= 1 else 0.0,
            brain=self._profile.model,
            usage=Usage(self._taken.read, self._taken.output),
            calls=tuple(self._calls),
            handoff=self._handoff(found.handoff),
        )

    def _for_customer(self, watch: Watch) -> Watch:
        """Shows a half-written draft as the customer would read it."""
        return lambda draft: watch(self._secrets.for_customer(draft[:_DRAFT]).text)

    def _is_borne_out(self, draft: str, cited: Mapping[str, Evidence]) -> bool:
        """Whether the draft says what its sources say, as far as that can be looked up."""
        named = [(each.kind, self._matter.words(id_)) for id_, each in cited.items()]
        return bool(draft) and is_borne_out(draft, named)

    def _claims(self, facts: Sequence[Fact]) -> Iterator[Claim]:
        for fact in facts:
            evidence = self._matter.citable.get(fact.source)
            if evidence is not None:
                yield Claim(
                    self._shown(fact.about, _NOTE), self._shown(fact.value, _NOTE), evidence
                )

    def _actions(self, proposals: Sequence[Proposal]) -> Iterator[ProposedAction]:
        """Those that a source calls for; with the write only where that could be as it is said."""
        for each in proposals:
            evidence = self._matter.citable.get(each.source)
            if evidence is None or not each.words.strip():
                continue
            words, tool = self._shown(each.words, _NOTE), self._writes.get(each.tool)
            arguments = arguments_in(each.arguments, tool) if tool else None
            if tool is None or arguments is None:
                yield ProposedAction(words, evidence)
            else:
                whole = {name: self._whole(value) for name, value in arguments.items()}
                yield ProposedAction(words, evidence, tool.name, whole)

    def _handoff(self, passing: Passing | None) -> Handoff | None:
        if passing is None or not passing.to or passing.to == self._profile.id:
            return None
        entities: dict[str, tuple[str, ...]] = {}
        for each in passing.entities:
            name = self._shown(each.name, _NOTE)
            entities[name] = (*entities.get(name, ()), self._shown(each.value, _NOTE))
        return Handoff(
            passing.to,
            self._shown(passing.intent, _NOTE),
            self._shown(passing.reason, _NOTE),
            self._each(passing.issues),
            self._each(passing.done),
            self._each(passing.pending),
            entities,
            self._shown(passing.suggested, _NOTE),
        )

    def _each(self, texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._shown(each, _NOTE) for each in texts)

    def _shown(self, text: str, longest: int) -> str:
        """As staff read it."""
        return self._secrets.unmask(text.strip()[:longest])


def _outcome(error: ToolError) -> str:
    match error:
        case ToolRefused(why=why):
            return why
        case ToolFailed():
            return "failed"
    return "unavailable"
