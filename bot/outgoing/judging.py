"""What an attempt's error makes of its delivery: an outcome for each of Telegram's verdicts."""

import random
from collections.abc import Callable

import structlog

from bot.outgoing.budget import Budget
from bot.outgoing.jobs import Job
from bot.outgoing.outcomes import Held, Later, Moved, Outcome, Sent, SetAside, Unheard
from bot.outgoing.posting import MoreToSay
from bot.outgoing.refusals import Refusal, Verdict, classify
from orchestration.delivery import TO_CUSTOMER, Lane, ShowRole, TellNotices

log = structlog.get_logger(__name__)

#: While the group refuses the bot, it is asked again after this, later less often.
HOLD_SECONDS = 30
LONGEST_HOLD_SECONDS = 240
#: Trouble on the way is waited out, at first a second, later this long at most.
LONGEST_BACKOFF_SECONDS = 60
#: Telegram's trouble with one delivery ends some time; this is about an hour and a half.
TRIES_IN_TROUBLE = 100
#: A delivery that fails for reasons of our own is set aside after so many tries.
TRIES = 3


class Judge:
    """Turns errors into outcomes, and tells the budget what a chat wants."""

    def __init__(self, budget: Budget, steady: Callable[[], float], group: int | None) -> None:
        self._budget = budget
        self._steady = steady
        self.group = group

    def judge(self, job: Job, error: Exception) -> Outcome:
        """What becomes of a delivery whose attempt ended so."""
        if isinstance(error, MoreToSay):
            return Later(0, "the next piece of a long text waits for its turn")
        refusal = classify(error)
        if refusal and isinstance(job.delivery.body, ShowRole) and _is_final(refusal):
            log.info("role not shown", person=job.delivery.body.person, reason=refusal.words)
            return Sent()
        outcome = self._refused(job, refusal) if refusal else self._broken(job, error)
        if isinstance(outcome, SetAside):
            if job.also:
                return Later(0, outcome.reason, alone=True)
            _say_set_aside(job, outcome.reason)
        return outcome

    def _refused(self, job: Job, refusal: Refusal) -> Outcome:
        chat, words = job.delivery.chat, refusal.words
        outcome: Outcome = SetAside(words, refusal.cause)
        match refusal.verdict:
            case Verdict.FLOOD:
                self._budget.freeze(chat, self._steady() + refusal.seconds)
                log.warning("Telegram wants a rest", chat=chat, seconds=refusal.seconds)
                outcome = Later(refusal.seconds, words)
            case Verdict.HOLD:
                if refusal.whole_chat:
                    self._budget.freeze(chat, self._steady() + HOLD_SECONDS, doubted=True)
                    outcome = Later(HOLD_SECONDS, words, refusal.advice)
                else:
                    longer = HOLD_SECONDS * 2 ** min(job.pending.attempts, 10)
                    outcome = Later(min(longer, LONGEST_HOLD_SECONDS), words, refusal.advice)
            case Verdict.MOVED if chat is None and self.group is not None:
                outcome = Moved(self.group, refusal.moved_to)
            case Verdict.TROUBLE | Verdict.TOPIC_GONE | Verdict.TOPIC_CLOSED:
                if job.pending.attempts < TRIES_IN_TROUBLE:
                    outcome = Later(_backoff(job), words)
            case Verdict.UNREACHABLE:
                outcome = _unreachable(job, refusal)
            case Verdict.NOT_MODIFIED:
                outcome = Sent()
            case Verdict.TARGET_GONE if job.delivery.lane is Lane.COSMETIC:
                outcome = Sent()  # nothing is left to be made prettier
            case _:
                pass
        return outcome

    @staticmethod
    def _broken(job: Job, error: Exception) -> Outcome:
        """A fault of our own. Its words stay out of the log: they may hold a person's."""
        number, fault = job.pending.id, type(error).__name__
        if job.pending.attempts + 1 < TRIES:
            log.warning("delivery failed", delivery=number, fault=fault)
            return Later(_backoff(job), f"{fault}: {error}")
        return SetAside(f"{fault}: {error}")


def _is_final(refusal: Refusal) -> bool:
    """Whether a tag is refused for itself: an administrator has none, someone left, no right."""
    return not refusal.whole_chat and refusal.verdict in {Verdict.HOLD, Verdict.REFUSED}


def _unreachable(job: Job, refusal: Refusal) -> Outcome:
    if isinstance(job.delivery.body, TO_CUSTOMER):
        return Held(refusal.words, refusal.cause)
    if isinstance(job.delivery.body, TellNotices):
        return Unheard()
    return SetAside(refusal.words, refusal.cause)


def missing(job: Job, reason: str) -> SetAside:
    """What a delivery is about cannot be found."""
    _say_set_aside(job, reason)
    return SetAside(reason)


def _say_set_aside(job: Job, reason: str) -> None:
    kind, ticket = job.delivery.body.kind, job.delivery.ticket
    log.warning(
        "delivery set aside", delivery=job.pending.id, kind=kind, ticket=ticket, reason=reason
    )


def _backoff(job: Job) -> float:
    longest = min(LONGEST_BACKOFF_SECONDS, 2.0 ** min(job.pending.attempts, 10))
    return longest * random.uniform(0.5, 1)
