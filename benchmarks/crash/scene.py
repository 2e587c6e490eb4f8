"""The people of one scene: customers and a member of staff who write numbered messages.

They write on while the desk is dead, as people do, and hold back only while very much is on its
way. The last word is said to a living desk, and when it has arrived, so has all before it.
"""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from itertools import count

from benchmarks.crash.witness import Witness, marks
from benchmarks.processes import Json, Telegram

#: So many messages may be on their way to one place; whoever wrote them waits then.
ON_THEIR_WAY = 6
PAUSE_SECONDS = 0.02
#: With `long_every` 7 each customer's every seventh message takes two in the topic.
LONG_CHARACTERS = 4096
#: Stands above every message in the topic, so that a long one does not fit below it.
SURNAME = "of the long name that leaves no room below"
#: How long the last words may take; only a desk that lost something needs it all.
PATIENCE_SECONDS = 180

_names = count(1)


@dataclass
class Customer:
    """A customer: what they wrote, and what staff wrote in their topic."""

    id: int
    name: str
    wrote: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    topic: int | None = None


class Scene:
    """Customers, their topics and whoever answers them, on one sandbox."""

    def __init__(
        self, telegram: Telegram, witness: Witness, state: Json, long_every: int = 0
    ) -> None:
        self._telegram = telegram
        self._witness = witness
        self._long_every = long_every
        self.group: int = next(c["id"] for c in state["chats"] if c["title"] == "Support")
        self.staff: int = next(u["id"] for u in state["users"] if u["first_name"] == "Maria")
        self.customers: list[Customer] = []
        self._ended = False

    async def join(self, newcomers: int) -> None:
        """So many customers come and open a ticket each."""
        for _ in range(newcomers):
            name = f"c{next(_names)}"
            made = await self._telegram.post(
                "/sim/users", {"first_name": f"{name.upper()} {SURNAME}"}
            )
            customer = Customer(made["id"], name)
            await self._write(customer)
            self.customers.append(customer)

    @contextlib.asynccontextmanager
    async def playing(self) -> AsyncIterator[None]:
        """Everyone writes until the end of the block."""
        tasks = [
            asyncio.create_task(play())
            for play in (self._customers_write, self._staff_write, self._watch)
        ]
        try:
            yield
            self._ended = True
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()

    async def opened(self) -> None:
        """Waits until everyone who came has a topic with their first words."""
        await self._arrived(one.wrote[0] for one in self.customers)

    async def last_words(self) -> bool:
        """Everyone's last message, both ways; False when it does not arrive."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                for customer in self.customers:
                    await self._write(customer)
                await self._arrived(mark for one in self.customers for mark in one.wrote)
                await self.find_topics()
                for customer in self.customers:
                    await self._answer(customer, "r")
                await self._arrived(mark for one in self.customers for mark in one.answered)
                return True
        return False

    async def _arrived(self, wanted: Iterator[str]) -> None:
        missing = set(wanted)
        while True:
            await self._witness.look()
            missing -= self._witness.arrived
            if not missing:
                return
            await asyncio.sleep(PAUSE_SECONDS)

    async def _watch(self) -> None:
        while not self._ended:
            await self._witness.look()
            await asyncio.sleep(PAUSE_SECONDS)

    async def _customers_write(self) -> None:
        while not self._ended:
            ready = [one for one in self.customers if self._on_their_way(one.wrote) < ON_THEIR_WAY]
            for customer in ready:
                await self._write(customer)
            await asyncio.sleep(PAUSE_SECONDS)

    async def _staff_write(self) -> None:
        while not self._ended:
            await self.find_topics()
            for customer in [one for one in self.customers if one.topic is not None]:
                if self._on_their_way(customer.answered) < ON_THEIR_WAY:
                    await self._answer(customer, random.choice("rrrn"))
            ticket = next((one for one in self.customers if one.topic is not None), None)
            if ticket is not None:
                await self._say(ticket, "/nonsense")
            await asyncio.sleep(PAUSE_SECONDS)

    async def _write(self, customer: Customer) -> None:
        number = len({mark.partition("/")[0] for mark in customer.wrote})
        first = f"{customer.name} m{number}"
        said = [f"{first}."]
        if self._long_every and number % self._long_every == self._long_every - 1:
            said = [f"{first}/{part}." for part in range(LONG_CHARACTERS // (len(first) + 6))]
        customer.wrote.extend(said)
        filler = "x" * (LONG_CHARACTERS - len(" ".join(said)) - 1) if len(said) > 1 else ""
        await self._telegram.send(customer.id, " ".join([filler, *said]).strip())

    async def _answer(self, customer: Customer, verb: str) -> None:
        """A public reply, by replying to what the customer wrote or by command, or a note."""
        kept = customer.noted if verb == "n" else customer.answered
        words = f"{customer.name} {verb}{len(kept)}."
        kept.append(words)
        shown = None
        if verb == "r" and random.choice((True, False)):
            shown = await self._shown(customer)
        command = "/reply " if verb == "r" and shown is None else ""
        await self._say(customer, command + words, shown)

    async def _say(self, customer: Customer, text: str, reply_to: int | None = None) -> None:
        body: Json = {
            "from": self.staff,
            "chat_id": self.group,
            "message_thread_id": customer.topic,
            "text": text,
        }
        if reply_to is not None:
            body["reply_to_message_id"] = reply_to
        await self._telegram.post("/sim/messages", body)

    async def _shown(self, customer: Customer) -> int | None:
        """The newest message in the topic that shows what the customer wrote."""
        for message in reversed(await self.topic_messages(customer)):
            if message["from"] != self.staff and marks(message["text"]):
                number: int = message["message_id"]
                return number
        return None

    async def topic_messages(self, customer: Customer) -> list[Json]:
        """What stands in a customer's topic."""
        query = {"chat_id": self.group, "message_thread_id": customer.topic or 0}
        found: list[Json] = await self._telegram.get("/sim/messages", **query)
        return found

    async def private_messages(self, customer: Customer) -> list[Json]:
        """What the bot said to a customer."""
        found: list[Json] = await self._telegram.get("/sim/messages", chat_id=customer.id)
        return [message for message in found if message["from"] != customer.id]

    async def topics(self) -> list[Json]:
        """The group's topics, in order of creation."""
        chats = (await self._telegram.get("/sim/state"))["chats"]
        found: list[Json] = next(chat["topics"] for chat in chats if chat["id"] == self.group)
        return found

    async def find_topics(self) -> None:
        """Learns where everyone's topic is by now."""
        topics = {}
        for topic in await self.topics():
            for mark in marks(topic["name"])[:1]:
                topics[mark.partition(" ")[0]] = topic["message_thread_id"]
        for customer in self.customers:
            customer.topic = topics.get(customer.name, customer.topic)

    def _on_their_way(self, said: list[str]) -> int:
        return sum(mark not in self._witness.arrived for mark in said[-LONG_CHARACTERS:])
