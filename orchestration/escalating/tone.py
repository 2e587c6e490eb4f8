"""How a customer sounds, in the desk's languages; a doubt means neutral.

Words, threats, shouting and exclamation marks are weighed together, because hardly any of them is
sure alone. Whoever is content is only loud ("THANK YOU!!!"), and thanks alone are politeness. The
words stand in `tone_words`; here is only how a text is held against them.
"""

import re
from enum import StrEnum

from orchestration.escalating.said import CHARACTERS, phrases_said, read_part
from orchestration.escalating.tone_words import PRAISE, TONE
from orchestration.escalating.trigger_words import Trigger
from orchestration.escalating.triggers import THREATS, triggers_of
from orchestration.specialists.triage import Lexicon

__all__ = ["CHARACTERS", "SURE", "Tone", "sounds_negative", "tone_of"]

#: From here on it is no doubt any more.
SURE = 2
#: So many letters, and nearly all of them capitals, are shouted.
_SHOUTED_LETTERS, _SHOUTED_SHARE = 12, 0.8
_FACES = {"🤬": 2, "😡": 2, "😤": 1, "😠": 1, "👿": 1, "👎": 1}

_EXCLAIMED = re.compile(r"!(?:[?؟]*!){2}")
_ASKED = re.compile(r"[?؟]")


class Tone(StrEnum):
    """How somebody sounds: angry, desperate or threatening; content; or neither."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


def tone_of(text: str) -> Tone:
    """How the words sound. It reads words and knows no irony. Any text at all may be given."""
    if sounds_negative(text):
        return Tone.NEGATIVE
    read = read_part(text)
    praised = not _ASKED.search(read) and phrases_said(_PRAISE, text)
    if praised and all(phrase.label < "0" for phrase in phrases_said(_TONE, text)):
        return Tone.POSITIVE
    return Tone.NEUTRAL


def sounds_negative(text: str) -> bool:
    """Whether the words are those of someone angry, despairing or threatening.

    Who only leaves is not yet angry, and who leaves with a hard word is.
    """
    read = read_part(text)
    weights = [int(phrase.label) for phrase in phrases_said(_TONE, text)]
    weights += [weight for face, weight in _FACES.items() if face in read]
    if all(weight > 0 for weight in weights):
        weights += [_is_shouted(read), _EXCLAIMED.search(read) is not None]
    said = triggers_of(text)
    return not THREATS.isdisjoint(said) or sum(weights) + (Trigger.CHURN in said) >= SURE


def _is_shouted(text: str) -> bool:
    """Only of scripts that have capitals."""
    cased = [char for char in text if char.isupper() or char.islower()]
    capitals = sum(char.isupper() for char in cased)
    return len(cased) >= _SHOUTED_LETTERS and capitals >= _SHOUTED_SHARE * len(cased)


_TONE = Lexicon({str(weight): rows for weight, rows in TONE.items()})
_PRAISE = Lexicon({"praise": PRAISE})
