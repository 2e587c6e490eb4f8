"""Keyboards under messages, and the buttons that people press."""

from sandbox.errors import deny, refuse
from sandbox.params import Params
from sandbox.shapes import Json, Object
from sandbox.world import Message

MAX_CALLBACK_DATA = 64  # bytes (Bot API, InlineKeyboardButton)

# What a button does; it does exactly one of these (C: `get_inline_keyboard_button_type`).
_ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
_REPLY_KEYBOARDS = frozenset({"keyboard", "remove_keyboard", "force_reply"})


def inline_markup(params: Params) -> Object | None:
    """The inline keyboard of a call; keyboards for replies are accepted and not shown."""
    markup = params.object("reply_markup")
    if not markup or _REPLY_KEYBOARDS & markup.keys():
        return None
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        refuse('Field "inline_keyboard" must be an Array of Arrays')
    checked = [[_button(button) for button in row] for row in rows if row]
    return {"inline_keyboard": checked} if checked else None


def _button(button: Json) -> Object:
    if not isinstance(button, dict):
        refuse("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    found: Object = {name: value for name, value in button.items() if value is not None}
    if not found.get("text"):
        refuse("can't parse inline keyboard button: Can't find field \"text\"")
    if not _ACTIONS & found.keys():
        refuse(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    data = found.get("callback_data")
    if data is not None and not 0 < len(str(data).encode()) <= MAX_CALLBACK_DATA:
        refuse("BUTTON_DATA_INVALID")
    return found


def buttons(message: Message) -> list[list[Object]]:
    """The buttons under a message, row by row."""
    rows: list[list[Object]] = (message.markup or {}).get("inline_keyboard", [])
    return rows


def pressed(message: Message, data: str | None, text: str | None) -> Object:
    """The button that a person means by its data or its text."""
    flat = [button for row in buttons(message) for button in row]
    for button in flat:
        named = button["text"] if data is None else button.get("callback_data")
        if named != (text if data is None else data):
            continue
        if "callback_data" not in button:
            deny(f"the button {button['text']!r} opens a link: no bot is asked when it is pressed")
        return button
    known = ", ".join(repr(button["text"]) for button in flat) or "no buttons at all"
    return deny(f"message {message.message_id} has no such button; it has {known}", 404)
