"""A Messages API on this machine, over real HTTP: it says what a script says.

Written from the API's documents and not with its SDK, so it cannot share the SDK's mistakes. A
script is a function from a request's body to a reply; `says` answers everything alike, and
`in_turn` one after another.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from aiohttp import web

Json = dict[str, Any]

KEY = "a-key-of-the-tests"
#: The models that there are.
HAIKU, SONNET = "claude-haiku-4-5", "claude-sonnet-5-5"


@dataclass(frozen=True)
class Reply:
    """What the API answers: a message of `blocks`, or an error.

    `breaks_after` cuts a stream off after so many events: with an `error` of that type, or by
    closing the connection. `body` is sent as it is, whatever was asked. `hangs` never answers.
    A stream whose first words hold `pauses_at` goes on once `goes_on` is set.
    """

    blocks: tuple[Json, ...] = ()
    stop: str = "end_turn"
    usage: Json = field(default_factory=lambda: {"input_tokens": 100, "output_tokens": 20})
    status: int = 200
    error: str = ""
    words: str = "as the script says"
    headers: dict[str, str] = field(default_factory=dict)
    breaks_after: int | None = None
    body: str | None = None
    hangs: bool = False
    pauses_at: str = ""
    goes_on: asyncio.Event | None = None

    def took(self, **usage: int) -> "Reply":
        """The same, having taken so many tokens."""
        return replace(self, usage=usage)


Script = Callable[[Json], Reply]


def says(text: str) -> Reply:
    """Plain words."""
    return Reply(({"type": "text", "text": text},))


def fills(**values: Any) -> Reply:
    """A filled form."""
    return says(json.dumps(values))


def wants(tool: str, **arguments: Any) -> Reply:
    """The use of a tool, by its name on the wire."""
    block = {"type": "tool_use", "id": "toolu_1", "name": tool, "input": arguments}
    return Reply(({"type": "text", "text": "Let me look."}, block), "tool_use")


def fails(status: int, error: str, words: str = "", **headers: str) -> Reply:
    """An error, as the API says it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status=status, error=error, words=words or error, headers=named)


OVERLOADED = fails(529, "overloaded_error", "Overloaded")
REFUSES = Reply((), "refusal")


def in_turn(replies: Iterable[Reply]) -> Script:
    """One reply after another; the last one for ever."""
    left = list(replies)

    def script(_request: Json) -> Reply:
        return left.pop(0) if len(left) > 1 else left[0]

    return script


class MessagesApi:
    """Answers by `script`, and keeps what it was asked in `requests`."""

    def __init__(self, script: Script | None = None) -> None:
        self.script: Script = script or (lambda _: says("Yes."))
        self.models: set[str] = {HAIKU, SONNET}
        self.requests: list[Json] = []
        self.looked_up: list[str] = []
        #: What it answers to everything, if there is any.
        self.trouble: Reply | None = None
        self.address = ""
        self._asked = asyncio.Event()

    def then(self, *replies: Reply) -> None:
        """From now on it answers with these, one after another."""
        self.script = in_turn(replies)

    async def was_asked(self, count: int = 1) -> Sequence[Json]:
        """Waits until it was asked so often; returns what."""
        while len(self.requests) < count:
            self._asked.clear()
            await asyncio.wait_for(self._asked.wait(), 20)
        return self.requests[:count]

    async def look_up(self, request: web.Request) -> web.Response:
        """GET /v1/models/{id}."""
        name = request.match_info["name"]
        self.looked_up.append(name)
        if refused := self._refused(request, name):
            return _error(refused)
        described = {
            "type": "model",
            "id": name,
            "display_name": name,
            "created_at": "2026-06-01T00:00:00Z",
            "lifecycle": "active",
        }
        return web.json_response(described)

    async def list_models(self, request: web.Request) -> web.Response:
        """GET /v1/models."""
        self.looked_up.append("")
        refused = self._refused(request, HAIKU)
        listed = {"data": [], "has_more": False, "first_id": None, "last_id": None}
        return _error(refused) if refused else web.json_response(listed)

    async def message(self, request: web.Request) -> web.StreamResponse:
        """POST /v1/messages."""
        asked: Json = await request.json()
        self.requests.append(asked)
        self._asked.set()
        reply = self._refused(request, asked["model"]) or self.script(asked)
        if reply.hangs:
            await asyncio.Event().wait()
        if reply.body is not None:
            return web.Response(text=reply.body, content_type="application/json")
        if reply.status != 200:
            return _error(reply)
        if asked.get("stream"):
            return await _streamed(request, asked, reply)
        return web.json_response(_message(asked, reply))

    def _refused(self, request: web.Request, model: str) -> Reply | None:
        if self.trouble is not None:
            return self.trouble
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return fails(401, "authentication_error", "invalid API key")
        if model not in self.models:
            return fails(404, "not_found_error", f"model: {model}")
        return None


