"""The commands that a desk's owner uses beside `run`, as real processes."""

import json
import socket
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from sandbox.server import Sandbox
from tests.stories.conftest import Cast
from tests.stories.desks import asks_telegram, by_webhook
from tests.stories.test_processes import _cast, _environment, _run_to_the_end, run_process


@dataclass(frozen=True)
class Place:
    """A Telegram on this machine, who is there, and the environment of a desk for it."""

    cast: Cast
    environment: Mapping[str, str]
    folder: Path

    def with_database(self, name: str) -> dict[str, str]:
        address = f"sqlite:///{self.folder / name}"
        return {**self.environment, "DATABASE_URL": address}


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    sandbox = Sandbox()
    address = await sandbox.start(0)
    try:
        async with aiohttp.ClientSession() as http:
            cast = await _cast(http, address)
            await cast.telegram.post("/sim/limits", {"enabled": False})
            yield Place(cast, _environment(sandbox, address, tmp_path), tmp_path)
    finally:
        await sandbox.stop()


async def test_a_desk_moves_to_another_database(place: Place) -> None:
    """Saved while it runs, restored elsewhere: the same ticket goes on in the same topic."""
    cast, file = place.cast, str(place.folder / "desk.zip")
    async with run_process(place.environment):
        await cast.ana.writes("Where is my order 4711?")
        topic = await cast.topic("#1")
        card = await topic.card()
        code, said = await _run_to_the_end("backup", place.environment, file)
        assert (code, "holds 1 tickets" in said) == (0, True), said
    moved = place.with_database("new.db")
    code, said = await _run_to_the_end("restore", moved, file)
    assert (code, said.startswith("1 tickets are back, ")) == (0, True), said
    code, said = await _run_to_the_end("restore", moved, file)
    assert code == 1
    assert said.startswith("The database is not empty: ")
    assert (await _run_to_the_end("restore", moved, file, "--force"))[0] == 0
    async with run_process(moved):
        await cast.maria.writes_in(topic, "It leaves today.", reply_to=card["message_id"])
        await cast.ana.hears("It leaves today.")
        assert len(await cast.telegram.topics()) == 1


async def test_run_with_a_webhook(place: Place) -> None:
    """`run --webhook URL` is all; without it the next run polls and takes it back."""
    settings = by_webhook()
    port = {"WEBHOOK_PORT": str(settings["webhook_port"])}
    async with run_process({**place.environment, **port}, "--webhook", settings["webhook_url"]):
        await place.cast.ana.writes("Where is my order 4711?")
        topic = await place.cast.topic("#1")
        await topic.card()
        assert (await asks_telegram(place.cast, "getWebhookInfo"))["url"]
        assert await place.cast.telegram.calls("getUpdates") == []
    async with run_process(place.environment):
        await place.cast.ana.writes("Hello?")
        await topic.shows("Hello?")
        assert not (await asks_telegram(place.cast, "getWebhookInfo"))["url"]


async def test_a_port_that_is_taken_is_said_in_one_sentence(place: Place) -> None:
    """With the settings to change, and exit code 1."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        environment = {**place.environment, "WEBHOOK_PORT": port}
        url = "https://desk.example.org/telegram"
        code, said = await _run_to_the_end("run", environment, "--webhook", url)
    assert code == 1
    assert f"The desk cannot listen at 127.0.0.1, port {port} (" in said
    assert "Change WEBHOOK_HOST or WEBHOOK_PORT in .env." in said
    assert "Traceback" not in said


async def test_retry_says_how_much(place: Place) -> None:
    """And, before the desk was ever started, what to do first."""
    code, said = await _run_to_the_end("retry", place.environment)
    assert (code, said) == (
        1,
        "The database is not up to date: start the desk once, it migrates by itself.\n",
    )
    async with run_process(place.environment):
        await place.cast.ana.writes("Hello")
        await place.cast.topic("#1")
        code, said = await _run_to_the_end("retry", place.environment)
    assert (code, said) == (0, "0 deliveries and 0 updates will be tried again.\n")


@pytest.mark.parametrize("command", ["retry", "webhooks", "audit"])
async def test_what_reads_the_database_says_when_there_is_none(place: Place, command: str) -> None:
    """In the same words, and it makes no file."""
    code, said = await _run_to_the_end(command, place.environment)
    assert (code, said) == (
        1,
        "The database is not up to date: start the desk once, it migrates by itself.\n",
    )


async def test_the_audit_is_printed(place: Place) -> None:
    """A line of JSON for each thing that happened, beside a running desk."""
    async with run_process(place.environment):
        await place.cast.ana.writes("Where is my order 4711?")
        await place.cast.topic("#1")
        code, said = await _run_to_the_end("audit --ticket 1", place.environment)
    assert code == 0, said
    opened, *others = [json.loads(line) for line in said.splitlines()]
    assert (opened["event"]["kind"], opened["actor"]["name"]) == ("opened", "Ana")
    assert [line["seq"] for line in others] == list(range(2, len(others) + 2))
