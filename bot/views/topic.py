"""How a ticket's topic looks in the list of topics: its title, its icon, its colour."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.views.rendered import plain
from orchestration.status import Status
from orchestration.ticket import Ticket

#: Bot API, createForumTopic: "Topic name, 1-128 characters".
MAX_TITLE = 128

#: The six colours that createForumTopic takes; an icon, where there is one, covers them.
COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)

#: All of them are among the icons that Telegram offers for topics (getForumTopicIconStickers).
ICONS: Mapping[Status, str] = MappingProxyType(
    {
        Status.NEW: "❗",
        Status.OPEN: "💬",
        Status.WAITING_CUSTOMER: "🗣",
        Status.WAITING_EXPERT: "🔎",
        Status.WAITING_APPROVAL: "📝",
        Status.SNOOZED: "📆",
        Status.RESOLVED: "✅",
        Status.CLOSED: "📁",
    }
)

_EMOJI_STYLE = "\ufe0f"


def title(ticket: Ticket) -> str:
    """The topic's name: the ticket's number and subject."""
    return plain(f"#{ticket.id} {ticket.subject}", MAX_TITLE)


def colour(ticket: Ticket) -> int:
    """Neighbours in the list differ."""
    return COLOURS[ticket.id % len(COLOURS)]


def icon(status: Status, offered: Mapping[str, str]) -> str | None:
    """The custom emoji that shows a status, out of those offered by their plain emoji."""
    return offered.get(without_style(ICONS[status]))


def closed(status: Status, *, now: bool) -> bool:
    """Whether the topic should be closed, which it is `now` or not.

    Only those who manage topics can write into a closed one. So a resolved ticket's topic stays as
    it is: agents may yet add a word, a note or `/reopen`, and whoever closed it by hand meant it.
    """
    if status is Status.RESOLVED:
        return now
    return status is Status.CLOSED


def without_style(emoji: str) -> str:
    """An emoji without the mark that asks for its colourful form, which not every list bears."""
    return emoji.replace(_EMOJI_STYLE, "")
