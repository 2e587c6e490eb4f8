"""The default cast: who is there when the sandbox starts (sandbox-api.md, last paragraph)."""

from sandbox.world import ANONYMOUS_BOT_ID, Bot, Chat, Counters, Member, User, World

BOT_ID = 7_000_000_001
TOKEN = f"{BOT_ID}:AAsandbox-the-default-bot-no-secret"
STAFF_CHAT_ID = -1_001_000_000_001
BASIC_GROUP_ID = -4_001  # what "Support" was before it became a supergroup and a forum

BOT_RIGHTS = {
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_pin_messages": True,
    "can_manage_topics": True,
    "can_manage_tags": True,
}
ADMINISTRATOR_RIGHTS = BOT_RIGHTS | {
    "can_change_info": True,
    "can_invite_users": True,
    "can_restrict_members": True,
    "can_promote_members": True,
    "can_manage_video_chats": True,
}

ANA, BORIS, MARIA, JOE, SAM = range(100_001, 100_006)


def seed(counters: Counters | None = None) -> World:
    """A new world with the default cast, counting on from `counters`."""
    world = World(counters=counters or Counters())
    world.counters.user = max(world.counters.user, SAM)
    bot = User(BOT_ID, "Topicdesk", is_bot=True, username="topicdesk_bot")
    people = (
        User(ANA, "Ana", language_code="es", role="customer"),
        User(BORIS, "Boris", language_code="en", role="customer"),
        User(MARIA, "Maria", username="maria", language_code="en", role="agent"),
        User(JOE, "Joe", username="joe", language_code="en", role="agent"),
        User(SAM, "Sam", username="sam", language_code="en", role="supervisor"),
    )
    for user in (bot, *people):
        world.users[user.id] = user
    world.users[ANONYMOUS_BOT_ID] = User(
        ANONYMOUS_BOT_ID, "Group", is_bot=True, username="GroupAnonymousBot"
    )
    world.bots[BOT_ID] = Bot(BOT_ID, TOKEN)
    for person in people:
        open_private_chat(world, person, started=person.role == "customer")
    world.chats[STAFF_CHAT_ID] = Chat(
        STAFF_CHAT_ID,
        "supergroup",
        "Support",
        is_forum=True,
        last_message_id=world.counters.group_message,
        members={
            SAM: Member("administrator", dict(ADMINISTRATOR_RIGHTS)),
            MARIA: Member("member"),
            JOE: Member("member"),
            BOT_ID: Member("administrator", dict(BOT_RIGHTS)),
        },
    )
    world.chats[BASIC_GROUP_ID] = Chat(
        BASIC_GROUP_ID, "group", "Support", migrated_to=STAFF_CHAT_ID
    )
    return world


def open_private_chat(world: World, person: User, *, started: bool = False) -> None:
    """The chat of this person with the bot; the bot may write once the person has started it."""
    world.chats[person.id] = Chat(
        person.id,
        "private",
        person.full_name,
        members={person.id: Member("member"), BOT_ID: Member("member")},
        started=started,
    )
