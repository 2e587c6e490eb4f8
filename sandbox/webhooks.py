"""Webhooks as a bot sets them, and what becomes of an update that is posted there. Pure.

Telegram posts to https addresses on the internet; the sandbox to http on this machine, as a Bot API
server of one's own does with `--local`. The checks and words are telegram-bot-api's.
"""

import ipaddress
import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from sandbox.errors import BotApiError, refuse
from sandbox.params import Params
from sandbox.shapes import Object
from sandbox.world import Bot, Moment, Update, Webhook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
DEFAULT_CONNECTIONS = 40
MAX_CONNECTIONS = 100
_LONGEST_SECRET = 256

ACTIVE = BotApiError(
    409,
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first",
)
TERMINATED = BotApiError(409, "Conflict: terminated by setWebhook request")


def webhook_of(params: Params) -> Webhook | None:
    """The webhook that a call asks for, or None: an empty address asks for none."""
    url = params.text("url")
    if not url:
        return None
    _check_address(url)
    secret = params.text("secret_token")
    if len(secret) > _LONGEST_SECRET:
        refuse("secret token is too long")
    if re.search(r"[^A-Za-z0-9_-]", secret):
        refuse("secret token contains unallowed characters")
    asked = params.integer("max_connections", DEFAULT_CONNECTIONS)
    return Webhook(url, secret, min(max(asked, 1), MAX_CONNECTIONS))


def lane_of(update: Update) -> str:
    """Whose order an update keeps: a chat's, and for buttons that of who presses them (C)."""
    if update.kind == "callback_query":
        return f"presses of {update.payload['from']['id']}"
    return f"chat {update.payload['chat']['id']}"


def delivered(bot: Bot, params: Object, now: Moment) -> None:  # noqa: ARG001 - as every outcome
    """The webhook took an update: it is never given again."""
    bot.queue = [update for update in bot.queue if update.update_id != params["update_id"]]


def failed(bot: Bot, params: Object, now: Moment) -> None:
    """The webhook did not take an update: it stays, and getWebhookInfo says why."""
    if bot.webhook is not None:
        bot.webhook.last_error_date = int(now.real)
        bot.webhook.last_error_message = params["words"]


#: What may become of a post, by the name that the journal knows it by.
OUTCOMES: Mapping[str, Callable[[Bot, Object, Moment], None]] = {
    "delivered": delivered,
    "failed": failed,
}


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        refuse("invalid webhook URL specified")
    if parts.scheme not in {"http", "https"} or not host:
        refuse("invalid webhook URL specified")
    if parts.scheme != "http" or not _is_this_machine(host):
        refuse("bad webhook: the sandbox posts to http addresses of this machine only")


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
