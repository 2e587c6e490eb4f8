"""The state survives SIGKILL at any instant: replay gives the same world, torn lines and all."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox import journal
from sandbox.cast import ANA, BOT_ID, JOE, MARIA, SAM, STAFF_CHAT_ID, seed
from sandbox.errors import BotApiError, Refused
from sandbox.journal import FileJournal, SpoiledJournal, dump_world, load_world
from sandbox.operations import Operation, perform
from sandbox.server import Sandbox
from sandbox.world import Moment, World
from tests.sandbox.tools import World as Outside
from tests.sandbox.tools import until

SMALL = st.integers(1, 6)  # message and thread ids: some exist, some do not


def _deed(name: str, /, **params: st.SearchStrategy[Any]) -> st.SearchStrategy[Operation]:
    return _operation("deed", name, params)


def _call(name: str, /, **params: st.SearchStrategy[Any]) -> st.SearchStrategy[Operation]:
    return _operation("call", name, params)


def _operation(
    what: str, name: str, params: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[Operation]:
    return st.builds(
        Operation,
        what=st.just(what),
        name=st.just(name),
        params=st.fixed_dictionaries(params),
        now=st.builds(Moment, st.integers(1, 10**9), st.integers(1, 10**9).map(float)),
        bot_id=st.just(BOT_ID),
        to_general=st.booleans(),
    )


PEOPLE = st.sampled_from([ANA, MARIA, JOE, SAM])
CHATS = st.sampled_from([ANA, STAFF_CHAT_ID])
STAFF = st.just(STAFF_CHAT_ID)
TEXTS = st.sampled_from(["hello", "/start x", "<b>bold</b>", "👍 @sam", " "])
KINDS = st.sampled_from(["photo", "document", "poll", "dice", "voice"])
KEYBOARD = st.just({"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]})
OPERATIONS = st.one_of(
    _deed("messages", **{"from": PEOPLE, "chat_id": CHATS, "text": TEXTS}),
    _deed("messages", **{"from": PEOPLE, "chat_id": CHATS, "kind": KINDS}),
    _deed("edits", **{"from": PEOPLE, "chat_id": CHATS, "message_id": SMALL, "text": TEXTS}),
    _deed(
        "reactions",
        **{"from": PEOPLE, "chat_id": CHATS, "message_id": SMALL, "emoji": st.just("👍")},
    ),
    _deed(
        "presses", **{"from": PEOPLE, "chat_id": CHATS, "message_id": SMALL, "data": st.just("go")}
    ),
    _deed("blocks", user_id=st.just(ANA), blocked=st.booleans()),
    _deed("members", chat_id=STAFF, user_id=PEOPLE, status=st.sampled_from(["member", "left"])),
    _deed("users", first_name=st.just("Nina")),
    _call("createForumTopic", chat_id=STAFF, name=TEXTS),
    _call("closeForumTopic", chat_id=STAFF, message_thread_id=SMALL),
    _call("deleteForumTopic", chat_id=STAFF, message_thread_id=SMALL),
    _call("sendMessage", chat_id=CHATS, text=TEXTS, parse_mode=st.just("HTML")),
    _call("sendMessage", chat_id=STAFF, text=TEXTS, message_thread_id=SMALL, reply_markup=KEYBOARD),
    _call("sendMessage", chat_id=STAFF, text=TEXTS, receiver_user_id=PEOPLE),
    _call("copyMessage", chat_id=CHATS, from_chat_id=CHATS, message_id=SMALL),
    _call("forwardMessage", chat_id=CHATS, from_chat_id=CHATS, message_id=SMALL),
    _call("pinChatMessage", chat_id=CHATS, message_id=SMALL),
    _call("deleteMessage", chat_id=CHATS, message_id=SMALL),
    _call("editMessageText", chat_id=CHATS, message_id=SMALL, text=TEXTS),
    _call("getUpdates", offset=st.integers(1_000_000, 1_000_020)),
)


def _carry_out(world: World, operation: Operation) -> None:
    with contextlib.suppress(BotApiError, Refused):
        perform(world, operation)
    world.changes.clear()


@settings(max_examples=60)
@given(st.lists(OPERATIONS, max_size=25), st.data())
def test_replay_gives_the_live_world(operations: list[Operation], data: st.DataObject) -> None:
    """Replaying the journal gives the same world, also from a snapshot taken on the way."""
    snapshot_at = data.draw(st.integers(0, len(operations)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal"
        written = FileJournal(path)
        world = seed()
        written.start_over(world)
        for index, operation in enumerate(operations):
            if index == snapshot_at:
                written.start_over(world)
            written.append(operation)
            _carry_out(world, operation)
        written.close()
        replayed = FileJournal(path)
        found = replayed.load()
        replayed.close()
    assert found is not None
    assert dump_world(found) == dump_world(world)
    assert load_world(dump_world(world)) == world


def _said(text: str) -> Operation:
    body = {"from": ANA, "chat_id": ANA, "text": text}
    return Operation("deed", "messages", body, Moment(1, 1.0))


def test_torn_last_line_is_dropped(tmp_path: Path) -> None:
    """Wherever the last line breaks off, what was before it is there and goes on."""
    path = tmp_path / "journal"
    first = FileJournal(path)
    first.start_over(seed())
    first.append(_said("one"))
    whole = path.stat().st_size
    first.append(_said("two"))
    first.close()
    written = path.read_bytes()
    for length in range(whole, len(written)):
        path.write_bytes(written[:length])
        again = FileJournal(path)
        world = again.load()
        assert world is not None
        assert [m.content["text"] for m in world.chats[ANA].messages.values()] == ["one"]
        again.append(_said("three"))
        again.close()
        more = FileJournal(path)
        world = more.load()
        more.close()
        assert world is not None
        assert [m.content["text"] for m in world.chats[ANA].messages.values()] == ["one", "three"]


@pytest.mark.parametrize("spoiled", [b"{}", b'{"what": "deed"}', b"[]", b"\xff", b"null"])
def test_a_spoiled_line_is_named(tmp_path: Path, spoiled: bytes) -> None:
    """Only a last line can be torn; anything else that cannot be read is not passed over."""
    path = tmp_path / "journal"
    first = FileJournal(path)
    first.start_over(seed())
    first.close()
    path.write_bytes(path.read_bytes() + spoiled + b"\n")
    with pytest.raises(SpoiledJournal, match=r"line 2 of .*journal cannot be read"):
        FileJournal(path).load()


def test_long_journal_becomes_a_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the start, and what was is still there."""
    monkeypatch.setattr(journal, "COMPACT_AFTER", 3)
    path = tmp_path / "journal"
    first = FileJournal(path)
    first.start_over(seed())
    for number in range(5):
        first.append(_said(str(number)))
    first.close()
    second = FileJournal(path)
    world = second.load()
    second.close()
    assert world is not None
    assert len(world.chats[ANA].messages) == 5
    assert path.read_bytes().count(b"\n") == 1
    third = FileJournal(path)
    assert third.load() == world
    third.close()


