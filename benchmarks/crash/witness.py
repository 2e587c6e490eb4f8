"""What reached Telegram: the sandbox's log of calls, and where in it desks died."""

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from benchmarks.processes import Json, Telegram

#: `c7 m3.` is customer 7's message 3, `r` a public reply, `n` a note; `/5` is a part of a long one.
MARK = re.compile(r"c\d+ [mrn]\d+(?:/\d+)?\.")

#: A call that puts something before people's eyes a second time when it is made twice.
SENDS = frozenset({"sendMessage", "copyMessage"})


def marks(text: str | None) -> tuple[str, ...]:
    """The marks in a text, each once, in order. A card says the first words twice."""
    return tuple(dict.fromkeys(MARK.findall(text or "")))


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that Telegram took: its number among the calls, when, where, and what it said."""

    number: int
    at: float
    where: tuple[int, int | None]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Death:
    """When a desk died, and the number of the next one's first call."""

    at: float
    restart: int


@dataclass
class Witness:
    """Reads the log of calls, and remembers the deaths.

    `read` says what of a message's text counts.
    """

    telegram: Telegram
    read: Callable[[str | None], tuple[str, ...]] = marks
    last: int = 0
    sent: list[Sent] = field(default_factory=list)
    arrived: set[str] = field(default_factory=set)
    deaths: list[Death] = field(default_factory=list)
    _died: float | None = None
    _looking: asyncio.Lock = field(default_factory=asyncio.Lock)

    def desk_died(self) -> None:
        """Whatever the dead desk has still on the wire comes before the next one's first call."""
        self._died = time.time()

    async def look(self) -> None:
        """Reads what came since the last look."""
        async with self._looking:
            for call in await self.telegram.get("/sim/calls", since=self.last):
                self.last = call["n"]
                if call["method"] == "getMe" and self._died is not None:
                    self.deaths.append(Death(self._died, call["n"]))
                    self._died = None
                elif call["ok"] and call["method"] in SENDS:
                    self._note(call)

    def forget(self) -> None:
        """A new scene begins; what was sent before it is judged."""
        self.sent.clear()
        self.arrived.clear()
        self.deaths.clear()

    def cut_by(
        self, text: tuple[str, ...], where: tuple[int, int | None]
    ) -> Iterator[tuple[Death, float] | None]:
        """For each repetition of a message: the death that explains it, and how old it was then.

        A repetition is explained when a desk died between the two, and the first was the last
        thing sent there before: its answer was cut, or came and was not yet written down.
        """
        there = [sent for sent in self.sent if sent.where == where]
        same = [index for index, sent in enumerate(there) if sent.marks == text]
        for first, second in pairwise(same):
            cut, after = there[first], min(there[first + 1].number, there[second].number)
            died = (each for each in self.deaths if cut.number < each.restart <= after)
            yield next(((each, each.at - cut.at) for each in died), None)

    def _note(self, call: Json) -> None:
        found = self.read(call["params"].get("text"))
        if found:
            where = (int(call["chat_id"]), call["params"].get("message_thread_id"))
            self.sent.append(Sent(call["n"], call["at"], where, found))
            self.arrived.update(found)
