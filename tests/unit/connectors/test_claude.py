"""Claude through the real SDK, over real HTTP, against a Messages API that says what it is told."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from connectors.anthropic.client import Claude
from orchestration.ports.models import (
    Fault,
    Fetched,
    ModelError,
    ModelMisspoke,
    ModelRefused,
    ModelRejected,
    ModelUnavailable,
    Question,
    Told,
    ToolAnswer,
    ToolOffer,
    ToolUse,
    Usage,
)
from orchestration.specialists.model_brain import Findings, Proposal
from tests.fakes.messages_api import (
    HAIKU,
    KEY,
    OVERLOADED,
    REFUSES,
    MessagesApi,
    Reply,
    answering,
    fails,
    fills,
    says,
    wants,
)

AT_ONCE = (timedelta(0), timedelta(0))


@dataclass(frozen=True)
class Found:
    """A form."""

    note: str
    sources: tuple[str, ...]
    confidence: float = 0.0


FIND_ORDER = ToolOffer(
    "shop.find_order",
    "Finds an order",
    {"type": "object", "properties": {"number": {"type": "string"}}, "required": ["number"]},
)
WORDS = Question(HAIKU, "You are Billing.", (Told("Where is my refund?"),), str)
FORM: Question[Found] = Question(HAIKU, WORDS.instructions, WORDS.turns, Found)
TOOLS = replace(WORDS, tools=(FIND_ORDER,))


@pytest.fixture
async def api() -> AsyncIterator[MessagesApi]:
    async with answering() as served:
        yield served


@pytest.fixture
async def claude(api: MessagesApi) -> AsyncIterator[Claude]:
    client = Claude(KEY, api.address, AT_ONCE)
    yield client
    await client.close()


async def _failure(claude: Claude, question: Question[Any]) -> ModelError:
    with pytest.raises(ModelError) as caught:
        await claude.ask(question)
    return caught.value


class Hearing:
    """Listens to an answer."""

    def __init__(self) -> None:
        self.pieces: list[str] = []

    async def hear(self, piece: str) -> None:
        self.pieces.append(piece)


async def test_a_plain_answer(api: MessagesApi, claude: Claude) -> None:
    """Words, and what they took in tokens and in money."""
    api.then(says("It is on its way.").took(input_tokens=1000, output_tokens=200))
    answer = await claude.ask(WORDS)
    assert answer.value == "It is on its way."
    assert answer.wants == ()
    # Haiku 4.5: a dollar for a million tokens read, five for a million written.
    assert answer.usage == Usage(1000, 200, cost=2000)


async def test_instructions_are_cached(api: MessagesApi, claude: Claude) -> None:
    """They stand before the conversation, with the mark that caches them and the tools."""
    await claude.ask(TOOLS)
    (asked,) = api.requests
    (system,) = asked["system"]
    assert system["text"] == "You are Billing."
    assert system["cache_control"] == {"type": "ephemeral"}
    assert asked["messages"] == [{"role": "user", "content": "Where is my refund?"}]
    assert KEY not in str(asked)


async def test_what_the_cache_saved_is_counted(api: MessagesApi, claude: Claude) -> None:
    usage = {"cache_read_input_tokens": 2000, "cache_creation_input_tokens": 400}
    api.then(says("Yes.").took(input_tokens=10, output_tokens=4, **usage))
    taken = (await claude.ask(WORDS)).usage
    assert taken == Usage(10, 4, 2000, 400, cost=10 + 20 + 200 + 500)
    assert (taken.read, taken.tokens) == (2410, 2414)


async def test_a_form_is_filled(api: MessagesApi, claude: Claude) -> None:
    """The API is given its schema, and what comes is checked against it."""
    api.then(fills(note="Refunded on Monday.", sources=["returns/refunds.md"], confidence=0.9))
    answer = await claude.ask(FORM)
    assert answer.value == Found("Refunded on Monday.", ("returns/refunds.md",), 0.9)
    form = api.requests[0]["output_config"]["format"]
    assert form["type"] == "json_schema"
    assert form["schema"]["required"] == ["note", "sources"]
    assert form["schema"]["additionalProperties"] is False


async def test_the_form_of_specialists_can_be_filled(api: MessagesApi, claude: Claude) -> None:
    """A proposal names a write and its arguments as a text: no schema holds what they may be."""
    pays = {"words": "Pay it back", "source": "read-1"}
    write = {**pays, "tool": "billing.refund", "arguments": '{"amount_minor": 900}'}
    api.then(fills(sources=["read-1"], confidence=0.9, actions=[pays, write]))
    answer = await claude.ask(Question(HAIKU, "You are Billing.", WORDS.turns, Findings))
    assert answer.value is not None
    assert answer.value.actions == (Proposal(**pays), Proposal(**write))
    asked = api.requests[0]["output_config"]["format"]["schema"]["$defs"]["Proposal"]
    kinds = {name: each["type"] for name, each in asked["properties"].items()}
    assert kinds == dict.fromkeys(("words", "source", "tool", "arguments"), "string")
    assert asked["required"] == ["words", "source"]


@pytest.mark.parametrize(
    "reply",
    [
        fills(note="no sources"),
        fills(note=1, sources=[]),
        says('{"note": "half'),
        says("Certainly! Here it is."),
        Reply(),
        replace(fills(note="all", sources=[]), stop="max_tokens"),
        replace(fills(note="all", sources=[]), stop="model_context_window_exceeded"),
        replace(fills(note="all", sources=[]), stop="something new"),
    ],
    ids=lambda reply: f"{reply.stop} {[block['text'] for block in reply.blocks]}",
)
async def test_an_answer_that_is_no_form(api: MessagesApi, claude: Claude, reply: Reply) -> None:
    """It is no answer, once, and what it took is counted all the same."""
    api.then(reply.took(input_tokens=7, output_tokens=3))
    failed = await _failure(claude, FORM)
    assert isinstance(failed, ModelMisspoke)
    assert failed.usage.tokens == 10
    assert len(api.requests) == 1


@pytest.mark.parametrize("streamed", [False, True])
async def test_a_tool_is_used(api: MessagesApi, claude: Claude, *, streamed: bool) -> None:
    """The model asks for it, reads what it answered, and says what it makes of it."""
    api.then(wants("shop__find_order", number="4711"), says("It left on Monday."))
    hear = Hearing().hear if streamed else None
    first = await claude.ask(TOOLS, hear)
    assert first.value is None
    assert first.wants == (ToolUse("toolu_1", "shop.find_order", {"number": "4711"}),)
    found = Fetched((ToolAnswer("toolu_1", "left: Monday"),))
    second = await claude.ask(replace(TOOLS, turns=(*TOOLS.turns, first.turn, found)), hear)
    assert second.value == "It left on Monday."
    (tool,) = api.requests[0]["tools"]
    assert tool["name"] == "shop__find_order"
    assert tool["input_schema"] == FIND_ORDER.schema
    _, said, result = api.requests[1]["messages"]
    assert said["content"] == list(wants("shop__find_order", number="4711").blocks)
    assert result["content"][0]["tool_use_id"] == "toolu_1"
    assert not result["content"][0]["is_error"]


async def test_a_tool_that_was_not_offered_is_named_as_it_came(
    api: MessagesApi, claude: Claude
) -> None:
    """Whoever asked decides what becomes of it."""
    api.then(wants("shop__delete_order"))
    (want,) = (await claude.ask(TOOLS)).wants
    assert want.tool == "shop__delete_order"


BROKEN_USES = [
    replace(wants("shop__find_order"), stop="end_turn"),
    replace(says("I will look."), stop="tool_use"),
    Reply(({"type": "tool_use", "id": "1", "name": "shop__find_order", "input": "{"},), "tool_use"),
    Reply(({"type": "tool_use", "id": "1", "name": None, "input": {}},), "tool_use"),
]


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("reply", BROKEN_USES)
async def test_a_malformed_use_of_a_tool(
    api: MessagesApi, claude: Claude, reply: Reply, *, streamed: bool
) -> None:
    """It is not guessed at: half of the arguments are not the whole."""
    api.then(reply)
    with pytest.raises(ModelMisspoke):
        await claude.ask(TOOLS, Hearing().hear if streamed else None)


async def test_half_of_the_arguments_are_not_the_whole(api: MessagesApi, claude: Claude) -> None:
    """The SDK itself would take them for complete."""
    half = {"type": "tool_use", "id": "1", "name": "shop__find_order", "input": '{"number": "47'}
    api.then(Reply((half,), "tool_use"))
    with pytest.raises(ModelMisspoke):
        await claude.ask(TOOLS, Hearing().hear)


async def test_an_answer_is_heard_as_it_comes(api: MessagesApi, claude: Claude) -> None:
    """In pieces, and whole at the end."""
    api.then(says("It left on Monday.").took(input_tokens=5, output_tokens=9))
    hearing = Hearing()
    answer = await claude.ask(WORDS, hearing.hear)
    assert len(hearing.pieces) > 1
    assert "".join(hearing.pieces) == answer.value == "It left on Monday."
    assert answer.usage.tokens == 14


async def test_who_listens_may_fail(api: MessagesApi, claude: Claude) -> None:
    """Their error is theirs, and no word of the model."""

    async def deaf(_piece: str) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await claude.ask(WORDS, deaf)
    assert len(api.requests) == 1


@pytest.mark.parametrize(
    "trouble",
    [
        fails(429, "rate_limit_error", retry_after_ms="1"),
        fails(500, "api_error"),
        fails(503, "api_error"),
        OVERLOADED,
    ],
    ids=lambda trouble: trouble.error + str(trouble.status),
)
async def test_trouble_that_passes(api: MessagesApi, claude: Claude, trouble: Reply) -> None:
    """It is tried again, and nobody notices."""
    api.then(trouble, trouble, says("Here I am."))
    assert (await claude.ask(WORDS)).value == "Here I am."
    assert len(api.requests) == 3


async def test_trouble_that_stays(api: MessagesApi, claude: Claude) -> None:
    api.then(OVERLOADED)
    failed = await _failure(claude, WORDS)
    assert isinstance(failed, ModelUnavailable)
    assert str(failed) == f"{HAIKU} cannot answer now: overloaded_error: Overloaded"
    assert len(api.requests) == 3


async def test_nobody_waits_for_long(api: MessagesApi, claude: Claude) -> None:
    """Who is told to come back in an hour does without, at once."""
    api.then(fails(429, "rate_limit_error", "slow down", retry_after="3600"))
    failed = await _failure(claude, WORDS)
    assert isinstance(failed, ModelUnavailable)
    assert failed.retry_after == timedelta(hours=1)
    assert len(api.requests) == 1


@pytest.mark.parametrize(
    "cut", [replace(says("It left on Monday."), breaks_after=4, error="overloaded_error")]
)
async def test_an_overload_in_mid_stream(api: MessagesApi, claude: Claude, cut: Reply) -> None:
    """The answer begins anew, and whoever listens is told; both tries are counted."""
    api.then(cut.took(input_tokens=50, output_tokens=9), says("It left.").took(input_tokens=50))
    hearing = Hearing()
    answer = await claude.ask(WORDS, hearing.hear)
    assert answer.value == "It left."
    again = hearing.pieces.index("")
    assert "".join(hearing.pieces[:again]).startswith("It left ")
    assert "".join(hearing.pieces[again:]) == "It left."
    assert answer.usage.input == 100


@pytest.mark.parametrize("after", [0, 1, 3])
async def test_a_stream_that_ends_too_soon(api: MessagesApi, claude: Claude, after: int) -> None:
    """With the connection, whenever that is."""
    api.then(replace(says("It left on Monday."), breaks_after=after))
    with pytest.raises(ModelUnavailable):
        await claude.ask(WORDS, Hearing().hear)


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize(
    "body",
    [
        "{}",
        "[]",
        '"yes"',
        "null",
        "It works!",
        '{"content": null}',
        '{"content": [1], "stop_reason": "end_turn", "usage": {"input_tokens": "many"}}',
        "",
    ],
)
async def test_nonsense(api: MessagesApi, claude: Claude, body: str, *, streamed: bool) -> None:
    """What answers there is no Messages API: it is no answer."""
    api.then(Reply(body=body))
    with pytest.raises(ModelMisspoke):
        await claude.ask(FORM, Hearing().hear if streamed else None)


@pytest.mark.parametrize("streamed", [False, True])
async def test_a_refusal(api: MessagesApi, claude: Claude, *, streamed: bool) -> None:
    """It is one, and is not asked for again."""
    api.then(REFUSES)
    with pytest.raises(ModelRefused):
        await claude.ask(WORDS, Hearing().hear if streamed else None)
    assert len(api.requests) == 1


async def test_a_slow_model(api: MessagesApi, claude: Claude) -> None:
    """It is not waited for any longer than the question says."""
    api.then(Reply(hangs=True))
    failed = await _failure(claude, replace(WORDS, within=timedelta(milliseconds=50)))
    assert isinstance(failed, ModelUnavailable)
    assert str(failed) == f"{HAIKU} did not answer in time"


async def test_nobody_there() -> None:
    claude = Claude(KEY, "http://127.0.0.1:9", AT_ONCE)
    failed = await _failure(claude, WORDS)
    await claude.close()
    assert isinstance(failed, ModelUnavailable)
    assert str(failed) == "the Messages API cannot be reached"


async def test_a_wrong_key(api: MessagesApi) -> None:
    """It is said so, without the key, and not tried again."""
    claude = Claude("another-key", api.address, AT_ONCE)
    failed = await _failure(claude, WORDS)
    for name in (HAIKU, None):
        with pytest.raises(ModelRejected):
            await claude.examine(name)
    await claude.close()
    assert isinstance(failed, ModelRejected)
    assert failed.fault is Fault.KEY
    assert str(failed) == "the key is not accepted: authentication_error: invalid API key"
    assert len(api.requests) == 1


async def test_an_unknown_model(api: MessagesApi, claude: Claude) -> None:
    """Asking or looking it up comes to the same."""
    failed = await _failure(claude, replace(WORDS, model="claude-nobody"))
    assert isinstance(failed, ModelRejected)
    assert failed.fault is Fault.MODEL
    with pytest.raises(ModelRejected) as caught:
        await claude.examine("claude-nobody")
    assert str(caught.value) == str(failed) == "there is no model claude-nobody for this key"
    await claude.examine(HAIKU)
    await claude.examine()
    assert len(api.requests) == 1


@pytest.mark.parametrize("name", [HAIKU, None])
async def test_a_gateway_that_knows_no_lookup(
    api: MessagesApi, claude: Claude, name: str | None
) -> None:
    """It may pass on questions all the same, so nothing is said against it."""
    api.trouble = fails(404, "")
    await claude.examine(name)
    api.trouble = OVERLOADED
    with pytest.raises(ModelUnavailable):
        await claude.examine(name)


@pytest.mark.parametrize("status", [400, 404, 413, 422])
async def test_a_question_that_is_not_taken(api: MessagesApi, claude: Claude, status: int) -> None:
    """The API's own words say why: an owner can act on them."""
    api.then(fails(status, "invalid_request_error", "Your credit balance is too low."))
    failed = await _failure(claude, WORDS)
    assert isinstance(failed, ModelRejected)
    assert failed.fault is Fault.QUESTION
    assert "Your credit balance is too low" in str(failed)
    assert len(api.requests) == 1


async def test_a_model_without_a_known_price(api: MessagesApi, claude: Claude) -> None:
    """Its tokens are counted, and no amount is made up."""
    api.models.add("claude-next")
    usage = (await claude.ask(replace(WORDS, model="claude-next"))).usage
    assert usage.tokens == 120
    assert usage.cost is None
    assert (usage + Usage(1, 1, cost=5)).cost is None
