"""What people do in the sandbox: write, edit, react, press, delete, come and go.

Each is a control call of sandbox-api.md: a model for its body, and a function over the world.
What Telegram's own apps would not let a person do is refused, with words that say what to do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from sandbox.errors import deny
from sandbox.media import Upload
from sandbox.shapes import Object
from sandbox.world import Chat, Message, Moment, User, World


class Body(BaseModel):
    """A request's body: exact types, and no field that nobody reads."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)


class ByPerson(Body):
    """A body that names who acts, and where."""

    by: Annotated[int, Field(alias="from")]
    chat_id: int


Asked = TypeVar("Asked", bound=Body)


@dataclass
class Act(Generic[Asked]):
    """One thing that a person does, as its function sees it."""

    world: World
    asked: Asked
    now: Moment
    files: dict[str, Upload]


@dataclass(frozen=True)
class Deed:
    """A registered control call: the model of its body, and what it does."""

    model: type[Body]
    run: Callable[[Act[Any]], Object]


DEEDS: dict[str, Deed] = {}

Run = TypeVar("Run", bound=Callable[[Act[Any]], Object])


def deed(name: str, model: type[Body]) -> Callable[[Run], Run]:
    """Register a function as the control call `/sim/<name>`."""

    def register(run: Run) -> Run:
        DEEDS[name] = Deed(model, run)
        return run

    return register


def person(world: World, user_id: int) -> User:
    """A person by id; a bot cannot be made to act."""
    user = world.users.get(user_id)
    if user is None:
        deny(f"there is no user {user_id}; GET /sim/state lists them", 404)
    if user.is_bot:
        deny(f"user {user_id} is a bot and acts through the Bot API only")
    return user


def room(world: World, chat_id: int) -> Chat:
    """A chat by id."""
    chat = world.chats.get(chat_id)
    if chat is None or chat.migrated_to is not None:
        deny(f"there is no chat {chat_id}; GET /sim/state lists them", 404)
    return chat


def entered(world: World, chat_id: int, user_id: int) -> Chat:
    """A chat in which this person is."""
    chat = room(world, chat_id)
    user = person(world, user_id)
    if not chat.member(user_id).is_present:
        deny(f"{user.first_name} is not in chat {chat_id}; POST /sim/members lets people in", 403)
    return chat


def said(chat: Chat, message_id: int) -> Message:
    """A message of a chat."""
    message = chat.messages.get(message_id)
    if message is None:
        deny(f"there is no message {message_id} in chat {chat.id}; it may have been deleted", 404)
    return message
