"""Amounts of money in a text: a number beside the sign or the name of a currency."""

import re
from collections.abc import Iterator
from decimal import Decimal

from orchestration.specialists.built_in.entity_words import (
    CURRENCIES,
    MULTIPLIERS,
    TOMAN,
    WHOLE,
)
from orchestration.specialists.built_in.spans import Span
from orchestration.specialists.built_in.word_table import WordTable

_TOMAN = "toman"
_NAMES = WordTable({**CURRENCIES, _TOMAN: TOMAN})

#: 1.234,56 and 1 234 and 35.9, in folded text.
_NUMBER = (
    r"(\d{1,3}(?:[ .,'\u066c]\d{3}){1,4}(?:[.,\u066b]\d{1,2})?|\d{1,12}(?:[.,\u066b]\d{1,2})?)"
)
_MULTIPLIER = "|".join(sorted(MULTIPLIERS, key=len, reverse=True))
_SIGN = r"us\$|r\$|[€$£₽﷼₴₺₹¥₸]"
_AFTER = re.compile(
    rf"(?<![\w.,]){_NUMBER}(?!\d|[.,]\d) ?(?:({_MULTIPLIER})\.? ?)?({_SIGN}|[^\W\d_]{{1,12}})(?!\w)"
)
_BEFORE = re.compile(rf"(?<!\w)({_SIGN}|[a-z]{{3}}) ?{_NUMBER}(?!\w|[.,]\d)")
_CENTS = re.compile(r"[.,\u066b](\d{1,2})$")


def amounts(text: str) -> Iterator[Span]:
    """Every amount of a folded text, in the currency's smallest unit with its code: `3500 EUR`.

    A mere `$` is the dollar of the United States. Toman are told in rial, ten times as many.
    """
    for found in _AFTER.finditer(text):
        if currency := _NAMES.get(found[3]):
            times = MULTIPLIERS.get(found[2], 1)
            yield Span(found.start(), found.end(), _value(found[1], times, currency))
    for found in _BEFORE.finditer(text):
        code = found[1].isalpha()
        currency = _NAMES.get(found[1])
        if currency and (not code or found[1].upper() == currency):
            yield Span(found.start(), found.end(), _value(found[2], 1, currency))


def _value(number: str, times: int, currency: str) -> str:
    cents = _CENTS.search(number)
    whole = number[: cents.start()] if cents else number
    digits = "".join(filter(str.isdecimal, whole))
    amount = Decimal(f"{digits}.{cents[1] if cents else 0}") * times
    if currency == _TOMAN:
        amount, currency = amount * 10, "IRR"
    return f"{int(amount * (1 if currency in WHOLE else 100))} {currency}"
