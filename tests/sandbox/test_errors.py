"""The error table of telegram-facts.md, section 2: one case a row, each with its source.

C is tdlib/telegram-bot-api's Client.cpp, T is tdlib/td; *server* rows are known from reports only.
"""

import pytest

from sandbox.cast import BASIC_GROUP_ID
from sandbox.errors import refusal
from tests.sandbox.arranged import Row
from tests.sandbox.error_rows import ROWS
from tests.sandbox.more_error_rows import MORE_ROWS
from tests.sandbox.tools import STAFF_CHAT_ID, World

TABLE = [*ROWS, *MORE_ROWS]


@pytest.mark.parametrize("row", TABLE, ids=[f"{row.name} [{row.source}]" for row in TABLE])
async def test_refused_word_for_word(world: World, row: Row) -> None:
    """Each refusal has Telegram's code and words."""
    arranged = await row.arrange(world) if row.arrange else {}
    status, body = await world.call(row.method, **(row.params | arranged))
    assert body["description"] == row.description
    assert (status, body["error_code"], body["ok"]) == (row.code, row.code, False)


async def test_migrated_group_names_its_new_id(world: World) -> None:
    """The refusal carries the id to use from now on (C)."""
    _, body = await world.call("sendMessage", chat_id=BASIC_GROUP_ID, text="hello")
    assert body["parameters"] == {"migrate_to_chat_id": STAFF_CHAT_ID}


@pytest.mark.parametrize(
    ("token", "description"),
    [
        ("no-token", "Unauthorized: invalid token specified"),
        ("123:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Unauthorized"),
    ],
    ids=["malformed [C]", "revoked [C]"],
)
async def test_token(world: World, token: str, description: str) -> None:
    """A token that cannot be one is told apart from one that nobody has."""
    world.token = token
    assert await world.call("getMe") == (
        401,
        {"ok": False, "error_code": 401, "description": description},
    )


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        (400, "Message is too long", (400, "Bad Request: message is too long")),
        (400, "TOPIC_CLOSED", (400, "Bad Request: TOPIC_CLOSED")),
        (400, "X_INVALID", (400, "Bad Request: X_INVALID")),
        (404, "Chat not found", (400, "Bad Request: chat not found")),
        (303, "Moved", (400, "Bad Request: moved")),
        (403, "USER_PRIVACY", (400, "Bad Request: USER_PRIVACY")),
        (403, "Bot was blocked", (403, "Forbidden: bot was blocked")),
        (401, "Unauthorized", (401, "Unauthorized")),
        (406, "Odd", (400, "Bad Request: Odd")),
        (500, "Request aborted", (500, "Internal Server Error: request aborted")),
    ],
)
def test_formatter(code: int, words: str, expected: tuple[int, str]) -> None:
    """The formatter is that of `Client::fail_query_with_error` (C)."""
    error = refusal(code, words)
    assert (error.code, error.description) == expected
