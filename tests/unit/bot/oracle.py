"""What must hold after any update, whoever caused it: rights, silence in public, no lost rows."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.incoming.reading import ANONYMOUS_ADMINISTRATOR
from orchestration import events
from orchestration.delivery import (
    TO_CUSTOMER,
    Answer,
    OfferCommands,
    SendOwnData,
    ShowPanel,
    TellNotices,
    TellPrivately,
    WarnPrivately,
)
from orchestration.events import Part, followups, verifying
from orchestration.people import Customer, Person, Role, Staff
from orchestration.rights import Verb, may, may_grant
from orchestration.sentences import PublicSentence
from orchestration.status import ENDED, TRANSITIONS, Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry
from tests.unit.bot.typist import DESK, ELSEWHERE, ROBOT, Json, Seen

#: The verbs of the rights table that each event of a person of the staff is allowed by, any of
#: them. A new event has to be named here, or the first command that records it fails.
VERBS: Mapping[type, frozenset[Verb]] = {
    events.Claimed: frozenset({Verb.CLAIM}),
    events.Assigned: frozenset({Verb.ASSIGN}),
    events.Released: frozenset({Verb.RELEASE}),
    events.RepliedPublicly: frozenset({Verb.REPLY}),
    events.ReplyEdited: frozenset({Verb.REPLY}),
    events.NoteAdded: frozenset({Verb.NOTE}),
    events.NoteEdited: frozenset({Verb.NOTE}),
    events.CustomerBanned: frozenset({Verb.BAN}),
    events.CustomerUnbanned: frozenset({Verb.UNBAN}),
    events.SubjectChanged: frozenset({Verb.FILE}),
    events.Tagged: frozenset({Verb.FILE}),
    events.PrioritySet: frozenset({Verb.FILE}),
    events.Linked: frozenset({Verb.FILE}),
    events.Unlinked: frozenset({Verb.FILE}),
    events.QueueChanged: frozenset({Verb.MOVE_QUEUE}),
    events.Absorbed: frozenset({Verb.MERGE}),
    events.Merged: frozenset({Verb.MERGE}),
    events.HandedOver: frozenset({Verb.HAND_OVER}),
    events.Left: frozenset({Verb.LEAVE}),
    events.Consulted: frozenset({Verb.CONSULT}),
    events.Decided: frozenset({Verb.DECIDE}),
    events.Escalated: frozenset({Verb.ESCALATE}),
    events.Deescalated: frozenset({Verb.DEESCALATE}),
    events.ErasureDeclined: frozenset({Verb.FORGET}),
    verifying.CustomerBound: frozenset({Verb.BIND}),
    verifying.CustomerUnbound: frozenset({Verb.BIND}),
    followups.FollowUpSet: frozenset({Verb.FOLLOW_UP}),
    followups.FollowUpCancelled: frozenset({Verb.FOLLOW_UP}),
    followups.Snoozed: frozenset({Verb.SNOOZE}),
    followups.Woken: frozenset({Verb.SNOOZE}),
    followups.KeptOpen: frozenset({Verb.KEEP_OPEN}),
    events.Erased: frozenset({Verb.FORGET}),
    events.Summarised: frozenset({Verb.SUMMARISE}),
    events.Looked: frozenset({Verb.LOOK}),
    events.ConsultationWithdrawn: frozenset(
        {Verb.RESOLVE, Verb.CLOSE, Verb.SET_STATUS, Verb.MERGE, Verb.BAN}
    ),
    events.IncidentJoined: frozenset({Verb.INCIDENT}),
    events.IncidentLeft: frozenset({Verb.INCIDENT}),
    events.UpdateDrafted: frozenset({Verb.INCIDENT, Verb.REPLY}),
    events.DraftDiscarded: frozenset({Verb.REPLY}),
    events.DraftLocked: frozenset({Verb.LOCK, Verb.TAKE_LOCK}),
    events.DraftUnlocked: frozenset({Verb.LOCK, Verb.TAKE_LOCK}),
    events.ReplyHeld: frozenset({Verb.SUGGEST}),
    events.ReplyDiscarded: frozenset({Verb.SUGGEST}),
    events.Suggested: frozenset({Verb.SUGGEST}),
    events.SpecialistAsked: frozenset({Verb.NOTE}),
    events.ArticleApproved: frozenset({Verb.TEACH}),
    events.RouteCorrected: frozenset({Verb.NOTE}),
    events.ConflictDecided: frozenset({Verb.ANSWER_SUGGESTION}),
    # Its author may take it back, whatever they may else.
    events.SuggestionDeclined: frozenset({Verb.ANSWER_SUGGESTION, Verb.SUGGEST}),
}

#: The commands, buttons and deeds of staff that may say something to a customer, and what: public
#: entries by their kind, and sentences by their name. Of anything else a customer hears nothing.
_RESOLVED = frozenset({"system_said"})
PUBLIC: Mapping[str, frozenset[str]] = {
    "/reply": frozenset({"replied_publicly"}),
    "/delete": frozenset({"reply_deleted"}),
    "/resolve": _RESOLVED,
    "/status": _RESOLVED,
    "t-resolve": _RESOLVED,
    "t-set": _RESOLVED,
    "/unban": frozenset({PublicSentence.UNBANNED}),
    "t-forget": frozenset({PublicSentence.FORGOTTEN}),
    "t-keep": frozenset({PublicSentence.FORGET_DECLINED}),
    "m-send": frozenset({"replied_publicly"}) | _RESOLVED,
    "e-anyway": _RESOLVED,
    "d-send": frozenset({"replied_publicly"}),
    "h-anyway": frozenset({"replied_publicly"}) | _RESOLVED,
    "s-send": frozenset({"replied_publicly"}) | _RESOLVED,
    "s-anyway": frozenset({"replied_publicly"}) | _RESOLVED,
    # Words in answer to a customer's message, without a command; and their edits.
    "": frozenset({"replied_publicly"}),
    "edit": frozenset({"reply_edited"}),
}


def check(asked: str, update: Json, seen: Seen) -> None:
    """All of it; `asked` is what the update asks for, as `PUBLIC` names it."""
    author = _author(update)
    _who_says_it_is_who_did_it(author, seen)
    _rights_hold(seen)
    _statuses_follow_the_table(seen)
    _rows_of_others_stay(author, seen)
    _roles_are_given_by_the_table(author, seen)
    _customers_hear_what_is_public(asked, author, seen)
    _strangers_meet_silence(update, author, seen)
    _refusals_change_nothing(author, seen)


def _author(update: Json) -> int | None:
    event = next(iter(update.values()))
    author = event.get("from", {}).get("id")
    return author if isinstance(author, int) else None


def _who_says_it_is_who_did_it(author: int | None, seen: Seen) -> None:
    for entry in seen.entries:
        if isinstance(entry.actor, Customer | Staff):
            assert entry.actor.id == author, entry
        if isinstance(entry.actor, Staff):
            person: Person | None = seen.after["people"].get(author)
            role = Role.SUPERVISOR if entry.actor.anonymous else person and person.role
            assert entry.actor.role is role, entry
            assert entry.actor.anonymous == (author == ANONYMOUS_ADMINISTRATOR)


def _rights_hold(seen: Seen) -> None:
    """Each entry of the staff is one that the table allows on the ticket as it was by then."""
    primaries: dict[int, int | None] = {}
    for entry in seen.entries:
        if not isinstance(entry.actor, Staff):
            continue
        ticket: Ticket = seen.before["tickets"][entry.ticket]
        primary = primaries.get(ticket.id, ticket.primary_id)
        collaborators = {each.id for each in ticket.taking(Part.COLLABORATOR)}
        if isinstance(entry.event, events.ReplyDeleted):
            said: Entry = seen.before["entries"][replace(entry.ref, seq=entry.event.of)]
            author = isinstance(said.actor, Staff) and said.actor.id == entry.actor.id
            assert author or entry.actor.role.supervises, entry
        else:
            verbs = _verbs(entry)
            assert any(may(entry.actor, verb, primary, collaborators) for verb in verbs), entry
        primaries[ticket.id] = _primary_after(entry, primary)


def _verbs(entry: Entry) -> frozenset[Verb]:
    if isinstance(entry.event, events.Joined):
        (first, *_) = entry.event.people
        if first.id != getattr(entry.actor, "id", None):
            return frozenset({Verb.INVITE})
        return frozenset({Verb.WATCH if first.part is Part.WATCHER else Verb.COLLABORATE})
    if isinstance(entry.event, events.StatusSet):
        assert entry.move is not None
        back = entry.move.before in ENDED
        verbs = {
            Status.RESOLVED: Verb.RESOLVE,
            Status.CLOSED: Verb.CLOSE,
            Status.OPEN: Verb.REOPEN if back else Verb.SET_STATUS,
        }
        return frozenset({verbs.get(entry.move.after, Verb.SET_STATUS)})
    kind = type(entry.event)
    assert kind in VERBS, f"say in oracle.VERBS which verb of the table allows {kind.__name__}"
    return VERBS[kind]


def _primary_after(entry: Entry, primary: int | None) -> int | None:
    match entry.event:
        case events.Claimed() | events.RepliedPublicly(claimed=True):
            return getattr(entry.actor, "id", None)
        case events.Assigned(to) | events.HandedOver(to):
            return to
        case events.Released():
            return None
    return primary


def _statuses_follow_the_table(seen: Seen) -> None:
    for entry in seen.entries:
        if entry.move is not None:
            assert entry.move.after in TRANSITIONS[entry.move.before], entry


def _rows_of_others_stay(author: int | None, seen: Seen) -> None:
    """Whoever is no staff changes what is theirs, in any table there is, and nothing else."""
    if author in seen.staff or author == ANONYMOUS_ADMINISTRATOR:
        return
    tickets = {
        number
        for tables in (seen.before, seen.after)
        for number, ticket in tables["tickets"].items()
        if ticket.customer.id == author
    }
    for name, key in _changed(seen):
        assert _parts(key) & {author, *tickets}, (name, key)


def _parts(key: object) -> set[object]:
    """What a row's key names: people, chats and tickets, whatever it is made of."""
    parts = key if isinstance(key, tuple) else (key,)
    found = {getattr(part, name, None) for part in parts for name in ("ticket", "chat")}
    words = (word for part in parts if isinstance(part, str) for word in part.split(":"))
    return found | set(parts) | {int(word) for word in words if word.isdecimal()}


