"""Every sentence there is can be said with the facts that the desk gives."""

from collections.abc import Mapping

import pytest

from bot.callbacks import Press
from bot.outgoing.refusals import _UNREACHABLE
from bot.routers.commands import TOPIC_COMMANDS
from bot.routers.customer import COMMANDS
from bot.texts import BrokenTexts, MissingText, Texts
from orchestration.content import ContentKind
from orchestration.errors import DeskError
from orchestration.errors.ticket import IllegalTransition
from orchestration.events import Urgency
from orchestration.sentences import Facts, PublicSentence, StaffSentence
from orchestration.status import TRANSITIONS, Status
from orchestration.telling.notice import Interest
from orchestration.telling.notices import IN_TOPIC
from tests.refusals import refusals

TEXTS = Texts.load()
MODEL: Facts = {"name": "Billing", "model": "claude", "reason": "overloaded", "minutes": 5}
NAMES: Facts = {"ticket": 142, "who": "@joe", "by": "Maria", "supervisors": "@sam"}
BOUND: Facts = {
    "customer": "Ana",
    "record": "C-1001",
    "proof": "supervisor",
    "by": "Sam",
    "since": "2026-11-21 09:00",
}

#: The facts that each sentence gets, where it gets any; as its callers give them.
SENTENCES: Mapping[str, Facts] = {
    PublicSentence.GREETING: {"name": "Ana"},
    PublicSentence.GREETING_STAFF: {"name": "Maria"},
    PublicSentence.RECEIPT: {"ticket": 142},
    PublicSentence.TICKET_LIST: {"count": 2, "current": 0},
    PublicSentence.SWITCHED: {"ticket": 142, "subject": "Hats"},
    PublicSentence.STATUS: {"ticket": 142, "subject": "Hats", "status": Status.OPEN},
    PublicSentence.RESOLVED_BY_CUSTOMER: {"ticket": 142},
    PublicSentence.ALREADY_ENDED: {"ticket": 142},
    PublicSentence.PEOPLE_CALLED: {"ticket": 142},
    PublicSentence.PEOPLE_ALREADY_CALLED: {"ticket": 142},
    PublicSentence.UNKNOWN_COMMAND: {"command": "/flarp"},
    PublicSentence.TOO_MANY_TICKETS: {"ticket": 142},
    PublicSentence.INTAKE_ASKED: {"question": "What about?", "choices": 2, "minutes": 5},
    PublicSentence.OUT_OF_HOURS: {
        "weekday": 1,
        "day": "2026-11-23",
        "time": "09:00",
        "zone": "Europe/Madrid",
    },
    PublicSentence.IDS: {"chat": -1001, "user": 7, "thread": 0},
    StaffSentence.REPLY_FAILED: {"ticket": 142, "reason": "they blocked the bot"},
    StaffSentence.EDIT_FAILED: {"ticket": 142, "reason": "they blocked the bot"},
    StaffSentence.DELETE_FAILED: {"ticket": 142, "reason": "they blocked the bot"},
    StaffSentence.REPLY_HELD: {"ticket": 142, "reason": "they blocked the bot"},
    StaffSentence.EDIT_HELD: {"ticket": 142, "reason": "they blocked the bot"},
    StaffSentence.DELETE_HELD: {"ticket": 142, "reason": "they blocked the bot"},
    StaffSentence.NOT_SHOWN: {"ticket": 142, "reason": "Telegram said: message is too long"},
    StaffSentence.GROUP_LOST: {"reason": "not enough rights", "todo": "give the bot its rights"},
    StaffSentence.UPDATES_MISSED: {"hours": 25},
    StaffSentence.FILES_BROKEN: {"lines": "a.md:5: broken", "more": 1},
    StaffSentence.GROUP_MOVED: {"chat": "-1009"},
    StaffSentence.SPECIALIST_BYPASSED: MODEL,
    StaffSentence.SPECIALIST_BACK: MODEL,
    StaffSentence.DAY_BUDGET_SPENT: {"name": "Billing", "tokens": 1_000_000},
    StaffSentence.MODELS_BROKEN: {"lines": "Billing: the key is not accepted"},
    StaffSentence.UNCLAIMED: {"ticket": 142, "minutes": 10, "supervisors": "@sam", "why": 1},
    StaffSentence.CUSTOMER_WANTS_PERSON: {**NAMES, "customer": "Ana"},
    StaffSentence.RELEASED_LEFT: NAMES,
    StaffSentence.STATUS_TOPIC: {
        "ticket": 142,
        "subject": "Hats",
        "status": Status.OPEN,
        "owner": "",
        "since": "today",
    },
    StaffSentence.QUEUE: {"more": 0, "count": 1, "lines": "#142 Hats"},
    StaffSentence.MACRO_SAVED: {"name": "hello"},
    StaffSentence.MACRO_FORGOTTEN: {"name": "hello"},
    StaffSentence.SEARCH_FOUND: {"words": "tea", "count": 2, "lines": "#142 Hats"},
    StaffSentence.SEARCH_EMPTY: {"words": "tea"},
    StaffSentence.HISTORY: {"customer": "Ana", "lines": "#142 Hats"},
    StaffSentence.ABSORBED: {"by": "Maria", "other": 7, "lines": "Ana: Hats"},
    StaffSentence.MERGED: {"by": "Maria", "into": 142},
    StaffSentence.ASKED_FOR: NAMES,
    **dict.fromkeys(IN_TOPIC.values(), NAMES),
    StaffSentence.WATCH_NEEDS_START: {"ticket": 142},
    StaffSentence.ROLE_GIVEN: {"who": "Joe", "role": "expert", "skills": "billing"},
    StaffSentence.ROLES: {"lines": "Joe: expert, billing"},
    StaffSentence.MENTIONED: NAMES,
    StaffSentence.ON_CALL: {"who": "Joe", "shifts": "● night: Joe", "zone": "UTC"},
    StaffSentence.NOBODY_RELIEVES: {**NAMES, "minutes": 240},
    StaffSentence.AWAY: {"until": "18:00 UTC", "count": 2},
    StaffSentence.SOMEONE_AWAY: {"who": "Joe", "until": "18:00 UTC"},
    StaffSentence.NOTICE_SETTINGS: {
        **dict.fromkeys(Interest, 1),
        "chat": 1,
        "lines": "○ customer #12",
        "quiet": "22:00–07:00",  # noqa: RUF001 - as times are written
        "digest": "",
        "zone": "UTC",
    },
    StaffSentence.FORGET_WANTED: NAMES,
    PublicSentence.NUDGE: {"ticket": 142, "subject": "Hats", "days": 3},
    StaffSentence.FOLLOW_UP_DUE: {**NAMES, "words": "call", "late": "", "again": "2026-12-01"},
    StaffSentence.FOLLOW_UP_PRIVATE: {"words": "", "by": "", "late": "2026-12-01", "again": ""},
    StaffSentence.SNOOZED: {"ticket": 142, "when": "Sun 2026-11-22 09:00", "zone": "UTC", "odd": 1},
    StaffSentence.AWAKE: NAMES,
    StaffSentence.TIME_ZONE: {"zone": "UTC", "now": "2026-11-22 09:00"},
    StaffSentence.DRAFT_EDIT: {"ticket": 142},
    StaffSentence.QUESTION_WITHDRAWN: {**NAMES, "subject": "Hats"},
    StaffSentence.LOCK_TAKEN: {"ticket": 142, "until": "09:05 UTC"},
    StaffSentence.SUGGESTION_DECLINED: {**NAMES, "subject": "Hats"},
    PublicSentence.VERIFY_HOW: {"order": "yes", "email": "yes"},
    PublicSentence.VERIFY_CODE_ON_ITS_WAY: {"minutes": 10},
    PublicSentence.VERIFY_WRONG_CODE: {"left": 3},
    StaffSentence.BOUND: BOUND,
    StaffSentence.UNBOUND: BOUND,
    StaffSentence.BINDING: BOUND,
    StaffSentence.SYSTEMS_CONTRADICT: {"words": "delivered in one, in transit in the other."},
    StaffSentence.APPROVAL_WAITS: {"ticket": 142, "tool": "billing.refund"},
    StaffSentence.APPROVAL_EXPIRED: {"ticket": 142, "tool": "billing.refund"},
    StaffSentence.TOOLS_BROKEN: {"lines": "the tool server shop is not connected", "more": 2},
    PublicSentence.RATING_ASKED: {"ticket": 142},
    PublicSentence.RATED: {"ticket": 142, "score": 4},
    PublicSentence.COMMENT_KEPT: {"ticket": 142},
}

