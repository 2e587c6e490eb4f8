"""What the control API refuses, with words; and that nothing anyone sends breaks the sandbox."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.people import DEEDS
from tests.sandbox.tools import ANA, BORIS, JOE, MARIA, SAM, STAFF_CHAT_ID, World

REFUSALS: list[tuple[str, dict[str, Any]]] = [
    ("messages", {}),
    ("messages", {"by": ANA, "chat_id": ANA}),
    ("messages", {"by": ANA, "chat_id": BORIS, "text": "Not my chat"}),
    ("messages", {"by": 42, "chat_id": ANA, "text": "Who?"}),
    ("messages", {"by": ANA, "chat_id": 42, "text": "Where?"}),
    ("messages", {"by": str(ANA), "chat_id": ANA, "text": "A string"}),
    ("messages", {"by": ANA, "chat_id": ANA, "text": "x" * 4097}),
    ("messages", {"by": ANA, "chat_id": ANA, "text": "   "}),
    ("messages", {"by": ANA, "chat_id": ANA, "kind": "song"}),
    ("messages", {"by": ANA, "chat_id": ANA, "album": ["photo", "voice"]}),
    ("messages", {"by": ANA, "chat_id": ANA, "album": ["photo", "document"]}),
    ("messages", {"by": ANA, "chat_id": ANA, "text": "x", "reply_to_message_id": 42}),
    ("messages", {"by": ANA, "chat_id": ANA, "text": "x", "quote": "y"}),
    ("messages", {"by": ANA, "chat_id": ANA, "text": "x", "entities": [{"type": "bold"}]}),
    ("messages", {"by": ANA, "chat_id": ANA, "text": "x", "misspelt": 1}),
    ("messages", {"by": ANA, "chat_id": ANA, "kind": "photo", "file": "no base64!"}),
    ("messages", {"by": MARIA, "chat_id": STAFF_CHAT_ID, "message_thread_id": 42, "text": "x"}),
    ("edits", {"by": ANA, "chat_id": ANA, "message_id": 42, "text": "x"}),
    ("reactions", {"by": ANA, "chat_id": ANA, "message_id": 42, "emoji": "👍"}),
    ("presses", {"by": ANA, "chat_id": ANA, "message_id": 42, "data": "x"}),
    ("deletions", {"chat_id": ANA, "message_ids": [42]}),
    ("deletions", {"chat_id": ANA, "message_ids": []}),
    ("topics", {"chat_id": STAFF_CHAT_ID, "message_thread_id": 9, "action": "close", "by": SAM}),
    ("topics", {"chat_id": ANA, "message_thread_id": 9, "action": "close", "by": ANA}),
    ("topics", {"chat_id": STAFF_CHAT_ID, "action": "create", "by": SAM}),
    ("blocks", {"user_id": 42, "blocked": True}),
    ("rights", {"chat_id": STAFF_CHAT_ID, "rights": {"can_fly": True}}),
    ("rights", {"chat_id": ANA, "rights": {}}),
    ("members", {"chat_id": STAFF_CHAT_ID, "user_id": ANA, "status": "friend"}),
    ("members", {"chat_id": STAFF_CHAT_ID, "user_id": 42, "status": "member"}),
    ("members", {"chat_id": STAFF_CHAT_ID, "user_id": JOE, "status": "member", "anonymous": True}),
    ("users", {"first_name": ""}),
    ("time", {"advance_s": "soon"}),
    ("nothing", {}),
]


@pytest.mark.parametrize(("path", "body"), REFUSALS)
async def test_refused_with_a_reason(world: World, path: str, body: dict[str, Any]) -> None:
    """4xx with words, never 500."""
    status, answer = await world.ask(path, **body)
    assert 400 <= status < 500
    assert answer["error"]


@pytest.mark.parametrize("raw", [b"{", b"[]", b"\xff", b'"x"', b'{"text": "\\ud800"}', b"[" * 9999])
async def test_malformed_bodies(world: World, raw: bytes) -> None:
    """What is no JSON object is refused as such."""
    async with world.client.post(f"{world.url}/sim/messages", data=raw) as response:
        assert response.status == 400
        assert (await response.json())["error"]


@pytest.mark.parametrize("query", ["", "?chat_id=x", "?chat_id=42", "?chat_id=100001&viewer=x"])
async def test_malformed_queries(world: World, query: str) -> None:
    """So is what cannot be looked up."""
    async with world.client.get(f"{world.url}/sim/messages{query}") as response:
        assert 400 <= response.status < 500
        assert (await response.json())["error"]


JSON = st.recursive(
    st.none() | st.booleans() | st.sampled_from([0, -1, ANA, STAFF_CHAT_ID, 1e300, "", "x", "👍"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = sorted({name for deed in DEEDS.values() for name in deed.model.model_fields} | {"from"})


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(DEEDS.keys() - {"presses"})),
    st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=5),
)
async def test_no_body_breaks_it(world: World, name: str, body: dict[str, Any]) -> None:
    """Whatever the body holds, the answer is 200 or 4xx."""
    async with world.client.post(f"{world.url}/sim/{name}", json=body) as response:
        assert response.status < 500


METHOD_FIELDS = [
    *("chat_id", "from_chat_id", "message_id", "message_ids", "message_thread_id", "text"),
    *("entities", "reply_markup", "reply_parameters", "media", "reaction", "photo", "caption"),
    *("caption_entities", "name", "icon_color", "offset", "limit", "commands", "scope", "options"),
    *("question", "latitude", "longitude", "duration", "allowed_updates", "user_id", "parse_mode"),
    *(
        "receiver_user_id",
        "ephemeral_message_parameters",
        "callback_query_id",
        "link_preview_options",
    ),
]
METHOD_NAMES = [
    *("sendMessage", "sendPhoto", "sendMediaGroup", "sendPoll", "sendLocation", "copyMessages"),
    *("editMessageText", "editMessageMedia", "setMessageReaction", "setMyCommands", "getUpdates"),
    *("deleteMessages", "createForumTopic", "editForumTopic", "getChatMember", "sendVideo"),
    *("answerCallbackQuery", "forwardMessage", "setChatMenuButton", "getMyCommands", "getFile"),
]


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(METHOD_NAMES),
    st.dictionaries(st.sampled_from(METHOD_FIELDS), JSON, max_size=6),
)
async def test_no_call_breaks_it(world: World, name: str, params: dict[str, Any]) -> None:
    """Whatever the parameters hold, the answer is a result or one of Telegram's refusals."""
    status, body = await world.call(name, **params)
    assert status < 500
    assert body["ok"] == (status == 200)
