"""What a bot is told, and what it is not (telegram-facts.md, facts 2, 5, 7, 8 and 15)."""

from sandbox.render import chat_object, member_object, message_object, user_object
from sandbox.shapes import Object
from sandbox.world import Bot, Chat, Member, Message, Moment, Update, World

# Kinds left out unless named: `DEFAULT_ALLOWED_UPDATE_TYPES` in telegram-bot-api's Client.h.
ON_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KEPT_S = 24 * 60 * 60.0
QUERY_KEPT_S = 150.0


def tell(world: World, bot: Bot, kind: str, payload: Object, now: Moment) -> None:
    """Put one update into a bot's queue, if it wants this kind."""
    wanted = kind not in ON_REQUEST_ONLY if bot.allowed is None else kind in bot.allowed
    if not wanted:
        return
    world.counters.update += 1
    kept = QUERY_KEPT_S if kind == "callback_query" else KEPT_S
    bot.queue.append(Update(world.counters.update, kind, payload, now.real + kept))


def tell_message(world: World, message: Message, now: Moment, kind: str = "message") -> None:
    """Tell every bot of the chat about a message, save its own ordinary ones."""
    chat = world.chat(message.chat_id)
    for bot in bots_in(world, chat):
        own = message.author == bot.user_id
        if (own and not message.service) or not _sees(world, chat, bot, message):
            continue
        tell(world, bot, kind, message_object(world, message), now)


def tell_membership(
    world: World, chat: Chat, who: tuple[int, int], change: tuple[Member, Member], now: Moment
) -> None:
    """Tell bots that a member's place changed; `who` is (by whom, whose), `change` (from, to)."""
    by, user_id = who
    old, new = change
    payload: Object = {
        "chat": chat_object(world, chat),
        "from": user_object(world.users[by]),
        "date": now.date,
        "old_chat_member": member_object(world, user_id, old),
        "new_chat_member": member_object(world, user_id, new),
    }
    for bot in world.bots.values():
        if bot.user_id == user_id:
            tell(world, bot, "my_chat_member", payload, now)
        elif is_administrator(chat, bot.user_id):
            tell(world, bot, "chat_member", payload, now)


def bots_in(world: World, chat: Chat) -> list[Bot]:
    """The bots that are members of a chat."""
    return [bot for bot in world.bots.values() if chat.member(bot.user_id).is_present]


def is_administrator(chat: Chat, user_id: int) -> bool:
    """Whether a user manages this chat."""
    return chat.member(user_id).status in {"creator", "administrator"}


def confirm(bot: Bot, offset: int) -> None:
    """Forget what the bot has seen: below `offset`, or all but the last `-offset` updates."""
    if offset > 0:
        bot.queue = [update for update in bot.queue if update.update_id >= offset]
    elif offset < 0:
        bot.queue = bot.queue[offset:]


def pending(bot: Bot, limit: int, real: float) -> list[Object]:
    """The next updates, oldest first, without those whose time is over."""
    fresh = (update for update in bot.queue if update.expires > real)
    return [
        {"update_id": update.update_id, update.kind: update.payload}
        for update, _ in zip(fresh, range(limit), strict=False)
    ]


def _sees(world: World, chat: Chat, bot: Bot, message: Message) -> bool:
    # Privacy mode: a bot that is a plain member gets what is addressed to it and service messages.
    if chat.is_private or message.service or is_administrator(chat, bot.user_id):
        return True
    text = str(message.content.get("text") or message.content.get("caption") or "")
    replied = chat.messages.get(message.reply_to or 0)
    return (
        text.startswith("/")
        or f"@{world.users[bot.user_id].username}" in text
        or (replied is not None and replied.author == bot.user_id)
    )
