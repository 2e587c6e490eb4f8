"""The third way through the house: specialists read a conversation, and people read their note."""
