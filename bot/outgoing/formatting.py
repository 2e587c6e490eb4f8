"""Formatting that Telegram cannot read is taken out of a call, so that its words arrive."""

from typing import Any

from aiogram.methods import SendMediaGroup, TelegramMethod


def made_plain(method: TelegramMethod[Any]) -> bool:
    """Takes the formatting out of a call, the quote's too; False when it has none."""
    changed = False
    for name in ("entities", "caption_entities"):
        if getattr(method, name, None):
            setattr(method, name, None)
            changed = True
    reply = getattr(method, "reply_parameters", None)
    if reply is not None and reply.quote_entities:
        plain = reply.model_copy(update={"quote_entities": None})
        setattr(method, "reply_parameters", plain)  # noqa: B010 - not every method has one
        changed = True
    if isinstance(method, SendMediaGroup) and any(one.caption_entities for one in method.media):
        method.media = [one.model_copy(update={"caption_entities": None}) for one in method.media]
        changed = True
    return changed
