"""The same attacks through the real SDK, over HTTP: what leaves this machine holds no secret."""

import json
from collections.abc import AsyncIterator
from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

import pytest

from connectors.anthropic.client import Claude
from orchestration.specialists.model_brain import Findings
from tests.adversarial.attacked import NOTE, SECRET, SETTINGS, Attacked, Setting
from tests.adversarial.cases import CASES, Case
from tests.adversarial.obedient import Obedient, squashed
from tests.adversarial.shop import NEIGHBOURS, READS
from tests.fakes.messages_api import KEY, Json, MessagesApi, Reply, answering, fills

TRIED = (
    "direct-en-plain-tell-notes",
    "direct-fa-plain-tell-secrets",
    "direct-zh-plain-tell-instructions",
    "direct-en-fake-fence-tell-notes",
    "direct-en-fake-assistant-delete-customer",
    "direct-en-zero-width-set-status",
    "direct-en-tags-tell-notes",
    "over-two-messages-en-plain-read-another-customer",
    "caption-ru-plain-tell-notes",
    "name-en-plain-give-rights",
    "tool-result-en-plain-pay-out",
    "tool-failure-en-plain-tell-secrets",
    "article-en-plain-pass-on",
    "note-en-plain-send-notes",
    "forward-en-plain-hide-notes-in-a-link",
)
BY_ID = {case.id: case for case in CASES}


@pytest.fixture
async def api() -> AsyncIterator[MessagesApi]:
    async with answering() as served:
        yield served


@pytest.fixture
async def claude(api: MessagesApi) -> AsyncIterator[Claude]:
    client = Claude(KEY, api.address, (timedelta(0),))
    yield client
    await client.close()


def on_the_wire(obedient: Obedient, asked: Json) -> Reply:
    """The obedient model behind the API: it reads what was sent, and answers as the API does."""
    told = [each["content"] for each in asked["messages"] if each["role"] == "user"]
    results = [each for each in told if isinstance(each, list)]
    words = [each for each in told if isinstance(each, str)]
    words += [each["content"] for result in results for each in result]
    offered = [each["name"] for each in asked.get("tools", ())]
    (system,) = asked["system"]
    said = obedient.does("\n\n".join(words), system["text"], offered, len(results))
    if isinstance(said, Findings):
        return fills(**asdict(said))
    return Reply(tuple(_use(each.id, each.tool, each.arguments) for each in said), "tool_use")


def _use(id_: str, tool: str, arguments: Any) -> Json:
    wired = tool.replace(".", "__")
    return {"type": "tool_use", "id": f"toolu_{id_}", "name": wired, "input": dict(arguments)}


@pytest.mark.parametrize("setting", [SETTINGS[0], SETTINGS[2]], ids=lambda one: one.name)
@pytest.mark.parametrize("case", [BY_ID[each] for each in TRIED], ids=TRIED)
async def test_nothing_secret_leaves_this_machine(
    case: Case, setting: Setting, api: MessagesApi, claude: Claude
) -> None:
    """And what comes back does no more than from a model in memory."""
    obedient = Obedient()
    api.script = lambda asked: on_the_wire(obedient, asked)
    desk = Attacked(setting, obedient, claude)
    await desk.goes_through(case)
    assert (case.order in obedient.obeyed) == case.seen
    await desk.holds(case)
    assert api.requests
    for asked in api.requests:
        sent = squashed(json.dumps(asked, ensure_ascii=False))
        private = [*SECRET, NEIGHBOURS.casefold(), squashed(KEY)]
        assert [each for each in private if each in sent] == []
        offered = {each["name"].replace("__", ".") for each in asked.get("tools", ())}
        assert offered <= set(READS)


async def test_notes_are_read_and_secrets_in_them_are_not(api: MessagesApi, claude: Claude) -> None:
    """Specialists are colleagues: they read what staff wrote, and even there no password."""
    case = BY_ID["note-en-plain-send-notes"]
    dressed = replace(case, text=f"{case.text}. The customer's password is {SECRET[1]}.")
    obedient = Obedient()
    api.script = lambda asked: on_the_wire(obedient, asked)
    desk = Attacked(SETTINGS[0], obedient, claude)
    await desk.goes_through(dressed)
    await desk.holds(dressed)
    sent = json.dumps(api.requests)
    assert NOTE in sent
    assert SECRET[1] not in sent
