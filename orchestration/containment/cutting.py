"""Cutting a text where no secret is cut in two: half of one is recognised by nobody."""

import re

#: An end that may be half a key or password, and numbers in groups before it.
_END = re.compile(r"[!-~]*\Z")
_NUMBERS = re.compile(r"[\d\W_]+\Z")


def beginning(text: str, longest: int) -> str:
    """The text, or its beginning of `longest` characters at most, without what may be half."""
    return text if len(text) <= longest else whole(text[:longest])


def whole(cut: str) -> str:
    """A text that was cut somewhere, without the word and the number at its end."""
    return _NUMBERS.sub("", _END.sub("", cut))
