"""What there is: users, bots, chats, topics, messages, files and the updates not yet fetched.

Plain dataclasses of plain values, so that the whole world is one JSON document (see `journal`).
Nothing here is shared between two places: a message refers to users, chats and other messages
by id. Ids are counted, never drawn, so that the same operations give the same world.
"""

from dataclasses import dataclass, field

from sandbox.shapes import Object

GENERAL_TOPIC = 1
ANONYMOUS_BOT_ID = 1087968824  # Telegram's @GroupAnonymousBot, the author of anonymous posts

PRESENT = frozenset({"creator", "administrator", "member", "restricted"})
ADMINISTRATORS = frozenset({"creator", "administrator"})


@dataclass(frozen=True)
class Moment:
    """When something happens: what messages are dated, and the real time that expiries go by."""

    date: int
    real: float


@dataclass
class User:
    """A person or a bot. `role` is the part played in the default cast, for the page."""

    id: int
    first_name: str
    is_bot: bool = False
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    role: str | None = None
    deactivated: bool = False

    @property
    def full_name(self) -> str:
        """First and last name, as a message of this user is signed."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


@dataclass
class Update:
    """Something a bot has not confirmed yet; after `expires` (real time) it is never given."""

    update_id: int
    kind: str
    payload: Object
    expires: float


@dataclass
class Webhook:
    """Where a bot wants its updates posted, and what went wrong there last."""

    url: str
    secret: str
    max_connections: int
    last_error_date: int | None = None
    last_error_message: str | None = None


@dataclass
class Bot:
    """What the server keeps for one bot. `allowed` None means Telegram's default kinds."""

    user_id: int
    token: str
    queue: list[Update] = field(default_factory=list)
    allowed: list[str] | None = None
    webhook: Webhook | None = None
    commands: dict[str, list[Object]] = field(default_factory=dict)
    profile: dict[str, str] = field(default_factory=dict)


@dataclass
class Member:
    """A user's place in a chat. `rights` are those of an administrator that differ from none.

    `tag` stands beside the name of a member who is no administrator.
    """

    status: str
    rights: dict[str, bool] = field(default_factory=dict)
    anonymous: bool = False
    tag: str | None = None

    @property
    def is_present(self) -> bool:
        """Whether the user is in the chat now."""
        return self.status in PRESENT

    def may(self, right: str) -> bool:
        """Whether this member holds an administrator's right; a creator holds all."""
        return self.status == "creator" or (
            self.status == "administrator" and self.rights.get(right, False)
        )


@dataclass
class Topic:
    """A thread of a forum; its id is that of the service message that created it."""

    message_thread_id: int
    name: str
    icon_color: int
    created_by: int
    icon_custom_emoji_id: str | None = None
    closed: bool = False
    deleted: bool = False


@dataclass
class Message:
    """One message. `content` holds the Bot API's own fields for its kind.

    `author` is who really wrote it, `sender` whom the chat sees: they differ for an anonymous
    administrator. `thread` is the forum topic; `chain` is the id that a reply chain in General
    carries in place of a topic (tdlib/telegram-bot-api#447).
    """

    chat_id: int
    author: int
    kind: str
    content: Object
    date: int
    message_id: int = 0
    sender: int = 0
    sender_chat_id: int | None = None
    signature: str | None = None
    thread: int | None = None
    chain: int | None = None
    reply_to: int | None = None
    external_reply: Object | None = None
    quote: Object | None = None
    markup: Object | None = None
    edit_date: int | None = None
    media_group_id: str | None = None
    forward_origin: Object | None = None
    protected: bool = False
    service: bool = False
    pinned: bool = False
    reactions: dict[int, str] = field(default_factory=dict)
    receiver: int | None = None
    ephemeral_id: int | None = None
    order: int = 0


@dataclass
class Chat:
    """A private chat (its id is the person's) or a group, with all that was said in it."""

    id: int
    type: str
    title: str = ""
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    ephemeral: dict[int, Message] = field(default_factory=dict)
    last_message_id: int = 0
    last_ephemeral_id: int = 0
    started: bool = False
    blocked: bool = False
    migrated_to: int | None = None

    @property
    def is_private(self) -> bool:
        """Whether this is a chat of one person with the bot."""
        return self.type == "private"

    def member(self, user_id: int) -> Member:
        """This user's place here; whoever never came counts as having left."""
        return self.members.get(user_id) or Member("left")


@dataclass
class File:
    """A file that Telegram holds. Without a `blob` its bytes are made up (see `media`)."""

    file_id: str
    kind: str
    name: str
    mime_type: str
    size: int
    blob: str | None = None

    @property
    def path(self) -> str:
        """Where `/file/bot<token>/` offers it."""
        extension = self.name.rpartition(".")[2] if "." in self.name else "bin"
        return f"{self.kind}s/{self.file_id}.{extension}"


@dataclass
class Counters:
    """The last number given out of each kind. They outlive a reset: no id is ever given twice."""

    user: int = 100_000
    update: int = 1_000_000
    private_message: int = 0
    group_message: int = 1  # a supergroup begins with the note of its creation, in General
    file: int = 0
    album: int = 0
    query: int = 0
    order: int = 0


@dataclass
class LimitSettings:
    """How much a bot may do: see `limits`. The figures are those of Telegram's bots FAQ."""

    enabled: bool = True
    group_per_minute: int = 20
    chat_per_second: int = 1
    overall_per_second: int = 30


@dataclass
class World:
    """Everything. `changes` gathers what an operation touched, for whoever watches."""

    counters: Counters = field(default_factory=Counters)
    users: dict[int, User] = field(default_factory=dict)
    bots: dict[int, Bot] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    queries: dict[str, float] = field(default_factory=dict)
    limits: LimitSettings = field(default_factory=LimitSettings)
    changes: list[tuple[int | None, int | None]] = field(default_factory=list)

    def touch(self, chat_id: int | None = None, thread: int | None = None) -> None:
        """Note that something changed there."""
        self.changes.append((chat_id, thread))

    def chat(self, chat_id: int) -> Chat:
        """The chat of this id, which must exist."""
        return self.chats[chat_id]

    def topic(self, chat_id: int, thread: int | None) -> Topic | None:
        """The living topic of this id, if there is one."""
        topic = self.chats[chat_id].topics.get(thread) if thread else None
        return None if topic is None or topic.deleted else topic
