"""The limits: figures and windows of telegram-facts.md, section 1, and what counts where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.limits import Limiter
from sandbox.methods import METHODS, Counts
from sandbox.world import LimitSettings
from tests.sandbox.tools import ANA, STAFF_CHAT_ID, World

GROUP, PERSON, BOT = -100, 100, 1
LOOSE = LimitSettings(overall_per_second=1000)


def test_group_takes_twenty_in_a_minute() -> None:
    """The twenty-first waits until the first is a minute old."""
    limiter = Limiter()
    for second in range(20):
        assert not limiter.wait_for(LOOSE, (BOT, GROUP), Counts.OPERATION, second)
        limiter.count((BOT, GROUP), Counts.OPERATION, second)
    assert limiter.wait_for(LOOSE, (BOT, GROUP), Counts.OPERATION, 20) == 40
    assert limiter.wait_for(LOOSE, (BOT, GROUP), Counts.OPERATION, 59.5) == 1
    assert not limiter.wait_for(LOOSE, (BOT, GROUP), Counts.OPERATION, 60)
    assert not limiter.wait_for(LOOSE, (BOT, GROUP - 1), Counts.OPERATION, 20)
    assert not limiter.wait_for(LOOSE, (BOT + 1, GROUP), Counts.OPERATION, 20)


def test_person_gets_one_message_a_second() -> None:
    """Only messages count in a private chat, edits do not."""
    limiter = Limiter()
    limiter.count((BOT, PERSON), Counts.MESSAGE, 0.0)
    assert limiter.wait_for(LOOSE, (BOT, PERSON), Counts.MESSAGE, 0.5) == 1
    assert not limiter.wait_for(LOOSE, (BOT, PERSON), Counts.OPERATION, 0.5)
    assert not limiter.wait_for(LOOSE, (BOT, PERSON), Counts.MESSAGE, 1.0)


def test_all_chats_together() -> None:
    """Thirty a second over all chats."""
    limiter = Limiter()
    for person in range(30):
        limiter.count((BOT, person + 1), Counts.MESSAGE, 0.0)
    assert limiter.wait_for(LimitSettings(), (BOT, 99), Counts.MESSAGE, 0.9) == 1
    assert not limiter.wait_for(LimitSettings(), (BOT, 99), Counts.MESSAGE, 1.0)
    assert not limiter.wait_for(LimitSettings(), (BOT, 99), Counts.NOTHING, 0.9)


# Eighths of a second: exact in binary, so that the arithmetic of the test adds no error of its own.
STEPS = st.integers(0, 240).map(lambda eighths: eighths / 8)


@given(st.lists(STEPS, min_size=1, max_size=80), st.integers(1, 5))
def test_whoever_waits_gets_through(steps: list[float], allowed: int) -> None:
    """No window ever holds more than allowed, and waiting for retry_after is always enough."""
    limiter, settings = Limiter(), LimitSettings(group_per_minute=allowed, overall_per_second=0)
    now, passed = 0.0, list[float]()
    for step in steps:
        now += step
        wait = limiter.wait_for(settings, (BOT, GROUP), Counts.OPERATION, now)
        now += wait
        assert not limiter.wait_for(settings, (BOT, GROUP), Counts.OPERATION, now)
        limiter.count((BOT, GROUP), Counts.OPERATION, now)
        passed.append(now)
        assert sum(at > now - 60 for at in passed) <= allowed


def test_what_counts() -> None:
    """Sending, copying, forwarding, editing, pinning, topics and tags count; the rest does not."""
    free = {method.name for method in METHODS.values() if method.counts is Counts.NOTHING}
    for method in METHODS.values():
        name = method.name
        counts = name.startswith(("send", "copy", "forward", "edit", "pin", "unpin"))
        counts = counts or name.endswith(("ForumTopic", "MemberTag"))
        assert (name not in free) == (counts and name != "sendChatAction"), name
    assert {"answerCallbackQuery", "setMessageReaction", "sendChatAction", "getUpdates"} <= free


async def test_on_by_default(world: World) -> None:
    """Telegram's figures are in force, and a refused call is not counted."""
    await world.do("reset")
    for number in range(20):
        await world.post(str(number))
    for _ in range(3):
        status, body = await world.call("sendMessage", chat_id=STAFF_CHAT_ID, text="too many")
        retry_after = body["parameters"]["retry_after"]
        assert (status, body["description"]) == (
            429,
            f"Too Many Requests: retry after {retry_after}",
        )
        assert 1 <= retry_after <= 60
    assert len(await world.seen(STAFF_CHAT_ID)) == 20
    await world.post(chat_id=ANA)
    status, _ = await world.call("sendMessage", chat_id=ANA, text="too soon")
    assert status == 429
    await world.ok("getMe")


async def test_refusals_of_other_kinds_are_not_counted(world: World) -> None:
    """Only what took effect is counted."""
    await world.do("limits", enabled=True, group_per_minute=1)
    for _ in range(3):
        status, _ = await world.call("sendMessage", chat_id=STAFF_CHAT_ID, text="")
        assert status == 400
    await world.post()


@pytest.mark.parametrize("body", [{"group_per_minute": -1}, {"enabled": "yes"}, {"per_hour": 1}])
async def test_nonsense_is_refused(world: World, body: dict[str, object]) -> None:
    """A limit that cannot be is refused with a reason."""
    status, answer = await world.ask("limits", **body)
    assert status == 400
    assert answer["error"]


async def test_limits_are_partly_set(world: World) -> None:
    """What is not named stays; the answer says what is in force."""
    assert await world.do("limits", group_per_minute=5) == {
        "enabled": False,
        "group_per_minute": 5,
        "chat_per_second": 1,
        "overall_per_second": 30,
    }