ERRORS: Mapping[str, Facts] = {
    "error-already-bound": BOUND,
    "error-not-bound": BOUND,
    "error-bad-record": {"most": 64},
    "error-supervisors-bind": {"ticket": 142},
    "error-illegal-transition": IllegalTransition(
        142, Status.NEW, Status.NEW, TRANSITIONS[Status.NEW]
    ).facts,
    "error-ticket-closed": {"ticket": 142},
    "error-already-owned": {"ticket": 142, "owner": "Maria"},
    "error-already-yours": {"ticket": 142},
    "error-not-owned": {"ticket": 142},
    "error-not-allowed": {"ticket": 142, "owner": "Maria"},
    "error-anonymous-cannot-own": {"ticket": 142},
    "error-not-your-reply": {"ticket": 142, "owner": "Maria"},
    "error-unknown-person": {"name": "@nobody"},
    "error-unknown-status": {"word": "flarp", "allowed": tuple(Status)},
    "error-no-such-ticket": {"ticket": 142},
    "error-nothing-to-send": {"ticket": 142},
    "error-not-your-words": {"ticket": 142},
    "error-already-taken-back": {"ticket": 142},
    "error-not-an-answer": {"ticket": 142},
    "error-edited-into-command": {},
    "error-already-taking-part": {"ticket": 142, "who": "Joe"},
    "error-not-taking-part": {"ticket": 142},
    "error-already-asked": {"ticket": 142, "who": "Joe"},
    "error-ask-another": {"ticket": 142},
    "error-already-escalated": {"ticket": 142, "tier": "supervisor"},
    "error-not-escalated": {"ticket": 142},
    "error-supervisors-decide": {"ticket": 142},
    "error-decision-stands": {"ticket": 142},
    "error-several-know": {"skill": "billing", "names": "@joe, @maria"},
    "error-unknown-role": {"role": "king"},
    "error-bad-skill": {"skill": "!"},
    "error-unknown-absence": {"words": "flarp"},
    "error-nobody-is-away": {},
    "error-not-away": {},
    "error-cannot-grant": {"who": "Joe", "role": "admin"},
    "error-cannot-carry": {"ticket": 142},
    "error-missing-argument": {"form": "/assign @name"},
    "error-unknown-command": {"command": "/flarp"},
    "error-not-a-ticket": {"command": "/claim"},
    "error-old-button": {},
    "error-cannot-ban-staff": {"customer": "Ana"},
    "error-already-banned": {"customer": "Ana"},
    "error-not-banned": {"customer": "Ana"},
    "error-unchanged": {"ticket": 142},
    "error-bad-tag": {"word": "a-b!"},
    "error-too-many-tags": {"ticket": 142, "most": 10},
    "error-unknown-priority": {"word": "flarp", "allowed": "low, high"},
    "error-unknown-queue": {"word": "flarp", "allowed": "support, billing"},
    "error-bad-ticket-number": {"word": "flarp", "form": "/link #7"},
    "error-unknown-ticket": {"ticket": 142},
    "error-same-ticket": {"ticket": 142},
    "error-not-linked": {"ticket": 142, "other": 7},
    "error-too-many-links": {"ticket": 142, "other": 7, "most": 20},
    "error-not-one-customer": {"ticket": 142, "other": 7},
    "error-nothing-to-search": {},
    "error-unknown-macro": {"name": "hello"},
    "error-broken-macro": {"name": "hello"},
    "error-bad-macro-name": {"name": "9"},
    "error-macro-exists": {"name": "hello"},
    "error-macro-is-a-file": {"name": "hello"},
    "error-not-your-macro": {"name": "hello", "owner": "Maria"},
    "error-no-answer-to-save": {"ticket": 142},
    "error-nothing-to-save": {"ticket": 142},
    "error-unknown-time": {"word": "noon"},
    "error-unknown-zone": {"word": "Mars"},
    "error-unknown-wish": {"word": "flarp", "events": "new, status", "queues": "support"},
    "error-nobody-to-tell": {},
    "error-not-your-roster": {},
    "error-unknown-language": {"word": "tlh"},
    "error-not-ended": {"ticket": 142},
    "error-unreadable-time": {"words": "flarp"},
    "error-past-time": {"words": "today", "when": "2026-11-22 09:00"},
    "error-too-far-away": {"words": "2099-01-01", "when": "2099-01-01 09:00"},
    "error-empty-series": {"words": "every day until 2020-01-01"},
    "error-no-such-follow-up": {"number": 7},
    "error-not-your-follow-up": {"number": 7, "owner": "Maria"},
    "error-too-many-follow-ups": {"most": 50},
    "error-long-follow-up": {"most": 500},
    "error-cannot-be-told": {"who": "Joe"},
    "error-snooze-once": {"ticket": 142},
    "error-not-snoozed": {"ticket": 142},
    "error-nothing-to-stop": {"ticket": 142},
    "error-supervisors-only": {"ticket": 142},
    "error-still-open": {"ticket": 142, "after": Status.RESOLVED},
    "error-asked-another": {"ticket": 142},
    "error-moved-on": {"ticket": 142},
    "error-not-wrapped-up": {"ticket": 142, "summary": 1, "look": 1},
    "error-summary-stands": {"ticket": 142},
    "error-unknown-incident": {"incident": 3},
    "error-unknown-specialist": {"name": "bill", "known": "@billing"},
    "error-not-ended-yet": {"ticket": 142},
    "error-nothing-learned": {"ticket": 142},
    "error-experts-approve": {},
    "error-shelf-closed": {"reason": "Permission denied"},
    "error-article-stands": {"file": "learned/tea-142.md"},
    "error-no-conflict": {"ticket": 142},
    "error-nothing-asked": {},
    "error-needs-model": {"name": "Communication"},
    "error-nothing-to-translate": {"ticket": 142},
    "error-incident-resolved": {"incident": 3},
    "error-not-in-incident": {"ticket": 142},
    "error-supervisors-send": {"incident": 3},
    "error-no-draft": {"ticket": 142},
    "error-nothing-to-send-all": {"incident": 3},
    "error-someone-answers": {"ticket": 142, "who": "Maria", "until": "09:05 UTC"},
    "error-not-locked": {"ticket": 142},
    "error-already-decided": {"ticket": 142},
    "error-not-your-decision": {"ticket": 142, "who": "Maria"},
    "error-cannot-send-anyway": {"ticket": 142},
    "error-suggestion-stands": {"ticket": 142},
    "error-overtaken": {"ticket": 142},
    "error-action-decided": {"ticket": 142},
    "error-not-entitled": {
        "ticket": 142,
        "role": "supervisor",
        "skill": "refunds",
        "own": 0,
        "anonymous": 0,
    },
    "error-no-such-action": {"ticket": 142},
    "error-bad-arguments": {"form": "/act server.tool name=value"},
    "error-reason-missing": {"ticket": 142},
}


