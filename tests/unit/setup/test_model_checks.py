"""What the doctor says of models, and what a running desk says of them once."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.assisting.model_watch import ModelWatch
from bot.checks import files, models
from bot.checks.finding import Finding
from bot.desk_files.live_cast import LiveCast
from bot.settings import Settings
from connectors.anthropic.client import Claude
from orchestration.delivery import WarnPrivately
from orchestration.desk import Desk as RunsBy
from orchestration.people import Person, Role
from orchestration.ports.models import ModelUnavailable
from orchestration.sentences import StaffSentence
from tests.fakes import FakeStore
from tests.fakes.messages_api import HAIKU, KEY, OVERLOADED, MessagesApi, answering

DESK = RunsBy()
SAM = Person(3, "Sam", role=Role.SUPERVISOR, reachable=True)


class Desk:
    """A desk's folder, and settings for it."""

    def __init__(self, folder: Path, settings: Settings, api: MessagesApi) -> None:
        self.folder = folder
        changes = {"desk_dir": folder, "anthropic_base_url": api.address}
        self._settings = settings.model_copy(update=changes)

    def names(self, specialist: str, model: str) -> None:
        file = self.folder / "specialists" / f"{specialist}.md"
        lines = [line for line in file.read_text().splitlines() if not line.startswith("model:")]
        file.write_text("\n".join([lines[0], f"model: {model}", *lines[1:]]))

    async def doctor(self, key: str | None = KEY) -> list[Finding]:
        secret = None if key is None else SecretStr(key)
        settings = self._settings.model_copy(update={"anthropic_api_key": secret})
        found, _ = files.examine_desk(settings)
        assert found is not None
        findings = await models.examine(settings, found)
        assert not any(key and key in finding.sentence for finding in findings)
        return findings


@pytest.fixture
async def api() -> AsyncIterator[MessagesApi]:
    async with answering() as served:
        yield served


@pytest.fixture
def desk(tmp_path: Path, settings: Settings, api: MessagesApi) -> Desk:
    shutil.copytree(settings.desk_dir, tmp_path / "desk")
    return Desk(tmp_path / "desk", settings, api)


async def test_nothing_is_needed(desk: Desk, api: MessagesApi) -> None:
    """No file names a model: without a key all is well, and with one it is looked at."""
    (finding,) = await desk.doctor(key=None)
    assert finding.ok
    assert finding.words == "built-in: no specialist's file names a model, so no key is needed"
    assert not api.looked_up
    (finding,) = await desk.doctor()
    assert finding.words == "built-in: the key works, and no specialist's file names a model"


async def test_models_that_can_be_asked(desk: Desk, api: MessagesApi) -> None:
    """A line for each, with whoever thinks with it; no question is asked of them."""
    desk.names("billing", HAIKU)
    desk.names("orders", HAIKU)
    (finding,) = await desk.doctor()
    assert finding.ok
    assert finding.words == f"Billing, Orders can think with {HAIKU}"
    assert not api.requests


async def test_a_model_without_a_key(desk: Desk) -> None:
    desk.names("billing", HAIKU)
    (finding,) = await desk.doctor(key=None)
    assert finding.failed
    assert finding.words.startswith("ANTHROPIC_API_KEY is not set, so nobody can ask")
    assert f"{HAIKU}, which Billing should think with" in finding.words


async def test_the_router_s_model(desk: Desk) -> None:
    """It is looked at like the others; without a key the desk routes without it."""
    text = (desk.folder / "desk.yaml").read_text()
    text = text.replace("router: built-in", "router: claude").replace(HAIKU, "claude-nobody")
    (desk.folder / "desk.yaml").write_text(text)
    (finding,) = await desk.doctor()
    assert finding.failed
    assert "claude-nobody for this key, and the router (desk.yaml) should think" in finding.words
    (finding,) = await desk.doctor(key=None)
    assert finding.ok


