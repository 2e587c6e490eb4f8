"""What people's messages hold: text as Telegram marks it, and made-up things of every kind."""

from dataclasses import dataclass

from sandbox.entities import trim, utf16_length, with_automatic
from sandbox.errors import deny
from sandbox.media import Upload, keep_file, media_content
from sandbox.methods.sending import poll
from sandbox.shapes import Object
from sandbox.world import World

_FRUIT = ["Apples", "Pears"]


@dataclass(frozen=True)
class Attachment:
    """What is known of a thing that is sent: a file's name, its bytes, and words for a poll."""

    name: str = ""
    upload: Upload | None = None
    words: str = ""


def made_up_content(world: World, kind: str, given: Attachment) -> Object:
    """The content of a message of this kind."""
    match kind:
        case "location":
            return {"location": {"latitude": 41.3874, "longitude": 2.1686}}
        case "contact":
            return {"contact": {"phone_number": "+15550100", "first_name": "Alex"}}
        case "poll":
            return {"poll": poll(world.counters.order + 1, given.words or "Which?", _FRUIT)}
        case "dice":
            return {"dice": {"emoji": "🎲", "value": 1 + world.counters.order * 5 % 6}}
        case "story":
            return {"story": {"chat": {"id": -1000000000001, "type": "channel"}, "id": 1}}
        case _:
            return media_content(keep_file(world, kind, given.upload, given.name), {})


def text_with_entities(text: str, given: list[Object] | None) -> tuple[str, list[Object]]:
    """Text as it arrives: trimmed, with the given entities and those Telegram finds."""
    units = utf16_length(text)
    for entity in given or []:
        begin, length = entity.get("offset"), entity.get("length")
        if not isinstance(entity.get("type"), str) or not isinstance(begin, int):
            deny("each entity needs type, offset and length; offsets count UTF-16 units")
        if not isinstance(length, int) or begin < 0 or length < 1 or begin + length > units:
            deny(f"entity {entity['type']} lies outside the text of {units} UTF-16 units")
    text, entities = trim(text, given or [])
    return text, with_automatic(text, entities)
