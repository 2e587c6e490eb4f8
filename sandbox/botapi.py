"""The Bot API face: `/bot<token>/<method>` and `/file/bot<token>/<path>`, over HTTP.

Parameters come as a query, a form, JSON, or multipart with files under `attach://` names.
"""

import asyncio
import re
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.web_request import FileField

from sandbox.errors import BotApiError, flood, refuse
from sandbox.faults import Fault
from sandbox.machine import Machine
from sandbox.media import Upload
from sandbox.methods import METHODS, Method
from sandbox.methods.receiving import MAX_WAIT_S
from sandbox.operations import Operation
from sandbox.params import normalise
from sandbox.shapes import Json, Object
from sandbox.world import Bot, File

MAX_UPLOAD = 50 * 1024 * 1024

_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{1,80}")
_INTERNAL = BotApiError(500, "Internal Server Error")


@dataclass
class _Asked:
    """A request, read."""

    params: Object = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    @property
    def chat_id(self) -> int | None:
        chat_id = self.params.get("chat_id")
        return chat_id if isinstance(chat_id, int) else None


class BotApi:
    """The routes of this face."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def add_to(self, app: web.Application) -> None:
        """Take the paths of the Bot API."""
        app.router.add_route("*", "/bot{token:[^/]*}/{method:[^/]*}", self._call)
        app.router.add_get("/file/bot{token:[^/]*}/{path:.+}", self._download)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        try:
            bot = self._bot(request.match_info["token"])
            asked = await self._read(request)
            method = METHODS.get(request.match_info["method"].lower())
            if method is None:
                raise self._unknown(bot, request.match_info["method"], asked)
            return await self._answer(request, bot, method, asked)
        except BotApiError as error:
            return _refused(error)

    async def _answer(
        self, request: web.Request, bot: Bot, method: Method, asked: _Asked
    ) -> web.StreamResponse:
        in_topic = bool(asked.params.get("message_thread_id"))
        fault = self._machine.faults.strike(method, asked.chat_id, in_topic=in_topic)
        kind = fault.kind if fault else None
        if kind == "refuse":
            self._log(bot, method.name, asked, "refused by a fault of the sandbox", 0)
            return _abandon(request)
        try:
            result = await self._take_effect(bot, method, asked, fault)
        except BotApiError as error:
            self._log(bot, method.name, asked, error.description, error.code)
            raise
        self._log(bot, method.name, asked)
        if kind == "cut":
            return _abandon(request)
        if fault is not None and kind == "slow":
            await asyncio.sleep(fault.delay_s)
        return web.json_response({"ok": True, "result": result})

    async def _take_effect(
        self, bot: Bot, method: Method, asked: _Asked, fault: Fault | None
    ) -> Json:
        if fault is not None and fault.kind == "429":
            raise flood(fault.retry_after)
        if fault is not None and fault.kind == "500":
            raise _INTERNAL
        operation = Operation(
            "call",
            method.name,
            asked.params,
            self._machine.moment(),
            bot_id=bot.user_id,
            files=asked.files,
            to_general=fault is not None and fault.kind == "to_general",
        )
        if method.name == "getUpdates":
            timeout = asked.params.get("timeout")
            seconds = timeout if isinstance(timeout, int) else 0
            return await self._machine.poll(operation, min(seconds, MAX_WAIT_S))
        return self._machine.call(method, operation)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._bot(request.match_info["token"])
            body = self._machine.content(self._by_path(request.match_info["path"]))
        except BotApiError as error:
            return _refused(error)
        return web.Response(body=body, content_type="application/octet-stream")

    def _by_path(self, path: str) -> File:
        file = self._machine.world.files.get(path.rpartition("/")[2].rpartition(".")[0])
        if file is None or file.path != path:
            raise BotApiError(404, "Not Found")
        return file

    def _bot(self, token: str) -> Bot:
        # telegram-bot-api: what cannot be a token is told apart from a token nobody has.
        if not _TOKEN.fullmatch(token):
            raise BotApiError(401, "Unauthorized: invalid token specified")
        for bot in self._machine.world.bots.values():
            if bot.token == token:
                return bot
        raise BotApiError(401, "Unauthorized")

    async def _read(self, request: web.Request) -> _Asked:
        raw: Object = dict(request.query)
        uploads: dict[str, FileField] = {}
        if request.content_type == "application/json":
            raw |= await _json_object(request)
        else:
            form = await request.post()
            raw |= {name: value for name, value in form.items() if isinstance(value, str)}
            uploads = {n: value for n, value in form.items() if isinstance(value, FileField)}
        _check_text(raw)
        asked = _Asked(normalise(raw))
        for name, upload in uploads.items():
            content = upload.file.read()
            if len(content) > MAX_UPLOAD:
                raise BotApiError(413, "Request Entity Too Large")
            blob = self._machine.blobs.put(content)
            file_name = upload.filename.replace("\\", "/").rpartition("/")[2]
            asked.files[name] = Upload(blob, len(content), file_name, upload.content_type or "")
        return asked

    def _unknown(self, bot: Bot, name: str, asked: _Asked) -> BotApiError:
        error = BotApiError(404, "Not Found: method not found")
        self._log(bot, name, asked, error.description, error.code)
        return error

    def _log(
        self, bot: Bot, name: str, asked: _Asked, description: str | None = None, code: int = 0
    ) -> None:
        call = {
            "at": self._machine.moment().real,
            "bot_id": bot.user_id,
            "method": name,
            "chat_id": asked.chat_id,
            "params": asked.params,
            "ok": description is None,
            "error_code": code or None,
            "description": description,
        }
        self._machine.watchers.tell_call(self._machine.calls.add(call))


def _refused(error: BotApiError) -> web.Response:
    headers = {}
    if error.parameters and "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.json_response(error.answer(), status=error.code, headers=headers)


def _abandon(request: web.Request) -> web.Response:
    """Close the connection so that no answer arrives."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _json_object(request: web.Request) -> Object:
    try:
        found = await request.json()
    except ValueError:
        refuse("can't parse request JSON object")
    if not isinstance(found, dict):
        refuse("can't parse request JSON object")
    return found


def _check_text(raw: Object) -> None:
    try:
        repr(raw).encode()
    except UnicodeEncodeError:
        refuse("strings must be encoded in UTF-8")
