"""`/escalate` and `/deescalate`: more authority or skill on a ticket, and its mark taken back."""

from collections.abc import Mapping
from dataclasses import replace

from aiogram.enums import MessageEntityType

from bot.incoming.meant import person_meant
from bot.incoming.turn import Turn
from bot.routers import TicketCommand, TopicHandler, acknowledge
from bot.routers.duty import say_who_is_away
from orchestration.content import Content
from orchestration.errors.asking import MissingArgument
from orchestration.escalating import attending
from orchestration.escalating.conditions import Firing
from orchestration.escalating.policy import Tier
from orchestration.events.escalation import BY_HAND

_FORM = "/escalate @name reason"


async def _escalate(asked: TicketCommand, turn: Turn) -> None:
    """To a person, to a tier by its name, or else to the first tier; the rest says why."""
    if _names_somebody(asked.argument):
        # Whom a message that it replies to is of would be no escalation to anybody.
        alone = asked.message.model_copy(update={"reply_to_message": None})
        person, words = await person_meant(alone, asked.argument, turn, _FORM)
        reason = _reason(words.text)
        await attending.to_person(turn.uow, asked.ticket, person, reason, asked.by, turn.now)
        await say_who_is_away(asked.message, [person], turn)
    else:
        tier, words = _tier(asked.argument, turn)
        reason = _reason(words.text)
        firing = Firing(tier, BY_HAND, reason)
        await attending.escalate(turn.uow, turn.desk, asked.ticket, firing, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _deescalate(asked: TicketCommand, turn: Turn) -> None:
    tier = asked.argument.text.strip()
    await attending.deescalate(turn.uow, asked.ticket, tier, asked.by, turn.now)
    await acknowledge(asked, turn)


def _names_somebody(argument: Content) -> bool:
    called = any(
        each.type == MessageEntityType.TEXT_MENTION and each.offset == 0
        for each in argument.entities
    )
    return called or argument.text.startswith("@")


def _tier(argument: Content, turn: Turn) -> tuple[Tier, Content]:
    first, rest = [*argument.text.split(maxsplit=1), "", ""][:2]
    policy = turn.desk.escalation
    tier = policy.tier(first.casefold())
    if tier is not None:
        return tier, replace(argument, text=rest)
    if not policy.tiers:
        raise MissingArgument(form=_FORM)
    return policy.tiers[0], argument


def _reason(words: str) -> str:
    if not words.strip():
        raise MissingArgument(form=_FORM)
    return words.strip()


#: In the order in which Telegram lists them.
ESCALATION_COMMANDS: Mapping[str, TopicHandler] = {
    "escalate": _escalate,
    "deescalate": _deescalate,
}
