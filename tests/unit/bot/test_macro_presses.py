"""A macro's buttons, pressed late, twice, and by whoever likes."""

import pytest

from bot.callbacks import MacroPress
from orchestration.delivery import SendEntry, ShowPanel
from orchestration.events import RepliedPublicly
from tests.unit.bot.typist import (
    GROUP,
    JOE,
    LOUNGE,
    MARIA,
    ROBOT,
    STRANGER,
    THREADS,
    Json,
    Seen,
    Typist,
    group,
    press,
    private,
    topic,
)

BORIS_ = THREADS[2]


def panel_of(seen: Seen) -> ShowPanel:
    (panel,) = [each.body for each in seen.deliveries if isinstance(each.body, ShowPanel)]
    return panel


async def previewed(desk: Typist, by: int = JOE, words: str = "/macro more-details") -> str:
    """What the Send button of a preview on Boris's ticket says."""
    panel = panel_of(await desk.types(topic(by, BORIS_, text=words)))
    assert panel.only == by
    return panel.buttons[0][0].data


def here(**more: object) -> Json:
    """The panel's own message, which only one person sees."""
    return topic(ROBOT, BORIS_, message_id=0, ephemeral_message_id=5, **more)


async def test_it_is_sent_once() -> None:
    """However often and however fast the button is pressed."""
    desk = await Typist().open()
    send = await previewed(desk)
    first = await desk.types(press(JOE, send, here()))
    assert [type(each.event) for each in first.entries] == [RepliedPublicly]
    assert [each for each in first.deliveries if isinstance(each.body, SendEntry)]
    gone = panel_of(first)
    assert (gone.words, gone.ephemeral, gone.message) == (None, 5, None)
    second = await desk.types(press(JOE, send, here()))
    assert not second.entries
    assert not second.deliveries
    assert "out of date" in (second.pressed[0].text or "")


async def test_what_changed_since_is_read_again() -> None:
    """It is not sent: its author has not read it so."""
    desk = await Typist().open()
    read = MacroPress.unpack(await previewed(desk))
    stale = read.model_copy(update={"seal": "00000000"})
    seen = await desk.types(press(JOE, stale.pack(), here()))
    assert not seen.entries
    again = panel_of(seen)
    assert again.words is not None
    assert "has changed since you read it" in again.words.text
    assert again.buttons[0][0].data == read.pack()
    assert (await desk.types(press(JOE, again.buttons[0][0].data, here()))).entries


async def test_the_rights_are_the_pressers_own() -> None:
    """Where everybody sees the panel: whoever presses answers, or may not."""
    desk = await Typist().open()
    send = await previewed(desk)
    await desk.types(topic(MARIA, BORIS_, text="/claim"))
    refused = await desk.types(press(JOE, send, topic(ROBOT, BORIS_)))
    assert not refused.entries
    assert "belongs to Maria" in (refused.pressed[0].text or "")
    sent = await desk.types(press(MARIA, send, topic(ROBOT, BORIS_)))
    assert [entry.actor.id for entry in sent.entries if entry.actor.kind == "staff"] == [MARIA]
    assert panel_of(sent).message is not None


@pytest.mark.parametrize(
    "on", [topic(ROBOT, LOUNGE), group(ROBOT), group(ROBOT, GROUP - 1), private(STRANGER)]
)
async def test_elsewhere_it_is_out_of_date(on: Json) -> None:
    """A macro is sent in its ticket's topic only."""
    desk = await Typist().open()
    seen = await desk.types(press(STRANGER, await previewed(desk), on))
    assert not seen.entries
    assert not seen.deliveries
    assert "out of date" in (seen.pressed[0].text or "")
