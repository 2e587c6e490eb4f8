"""Those who watch the sandbox: each gets what happens through a queue of its own."""

import asyncio
import json

from sandbox.shapes import Object

_LONGEST_QUEUE = 1_000


class Watchers:
    """Server-sent events to everyone who listens. Who falls too far behind is let go."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[str | None]] = set()

    @property
    def listening(self) -> int:
        """How many listen."""
        return len(self._queues)

    def join(self) -> "asyncio.Queue[str | None]":
        """A queue of events; None in it means that no more will come."""
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._queues.add(queue)
        return queue

    def leave(self, queue: "asyncio.Queue[str | None]") -> None:
        """Stop listening."""
        self._queues.discard(queue)

    def tell_change(self, chat_id: int | None, thread: int | None) -> None:
        """Say that something changed in a chat, or, with None, everywhere."""
        self._tell("change", {"chat_id": chat_id, "message_thread_id": thread})

    def tell_call(self, call: Object) -> None:
        """Show a bot's call."""
        self._tell("call", call)

    def close(self) -> None:
        """Tell everyone that it is over."""
        for queue in self._queues:
            queue.put_nowait(None)

    def _tell(self, event: str, data: Object) -> None:
        if not self._queues:
            return
        written = f"event: {event}\ndata: {json.dumps(data)}\n\n"
        for queue in list(self._queues):
            if queue.qsize() < _LONGEST_QUEUE:
                queue.put_nowait(written)
            else:
                self._queues.discard(queue)
                queue.put_nowait(None)
