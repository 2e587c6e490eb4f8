"""Sending: text, files of every kind, albums, and the small kinds without a file."""

import re

from sandbox.errors import refuse
from sandbox.keyboards import inline_markup
from sandbox.media import ALBUM_KINDS, ALONE_KINDS, CAPTIONED, MAX_ALBUM, keep_file, media_content
from sandbox.methods.access import writable_chat
from sandbox.methods.call import Call, Counts, method
from sandbox.methods.compose import caption_content, destination, post, send, text_content
from sandbox.shapes import Json, Object
from sandbox.world import File

_DICE_SIDES = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}
_URL = re.compile(r"https?://", re.IGNORECASE)
_LARGEST_OPTIONS = 12


@method("sendMessage", Counts.MESSAGE)
def send_message(call: Call) -> Json:
    """Text, from HTML or with given entities."""
    return post(call, "text", text_content(call))


@method("sendMessageDraft", Counts.MESSAGE, reads=True)
def send_message_draft(call: Call) -> Json:
    """Words that are still being written, for 30 seconds. Nobody sees them here.

    Without words it says that the bot is thinking. Whether it counts towards the limits is unknown,
    so it does; of what it refuses, the words are unknown.
    """
    if not writable_chat(call).is_private:
        refuse("PEER_ID_INVALID")
    if not call.params.integer("draft_id"):
        refuse("RANDOM_ID_INVALID")
    if call.params.text("text"):
        text_content(call)
    return True


@method("sendPhoto", Counts.MESSAGE)
def send_photo(call: Call) -> Json:
    """A picture."""
    return _send_file(call, "photo")


@method("sendVideo", Counts.MESSAGE)
def send_video(call: Call) -> Json:
    """A film."""
    return _send_file(call, "video")


@method("sendAnimation", Counts.MESSAGE)
def send_animation(call: Call) -> Json:
    """A silent, looping film."""
    return _send_file(call, "animation")


@method("sendVoice", Counts.MESSAGE)
def send_voice(call: Call) -> Json:
    """Something spoken."""
    return _send_file(call, "voice")


@method("sendAudio", Counts.MESSAGE)
def send_audio(call: Call) -> Json:
    """Music."""
    return _send_file(call, "audio")


@method("sendDocument", Counts.MESSAGE)
def send_document(call: Call) -> Json:
    """A file of any type."""
    return _send_file(call, "document")


@method("sendSticker", Counts.MESSAGE)
def send_sticker(call: Call) -> Json:
    """A sticker."""
    return _send_file(call, "sticker")


@method("sendVideoNote", Counts.MESSAGE)
def send_video_note(call: Call) -> Json:
    """A round film."""
    return _send_file(call, "video_note")


@method("sendLocation", Counts.MESSAGE)
def send_location(call: Call) -> Json:
    """A point on the map."""
    return post(call, "location", {"location": _point(call)})


@method("sendVenue", Counts.MESSAGE)
def send_venue(call: Call) -> Json:
    """A place with a name; like Telegram, the message carries its point as well."""
    point = _point(call)
    venue = {
        "location": point,
        "title": call.params.required_text("title"),
        "address": call.params.required_text("address"),
    }
    return post(call, "venue", {"venue": venue, "location": point})


@method("sendContact", Counts.MESSAGE)
def send_contact(call: Call) -> Json:
    """Somebody's phone number."""
    contact = {
        "phone_number": call.params.required_text("phone_number"),
        "first_name": call.params.required_text("first_name"),
    }
    optional = {name: call.params.text(name) for name in ("last_name", "vcard")}
    return post(call, "contact", {"contact": contact | {k: v for k, v in optional.items() if v}})


@method("sendPoll", Counts.MESSAGE)
def send_poll(call: Call) -> Json:
    """A poll that nobody answers yet."""
    options = call.params.array("options") or []
    texts = [
        str(option.get("text", "") if isinstance(option, dict) else option) for option in options
    ]
    if not 1 <= len(texts) <= _LARGEST_OPTIONS:
        refuse(f"poll must have at least 1 option and at most {_LARGEST_OPTIONS} options")
    question = call.params.required_text("question")
    return post(call, "poll", {"poll": poll(call.world.counters.order + 1, question, texts)})


