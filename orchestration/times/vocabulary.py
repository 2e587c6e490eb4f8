"""The words of a language in a calendar's plain English, as dateparser knows them.

Only its vocabulary is used: its own reading is generous, and takes "tomorrow 25:00" for tomorrow at
this hour. The library is imported when the first time is read: it costs a fifth of a second and
20 MB, which a desk that nobody asks for times need not pay.
"""

import re
import unicodedata
from functools import lru_cache

#: dateparser writes "today" as "0 day ago".
_TODAY = re.compile(r"\b0 day ago\b")
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
