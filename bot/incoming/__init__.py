"""From Telegram's updates to one commit each."""
