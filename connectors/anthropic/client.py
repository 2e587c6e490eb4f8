"""Claude, asked through the SDK: tries again while there is time, and streams to who listens."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

import httpx2
from anthropic import AsyncAnthropic, OpenTelemetryOptions
from anthropic.lib.streaming import AsyncMessageStream
from anthropic.types import Message
from opentelemetry.trace import TracerProvider

from connectors.anthropic.failures import FAILURES, meaning
from connectors.anthropic.reading import answer_of, usage_of
from connectors.anthropic.wire import params
from orchestration.ports.models import (
    Answer,
    Fault,
    Hear,
    ModelError,
    ModelMisspoke,
    ModelRejected,
    ModelUnavailable,
    Question,
    Usage,
)

T = TypeVar("T")

#: How long it waits before each further try, where the API does not say how long.
PAUSES = (timedelta(seconds=0.5), timedelta(seconds=2))
#: Whoever is to wait longer than this does without.
PATIENCE = timedelta(seconds=5)
#: The API is as good as away when nobody takes the call.
_CONNECT_SECONDS = 5.0
#: How long it may take to look a model up.
_EXAMINE_SECONDS = 10.0


class Claude:
    """The models of one key. Made where a loop runs; `close` ends it.

    `base_url` is where the API is, None for Anthropic's own. The SDK's own tries are off: it would
    wait for as long as an overloaded API asks it to, and not try again what breaks in mid-stream.
    It emits a span `chat` for each call, without any words, to whom `traced` says.
    """

    def __init__(
        self,
        key: str,
        base_url: str | None = None,
        pauses: Sequence[timedelta] = PAUSES,
        traced: TracerProvider | None = None,
    ) -> None:
        # Said in full, so that no variable of the environment adds the words of messages to spans.
        spans: OpenTelemetryOptions = {"propagation": False}
        if traced is not None:
            spans["tracer_provider"] = traced
        self._client = AsyncAnthropic(
            api_key=key, base_url=base_url, max_retries=0, open_telemetry=spans
        )
        self._pauses = tuple(pauses)

    async def close(self) -> None:
        """Closes its connections."""
        await self._client.close()

    async def examine(self, name: str | None = None) -> None:
        """Looks the model up, or any of them, which costs nothing; raises `ModelError`.

        A gateway need not know how to look up; then there is nothing to say.
        """
        models, seconds = self._client.models, _EXAMINE_SECONDS
        try:
            if name is None:
                await models.list(limit=1, timeout=seconds)
            else:
                await models.retrieve(name, timeout=seconds)
        except FAILURES as error:
            failed = meaning(error, name or "the API")
            if isinstance(failed, ModelRejected) and failed.fault is Fault.QUESTION:
                return
            raise failed from None
        except ValueError:
            return

    async def ask(self, question: Question[T], hear: Hear | None = None) -> Answer[T]:
        """The answer, within the time that the question gives; raises `ModelError`."""
        spent = _Spent()
        try:
            async with asyncio.timeout(question.within.total_seconds()):
                return await self._insist(question, hear, spent)
        except TimeoutError:
            words = f"{question.model} did not answer in time"
            raise ModelUnavailable(words, spent.keep()) from None

    async def _insist(self, question: Question[T], hear: Hear | None, spent: "_Spent") -> Answer[T]:
        """Tries again what may work a moment later."""
        pauses = iter(self._pauses)
        while True:
            try:
                return await self._try(question, hear, spent)
            except ModelUnavailable as error:
                pause = next(pauses, None)
                if pause is None or (error.retry_after or pause) > PATIENCE:
                    raise
                pause = error.retry_after or pause
            await asyncio.sleep(pause.total_seconds())
            if hear is not None:
                await hear("")

    async def _try(self, question: Question[T], hear: Hear | None, spent: "_Spent") -> Answer[T]:
        """Asks once; the usage of what comes of it is that of all tries."""
        try:
            if hear is None:
                message = await self._read(question)
            else:
                message = await self._listen(question, hear, spent)
            spent.now = usage_of(question.model, message)
            answer = answer_of(question, message)
        except FAILURES as error:
            failed = meaning(error, question.model)
        except ModelError as error:
            failed = error
        else:
            return replace(answer, usage=spent.keep())
        failed.usage = spent.keep()
        raise failed from None

    async def _read(self, question: Question[Any]) -> Message:
        try:
            message: Message = await self._client.messages.create(
                **params(question), timeout=_timeout(question)
            )
        except ValueError:  # what came is no JSON
            raise _nonsense(question.model) from None
        return message

    async def _listen(self, question: Question[Any], hear: Hear, spent: "_Spent") -> Message:
        message: Message | None = None
        asked = self._client.messages.stream(**params(question), timeout=_timeout(question))
        async with asked as stream:
            async for text, message in _pieces(stream, question.model):
                spent.now = usage_of(question.model, message)
                if text:
                    await hear(text)
        if message is None:
            raise _nonsense(question.model)
        return message


async def _pieces(
    stream: AsyncMessageStream[Any], model: str
) -> AsyncIterator[tuple[str, Message]]:
    """The words as they come, and the message as far as it is there.

    The SDK takes the half of a tool's arguments for the whole, and fails as it may on events that
    make no sense.
    """
    arguments: dict[int, str] = {}
    try:
        async for event in stream:
            text = ""
            if event.type == "text":
                text = event.text
            elif event.type == "content_block_delta" and event.delta.type == "input_json_delta":
                before = arguments.get(event.index, "")
                arguments[event.index] = before + event.delta.partial_json
            elif event.type == "content_block_stop" and event.index in arguments:
                json.loads(arguments[event.index] or "{}")
            yield text, stream.current_message_snapshot
    except FAILURES:
        raise
    except Exception:  # noqa: BLE001 - see above
        raise _nonsense(model) from None


class _Spent:
    """What was used so far: by the tries before, and by the one `now`."""

    def __init__(self) -> None:
        self._before = Usage()
        self.now = Usage()

    def keep(self) -> Usage:
        """Counts the try that is over; returns what all of them took."""
        self._before, self.now = self._before + self.now, Usage()
        return self._before


def _nonsense(model: str) -> ModelMisspoke:
    return ModelMisspoke(f"what came instead of an answer of {model} makes no sense")


def _timeout(question: Question[Any]) -> httpx2.Timeout:
    return httpx2.Timeout(question.within.total_seconds(), connect=_CONNECT_SECONDS)
