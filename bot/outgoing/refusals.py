"""What Telegram's refusals mean for a delivery. Pure: an error in, a verdict out.

The words are matched in every spelling that telegram-facts, section 2, lists or that was reported:
a spelling that is missed swallows messages for ever.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)


class LandedInGeneral(Exception):
    """A message for a topic was put into General: the topic is gone (telegram-facts, 3.5)."""


class Verdict(StrEnum):
    """What a refusal asks of the courier."""

    FLOOD = "flood"
    TROUBLE = "trouble"
    NOT_MODIFIED = "not_modified"
    UNREACHABLE = "unreachable"
    TOPIC_GONE = "topic_gone"
    TOPIC_CLOSED = "topic_closed"
    TARGET_GONE = "target_gone"
    SOURCE_GONE = "source_gone"
    QUOTE_GONE = "quote_gone"
    HOLD = "hold"
    MOVED = "moved"
    MARKUP = "markup"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A verdict with Telegram's own words.

    `seconds` is how long it wants a rest. `cause` names the wording of a reason for staff
    (`failure-…` in the texts). `advice` is what the desk's owner can do about it, and
    `whole_chat` whether nothing can be done in that chat until then. `moved_to` is where a group
    is now.
    """

    verdict: Verdict
    words: str
    seconds: float = 0
    cause: str = "other"
    advice: str = ""
    whole_chat: bool = False
    moved_to: int = 0


_PREFIXES = ("Bad Request: ", "Forbidden: ", "Unauthorized: ", "Internal Server Error: ")

_NOT_MODIFIED = ("message is not modified", "topic_not_modified", "message_not_modified")
_MARKUP = (
    "can't parse entities",
    "can't parse messageentity",
    "entity_bounds_invalid",
    "entity_mention_user_invalid",
    "entities_too_long",
)
_TOPIC_GONE = (
    "thread not found",
    "topic_deleted",
    "topic_id_invalid",
    "topic not found",
    "message_thread_id_invalid",
    "thread_id_invalid",
    # The only reply that must find its target is one to a topic's root message.
    "message to be replied not found",
    "replied message not found",
    "reply_message_id_invalid",
)
_TOPIC_CLOSED = ("topic_closed", "topic closed")
_TARGET_GONE = (
    "message to edit not found",
    "message to delete not found",
    "message can't be deleted",
    "message can't be edited",
    "message to react not found",
    "message to pin not found",
    "message can't be pinned",
    "message_id_invalid",
    "reaction_invalid",
)
_SOURCE_GONE = (
    "message to copy not found",
    "message can't be copied",
    "message has protected content",
)
#: The words that a reply quotes are not, or no longer, in the message that it answers.
_QUOTE_GONE = ("quote_text_invalid", "quote text")
_UNREACHABLE = {
    "bot was blocked by the user": "blocked",
    "user is deactivated": "deactivated",
    "bot can't initiate conversation": "never-started",
    "chat not found": "other",
    "peer_id_invalid": "other",
}
_DOCTOR = "; `topicdesk doctor` says which"
_RIGHTS = {
    "not enough rights": "give the bot the administrator rights it lacks" + _DOCTOR,
    "have no rights": "give the bot the administrator rights it lacks" + _DOCTOR,
    "need administrator rights": "make the bot an administrator of the staff group",
    "chat_admin_required": "make the bot an administrator of the staff group",
    "chat_write_forbidden": "allow the bot to write in the staff group",
}
_OUTSIDE = {
    "not a forum": "turn on topics in the staff group's settings",
    "bot was kicked": "add the bot to the staff group again, as an administrator",
    "bot is not a member": "add the bot to the staff group, as an administrator",
    "chat not found": "put the staff group's id into STAFF_CHAT_ID; /id in the group tells it",
}


#: The Bot API's addresses hold the token, and errors of the network may quote them.
_ADDRESS = re.compile(r"/bot[^/\s]+")


def for_the_log(error: Exception) -> str:
    """What an error says, without the token; only the kind of one that may quote people's words."""
    if isinstance(error, TelegramAPIError):
        return _ADDRESS.sub("/bot…", str(error))
    return type(error).__name__


def classify(error: Exception) -> Refusal | None:
    """What an error asks for; None for one that Telegram has no part in."""
    match error:
        case LandedInGeneral():
            return Refusal(Verdict.TOPIC_GONE, "the message landed in General")
        case TelegramAPIError():
            return _of_telegram(error)
        case AiogramError() | TimeoutError():
            return Refusal(Verdict.TROUBLE, type(error).__name__)
        case _:
            return None


def asks_for(error: Exception, verdict: Verdict) -> bool:
    """Whether a refusal's verdict is that one."""
    refusal = classify(error)
    return refusal is not None and refusal.verdict is verdict


def _of_telegram(error: TelegramAPIError) -> Refusal:
    match error:
        case TelegramRetryAfter():
            return Refusal(Verdict.FLOOD, "too many requests", seconds=error.retry_after)
        case TelegramMigrateToChat():
            words, chat = "the group was upgraded", error.migrate_to_chat_id
            return Refusal(Verdict.MOVED, words, moved_to=chat)
        case TelegramUnauthorizedError() | TelegramNotFound():
            advice = "take a new token from @BotFather and put it into BOT_TOKEN"
            return Refusal(Verdict.HOLD, _words(error), advice=advice, whole_chat=True)
        case TelegramNetworkError() | TelegramServerError():
            return Refusal(Verdict.TROUBLE, type(error).__name__)
        case _:
            chat = getattr(error.method, "chat_id", 0)
            in_group = isinstance(chat, int) and chat < 0
            return _by_words(_words(error), error, in_group=in_group)


def _by_words(words: str, error: TelegramAPIError, *, in_group: bool) -> Refusal:
    said = words.lower()
    for verdict, spellings in (
        (Verdict.NOT_MODIFIED, _NOT_MODIFIED),
        (Verdict.MARKUP, _MARKUP),
        (Verdict.TOPIC_GONE, _TOPIC_GONE),
        (Verdict.TOPIC_CLOSED, _TOPIC_CLOSED),
        (Verdict.TARGET_GONE, _TARGET_GONE),
        (Verdict.QUOTE_GONE, _QUOTE_GONE),
    ):
        # A private chat has no topics, so there it is the reply's target that is gone.
        meant = in_group or verdict is not Verdict.TOPIC_GONE
        if meant and any(spelling in said for spelling in spellings):
            return Refusal(verdict, words)
    if any(spelling in said for spelling in _SOURCE_GONE):
        cause = "protected" if "protected content" in said else "source-gone"
        return Refusal(Verdict.SOURCE_GONE, words, cause=cause)
    if in_group:
        for spelling, advice in (_RIGHTS | _OUTSIDE).items():
            if spelling in said:
                outside = spelling in _OUTSIDE
                return Refusal(Verdict.HOLD, words, advice=advice, whole_chat=outside)
        return Refusal(Verdict.REFUSED, words)
    for spelling, cause in _UNREACHABLE.items():
        if spelling in said:
            return Refusal(Verdict.UNREACHABLE, words, cause=cause)
    forbidden = isinstance(error, TelegramForbiddenError)
    return Refusal(Verdict.UNREACHABLE if forbidden else Verdict.REFUSED, words)


def _words(error: TelegramAPIError) -> str:
    words = error.message
    for prefix in _PREFIXES:
        words = words.removeprefix(prefix)
    return words
