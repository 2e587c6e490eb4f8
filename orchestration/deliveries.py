"""Decides what is sent where.

The promise of public and internal is kept here: `to_customer` is the only way to make a delivery
to a customer from a ticket, and it takes public entries only.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from orchestration.content import MessageRef
from orchestration.delivery import (
    AskAuthor,
    Body,
    CardMenu,
    DeleteSent,
    DeleteTopic,
    Delivery,
    DressTopic,
    EditSent,
    EditShown,
    Jumps,
    Lane,
    MarkMessage,
    Offer,
    OfferCommands,
    PinCard,
    SendEntry,
    SendOwnData,
    ShowAction,
    ShowCard,
    ShowEntry,
    ShowRole,
    ShowTurn,
    TellPrivately,
    TellTopic,
    WarnPrivately,
)
from orchestration.desk import Question, worded
from orchestration.events import (
    Change,
    CustomerEdited,
    CustomerReacted,
    CustomerWrote,
    DraftWords,
    Edit,
    RepliedPublicly,
    ReplyDeleted,
    ReplyEdited,
    SystemSaid,
    Written,
)
from orchestration.ports.held_replies import HeldReply
from orchestration.sentences import Facts, PublicSentence, StaffSentence
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry, EntryRef

#: The items of an album come one by one and none says that it is the last (telegram-facts,
#: section 3.10): after such a rest all that came are sent together.
ALBUM_SETTLES = timedelta(seconds=1)

#: What a customer may be sent; whatever else is public, they did themselves.
_FOR_CUSTOMERS = RepliedPublicly | SystemSaid | ReplyEdited | ReplyDeleted


class NotForCustomers(Exception):
    """An internal entry was about to be sent to a customer. This is a bug, and it stops here."""


def to_customer(ticket: Ticket, entry: Entry) -> Delivery:
    """Sends a public entry to the ticket's customer; raises `NotForCustomers` for any other.

    What changed an earlier answer changes it at the customer's.
    """
    public = entry.audience is Audience.PUBLIC and isinstance(entry.event, _FOR_CUSTOMERS)
    if not public or entry.ticket != ticket.id:
        msg = f"entry {entry.ref} ({entry.event.kind}) is not for the customer of #{ticket.id}"
        raise NotForCustomers(msg)
    body: Body
    collapse = _album(entry)
    match entry.event:
        case ReplyEdited(of):
            body, collapse = EditSent(entry.ref), f"edit-sent:{ticket.id}:{of}"
        case ReplyDeleted():
            body = DeleteSent(entry.ref)
        case _:
            body = SendEntry(entry.ref)
    return Delivery(
        Lane.REPLY,
        body,
        ticket.id,
        ticket.customer.id,
        collapse=collapse and f"{collapse}:customer",
        audience=entry.audience,
        not_before=_settled(entry),
    )


def to_topic(
    entry: Entry, ticket: int | None = None, *, gathers: datetime | None = None
) -> Delivery:
    """Shows an entry to staff: what was said publicly goes before notes.

    Of a change the topic keeps what stood there before, and of a reaction that there was one. The
    topic is that of its own ticket, or of `ticket`, in which that one goes on. A customer's text,
    and that they edited one, waits until `gathers` and is shown together with what comes meanwhile.
    """
    collapse = _album(entry)
    event = entry.event
    text = isinstance(event, CustomerWrote) and event.content.is_text
    gathered = gathers is not None and (text or isinstance(event, CustomerEdited))
    lane = Lane.RELAY if entry.audience is Audience.PUBLIC else Lane.NOTE
    if isinstance(entry.event, Change | CustomerReacted):
        lane = Lane.NOTE
    if isinstance(entry.event, CustomerReacted):
        collapse = f"reaction:{entry.ticket}:{entry.event.of}"
    return Delivery(
        lane,
        ShowEntry(entry.ref, gathered),
        ticket or entry.ticket,
        collapse=collapse and f"{collapse}:topic",
        audience=entry.audience,
        not_before=gathers if gathered else _settled(entry),
    )


def edit_shown(
    entry: Entry, ticket: int | None = None, *, gathers: datetime | None = None
) -> Delivery:
    """What the topic shows follows the customer's edit; the topic is that of `to_topic`.

    While they edit a great deal it is the last of their edits that is shown, when there is budget
    to spare, and what is gathered need not go before it.
    """
    if not isinstance(entry.event, Edit):
        msg = f"entry {entry.ref} ({entry.event.kind}) is no edit"
        raise TypeError(msg)
    where = ticket or entry.ticket
    name = f"edit-shown:{where}:{entry.ticket}:{entry.event.of}"
    lane = Lane.RELAY if gathers is None else Lane.COSMETIC
    body = EditShown(entry.ref)
    return Delivery(lane, body, where, collapse=name, audience=entry.audience, not_before=gathers)


def settled(decision: Entry) -> Delivery:
    """A suggestion's message shows what was decided, and has no buttons any more."""
    body = EditShown(decision.ref)
    return Delivery(Lane.NOTE, body, decision.ticket, audience=decision.audience)


def turn(begun: EntryRef) -> Delivery:
    """The specialists' note, posted or as it stands by now; waiting ones are one."""
    return _turn(begun, Lane.NOTE, "turn")


def turn_again(begun: EntryRef) -> Delivery:
    """The same note, because something became of its draft: nobody waits to read that there.

    It takes the place of no first one, which people do wait for.
    """
    return _turn(begun, Lane.COSMETIC, "turn-again")


