"""Long texts become several messages without losing a word or its formatting."""

from aiogram.types import InlineKeyboardMarkup, MessageEntity
from hypothesis import given
from hypothesis import strategies as st

from bot.views.rendered import Rendered, units
from bot.views.split import split

texts = st.text(
    st.sampled_from("ab .!?\n\t😀é\u0301\u200d👩🏽"), min_size=1, max_size=120
)  # no lone surrogates: Telegram never sends them
limits = st.integers(min_value=4, max_value=40)


@st.composite
def formatted(draw: st.DrawFn) -> Rendered:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    offset, length = units(text[:start]), units(text[start:end])
    entity = MessageEntity(type="bold", offset=offset, length=length)
    return Rendered(text, (entity,))


def covered(rendered: Rendered) -> str:
    raw = rendered.text.encode("utf-16-le")
    return "".join(
        raw[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le") for e in rendered.entities
    )


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(formatted(), limits)
def test_nothing_is_lost_and_nothing_is_too_long(whole: Rendered, limit: int) -> None:
    """Only white space at the cuts goes."""
    pieces = split(whole, limit)
    assert all(len(piece.text) <= limit for piece in pieces)
    assert squeezed("".join(piece.text for piece in pieces)) == squeezed(whole.text)


@given(formatted(), limits)
def test_formatting_covers_the_same_words(whole: Rendered, limit: int) -> None:
    """An entity that is cut goes on in the next piece, at the right offset."""
    pieces = split(whole, limit)
    assert squeezed("".join(covered(piece) for piece in pieces)) == squeezed(covered(whole))


def test_cuts_where_a_reader_would_pause() -> None:
    """Paragraphs first, then lines, sentences, words."""
    assert [p.text for p in split(Rendered("One two.\n\nThree four. Five"), 14)] == [
        "One two.",
        "Three four.",
        "Five",
    ]
    assert [p.text for p in split(Rendered("Hello there. I am here"), 16)] == [
        "Hello there.",
        "I am here",
    ]
    assert [p.text for p in split(Rendered("x" * 10), 4)] == ["xxxx", "xxxx", "xx"]


def test_tears_no_joined_emoji_apart() -> None:
    """A family is one picture made of three."""
    family = "👩\u200d👩\u200d👧"
    assert [p.text for p in split(Rendered("aaa" + family), 6)] == ["aaa", family]


def test_a_short_text_stays_as_it_is() -> None:
    """The buttons stand below the last piece."""
    keyboard = InlineKeyboardMarkup(inline_keyboard=[])
    whole = Rendered("short", (), keyboard)
    assert split(whole) == (whole,)
    pieces = split(Rendered("one two", (), keyboard), 4)
    assert [piece.buttons for piece in pieces] == [None, keyboard]


def test_an_entity_across_a_cut_goes_on_behind_it() -> None:
    """A link over two sentences is a link in both pieces, beyond an emoji too."""
    link = MessageEntity(type="text_link", offset=3, length=11, url="https://example.com")
    one, two = split(Rendered("😀 One. Two is.", (link,)), 8)
    assert (one.text, two.text) == ("😀 One.", "Two is.")
    assert [(e.offset, e.length, e.url) for e in one.entities] == [(3, 4, link.url)]
    assert [(e.offset, e.length, e.url) for e in two.entities] == [(0, 6, link.url)]
