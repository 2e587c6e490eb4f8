"""Plays a scenario step by step, and grades what came of it."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.desk_files.document import InvalidDeskFiles, Mistake, Way
from bot.simulating.expectation import PEOPLE, Expectation
from bot.simulating.grading import Miss, broken_promises, misses
from bot.simulating.scenario import CUSTOMERS, DeedPart, FaultPart, Script, StepPart
from bot.simulating.seen import NothingNew, Seen, Tables
from bot.simulating.stage import Stage, staged
from bot.simulating.telegram import CannotDo, Json, labels_of, words_of

T = TypeVar("T")

_CUSTOMERS = ("customer", *CUSTOMERS)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a scenario: a sentence for each thing that was not as expected."""

    script: Script
    misses: Sequence[Mistake]
    seen: Seen
    seconds: float


@dataclass(frozen=True, slots=True)
class Manner:
    """How scenarios are played.

    `desk` holds the files of the desk, and each thing that must come is waited for `patience`
    seconds.
    """

    desk: Path
    patience: float


async def play(script: Script, manner: Manner) -> Result:
    """Plays it on a desk of its own.

    Raises `InvalidDeskFiles` where the file asks for what there is not.
    """
    began = time.monotonic()
    try:
        async with staged(script.scenario, manner.desk) as stage:
            check_tables(script, stage.before)
            wrong, seen = await _Player(script, stage, manner.patience).play()
    except InvalidDeskFiles as error:
        if any(each.file == script.document.file for each in error.mistakes):
            raise
        words = f"makes a desk that cannot be followed: {error.mistakes[0].short}"
        raise InvalidDeskFiles([script.mistake(("desk",), words)]) from None
    said = [script.mistake(miss.way, miss.words) for miss in wrong]
    return Result(script, said, seen, time.monotonic() - began)


def check_tables(script: Script, tables: Tables) -> None:
    """Raises `InvalidDeskFiles` for tables that there are not, and columns that they have not."""
    scenario, found = script.scenario, list[Mistake]()
    expected = [(("steps", n, "expect"), step.expect) for n, step in enumerate(scenario.steps)]
    for way, part in [*expected, (("expect",), scenario.expect)]:
        for place, rows in enumerate(part.records if part else ()):
            known = tables.get(rows.table)
            here = (*way, "records", place)
            if known is None:
                words = f'"table" is {rows.table!r} but must be one of {", ".join(tables)}'
                found.append(script.mistake((*here, "table"), words))
                continue
            columns = set(known[0]) if known else {*rows.where, *rows.values}
            for name in {*rows.where, *rows.values} - columns:
                words = f"{rows.table} has no {name!r}; it has {', '.join(sorted(columns))}"
                found.append(script.mistake(here, words))
        for place, name in enumerate(part.changed or () if part else ()):
            if name not in tables:
                words = f"{name!r} is no table; there are {', '.join(tables)}"
                found.append(script.mistake((*way, "changed", place), words))
    if found:
        raise InvalidDeskFiles(found)


class _Missed(Exception):
    """The scenario does not go on from here."""

    def __init__(self, found: Sequence[Miss], seen: Seen) -> None:
        super().__init__()
        self.misses = found
        self.seen = seen


