"""A text as tables are held against it: letter by letter, so that places stay what they are."""

import unicodedata

#: Letters that Persian is written with, and the Arabic ones that many keyboards give instead.
_PERSIAN = {"\u064a": "\u06cc", "\u0649": "\u06cc", "\u0643": "\u06a9"}


def composed(text: str) -> str:
    """The same text, with every accented letter as one: what `folded` is as long as."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """A composed text without case and accents, digits of every script as 0 to 9.

    It is exactly as long as the text. What is invisible becomes a space.
    """
    return "".join(map(_folded, text))


def _folded(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.digit(letter))
    if category in {"Cf", "Zs"}:
        return " "
    plain = [
        each
        for each in unicodedata.normalize("NFKD", letter).casefold()
        if not unicodedata.combining(each)
    ]
    only = plain[0] if len(plain) == 1 else letter
    return _PERSIAN.get(only, only)
