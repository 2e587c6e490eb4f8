"""The outside world besides Telegram."""
