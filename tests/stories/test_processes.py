"""The commands as people start and end them: real processes, real signals."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import aiohttp
import pytest

from sandbox.cast import seed
from sandbox.journal import dump_world
from sandbox.server import Sandbox
from tests.stories.conftest import Cast
from tests.stories.people import Telegram, Topic, eventually
from tests.stories.test_incidents import drafted, general, two
from tests.stories.test_macros import private_panel

COMMAND = [sys.executable, "-m", "bot"]


class DemoProcess:
    """A running `topicdesk demo`."""

    def __init__(self, process: asyncio.subprocess.Process, ready: str) -> None:
        self.process = process
        self.ready = ready
        self.address = ready.removeprefix("ready: ").strip()

    async def ends_with(self, number: signal.Signals) -> tuple[int, bytes]:
        """Sends the signal; returns the exit code and what else stood on stdout."""
        self.process.send_signal(number)
        assert self.process.stdout is not None
        rest = await self.process.stdout.read()
        return await self.process.wait(), rest


@contextlib.asynccontextmanager
async def demo_process(data: Path) -> AsyncIterator[DemoProcess]:
    process = await asyncio.create_subprocess_exec(
        *COMMAND, "demo", "--port", "0", "--data", str(data), stdout=subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        ready = await asyncio.wait_for(process.stdout.readline(), 60)
        yield DemoProcess(process, ready.decode())
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_demo_says_ready_and_nothing_else(tmp_path: Path) -> None:
    """One line on stdout with the page's address; SIGTERM ends it as Ctrl-C does."""
    async with demo_process(tmp_path) as demo:
        assert demo.ready.startswith("ready: http://127.0.0.1:")
        assert demo.ready.endswith("/\n")
        async with aiohttp.ClientSession() as http, http.get(demo.address) as page:
            assert page.status == 200
        assert await demo.ends_with(signal.SIGTERM) == (0, b"")


async def test_two_demos_do_not_share_a_folder(tmp_path: Path) -> None:
    """The second one says so, with no traceback; the first goes on."""
    async with demo_process(tmp_path) as demo:
        code, said = await _run_to_the_end(f"demo --port 0 --data {tmp_path}", {})
        assert code == 1
        assert "another demo is at work there" in said
        assert "Traceback" not in said
        assert await demo.ends_with(signal.SIGTERM) == (0, b"")


async def test_a_demo_that_cannot_start_says_why(tmp_path: Path) -> None:
    """A wrong variable of the environment, or a file that is no database: one line each."""
    demo = f"demo --port 0 --data {tmp_path}"
    code, said = await _run_to_the_end(demo, {"BUDGET_GROUP_PER_MINUTE": "many"})
    assert (code, said.count("\n")) == (1, 1), said
    assert said.startswith("BUDGET_GROUP_PER_MINUTE")
    (tmp_path / "topicdesk.db").write_text("this is no database")
    code, said = await _run_to_the_end(demo, {})
    assert (code, said.count("\n")) == (1, 1), said
    assert "topicdesk.db" in said


@pytest.mark.parametrize(
    ("file", "spoiled"),
    [
        ("sandbox.journal", "no JSON\n"),
        ("sandbox.journal", ""),
        ("sandbox.journal", None),
        ("clock.json", "{}"),
        ("clock.json", '{"offset_s": 1e12}'),
    ],
)
async def test_a_demo_whose_folder_was_spoiled_says_so(
    tmp_path: Path, file: str, spoiled: str | None
) -> None:
    """In one line that names the file and what to do; nothing is overwritten."""
    (tmp_path / "topicdesk.db").touch()
    (tmp_path / "sandbox.journal").write_bytes(dump_world(seed()) + b"\n")
    if spoiled is None:
        (tmp_path / file).unlink()
    else:
        (tmp_path / file).write_text(spoiled)
    code, said = await _run_to_the_end(f"demo --port 0 --data {tmp_path}", {})
    assert (code, said.count("\n")) == (1, 1), said
    assert file in said
    assert "--data" in said
    assert spoiled is None or (tmp_path / file).read_text() == spoiled


async def test_sigkill_loses_neither_tickets_nor_chats(tmp_path: Path) -> None:
    """After the worst end the same ticket goes on in the same topic, both ways."""
    async with aiohttp.ClientSession() as http:
        async with demo_process(tmp_path) as demo:
            cast = await _cast(http, demo.address)
            await cast.ana.writes("Where is my order 4711?")
            topic = await cast.topic("#1")
            card = await topic.pinned_card()
            await demo.ends_with(signal.SIGKILL)
        async with demo_process(tmp_path) as demo:
            cast = await _cast(http, demo.address)
            same = Topic(cast.telegram, topic.chat, topic.id)
            answer = "It leaves today."
            await cast.maria.writes_in(same, answer, reply_to=card["message_id"])
            await cast.ana.hears(answer)
            await cast.ana.writes("Thank you!")
            await same.shows("Thank you!")
            assert len(await cast.telegram.topics()) == 1


