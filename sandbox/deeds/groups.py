"""People come and go, block the bot, manage topics and grant rights."""

from typing import Literal

from pydantic import Field

from sandbox.cast import ADMINISTRATOR_RIGHTS, open_private_chat
from sandbox.errors import deny
from sandbox.messages import place
from sandbox.people import Act, Body, deed, entered, person, room
from sandbox.render import ADMINISTRATOR_FLAGS, user_object
from sandbox.shapes import Object
from sandbox.topics import MAX_NAME, create, edit, set_closed
from sandbox.topics import delete as delete_topic
from sandbox.updates import tell_membership
from sandbox.world import Chat, Member, Message, Topic, User, World


class NewUser(Body):
    """POST /sim/users."""

    first_name: str = Field(min_length=1, max_length=64)
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None


class Membership(Body):
    """POST /sim/members."""

    chat_id: int
    user_id: int
    status: Literal["creator", "administrator", "member", "restricted", "left", "kicked"]
    anonymous: bool = False


class TopicAction(Body):
    """POST /sim/topics. Beside the contract's four actions, people may `create` a topic."""

    chat_id: int
    message_thread_id: int | None = None
    action: Literal["create", "delete", "close", "reopen", "rename"]
    name: str | None = None
    by: int


class Block(Body):
    """POST /sim/blocks."""

    user_id: int
    blocked: bool


class Rights(Body):
    """POST /sim/rights: rights of the bot that change; those not named stay."""

    chat_id: int
    rights: dict[str, bool]


class Deactivation(Body):
    """POST /sim/deactivations: the person deletes the account."""

    user_id: int


@deed("users", NewUser)
def add_user(act: Act[NewUser]) -> Object:
    """Someone new, who has not written to the bot yet."""
    asked, world = act.asked, act.world
    taken = {user.username.lower() for user in world.users.values() if user.username}
    if asked.username and asked.username.lower() in taken:
        deny(f"the username {asked.username} is taken", 409)
    world.counters.user += 1
    user = User(
        world.counters.user,
        asked.first_name,
        last_name=asked.last_name,
        username=asked.username,
        language_code=asked.language_code,
        role="customer",
    )
    world.users[user.id] = user
    open_private_chat(world, user)
    world.touch(user.id)
    return {"id": user.id}


@deed("members", Membership)
def set_member(act: Act[Membership]) -> Object:
    """Change somebody's place in a group: the bot is told as Telegram tells it."""
    asked, world = act.asked, act.world
    chat = _group(world, asked.chat_id)
    if asked.user_id not in world.users:
        deny(f"there is no user {asked.user_id}; POST /sim/users makes one", 404)
    if asked.anonymous and asked.status not in {"creator", "administrator"}:
        deny("only administrators and the creator can be anonymous")
    old = chat.member(asked.user_id)
    rights = old.rights if old.status == asked.status else {}
    if asked.status == "administrator" and not rights:
        rights = dict(ADMINISTRATOR_RIGHTS)
    tag = old.tag if old.status == asked.status else None
    new = Member(asked.status, rights, asked.anonymous, tag)
    if old == new:
        return {"ok": True}
    by = _someone_in_charge(chat, asked.user_id)
    chat.members[asked.user_id] = new
    tell_membership(world, chat, (by, asked.user_id), (old, new), act.now)
    _say_who_came_or_went(act, chat, (old, new))
    world.touch(chat.id)
    return {"ok": True}