def _error(reply: Reply) -> web.Response:
    said = {"type": "error", "error": {"type": reply.error, "message": reply.words}}
    return web.json_response(said, status=reply.status, headers=reply.headers)


def _message(asked: Json, reply: Reply) -> Json:
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": asked["model"],
        "content": list(reply.blocks),
        "stop_reason": reply.stop,
        "stop_sequence": None,
        "usage": reply.usage,
    }


async def _streamed(request: web.Request, asked: Json, reply: Reply) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"content-type": "text/event-stream"})
    await answer.prepare(request)
    sent = ""
    for count, event in enumerate(_events(asked, reply)):
        sent += event.get("delta", {}).get("text", "")
        if reply.goes_on is not None and reply.pauses_at in sent:
            await reply.goes_on.wait()
        if count == reply.breaks_after:
            if reply.error:
                said = {"type": reply.error, "message": reply.words}
                await answer.write(_sse({"type": "error", "error": said}))
            break
        await answer.write(_sse(event))
    if reply.breaks_after is not None and not reply.error and request.transport:
        request.transport.abort()
    return answer


def _sse(event: Json) -> bytes:
    return f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode()


def _events(asked: Json, reply: Reply) -> Iterable[Json]:
    """A message piece by piece, words and arguments in pieces of some characters."""
    begun = {**_message(asked, reply), "content": [], "stop_reason": None}
    begun["usage"] = {**reply.usage, "output_tokens": 1}
    yield {"type": "message_start", "message": begun}
    for index, block in enumerate(reply.blocks):
        tool = block["type"] == "tool_use"
        empty = {**block, "input": {}} if tool else {**block, "text": ""}
        yield {"type": "content_block_start", "index": index, "content_block": empty}
        given = block.get("input")
        whole = (given if isinstance(given, str) else json.dumps(given)) if tool else block["text"]
        for piece in (whole[at : at + 8] for at in range(0, len(whole), 8)):
            delta = (
                {"type": "input_json_delta", "partial_json": piece}
                if tool
                else {"type": "text_delta", "text": piece}
            )
            yield {"type": "content_block_delta", "index": index, "delta": delta}
        yield {"type": "content_block_stop", "index": index}
    ended = {"stop_reason": reply.stop, "stop_sequence": None}
    usage = {"output_tokens": reply.usage.get("output_tokens", 0)}
    yield {"type": "message_delta", "delta": ended, "usage": usage}
    yield {"type": "message_stop"}


@asynccontextmanager
async def answering(script: Script | None = None) -> AsyncIterator[MessagesApi]:
    """A Messages API at `address`, for as long as the block."""
    api = MessagesApi(script)
    app = web.Application()
    app.router.add_post("/v1/messages", api.message)
    app.router.add_get("/v1/models", api.list_models)
    app.router.add_get("/v1/models/{name}", api.look_up)
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    api.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield api
    finally:
        await runner.cleanup()
