"""People say yes to writes while desks die: with a key each is done once, without one at most once.

A credit, which billing does once for a key, and a link to sign in, for which the CRM knows none.
The systems' own records say how often each was done. What a desk has begun is leased; the scene
ends the leases itself, with no desk there.
"""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.crash.judge import Verdict
from benchmarks.crash.matrix import Stage, Strike, at, stage, strike_each
from benchmarks.crash.scene import PATIENCE_SECONDS, PAUSE_SECONDS, Customer, Scene
from benchmarks.crash.witness import Witness
from benchmarks.processes import Json
from bot.crash_points import CrashPoint
from bot.settings import Settings
from connectors.demo.states import rows
from connectors.demo.systems import Systems
from orchestration.actions.executing import PAUSE
from orchestration.actions.undertaking import Undertaking
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.events.actions import Progress
from orchestration.events.verifying import Proof
from orchestration.ports.bindings import Binding
from storage.unit_of_work import Database

CREDIT, LINK = "billing.credit", "crm.send_sign_in_link"
#: Whose records are written to; his account is active.
RECORD = "C-1312"
#: Of the shipped desk the schemas of the tools are needed, and of its files no other.
_UNUSED = ("specialists", "workflows", "evaluation", "knowledge", "macros", "policy*.yaml")
_POLICY = """
customer: customer_id
key: key
actions:
  billing.credit:
    title: Credit
    consequence: The amount is taken off the next invoice.
    amount: amount_minor
    result: credit_number
    rules:
      - {name: somebody decides, then: approve, by: {role: supervisor}, says: A person decides.}
  crm.send_sign_in_link:
    title: Send a sign-in link
    consequence: A link goes out.
    rules:
      - {name: somebody decides, then: approve, by: {role: supervisor}, says: A person decides.}
"""
#: A desk that has just begun may have to wait for its systems, and tries again after a pause.
_PATIENCE = 90


def _deaths(point: CrashPoint, *reaches: int) -> Sequence[Strike]:
    return [at(point, reach, _PATIENCE) for reach in reaches]


#: Transactions, and calls, of a desk that does two actions after each other.
DEATHS = (
    *_deaths(CrashPoint.ACTION_DECIDED, 1, 3, 4, 5, 7, 8, 9),
    *_deaths(CrashPoint.ACTION_COMMITTED, 1, 4, 5, 8, 9),
    *_deaths(CrashPoint.ACTION_ASKING, 1, 2),
    *_deaths(CrashPoint.ACTION_ANSWERED, 1, 2),
)
#: Each is done, and nobody has heard so: where it counts most.
SHORT = _deaths(CrashPoint.ACTION_ANSWERED, 1, 2)
#: What may be said of a link, by how often it was sent: of what nobody knows, people are told.
_ONCE = {(1, Progress.DONE), (1, Progress.UNKNOWN), (0, Progress.UNKNOWN)}
_OVER = {Progress.DONE, Progress.UNKNOWN, Progress.FAILED, Progress.VOID}


@contextlib.asynccontextmanager
async def acting(database: str, folder: Path) -> AsyncIterator[tuple[Stage, Path]]:
    """A stage whose desks write to the demo's systems; and the file of their records."""
    systems = Systems(folder / "systems.db")
    systems.prepare(datetime.now(UTC).date())
    systems.declare(folder / "tool_servers.yaml")
    shipped = Path(Settings.model_fields["desk_dir"].default)
    desk = folder / "desk"
    shutil.copytree(shipped, desk, ignore=shutil.ignore_patterns(*_UNUSED))
    (desk / "policy.yaml").write_text(_POLICY)
    servers = {"TOOL_SERVERS_FILE": str(folder / "tool_servers.yaml")}
    async with stage(database, desk_dir=desk, settings=servers) as where:
        yield where, folder / "systems.db"


