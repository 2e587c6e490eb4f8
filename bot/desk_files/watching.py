"""Desk files that a running desk follows as they change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, TypeVar

from bot.desk_files.document import InvalidDeskFiles, Mistake

T = TypeVar("T")

#: By which a changed file is known: when it was written (in nanoseconds), and how long it is.
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Followed(Generic[T]):
    """What a file said when it could be followed last, and when that was written."""

    value: T
    since: datetime


class Watched(Generic[T]):
    """The files that `find` finds, read again by `read` whenever one of them changes.

    A broken file says what it said before, and nothing if it never said anything. Where they do not
    fit together, for which `fit` raises `InvalidDeskFiles`, all of them say what they said before.
    """

    def __init__(
        self,
        find: Callable[[], Iterable[Path]],
        read: Callable[[Path], T],
        fit: Callable[[Mapping[Path, T]], object],
    ) -> None:
        self._find = find
        self._read = read
        self._fit = fit
        self._stamps: dict[Path, Stamp] = {}
        self._readable: dict[Path, Followed[T]] = {}
        self._broken: dict[Path, tuple[Mistake, ...]] = {}
        self._unfit: tuple[Mistake, ...] = ()
        self.followed: Mapping[Path, Followed[T]] = {}

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """All that cannot be followed now."""
        return (*(each for broken in self._broken.values() for each in broken), *self._unfit)

    def look(self) -> bool:
        """Reads what has changed since the last look; returns whether what is followed changed."""
        stamps = dict(_stamps(self._find()))
        if stamps == self._stamps:
            return False
        for file in self._stamps.keys() - stamps.keys():
            self._readable.pop(file, None)
            self._broken.pop(file, None)
        for file, stamp in stamps.items():
            if stamp != self._stamps.get(file):
                self._read_again(file, stamp)
        self._stamps = stamps
        return self._follow()

    def _read_again(self, file: Path, stamp: Stamp) -> None:
        try:
            value = self._read(file)
        except InvalidDeskFiles as error:
            self._broken[file] = error.mistakes
        else:
            since = datetime.fromtimestamp(stamp[0] / 10**9, UTC)
            self._readable[file] = Followed(value, since)
            self._broken.pop(file, None)

    def _follow(self) -> bool:
        now = {file: self._readable[file] for file in sorted(self._readable)}
        try:
            self._fit({file: each.value for file, each in now.items()})
        except InvalidDeskFiles as error:
            self._unfit = error.mistakes
            return False
        self._unfit = ()
        changed, self.followed = now != self.followed, now
        return changed


def _stamps(files: Iterable[Path]) -> Iterable[tuple[Path, Stamp]]:
    for file in files:
        try:
            found = file.stat()
        except OSError:
            continue  # it went away while it was looked for
        yield file, (found.st_mtime_ns, found.st_size)
