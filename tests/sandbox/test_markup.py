"""HTML to text and entities (T: MessageEntity.cpp), and the UTF-16 arithmetic around it."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import trim, utf16_length, utf16_slice, with_automatic
from sandbox.errors import BotApiError
from sandbox.markup import parse_html

TAGS = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "s": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "blockquote": "blockquote",
}
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a &lt;b&gt; &amp;&#33; &nbsp; &", "a <b> &! &nbsp; &", []),
        ("<STRONG>x</STRONG>", "x", [{"type": "bold", "offset": 0, "length": 1}]),
        (
            "👍<em>👍</em>",
            "👍👍",
            [{"type": "italic", "offset": 2, "length": 2}],
        ),
        (
            '<a href="https://x.org/?a=1&amp;b=2">x</a>',
            "x",
            [{"type": "text_link", "offset": 0, "length": 1, "url": "https://x.org/?a=1&b=2"}],
        ),
        (
            '<pre><code class="language-py">x</code></pre>',
            "x",
            [{"type": "pre", "offset": 0, "length": 1, "language": "py"}],
        ),
        (
            "<blockquote expandable>x</blockquote>",
            "x",
            [{"type": "expandable_blockquote", "offset": 0, "length": 1}],
        ),
        (
            '<span class="tg-spoiler">x</span>',
            "x",
            [{"type": "spoiler", "offset": 0, "length": 1}],
        ),
        (
            "<tg-emoji emoji-id='5'>x</tg-emoji>",
            "x",
            [{"type": "custom_emoji", "offset": 0, "length": 1, "custom_emoji_id": "5"}],
        ),
        ("<b></b>x", "x", []),
    ],
)
def test_html(source: str, text: str, entities: list[dict[str, object]]) -> None:
    """What Telegram's grammar says."""
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b", "Unclosed start tag at byte offset 0"),
        ("é<a x", 'Unclosed start tag "a" at byte offset 2'),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<a href=x:y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("<a =x>z</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<b><i>x", 'Can\'t find end tag corresponding to start tag "i"'),
    ],
)
def test_wrong_html(source: str, words: str) -> None:
    """Each mistake has its words, with the offset in bytes."""
    with pytest.raises(BotApiError, match=re.escape(words)) as raised:
        parse_html(source)
    assert raised.value.description == f"Bad Request: can't parse entities: {words}"


@given(st.lists(st.tuples(WORDS, st.sampled_from([None, *TAGS])), max_size=8))
def test_html_gives_back_what_was_marked(parts: list[tuple[str, str | None]]) -> None:
    """Text comes back whole, and each entity covers exactly what its tag did."""
    source = "".join(
        f"<{tag}>{html.escape(word)}</{tag}>" if tag else html.escape(word) for word, tag in parts
    )
    text, entities = parse_html(source)
    assert text == "".join(word for word, _ in parts)
    assert [(e["type"], utf16_slice(text, e["offset"], e["length"])) for e in entities] == [
        (TAGS[tag], word) for word, tag in parts if tag
    ]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_is_read_or_refused(source: str) -> None:
    """Whatever is sent as HTML gives a text or Telegram's words, and entities lie inside."""
    try:
        text, entities = parse_html(source)
    except BotApiError:
        return
    text, entities = trim(text, entities)
    for entity in with_automatic(text, entities):
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16_length(text)


@given(st.text(" \n\tab👍", max_size=20), st.data())
def test_trimming_moves_entities_along(text: str, data: st.DataObject) -> None:
    """An entity covers the same words before and after, less the white space that went."""
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    span = {"offset": utf16_length(text[:begin]), "length": utf16_length(text[begin:end])}
    trimmed, kept = trim(text, [{"type": "bold", **span}] if end > begin else [])
    assert trimmed == text.strip()
    for entity in kept:
        covered = utf16_slice(trimmed, entity["offset"], entity["length"])
        assert covered.strip() == text[begin:end].strip()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start x", [("bot_command", "/start")]),
        ("a/b 1/2 http://a.b/c/d", [("url", "http://a.b/c/d")]),
        ("see example.com, ok", [("url", "example.com")]),
        ("mail me@example.com.", [("email", "me@example.com")]),
        ("@maria @al @x", [("mention", "@maria")]),
        ("#refund #1", [("hashtag", "#refund")]),
        ("v1.0.0 and e.g. this", []),
    ],
)
def test_marked_by_itself(text: str, found: list[tuple[str, str]]) -> None:
    """Commands, links, addresses, names and tags that nobody marked."""
    entities = with_automatic(text, [])
    assert [(e["type"], utf16_slice(text, e["offset"], e["length"])) for e in entities] == found


def test_nothing_is_marked_inside_code() -> None:
    """Code stays code."""
    code = {"type": "code", "offset": 0, "length": 10}
    assert with_automatic("/start @me", [code]) == [code]
