"""How follow-ups look: to whoever set one, with what they can do about it, and in a list."""

from collections.abc import Sequence

from bot.callbacks import FollowUpPress, FollowUpStep
from bot.texts import Texts
from bot.views.panel import Panel, Rows
from bot.views.rendered import plain
from bot.views.when import oddness, when
from orchestration.clock.reminders import Reminder
from orchestration.content import Content
from orchestration.delivery import Button
from orchestration.sentences import Facts
from orchestration.times import Odd

#: So many are listed at once.
MOST = 12
_WORDS = 500
_LINE = 60


class FollowUpPanels:
    """The panels of one command, `message`, in its reader's language.

    In private (not `inside`) they leave out what was said of tickets: such words stay in the group.
    """

    def __init__(self, texts: Texts, message: int, language: str | None, *, inside: bool) -> None:
        self._texts = texts
        self._message = message
        self._language = language
        self._inside = inside

    def shown(self, reminder: Reminder, odd: Odd | None = None) -> Panel:
        """When it comes, for whom and with which words; Change, Cancel, and whether it may end."""
        facts: Facts = {
            "when": when(reminder.due_at, reminder.zone, self._texts, self._language),
            "zone": reminder.zone,
            "whom": "" if reminder.person == reminder.by else plain(reminder.whom),
            "words": self._words(reminder, _WORDS),
            "every": plain(reminder.said, _LINE) if reminder.rule else "",
            "odd": oddness(odd),
            "ends": 0 if reminder.ticket is None else 1 + int(reminder.unless_written),
            "known": int(reminder.zone != "UTC"),
        }
        change = self._button(FollowUpStep.CHANGE, reminder)
        cancel = self._button(FollowUpStep.CANCEL, reminder)
        rows: Rows = ((change, cancel),)
        if reminder.ticket is not None:
            name = "keep" if reminder.unless_written else "unless"
            rows = (*rows, (self._button(FollowUpStep.UNLESS, reminder, name),))
        return Panel(Content(self._say("follow-up", facts)), rows)

    def changing(self, reminder: Reminder) -> Panel:
        """Later by a press, or to any time by a command; a series only by the command."""
        facts: Facts = {
            "number": reminder.id,
            "when": when(reminder.due_at, reminder.zone, self._texts, self._language),
            "zone": reminder.zone,
            "every": int(reminder.rule is not None),
        }
        later = (FollowUpStep.HOUR, FollowUpStep.DAY, FollowUpStep.WEEK)
        back = (self._button(FollowUpStep.SHOW, reminder, "back"),)
        if reminder.rule is not None:
            return Panel(Content(self._say("follow-up-changing", facts)), (back,))
        row = tuple(self._button(step, reminder) for step in later)
        return Panel(Content(self._say("follow-up-changing", facts)), (row, back))

    def cancelled(self, reminder: Reminder) -> Panel:
        """It will not come."""
        facts: Facts = {"words": self._words(reminder, _WORDS)}
        return Panel(Content(self._say("follow-up-cancelled", facts)))

    def listed(self, reminders: Sequence[Reminder]) -> Panel:
        """Those to come, the next one first, each with a button that shows it."""
        shown = reminders[:MOST]
        facts: Facts = {"count": len(reminders), "more": len(reminders) - len(shown)}
        lines = [self._say("follow-ups", facts), *map(self._line, shown)]
        rows = tuple((self._choice(each),) for each in shown)
        return Panel(Content("\n".join(lines)), rows)

    def _line(self, reminder: Reminder) -> str:
        at = when(reminder.due_at, reminder.zone, self._texts, self._language)
        ticket = "" if reminder.ticket is None else f"#{reminder.ticket}"
        again = "🔁" if reminder.rule else ""
        parts = [at, again, ticket, plain(reminder.whom), self._words(reminder, _LINE)]
        return "• " + " · ".join(filter(None, parts))

    def _choice(self, reminder: Reminder) -> Button:
        at = when(reminder.due_at, reminder.zone, self._texts, self._language)
        label = " · ".join(filter(None, (at, self._words(reminder, _LINE - len(at)))))
        return Button(label, self._data(FollowUpStep.SHOW, reminder))

    def _words(self, reminder: Reminder, limit: int) -> str:
        hidden = reminder.ticket is not None and not self._inside
        return "" if hidden else plain(reminder.words, limit)

    def _button(self, step: FollowUpStep, reminder: Reminder, name: str | None = None) -> Button:
        label = self._say(f"button-follow-up-{name or step}")
        return Button(label, self._data(step, reminder))

    def _data(self, step: FollowUpStep, reminder: Reminder) -> str:
        return FollowUpPress(step=step, number=reminder.id, message=self._message).pack()

    def _say(self, name: str, facts: Facts | None = None) -> str:
        return self._texts.say(name, facts, self._language)
