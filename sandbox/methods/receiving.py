"""How a bot gets its updates. The waiting of a long poll is the business of `machine`."""

from sandbox.methods.call import Call, method
from sandbox.shapes import Json
from sandbox.updates import ON_REQUEST_ONLY, confirm, pending
from sandbox.webhooks import webhook_of

MAX_BATCH = 100
MAX_WAIT_S = 50
# Bot API, Update: the kinds that the sandbox can send.
KINDS = frozenset(
    {
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        *ON_REQUEST_ONLY,
    }
)


@method("getUpdates")
def get_updates(call: Call) -> Json:
    """Confirm what lies below `offset`, and give what is there."""
    _allow(call)
    confirm(call.bot, call.params.integer("offset"))
    return waiting(call)


def waiting(call: Call) -> list[Json]:
    """The updates that this call would get now."""
    limit = call.params.integer("limit", MAX_BATCH)
    return pending(call.bot, min(max(limit, 1), MAX_BATCH), call.now.real)


def changes_something(call: Call) -> bool:
    """Whether this poll confirms an update or asks for other kinds than before."""
    offset = call.params.integer("offset")
    queue = call.bot.queue
    wanted = call.params.array("allowed_updates")
    if wanted is not None and ([str(kind) for kind in wanted] or None) != call.bot.allowed:
        return True
    return bool(queue) and (queue[0].update_id < offset or 0 < -offset < len(queue))


@method("setWebhook")
def set_webhook(call: Call) -> Json:
    """Post updates from now on; an empty address means to be polled again."""
    call.bot.webhook = webhook_of(call.params)
    _allow(call)
    if call.params.flag("drop_pending_updates"):
        call.bot.queue = []
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> Json:
    """Be polled again; pending updates may be dropped."""
    call.bot.webhook = None
    if call.params.flag("drop_pending_updates"):
        call.bot.queue = []
    return True


@method("getWebhookInfo", reads=True)
def get_webhook_info(call: Call) -> Json:
    """The webhook, how much waits for it, and what went wrong last."""
    webhook = call.bot.webhook
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(pending(call.bot, len(call.bot.queue), call.now.real)),
    }
    if webhook is not None:
        info |= {"ip_address": "127.0.0.1", "max_connections": webhook.max_connections}
        if webhook.last_error_date is not None:
            info["last_error_date"] = webhook.last_error_date
            info["last_error_message"] = webhook.last_error_message
    if call.bot.allowed is not None:
        info["allowed_updates"] = call.bot.allowed
    return info


def _allow(call: Call) -> None:
    """An empty list asks for the default kinds again; leaving it out changes nothing (fact 7)."""
    wanted = call.params.array("allowed_updates")
    if wanted is not None:
        call.bot.allowed = [str(kind) for kind in wanted] or None
