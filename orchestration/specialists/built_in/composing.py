"""One answer out of what several specialists propose to tell the customer."""

from collections.abc import Sequence
from enum import StrEnum

from orchestration.events.specialists import Fate
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.built_in.sentences import BrainSentence
from orchestration.specialists.built_in.wording import Wording
from orchestration.specialists.cast import BUILT_IN

_LONGEST_NAME = 32
#: Such as in Anne-Marie and D'Arcy.
_IN_NAMES = dict.fromkeys(map(ord, "-'\u2019"))
#: What stands between the parts of a draft.
PARAGRAPH = "\n\n"


class Tone(StrEnum):
    """How an answer may sound: without greeting and closing, with "Dear …", or with "Hi …"."""

    SHORT = "short"
    FORMAL = "formal"
    FRIENDLY = "friendly"


_HELLO = {
    None: BrainSentence.HELLO,
    Tone.FORMAL: BrainSentence.HELLO_FORMAL,
    Tone.FRIENDLY: BrainSentence.HELLO_FRIENDLY,
}
_CLOSE = {
    None: BrainSentence.CLOSE,
    Tone.FORMAL: BrainSentence.CLOSE_FORMAL,
    Tone.FRIENDLY: BrainSentence.CLOSE_FRIENDLY,
}


def compose(brief: Brief, say: Wording, inside: Wording) -> Advice:
    """Greeting, what each has to tell, all questions in one place, closing; empty for nothing.

    It is grounded where every part of it is, and as sure as the least sure of them; a model's words
    stay a model's. A tone that is not known is told of in the note.
    """
    parts = [
        each.advice
        for each in brief.said
        if each.fate is Fate.ADVISED and each.advice.draft.strip()
    ]
    tone = _tone(brief.tone)
    note = inside(BrainSentence.NOTE_TONE, tone=brief.tone[:40]) if _unknown(brief.tone) else ""
    if not parts:
        return Advice(note=note)
    statements = dict.fromkeys(said for each in parts for said in _statements(each))
    questions = list(dict.fromkeys(said for each in parts for said in _questions(each)))
    body = [*statements, *_asked(questions, say)]
    if tone is not Tone.SHORT:
        hello = say(_HELLO[tone], name=first_name(brief.customer_name))
        close = [] if questions else [say(_CLOSE[tone])]
        body = [hello, *body, *close]
    return Advice(
        note=note,
        evidence=tuple(dict.fromkeys(each for part in parts for each in part.evidence)),
        draft=PARAGRAPH.join(body),
        grounded=all(each.grounded for each in parts),
        asks=any(each.asks for each in parts),
        confidence=min(each.confidence for each in parts),
        brain=next((each.brain for each in parts if each.brain != BUILT_IN), BUILT_IN),
    )


def first_name(name: str) -> str:
    """What to greet somebody by; empty where it is no name."""
    first = next(iter(name.split()), "")
    plain = first.translate(_IN_NAMES)
    return first if plain.isalpha() and len(first) <= _LONGEST_NAME else ""


def _tone(named: str) -> Tone | None:
    wanted = named.strip().casefold()
    return Tone(wanted) if wanted in set(Tone) else None


def _unknown(named: str) -> bool:
    return bool(named.strip()) and _tone(named) is None


def _split(part: Advice) -> tuple[list[str], list[str]]:
    """Its statements and its questions: this brain writes the question last, by itself."""
    paragraphs = [each.strip() for each in part.draft.split(PARAGRAPH) if each.strip()]
    if not part.asks or part.brain != BUILT_IN:
        return paragraphs, []
    return paragraphs[:-1], paragraphs[-1:]


def _statements(part: Advice) -> list[str]:
    return _split(part)[0]


def _questions(part: Advice) -> list[str]:
    return _split(part)[1]


def _asked(questions: Sequence[str], say: Wording) -> list[str]:
    """One question as it is, several as one list."""
    if len(questions) <= 1:
        return list(questions)
    lines = "\n".join(f"• {each}" for each in questions)
    return [f"{say(BrainSentence.QUESTIONS)}\n{lines}"]
