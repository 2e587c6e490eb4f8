"""Panels: who sees them, how they change, and what they say."""

from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from bot.callbacks import MacroPress, MacroStep
from bot.texts import Texts
from bot.views.log import log_panel
from bot.views.panel import MOST, list_of, preview
from orchestration import events
from orchestration.answering.macro_actions import SetStatus
from orchestration.answering.macros import Draft, Listed
from orchestration.audit import Audited, Page
from orchestration.content import Content, Entity, MessageRef
from orchestration.delivery import Button, Delivery, Lane, ShowPanel
from orchestration.events import Event, Obstacle, actions, followups, specialists, verifying
from orchestration.events.sla import ClockKind
from orchestration.events.team import Part
from orchestration.events.verifying import Proof, Unproven
from orchestration.people import SYSTEM, Role, Staff
from orchestration.sentences import PublicSentence
from orchestration.status import Status
from orchestration.timeline import Audience, Entry, Move
from sandbox.cast import ANA, JOE
from sandbox.cast import SAM as SAM_
from tests.unit.bot.house import House

TEXTS = Texts.load()
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
SAM = Staff(3, "Sam\n\u202e", Role.SUPERVISOR)
PRESS = ((Button("Send", "m:send:1:a:b"),),)
WORDS = Content("Some \u202eforged words\nand more")
_FACTS: dict[Any, dict[str, Any]] = {
    events.Opened: {"subject": "Where?"},
    events.CustomerWrote: {"content": WORDS},
    events.RepliedPublicly: {"content": WORDS},
    events.SystemSaid: {"sentence": PublicSentence.RECEIPT},
    events.NoteAdded: {"content": WORDS},
    events.Claimed: {},
    events.Assigned: {"to": 7, "name": "Joe"},
    events.Released: {"relieved": 7},
    events.StatusSet: {},
    events.PeopleCalled: {},
    events.Triaged: {"intent": "refund", "urgency": "high", "language": "en", "about": 2},
    events.Alerted: {"cause": "unclaimed"},
    events.DeliveryFailed: {"seq": 3, "reason": "blocked"},
    events.CustomerEdited: {"of": 2, "former": WORDS, "content": WORDS},
    events.ReplyEdited: {"of": 2, "former": WORDS, "content": WORDS},
    events.NoteEdited: {"of": 2, "former": WORDS, "content": WORDS},
    events.ReplyDeleted: {"of": 2, "former": WORDS},
    events.CustomerReacted: {"of": 2, "emoji": ("👍",)},
    events.CustomerBack: {},
    events.Rated: {"score": 4},
    events.RatingCommented: {"content": WORDS},
    events.ErasureAsked: {},
    events.ErasureDeclined: {},
    events.Erased: {},
    events.CustomerBanned: {"reason": "spam"},
    events.CustomerUnbanned: {"withheld": 3},
    events.MessageWithheld: {"content": WORDS},
    events.SubjectChanged: {"former": "Where?", "subject": "Parcel"},
    events.Tagged: {"added": ("tea",), "removed": ("hats",)},
    events.PrioritySet: {"former": "normal", "urgency": "high"},
    events.QueueChanged: {"former": "support", "queue": "billing"},
    events.Linked: {"other": 7},
    events.Unlinked: {"other": 7},
    events.Absorbed: {"other": 7, "tags": (), "urgency": "high"},
    events.Merged: {"into": 7},
    events.Joined: {"people": (events.Participant(7, "Joe", Part.WATCHER),)},
    events.Left: {"part": Part.WATCHER},
    events.StaffLeft: {"person": 7, "name": "Joe"},
    events.HandedOver: {"to": 7, "name": "Joe", "content": WORDS},
    events.Consulted: {"expert": 7, "name": "Joe", "content": WORDS},
    events.Decided: {"content": WORDS},
    followups.FollowUpSet: {"reminder": 7, "due_at": NOW, "whom": "Joe", "words": "call"},
    followups.FollowUpCancelled: {"reminder": 7, "words": "call"},
    followups.FollowUpFired: {"reminder": 7, "words": "call"},
    followups.Snoozed: {"until": NOW},
    followups.Woken: {},
    followups.Lapsed: {},
    followups.KeptOpen: {},
    events.Summarised: {"content": WORDS},
    events.Looked: {},
    events.IncidentJoined: {"incident": 3, "title": "Payments"},
    events.IncidentLeft: {"incident": 3},
    events.SpecialistAsked: {"name": "Billing", "question": "Twice?"},
    events.Routed: {"upto": 2, "calls": (specialists.Call("billing", "Billing"),)},
    events.Advised: {"turn": 3, "fate": specialists.Fate.ADVISED, "note": "Charged once"},
    events.PassedOn: {"turn": 3, "handoff": specialists.Handoff("orders", "refund", "late")},
    events.ReplyDrafted: {"turn": 3, "content": WORDS, "grounded": True},
    events.ConflictDecided: {
        "turn": 3,
        "about": "status",
        "specialist": "orders",
        "name": "Orders",
        "value": "lost",
    },
    events.RouteCorrected: {"upto": 2, "to": ("orders",), "names": ("Orders",)},
    events.ArticleApproved: {"file": "learned/tea-1.md", "title": "Tea"},
    events.UpdateDrafted: {"incident": 3, "update": 1, "content": WORDS},
    events.DraftDiscarded: {"draft": 5},
    events.ConsultationWithdrawn: {"expert": 7, "name": "Joe"},
    events.IntakeAsked: {"question": "What about?", "answer": "Billing"},
    events.DraftLocked: {"until": NOW},
    events.DraftUnlocked: {"holder": 7},
    events.ReplyHeld: {"content": WORDS, "obstacle": Obstacle.LOCK},
    events.ReplyDiscarded: {"of": 2},
    events.Suggested: {"of": 2, "content": WORDS},
    events.SuggestionDeclined: {"of": 3, "author": 7},
    verifying.VerificationAsked: {"proof": Proof.EMAIL_CODE},
    verifying.CodeSent: {},
    verifying.VerificationFailed: {"proof": Proof.EMAIL_CODE, "why": Unproven.WRONG_CODE},
    verifying.CustomerBound: {"record": "C-1", "proof": Proof.SUPERVISOR, "before": "C-2"},
    verifying.CustomerUnbound: {"record": "C-1"},
    events.Escalated: {"tier": "second", "cause": "answered:6", "reason": "he is angry"},
    events.Deescalated: {"tiers": ("second",)},
    events.ClockAtRisk: {"clock": ClockKind.FIRST_RESPONSE, "due": NOW},
    events.ClockBreached: {"clock": ClockKind.RESOLUTION, "due": NOW, "late": 3},
    actions.ActionProposed: {
        "tool": "billing.refund",
        "arguments": {"amount_minor": 990},
        "verdict": "approve",
        "progress": actions.Progress.WAITING,
    },
    actions.ActionJudged: {
        "action": 3,
        "tool": "billing.refund",
        "verdict": "approve",
        "progress": actions.Progress.WAITING,
    },
    actions.ActionApproved: {"action": 3, "tool": "billing.refund", "left": 1},
    actions.ActionMoved: {
        "action": 3,
        "tool": "billing.refund",
        "progress": actions.Progress.DONE,
        "reference": "R-1",
    },
}
EVENTS: dict[Any, Event] = {kind: kind(**facts) for kind, facts in _FACTS.items()}


