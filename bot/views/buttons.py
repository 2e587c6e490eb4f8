"""The buttons below the desk's messages: what can be done from here, and nothing else."""

from collections.abc import Mapping, Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import CardPress, ChoosePress, IntakePress, LanguagePress, Press, RatePress
from bot.texts import Texts
from bot.views.rendered import plain
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.customers.languages import AUTOMATIC
from orchestration.delivery import CardMenu
from orchestration.events.team import Part
from orchestration.people import Person
from orchestration.sentences import Facts
from orchestration.status import TRANSITIONS, Status
from orchestration.ticket import Ticket

#: So many colleagues fit a menu that is still read at a glance; `/assign` knows the others.
MAX_COLLEAGUES = 10
_IN_A_ROW = 2
_LABEL = 60


def of_card(
    ticket: Ticket,
    menu: CardMenu | None,
    staff: Sequence[Person],
    texts: Texts,
    ahead: FollowUp | None = None,
) -> InlineKeyboardMarkup:
    """The card's buttons as status and ownership allow, or a menu unfolded from them.

    What will happen `ahead`, by itself, has a button that stops it.
    """
    match menu:
        case CardMenu.ASSIGN:
            return _menu(ticket, _colleagues(ticket, staff), texts)
        case CardMenu.STATUS:
            return _menu(ticket, _statuses(ticket, texts), texts)
        case CardMenu.TEAM:
            parts = [_press(press, ticket, texts) for press in (Press.JOIN, Press.WATCH)]
            leave = _press(Press.LEAVE, ticket, texts)
            return _menu(ticket, [*parts, leave, *_to_invite(ticket, staff)], texts)
        case None:
            presses = [*_stopping(ahead), *_presses(ticket)]
            rows = [[_press(press, ticket, texts) for press in row] for row in presses]
            return InlineKeyboardMarkup(inline_keyboard=rows)


def ask_owner(ticket: int, owner: str, texts: Texts) -> InlineKeyboardMarkup:
    """Below a refusal: asks whoever owns the ticket to hand it over."""
    facts: Facts = {"owner": plain(owner)}
    button = _button(texts.say("button-ask", facts), Press.ASK_OWNER, ticket)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


def choices(tickets: Mapping[str, int]) -> InlineKeyboardMarkup | None:
    """One button below the other, each choosing a ticket."""
    if not tickets:
        return None
    rows = [
        [
            InlineKeyboardButton(
                text=plain(label, _LABEL), callback_data=ChoosePress(ticket=number).pack()
            )
        ]
        for label, number in tickets.items()
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def answers(choices: Mapping[str, int]) -> InlineKeyboardMarkup:
    """One button below the other, each an answer to the question before a ticket."""
    rows = [
        [
            InlineKeyboardButton(
                text=plain(label, _LABEL), callback_data=IntakePress(choice=place).pack()
            )
        ]
        for label, place in choices.items()
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def languages(texts: Texts, language: str | None) -> InlineKeyboardMarkup:
    """Each language by its own name, and none in particular."""
    names = {code: texts.say("language-name", None, code) for code in sorted(texts.languages)}
    labels = names | {AUTOMATIC: texts.say("button-language-automatic", None, language)}
    keys = [
        InlineKeyboardButton(text=label, callback_data=LanguagePress(language=code).pack())
        for code, label in labels.items()
    ]
    return InlineKeyboardMarkup(inline_keyboard=_rows(keys))


def scores(ticket: int) -> InlineKeyboardMarkup:
    """One to five."""
    row = [
        InlineKeyboardButton(
            text=str(score), callback_data=RatePress(ticket=ticket, score=score).pack()
        )
        for score in range(1, 6)
    ]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def forget(ticket: int, texts: Texts) -> InlineKeyboardMarkup:
    """Whether a customer is forgotten, for a supervisor to decide."""
    row = [
        _button(texts.say(f"button-{press}"), press, ticket) for press in (Press.FORGET, Press.KEEP)
    ]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def _stopping(ahead: FollowUp | None) -> Sequence[Sequence[Press]]:
    if ahead is None:
        return []
    return [[Press.WAKE if ahead.kind is FollowUpKind.WAKE else Press.KEEP_OPEN]]


def _presses(ticket: Ticket) -> Sequence[Sequence[Press]]:
    match ticket.status:
        case Status.CLOSED:
            return [[Press.MORE]]
        case Status.RESOLVED:
            return [[Press.REOPEN, Press.CLOSE], [Press.MORE]]
        case _:
            own = Press.CLAIM if ticket.primary is None else Press.RELEASE
            return [
                [Press.DRAFT, own, Press.ASSIGN_MENU],
                [Press.STATUS_MENU, Press.RESOLVE],
                [Press.MACROS, Press.TEAM_MENU, Press.MORE],
            ]


def _colleagues(ticket: Ticket, staff: Sequence[Person]) -> list[InlineKeyboardButton]:
    others = [person for person in staff if person.id != ticket.primary_id][:MAX_COLLEAGUES]
    return [
        _button(plain(person.name, _LABEL) or "…", Press.ASSIGN_TO, ticket.id, str(person.id))
        for person in others
    ]


def _to_invite(ticket: Ticket, staff: Sequence[Person]) -> list[InlineKeyboardButton]:
    """Colleagues who do not work on the ticket yet."""
    involved = {ticket.primary_id, *(each.id for each in ticket.taking(Part.COLLABORATOR))}
    others = [person for person in staff if person.id not in involved][:MAX_COLLEAGUES]
    return [
        _button(f"+ {plain(person.name, _LABEL) or '…'}", Press.INVITE, ticket.id, str(person.id))
        for person in others
    ]


def _statuses(ticket: Ticket, texts: Texts) -> list[InlineKeyboardButton]:
    allowed = [status for status in Status if status in TRANSITIONS[ticket.status]]
    return [
        _button(texts.say(f"status-{status}"), Press.SET_STATUS, ticket.id, status.value)
        for status in allowed
    ]


def _menu(
    ticket: Ticket, entries: Sequence[InlineKeyboardButton], texts: Texts
) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[*_rows(entries), [_press(Press.BACK, ticket, texts)]]
    )


def _rows(keys: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    return [list(keys[start : start + _IN_A_ROW]) for start in range(0, len(keys), _IN_A_ROW)]


def _press(press: Press, ticket: Ticket, texts: Texts) -> InlineKeyboardButton:
    return _button(texts.say(f"button-{press}"), press, ticket.id)


def _button(label: str, press: Press, ticket: int, value: str = "") -> InlineKeyboardButton:
    data = CardPress(press=press, ticket=ticket, value=value).pack()
    return InlineKeyboardButton(text=label, callback_data=data)
