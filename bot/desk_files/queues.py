"""Reads `desk/queues/`: a queue a file, and what line of one cannot be."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, StrictBool

from bot.desk_files import values as desk_values
from bot.desk_files.document import Document, InvalidDeskFiles, Mistake, Way
from bot.desk_files.reception import IntakePart
from bot.desk_files.values import Duration, Part, known_are
from orchestration.desk import DEFAULT_QUEUE, AutoClose, BeforeClosing, PlainText, Queue, Signature
from orchestration.events import AssignmentRule
from orchestration.specialists.cast import Autonomy
from orchestration.specialists.triage_words import INTENTS, OTHER

#: What a queue is called by staff and in the database.
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,31}")


def load(folder: Path) -> tuple[dict[str, Queue], list[Mistake]]:
    """A queue a file, by the file's name; the one that comes with the desk where there is none."""
    queues: dict[str, Queue] = {}
    leads: list[tuple[str, Document, Way]] = []
    mistakes: list[Mistake] = []
    for file in sorted(folder.glob("*.yaml")):
        if not _NAME.fullmatch(file.stem):
            words = "must be named with small letters, digits, - and _, a letter first"
            mistakes.append(Mistake(file, 0, words))
            continue
        try:
            document = Document.read(file)
            part = document.parse(_QueuePart)
        except InvalidDeskFiles as error:
            mistakes.extend(error.mistakes)
        else:
            queues[file.stem] = part.queue(file.stem)
            for place, to in part.intake.queues() if part.intake else ():
                leads.append((to, document, ("intake", "choices", place, "queue")))
    known = {*queues, *(mistake.file.stem for mistake in mistakes)}
    for to, document, way in leads:
        if to not in known:
            words = f'"queue" is {to!r} but must be a queue: known are {", ".join(queues)}'
            mistakes.append(document.mistake(way, words))
    if not queues:
        queues[DEFAULT_QUEUE.id] = DEFAULT_QUEUE
    return queues, mistakes


class _Look(StrEnum):
    SUPERVISOR = "supervisor"
    NOBODY = "nobody"


def _intent(value: str) -> str:
    known = sorted([*INTENTS, OTHER])
    if value not in known:
        msg = f"is no intent; {known_are(value, known)}"
        raise ValueError(msg)
    return value


class _BeforeClosingPart(Part):
    summary: StrictBool = False
    look: _Look = _Look.NOBODY

    def wanted(self) -> BeforeClosing:
        return BeforeClosing(summary=self.summary, look=self.look is _Look.SUPERVISOR)


class AutoClosePart(Part):
    """What becomes of tickets whose customer does not answer."""

    nudge: desk_values.Wait = AutoClose().nudge
    resolve: desk_values.Wait = AutoClose().resolve
    close: desk_values.Wait = AutoClose().close

    def auto_close(self) -> AutoClose:
        """As the desk knows it."""
        return AutoClose(self.nudge, self.resolve, self.close)


class _AutoPart(Part):
    """What specialists may answer by themselves, and how sure they must be."""

    intents: tuple[Annotated[str, AfterValidator(_intent)], ...] = ()
    confidence: Annotated[float, Field(ge=0, le=1)] = DEFAULT_QUEUE.auto_confidence


class _QueuePart(Part):
    team: str = Field(min_length=1, max_length=64)
    sign: Signature = Signature.NONE
    plain_text: PlainText = PlainText.NOTE
    assign: AssignmentRule = AssignmentRule.MANUAL
    people: tuple[desk_values.StaffName, ...] = ()
    skills: tuple[desk_values.Skill, ...] = ()
    relieve_after: Annotated[Duration, AfterValidator(desk_values.a_minute_or_more)] | None = None
    before_closing: _BeforeClosingPart = _BeforeClosingPart()
    intake: IntakePart | None = None
    auto_close: AutoClosePart | None = None
    autonomy: Autonomy = Autonomy.DRAFTS
    auto: _AutoPart = _AutoPart()

    def queue(self, name: str) -> Queue:
        rest = (self.assign, self.people, self.skills, self.relieve_after)
        asked = self.intake.asked() if self.intake else None
        wanted = self.before_closing.wanted()
        own = self.auto_close.auto_close() if self.auto_close else None
        auto = (self.autonomy, frozenset(self.auto.intents), self.auto.confidence)
        return Queue(name, self.team, self.sign, self.plain_text, *rest, wanted, asked, own, *auto)