async def _opened(house: House) -> tuple[MessageRef, int]:
    await house.writes("Help")
    await house.courier.drain()
    place = await house.place()
    assert place.card is not None
    return MessageRef(place.chat, place.card), place.thread


async def _shows(house: House, panel: ShowPanel) -> None:
    await house.decides(Delivery(Lane.ALERT, panel, 1))
    await house.courier.drain()
    assert house.left() == []


async def _seen(house: House, viewer: int) -> list[Any]:
    place = await house.place()
    query = f"?chat_id={place.chat}&message_thread_id={place.thread}&viewer={viewer}"
    async with house.http.get(f"/sim/messages{query}") as answer:
        shown: list[Any] = await answer.json()
    return [one for one in shown if "Panel" in (one["text"] or "")]


async def test_one_person_sees_it_and_it_changes_in_place(house: House) -> None:
    """New words and buttons, and at last nothing."""
    to, thread = await _opened(house)
    await _shows(house, ShowPanel(to, JOE, Content("Panel one"), PRESS, thread))
    (first,) = await _seen(house, JOE)
    assert (first["ephemeral"], first["buttons"][0][0]["text"]) == (True, "Send")
    assert await _seen(house, SAM_) == []
    shown = first["ephemeral_message_id"]
    await _shows(house, ShowPanel(to, JOE, Content("Panel two"), (), thread, ephemeral=shown))
    (second,) = await _seen(house, JOE)
    assert (second["text"], second["ephemeral_message_id"]) == ("Panel two", shown)
    for _ in range(2):  # the second time it is gone already
        await _shows(house, ShowPanel(to, JOE, thread=thread, ephemeral=shown))
        assert await _seen(house, JOE) == []


async def test_one_that_is_gone_is_shown_anew(house: House) -> None:
    """Telegram keeps an ephemeral message as long as it likes."""
    to, thread = await _opened(house)
    await _shows(house, ShowPanel(to, JOE, Content("Panel"), PRESS, thread, ephemeral=99))
    assert len(await _seen(house, JOE)) == 1


