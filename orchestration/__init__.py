"""What a ticket desk is: pure Python, no Telegram, no database, no network, no clock."""
