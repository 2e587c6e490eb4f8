"""How conversations are named whose updates keep their order."""


def private(chat: int) -> str:
    """Someone's private chat with the bot."""
    return f"private:{chat}"


def topic(chat: int, thread: int) -> str:
    """A topic of a group."""
    return f"topic:{chat}:{thread}"