@pytest.mark.parametrize("language", sorted(TEXTS.languages))
@pytest.mark.parametrize("sentence", [*PublicSentence, *StaffSentence])
def test_every_sentence_can_be_said(sentence: str, language: str) -> None:
    """With the facts that its callers give, and nothing left open."""
    said = TEXTS.say(sentence, SENTENCES.get(sentence), language)
    assert said
    assert "{" not in said


@pytest.mark.parametrize("language", sorted(TEXTS.languages))
@pytest.mark.parametrize("error", refusals(), ids=lambda error: error.text)
def test_every_error_can_be_said(error: type[DeskError], language: str) -> None:
    """A refusal always has words, in one sentence that says what is possible."""
    said = TEXTS.say(error.text, ERRORS[error.text], language)
    assert said
    assert "{" not in said
    assert "\n" not in said


@pytest.mark.parametrize(
    "name",
    [
        *(f"status-{status}" for status in Status),
        *(f"urgency-{urgency}" for urgency in Urgency),
        *(f"medium-{kind}" for kind in ContentKind if kind is not ContentKind.TEXT),
        *(f"command-customer-{name}" for name in COMMANDS if name != "start"),
        *(f"command-staff-{name}" for name in TOPIC_COMMANDS),
        *(f"failure-{cause}" for cause in _UNREACHABLE.values() if cause != "other"),
        "failure-source-gone",
        "failure-protected",
    ],
)
def test_every_word_can_be_said(name: str) -> None:
    """Statuses, urgencies, media, commands and reasons have words of their own."""
    assert TEXTS.say(name)


