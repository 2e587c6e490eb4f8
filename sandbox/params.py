"""The parameters of a Bot API call, read as leniently as telegram-bot-api reads them."""

import contextlib
import json
import math
from typing import NoReturn

from sandbox.errors import refuse
from sandbox.shapes import Json, Object

_INTEGERS = frozenset(
    {
        "chat_id",
        "from_chat_id",
        "message_id",
        "message_thread_id",
        "reply_to_message_id",
        "user_id",
        "receiver_user_id",
        "ephemeral_message_id",
        "offset",
        "limit",
        "timeout",
        "icon_color",
        "duration",
        "width",
        "height",
        "length",
        "cache_time",
        "max_connections",
    }
)
_STRUCTURES = frozenset(
    {
        "reply_markup",
        "reply_parameters",
        "entities",
        "caption_entities",
        "link_preview_options",
        "reaction",
        "media",
        "message_ids",
        "allowed_updates",
        "commands",
        "scope",
        "options",
        "ephemeral_message_parameters",
        "menu_button",
    }
)
_FLAGS = {"true": True, "false": False}


def normalise(raw: Object) -> Object:
    """What a form says, with numbers, flags and JSON as such; the unreadable stays text."""
    return {name: _normalised(name, value) for name, value in raw.items()}


def _normalised(name: str, value: Json) -> Json:
    if not isinstance(value, str):
        return value
    with contextlib.suppress(ValueError, RecursionError):
        if name in _INTEGERS:
            return int(value)
        if name in _STRUCTURES:
            return json.loads(value)
    if name.startswith(("is_", "has_", "disable_", "show_", "protect_", "allow", "remove_")):
        return _FLAGS.get(value.lower(), value)
    return value


class Params:
    """The parameters of one call; whatever cannot be used as asked for is refused in words."""

    def __init__(self, values: Object) -> None:
        self.values = values

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str, default: str = "") -> str:
        """A string; a number given instead is written out."""
        value = self.values.get(name)
        if value is None:
            return default
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def required_text(self, name: str) -> str:
        """A string that may not be missing (C: `get_required_string_arg`)."""
        value = self.text(name)
        if not value:
            refuse(f'parameter "{name}" is required')
        return value

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; anything else counts as the default, as in telegram-bot-api."""
        value = self.values.get(name)
        if isinstance(value, bool):
            return int(value)
        try:
            return int(value) if value is not None else default
        except (TypeError, ValueError, OverflowError):
            return default

    def number(self, name: str) -> float | None:
        """A number with a fraction, or None."""
        try:
            value = float(self.values[name])
        except (KeyError, TypeError, ValueError, OverflowError):
            return None
        return value if math.isfinite(value) else None

    def flag(self, name: str) -> bool:
        """Whether it is set: true, yes or 1 (C: `to_bool`)."""
        value = self.values.get(name)
        return value is True or str(value).lower() in {"true", "yes", "1"}

    def object(self, name: str) -> Object | None:
        """A JSON object, or None where there is none."""
        value = self._structure(name)
        if value is not None and not isinstance(value, dict):
            _refuse_structure(name)
        return value

    def array(self, name: str) -> list[Json] | None:
        """A JSON array, or None where there is none."""
        value = self._structure(name)
        if value is not None and not isinstance(value, list):
            _refuse_structure(name)
        return value

    def objects(self, name: str) -> list[Object] | None:
        """A JSON array of objects, or None where there is none."""
        values = self.array(name)
        if values is None:
            return None
        found = [value for value in values if isinstance(value, dict)]
        if len(found) < len(values):
            _refuse_structure(name)
        return found

    def _structure(self, name: str) -> Json:
        value = self.values.get(name)
        if isinstance(value, str) and value:
            try:
                return json.loads(value)
            except (ValueError, RecursionError):
                _refuse_structure(name)
        return None if value == "" else value


def _refuse_structure(name: str) -> NoReturn:
    refuse(f"can't parse {name.replace('_', ' ')} JSON object")
