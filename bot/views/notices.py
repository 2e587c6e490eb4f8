"""How someone's notices look: what they hear of, when, and a button for each choice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import IntEnum
from hashlib import sha256

from bot.callbacks import NoticePage, NoticePress, NoticeStep
from bot.texts import Texts
from bot.views.panel import Panel, Rows
from bot.views.sentence import sentence
from orchestration.content import Content
from orchestration.delivery import Button
from orchestration.people import Person
from orchestration.sentences import Facts, StaffSentence
from orchestration.telling.notice import EVERYWHERE, Habits, Interest, Rule

#: So many exceptions are a page.
PAGE = 6
QUIET = ("22-7", "20-8", "18-9")
DIGEST = ("8", "13", "18")
ZONES = (
    "UTC",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Moscow",
    "Asia/Tehran",
    "Asia/Kolkata",
    "America/New_York",
    "America/Sao_Paulo",
)
OFF = "off"
_HOURS = "%H:%M"


class Level(IntEnum):
    """What of an interest someone is told: nothing, what needs them, or all of it."""

    NOTHING = 0
    NEEDED = 1
    ALL = 2


#: Whoever never said anything is told what needs them; a new ticket needs nobody in particular.
USUALLY: Mapping[Interest, Level] = {
    interest: Level.NOTHING if interest is Interest.NEW else Level.NEEDED for interest in Interest
}
#: Of these there is more than what needs someone.
_MORE = frozenset(
    {Interest.CUSTOMER, Interest.NEW, Interest.STATUS, Interest.RISK, Interest.BREACH}
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What someone chose so far, and the language to show it in."""

    person: Person
    rules: Sequence[Rule]
    habits: Habits
    language: str | None = None

    @property
    def exceptions(self) -> Sequence[Rule]:
        """The rules that hold somewhere only, or for one status."""
        return [rule for rule in self.rules if rule.scope != EVERYWHERE or rule.status is not None]

    def level(self, interest: Interest) -> Level:
        """What they are told of it where there is no exception."""
        for rule in self.rules:
            if (rule.interest, rule.scope, rule.status) == (interest, EVERYWHERE, None):
                return Level.ALL if rule.wanted else Level.NOTHING
        return USUALLY[interest]


def settings(chosen: Chosen, page: NoticePage, number: int, texts: Texts) -> Panel:
    """One page of someone's notices; `number` counts those of the exceptions, from 1."""
    language = chosen.language
    rows: Rows
    match page:
        case NoticePage.ALL:
            words = sentence(StaffSentence.NOTICE_SETTINGS, _facts(chosen), texts, language).text
            return Panel(Content(words), _overview(chosen, texts))
        case NoticePage.QUIET:
            rows = _choices(NoticeStep.QUIET, QUIET, chosen, texts)
        case NoticePage.DIGEST:
            rows = _choices(NoticeStep.DIGEST, DIGEST, chosen, texts)
        case NoticePage.ZONE:
            zones = [_button(zone, NoticeStep.ZONE, zone) for zone in ZONES]
            rows = _in_rows(zones)
        case NoticePage.THERE:
            rows = _exceptions(chosen.exceptions, number)
    back = _button(texts.say("button-back", None, language), NoticeStep.SHOW, NoticePage.ALL)
    return Panel(Content(texts.say(f"notices-{page}", None, language)), (*rows, (back,)))


def key_of(rule: Rule) -> str:
    """A rule's short name in a button, which has no room for its words."""
    told = f"{rule.scope} {rule.interest} {rule.status or ''}"
    return sha256(told.encode()).hexdigest()[:12]


def _overview(chosen: Chosen, texts: Texts) -> Rows:
    language = chosen.language
    toggles = [_toggle(interest, chosen, texts) for interest in Interest]
    pages: list[NoticePage] = [NoticePage.QUIET, NoticePage.DIGEST, NoticePage.ZONE]
    if chosen.exceptions:
        pages.append(NoticePage.THERE)
    turns = [
        _button(texts.say(f"button-notices-{page}", None, language), NoticeStep.SHOW, page)
        for page in pages
    ]
    return (*_in_rows(toggles), *_in_rows(turns))


def _toggle(interest: Interest, chosen: Chosen, texts: Texts) -> Button:
    """The button says what is, and what it does is said by what it would become."""
    level = chosen.level(interest)
    if level is Level.NOTHING:
        step = NoticeStep.TELL if interest is Interest.NEW else NoticeStep.USUAL
    elif level is Level.NEEDED and interest in _MORE:
        step = NoticeStep.TELL
    else:
        step = NoticeStep.USUAL if interest is Interest.NEW else NoticeStep.HUSH
    mark = "○" if level is Level.NOTHING else "●"
    if level is Level.NEEDED and interest in _MORE:
        mark = "◐"
    label = texts.say(f"button-interest-{interest}", None, chosen.language)
    return _button(f"{mark} {label}", step, interest)


def _choices(step: NoticeStep, values: Sequence[str], chosen: Chosen, texts: Texts) -> Rows:
    off = _button(texts.say("button-notices-off", None, chosen.language), step, OFF)
    shown = [_button(_in_full(value), step, value) for value in values]
    return (tuple(shown), (off,))


def _exceptions(rules: Sequence[Rule], number: int) -> Rows:
    count = max(1, -(-len(rules) // PAGE))
    number = min(number, count)
    rows = [
        (
            _button(line_of(rule), _other(rule), key_of(rule), number),
            _button("✖", NoticeStep.FORGET, key_of(rule), number),
        )
        for rule in rules[(number - 1) * PAGE : number * PAGE]
    ]
    turns = [
        _button(label, NoticeStep.SHOW, NoticePage.THERE, there)
        for label, there in (("‹", number - 1), ("›", number + 1))  # noqa: RUF001 - arrows
        if 1 <= there <= count
    ]
    return (*rows, *((tuple(turns),) if turns else ()))


def line_of(rule: Rule) -> str:
    """A rule in the words that people type."""
    words = (rule.interest, rule.status, rule.scope)
    return " ".join(["●" if rule.wanted else "○", *(word for word in words if word)])


def _other(rule: Rule) -> NoticeStep:
    return NoticeStep.HUSH if rule.wanted else NoticeStep.TELL


def _facts(chosen: Chosen) -> Facts:
    habits = chosen.habits
    return {
        **{str(interest): int(chosen.level(interest)) for interest in Interest},
        "chat": int(chosen.person.reachable),
        "lines": "\n".join(map(line_of, chosen.exceptions)),
        "quiet": "–".join(map(_shown, habits.quiet)) if habits.quiet else "",  # noqa: RUF001
        "digest": _shown(habits.digest) if habits.digest else "",
        "zone": habits.zone,
    }


def _in_rows(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[first : first + 2]) for first in range(0, len(buttons), 2))


def _in_full(hours: str) -> str:
    return "–".join(_shown(time(int(hour))) for hour in hours.split("-"))  # noqa: RUF001


def _shown(of_day: time) -> str:
    return of_day.strftime(_HOURS)


def _button(label: str, do: NoticeStep, value: str, page: int = 1) -> Button:
    return Button(label, NoticePress(do=do, value=value, page=page).pack())
