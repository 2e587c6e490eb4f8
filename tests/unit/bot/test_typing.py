"""Whatever people type or press, the desk handles it: nothing breaks, and nothing leaks."""

import asyncio
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from bot.callbacks import MacroStep, NoticePage, NoticeStep, Press
from bot.incoming.reading import ANONYMOUS_ADMINISTRATOR
from bot.routers.asking import MENU
from bot.routers.commands import TOPIC_COMMANDS
from bot.routers.customer import COMMANDS
from orchestration.content import MessageRef
from orchestration.delivery import (
    Answer,
    DressTopic,
    SendEntry,
    SendOwnData,
    ShowPanel,
    TellNotices,
    TellPrivately,
)
from orchestration.events import CustomerWrote, RepliedPublicly
from orchestration.people import Staff
from orchestration.status import TRANSITIONS, Status
from orchestration.telling.notice import Interest
from orchestration.timeline import Audience
from tests.unit.bot.typist import (
    ANA,
    BORIS,
    DESK,
    ELSEWHERE,
    GROUP,
    JOE,
    LIBRARY,
    LOUNGE,
    MARIA,
    ROBOT,
    SAM,
    STRANGER,
    THREADS,
    Json,
    Seen,
    Typist,
    group,
    press,
    private,
    reply,
    topic,
)

#: Telegram sends no half of a surrogate pair.
LETTERS = st.characters(exclude_categories=["Cs"])
WORDS = st.text(LETTERS, min_size=1, max_size=60)
PEOPLE = [ANA, BORIS, STRANGER, MARIA, JOE, SAM]
IN_GROUP = st.sampled_from([MARIA, JOE, SAM, STRANGER, ROBOT, ANONYMOUS_ADMINISTRATOR])
COMMAND_NAMES = st.one_of(
    st.sampled_from(sorted(TOPIC_COMMANDS)),
    st.sampled_from(sorted({*TOPIC_COMMANDS, *COMMANDS, "flarp"})),
    st.from_regex(r"[a-zA-Z0-9_]{1,32}", fullmatch=True),
)
ARGUMENTS = st.one_of(
    st.just(""),
    WORDS,
    st.sampled_from(["@supervisors @oncall", "#2", "new #1", "off", "22-7", "7:30 Mars/X"]),
    st.sampled_from(["@joe", "@Sam", "joe", "@nobody", "@", "²", "9" * 40, "#1", "…"]),
    st.sampled_from([*Status, "waiting for the customer", "Waiting-Expert"]),
    st.sampled_from([*LIBRARY, "save mine", "save", "forget mine", "forget order-status", "your"]),
)


@st.composite
def commands(draw: st.DrawFn) -> str:
    addressee = draw(st.sampled_from(["", "", "@topicdesk_bot", "@TopicDesk_Bot", "@other_bot"]))
    return f"/{draw(COMMAND_NAMES)}{addressee} {draw(ARGUMENTS)}"


@st.composite
def contents(draw: st.DrawFn) -> Json:
    """A text or a captioned medium with formatting, or one of the other kinds."""
    words = draw(st.one_of(WORDS, commands()))
    offset = draw(st.integers(0, 70))
    entity: Json = {"type": "bold", "offset": offset, "length": draw(st.integers(1, 70))}
    if draw(st.booleans()):
        mentioned = draw(st.sampled_from([JOE, ANA, 999]))
        whom = {"id": mentioned, "is_bot": False, "first_name": "X"}
        entity |= {"type": "text_mention", "user": whom}
    entities = [entity] * draw(st.integers(0, 2))
    written = {"text": words, "entities": entities}
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    others: list[Json] = [
        {"photo": photo, "caption": words, "caption_entities": entities},
        {"photo": photo, "caption": words, "media_group_id": "1"},
        {"photo": photo, "media_group_id": "1"},
        {"dice": {"emoji": "🎲", "value": 3}},
        {"story": {"chat": {"id": ANA, "type": "private"}, "id": 1}},
        {"left_chat_member": {"id": JOE, "is_bot": False, "first_name": "Joe"}},
        {"forum_topic_closed": {}},
        {"forum_topic_reopened": {}},
    ]
    return dict(draw(st.one_of(st.just(written), st.just(written), st.sampled_from(others))))


#: Cards, a message of nobody's, a topic's root, and numbers that no message has.
MACROS = st.sampled_from([*LIBRARY, "gone", "", "²"])
TARGETS = st.sampled_from([*(thread * 10 for thread in THREADS.values()), 1000, 77, 11, 10**15])


#: The menu's verbs, one that is not in it, and none.
VERBS = st.sampled_from([*MENU, "macro", "reply", "flarp", "²"])
SOMEBODY = st.sampled_from([MARIA, JOE, SAM, ANA, 0, 10**15])


