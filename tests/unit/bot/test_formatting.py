"""A call whose formatting Telegram cannot read is made again without it."""

from aiogram.methods import CopyMessage, SendMediaGroup, SendMessage
from aiogram.types import InputMediaPhoto, MessageEntity, ReplyParameters

from bot.outgoing.formatting import made_plain

BOLD = MessageEntity(type="bold", offset=0, length=3)


def test_an_album_loses_the_formatting_of_every_caption() -> None:
    """And keeps its words, its files and their order."""
    one = InputMediaPhoto(media="1", caption="one", caption_entities=[BOLD])
    two = InputMediaPhoto(media="2")
    album = SendMediaGroup(chat_id=1, media=[one, two])
    assert made_plain(album)
    assert [(each.media, each.caption) for each in album.media] == [("1", "one"), ("2", None)]
    assert not any(each.caption_entities for each in album.media)
    assert not made_plain(album)


def test_text_captions_and_quotes_lose_theirs() -> None:
    """What a message replies to, and the words that it quotes, stay."""
    reply = ReplyParameters(message_id=5, quote="one", quote_entities=[BOLD])
    text = SendMessage(chat_id=1, text="one", entities=[BOLD], reply_parameters=reply)
    assert made_plain(text)
    assert text.entities is None
    assert text.reply_parameters == ReplyParameters(message_id=5, quote="one")
    copy = CopyMessage(chat_id=1, from_chat_id=2, message_id=3, caption_entities=[BOLD])
    assert made_plain(copy)
    assert copy.caption_entities is None


def test_what_has_no_formatting_is_not_tried_again() -> None:
    """Its refusal has another cause."""
    assert not made_plain(SendMessage(chat_id=1, text="one"))