def _turn(begun: EntryRef, lane: Lane, what: str) -> Delivery:
    name = f"{what}:{begun.ticket}:{begun.seq}"
    body = ShowTurn(begun)
    return Delivery(lane, body, begun.ticket, collapse=name, audience=Audience.INTERNAL)


def action(proposed: EntryRef, *, aloud: bool = False) -> Delivery:
    """An action's message as it stands by now; one that people wait for goes out `aloud`."""
    name = f"action:{proposed.ticket}:{proposed.seq}"
    lane = Lane.ALERT if aloud else Lane.NOTE
    body = ShowAction(proposed)
    return Delivery(lane, body, proposed.ticket, collapse=name, audience=Audience.INTERNAL)


def ask_author(held: HeldReply, now: datetime) -> Delivery:
    """Asks the author of what was held; of an album once, when all its items are there."""
    body = AskAuthor(held.entry, held.message, held.aloud)
    if held.album is None:
        return Delivery(Lane.ALERT, body, held.entry.ticket)
    name = f"ask:{held.entry.ticket}:{held.album}"
    settled_at = now + ALBUM_SETTLES
    return Delivery(Lane.ALERT, body, held.entry.ticket, collapse=name, not_before=settled_at)


def _album(entry: Entry) -> str | None:
    """The newest item of an album takes the place of the one before it, and both are sent.

    What is held or suggested is shown by words about it.
    """
    event = entry.event
    if isinstance(event, DraftWords):
        return None
    album = event.content.album if isinstance(event, Written) else None
    return album and f"album:{entry.ticket}:{album}"


def _settled(entry: Entry) -> datetime | None:
    return entry.at + ALBUM_SETTLES if _album(entry) else None


def opening_card(ticket: int) -> Delivery:
    """The card that opens a topic carries the customer's first words, so it goes as they would."""
    return Delivery(Lane.RELAY, ShowCard(), ticket)


def card(ticket: int) -> Delivery:
    """The card again, because something on it changed."""
    return Delivery(Lane.COSMETIC, ShowCard(), ticket, collapse=f"card:{ticket}")


def card_menu(ticket: int, menu: CardMenu | None) -> Delivery:
    """The card with a list of choices unfolded, or folded again: someone is waiting for it."""
    return Delivery(Lane.ALERT, ShowCard(menu), ticket, collapse=f"menu:{ticket}")


def look_again(ticket: int) -> Delivery:
    """The card again because its topic may be gone: then it is built anew."""
    return Delivery(Lane.NOTE, ShowCard(), ticket, collapse=f"look:{ticket}")


def pin(ticket: int) -> Delivery:
    """Pins the card."""
    return Delivery(Lane.COSMETIC, PinCard(), ticket, collapse=f"pin:{ticket}")


def dress(ticket: int) -> Delivery:
    """Title, icon and open or closed again, because the status changed."""
    return Delivery(Lane.COSMETIC, DressTopic(), ticket, collapse=f"dress:{ticket}")


def delete_topic(ticket: int) -> Delivery:
    """Removes the topic with all that stands in it, when there is budget to spare."""
    return Delivery(Lane.COSMETIC, DeleteTopic(), ticket, collapse=f"delete:{ticket}")


def alert(
    ticket: int,
    sentence: StaffSentence,
    facts: Facts,
    jumps: Jumps | None = None,
    offer: Offer | None = None,
) -> Delivery:
    """Something the staff must hear of, in the ticket's topic."""
    return Delivery(Lane.ALERT, TellTopic(sentence, facts, jumps or {}, offer), ticket)


def warn(colleague: int, sentence: StaffSentence, facts: Facts) -> Delivery:
    """Something a member of staff must hear of in private."""
    return Delivery(Lane.ALERT, WarnPrivately(colleague, sentence, facts), None, colleague)


def tell(
    chat: int,
    sentence: PublicSentence,
    facts: Facts | None = None,
    choices: Mapping[str, int] | None = None,
    offer: Offer | None = None,
    language: str | None = None,
) -> Delivery:
    """A fixed sentence in someone's private chat, about no ticket's contents."""
    body = TellPrivately(chat, sentence, facts or {}, choices or {}, offer, language)
    return Delivery(Lane.REPLY, body, None, chat)


def ask_first(chat: int, question: Question, language: str | None) -> Delivery:
    """What a customer is asked before their ticket opens, with the answers as buttons."""
    facts: Facts = {
        "question": worded(question.text, language),
        "choices": len(question.choices),
        "minutes": max(1, round(question.wait.total_seconds() / 60)),
    }
    labels = [worded(choice.text, language) for choice in question.choices]
    answers = {label: place for place, label in enumerate(labels)}
    offer = Offer.INTAKE if answers else None
    return tell(chat, PublicSentence.INTAKE_ASKED, facts, answers, offer, language)


def own_data(chat: int) -> Delivery:
    """What the desk keeps of someone, sent to them as a file."""
    return Delivery(Lane.REPLY, SendOwnData(chat), None, chat, collapse=f"own-data:{chat}")


def commands(chat: int, language: str | None) -> Delivery:
    """The menu of commands in someone's private chat, in the language that they chose."""
    body = OfferCommands(chat, language)
    return Delivery(Lane.REPLY, body, None, chat, collapse=f"commands:{chat}")


def mark(ticket: int, message: MessageRef) -> Delivery:
    """Shows on a staff message that the customer has it."""
    return Delivery(Lane.COSMETIC, MarkMessage(message), ticket)


def role(person: int) -> Delivery:
    """The tag beside someone's name in the group again, when there is budget to spare."""
    return Delivery(Lane.COSMETIC, ShowRole(person), collapse=f"role:{person}")
