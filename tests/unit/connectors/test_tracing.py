"""What is told to OpenTelemetry of the AI colleagues: who, which, how much, and nobody's words."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode

from bot.assisting import tracing
from bot.checks import tracing as checks
from bot.settings import Settings, load
from connectors.anthropic.client import Claude
from connectors.tracing.exporting import exporting
from connectors.tracing.spans import Traces
from orchestration.ports import UnitOfWork
from orchestration.ports.models import ModelUnavailable
from orchestration.ports.previews import Watch
from orchestration.ports.tools import Reader, Refusal, ToolError, ToolFailed, ToolRefused
from orchestration.routing.decision import RoutingDecision, RoutingTask
from orchestration.sentences import Facts, StaffSentence
from orchestration.specialists.accounts import Accounts
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.advice import Usage as Taken
from orchestration.specialists.cast import Profile
from orchestration.specialists.thinking import Thinking
from tests.fakes import FakeStore
from tests.fakes.collector import collecting
from tests.fakes.messages_api import KEY, answering, fills, in_turn, wants
from tests.fakes.models import FakeTools
from tests.unit.centre.specialists.briefs import BILLING, MODEL, NOW, brief, fence

SECRET = "my card was charged twice"
BRIEF = brief(SECRET, task=SECRET)
REFUNDS = "billing.find_refund"


class Kept:
    """A provider that keeps its spans."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self._provider = TracerProvider(shutdown_on_exit=False)
        self._provider.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.traces = Traces(self._provider)

    def spans(self) -> Sequence[ReadableSpan]:
        spans = self._exporter.get_finished_spans()
        assert SECRET not in str([each.to_json() for each in spans])
        return spans

    def one(self, name: str) -> ReadableSpan:
        (span,) = (each for each in self.spans() if each.name == name)
        return span


@pytest.fixture
def kept() -> Kept:
    return Kept()


class Scripted:
    """A brain and a router that answer, or fail, with what they read."""

    name = "claude"

    def __init__(self, error: Exception | None = None) -> None:
        self._error = error

    async def think(self, profile: Profile, brief: Brief) -> Advice:
        if self._error is not None:
            raise self._error
        assert brief.ticket
        return Advice(note=SECRET, confidence=0.7, brain=profile.model, usage=Taken(300, 20))

    async def draft(
        self,
        profile: Profile,
        brief: Brief,
        watch: Watch | None = None,  # noqa: ARG002 - as the port has it
    ) -> Advice:
        assert profile.id
        assert brief.ticket
        return Advice(draft=SECRET)

    async def clarify(self, profile: Profile, brief: Brief) -> Advice:
        return await self.draft(profile, brief)

    async def route(
        self, conversation: Sequence[str], ticket: int | None = None
    ) -> RoutingDecision:
        if self._error is not None:
            raise self._error
        assert ticket == 1
        tasks = (RoutingTask("billing", conversation[-1], 0.9), RoutingTask("orders", SECRET, 0.6))
        return RoutingDecision(tasks, (SECRET,), "built-in")


async def test_a_specialist_is_an_agent(kept: Kept) -> None:
    """Of a turn, with its model and tokens."""
    with kept.traces.turn(1):
        await kept.traces.brain(Scripted()).think(BILLING, BRIEF)
    span, turn = kept.one("invoke_agent billing"), kept.one("invoke_workflow consultation")
    assert span.attributes == {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.agent.id": "billing",
        "gen_ai.agent.name": "Billing",
        "gen_ai.request.model": MODEL,
        "gen_ai.usage.input_tokens": 300,
        "gen_ai.usage.output_tokens": 20,
        "gen_ai.conversation.id": "1",
        "topicdesk.ticket": 1,
        "topicdesk.task": "think",
        "topicdesk.brain": MODEL,
        "topicdesk.confidence": 0.7,
    }
    assert span.parent == turn.context
    assert turn.attributes is not None
    assert turn.attributes["topicdesk.ticket"] == 1


async def test_a_draft_is_a_task_of_its_own(kept: Kept) -> None:
    brain = kept.traces.brain(Scripted())
    await brain.draft(BILLING, BRIEF)
    await brain.clarify(BILLING, BRIEF)
    tasks = [(each.attributes or {})["topicdesk.task"] for each in kept.spans()]
    assert tasks == ["draft", "clarify"]
    assert "gen_ai.usage.input_tokens" not in (kept.spans()[0].attributes or {})


async def test_routing(kept: Kept) -> None:
    """Who was called, by whom, and how surely."""
    router = kept.traces.router(Scripted())
    assert router.name == "claude"
    await router.route([SECRET], 1)
    assert kept.one("route claude").attributes == {
        "gen_ai.operation.name": "route",
        "gen_ai.conversation.id": "1",
        "topicdesk.ticket": 1,
        "topicdesk.router": "built-in",
        "topicdesk.specialists": ("billing", "orders"),
        "topicdesk.confidence": 0.9,
    }


