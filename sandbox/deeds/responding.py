"""People react to messages and press their buttons."""

from sandbox.errors import deny
from sandbox.icons import reaction
from sandbox.keyboards import pressed
from sandbox.people import Act, ByPerson, deed, entered, said
from sandbox.render import chat_object, message_object, user_object
from sandbox.shapes import Object
from sandbox.updates import QUERY_KEPT_S, bots_in, is_administrator, tell
from sandbox.world import Message


class Reaction(ByPerson):
    """POST /sim/reactions; null takes the reaction away."""

    message_id: int
    emoji: str | None


class Press(ByPerson):
    """POST /sim/presses: a button by its data or its text."""

    message_id: int = 0
    ephemeral_message_id: int | None = None
    data: str | None = None
    text: str | None = None


@deed("reactions", Reaction)
def react(act: Act[Reaction]) -> Object:
    """Set, change or take away one's reaction."""
    asked, world = act.asked, act.world
    chat = entered(world, asked.chat_id, asked.by)
    message = said(chat, asked.message_id)
    emoji = reaction(asked.emoji) if asked.emoji else None
    if asked.emoji and emoji is None:
        deny(f"{asked.emoji} is not among Telegram's reactions; 👍 and 👌 are")
    before = message.reactions.pop(asked.by, None)
    if emoji is not None:
        message.reactions[asked.by] = emoji
    world.touch(chat.id, message.thread)
    if before == emoji:
        return {"ok": True}
    # An anonymous administrator reacts as the group; no thread id in either case (fact 8).
    anonymous = chat.member(asked.by).anonymous
    actor = (
        {"actor_chat": chat_object(world, chat)}
        if anonymous
        else {"user": user_object(world.users[asked.by])}
    )
    payload = {
        "chat": chat_object(world, chat),
        "message_id": message.message_id,
        "date": act.now.date,
        "old_reaction": _reactions(before),
        "new_reaction": _reactions(emoji),
    } | actor
    for bot in bots_in(world, chat):
        if chat.is_private or is_administrator(chat, bot.user_id):
            tell(world, bot, "message_reaction", payload, act.now)
    return {"ok": True}


@deed("presses", Press)
def press(act: Act[Press]) -> Object:
    """Press a button; answers with the id of the query that the bot has to answer."""
    asked, world = act.asked, act.world
    if (asked.data is None) == (asked.text is None):
        deny("give either data or text of the button")
    message = _message(act)
    button = pressed(message, asked.data, asked.text)
    world.counters.query += 1
    query_id = str(world.counters.query)
    horizon = act.now.real - QUERY_KEPT_S
    world.queries = {key: at for key, at in world.queries.items() if at >= horizon}
    world.queries[query_id] = act.now.real
    payload = {
        "id": query_id,
        "from": user_object(world.users[asked.by]),
        "message": message_object(world, message),
        "chat_instance": str(asked.chat_id),
        "data": button["callback_data"],
    }
    bot = world.bots.get(message.author)
    if bot is not None:
        tell(world, bot, "callback_query", payload, act.now)
    return {"query_id": query_id}


def _message(act: Act[Press]) -> Message:
    asked = act.asked
    chat = entered(act.world, asked.chat_id, asked.by)
    if asked.ephemeral_message_id is None:
        return said(chat, asked.message_id)
    message = chat.ephemeral.get(asked.ephemeral_message_id)
    if message is None or message.receiver != asked.by:
        deny(f"{asked.by} sees no ephemeral message {asked.ephemeral_message_id}", 404)
    return message


def _reactions(emoji: str | None) -> list[Object]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