@deed("topics", TopicAction)
def manage_topic(act: Act[TopicAction]) -> Object:
    """Create, delete, close, reopen or rename a topic as a person.

    Whether Telegram would let this member do so is not asked: the caller says who did it.
    """
    asked, world = act.asked, act.world
    chat = entered(world, asked.chat_id, asked.by)
    if not chat.is_forum:
        deny(f"chat {chat.id} has no topics")
    name = " ".join((asked.name or "").split())
    if asked.action in {"create", "rename"} and not 0 < len(name) <= MAX_NAME:
        deny(f"give a name of 1 to {MAX_NAME} characters")
    if asked.action == "create":
        topic = create(world, chat, Topic(0, name, 0, asked.by), act.now)
        return {"message_thread_id": topic.message_thread_id}
    found = world.topic(chat.id, asked.message_thread_id)
    if found is None:
        deny(f"there is no topic {asked.message_thread_id} in chat {chat.id}", 404)
    match asked.action:
        case "delete":
            delete_topic(world, chat, found)
        case "rename":
            edit(world, chat, found, {"name": name}, asked.by, act.now)
        case action:
            set_closed(world, chat, found, asked.by, act.now, closed=action == "close")
    return {"ok": True}


@deed("blocks", Block)
def block(act: Act[Block]) -> Object:
    """Block or unblock the bot; it learns of it by my_chat_member (fact 12)."""
    asked, world = act.asked, act.world
    person(world, asked.user_id)
    chat = world.chat(asked.user_id)
    if chat.blocked == asked.blocked:
        return {"ok": True}
    chat.blocked = asked.blocked
    before, after = ("member", "kicked") if asked.blocked else ("kicked", "member")
    for bot in world.bots.values():
        who = (asked.user_id, bot.user_id)
        tell_membership(world, chat, who, (Member(before), Member(after)), act.now)
    world.touch(chat.id)
    return {"ok": True}


@deed("rights", Rights)
def set_rights(act: Act[Rights]) -> Object:
    """Give the bot rights in a group, or take them."""
    asked, world = act.asked, act.world
    chat = _group(world, asked.chat_id)
    unknown = asked.rights.keys() - set(ADMINISTRATOR_FLAGS)
    if unknown:
        known = ", ".join(ADMINISTRATOR_FLAGS)
        deny(f"no such right: {', '.join(sorted(unknown))}; known are {known}")
    for bot in world.bots.values():
        old = chat.member(bot.user_id)
        if old.status != "administrator":
            deny(f"the bot is {old.status} here; POST /sim/members makes it administrator")
        new = Member(old.status, old.rights | asked.rights, old.anonymous)
        chat.members[bot.user_id] = new
        who = (_someone_in_charge(chat, bot.user_id), bot.user_id)
        tell_membership(world, chat, who, (old, new), act.now)
    world.touch(chat.id)
    return {"ok": True}


@deed("deactivations", Deactivation)
def deactivate(act: Act[Deactivation]) -> Object:
    """Delete an account: from now on the bot's messages are refused."""
    person(act.world, act.asked.user_id).deactivated = True
    act.world.touch(act.asked.user_id)
    return {"ok": True}


def _group(world: World, chat_id: int) -> Chat:
    chat = room(world, chat_id)
    if chat.is_private:
        deny(f"chat {chat_id} is private and has no members to manage")
    return chat


def _someone_in_charge(chat: Chat, otherwise: int) -> int:
    """Who is said to have done it: the creator, else an administrator who is a person."""
    ranks = {"creator": 0, "administrator": 1}
    candidates = [
        (ranks[member.status], user_id)
        for user_id, member in chat.members.items()
        if member.status in ranks and user_id != otherwise
    ]
    return min(candidates)[1] if candidates else otherwise


def _say_who_came_or_went(act: Act[Membership], chat: Chat, change: tuple[Member, Member]) -> None:
    old, new = change
    if old.is_present == new.is_present:
        return
    someone = user_object(act.world.users[act.asked.user_id])
    leaver = (
        act.asked.user_id if new.status != "kicked" else _someone_in_charge(chat, someone["id"])
    )
    kind = "new_chat_members" if new.is_present else "left_chat_member"
    content = {kind: [someone] if new.is_present else someone}
    author = act.asked.user_id if new.is_present else leaver
    place(act.world, Message(chat.id, author, kind, content, act.now.date, service=True), act.now)