async def test_an_error_is_named_by_its_kind(kept: Kept) -> None:
    """Its words may be somebody's."""
    broken = Scripted(ModelUnavailable(SECRET))
    with pytest.raises(ModelUnavailable):
        await kept.traces.brain(broken).think(BILLING, BRIEF)
    with pytest.raises(ModelUnavailable):
        await kept.traces.router(broken).route([SECRET], 1)
    for span in kept.spans():
        assert (span.attributes or {})["error.type"] == "ModelUnavailable"
        assert (span.status.status_code, span.status.description) == (StatusCode.ERROR, None)
        assert not span.events


async def test_a_read_is_a_tool(kept: Kept) -> None:
    """Of whom, and whether it found anything."""
    answers: dict[str, str | ToolError] = {
        REFUNDS: SECRET,
        "shop.find_order": ToolFailed("shop.find_order", "late", SECRET),
    }
    tools = kept.traces.tools(FakeTools(answers))
    reader = Reader(BILLING, 7)
    assert len(await tools.offered(reader)) == 2
    await tools.read(reader, REFUNDS, {"number": SECRET})
    assert kept.one(f"execute_tool {REFUNDS}").attributes == {
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.name": REFUNDS,
        "gen_ai.agent.id": "billing",
        "topicdesk.found": True,
    }
    with pytest.raises(ToolFailed):
        await tools.read(reader, "shop.find_order", {})
    failed = kept.one("execute_tool shop.find_order").attributes or {}
    assert failed["error.type"] == "ToolFailed"


async def test_what_is_no_tool_is_not_repeated(kept: Kept) -> None:
    """A model may put anything there."""
    refused = ToolRefused(SECRET, Refusal.NOT_LISTED, "not listed")
    with pytest.raises(ToolRefused):
        await kept.traces.tools(FakeTools({SECRET: refused})).read(Reader(BILLING, 7), SECRET, {})
    assert (kept.one("execute_tool unknown").attributes or {})["error.type"] == "not_listed"


async def test_nothing_is_told_twice(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """The SDK's `chat` for each call within the agent, and its tools beside; never any words."""
    monkeypatch.setenv("ANTHROPIC_OPEN_TELEMETRY_TRACES_CONTENT_MODE", "content")
    findings = fills(sources=["entry-5"], confidence=0.9, note=SECRET)
    store, traces = FakeStore(), kept.traces
    tools = traces.tools(FakeTools({REFUNDS: SECRET}))

    async def tell(_uow: UnitOfWork, sentence: StaffSentence, facts: Facts) -> None:
        raise AssertionError(sentence, facts)

    async with answering(in_turn([wants("billing__find_refund"), findings])) as api:
        claude = Claude(KEY, api.address, (), traces.provider)
        accounts = Accounts(store.begin, lambda: NOW, ZoneInfo("UTC"), tell, lambda: None)
        thinking = Thinking(Scripted(), claude, tools, fence, accounts, lambda: NOW)
        advice = await traces.brain(thinking).think(BILLING, BRIEF)
        await claude.close()
    assert advice.note == SECRET
    spans = kept.spans()
    operations = [(each.attributes or {}).get("gen_ai.operation.name") for each in spans]
    assert operations == ["chat", "execute_tool", "chat", "invoke_agent"]
    agent = kept.one("invoke_agent billing")
    assert all(each.parent == agent.context for each in spans[:3])
    assert (agent.attributes or {})["gen_ai.usage.input_tokens"] == 200


async def test_a_collector_is_sent_them() -> None:
    """At the end at the latest."""
    async with collecting() as collector:
        async with exporting(collector.address) as provider:
            await Traces(provider).brain(Scripted()).think(BILLING, BRIEF)
        assert b"invoke_agent billing" in collector.received
        assert b"topicdesk" in collector.received
        assert SECRET.encode() not in collector.received


def _settings(endpoint: str | None) -> Settings:
    return load(None, bot_token="42:x", otel_exporter_otlp_endpoint=endpoint)


async def test_without_a_collector_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor without the extra, which one sentence says."""
    async with tracing.tracing(_settings(None)) as traces:
        assert traces.provider is trace.get_tracer_provider()
    assert checks.examine(_settings(None)) == []
    there = _settings("http://localhost:4318/")
    (found,) = checks.examine(there)
    assert found.words == "spans go to http://localhost:4318"
    monkeypatch.setattr(tracing, "installed", lambda: False)
    async with tracing.tracing(there) as traces:
        assert traces.provider is trace.get_tracer_provider()
    (found,) = checks.examine(there)
    assert not found.failed
    assert 'OTEL_EXPORTER_OTLP_ENDPOINT is set, but the extra "otel" is not' in found.words