async def test_a_wrong_key(desk: Desk) -> None:
    """It is said once, however many models are named."""
    desk.names("billing", HAIKU)
    desk.names("orders", "claude-nobody")
    (finding,) = await desk.doctor(key="a-wrong-key")
    assert finding.failed
    assert "the key is not accepted" in finding.words
    assert "ANTHROPIC_API_KEY" in finding.advice


async def test_an_unknown_model(desk: Desk) -> None:
    """The others are fine."""
    desk.names("billing", HAIKU)
    desk.names("orders", "claude-nobody")
    good, bad = await desk.doctor()
    assert good.ok
    assert bad.failed
    assert bad.sentence == (
        "there is no model claude-nobody for this key, and Orders should think with it. "
        "Correct `model` in the files of Orders."
    )


async def test_an_api_that_is_away(desk: Desk, api: MessagesApi) -> None:
    desk.names("billing", HAIKU)
    api.trouble = OVERLOADED
    (finding,) = await desk.doctor()
    assert finding.failed
    assert "the desk tries again by itself" in finding.advice


class Watched:
    """A running desk's look at its models, and what Sam was told."""

    def __init__(self, desk: Desk, claude: Claude | None, api: MessagesApi) -> None:
        self.api = api
        self.store = FakeStore()
        self.claude = claude
        self.woken = 0
        self._live = LiveCast(desk.folder)
        self.restarts()

    def restarts(self) -> None:
        self.watch = ModelWatch(self.claude, DESK, self._live.roll, self.store.begin, self._wake)

    def _wake(self) -> None:
        self.woken += 1

    async def told(self) -> list[str]:
        async with self.store.begin() as uow:
            await uow.people.learn(SAM)
        await self.watch.look()
        async with self.store.begin() as uow:
            parcels = [each.delivery.body for each in uow.outbox.rows.rows.values()]
        warnings = [each for each in parcels if isinstance(each, WarnPrivately)]
        assert all(each.sentence is StaffSentence.MODELS_BROKEN for each in warnings)
        assert self.woken == len(warnings)
        return [str(each.facts["lines"]) for each in warnings]


@pytest.fixture
async def watched(desk: Desk, api: MessagesApi) -> AsyncIterator[Watched]:
    claude = Claude(KEY, api.address)
    yield Watched(desk, claude, api)
    await claude.close()


async def test_what_is_wrong_is_said_once(desk: Desk, watched: Watched) -> None:
    """Also by a desk that was restarted since; again when it came back or is another."""
    assert await watched.told() == []
    desk.names("billing", "claude-nobody")
    (first,) = await watched.told()
    assert "there is no model claude-nobody for this key, and Billing should think with it" in first
    watched.restarts()
    assert len(await watched.told()) == 1
    desk.names("billing", HAIKU)
    assert len(await watched.told()) == 1
    desk.names("billing", "claude-nobody")
    assert len(await watched.told()) == 2


async def test_it_is_said_as_soon_as_somebody_hears(desk: Desk, watched: Watched) -> None:
    """A desk that starts knows nobody yet, and has asked about the model once."""
    desk.names("billing", "claude-nobody")
    await watched.watch.look()
    await watched.watch.look()
    assert watched.woken == 0
    assert len(await watched.told()) == 1
    assert watched.api.looked_up.count("claude-nobody") == 1


async def test_a_desk_without_a_key_says_so(desk: Desk, watched: Watched) -> None:
    watched.claude = None
    watched.restarts()
    desk.names("billing", HAIKU)
    (told,) = await watched.told()
    assert "ANTHROPIC_API_KEY is not set" in told


async def test_an_api_that_is_away_is_asked_again(
    desk: Desk, watched: Watched, api: MessagesApi
) -> None:
    """Nobody is told of what may be over in a moment."""
    assert await watched.told() == []
    desk.names("billing", "claude-nobody")
    api.trouble = OVERLOADED
    with pytest.raises(ModelUnavailable):
        await watched.watch.look()
    api.trouble = None
    assert len(await watched.told()) == 1
