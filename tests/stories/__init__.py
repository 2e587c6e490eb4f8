"""Stories: people at the sandbox's Telegram, and the running desk between them."""
