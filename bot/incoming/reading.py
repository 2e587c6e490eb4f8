"""Reads Telegram's objects into the desk's words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram.enums import ContentType
from aiogram.types import (
    Chat,
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    ReactionTypeEmoji,
    ReactionTypeUnion,
    User,
)

from orchestration.content import Content, ContentKind, Entity, MessageRef, Quote
from orchestration.people import Customer, Person, Role, Staff

#: Whoever Telegram shows in place of an anonymous administrator (telegram-facts, section 3.11).
ANONYMOUS_ADMINISTRATOR = 1087968824

#: Content that a person means to send and that a bot cannot carry; anything else unknown is one
#: of Telegram's own service messages, which need no answer.
_UNSUPPORTED = {
    ContentType.STORY,
    ContentType.GAME,
    ContentType.INVOICE,
    ContentType.PAID_MEDIA,
    ContentType.CHECKLIST,
    ContentType.GIVEAWAY,
    ContentType.RICH_MESSAGE,
    ContentType.UNKNOWN,
}

_WORD = re.compile(r"\s*\S+")
_COMMAND = re.compile(r"/([a-z0-9_]{1,32})(?:@(\w+))?(?=\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command: its name in lower case, and what follows it."""

    name: str
    argument: Content


def ref_of(message: Message) -> MessageRef:
    """Where a message stands."""
    return MessageRef(message.chat.id, message.message_id)


def reply_ref_of(message: Message) -> MessageRef | None:
    """What a message replies to.

    Every message of a topic carries the topic's root message as `reply_to_message` unless it
    replies to another one (telegram-facts, section 3.3): that is no reply.
    """
    target = message.reply_to_message
    if target is None:
        return None
    if message.is_topic_message and target.message_id == message.message_thread_id:
        return None
    return MessageRef(message.chat.id, target.message_id)


def content_of(message: Message) -> Content:
    """A message's content; kinds that a desk cannot carry are `OTHER`."""
    try:
        kind = ContentKind(message.content_type)
    except ValueError:
        kind = ContentKind.OTHER
    if message.venue is not None:
        kind = ContentKind.LOCATION
    if message.content_type == ContentType.LIVE_PHOTO:
        kind = ContentKind.PHOTO
    text = message.text or message.caption or ""
    entities = message.entities or message.caption_entities or ()
    return Content(
        text,
        kind,
        _entities(entities),
        ref_of(message),
        file=_file_of(message, kind),
        album=message.media_group_id,
        forwarded_from=_origin(message),
    )


def is_unsupported(message: Message) -> bool:
    """Whether its author means to send what a bot cannot carry."""
    return message.content_type in _UNSUPPORTED


def quote_of(message: Message) -> Quote | None:
    """The words that a reply points at, where it points at some."""
    quote = message.quote
    return Quote(quote.text, _entities(quote.entities or ())) if quote else None


def emoji_of(reactions: Sequence[ReactionTypeUnion]) -> tuple[str, ...]:
    """Reactions by their emoji; those that are no emoji are empty."""
    return tuple(
        reaction.emoji if isinstance(reaction, ReactionTypeEmoji) else "" for reaction in reactions
    )


def command_of(message: Message, username: str) -> Command | None:
    """The command that a message is, if it is one for the bot named `username`."""
    content = content_of(message)
    found = _COMMAND.match(content.text)
    if found is None:
        return None
    name, addressee = found.groups()
    if addressee is not None and addressee.lower() != username.lower():
        return None
    return Command(name.lower(), _after(content, found.end()))


def is_command_by_name(message: Message) -> bool:
    """Whether a message is a command that names its bot, as in `/help@desk_bot`."""
    found = _COMMAND.match(message.text or message.caption or "")
    return found is not None and found[2] is not None


def is_command_for_another(message: Message, username: str) -> bool:
    """Whether a message is a command that names another bot."""
    found = _COMMAND.match(message.text or message.caption or "")
    return found is not None and found[2] is not None and found[2].lower() != username.lower()


def name_of(user: User) -> str:
    """A person's name as Telegram shows it."""
    return user.full_name


def customer_of(user: User) -> Customer:
    """Whoever writes in private is a customer there, staff too."""
    return Customer(user.id, name_of(user))


def after_word(content: Content) -> Content:
    """What follows the first word."""
    found = _WORD.match(content.text)
    return _after(content, found.end() if found else 0)


def after_entity(content: Content, entity: Entity) -> Content:
    """What follows a stretch of formatting."""
    units = content.text.encode("utf-16-le")[: 2 * (entity.offset + entity.length)]
    return _after(content, len(units.decode("utf-16-le", "ignore")))


def person_of(user: User, known: Person | None) -> Person:
    """Someone as an update shows them now; the rest, their role too, stays as it is `known`."""
    name, language = name_of(user), user.language_code
    if known is None:
        return Person(user.id, name, user.username, language)
    return replace(known, name=name, username=user.username, language=language)


def anonymous_administrator(message: Message) -> Staff | None:
    """The author of a message that an administrator wrote in the group's own name."""
    sender: Chat | None = message.sender_chat
    if sender is None or sender.id != message.chat.id:
        return None
    name = message.author_signature or "Administrator"
    return Staff(ANONYMOUS_ADMINISTRATOR, name, Role.SUPERVISOR, anonymous=True)


def _file_of(message: Message, kind: ContentKind) -> str | None:
    """The name of the file that a medium is; of a photo's sizes the largest."""
    if kind is ContentKind.PHOTO and message.photo:
        return message.photo[-1].file_id
    medium = getattr(message, kind.value, None)
    name = getattr(medium, "file_id", None)
    return name if isinstance(name, str) else None


def _origin(message: Message) -> str | None:
    """Whoever wrote a forwarded message, by the name that Telegram shows."""
    match message.forward_origin:
        case MessageOriginUser(sender_user=user):
            return user.full_name
        case MessageOriginHiddenUser(sender_user_name=name):
            return name
        case MessageOriginChat(sender_chat=chat) | MessageOriginChannel(chat=chat):
            return chat.title or chat.full_name
        case _:
            return None


def _entities(entities: Sequence[MessageEntity]) -> tuple[Entity, ...]:
    return tuple(
        Entity(
            type=str(entity.type),
            offset=entity.offset,
            length=entity.length,
            url=entity.url,
            language=entity.language,
            user_id=entity.user.id if entity.user else None,
            custom_emoji_id=entity.custom_emoji_id,
        )
        for entity in entities
    )


def _after(content: Content, end: int) -> Content:
    """The content without its first `end` characters and the space that follows them."""
    rest = content.text[end:]
    cut = end + len(rest) - len(rest.lstrip())
    units = len(content.text[:cut].encode("utf-16-le")) // 2
    kept = tuple(
        Entity(
            type=entity.type,
            offset=entity.offset - units,
            length=entity.length,
            url=entity.url,
            language=entity.language,
            user_id=entity.user_id,
            custom_emoji_id=entity.custom_emoji_id,
        )
        for entity in content.entities
        if entity.offset >= units
    )
    return replace(content, text=content.text[cut:], entities=kept)