def _roles_are_given_by_the_table(author: int | None, seen: Seen) -> None:
    """Of other people's roles and skills only that changes which the author may give."""
    people = seen.after["people"]
    for name, key in _changed(seen):
        before, after = seen.before["people"].get(key), people.get(key)
        if name != "people" or key == author or before is None or after is None:
            continue
        if (before.granted, before.skills) == (after.granted, after.skills):
            continue
        anonymous = author == ANONYMOUS_ADMINISTRATOR
        by = Role.SUPERVISOR if anonymous else people[author].role
        assert may_grant(by, before.granted, after.granted or Role.AGENT), (author, after)


def _changed(seen: Seen) -> list[tuple[str, Any]]:
    return [
        (name, key)
        for name, rows in seen.after.items()
        for key in rows.keys() | seen.before[name].keys()
        if rows.get(key) != seen.before[name].get(key)
    ]


def _customers_hear_what_is_public(asked: str, author: int | None, seen: Seen) -> None:
    """In private chats: answers to whoever asks, notices to staff, and else the public verbs."""
    entries = seen.after["entries"]
    for delivery in seen.deliveries:
        body, chat = delivery.body, delivery.chat
        if chat is None or chat < 0:
            assert not isinstance(body, (*TO_CUSTOMER, TellPrivately, SendOwnData))
            continue
        if isinstance(body, TO_CUSTOMER):
            entry = entries[body.entry]
            assert entry.audience is Audience.PUBLIC, body
            assert chat == seen.after["tickets"][entry.ticket].customer.id
            if author != chat or isinstance(entry.actor, Staff):
                assert entry.event.kind in PUBLIC.get(asked, ()), (asked, entry)
        elif isinstance(body, WarnPrivately | TellNotices):
            assert chat in seen.staff, (asked, delivery)
        elif chat != author:
            assert isinstance(body, TellPrivately), (asked, delivery)
            assert body.sentence in PUBLIC.get(asked, ()), (asked, delivery)
        elif isinstance(body, Answer) and chat not in seen.staff:
            words = body.sentence
            assert words in set(PublicSentence) or words.startswith("error-"), delivery
        elif isinstance(body, ShowPanel):
            assert chat in seen.staff, delivery
        else:
            private = TellPrivately | SendOwnData | Answer | OfferCommands
            assert isinstance(body, private), delivery


def _strangers_meet_silence(update: Json, author: int | None, seen: Seen) -> None:
    """Bots, channels and other groups are not answered, save for `/id` of a person."""
    event = next(iter(update.values()))
    chat = event.get("chat", {}).get("id")
    silent = author is None or author in {ROBOT, DESK} or event.get("is_automatic_forward")
    if silent or chat == ELSEWHERE:
        assert not seen.entries
        allowed = () if silent else (PublicSentence.IDS,)
        for body in (each.body for each in seen.deliveries):
            assert isinstance(body, Answer)
            assert body.sentence in allowed, body


def _refusals_change_nothing(author: int | None, seen: Seen) -> None:
    """Once something is refused, all is as it was, but for what the desk learnt of its author."""
    alerts = [answer for answer in seen.pressed if answer.text]
    bodies = [each.body for each in seen.deliveries]
    refusals = [b for b in bodies if isinstance(b, Answer) and b.sentence.startswith("error-")]
    if alerts or refusals:
        assert not seen.entries
        changed = [(name, key) for name, key in _changed(seen) if (name, key) != ("people", author)]
        assert not changed, (bodies, changed)