async def test_where_nobody_alone_can_see_it_everybody_does(house: House) -> None:
    """Ana is not in the group; the panel changes in place and goes away all the same."""
    to, thread = await _opened(house)
    await _shows(house, ShowPanel(to, ANA, Content("Panel one"), PRESS, thread))
    (shown,) = await _seen(house, JOE)
    assert not shown["ephemeral"]
    number = shown["message_id"]
    await _shows(house, ShowPanel(to, ANA, Content("Panel two"), PRESS, thread, message=number))
    assert [one["text"] for one in await _seen(house, JOE)] == ["Panel two"]
    await _shows(house, ShowPanel(to, ANA, thread=thread, message=number))
    assert await _seen(house, JOE) == []


async def test_nobody_reads_it_in_a_topic_that_is_gone(house: House) -> None:
    """It is not tried for ever."""
    to, thread = await _opened(house)
    await _shows(house, ShowPanel(to, JOE, Content("Panel"), PRESS, thread + 1000))


def test_a_preview_shows_the_words_as_they_are() -> None:
    """Quoted, with their formatting, without a quote in the quote; its buttons fit Telegram."""
    words = Content("😀 bold", entities=(Entity("bold", 3, 4), Entity("blockquote", 0, 7)))
    draft = Draft("x" * 32, words, (SetStatus(Status.OPEN),))
    panel = preview(draft, 2**31 - 1, TEXTS)
    head, _, body = panel.words.text.partition("\n\n")
    assert head.endswith("not sent yet. The customer would read: (then status: open)")
    assert body == "😀 bold"
    start = len(head) + 2
    assert panel.words.entities == (
        Entity("blockquote", start, 7),
        Entity("bold", start + 3, 4),
    )
    for button in panel.buttons[0]:
        assert len(button.data.encode()) <= 64
        assert MacroPress.unpack(button.data).name == "x" * 32
    changed = preview(Draft("a", words), 1, TEXTS, changed=True)
    assert changed.words.text.startswith("Macro a has changed since you read it")


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "no macros yet"), (1, "One macro:"), (2, "2 macros."), (MOST + 1, "these are the first")],
)
def test_a_list_says_whether_there_are_more(count: int, words: str) -> None:
    """Each macro that words found is a button, up to what is read at a glance."""
    panel = list_of([Listed(f"n{n}", f"Name {n}") for n in range(count)], 5, TEXTS, None)
    assert words in panel.words.text
    assert len(panel.buttons) == min(count, MOST) + 1
    for row, number in zip(panel.buttons, range(min(count, MOST)), strict=False):
        press = MacroPress.unpack(row[0].data)
        assert (press.step, press.message, press.name) == (MacroStep.SHOW, 5, f"n{number}")


def test_a_list_of_all_has_pages() -> None:
    """Each macro is on one of them; a page that is no more there is the last one."""
    macros = [Listed(f"n{n}", f"Name {n}") for n in range(2 * MOST + 1)]
    pages = [list_of(macros, 5, TEXTS, number).buttons for number in (1, 2, 3, 9)]
    assert [len(rows) for rows in pages] == [MOST + 1, MOST + 1, 2, 2]
    save = "💾 Save the answer"
    assert [[each.label for each in rows[-1]] for rows in pages] == [
        ["›", "🔎 Search", save],  # noqa: RUF001 - arrows
        ["‹", "›", "🔎 Search", save],  # noqa: RUF001
        ["‹", "🔎 Search", save],  # noqa: RUF001
        ["‹", "🔎 Search", save],  # noqa: RUF001
    ]
    turned = MacroPress.unpack(pages[0][-1][0].data)
    assert (turned.step, turned.name) == (MacroStep.LIST, "2")


@pytest.mark.parametrize("kind", get_args(Event))
@pytest.mark.parametrize("actor", [SYSTEM, SAM])
def test_every_event_has_its_line(kind: type[Event], actor: Any) -> None:
    """On one line, whatever people are called or wrote, with the move and the mark."""
    entry = Entry(1, 1, NOW, actor, Audience.INTERNAL, EVENTS[kind], Move(Status.NEW, Status.OPEN))
    panel = log_panel(1, Page(1, 1, (Audited(entry, intervention=True),)), 5, TEXTS)
    head, _, line, _, legend = panel.words.text.split("\n")
    assert head == "Log of #1"
    assert line.startswith(f"11-21 09:30 ⚑ {'The desk' if actor is SYSTEM else 'Sam'} ")
    assert line.endswith("(new → open)")
    assert "\u202e" not in line
    assert legend.startswith("⚑ A supervisor stepped in")
    assert panel.buttons == ()


@pytest.mark.parametrize(
    ("number", "labels"),
    [(1, ["Newer →"]), (2, ["← Older", "Newer →"]), (3, ["← Older"])],
)
def test_a_log_turns_its_pages(number: int, labels: list[str]) -> None:
    """Where there are any, and without a legend where nothing is marked."""
    panel = log_panel(7, Page(number, 3, ()), 2**31 - 1, TEXTS)
    assert [button.label for row in panel.buttons for button in row] == labels
    assert all(len(button.data.encode()) <= 64 for row in panel.buttons for button in row)
    assert "⚑" not in panel.words.text
