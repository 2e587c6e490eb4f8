"""What a bot may learn about chats and members, files and itself, and what it says of itself."""

import json
import re

from sandbox.errors import refuse
from sandbox.media import MAX_DOWNLOAD, file_number
from sandbox.methods.access import readable_chat
from sandbox.methods.call import Call, method
from sandbox.render import MEMBER_FLAGS, chat_object, member_object, message_object, user_object
from sandbox.shapes import Json, Object
from sandbox.updates import is_administrator, tell_membership
from sandbox.world import Member

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MAX_COMMANDS = 100
_MAX_DESCRIPTION = 256


@method("getMe", reads=True)
def get_me(call: Call) -> Json:
    """The bot itself."""
    flags = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "supports_guest_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }
    return user_object(call.me) | flags


@method("getChat", reads=True)
def get_chat(call: Call) -> Json:
    """A chat with everything that can be said of it."""
    chat = readable_chat(call)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts")
    accepted = dict.fromkeys((*gifts, "premium_subscription", "gifts_from_channels"), False)
    described = chat_object(call.world, chat) | {
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": accepted,
    }
    if not chat.is_private:
        described["permissions"] = dict.fromkeys(MEMBER_FLAGS, True)
    pinned = [message for message in chat.messages.values() if message.pinned]
    if pinned:
        described["pinned_message"] = message_object(call.world, pinned[-1], with_reply=False)
    return described


@method("getChatMember", reads=True)
def get_chat_member(call: Call) -> Json:
    """One member. Someone known who never came has left; someone unknown is an error (C, T)."""
    chat = readable_chat(call)
    user_id = call.params.integer("user_id")
    if user_id not in call.world.users:
        refuse("member not found")
    return member_object(call.world, user_id, chat.member(user_id))


@method("getChatAdministrators", reads=True)
def get_chat_administrators(call: Call) -> Json:
    """Who manages the chat."""
    chat = readable_chat(call)
    if chat.is_private:
        refuse("there are no administrators in the private chat")
    return [
        member_object(call.world, user_id, member)
        for user_id, member in chat.members.items()
        if is_administrator(chat, user_id)
    ]


@method("getChatMemberCount", reads=True)
def get_chat_member_count(call: Call) -> Json:
    """How many are in the chat."""
    return sum(member.is_present for member in readable_chat(call).members.values())


@method("leaveChat")
def leave_chat(call: Call) -> Json:
    """Leave a group for good."""
    chat = readable_chat(call)
    if chat.is_private:
        refuse("chat member status can't be changed in private chats")
    me = call.bot.user_id
    old, new = chat.member(me), Member("left")
    chat.members[me] = new
    tell_membership(call.world, chat, (me, me), (old, new), call.now)
    call.world.touch(chat.id)
    return True


@method("getFile", reads=True)
def get_file(call: Call) -> Json:
    """Where a file's bytes are to be fetched."""
    file = call.world.files.get(call.params.text("file_id"))
    if file is None:
        refuse("invalid file_id")
    if file.size > MAX_DOWNLOAD:
        refuse("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": f"u{file_number(file)}",
        "file_size": file.size,
        "file_path": file.path,
    }


@method("setMyCommands")
def set_my_commands(call: Call) -> Json:
    """The commands shown in a scope and language."""
    commands = [_command(item) for item in call.params.array("commands") or []]
    if len(commands) > _MAX_COMMANDS:
        refuse("BOT_COMMANDS_TOO_MUCH")
    call.bot.commands[_scope(call)] = commands
    return True


@method("getMyCommands", reads=True)
def get_my_commands(call: Call) -> Json:
    """The commands of exactly this scope and language."""
    return call.bot.commands.get(_scope(call), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> Json:
    """Forget the commands of this scope and language."""
    call.bot.commands.pop(_scope(call), None)
    return True


@method("setMyDescription")
def set_my_description(call: Call) -> Json:
    """What the empty chat with the bot says."""
    return _describe(call, "description", 512)


@method("setMyShortDescription")
def set_my_short_description(call: Call) -> Json:
    """What the bot's profile says."""
    return _describe(call, "short_description", 120)


@method("getMyDescription", reads=True)
def get_my_description(call: Call) -> Json:
    """What was set, in this language."""
    return {"description": call.bot.profile.get(_profile_key(call, "description"), "")}


@method("getMyShortDescription", reads=True)
def get_my_short_description(call: Call) -> Json:
    """What was set, in this language."""
    return {"short_description": call.bot.profile.get(_profile_key(call, "short_description"), "")}


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> Json:
    """The button beside the message field."""
    call.bot.profile["menu_button"] = json.dumps(call.params.object("menu_button") or {})
    return True


def _describe(call: Call, name: str, longest: int) -> Json:
    text = call.params.text(name)
    if len(text) > longest:
        refuse(f"{name.replace('_', ' ')} is too long")
    call.bot.profile[_profile_key(call, name)] = text
    return True


def _profile_key(call: Call, name: str) -> str:
    return f"{name}:{call.params.text('language_code')}"


def _command(item: Json) -> Object:
    if not isinstance(item, dict):
        refuse("can't parse BotCommand: expected an Object")
    command, description = str(item.get("command", "")), str(item.get("description", ""))
    if not _COMMAND.fullmatch(command.removeprefix("/")):
        refuse("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= _MAX_DESCRIPTION:
        refuse("BOT_COMMAND_DESCRIPTION_INVALID")
    shown: Object = {"command": command.removeprefix("/"), "description": description}
    return shown | ({"is_ephemeral": True} if item.get("is_ephemeral") else {})


def _scope(call: Call) -> str:
    scope = call.params.object("scope") or {"type": "default"}
    return json.dumps([scope, call.params.text("language_code")], sort_keys=True)
