"""How the owner wants customers received: what a flood is, and the question before a ticket."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, Field, StrictInt

from bot.desk_files.values import Duration, Part, Tag
from orchestration.desk import Choice, Flood, Question

_LANGUAGE = re.compile(r"[a-z]{2,3}")
#: A question is one message, and a button's label one line on a phone.
_QUESTION, _LABEL = 1000, 60
_CHOICES = 20
_SECOND, _HOUR, _DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)


def _texts(longest: int) -> AfterValidator:
    def check(texts: Mapping[str, str]) -> Mapping[str, str]:
        wrong = [code for code in texts if not _LANGUAGE.fullmatch(code)]
        if not texts or wrong:
            msg = "must name languages by their codes, such as en: Billing"
            raise ValueError(msg)
        if not all(0 < len(text.strip()) <= longest for text in texts.values()):
            msg = f"must have words in each language, {longest} characters at most"
            raise ValueError(msg)
        return texts

    return AfterValidator(check)


def _between(least: timedelta, most: timedelta, words: str) -> AfterValidator:
    def check(span: timedelta) -> timedelta:
        if not least <= span <= most:
            msg = f"must be {words}"
            raise ValueError(msg)
        return span

    return AfterValidator(check)


class _ChoicePart(Part):
    text: Annotated[dict[str, str], _texts(_LABEL)]
    queue: str | None = None
    tag: Tag | None = None

    def choice(self) -> Choice:
        return Choice(_stripped(self.text), self.queue, self.tag)


def _distinct(choices: tuple[_ChoicePart, ...]) -> tuple[_ChoicePart, ...]:
    labels = Counter(
        label
        for choice in choices
        for label in {text.strip().casefold() for text in choice.text.values()}
    )
    twice = [label for label, count in labels.items() if count > 1]
    if twice:
        msg = f'must differ: "{twice[0]}" stands for two of them'
        raise ValueError(msg)
    if len(choices) > _CHOICES:
        msg = f"must be {_CHOICES} at most: more do not fit a phone"
        raise ValueError(msg)
    return choices


class IntakePart(Part):
    """The question before a ticket opens."""

    question: Annotated[dict[str, str], _texts(_QUESTION)]
    choices: Annotated[tuple[_ChoicePart, ...], AfterValidator(_distinct)] = ()
    wait: Annotated[Duration, _between(_SECOND, _DAY, "between 1s and 1d")] = Question({}).wait

    def asked(self) -> Question:
        """What the desk asks."""
        choices = tuple(choice.choice() for choice in self.choices)
        return Question(_stripped(self.question), choices, self.wait)

    def queues(self) -> Iterator[tuple[int, str]]:
        """The queues that answers lead to, each with its answer's place, from 0."""
        for place, choice in enumerate(self.choices):
            if choice.queue is not None:
                yield place, choice.queue


class FloodPart(Part):
    """What is too much of one customer."""

    messages: Annotated[StrictInt, Field(ge=1, le=1000)] = Flood().messages
    within: Annotated[Duration, _between(_SECOND, _HOUR, "between 1s and 1h")] = Flood().within
    tickets: Annotated[StrictInt, Field(ge=1, le=100)] = Flood().tickets

    def flood(self) -> Flood:
        """The limits that the desk keeps to."""
        return Flood(self.messages, self.within, self.tickets)


def _stripped(texts: Mapping[str, str]) -> dict[str, str]:
    return {language: text.strip() for language, text in texts.items()}
