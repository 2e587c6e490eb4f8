"""The desk's own sentences, with what people are called in them made harmless."""

from bot.texts import Texts
from bot.views.rendered import Rendered, plain
from orchestration.sentences import Fact, Facts

#: A fact of several lines, each of which the desk wrote.
_LINES = "lines"
_LONGEST = 600


def sentence(name: str, facts: Facts, texts: Texts, language: str | None = None) -> Rendered:
    """A fixed sentence or a refusal, by name."""
    harmless = {key: _harmless(key, fact) for key, fact in facts.items()}
    return Rendered(texts.say(name, harmless, language))


def _harmless(key: str, fact: Fact) -> Fact:
    # A status is a string too, and has its own wording.
    if type(fact) is not str:
        return fact
    if key == _LINES:
        return "\n".join(plain(line, _LONGEST) for line in fact.splitlines())
    return plain(fact, _LONGEST)
