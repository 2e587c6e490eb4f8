"""What a handler has at hand while it handles one update."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from aiogram.types import CallbackQuery, Message

from bot.incoming.reading import anonymous_administrator, name_of, ref_of
from bot.texts import Texts
from bot.views.closing import question
from orchestration.actions.surveying import Ground, Served
from orchestration.answering.macros import Library
from orchestration.content import MessageRef
from orchestration.delivery import Answer, Delivery, Jumps, Lane, Offer, ShowPanel
from orchestration.desk import Desk
from orchestration.errors import DeskError
from orchestration.errors.closing import StillOpen
from orchestration.people import Person, Staff
from orchestration.ports import UnitOfWork
from orchestration.ports.embedding import Embedder
from orchestration.ports.shelf import Shelf
from orchestration.sentences import Facts, PublicSentence, StaffSentence
from orchestration.specialists.roll import Roll
from orchestration.team.presence import Presses


@dataclass(slots=True)
class Turn:
    """One update's turn: its unit of work, its moment, and the desk it happens on.

    `person` is who caused it, None for bots and anonymous administrators. `username` is the
    bot's own, `languages` are those that the desk speaks. `library` holds the macros of the desk's
    files, `presses` remembers who pressed what lately, `roll` tells of its specialists, and
    `embedder`, if there is one, what texts mean. Articles are put on the `shelf`.
    `served` tells which tools the business systems have now.
    `group_is_back` is set by whoever learns that the bot may write to the staff group again.
    """

    uow: UnitOfWork
    desk: Desk
    now: datetime
    staff_chat: int | None
    username: str
    texts: Texts
    library: Library
    person: Person | None = None
    languages: frozenset[str] = frozenset()
    group_is_back: bool = False
    presses: Presses = field(default_factory=Presses)
    roll: Callable[[], Roll] = Roll
    embedder: Embedder | None = None
    shelf: Shelf | None = None
    served: Callable[[], Served] = dict

    @property
    def ground(self) -> Ground:
        """What decisions about actions stand on in this turn."""
        return Ground(self.desk, self.served(), self.now)

    def staff_of(self, event: Message | CallbackQuery) -> Staff | None:
        """Whoever acts, as staff; None when they are not."""
        if isinstance(event, Message):
            anonymous = anonymous_administrator(event)
            if anonymous is not None:
                return anonymous
        user, person = event.from_user, self.person
        if user is None or person is None or person.role is None:
            return None
        return Staff(user.id, name_of(user), person.role)

    async def answer(
        self,
        message: Message,
        sentence: StaffSentence | PublicSentence,
        facts: Facts | None = None,
        *,
        only: int | None = None,
        jumps: Jumps | None = None,
    ) -> None:
        """Answers a message where it stands, with a fixed sentence."""
        answer = self._answer(message, sentence, facts or {}, only=only, jumps=jumps)
        await self.uow.outbox.add(answer)

    async def refuse(self, message: Message, error: DeskError) -> None:
        """Says in one sentence why what the message asked for cannot be done.

        Where it could be done all the same, whoever asked is asked in their turn.
        """
        if isinstance(error, StillOpen):
            await self._ask(message, error)
            return
        offer = Offer.ASK_OWNER if error.owner_can_be_asked else None
        answer = self._answer(message, error.text, error.facts, offer=offer)
        if message.media_group_id is not None:  # once for an album, not for each of its items
            answer = replace(answer, collapse=f"refused:{message.chat.id}:{message.media_group_id}")
        await self.uow.outbox.add(answer)

    async def _ask(self, message: Message, error: StillOpen) -> None:
        asker = self.person.id if self.person else 0
        asked = question(error, asker, message.message_id, self.texts)
        thread = message.message_thread_id if message.is_topic_message else None
        panel = ShowPanel(ref_of(message), asker, asked.words, asked.buttons, thread)
        await self.uow.outbox.add(Delivery(Lane.ALERT, panel, error.ticket))

    def _answer(
        self,
        message: Message,
        sentence: str,
        facts: Facts,
        *,
        only: int | None = None,
        offer: Offer | None = None,
        jumps: Jumps | None = None,
    ) -> Delivery:
        to: MessageRef = ref_of(message)
        thread = message.message_thread_id if message.is_topic_message else None
        ticket = facts.get("ticket")
        return Delivery(
            Lane.ALERT,
            Answer(to, str(sentence), facts, thread, only, offer, jumps or {}),
            ticket if isinstance(ticket, int) and to.chat == self.staff_chat else None,
            None if to.chat == self.staff_chat else to.chat,
        )
