"""HTML as Telegram reads it: markup to text and entities, with Telegram's words for what is wrong.

A port of `parse_html` in tdlib/td, MessageEntity.cpp: it works on bytes because the words of its
errors count bytes, and it counts UTF-16 units because entities do.
"""

import html
import re
from dataclasses import dataclass
from typing import NoReturn

from sandbox.entities import utf16_length
from sandbox.errors import refuse
from sandbox.shapes import Object

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_TAGS = frozenset({*_SIMPLE, "a", "pre", "code", "blockquote", "tg-emoji", "tg-time"})
_ENTITY = re.compile(rb"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|lt|gt|amp|quot);?")
_SPACE = b" \t\r\n\0\x0b"
_NAME_END = re.compile(rb"[\s=>/\"']|$")
_TOKEN = re.compile(rb"[A-Za-z0-9.\-]*")
_MARKUP = re.compile(rb"[<&]")
_TAG_END = re.compile(rb"[ \t\r\n\0\x0b>]")
_SURROGATES = range(0xD800, 0xE000)


@dataclass
class _Open:
    """A tag that waits for its end."""

    tag: str
    argument: str
    offset: int  # in UTF-16 units of the text so far
    at_byte: int  # in bytes of the text so far


class _Reader:
    """One reading of one text."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.at = 0
        self.out = bytearray()
        self.units = 0
        self.open: list[_Open] = []
        self.entities: list[Object] = []

    def read(self) -> None:
        while self.at < len(self.source):
            byte = self.source[self.at]
            if byte == ord("<"):
                if self.source[self.at + 1 : self.at + 2] == b"/":
                    self._end_tag()
                else:
                    self._start_tag()
            elif byte == ord("&"):
                self._character_reference()
            else:
                end = _find(self.source, self.at)
                self._copy(self.source[self.at : end])
                self.at = end
        if self.open:
            message = f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"'
            _refuse(message)

    def _copy(self, raw: bytes) -> None:
        self.out += raw
        self.units += utf16_length(raw.decode())

    def _character_reference(self) -> None:
        found, length = _decode(self.source, self.at)
        self._copy(found)
        self.at += length

    def _start_tag(self) -> None:
        begin = self.at
        self.at = _find(self.source, begin + 1, _TAG_END)
        if self.at == len(self.source):
            _refuse(f"Unclosed start tag at byte offset {begin}")
        tag = self.source[begin + 1 : self.at].decode(errors="replace").lower()
        if tag not in _TAGS:
            _refuse(f'Unsupported start tag "{tag}" at byte offset {begin}')
        attributes = self._attributes(tag, begin)
        argument = _argument(tag, attributes)
        if tag == "span" and argument != "spoiler":
            _refuse(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(_Open(tag, argument, self.units, len(self.out)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        """Read up to and with the `>` of a start tag."""
        attributes: dict[str, str] = {}
        while True:
            self._skip_space()
            if self.source[self.at : self.at + 1] == b">":
                self.at += 1
                return attributes
            match = _NAME_END.search(self.source, self.at)
            end = match.start() if match else len(self.source)
            name = self.source[self.at : end].decode(errors="replace")
            if not name:
                _refuse(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
            self.at = end
            self._skip_space()
            if self.at < len(self.source) and self.source[self.at] != ord("="):
                attributes.setdefault(name, "")
                continue
            self.at += 1
            self._skip_space()
            if self.at >= len(self.source):
                _refuse(f'Unclosed start tag "{tag}" at byte offset {begin}')
            attributes[name] = self._attribute_value()
            if self.at >= len(self.source):
                _refuse(f"Unclosed start tag at byte offset {begin}")

    def _attribute_value(self) -> str:
        quote = self.source[self.at]
        if quote not in b"'\"":
            begin = self.at
            token = _TOKEN.match(self.source, begin)
            self.at = token.end() if token else begin
            if self.at < len(self.source) and self.source[self.at] not in _SPACE + b">":
                _refuse(f"Unexpected end of name token at byte offset {begin}")
            return self.source[begin : self.at].decode().lower()
        self.at += 1
        value = bytearray()
        while self.at < len(self.source) and self.source[self.at] != quote:
            found, length = _decode(self.source, self.at)
            value += found
            self.at += length
        self.at += 1
        return value.decode(errors="replace")

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            _refuse(f"Unexpected end tag at byte offset {begin}")
        self.at = _find(self.source, begin + 2, _TAG_END)
        name = self.source[begin + 2 : self.at].decode(errors="replace").lower()
        self._skip_space()
        if self.source[self.at : self.at + 1] != b">":
            _refuse(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            _refuse(
                f"Unmatched end tag at byte offset {begin}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        if self.units > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        span: Object = {"offset": opened.offset, "length": self.units - opened.offset}
        match opened.tag:
            case "a":
                url = opened.argument or self.out[opened.at_byte :].decode(errors="replace")
                if url.strip():
                    self.entities.append({"type": "text_link", **span, "url": url})
            case "pre" | "code":
                self._close_code(opened, span)
            case "blockquote":
                kind = "expandable_blockquote" if opened.argument else "blockquote"
                self.entities.append({"type": kind, **span})
            case "tg-emoji":
                if not opened.argument.isdigit() or not int(opened.argument):
                    _refuse("Invalid custom emoji identifier specified")
                custom = {"custom_emoji_id": opened.argument}
                self.entities.append({"type": "custom_emoji", **span, **custom})
            case "tg-time":
                pass  # shown as plain text: nothing here reads the date
            case simple:
                self.entities.append({"type": _SIMPLE[simple], **span})

    def _close_code(self, opened: _Open, span: Object) -> None:
        # <pre><code class="language-x"> is one block of code with a language, in either nesting.
        inner = self.entities[-1] if self.entities else {}
        same = {"offset": inner.get("offset"), "length": inner.get("length")} == span
        if opened.tag == "pre" and same and inner["type"] == "code" and inner.get("language"):
            inner["type"] = "pre"
        elif opened.tag == "code" and same and inner["type"] == "pre" and opened.argument:
            inner["language"] = opened.argument
        else:
            language = {"language": opened.argument} if opened.argument else {}
            self.entities.append({"type": opened.tag, **span, **language})

    def _skip_space(self) -> None:
        while self.at < len(self.source) and self.source[self.at] in _SPACE:
            self.at += 1


def parse_html(source: str) -> tuple[str, list[Object]]:
    """The text and entities of HTML, or the BotApiError that Telegram would answer."""
    reader = _Reader(source.encode(errors="replace"))
    reader.read()
    for entity in reader.entities:
        if entity["type"] == "code":
            entity.pop("language", None)  # only a block has one
    return reader.out.decode(errors="replace"), reader.entities


def _argument(tag: str, attributes: dict[str, str]) -> str:
    match tag:
        case "a":
            return attributes.get("href", "")
        case "code":
            return _after("language-", attributes.get("class", ""))
        case "span":
            return _after("tg-", attributes.get("class", ""))
        case "tg-emoji":
            return attributes.get("emoji-id", "")
        case "blockquote":
            return "1" if "expandable" in attributes else ""
        case _:
            return ""


def _after(prefix: str, value: str) -> str:
    return value.removeprefix(prefix) if value.startswith(prefix) else ""


def _decode(source: bytes, at: int) -> tuple[bytes, int]:
    """The character at `at`, a reference such as `&lt;` resolved, and how many bytes it took."""
    match = _ENTITY.match(source, at)
    if match is None:
        return source[at : at + 1], 1
    written = match.group().decode()
    found = html.unescape(written if written.endswith(";") else f"{written};")
    if not found or any(ord(letter) in _SURROGATES for letter in found):
        return source[at : at + 1], 1
    return found.encode(), len(match.group())


def _find(source: bytes, at: int, ends: re.Pattern[bytes] = _MARKUP) -> int:
    match = ends.search(source, at)
    return match.start() if match else len(source)


def _refuse(words: str) -> NoReturn:
    refuse(f"can't parse entities: {words}")