class _Player:
    """One scenario on its stage."""

    def __init__(self, script: Script, stage: Stage, patience: float) -> None:
        self._script = script
        self._stage = stage
        self._patience = patience

    async def play(self) -> tuple[Sequence[Miss], Seen]:
        """All steps, then what is expected in the end, once more when the desk has stopped."""
        try:
            for place, step in enumerate(self._script.scenario.steps):
                await self._step(step, ("steps", place))
            await self._expect(self._script.scenario.expect, ("expect",))
        except _Missed as missed:
            return [*missed.misses, *broken_promises(missed.seen, _CUSTOMERS)], missed.seen
        # What was under way is finished by now: what must never be is graded on all of it.
        await self._stage.demo.stop_desk()
        seen = await self._stage.look(PEOPLE)
        late = _below(("expect",), misses(self._script.scenario.expect, seen))
        return [*late, *broken_promises(seen, _CUSTOMERS)], seen

    async def _step(self, step: StepPart, way: Way) -> None:
        try:
            if step.deed is not None:
                await self._deed(*step.deed)
            elif step.time is not None:
                await self._stage.demo.equipped()  # a system that broke off is back before
                seconds = step.time.total_seconds()
                await self._stage.telegram.post("/sim/time", {"advance_s": seconds})
            elif step.fault is not None:
                await self._fault(step.fault)
            elif step.desk is not None:
                await self._desk(step.desk)
            elif step.expect is not None:
                await self._expect(step.expect, (*way, "expect"))
        except CannotDo as error:
            raise _Missed([Miss(way, str(error))], await self._stage.look(PEOPLE)) from None

    async def _desk(self, what: str) -> None:
        demo = self._stage.demo
        if what != "starts":
            await demo.stop_desk()
        if what != "stops":
            await demo.start_desk()
            await demo.equipped()

    async def _expect(self, expected: Expectation, way: Way) -> None:
        """Waits until nothing is missing; raises `_Missed` with all that is not as expected."""
        who = expected.sights(PEOPLE)

        async def look() -> Sequence[Miss]:
            return misses(expected, await self._stage.look(who))

        wrong = await self._until(look, lambda found: not any(miss.may_come for miss in found))
        if wrong:
            raise _Missed(_below(way, wrong), await self._stage.look(PEOPLE))

    async def _until(self, look: Callable[[], Awaitable[T]], enough: Callable[[T], bool]) -> T:
        """Looks whenever something changes; what is seen last, when nobody waits any more."""
        end = asyncio.get_running_loop().time() + self._patience
        while True:
            found = await look()
            if enough(found) or asyncio.get_running_loop().time() > end:
                return found
            await self._stage.telegram.change()

    async def _wanted(self, look: Callable[[], Awaitable[T | None]], what: str) -> T:
        """Waits until it is there; raises `CannotDo`."""
        found = await self._until(look, lambda found: found is not None)
        if found is None:
            msg = f"there never was {what}"
            raise CannotDo(msg)
        return found

    async def _fault(self, fault: FaultPart) -> None:
        stage, systems = self._stage, self._stage.demo.systems
        if fault.over:
            await stage.telegram.mend()
            await asyncio.to_thread(systems.mend)
        elif fault.tool is not None:
            try:
                await asyncio.to_thread(systems.plan_fault, fault.tool, fault.kind, fault.times)
            except ValueError as error:
                raise CannotDo(str(error)) from None
        else:
            body: Json = {"method": fault.telegram, "kind": fault.kind, "count": fault.times}
            body["delay_s"] = fault.delay.total_seconds()
            if fault.chat == "customer":
                body["chat_id"] = stage.people["customer"]
            elif fault.chat == "staff":
                body["chat_id"] = (await stage.telegram.group())["id"]
            await stage.telegram.post("/sim/faults", body)

    async def _deed(self, name: str, deed: DeedPart) -> None:
        person = self._stage.people[name]
        if deed.blocks is not None:
            body = {"user_id": person, "blocked": deed.blocks}
            await self._stage.telegram.post("/sim/blocks", body)
            return
        chat, topic = await self._place(name, deed)
        where: Json = {"from": person, "chat_id": chat}
        if deed.presses is not None:
            await self._press(name, deed, where, topic)
        elif deed.edits is not None:
            message = await self._message(chat, topic, deed.edits, by=person)
            where |= {"message_id": message["message_id"], "text": await self._filled(deed.into)}
            await self._stage.telegram.post("/sim/edits", where)
        elif deed.reacts is not None:
            message = await self._message(chat, topic, deed.to or "")
            where |= {"message_id": message["message_id"], "emoji": deed.reacts}
            await self._stage.telegram.post("/sim/reactions", where)
        else:
            await self._write(deed, where, topic)

    async def _write(self, deed: DeedPart, where: Json, topic: int | None) -> None:
        body = where | ({"message_thread_id": topic} if topic else {})
        if deed.sends is not None:
            body["kind"] = deed.sends
            if deed.caption is not None:
                body["caption"] = await self._filled(deed.caption)
        else:
            body["text"] = await self._filled(deed.says or deed.replies)
        if deed.replies is not None:
            message = await self._message(where["chat_id"], topic, deed.to or "")
            body["reply_to_message_id"] = message["message_id"]
        await self._stage.telegram.post("/sim/messages", body)

    async def _press(self, name: str, deed: DeedPart, where: Json, topic: int | None) -> None:
        label, under = deed.presses or "", await self._filled(deed.under or "")

        async def look() -> tuple[Json, str] | None:
            for message in await self._stage.buttons(name, where["chat_id"], topic):
                for each in labels_of(message):
                    if _begins(each, label) and under in words_of(message):
                        return message, each
            return None

        what = f"a button {label!r}" + (f" where it says {under!r}" if under else "")
        message, whole = await self._wanted(look, what)
        number = "ephemeral_message_id" if message["ephemeral"] else "message_id"
        body = where | {number: message[number], "text": whole}
        answer = (await self._stage.telegram.post("/sim/presses", body))["answer"]
        if answer and answer["text"]:
            self._stage.popups.setdefault(name, []).append(answer["text"])

    async def _place(self, name: str, deed: DeedPart) -> tuple[int, int | None]:
        """The chat, and the topic in it, where somebody does something."""
        default = "private" if name in _CUSTOMERS else "topic"
        match deed.where or default:
            case "private":
                return self._stage.people[name], None
            case "general":
                return (await self._stage.telegram.group())["id"], None
            case _:
                number = deed.ticket or 0
                what = f"a topic of #{number}" if number else "a topic of a ticket"
                return await self._wanted(lambda: self._stage.topic(number), what)

    async def _message(
        self, chat: int, topic: int | None, words: str, by: int | None = None
    ) -> Json:
        """Waits for the newest message with these words; without words the first with buttons."""

        async def look() -> Json | None:
            shown = await self._stage.telegram.messages(chat, topic)
            if not words:
                return next((each for each in shown if labels_of(each)), None)
            fit = [each for each in shown if words in words_of(each) and by in {None, each["from"]}]
            return fit[-1] if fit else None

        return await self._wanted(look, f"a message that says {words!r}" if words else "a card")

    async def _filled(self, text: str | None) -> str:
        """The text with what it names of new rows, as soon as there are any."""

        async def look() -> str | None:
            try:
                return (await self._stage.look(())).filled(text or "")
            except NothingNew:
                return None

        if "{" not in (text or ""):
            return text or ""
        return await self._wanted(look, f"on record what {text!r} names")


def _begins(label: str, wanted: str) -> bool:
    """Whether a button is meant: by what it begins with, with or without its picture."""
    bare = label.lstrip("".join(each for each in label if not each.isalnum()))
    return label.startswith(wanted) or bare.startswith(wanted)


def _below(way: Way, found: Sequence[Miss]) -> list[Miss]:
    return [Miss((*way, *miss.way), miss.words, miss.may_come) for miss in found]
