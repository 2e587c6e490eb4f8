"""Formatted text: UTF-16 arithmetic, trimming, and what Telegram marks by itself.

Entities count UTF-16 units while limits count code points (fact 13).
"""

import re

from sandbox.shapes import Object

MAX_TEXT = 4096
MAX_CAPTION = 1024

# In the order in which they win where they overlap.
_AUTOMATIC = (
    ("url", re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]}']", re.IGNORECASE)),
    (
        "email",
        re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[a-zA-Z\d-]+(?:\.[a-zA-Z\d-]+)*\.[a-zA-Z]{2,}"),
    ),
    (
        "url",
        re.compile(
            r"(?<![\w@./-])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+"
            r"(?:com|org|net|io|me|dev|app|info|eu|de|es|fr|ru|uk|co)\b(?:/[^\s<>\"]*[^\s<>\".,;:!?)])?",
            re.IGNORECASE,
        ),
    ),
    (
        "bot_command",
        re.compile(r"(?<![\w/@.<>])/[a-zA-Z\d_]{1,64}(?:@[a-zA-Z\d_]{3,32})?(?![\w/])"),
    ),
    ("mention", re.compile(r"(?<![\w@/.])@[a-zA-Z][a-zA-Z\d_]{2,31}(?![\w@])")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)
# Inside these Telegram marks nothing by itself.
_OPAQUE = frozenset({"pre", "code", "text_link", "text_mention", "url", "email", "mention"})


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def trim(text: str, entities: list[Object]) -> tuple[str, list[Object]]:
    """Drop white space around the text, as Telegram does, and move the entities along."""
    stripped = text.rstrip().lstrip()
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    whole = utf16_length(stripped)
    kept: list[Object] = []
    for entity in entities:
        begin = max(entity["offset"] - cut, 0)
        end = min(entity["offset"] + entity["length"] - cut, whole)
        if begin < end:
            kept.append({**entity, "offset": begin, "length": end - begin})
    return stripped, kept


def with_automatic(text: str, entities: list[Object]) -> list[Object]:
    """All entities of a text in Telegram's order: those given, and those Telegram finds."""
    taken = [_span(entity) for entity in entities if entity["type"] in _OPAQUE]
    found = list(entities)
    for kind, pattern in _AUTOMATIC:
        for match in pattern.finditer(text):
            begin = utf16_length(text[: match.start()])
            span = (begin, begin + utf16_length(match.group()))
            if not any(span[0] < end and start < span[1] for start, end in taken):
                taken.append(span)
                found.append({"type": kind, "offset": begin, "length": span[1] - begin})
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def _span(entity: Object) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]
