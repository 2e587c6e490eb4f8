"""The tag beside a member's name (Bot API 9.5).

What TDLib checks is known; how Telegram's servers word what they refuse is not, so those words are
the nearest that its documentation gives.
"""

from sandbox.errors import refuse
from sandbox.methods.access import own_member, writable_chat
from sandbox.methods.call import Call, Counts, method
from sandbox.render import TAGGED

_LONGEST = 16


@method("setChatMemberTag", Counts.OPERATION)
def set_chat_member_tag(call: Call) -> bool:
    """Give a member a tag of 16 characters at most and without emoji, or take it with none."""
    chat = writable_chat(call)
    if chat.is_private:
        refuse("method is available only for groups and supergroups")
    if not own_member(call, chat).may("can_manage_tags"):
        refuse("not enough rights to manage tags of chat members")
    user_id, tag = call.params.integer("user_id"), call.params.text("tag").strip()
    if user_id not in call.world.users:
        refuse("invalid user_id specified")
    member = chat.member(user_id)
    if not member.is_present:
        refuse("USER_NOT_PARTICIPANT")
    if member.status not in TAGGED:
        refuse("tag can be set only for regular members")
    if len(tag) > _LONGEST:
        refuse("tag is too long")
    if any(_is_emoji(letter) for letter in tag):
        refuse("tag must not contain emoji")
    member.tag = tag or None
    chat.members[user_id] = member
    call.world.touch(chat.id)
    return True


def _is_emoji(letter: str) -> bool:
    return "\U0001f000" <= letter <= "\U0001faff" or "\u2600" <= letter <= "\u27bf"
