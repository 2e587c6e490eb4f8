"""How a bot gets its updates. The waiting of a long poll is the business of `botapi`."""

from sandbox.methods.call import Call, method
from sandbox.shapes import Json
from sandbox.updates import ON_REQUEST_ONLY, confirm, pending

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
    wanted = call.params.array("allowed_updates")
    if wanted is not None:
        # An empty list asks for the default kinds again; leaving it out changes nothing (fact 7).
        call.bot.allowed = [str(kind) for kind in wanted] or None
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


@method("deleteWebhook")
def delete_webhook(call: Call) -> Json:
    """There is none to delete; pending updates may be dropped with it."""
    if call.params.flag("drop_pending_updates"):
        call.bot.queue = []
    return True


@method("getWebhookInfo", reads=True)
def get_webhook_info(call: Call) -> Json:
    """No webhook, and how much waits."""
    info: Json = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(pending(call.bot, len(call.bot.queue), call.now.real)),
    }
    if call.bot.allowed is not None:
        info["allowed_updates"] = call.bot.allowed
    return info
