"""How things look in Telegram: pure functions from the desk's words to text and entities.

Nothing here uses HTML or Markdown: formatting is entities beside the text, so that nothing a
person typed can break a message, or be taken for something the desk says.
"""
