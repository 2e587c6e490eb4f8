"""Spans around what the AI colleagues do, by the names of OpenTelemetry for generative AI.

They bear who, which, how long and how many tokens, and no words: not the customer's, not the
staff's, not a model's, nor those of an error. What a provider drops costs some microseconds.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from opentelemetry.trace import Span, Status, StatusCode, Tracer, TracerProvider
from opentelemetry.util.types import AttributeValue

from orchestration.ports import Brain
from orchestration.ports.previews import Watch
from orchestration.ports.routing import Router
from orchestration.ports.tools import Reader, ToolRefused, ToolResult, Tools, ToolSpec
from orchestration.routing.decision import RoutingDecision
from orchestration.schemas import Arguments
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.cast import BUILT_IN, Profile

_SCOPE = "topicdesk"
_OPERATION, _CONVERSATION, _ERROR = "gen_ai.operation.name", "gen_ai.conversation.id", "error.type"
_TICKET, _CONFIDENCE = "topicdesk.ticket", "topicdesk.confidence"


class Traces:
    """Wraps the ports of the AI colleagues, so that a provider is told what they do."""

    def __init__(self, provider: TracerProvider) -> None:
        self.provider = provider
        self._tracer = provider.get_tracer(_SCOPE)

    @contextmanager
    def turn(self, ticket: int) -> Iterator[None]:
        """A turn on that ticket, from routing to what is kept; the spans within are its parts."""
        operation = "invoke_workflow"
        with _span(self._tracer, operation, "consultation", _of_ticket(ticket)):
            yield

    def brain(self, brain: Brain) -> Brain:
        """The same brain, with a span for each specialist that thinks or writes."""
        return _TracedBrain(brain, self._tracer)

    def router(self, router: Router) -> Router:
        """The same router, with a span for each message."""
        return _TracedRouter(router, self._tracer)

    def tools(self, tools: Tools) -> Tools:
        """The same tools, with a span for each read."""
        return _TracedTools(tools, self._tracer)


class _TracedBrain:
    def __init__(self, brain: Brain, tracer: Tracer) -> None:
        self._brain = brain
        self._tracer = tracer

    async def think(self, profile: Profile, brief: Brief) -> Advice:
        with self._invoked(profile, brief, "think") as span:
            return _advised(span, await self._brain.think(profile, brief))

    async def draft(self, profile: Profile, brief: Brief, watch: Watch | None = None) -> Advice:
        with self._invoked(profile, brief, "draft") as span:
            return _advised(span, await self._brain.draft(profile, brief, watch))

    async def clarify(self, profile: Profile, brief: Brief) -> Advice:
        with self._invoked(profile, brief, "clarify") as span:
            return _advised(span, await self._brain.clarify(profile, brief))

    @contextmanager
    def _invoked(self, profile: Profile, brief: Brief, task: str) -> Iterator[Span]:
        facts: dict[str, AttributeValue] = {
            "gen_ai.agent.id": profile.id,
            "gen_ai.agent.name": profile.name,
            "topicdesk.task": task,
            **_of_ticket(brief.ticket),
        }
        if profile.model != BUILT_IN:
            facts["gen_ai.request.model"] = profile.model
        with _span(self._tracer, "invoke_agent", profile.id, facts) as span:
            yield span


def _advised(span: Span, advice: Advice) -> Advice:
    span.set_attribute("topicdesk.brain", advice.brain)
    span.set_attribute(_CONFIDENCE, advice.confidence)
    if advice.usage.input or advice.usage.output:
        span.set_attribute("gen_ai.usage.input_tokens", advice.usage.input)
        span.set_attribute("gen_ai.usage.output_tokens", advice.usage.output)
    return advice


class _TracedRouter:
    def __init__(self, router: Router, tracer: Tracer) -> None:
        self._router = router
        self._tracer = tracer

    @property
    def name(self) -> str:
        return self._router.name

    async def route(
        self, conversation: Sequence[str], ticket: int | None = None
    ) -> RoutingDecision:
        facts = {} if ticket is None else _of_ticket(ticket)
        with _span(self._tracer, "route", self.name, facts) as span:
            decision = await self._router.route(conversation, ticket)
            span.set_attribute("topicdesk.router", decision.router or self.name)
            span.set_attribute(
                "topicdesk.specialists", [each.specialist for each in decision.tasks]
            )
            surest = max((each.confidence for each in decision.tasks), default=0.0)
            span.set_attribute(_CONFIDENCE, surest)
            return decision


class _TracedTools:
    def __init__(self, tools: Tools, tracer: Tracer) -> None:
        self._tools = tools
        self._tracer = tracer

    async def offered(self, reader: Reader) -> Sequence[ToolSpec]:
        return await self._tools.offered(reader)

    async def proposable(self, reader: Reader) -> Sequence[ToolSpec]:
        return await self._tools.proposable(reader)

    async def read(self, reader: Reader, tool: str, arguments: Arguments) -> ToolResult:
        # A model may name what is no tool, in words of its own: those are not repeated here.
        name = tool if tool in reader.specialist.tools else "unknown"
        facts = {"gen_ai.tool.name": name, "gen_ai.agent.id": reader.specialist.id}
        with _span(self._tracer, "execute_tool", name, facts) as span:
            result = await self._tools.read(reader, tool, arguments)
            span.set_attribute("topicdesk.found", result.found)
            return result


def _of_ticket(ticket: int) -> Mapping[str, AttributeValue]:
    return {_TICKET: ticket, _CONVERSATION: str(ticket)}


@contextmanager
def _span(
    tracer: Tracer, operation: str, what: str, facts: Mapping[str, AttributeValue]
) -> Iterator[Span]:
    """A span that says of an error only its kind, because errors may quote what was read."""
    with tracer.start_as_current_span(
        f"{operation} {what}",
        attributes={_OPERATION: operation, **facts},
        record_exception=False,
        set_status_on_exception=False,
    ) as span:
        try:
            yield span
        except Exception as error:
            kind = str(error.why) if isinstance(error, ToolRefused) else type(error).__name__
            span.set_attribute(_ERROR, kind)
            span.set_status(Status(StatusCode.ERROR))
            raise
