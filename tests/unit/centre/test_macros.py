"""Macros: found, filled in, sent as a reply, saved and forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from orchestration.answering import changes, macros
from orchestration.answering.macro_actions import Assign, SetStatus
from orchestration.answering.macros import Draft, Listed, Macro
from orchestration.answering.replies import reply_publicly
from orchestration.answering.staff_message import StaffMessage
from orchestration.content import Content, ContentKind, Entity, MessageRef
from orchestration.delivery import SendEntry, ShowEntry
from orchestration.errors import DeskError
from orchestration.errors.macros import (
    BadMacroName,
    BrokenMacro,
    MacroExists,
    MacroIsAFile,
    NoAnswerToSave,
    NothingToSave,
    NotYourMacro,
    UnknownMacro,
)
from orchestration.errors.ticket import IllegalTransition, UnknownPerson
from orchestration.errors.words import NotYourReply
from orchestration.events import Assigned, RepliedPublicly, StatusSet
from orchestration.people import Staff
from orchestration.status import Status
from tests.unit.centre.cast import ANNA, BEN, EVA, SAM, known
from tests.unit.centre.house import GROUP, House

ASKED = MessageRef(GROUP, 900)


@dataclass(frozen=True)
class Said:
    """Words with variables in braces."""

    source: str

    def fill(self, facts: Mapping[str, str]) -> str:
        try:
            return self.source.format(**facts)
        except KeyError as error:
            raise ValueError(str(error)) from error


LIBRARY = {
    "hello": Macro("hello", "A greeting", Said("Hello {customer}, I am {agent_first_name}")),
    "late": Macro("late", "Late", Said("Sorry"), {"es": Said("Perdón {ticket}")}),
    "broken": Macro("broken", "Broken", Said("{flarp}")),
}


async def drafted(house: House, name: str, by: Staff = ANNA) -> Draft:
    async with house.begin() as uow:
        ticket = await uow.tickets.get(1)
        return await macros.draft(uow, house.desk, LIBRARY, ticket, name, by)


async def sends(house: House, draft: Draft, by: Staff = ANNA) -> None:
    asked = StaffMessage(by, draft.content, ASKED)
    await house.does(1, lambda uow, t: macros.send(uow, house.desk, t, draft, asked, house.now))


async def saves(house: House, name: str, message: MessageRef | None, by: Staff = ANNA) -> None:
    asked = StaffMessage(by, Content(), ASKED, message)
    await house.does(1, lambda uow, t: macros.save(uow, LIBRARY, t, name, asked, house.now))


async def test_it_is_filled_in_and_sent_as_a_reply(house: House) -> None:
    """The customer gets it, the topic shows it, the command is linked to show its fate."""
    await house.writes(EVA)
    await house.sent()
    draft = await drafted(house, "hello")
    assert draft.content == Content("Hello Eva, I am Anna")
    await sends(house, draft)
    (reply,) = [e for e in await house.entries(1) if isinstance(e.event, RepliedPublicly)]
    assert reply.actor == ANNA
    sent = await house.sent()
    assert SendEntry(reply.ref) in sent
    assert ShowEntry(reply.ref) in sent
    async with house.begin() as uow:
        assert await uow.links.entry_of(ASKED) == reply.ref


async def test_its_actions_are_done_by_whoever_sends(house: House) -> None:
    """In their order, each as an entry of its own; what is so already is left alone."""
    await house.meets(BEN)
    await house.writes(EVA)
    await sends(house, Draft("x", Content("Bye"), (SetStatus(Status.RESOLVED), Assign("ben"))))
    ticket = await house.ticket(1)
    assert ticket.status is Status.RESOLVED
    assert ticket.primary is not None
    assert ticket.primary.id == BEN.id
    done = [entry for entry in await house.entries(1) if entry.actor == ANNA]
    assert [type(entry.event) for entry in done] == [RepliedPublicly, StatusSet, Assigned]


@pytest.mark.parametrize(
    ("action", "error"),
    [(SetStatus(Status.NEW), IllegalTransition), (Assign("nobody"), UnknownPerson)],
)
async def test_a_refused_action_refuses_all_of_it(
    house: House, action: SetStatus | Assign, error: type[DeskError]
) -> None:
    """Nothing is sent."""
    await house.writes(EVA)
    before = await house.entries(1)
    with pytest.raises(error):
        await sends(house, Draft("x", Content("Bye"), (action,)))
    assert await house.entries(1) == before


async def test_a_colleague_cannot_send_one(house: House) -> None:
    """The rights are those of a reply."""
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    house.passes(minutes=1)
    with pytest.raises(NotYourReply):
        await sends(house, await drafted(house, "hello", BEN), BEN)


async def test_the_customers_language(house: House) -> None:
    """As their Telegram says."""
    await house.writes(EVA)
    assert (await drafted(house, "late")).content.text == "Sorry"
    async with house.begin() as uow:
        await uow.people.learn(known(Staff(EVA.id, "Eva", SAM.role)))
        person = await uow.people.get(EVA.id)
        assert person is not None
        await uow.people.learn(type(person)(EVA.id, "Eva", language="es-MX"))
    assert (await drafted(house, "late")).content.text == "Perdón #1"


async def test_what_cannot_be_drafted(house: House) -> None:
    """Unknown, or broken on this ticket."""
    await house.writes(EVA)
    with pytest.raises(UnknownMacro):
        await drafted(house, "flarp")
    with pytest.raises(BrokenMacro):
        await drafted(house, "broken")


async def test_a_draft_is_told_from_any_other() -> None:
    """By its words, their formatting and what it does."""
    drafts = [
        Draft("a", Content("x")),
        Draft("a", Content("y")),
        Draft("a", Content("x", entities=(Entity("bold", 0, 1),))),
        Draft("a", Content("x"), (SetStatus(Status.OPEN),)),
    ]
    assert len({draft.seal for draft in drafts}) == len(drafts)
    assert Draft("b", Content("x")).seal == drafts[0].seal


async def test_an_answer_is_saved_word_for_word(house: House) -> None:
    """Without being filled in, and found beside those of the files."""
    await house.writes(EVA)
    message = await house.answers(ANNA, 1, "It {leaves} today")
    await saves(house, "Leaves", message)
    assert (await drafted(house, "leaves", BEN)).content == Content("It {leaves} today")
    async with house.begin() as uow:
        found = await macros.find(uow, LIBRARY, "")
        assert [macro.name for macro in found] == ["broken", "hello", "late", "leaves"]
        assert await macros.find(uow, LIBRARY, "TODAY it") == [Listed("leaves", "leaves")]
        assert await macros.find(uow, LIBRARY, "perdón") == [Listed("late", "Late")]
        assert await macros.find(uow, LIBRARY, "greeting today") == []


async def test_what_cannot_be_saved(house: House) -> None:
    """Names that are none or taken; what is no answer in words."""
    await house.writes(EVA)
    answer = await house.answers(ANNA, 1)
    note = await house.notes(ANNA, 1)
    await saves(house, "mine", answer)
    for name, message, error in (
        ("9", answer, BadMacroName),
        ("save", answer, BadMacroName),
        ("Ünïcode", answer, BadMacroName),
        ("x" * 33, answer, BadMacroName),
        ("hello", answer, MacroIsAFile),
        ("mine", answer, MacroExists),
        ("other", note, NothingToSave),
        ("other", None, NothingToSave),
        ("other", MessageRef(GROUP, 12345), NothingToSave),
    ):
        with pytest.raises(error):
            await saves(house, name, message)


async def test_the_newest_answer_is_saved(house: House) -> None:
    """As it reads now; not where there is none, and not one that was taken back."""
    await house.writes(EVA)
    with pytest.raises(NoAnswerToSave):
        await newest(house)
    await house.answers(ANNA, 1, "An older one")
    message = await house.answers(ANNA, 1, "It leaves tday")
    edited = Content("It leaves today")
    async with house.begin() as uow:
        await changes.staff_edited(uow, message, edited, ANNA, house.now)
    assert await newest(house) == edited
    back = StaffMessage(ANNA, Content(), ASKED, message)
    await house.does(1, lambda uow, t: changes.delete_reply(uow, t, back, house.now))
    with pytest.raises(NoAnswerToSave):
        await newest(house)


async def newest(house: House) -> Content:
    async with house.begin() as uow:
        return await macros.newest_answer(uow, await uow.tickets.get(1))


async def test_a_photo_is_no_macro(house: House) -> None:
    """Words can be sent again; a medium belongs to its message."""
    await house.writes(EVA)
    photo = MessageRef(GROUP, 77)
    content = Content("Look", ContentKind.PHOTO, source=photo)
    written = StaffMessage(ANNA, content, photo)
    await house.does(1, lambda uow, t: reply_publicly(uow, t, written, house.now))
    with pytest.raises(NothingToSave):
        await saves(house, "look", photo)


async def test_who_may_forget(house: House) -> None:
    """Who saved it, and whoever supervises."""
    await house.writes(EVA)
    message = await house.answers(ANNA, 1)

    async def forgets(name: str, by: Staff) -> None:
        async with house.begin() as uow:
            await macros.forget(uow, LIBRARY, name, by)

    for by in (ANNA, SAM):
        await saves(house, "mine", message)
        with pytest.raises(NotYourMacro):
            await forgets("mine", BEN)
        await forgets("MINE", by)
        with pytest.raises(UnknownMacro):
            await forgets("mine", by)
    with pytest.raises(MacroIsAFile):
        await forgets("hello", SAM)