@st.composite
def prompts(draw: st.DrawFn) -> Json:
    """Someone replies to a question of the desk, or to what looks like one, in a topic."""
    data = f"p:{draw(VERBS)}:{draw(SOMEBODY)}:{draw(SOMEBODY)}"
    keyboard = {"inline_keyboard": [[{"text": "✖", "callback_data": draw(st.just(data) | WORDS)}]]}
    asked = reply(GROUP, 9000, draw(st.sampled_from([DESK, DESK, ROBOT, MARIA])))
    content = draw(contents()) | {"reply_to_message": asked | {"reply_markup": keyboard}}
    return topic(draw(IN_GROUP), draw(st.sampled_from([*THREADS.values()])), **content)


@st.composite
def messages(draw: st.DrawFn) -> Json:
    content = draw(contents())
    target = draw(st.none() | TARGETS)
    places = ["topic"] * 5 + ["private"] * 2 + ["lounge", "general", "elsewhere"]
    place = draw(st.sampled_from(places))
    if place == "private":
        by = draw(st.sampled_from(PEOPLE))
        content |= {} if target is None else {"reply_to_message": reply(by, target)}
        return private(by, **content)
    by = draw(IN_GROUP)
    content |= {} if target is None else {"reply_to_message": reply(GROUP, target)}
    if place == "topic":
        return topic(by, draw(st.sampled_from([*THREADS.values()])), **content)
    if place == "lounge":
        return topic(by, LOUNGE, **content)
    if place == "elsewhere":
        return group(by, ELSEWHERE, **content)
    chain = draw(st.sampled_from([{}, {"message_thread_id": THREADS[1]}]))  # fact 3.4
    return group(by, **content | chain)


@st.composite
def presses(draw: st.DrawFn) -> Json:
    """Mostly a button of the card in its own topic, with junk in each of its parts."""
    ticket = draw(st.sampled_from([*THREADS]))
    junk = st.sampled_from(["4", "", "-1", "²", "9" * 30, *map(str, THREADS)])
    number = draw(st.one_of(st.just(ticket), st.just(ticket), junk))
    people = st.sampled_from([str(person) for person in PEOPLE])
    values = st.one_of(people, st.sampled_from(["", "²", "9" * 30]), st.sampled_from(Status), WORDS)
    card = st.builds(
        "t:{}:{}:{}".format, st.sampled_from([*Press, "frob"]), st.just(number), values
    )
    steps = st.sampled_from([*MacroStep, "frob"])
    macro = st.builds("m:{}:{}:{}:{}".format, steps, TARGETS, MACROS, st.just("12345678"))
    page = st.builds("l:{}:{}".format, TARGETS, st.sampled_from([0, 1, 2, 10**9, "²"]))
    chosen = st.sampled_from([*Interest, *NoticePage, "off", "22-7", "8", "UTC", "²", ""])
    notice = st.builds("n:{}:{}:{}".format, st.sampled_from(NoticeStep), chosen, TARGETS)
    verb = st.builds("v:{}:{}:{}".format, VERBS, TARGETS, values | chosen)
    prompt = st.builds("p:{}:{}:{}".format, VERBS, SOMEBODY, SOMEBODY)
    more = st.one_of(macro, page, notice, verb, verb, prompt)
    data = draw(st.one_of(card, card, more, more, st.just(f"c:{number}"), WORDS))
    by = draw(st.sampled_from(PEOPLE))
    here = topic(draw(st.sampled_from([DESK, ROBOT])), THREADS[ticket])
    others = [topic(ROBOT, LOUNGE), group(ROBOT), group(ROBOT, ELSEWHERE), private(by)]
    return press(by, data, draw(st.one_of(st.just(here), st.just(here), st.sampled_from(others))))


@given(
    st.lists(
        st.one_of(messages(), messages(), prompts(), presses(), presses()), min_size=5, max_size=20
    )
)
@settings(max_examples=200)
def test_whatever_people_type(updates: list[Json]) -> None:
    """Nothing is set aside, no note reaches a customer, and a refusal is one answer."""

    async def day() -> None:
        desk = await Typist().open()
        for update in updates:
            _check(update, await desk.types(update))

    asyncio.run(day())


def _check(update: Json, seen: Seen) -> None:
    _moves_follow_the_table(seen)
    _only_public_words_leave(update, seen)
    if "callback_query" in update:
        _a_press_is_answered_once(seen)
    else:
        _a_refusal_is_one_answer(update["message"], seen)


def _moves_follow_the_table(seen: Seen) -> None:
    for entry in seen.entries:
        if entry.move is not None:
            assert entry.move.after in TRANSITIONS[entry.move.before], entry


