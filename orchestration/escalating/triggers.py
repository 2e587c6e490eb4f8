"""What a customer says that calls for somebody at once, however they sound; a doubt is none.

The words stand in `trigger_words`.
"""

from orchestration.escalating.said import phrases_said
from orchestration.escalating.trigger_words import TRIGGERS, Trigger
from orchestration.specialists.triage import Lexicon

#: Whoever says these is not content, in whatever words.
THREATS = frozenset({Trigger.LEGAL, Trigger.CHARGEBACK, Trigger.PRESS, Trigger.REGULATOR})


def triggers_of(text: str) -> frozenset[Trigger]:
    """The triggers that the words hold and do not deny. Any text at all may be given."""
    return frozenset(Trigger(phrase.label) for phrase in phrases_said(_TRIGGERS, text))


_TRIGGERS = Lexicon({trigger: TRIGGERS[trigger] for trigger in Trigger})