@contextlib.asynccontextmanager
async def _in_a_process(path: Path) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.sandbox.served", str(path), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        yield (await process.stdout.readline()).decode().strip(), process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_killed_in_the_middle(tmp_path: Path) -> None:
    """After SIGKILL everything that was answered is there, and updates and ids go on."""
    path = tmp_path / "data" / "sandbox.journal"
    sandbox = Sandbox()
    answered: list[int] = []
    async with _in_a_process(path) as (url, process), aiohttp.ClientSession() as client:
        world = Outside(client, url, sandbox)
        await world.do("limits", enabled=False)
        thread = await world.topic("Survivor")
        before = await world.updates()

        async def write() -> None:
            while True:
                answered.append(await world.say(ANA, str(len(answered))))
                await world.post(message_thread_id=thread)

        writing = asyncio.create_task(write())
        await until(lambda: len(answered) >= 20)
        process.kill()
        with pytest.raises((aiohttp.ClientError, ConnectionError)):
            await writing
    async with _in_a_process(path) as (url, _), aiohttp.ClientSession() as client:
        world = Outside(client, url, sandbox)
        shown = {m["message_id"]: m["text"] for m in await world.seen(ANA)}
        assert [shown[number] for number in answered] == [str(n) for n in range(len(answered))]
        assert (await world.topic_state(thread))[0] == "Survivor"
        pending = await world.updates()
        ids = [update["update_id"] for update in pending]
        assert ids == sorted(set(ids))
        assert ids[0] > before[-1]["update_id"]
        assert {u["message"]["message_id"] for u in pending} >= set(answered)
        numbers = [call["n"] for call in await world.get("calls")]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) >= len(answered)
        await world.post()  # the limits were set in the first life


async def test_restart_keeps_files_and_limits(tmp_path: Path) -> None:
    """Uploaded bytes survive, and so does what a bot did in the last minute."""
    path = tmp_path / "sandbox.journal"
    content = bytes(range(256))
    async with _running(path) as world:
        await world.do("limits", group_per_minute=1)
        bot = Bot(world.token)
        upload = aiohttp.FormData({"chat_id": str(STAFF_CHAT_ID)})
        upload.add_field("document", content, filename="bytes.bin")
        url = f"{world.url}/bot{bot.token}/sendDocument"
        async with world.client.post(url, data=upload) as response:
            sent = (await response.json())["result"]
        assert BufferedInputFile(content, "bytes.bin").filename == sent["document"]["file_name"]
    async with _running(path) as world:
        file = await world.ok("getFile", file_id=sent["document"]["file_id"])
        url = f"{world.url}/file/bot{world.token}/{file['file_path']}"
        async with world.client.get(url) as response:
            assert await response.read() == content
        status, _ = await world.call("sendMessage", chat_id=STAFF_CHAT_ID, text="again")
        assert status == 429


async def test_reset_survives_too(tmp_path: Path) -> None:
    """What was forgotten stays forgotten, and no id is given twice."""
    path = tmp_path / "sandbox.journal"
    async with _running(path) as world:
        first = await world.say(ANA, "old")
        (before,) = await world.updates()
        asked = len(await world.get("calls"))
        await world.do("reset")
    async with _running(path) as world:
        assert await world.get("calls") == []
        await world.ok("getMe")
        assert [call["n"] for call in await world.get("calls")] == [asked + 1]
        assert await world.seen(ANA) == []
        assert await world.say(ANA, "new") > first
        (after,) = await world.updates()
        assert after["update_id"] > before["update_id"]


@contextlib.asynccontextmanager
async def _running(path: Path) -> AsyncIterator[Outside]:
    sandbox = Sandbox(journal=path)
    url = await sandbox.start(0)
    try:
        async with aiohttp.ClientSession() as client:
            yield Outside(client, url, sandbox)
    finally:
        await sandbox.stop()