class ActedScene:
    """A customer who is known, and two of the staff: one proposes, the other says yes."""

    def __init__(self, where: Stage, witness: Witness, state: Json) -> None:
        self._where = where
        self._scene = Scene(where.telegram, witness, state)
        names = {user["first_name"]: user["id"] for user in state["users"]}
        self._maria, self._sam = names["Maria"], names["Sam"]

    @property
    def _customer(self) -> Customer:
        return self._scene.customers[0]

    async def opens(self) -> None:
        """The customer has a topic, and a record."""
        await self._scene.join(1)
        await self._where.desks.start()
        await self._scene.opened()
        await self._scene.find_topics()
        async with self._database() as database, database.begin() as uow:
            bound = Binding(self._customer.id, RECORD, Proof.SUPERVISOR, "Sam", datetime.now(UTC))
            await uow.bindings.add(bound)

    async def proposes(self, amount: int) -> None:
        """Both writes wait for a yes; the link's predecessors are over by now."""
        both = f"/act {CREDIT} amount_minor={amount} reason=late", f"/act {LINK}"
        for place, each in enumerate(both, len(await self.kept()) + 1):
            async with asyncio.timeout(PATIENCE_SECONDS):
                while len(await self.kept()) < place:  # a desk that has just begun is not connected
                    await self._types(self._maria, each)
                    await asyncio.sleep(1)

    async def approves(self) -> None:
        """Sam says yes to all that waits: his words wait at Telegram for a desk."""
        for each in await self.kept():
            if each.progress is Progress.WAITING:
                await self._types(self._sam, f"/approve {each.ref.seq}")

    async def settles(self) -> None:
        """Leases and pauses are over, and a desk sees to what is left; people say what it was."""
        number, now = await self._ticket(), datetime.now(UTC)
        async with self._database() as database, database.begin() as uow:
            for each in await uow.actions.of(number):
                if each.tried_at is not None:
                    await uow.actions.save(replace(each, tried_at=each.tried_at - PAUSE))
            await uow.follow_ups.schedule(FollowUp(number, FollowUpKind.ACT, now))
        await self._where.desks.start()
        await self._until(lambda kept: all(each.progress in _OVER for each in kept), "all is over")

    async def forgets(self) -> None:
        """The link of this death stands in nobody's way: one more is proposed after the next."""
        number = await self._ticket()
        async with self._database() as database, database.begin() as uow:
            for each in await uow.actions.of(number):
                if each.action.tool == LINK and each.progress in {Progress.DONE, Progress.UNKNOWN}:
                    each.progress = Progress.FAILED
                    await uow.actions.save(each)

    async def kept(self) -> Sequence[Undertaking]:
        """The ticket's actions."""
        number = await self._ticket()
        async with self._database() as database, database.begin() as uow:
            return await uow.actions.of(number)

    async def _until(self, holds: Callable[[Sequence[Undertaking]], bool], what: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while True:
                    if holds(await self.kept()):
                        return
                    await asyncio.sleep(PAUSE_SECONDS)
        except TimeoutError:
            stand = [(each.action.tool, each.progress.value) for each in await self.kept()]
            msg = f"never: {what}, but {stand}"
            raise RuntimeError(msg) from None

    async def _types(self, who: int, text: str) -> None:
        body = {"from": who, "chat_id": self._scene.group, "text": text}
        thread = {"message_thread_id": self._customer.topic}
        await self._where.telegram.post("/sim/messages", body | thread)

    @contextlib.asynccontextmanager
    async def _database(self) -> AsyncIterator[Database]:
        database = await Database.open(self._where.database)
        try:
            yield database
        finally:
            await database.close()

    async def _ticket(self) -> int:
        async with self._database() as database, database.begin() as uow:
            ticket = await uow.tickets.current_of(self._customer.id)
        if ticket is None:
            msg = "the ticket was not opened"
            raise RuntimeError(msg)
        return ticket.id


async def play_acted(where: Stage, records: Path, deaths: Sequence[Strike] = DEATHS) -> Verdict:
    """Two writes for each death: proposed, approved, broken off there, and brought to an end."""
    witness = Witness(where.telegram)
    await witness.look()
    witness.forget()
    scene = ActedScene(where, witness, await where.telegram.get("/sim/state"))
    verdict = Verdict(kills=len(deaths))
    await scene.opens()
    for place, death in enumerate(deaths):
        amount, before = 100 + place, len(rows(records, "links", customer=RECORD))
        await scene.proposes(amount)
        await where.desks.stop()
        await scene.approves()
        verdict.wrong += await strike_each(where.desks, [death], witness)
        await scene.settles()
        verdict.due += 2
        credit, link = (await scene.kept())[-2:]
        credited = len(rows(records, "credits", customer=RECORD, amount=amount))
        links = len(rows(records, "links", customer=RECORD)) - before
        if (credited, credit.progress) != (1, Progress.DONE):
            verdict.wrong.append(f"death {place}: {credited} credits, {credit.progress}")
        if (links, link.progress) not in _ONCE:
            verdict.wrong.append(f"death {place}: {links} links, {link.progress}")
        await scene.forgets()
    await where.desks.stop()
    return verdict
