"""The menu of verbs and the desk's questions: whoever presses, and whatever is replied."""

from typing import Any

import pytest

from bot.callbacks import PromptPress, VerbPress
from bot.routers.asking import MENU
from bot.routers.commands import TOPIC_COMMANDS
from orchestration.delivery import MarkMessage, ShowPanel
from orchestration.events import NoteAdded, SubjectChanged
from orchestration.events.team import Consulted
from tests.unit.bot.typist import (
    BORIS,
    DESK,
    GROUP,
    JOE,
    MARIA,
    ROBOT,
    THREADS,
    Json,
    Seen,
    Typist,
    press,
    private,
    reply,
    topic,
)

HERE = THREADS[2]
CARD = HERE * 10


def asked(by: int, verb: str, of: int = JOE, about: int = 0) -> Json:
    """A message of `by` with the button of a prompt to `of`."""
    data = PromptPress(verb=verb, person=of, about=about).pack()
    keyboard = {"inline_keyboard": [[{"text": "✖", "callback_data": data}]]}
    return reply(GROUP, 9000, by) | {"reply_markup": keyboard}


async def replied(to: Json, by: int = JOE, text: str = "A lost parcel") -> Seen:
    desk = await Typist().open()
    return await desk.types(topic(by, HERE, text=text, reply_to_message=to))


def kinds(seen: Seen) -> list[type[Any]]:
    return [type(entry.event) for entry in seen.entries]


async def test_the_answer_is_the_commands_argument() -> None:
    """The verb is done, and the question goes away."""
    seen = await replied(asked(DESK, "subject"))
    assert kinds(seen) == [SubjectChanged]
    gone = [each.body for each in seen.deliveries if isinstance(each.body, ShowPanel)]
    assert [(each.words, each.message) for each in gone] == [(None, 9000)]


async def test_whom_it_is_about_is_named_before_the_words() -> None:
    """As the command takes it, formatting and all."""
    seen = await replied(asked(DESK, "consult", about=MARIA), text="Which carrier?")
    (entry,) = seen.entries
    assert isinstance(entry.event, Consulted)
    assert (entry.event.expert, entry.event.content.text) == (MARIA, "Which carrier?")


@pytest.mark.parametrize(
    ("to", "by"),
    [
        (asked(DESK, "subject", of=MARIA), JOE),
        (asked(MARIA, "subject"), JOE),
        (asked(ROBOT, "subject"), JOE),
        (asked(BORIS, "subject"), JOE),
        (asked(DESK, "reply"), JOE),
        (asked(DESK, "flarp"), JOE),
        (reply(GROUP, 9000, DESK), JOE),
    ],
)
async def test_anything_else_is_a_note(to: Json, by: int) -> None:
    """Of another person, of a message that is not the desk's, or of no prompt at all."""
    assert kinds(await replied(to, by)) == [NoteAdded]


@pytest.mark.parametrize("verb", MENU)
async def test_each_verb_of_the_menu_answers_a_press(verb: str) -> None:
    """With a choice, with a question, or by doing it; no message is marked for it."""
    desk = await Typist().open()
    data = VerbPress(verb=verb, message=CARD).pack()
    panel = topic(DESK, HERE, message_id=0, ephemeral_message_id=5)
    seen = await desk.types(press(JOE, data, panel))
    assert seen.deliveries or seen.pressed[0].text
    assert not [each for each in seen.deliveries if isinstance(each.body, MarkMessage)]
    assert verb in TOPIC_COMMANDS


async def test_who_is_not_staff_presses_in_vain() -> None:
    """A customer of the desk who saw the menu somehow learns nothing from it."""
    desk = await Typist().open()
    data = VerbPress(verb="log", message=CARD).pack()
    seen = await desk.types(press(BORIS, data, private(BORIS)))
    assert "out of date" in (seen.pressed[0].text or "")
    assert not seen.deliveries
