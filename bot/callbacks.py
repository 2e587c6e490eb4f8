"""What the desk's buttons say when they are pressed (64 bytes at most, Bot API)."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Press(StrEnum):
    """What a button on a card does."""

    CLAIM = "claim"
    RELEASE = "release"
    ASSIGN_MENU = "assign"
    ASSIGN_TO = "to"
    STATUS_MENU = "status"
    SET_STATUS = "set"
    RESOLVE = "resolve"
    REOPEN = "reopen"
    CLOSE = "close"
    BACK = "back"
    HELP = "help"
    ASK_OWNER = "ask"


class CardPress(CallbackData, prefix="t"):
    """A button of ticket `ticket`; `value` is whom or which status, where it takes one."""

    press: Press
    ticket: int
    value: str = ""


class ChoosePress(CallbackData, prefix="c"):
    """A customer chooses one of their tickets."""

    ticket: int
