"""The words of a language in a calendar's plain English, as dateparser knows them.

Only its vocabulary is used: its own reading is generous, and takes "tomorrow 25:00" for tomorrow at
this hour. The library is imported when the first time is read: it costs a fifth of a second and
20 MB, which a desk that nobody asks for times need not pay.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from orchestration.times.grammar import MONTHS, WEEKDAYS
from orchestration.times.lexicon import LANGUAGES

#: dateparser writes "today" as "0 day ago".
_TODAY = re.compile(r"\b0 day ago\b")
#: How dateparser writes days near today.
_NEAR = re.compile(r"in (\d) day|(\d) day ago")
#: "at the hour of 9:00".
_HOUR_OF = re.compile(r"\bhours?\s+(?=\d{1,2}:\d{2})")


@lru_cache(maxsize=512)
def in_english(words: str, language: str) -> str:
    """Words in small letters, such as "в пятницу 14:00", as "friday 14:00"; others stay."""
    # Here, and not above: most commands of a desk read no time.
    from dateparser.conf import settings  # noqa: PLC0415
    from dateparser.languages.loader import default_loader  # noqa: PLC0415

    locale = default_loader.get_locale(language)
    english = str(locale.translate(words, settings=settings))
    return _HOUR_OF.sub("", _TODAY.sub("in 0 day", english))


def with_plain_digits(words: str) -> str:
    """Digits of every script as 0 to 9."""
    return "".join(
        str(unicodedata.digit(letter)) if unicodedata.category(letter) == "Nd" else letter
        for letter in words
    )


@lru_cache(maxsize=1)
def calendar_words() -> Mapping[str, str]:
    """Single words that name a month, a day of the week, or a day near today, in all languages.

    Each with its English name, or how many days it is from today: "вторник" is "tuesday", "ayer"
    is "-1". The first language that has a word counts.
    """
    # Here, and not above, for the same reason.
    from dateparser.languages.loader import default_loader  # noqa: PLC0415

    words: dict[str, str] = {}
    for language in LANGUAGES:
        info = default_loader.get_locale(language).info
        named = {name: info.get(name, ()) for name in (*WEEKDAYS, *MONTHS)}
        for phrase, said in info.get("relative-type", {}).items():
            if near := _NEAR.fullmatch(phrase):
                named[near[1] or f"-{near[2]}"] = said
        for meaning, said in named.items():
            for word in said:
                words.setdefault(word.casefold(), meaning)
    return words
