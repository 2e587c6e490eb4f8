"""The time with which a line of words begins, and what stands behind it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from orchestration.errors.times import EmptySeries, PastTime, TooFarAway, UnreadableTime
from orchestration.times.grammar import Wall, names_a_day, once
from orchestration.times.lexicon import EVERY, LANGUAGES, TIMES, UNTIL, said_plainly
from orchestration.times.local import Odd, at, odd, wall
from orchestration.times.series import next_after, series
from orchestration.times.vocabulary import in_english, with_plain_digits

#: No time takes more words or letters than this.
MOST_WORDS = 14
MOST_LETTERS = 100
#: What lies further off is a slip of the pen.
FARTHEST = timedelta(days=5 * 366)

_WORD = re.compile(r"\S+")
_BEGINS_WITH_DIGIT = re.compile(r"[\W_]*\d")
#: Words may be parted by these, which mean nothing.
_MARKS = str.maketrans(dict.fromkeys(",;", " "))


@dataclass(frozen=True, slots=True)
class Reading:
    """A time that was read: when it is due first, in UTC, and the rule by which it comes again.

    `said` are the words that were read, `rest` those behind them. `odd` is what is odd about the
    time on the wall.
    """

    due_at: datetime
    said: str
    rest: str
    rule: str | None = None
    odd: Odd | None = None


#: What a run of words means: a time on the wall, a span from now, or the text of a rule.
Meaning = Wall | timedelta | str


@dataclass(frozen=True, slots=True)
class _Found:
    """What a line begins with in one language, and where it ends."""

    language: str
    end: int
    meaning: Meaning


def read(line: str, zone: str, now: datetime, languages: Iterable[str] = ()) -> Reading:
    """Reads the longest time that the line begins with, in the zone of who wrote it.

    All languages that the desk knows are tried: in another one than it was written in, a line may
    begin with a shorter time, of another meaning. Of readings as long as each other the one in
    the first of `languages` counts. Raises `UnreadableTime` when there is none, or when what
    follows could belong to it; `PastTime`, `TooFarAway` and `EmptySeries`.
    """
    line = line.replace("\0", " ")  # PostgreSQL keeps no NUL in a text
    preferred = [each for each in languages if each in LANGUAGES]
    found = [
        each
        for language in dict.fromkeys([*preferred, *LANGUAGES])
        if (each := _longest(line, language, wall(now, zone))) is not None
    ]
    longest = max(found, key=lambda each: each.end, default=None)
    if longest is None or _goes_on(line[longest.end :], longest.language):
        raise UnreadableTime(words=line.strip()[:40])
    said, rest = line[: longest.end].strip(), line[longest.end :].strip()
    return _read(longest.meaning, said, rest, zone, now)


def without_until(line: str) -> str:
    """A line without the "until" that it may begin with."""
    word, _, rest = line.strip().partition(" ")
    return rest if word.casefold() in UNTIL else line


def _read(meaning: Meaning, said: str, rest: str, zone: str, now: datetime) -> Reading:
    if isinstance(meaning, str):
        due = next_after(meaning, zone, now) if meaning else None
        if due is None:
            raise EmptySeries(words=said[:40])
        strange = odd(datetime.fromisoformat(_start_of(meaning)), zone)
        reading = Reading(due, said, rest, meaning, strange)
    elif isinstance(meaning, timedelta):
        reading = Reading(now + meaning, said, rest)
    else:
        reading = Reading(at(meaning.shown, zone), said, rest, odd=odd(meaning.shown, zone))
    if reading.due_at <= now:
        raise PastTime(words=said[:40], when=_written(reading.due_at, zone))
    if reading.due_at > now + FARTHEST:
        raise TooFarAway(words=said[:40], when=_written(reading.due_at, zone))
    return reading


def _start_of(rule: str) -> str:
    return rule.partition("\n")[0].removeprefix("DTSTART:")


def _written(moment: datetime, zone: str) -> str:
    return f"{wall(moment, zone):%Y-%m-%d %H:%M}"


def _ends(line: str) -> Iterator[int]:
    """Where a time may end, the longest first."""
    ends = [found.end() for found in _WORD.finditer(line[: MOST_LETTERS + 1])][:MOST_WORDS]
    return reversed([end for end in ends if end <= MOST_LETTERS])


def _longest(line: str, language: str, now: datetime) -> _Found | None:
    for end in _ends(line):
        meaning = _meaning(line[:end], language, now)
        if meaning is not None:
            return _Found(language, end, meaning)
    return None


def _meaning(words: str, language: str, now: datetime) -> Meaning | None:
    """What the words mean, where the last of them says anything."""
    if not words.strip() or _says_nothing(words.rsplit(maxsplit=1)[-1], language):
        return None
    return _of(_plain(words), language, now)


def _says_nothing(word: str, language: str) -> bool:
    """Whether a word is one like "at" or "the"."""
    return not in_english(" ".join(_plain(word)), language).strip()


def _of(words: Sequence[str], language: str, now: datetime) -> Meaning | None:
    if not words:
        return None
    if words[0] in EVERY:
        return series(words[1:], language, now)
    return once(in_english(" ".join(words), language), now)


def _plain(words: str) -> list[str]:
    return said_plainly(with_plain_digits(words).casefold().translate(_MARKS)).split()


def _goes_on(rest: str, language: str) -> bool:
    """Whether what follows a time could belong to it: then nobody knows what was meant."""
    for word in rest.split()[:MOST_WORDS]:
        if _BEGINS_WITH_DIGIT.match(with_plain_digits(word)):
            return True
        if not _says_nothing(word, language):
            plain = _plain(word)
            ends = any(each in UNTIL or each in TIMES for each in plain)
            return ends or names_a_day(in_english(" ".join(plain), language))
    return False
