"""The control face: `/sim/...`, JSON in and out. A refused call answers 4xx with its reason."""

import base64
import binascii
import json
from collections.abc import Awaitable, Callable

from aiohttp import web
from pydantic import ValidationError

from sandbox.errors import BotApiError, Refused, deny
from sandbox.faults import ANY_METHOD, Fault
from sandbox.machine import Machine
from sandbox.media import Upload
from sandbox.methods import METHODS
from sandbox.operations import Operation
from sandbox.people import DEEDS, Body
from sandbox.shapes import Json, Object
from sandbox.views import messages, state

PRESS_PATIENCE_S = 10.0
_MAX_ATTACHMENT = 50 * 1024 * 1024
# Bytes that a browser may show in place; anything else is offered for download.
_SHOWN_TYPES = ("image/", "video/", "audio/", "text/plain")

Advance = Callable[[float], Awaitable[None]]
Systems = Callable[[], Awaitable[list[Json]]]
"""What the business systems beside this Telegram have on record, for the page to show.

One entry a system: `{"name", "tables": [{"name", "columns": [...], "rows": [[...], ...]}]}`. Names
of systems differ, and cells are text.
"""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Advancing(Body):
    """POST /sim/time."""

    advance_s: float


class Control:
    """The routes of this face."""

    def __init__(self, machine: Machine, advance: Advance | None, systems: Systems | None) -> None:
        self._machine = machine
        self._advance = advance
        self._systems = systems

    def add_to(self, app: web.Application) -> None:
        """Take the paths of the control API, but for the events (see `browser`)."""
        router = app.router
        router.add_get("/sim/state", self._state)
        router.add_get("/sim/messages", self._messages)
        router.add_get("/sim/calls", self._calls)
        router.add_get("/sim/files/{file_id}", self._file)
        router.add_get("/sim/systems", self._records)
        router.add_post("/sim/reset", self._reset)
        router.add_post("/sim/faults", self._order_fault)
        router.add_delete("/sim/faults", self._clear_faults)
        router.add_post("/sim/time", self._time)
        router.add_post("/sim/presses", self._press)
        for name in DEEDS.keys() - {"presses"}:
            router.add_post(f"/sim/{name}", self._deed)

    async def _state(self, _: web.Request) -> web.Response:
        return web.json_response(state(self._machine.world))

    async def _messages(self, request: web.Request) -> web.Response:
        chat_id = _integer(request, "chat_id")
        if chat_id is None:
            deny("name a chat: /sim/messages?chat_id=...")
        thread, viewer = _integer(request, "message_thread_id"), _integer(request, "viewer")
        return web.json_response(messages(self._machine.world, chat_id, thread, viewer))

    async def _calls(self, request: web.Request) -> web.Response:
        return web.json_response(self._machine.calls.since(_integer(request, "since") or 0))

    async def _file(self, request: web.Request) -> web.Response:
        file = self._machine.world.files.get(request.match_info["file_id"])
        if file is None:
            deny("there is no such file", 404)
        shown = file.mime_type.startswith(_SHOWN_TYPES)
        headers = {
            "Content-Type": file.mime_type,
            "Content-Disposition": "inline" if shown else "attachment",
            # Whatever somebody uploaded must not act as part of this page.
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        }
        return web.Response(body=self._machine.content(file), headers=headers)

    async def _records(self, _: web.Request) -> web.Response:
        systems = [] if self._systems is None else await self._systems()
        return web.json_response({"systems": systems})

    async def _reset(self, _: web.Request) -> web.Response:
        self._machine.reset()
        return web.json_response({"ok": True})

    async def _order_fault(self, request: web.Request) -> web.Response:
        fault = Fault.model_validate(await _body(request))
        if fault.method != ANY_METHOD and fault.method.lower() not in METHODS:
            deny(f"no such method: {fault.method}; name a Bot API method of the sandbox, or *")
        return web.json_response({"id": self._machine.faults.order(fault)})

    async def _clear_faults(self, _: web.Request) -> web.Response:
        self._machine.faults.clear()
        return web.json_response({"ok": True})

    async def _time(self, request: web.Request) -> web.Response:
        asked = Advancing.model_validate(await _body(request))
        if self._advance is None:
            deny(
                "this sandbox follows the real clock; `topicdesk demo` runs one that can be moved",
                409,
            )
        if asked.advance_s < 0:
            deny("time goes forward only: advance_s must not be negative")
        await self._advance(asked.advance_s)
        self._machine.watchers.tell_change(None, None)
        return web.json_response({"now": self._machine.moment().date})

    async def _press(self, request: web.Request) -> web.Response:
        pressed = self._do("presses", await _body(request))
        answer = await self._machine.answer_to(pressed["query_id"], PRESS_PATIENCE_S)
        return web.json_response({"answer": answer})

    async def _deed(self, request: web.Request) -> web.Response:
        name = request.path.rpartition("/")[2]
        return web.json_response(self._do(name, await _body(request)))

    def _do(self, name: str, body: Object) -> Object:
        DEEDS[name].model.model_validate(body)  # what cannot be read is not written down either
        files = {}
        if name == "messages" and body.get("file") is not None:
            files["file"] = self._keep(body)
            body = {key: value for key, value in body.items() if key != "file"}
        operation = Operation("deed", name, body, self._machine.moment(), files=files)
        result: Object = self._machine.act(operation)
        return result

    def _keep(self, body: Object) -> Upload:
        try:
            content = base64.b64decode(body["file"], validate=True)
        except (binascii.Error, ValueError):
            deny("file must be base64")
        if len(content) > _MAX_ATTACHMENT:
            deny("a file may have at most 50 MB here", 413)
        return Upload(self._machine.blobs.put(content), len(content))


async def _body(request: web.Request) -> Object:
    raw = await request.read()
    try:
        found: Json = json.loads(raw or b"{}")
        repr(found).encode()
    except UnicodeEncodeError:
        deny("the body holds text that is no Unicode: a lone surrogate")
    except (ValueError, RecursionError) as error:
        deny(f"the body must be JSON: {error}")
    if not isinstance(found, dict):
        deny("the body must be a JSON object")
    return found


def _integer(request: web.Request, name: str) -> int | None:
    value = request.query.get(name)
    if value is None or not value:
        return None
    try:
        return int(value)
    except ValueError:
        deny(f"{name} must be a whole number, not {value!r}")


@web.middleware
async def refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn what a control call refuses into its 4xx answer."""
    try:
        return await handler(request)
    except Refused as refused:
        return web.json_response({"error": str(refused)}, status=refused.status)
    except ValidationError as error:
        reasons = "; ".join(
            f"{'.'.join(str(part) for part in found['loc'])}: {found['msg']}"
            for found in error.errors()
        )
        return web.json_response({"error": reasons}, status=400)
    except BotApiError as error:
        return web.json_response({"error": error.description}, status=400)
    except web.HTTPException as error:
        if not request.path.startswith("/sim/") or error.status < 400:  # noqa: PLR2004
            raise
        return web.json_response({"error": f"{error.reason}: {request.path}"}, status=error.status)