def _only_public_words_leave(update: Json, seen: Seen) -> None:
    """What goes to a private chat is public, and staff's words only where they meant it."""
    said = {entry.ref: entry for entry in seen.entries}
    answered = [entry for entry in seen.entries if isinstance(entry.event, RepliedPublicly)]
    for delivery in seen.deliveries:
        body = delivery.body
        if delivery.chat is None:
            continue
        if isinstance(body, TellNotices):
            assert delivery.chat in seen.staff, "notices are for staff"
            assert all(getattr(entry.actor, "id", None) != body.person for entry in seen.entries)
            continue
        if isinstance(body, ShowPanel):
            assert delivery.chat == body.only in seen.staff, "panels are for staff"
        assert isinstance(body, SendEntry | TellPrivately | SendOwnData | Answer | ShowPanel), body
        if isinstance(body, SendEntry):
            assert said[body.entry].audience is Audience.PUBLIC
            assert not isinstance(said[body.entry].event, CustomerWrote)
        else:
            assert delivery.chat in _asked_from(update), "an answer goes to whoever asked"
    if answered:
        message = update["message"]
        words = message.get("text", message.get("caption", "")).casefold()
        cards = {(thread, thread * 10) for thread in THREADS.values()}
        target = message["reply_to_message"]["message_id"]
        to_card = (message["message_thread_id"], target) in cards
        album = "media_group_id" in message  # the first of them said it
        assert words.startswith("/reply") or to_card or album
        assert all(isinstance(entry.actor, Staff) for entry in answered)


def _a_press_is_answered_once(seen: Seen) -> None:
    (answer,) = seen.pressed
    if answer.text:
        event("a refused press")
        assert answer.show_alert
        assert not seen.entries
        assert len(seen.deliveries) <= 1, "a next step, where there is one"


def _a_refusal_is_one_answer(message: Json, seen: Seen) -> None:
    answers = [each for each in seen.deliveries if isinstance(each.body, Answer)]
    refusals = [each for each in answers if _sentence(each.body).startswith("error-")]
    assert len(answers) <= 1
    for each in answers:
        assert isinstance(each.body, Answer)
        assert each.body.to == MessageRef(message["chat"]["id"], seen.message)
    if refusals:
        event("a refused message")
        # A topic that was closed or reopened by hand is put back beside it.
        by_hand = {"forum_topic_closed", "forum_topic_reopened"} & message.keys()
        put_back = DressTopic() if by_hand else None
        assert [each for each in seen.deliveries if each.body != put_back] == refusals
        assert not seen.entries
    if _is_command_in_a_ticket(message):
        event("a command in a ticket's topic")
        assert seen.deliveries or seen.entries, "no command of staff meets silence"
    # A moderating bot removes people, and then they are gone like any other who left.
    if message["from"]["id"] == ROBOT and "left_chat_member" not in message:
        assert not seen.deliveries
        assert not seen.entries


def _is_command_in_a_ticket(message: Json) -> bool:
    name, _, addressee = message.get("text", "").split(" ")[0].partition("@")
    ours = addressee.casefold() in {"", "topicdesk_bot"}
    here = message.get("message_thread_id") in THREADS.values() and "is_topic_message" in message
    by_staff = message["from"]["id"] != ROBOT
    return bool(here and by_staff and ours and name[1:] in TOPIC_COMMANDS and name[0] == "/")


def _asked_from(update: Json) -> set[int]:
    """Where the message stands; and the private chat of whoever pressed."""
    if "message" in update:
        return {update["message"]["chat"]["id"]}
    query = update["callback_query"]
    return {query["from"]["id"], query["message"]["chat"]["id"]}


def _sentence(body: Any) -> str:
    return str(body.sentence)


async def test_a_bot_elsewhere_meets_silence() -> None:
    """Two bots that answer each other would never end."""
    desk = await Typist().open()
    assert not (await desk.types(group(ROBOT, ELSEWHERE, text="/id"))).deliveries
    assert (await desk.types(group(STRANGER, ELSEWHERE, text="/id"))).deliveries


@pytest.mark.parametrize(
    "data",
    ["junk", "t:to:1:²", f"t:to:1:{'9' * 30}", f"c:{'9' * 30}", f"t:claim:{'9' * 30}:", "t:ask:2:"],
)
async def test_a_button_that_was_never_on_a_card_is_out_of_date(data: str) -> None:
    """One alert, and nothing else."""
    desk = await Typist().open()
    seen = await desk.types(press(JOE, data, topic(ROBOT, THREADS[int("2" in data) + 1])))
    (answer,) = seen.pressed
    assert "out of date" in (answer.text or "")
    assert not seen.deliveries
    assert not seen.entries