async def test_what_a_customer_wrote_while_the_desk_was_dead_arrives(tmp_path: Path) -> None:
    """The desk is killed between hearing and answering; nothing is heard twice or lost."""
    sandbox = Sandbox()
    address = await sandbox.start(0)
    environment = _environment(sandbox, address, tmp_path)
    try:
        async with aiohttp.ClientSession() as http:
            cast = await _cast(http, address)
            await cast.telegram.post("/sim/limits", {"enabled": False})
            async with run_process(environment):
                await cast.ana.writes("one")
                topic = await cast.topic("#1")
                await topic.card()
            words = [f"message {number}" for number in range(18)]
            async with run_process(environment) as desk:
                for text in words:
                    await cast.ana.writes(text)
                await topic.shows(words[3])
                desk.kill()
                await desk.wait()
            async with run_process(environment):
                await topic.shows(words[-1])
                shown = [m["text"].rpartition("\n")[2] for m in await topic.messages() if m["text"]]
                arrived = [text for text in shown if text.startswith("message ")]
                assert list(dict.fromkeys(arrived)) == words
    finally:
        await sandbox.stop()


async def test_what_a_supervisor_released_outlives_the_desk(tmp_path: Path) -> None:
    """The desk is killed as Sam sends an incident's update to all: the next one sends the rest."""
    sandbox = Sandbox()
    address = await sandbox.start(0)
    environment = _environment(sandbox, address, tmp_path)
    try:
        async with aiohttp.ClientSession() as http:
            cast = await _cast(http, address)
            await cast.telegram.post("/sim/limits", {"enabled": False})
            async with run_process(environment) as desk:
                first, _ = await two(cast)
                await cast.sam.writes_in_general("/incident 1 update We are on it.")
                for topic in (first, await cast.topic("#2")):
                    await drafted(topic, "We are on it.")
                here = await general(cast)
                panel = await private_panel(here, cast.sam, "2 drafts wait")
                await cast.sam.presses_panel(here, panel, "Send all of 1 (2)")
                desk.kill()
                await desk.wait()
            async with run_process(environment):
                for customer in (cast.ana, cast.boris):
                    await customer.hears("We are on it.")
                await cast.maria.writes_in(first, "/log")
                log = await private_panel(first, cast.maria, "drafted an update")
                assert log["text"].count("→ customer: We are on it.") == 1
    finally:
        await sandbox.stop()


async def test_run_refuses_a_rejected_token_in_the_doctors_words(tmp_path: Path) -> None:
    """No traceback: one sentence that says what to do, and exit code 1."""
    sandbox = Sandbox()
    address = await sandbox.start(0)
    try:
        wrong = _environment(sandbox, address, tmp_path) | {"BOT_TOKEN": "1:wrong"}
        code, said = await _run_to_the_end("run", wrong)
        assert code == 1
        assert "BOT_TOKEN" in said
        assert "Traceback" not in said
        code, examined = await _run_to_the_end("doctor", wrong)
        assert code == 1
        sentence = next(line for line in said.splitlines() if "BOT_TOKEN" in line)
        assert sentence in examined
    finally:
        await sandbox.stop()


async def test_doctor_is_content_with_a_ready_desk(tmp_path: Path) -> None:
    """Exit code 0 once the desk has run."""
    sandbox = Sandbox()
    address = await sandbox.start(0)
    environment = _environment(sandbox, address, tmp_path)
    try:
        async with aiohttp.ClientSession() as http:
            async with run_process(environment):
                cast = await _cast(http, address)
                await cast.ana.writes("one")
                await cast.topic("#1")
            code, said = await _run_to_the_end("doctor", environment)
            assert code == 0, said
    finally:
        await sandbox.stop()


async def test_run_without_telegram_starts_and_waits_for_it(tmp_path: Path) -> None:
    """Telegram is unreachable at first: the desk starts, and serves once it is there."""
    sandbox = Sandbox()
    address = await sandbox.start(0)
    port = int(address.rpartition(":")[2])
    environment = _environment(sandbox, address, tmp_path)
    await sandbox.stop()
    again = Sandbox()
    try:
        async with run_process(environment) as desk:
            database = tmp_path / "desk.db"

            async def opened() -> bool:
                return database.exists()

            await eventually(opened, "the desk opens its database")
            assert desk.returncode is None
            await again.start(port)
            async with aiohttp.ClientSession() as http:
                cast = await _cast(http, address)
                await cast.ana.writes("Anyone?")
                await cast.topic("#1")
    finally:
        await again.stop()


async def test_help_imports_no_heavy_library() -> None:
    """`topicdesk --help` is quick because it imports nothing that it does not say."""
    code = (
        "import sys; from bot.__main__ import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'aiogram', 'sqlalchemy', 'aiohttp', 'anthropic', 'pydantic'}\n"
        "print('imported:', sorted(heavy & set(sys.modules)))"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=subprocess.PIPE
    )
    said, _ = await process.communicate()
    assert said.decode().rstrip().endswith("imported: []")


@contextlib.asynccontextmanager
async def run_process(
    environment: Mapping[str, str], *options: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *COMMAND, "run", *options, env={**os.environ, **environment}
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _run_to_the_end(
    command: str, environment: Mapping[str, str], *options: str
) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        *command.split(),
        *options,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said.decode()


def _environment(sandbox: Sandbox, address: str, data: Path) -> dict[str, str]:
    return {
        "BOT_TOKEN": sandbox.token,
        "STAFF_CHAT_ID": str(sandbox.staff_chat_id),
        "DATABASE_URL": f"sqlite:///{data / 'desk.db'}",
        "TELEGRAM_API_BASE": address,
        "BUDGET_GROUP_PER_MINUTE": "0",
        "BUDGET_CHAT_PER_SECOND": "0",
        "BUDGET_TOTAL_PER_SECOND": "0",
    }


async def _cast(http: aiohttp.ClientSession, address: str) -> Cast:
    telegram = Telegram(http, address)
    state = await telegram.get("/sim/state")
    return Cast(telegram, {user["first_name"]: user["id"] for user in state["users"]})
