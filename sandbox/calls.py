"""The log of Bot API calls: the newest ten thousand, numbered from one.

With a path it is also a file of JSON lines, so that a restart neither forgets what a bot did in
the last minute (the limits count it) nor gives a number twice.
"""

import json
from collections import deque
from pathlib import Path
from typing import BinaryIO

from sandbox.shapes import Object

KEPT = 10_000


class CallLog:
    """What bots asked for and what they were told."""

    def __init__(self, path: Path | None = None) -> None:
        self._calls: deque[Object] = deque(maxlen=KEPT)
        self._last = 0
        self._path = path
        self._file: BinaryIO | None = None

    def open(self) -> None:
        """Read what was logged before, and keep only that much of it."""
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        lines = self._path.read_bytes().split(b"\n")[:-1] if self._path.exists() else []
        for line in lines[-KEPT:]:
            call = json.loads(line)
            self._last = call["n"]
            if "method" in call:
                self._calls.append(call)
        self._begin_with(b"".join(line + b"\n" for line in lines[-KEPT:]))

    def clear(self) -> None:
        """Forget the calls, but not the number of the last."""
        self._calls.clear()
        if self._file is not None:
            self._file.close()
            self._begin_with(json.dumps({"n": self._last}).encode() + b"\n")

    def add(self, call: Object) -> Object:
        """Log a call; it gets the next number."""
        self._last += 1
        numbered = {"n": self._last, **call}
        self._calls.append(numbered)
        if self._file is not None:
            line = json.dumps(numbered, separators=(",", ":"))
            self._file.write(line.encode() + b"\n")
            self._file.flush()
        return numbered

    def since(self, number: int) -> list[Object]:
        """The calls with a greater number, oldest first."""
        newer = max(0, min(self._last - number, len(self._calls)))
        return list(self._calls)[len(self._calls) - newer :] if newer else []

    def _begin_with(self, content: bytes) -> None:
        if self._path is None:
            return
        new = self._path.with_name(f"{self._path.name}.new")
        new.write_bytes(content)
        new.replace(self._path)
        self._file = self._path.open("ab")

    def close(self) -> None:
        """Write no more."""
        if self._file is not None:
            self._file.close()
            self._file = None