@method("sendDice", Counts.MESSAGE)
def send_dice(call: Call) -> Json:
    """A dice, thrown by counting: the same operations throw the same numbers."""
    emoji = call.params.text("emoji", "🎲")
    if emoji not in _DICE_SIDES:
        refuse("EMOTICON_INVALID")
    value = 1 + call.world.counters.order * 5 % _DICE_SIDES[emoji]
    return post(call, "dice", {"dice": {"emoji": emoji, "value": value}})


@method("sendMediaGroup", Counts.MESSAGE)
def send_media_group(call: Call) -> Json:
    """An album: two to ten messages with one media_group_id."""
    items = call.params.objects("media")
    if items is None:
        refuse("there are no messages to send")
    check_album([str(item.get("type")) for item in items])
    where = destination(call)
    contents = [media_item(call, item) for item in items]
    call.world.counters.album += 1
    album = {"media_group_id": str(call.world.counters.album)}
    return [
        send(call, where, item["type"], content, extra=album)
        for item, content in zip(items, contents, strict=True)
    ]


def check_album(kinds: list[str]) -> None:
    """Refuse what cannot be an album (T: `check_message_group_message_contents`)."""
    if len(kinds) > MAX_ALBUM:
        refuse("too many messages to send as an album")
    if not kinds:
        refuse("there are no messages to send")
    if not set(kinds) <= ALBUM_KINDS:
        refuse("invalid message content type")
    for kind in sorted(ALONE_KINDS & set(kinds), reverse=True):
        if len(set(kinds)) > 1:
            refuse(f"{kind.capitalize()} can't be mixed with other media types")


def media_item(call: Call, item: Object) -> Object:
    """The content that one InputMedia describes."""
    kind = str(item.get("type"))
    file = _resolve(call, kind, item.get("media"))
    return media_content(file, _details(item)) | caption_content(call, item)


def poll(number: int, question: str, texts: list[str]) -> Object:
    """A Poll without votes."""
    options = [
        {"persistent_id": str(index), "text": text, "voter_count": 0}
        for index, text in enumerate(texts)
    ]
    return {
        "id": str(number),
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }


def _send_file(call: Call, kind: str) -> Json:
    where = destination(call)
    content = media_content(
        _resolve(call, kind, call.params.values.get(kind)), _details(call.params.values)
    )
    if kind in CAPTIONED:
        content |= caption_content(call, call.params.values)
    if call.params.flag("has_spoiler"):
        content["has_media_spoiler"] = True
    return send(call, where, kind, content, inline_markup(call.params))


def _resolve(call: Call, kind: str, value: Json) -> File:
    """The file that a parameter means: an upload, or one that Telegram has."""
    name = str(value).removeprefix("attach://") if value else kind
    upload = call.files.get(name)
    if upload is not None:
        return keep_file(call.world, kind, upload)
    if not value:
        refuse(f"there is no {kind.replace('_', ' ')} in the request")
    if _URL.match(str(value)):
        refuse("failed to get HTTP URL content")  # the sandbox reaches no other machine
    file = call.world.files.get(str(value))
    if file is None:
        refuse("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        refuse(f"can't use file of type {_type_name(file.kind)} as {_type_name(kind)}")
    return file


def _type_name(kind: str) -> str:
    return "".join(part.capitalize() for part in kind.split("_"))


def _details(given: Object) -> Object:
    """What a sender says of a file beside its bytes."""
    numbers = {
        name: given[name] for name in ("width", "height", "duration", "length") if name in given
    }
    words = {name: given[name] for name in ("performer", "title", "emoji") if given.get(name)}
    return {name: int(value) for name, value in numbers.items()} | words


def _point(call: Call) -> Object:
    latitude, longitude = call.params.number("latitude"), call.params.number("longitude")
    if latitude is None:
        refuse("latitude is empty")
    if longitude is None:
        refuse("longitude is empty")
    return {"latitude": latitude, "longitude": longitude}
