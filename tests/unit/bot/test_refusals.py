"""Each of Telegram's refusals is understood in every spelling (telegram-facts, section 2)."""

import pytest
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe, SendMessage

from bot.outgoing.refusals import LandedInGeneral, Refusal, Verdict, classify, for_the_log

TOKEN = "7000000001:AAsecret"
PRIVATE = SendMessage(chat_id=100001, text="x")
GROUP = SendMessage(chat_id=-1001, text="x")

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def bad(words: str, method: SendMessage = GROUP) -> Refusal:
    refusal = classify(TelegramBadRequest(method=method, message=f"Bad Request: {words}"))
    assert refusal is not None
    assert refusal.words == words
    return refusal


def forbidden(words: str, method: SendMessage) -> Refusal:
    refusal = classify(TelegramForbiddenError(method=method, message=f"Forbidden: {words}"))
    assert refusal is not None
    return refusal


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("message thread not found", Verdict.TOPIC_GONE),
        ("TOPIC_DELETED", Verdict.TOPIC_GONE),
        ("TOPIC_ID_INVALID", Verdict.TOPIC_GONE),
        ("MESSAGE_THREAD_ID_INVALID", Verdict.TOPIC_GONE),
        ("message to be replied not found", Verdict.TOPIC_GONE),
        ("TOPIC_CLOSED", Verdict.TOPIC_CLOSED),
        ("TOPIC_NOT_MODIFIED", Verdict.NOT_MODIFIED),
        (NOT_MODIFIED, Verdict.NOT_MODIFIED),
        ("message to edit not found", Verdict.TARGET_GONE),
        ("message can't be edited", Verdict.TARGET_GONE),
        ("message to react not found", Verdict.TARGET_GONE),
        ("REACTION_INVALID", Verdict.TARGET_GONE),
        ("message to copy not found", Verdict.SOURCE_GONE),
        ("the message can't be copied", Verdict.SOURCE_GONE),
        ("message has protected content and can't be forwarded", Verdict.SOURCE_GONE),
        ("not enough rights to create a topic", Verdict.HOLD),
        ("not enough rights to edit the topic", Verdict.HOLD),
        ("the chat is not a forum", Verdict.HOLD),
        ("chat not found", Verdict.HOLD),
        ("message is too long", Verdict.REFUSED),
        ("can't parse entities: Unsupported start tag", Verdict.MARKUP),
    ],
)
def test_in_the_group(words: str, verdict: Verdict) -> None:
    """What is refused where the staff are."""
    assert bad(words).verdict is verdict


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("bot was blocked by the user", "blocked"),
        ("user is deactivated", "deactivated"),
        ("bot can't initiate conversation with a user", "never-started"),
        ("some new reason", "other"),
    ],
)
def test_a_person_who_cannot_be_reached(words: str, cause: str) -> None:
    """The reason has words for staff."""
    refusal = forbidden(words, PRIVATE)
    assert (refusal.verdict, refusal.cause) == (Verdict.UNREACHABLE, cause)


@pytest.mark.parametrize(
    "words",
    ["bot was kicked from the supergroup chat", "bot is not a member of the supergroup chat"],
)
def test_a_bot_outside_the_group_waits_and_says_what_to_do(words: str) -> None:
    """Nothing goes to that chat until then."""
    refusal = forbidden(words, GROUP)
    assert refusal.verdict is Verdict.HOLD
    assert refusal.whole_chat
    assert "add the bot" in refusal.advice


def test_a_missing_right_holds_one_delivery_only() -> None:
    """The others may not need it."""
    assert not bad("not enough rights to create a topic").whole_chat


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (TelegramRetryAfter(GROUP, "retry after 7", 7), Verdict.FLOOD),
        (TelegramNetworkError(GROUP, "timeout"), Verdict.TROUBLE),
        (TelegramServerError(GROUP, "Internal Server Error"), Verdict.TROUBLE),
        (ClientDecodeError("no JSON", ValueError(), "<html>"), Verdict.TROUBLE),
        (AiogramError(), Verdict.TROUBLE),
        (TimeoutError(), Verdict.TROUBLE),
        (TelegramUnauthorizedError(GROUP, "Unauthorized"), Verdict.HOLD),
        (TelegramMigrateToChat(GROUP, "upgraded", -1009), Verdict.MOVED),
        (LandedInGeneral(), Verdict.TOPIC_GONE),
    ],
)
def test_by_kind(error: Exception, verdict: Verdict) -> None:
    """What aiogram tells apart already."""
    refusal = classify(error)
    assert refusal is not None
    assert refusal.verdict is verdict


def test_a_flood_says_how_long() -> None:
    """Telegram names the seconds."""
    refusal = classify(TelegramRetryAfter(GROUP, "retry after 7", 7))
    assert refusal is not None
    assert refusal.seconds == 7


def test_the_new_id_of_an_upgraded_group_is_told() -> None:
    """The desk goes on there."""
    refusal = classify(TelegramMigrateToChat(GROUP, "upgraded", -1009))
    assert refusal is not None
    assert refusal.moved_to == -1009


def test_a_fault_of_our_own_is_none_of_telegrams() -> None:
    """It is the courier's to set aside."""
    assert classify(KeyError("x")) is None


def test_the_log_hears_no_token_and_no_answer() -> None:
    """Errors of the network quote addresses, and unreadable answers quote what people wrote."""
    quoting = f"ClientOSError: cannot write to http://127.0.0.1:8081/bot{TOKEN}/getUpdates"
    said = for_the_log(TelegramNetworkError(GetMe(), quoting))
    assert TOKEN not in said
    assert "http://127.0.0.1:8081/bot…/getUpdates" in said
    assert for_the_log(ClientDecodeError("no JSON", ValueError(), "hi")) == "ClientDecodeError"