@pytest.mark.parametrize(
    "press", sorted({*Press} - {Press.ASSIGN_TO, Press.SET_STATUS, Press.INVITE})
)
def test_every_button_has_a_label(press: Press) -> None:
    """Those that are missing here are labelled by a person or a status."""
    assert TEXTS.say(f"button-{press}", {"owner": "Maria"})


@pytest.mark.parametrize("language", sorted(TEXTS.languages))
def test_a_command_description_fits_telegram(language: str) -> None:
    """BotCommand.description has 1 to 256 characters."""
    names = [f"command-staff-{name}" for name in TOPIC_COMMANDS]
    names += [f"command-customer-{name}" for name in COMMANDS if name != "start"]
    for name in names:
        assert 1 <= len(TEXTS.say(name, None, language)) <= 256


@pytest.mark.parametrize(
    ("name", "facts", "said"),
    [
        ("receipt", {"ticket": 1234}, "Thank you. Your request is #1234; we will answer here."),
        (
            "error-not-your-reply",
            {"ticket": 142, "owner": "Maria"},
            "#142 belongs to Maria; reply as a note, or ask them with the button below.",
        ),
        (
            "error-illegal-transition",
            {
                "ticket": 7,
                "before": Status.RESOLVED,
                "after": Status.NEW,
                "allowed": (Status.OPEN, Status.SNOOZED, Status.CLOSED),
            },
            "#7 is resolved and cannot become new; it can become open, snoozed or closed.",
        ),
        (
            "error-illegal-transition",
            {"ticket": 7, "before": Status.CLOSED, "after": Status.OPEN, "allowed": ()},
            "#7 is closed and stays so; the customer's next message opens a new ticket.",
        ),
        ("ids", {"chat": -100, "user": 7, "thread": 0}, "This chat: -100, you: 7"),
        ("ids", {"chat": -100, "user": 0, "thread": 9}, "This chat: -100, this topic: 9"),
        (
            "unclaimed",
            {"ticket": 7, "minutes": 1, "why": 0, "supervisors": ""},
            "#7 has waited one minute and nobody has claimed it.",
        ),
        (
            "status-topic",
            {
                "ticket": 7,
                "subject": "Hats",
                "status": Status.WAITING_EXPERT,
                "owner": "Maria",
                "since": "now",
            },
            "#7 (Hats) is waiting for an expert since now; Maria answers it.",
        ),
    ],
)
def test_facts_become_words(name: str, facts: Facts, said: str) -> None:
    """Statuses are translated, lists end with "or", numbers bear no thousands mark."""
    assert TEXTS.say(name, facts) == said


