"""What Telegram lets a bot choose from: reactions, topic colours and topic icons."""

from sandbox.shapes import Object

# Bot API, ReactionTypeEmoji.
_REACTIONS = """
❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣
⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪
🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡
"""
REACTIONS = frozenset(_REACTIONS.split())
TOPIC_COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)  # createForumTopic

_FIRST_ICON = 5_312_000_000_000_000_001
_ICON_EMOJI = "📰 💡 ⚡ 🎙 🔝 🗣 🆒 ❗ 📝 📆 📁 🔎 📣 🔥 ❤ ❓ 📈 📉 💎 💰 ✅ ⏰ 💬 ⭐ 🆕 👀 ⏳ 🔒"
TOPIC_ICONS = {str(_FIRST_ICON + index): emoji for index, emoji in enumerate(_ICON_EMOJI.split())}


def reaction(emoji: str) -> str | None:
    """This emoji as Telegram writes it, or None if it is not a reaction."""
    plain = emoji.replace("\ufe0f", "")
    return plain if plain in REACTIONS else None


def icon_stickers() -> list[Object]:
    """The custom emoji that may be a topic's icon (getForumTopicIconStickers)."""
    return [
        {
            "file_id": f"sandbox-icon-{icon}",
            "file_unique_id": f"icon{icon}",
            "type": "custom_emoji",
            "width": 100,
            "height": 100,
            "is_animated": False,
            "is_video": False,
            "emoji": emoji,
            "set_name": "Topics",
            "custom_emoji_id": icon,
        }
        for icon, emoji in TOPIC_ICONS.items()
    ]
