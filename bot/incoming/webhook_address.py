"""The desk's webhook as Telegram knows it: its address, its secret, and how to tell it from others.

The desk marks its address, because Telegram tells a webhook's address and nothing else about it: so
a desk that polls again can remove a webhook of its own, and never another program's.
"""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from bot.settings import Settings

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name

_MARK = ("desk", "topicdesk")


@dataclass(frozen=True, slots=True)
class WebhookAddress:
    """Where Telegram posts updates, what it proves itself with, and where the desk listens."""

    url: str
    secret: str
    host: str
    port: int

    @classmethod
    def of(cls, settings: Settings) -> "WebhookAddress | None":
        """The webhook of these settings; None for a desk that polls.

        Without a secret of its own it has one that follows from the token, so that it is the same
        after a restart and nobody has to make one up.
        """
        if settings.webhook_url is None:
            return None
        parts = urlsplit(settings.webhook_url)
        query = urlencode([*parse_qsl(parts.query, keep_blank_values=True), _MARK])
        url = urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))
        if settings.webhook_secret is not None:
            secret = settings.webhook_secret.get_secret_value()
        else:
            token = settings.bot_token.get_secret_value().encode()
            secret = hmac.new(token, b"topicdesk webhook", sha256).hexdigest()
        return cls(url, secret, settings.webhook_host, settings.webhook_port)

    @property
    def path(self) -> str:
        """The path of the address, to which alone the desk listens."""
        return unquote(urlsplit(self.url).path)


def is_ours(url: str) -> bool:
    """Whether a desk has set this webhook."""
    return _MARK in parse_qsl(urlsplit(url).query)


def host_of(url: str) -> str:
    """All of a webhook's address that may be shown: the rest is often its secret."""
    return urlsplit(url).hostname or "an unknown host"
