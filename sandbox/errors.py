"""How Telegram words a refusal.

The formatter is that of tdlib/telegram-bot-api, `Client::fail_query_with_error`.
"""

from typing import NoReturn

from sandbox.shapes import Object

_PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    500: "Internal Server Error",
}

# `Client::fail_query_with_error` replaces these words of Telegram's servers by words for people.
_PLAIN_WORDS = {
    "MESSAGE_NOT_MODIFIED": (
        "message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    ),
    "QUERY_ID_INVALID": "query is too old and response timeout expired or query ID is invalid",
    "MESSAGE_DELETE_FORBIDDEN": "message can't be deleted",
    "REPLY_MARKUP_TOO_LONG": "reply markup is too long",
}


class BotApiError(Exception):
    """A call that the Bot API refuses: the code, the whole description, and its parameters."""

    def __init__(self, code: int, description: str, parameters: Object | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> Object:
        """The body of the HTTP answer, whose status is `code`."""
        body: Object = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class Refused(Exception):
    """Something a person cannot do; the control API answers `status` with these words."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.status = status


def refusal(code: int, words: str, parameters: Object | None = None) -> BotApiError:
    """The error for a refusal in TDLib's words, formatted as the Bot API server formats it."""
    if code < 400 or code == 404 or (code == 403 and _is_server_constant(words)):  # noqa: PLR2004
        code = 400
    words = _PLAIN_WORDS.get(words, words)
    prefix = _PREFIXES.get(code)
    if prefix is None:
        return BotApiError(400, f"Bad Request: {words}", parameters)
    if words.startswith(prefix):
        return BotApiError(code, words, parameters)
    return BotApiError(code, f"{prefix}: {_lower_first(words)}", parameters)


def refuse(words: str, code: int = 400, parameters: Object | None = None) -> NoReturn:
    """Refuse a bot's call in TDLib's words."""
    raise refusal(code, words, parameters)


def deny(words: str, status: int = 400) -> NoReturn:
    """Refuse what a person asked for, in words that say what to do."""
    raise Refused(words, status)


def flood(retry_after: int) -> BotApiError:
    """The refusal of a bot that is too fast (`Query::set_retry_after_error`)."""
    description = f"Too Many Requests: retry after {retry_after}"
    return BotApiError(429, description, {"retry_after": retry_after})


def _is_server_constant(words: str) -> bool:
    return all(letter == "_" or letter.isdigit() or "A" <= letter <= "Z" for letter in words)


def _lower_first(words: str) -> str:
    # A constant such as TOPIC_CLOSED or a name such as X_INVALID keeps its capitals.
    if len(words) > 1 and (words[1] == "_" or "A" <= words[1] <= "Z"):
        return words
    return words[:1].lower() + words[1:]
