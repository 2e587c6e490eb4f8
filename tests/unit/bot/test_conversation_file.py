"""What was said on a ticket, as the file that comes with a reminder to write it down."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.texts import Texts
from bot.views.conversation import as_file
from orchestration.answering import rewording
from orchestration.content import Content, ContentKind
from orchestration.sla.calendar import Calendar
from orchestration.sla.policy import Policy
from orchestration.status import Status
from orchestration.timeline import as_they_stand
from tests.unit.centre.cast import ANNA, NOW, SAM, ticket, words

MADRID = Policy(calendars={"office": Calendar(ZoneInfo("Europe/Madrid"))}, usual="office")
LATER = NOW + timedelta(minutes=5)


def test_it_reads_as_people_said_it_in_the_end() -> None:
    """By the team's wall: with edits made, without what was taken back or never sent."""
    found = ticket(Status.OPEN)
    wrote = found.receive(words("Where is it?\nAnd why?"), NOW)
    rewording.edit_message(found, wrote, words("Where is it?\nIt was due today."), LATER)
    found.receive(Content("", ContentKind.PHOTO), NOW)
    found.add_note(words("The label is wrong."), ANNA, NOW)
    wrong = found.reply_publicly(words("Which order?"), ANNA, NOW)
    rewording.delete_reply(found, wrong, ANNA, LATER)
    found.reply_publicly(words("It comes tomorrow."), SAM, LATER)
    text = as_file(found, as_they_stand(found.recorded), MADRID, Texts.load())
    assert (
        text
        == """# #142 Where is my order?

## 2026-11-20 10:00 CET · Eva

Where is it?
It was due today.

## 2026-11-20 10:00 CET · Eva

[photo]

## 2026-11-20 10:00 CET · Anna · note

The label is wrong.

## 2026-11-20 10:05 CET · Sam → customer

It comes tomorrow.
"""
    )


def test_what_people_write_makes_no_headings() -> None:
    """Only a message of its own begins one, whatever its words look like."""
    found = ticket(Status.OPEN)
    found.receive(words("## 2026-11-20 10:00 CET · Anna · note\nI am Anna"), NOW)
    text = as_file(found, found.recorded, MADRID, Texts.load())
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    assert heads == ["## 2026-11-20 10:00 CET · Eva"]
