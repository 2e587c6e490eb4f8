"""The words that a calendar's vocabulary lacks: every, until, times, working day, small words."""

import re
from collections.abc import Mapping, Sequence

#: The languages that are read, in the order in which they are tried.
LANGUAGES = ("en", "es", "ru", "pt", "fa")

EVERY = frozenset(
    {"every", "each", "cada", "todo", "todos", "toda", "todas"}
    | {"каждый", "каждую", "каждое", "каждые", "по", "هر"}
)
UNTIL = frozenset(["until", "till", "hasta", "até", "ate", "до", "تا"])
TIMES = frozenset(["times", "time", "veces", "vez", "раз", "раза", "vezes", "بار", "مرتبه"])
_WORKDAYS = (
    "weekdays?|working day|business day|workday|día laborable|día hábil|dia útil"
    "|рабочий день|будний день|روز کاری"
)

#: What is said otherwise in the calendar's own words, whole words for whole words.
_SAYINGS: Mapping[str, str] = {
    # What a calendar's vocabulary does not know at all.
    "half an hour": "30 minutes",
    "a las": "",
    "a la": "",
    "pasado mañana": "en 2 días",
    "depois de amanhã": "em 2 dias",
    "daqui a": "em",
    "پس فردا": "در ۲ روز",
    "پس‌فردا": "در ۲ روز",
    # A day of the week that is written as two words.
    "یک شنبه": "یکشنبه",
    "دو شنبه": "دوشنبه",
    "سه شنبه": "سه‌شنبه",
    "چهار شنبه": "چهارشنبه",
    "پنج شنبه": "پنجشنبه",
    # Days of the week on which something is done again and again.
    "понедельникам": "понедельник",
    "вторникам": "вторник",
    "средам": "среда",
    "четвергам": "четверг",
    "пятницам": "пятница",
    "субботам": "суббота",
    "воскресеньям": "воскресенье",
    "segundas": "segunda",
    "terças": "terça",
    "quartas": "quarta",
    "quintas": "quinta",
    "sextas": "sexta",
    "sábados": "sábado",
    "domingos": "domingo",
}
#: Articles and the like, which say nothing of the time.
_SMALL = frozenset(
    {"on", "the", "el", "la", "los", "las", "as", "na", "no", "nas", "nos", "os", "o"}
)

_SAYING = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_SAYINGS, key=len, reverse=True)))})(?!\w)"
)
_WORKDAY = re.compile(rf"(?<!\w)(?:{_WORKDAYS})(?!\w)")


def said_plainly(words: str) -> str:
    """Words in small letters as a calendar's vocabulary knows them, without articles."""
    plain = _SAYING.sub(lambda found: _SAYINGS[found[0]], words)
    return " ".join(word for word in plain.split() if word not in _SMALL)


def without_workday(words: Sequence[str]) -> tuple[list[str], bool]:
    """The words without "working day", and whether it was among them."""
    joined, found = _WORKDAY.subn(" ", " ".join(words))
    return joined.split(), bool(found)
