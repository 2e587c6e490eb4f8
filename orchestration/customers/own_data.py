"""What the desk keeps of a customer, for the customer: their words, our answers, nothing inside."""

from collections.abc import Mapping, Sequence

from orchestration import events
from orchestration.content import Content
from orchestration.history import history_of
from orchestration.ports import UnitOfWork
from orchestration.status import ENDED, Status
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, as_they_stand

Json = Mapping[str, object]

#: More tickets than anyone has.
EVERY = 100_000


async def own_data(uow: UnitOfWork, customer: int) -> Json:
    """Everything that is kept of that customer, ready to be written as JSON; times in ISO 8601."""
    person = await uow.people.get(customer)
    waiting = await uow.receptions.of(customer)
    binding = await uow.bindings.of(customer)
    tickets = reversed(await uow.tickets.of_customer(customer, EVERY))
    return {
        "person": {
            "telegram_id": customer,
            "name": person.name if person else None,
            "username": person.username if person else None,
            "language": person.language if person else None,
            "chosen_language": person.chosen_language if person else None,
        },
        "verified_as": {
            "record": binding.record,
            "how": binding.proof.value,
            "since": binding.since.isoformat(),
        }
        if binding is not None
        else None,
        "not_yet_a_request": [
            {"kind": word.content.kind.value, "text": word.content.text}
            for word in (waiting.words if waiting else ())
        ],
        "requests": [_request(each, await history_of(uow, each.id)) for each in tickets],
    }


def _request(ticket: Ticket, entries: Sequence[Entry]) -> Json:
    former: dict[int, list[str]] = {}
    deleted: set[int] = set()
    for entry in entries:
        match entry.event:
            case events.CustomerEdited(of, before) | events.ReplyEdited(of, before):
                former.setdefault(of, []).append(before.text)
            case events.ReplyDeleted(of):
                deleted.add(of)
            case _:
                pass
    messages: list[Json] = []
    for entry in as_they_stand(entries):
        if entry.seq in deleted:
            continue
        match entry.event:
            case events.CustomerWrote(content) | events.RatingCommented(content):
                messages.append(_message(entry, "you", content, former))
            case events.RepliedPublicly(content):
                messages.append(_message(entry, "us", content, former))
            case events.IntakeAsked(question, answer) if answer:
                at = entry.at.isoformat()
                messages.append({"at": at, "from": "you", "answered": answer, "to": question})
            case events.CustomerReacted(of=of, emoji=emoji):
                at = entry.at.isoformat()
                messages.append({"at": at, "from": "you", "reacted": emoji, "to": of})
            case _:
                pass
    return {
        "number": ticket.id,
        "subject": ticket.subject,
        "state": _outward(ticket.status),
        "opened_at": ticket.created_at.isoformat(),
        "rating": ticket.rating,
        "messages": messages,
    }


def _message(entry: Entry, author: str, content: Content, former: Mapping[int, list[str]]) -> Json:
    message: dict[str, object] = {
        "id": entry.seq,
        "at": entry.at.isoformat(),
        "from": author,
        "kind": content.kind.value,
        "text": content.text,
    }
    if content.forwarded_from is not None:
        message["forwarded_from"] = content.forwarded_from
    if entry.seq in former:
        message["earlier_versions"] = former[entry.seq]
    return message


def _outward(status: Status) -> str:
    """Whom inside a request waits for is the desk's own business."""
    if status in ENDED or status is Status.WAITING_CUSTOMER:
        return "waiting_for_you" if status is Status.WAITING_CUSTOMER else status.value
    return "open"
