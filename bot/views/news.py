"""How someone is told of their tickets: in private, a line a cause; or by name in the topic."""

from collections.abc import Iterable, Sequence

from aiogram.enums import MessageEntityType
from aiogram.types import MessageEntity

from bot.outgoing.jobs import News
from bot.texts import Texts
from bot.views import escalation
from bot.views.deadline import facts_of
from bot.views.rendered import MAX_TEXT, Rendered, joined, mentioned, plain, stacked, units
from bot.views.sentence import sentence
from bot.views.topic import title
from orchestration.events import ClockAtRisk, ClockBreached
from orchestration.people import Person
from orchestration.ports import Place
from orchestration.sentences import Facts, StaffSentence
from orchestration.telling.notice import Cause, Notice
from orchestration.telling.notices import by_whom
from orchestration.timeline import Entry

#: Stands where the names go, so that they can bear entities; Unicode gives it to private use.
_WHO = "\ue000"
#: What Telegram puts before the id of every supergroup, and leaves out of its links.
_SUPERGROUP = "-100"


def told_privately(
    news: Sequence[News], texts: Texts, language: str | None
) -> tuple[Rendered, Sequence[Notice]]:
    """One message, and the notices that it tells: what does not fit is left for the next one."""
    said: list[Rendered] = []
    told: list[Notice] = []
    for one in news:
        block = _block(one, texts, language)
        if said and len(stacked([*said, block]).text) > MAX_TEXT - len(news):
            break
        said.append(block)
        told += [notice for notice, _ in one.notices]
    whole = said[0]
    for block in said[1:]:
        whole = joined(whole, block, "\n\n")
    return whole, told


def naming(people: Sequence[Person], name: StaffSentence, facts: Facts, texts: Texts) -> Rendered:
    """A sentence that names people so that Telegram notifies them."""
    harmless = {key: _without_mark(fact) for key, fact in facts.items()}
    words = sentence(name, {**harmless, "who": _WHO}, texts)
    head, _, tail = words.text.partition(_WHO)
    whole = Rendered(head)
    for place, person in enumerate(people):
        whole = joined(whole, _called(person), ", " if place else "")
    return joined(whole, Rendered(tail), "")


def link_to(place: Place) -> str:
    """The address that opens a topic in whichever app its reader has."""
    return f"https://t.me/c/{str(place.chat).removeprefix(_SUPERGROUP)}/{place.thread}"


def _block(news: News, texts: Texts, language: str | None) -> Rendered:
    name = title(news.ticket)
    entities: tuple[MessageEntity, ...] = ()
    if news.place is not None:
        link = MessageEntityType.TEXT_LINK
        entities = (
            MessageEntity(type=link, offset=0, length=units(name), url=link_to(news.place)),
        )
    causes = _causes(news, texts, language)
    said = [sentence(f"notice-{cause}", facts, texts, language) for cause, facts in causes]
    brief = map(Rendered, escalation.briefing(news.ticket, news.said, texts, language))
    return stacked([Rendered(name, entities), *said, *brief])


def _causes(news: News, texts: Texts, language: str | None) -> Iterable[tuple[Cause, Facts]]:
    """Each cause with what is to be said of it; of people each once, of statuses the newest."""
    for cause in Cause:
        entries = [entry for notice, entry in news.notices if notice.cause is cause]
        if not entries:
            continue
        match cause:
            case Cause.CUSTOMER_WROTE:
                yield cause, {"customer": news.ticket.customer.name, "count": len(entries)}
            case Cause.NEW_TICKET:
                yield cause, {"queue": news.ticket.queue}
            case Cause.LOOK_WANTED | Cause.APPROVAL_WANTED:
                yield cause, {}
            case Cause.STATUS_REACHED:
                move = entries[-1].move
                yield cause, {"status": move.after if move else news.ticket.status}
            case Cause.SLA_AT_RISK | Cause.SLA_BREACHED | Cause.ESCALATED:
                yield from ((cause, facts) for facts in _facts(entries, texts, language))
            case _:
                for by in dict.fromkeys(map(by_whom, entries)):
                    yield cause, {"by": by}


def _facts(entries: Iterable[Entry], texts: Texts, language: str | None) -> Iterable[Facts]:
    """What clocks and escalations have to say, each for itself."""
    for entry in entries:
        if isinstance(entry.event, ClockAtRisk | ClockBreached):
            yield facts_of(entry.event, texts, language)
        else:
            yield escalation.facts_of(entry, texts, language)


def _called(person: Person) -> Rendered:
    if person.username:
        return Rendered(f"@{person.username}")
    name = plain(person.name) or "…"
    call = MessageEntityType.TEXT_MENTION
    entity = MessageEntity(type=call, offset=0, length=units(name), user=mentioned(person.id))
    return Rendered(name, (entity,))


def _without_mark(fact: object) -> str | int:
    return fact if isinstance(fact, int) else str(fact).replace(_WHO, "")
