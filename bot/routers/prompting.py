"""Asks one member of staff for words, by a message that all can see and only they answer."""

from aiogram.enums import MessageEntityType

from bot.callbacks import PromptPress
from bot.incoming.turn import Turn
from bot.routers.panels import PanelPressed
from bot.views.rendered import plain, units
from orchestration.content import Content, Entity, MessageRef
from orchestration.delivery import Button, Delivery, Lane, ShowPanel


async def prompt(
    press: PanelPressed, verb: str, typed: str, turn: Turn, names: str = "", about: int = 0
) -> None:
    """Asks whoever pressed for the words; their name notifies them and shows whom it waits for.

    The command is `typed` as it would be by hand, with what it `names` first; `about` is the number
    of that, as the prompt's button bears it.
    """
    who = plain(press.by.name) or "…"
    command = f"/{typed} {names}".rstrip()
    facts = {"command": command, "what": turn.texts.say(f"command-staff-{verb}")}
    words = f"{who}, {turn.texts.say('menu-prompt', facts)}"
    called = Entity(MessageEntityType.TEXT_MENTION, 0, units(who), user_id=press.by.id)
    data = PromptPress(verb=verb, person=press.by.id, about=about).pack()
    button = Button(f"✖ {turn.texts.say('button-never-mind')}", data)
    what = ShowPanel(
        MessageRef(press.asked.chat, 0),
        press.by.id,
        Content(words, entities=(called,)),
        ((button,),),
        press.message.message_thread_id,
        aloud=True,
    )
    await turn.uow.outbox.add(Delivery(Lane.ALERT, what, press.ticket.id))