@pytest.mark.parametrize("status", Status)
def test_a_customer_never_reads_who_inside_is_awaited(status: Status) -> None:
    """Experts and approvals are the desk's own business."""
    said = TEXTS.say("status", {"ticket": 1, "subject": "Hats", "status": status})
    assert "expert" not in said
    assert "approval" not in said


def test_an_unknown_language_speaks_english() -> None:
    """Customers come in every language."""
    assert TEXTS.say("queue-empty", None, "tlh") == TEXTS.say("queue-empty")


def test_a_translation_is_used_where_it_has_the_sentence() -> None:
    """`de-AT` reads German, and English where German is missing."""
    texts = Texts({"en": "a = { $x } open\nb = bee", "de": "a = { $x } offen"})
    assert texts.say("a", {"x": "#1"}, "de-AT") == "#1 offen"
    assert texts.say("b", None, "de") == "bee"


@pytest.mark.parametrize(
    "sources",
    [
        {"en": "a = { $x"},
        {"en": "a = one\na = two"},
        {"de": "a = eins"},
        {"en": "a = one", "de": "b = zwei"},
        {"en": "a = { $x }", "de": "a = { $y }"},
    ],
)
def test_broken_files_are_refused_at_load(sources: dict[str, str]) -> None:
    """Fluent would drop what it cannot parse in silence."""
    with pytest.raises(BrokenTexts):
        Texts(sources)


def test_holes_are_refused() -> None:
    """Neither an unknown sentence nor a missing fact reaches a person."""
    with pytest.raises(MissingText, match="flarp"):
        TEXTS.say("flarp")
    with pytest.raises(MissingText, match="ticket"):
        TEXTS.say("receipt")
