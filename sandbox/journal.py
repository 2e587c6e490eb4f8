"""The sandbox's memory on disk: it survives SIGKILL at any instant.

A journal is a file of JSON lines: one world, then every operation since. Why that is correct:

- The core is deterministic: an operation carries its times, ids are counted and nothing else is
  read. So the world is the fold of the operations over the first world, refusals included.
- An operation is written, and handed to the operating system, before it is carried out and
  therefore before it is answered. Whoever got an answer finds it after a restart.
- A kill between writing and answering leaves an operation that took effect and was not answered:
  what a network can do to anyone at any time. A kill while writing leaves a torn last line, whose
  operation was not carried out; it is dropped.
- Uploaded bytes are in the blob store, under their hash, before an operation names them.
- A snapshot replaces the journal by renaming a finished file over it.

It is not fsynced: it outlives the process, not the machine's power.
"""

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import BinaryIO, Protocol

from pydantic import TypeAdapter

from sandbox.errors import BotApiError, Refused
from sandbox.operations import Operation, perform
from sandbox.world import World

COMPACT_AFTER = 2_000  # operations, at the start: replaying that many takes a fraction of a second
LONGEST = 20_000  # operations, while it runs: a snapshot takes a moment, so there are few

_WORLD = TypeAdapter(World)


class SpoiledJournal(Exception):
    """Something other than this module wrote into a journal; the words say where."""


class Journal(Protocol):
    """Where operations are written before they are carried out."""

    @property
    def is_long(self) -> bool:
        """Whether it is time to start over."""

    def load(self) -> World | None:
        """The world as it was, if there is one; raises `SpoiledJournal`."""

    def append(self, operation: Operation) -> None:
        """Write one operation down."""

    def start_over(self, world: World) -> None:
        """Begin again with this world."""

    def close(self) -> None:
        """Write no more."""


class NoJournal:
    """Remembers nothing: the sandbox in memory."""

    is_long = False

    def load(self) -> World | None:
        """Nothing."""
        return None

    def append(self, operation: Operation) -> None:
        """Do nothing."""

    def start_over(self, world: World) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


class FileJournal:
    """A journal in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None
        self._length = 0

    @property
    def is_long(self) -> bool:
        """Whether a restart would have much to replay."""
        return self._length > LONGEST

    def load(self) -> World | None:
        """Replay the file; a long one is replaced by a snapshot."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if not self.path.exists():
            return None
        lines = _whole_lines(self.path)
        world = self._replayed(lines)
        if len(lines) > COMPACT_AFTER:
            self.start_over(world)
        else:
            _cut_torn_line(self.path)
            self._file = self.path.open("ab")
            self._length = len(lines)
        return world

    def _replayed(self, lines: list[bytes]) -> World:
        number = 1
        try:
            world = load_world(lines[0])
            for number, line in enumerate(lines[1:], 2):  # noqa: B007 - the words name it
                redo(world, Operation.from_json(json.loads(line)))
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            words = f"line {number} of {self.path} cannot be read"
            raise SpoiledJournal(words) from error
        return world

    def append(self, operation: Operation) -> None:
        """Write one line and hand it to the operating system."""
        if self._file is None:
            words = "this journal is not open"
            raise RuntimeError(words)
        line = json.dumps(operation.to_json(), separators=(",", ":"))
        self._file.write(line.encode() + b"\n")
        self._file.flush()
        self._length += 1

    def start_over(self, world: World) -> None:
        """Put a snapshot in the journal's place."""
        self.close()
        new = self.path.with_name(f"{self.path.name}.new")
        new.write_bytes(dump_world(world) + b"\n")
        new.replace(self.path)
        self._file = self.path.open("ab")
        self._length = 0

    def close(self) -> None:
        """Write no more."""
        if self._file is not None:
            self._file.close()
            self._file = None


def redo(world: World, operation: Operation) -> None:
    """Carry out an operation again; one that was refused then is refused now."""
    with contextlib.suppress(BotApiError, Refused):
        perform(world, operation)
    world.changes.clear()


def dump_world(world: World) -> bytes:
    """A world as one line of JSON."""
    return _WORLD.dump_json(world)


def load_world(line: bytes) -> World:
    """The world that `dump_world` wrote."""
    return _WORLD.validate_json(line)


def _whole_lines(path: Path) -> list[bytes]:
    return path.read_bytes().split(b"\n")[:-1]  # what follows the last newline is torn, or empty


def _cut_torn_line(path: Path) -> None:
    with path.open("r+b") as file:
        whole = file.read()
        file.truncate(whole.rfind(b"\n") + 1)


class Blobs(Protocol):
    """Bytes by their hash."""

    def put(self, content: bytes) -> str:
        """Keep these bytes; the name to get them by."""

    def get(self, name: str) -> bytes:
        """The bytes of this name."""

    def clear(self) -> None:
        """Forget all of them."""


class MemoryBlobs:
    """Bytes in memory."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        """Keep these bytes."""
        name = _name(content)
        self._held[name] = content
        return name

    def get(self, name: str) -> bytes:
        """The bytes of this name."""
        return self._held[name]

    def clear(self) -> None:
        """Forget all of them."""
        self._held.clear()


class DirectoryBlobs:
    """Bytes in files, each written whole before it gets its name."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def put(self, content: bytes) -> str:
        """Keep these bytes."""
        name = _name(content)
        path = self._directory / name
        if not path.exists():
            self._directory.mkdir(parents=True, exist_ok=True)
            new = self._directory / f"{name}.{os.getpid()}.new"
            new.write_bytes(content)
            new.replace(path)
        return name

    def get(self, name: str) -> bytes:
        """The bytes of this name."""
        return (self._directory / name).read_bytes()

    def clear(self) -> None:
        """Forget all of them."""
        for path in self._directory.glob("*"):
            path.unlink(missing_ok=True)


def _name(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
