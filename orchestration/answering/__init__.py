"""Answering: replies, notes, drafts, macros, and what becomes of words once they are said."""
