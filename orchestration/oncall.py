"""Who is on call: whom `@oncall` reaches."""

from orchestration.errors.notices import NotYourRoster
from orchestration.people import Person, Staff
from orchestration.ports import UnitOfWork

_NAME = "on-call"


async def on_call(uow: UnitOfWork) -> tuple[int, ...]:
    """Who is on call, by id, the first to be asked first; some may have left the staff."""
    return tuple(map(int, (await uow.memory.recall(_NAME) or "").split()))


async def call_on(uow: UnitOfWork, people: tuple[Person, ...], by: Staff) -> None:
    """From now on these are on call; raises `NotYourRoster`.

    Supervisors write the roster, and anybody may take the duty alone, or give their own back.
    """
    own = all(person.id == by.id for person in people)
    if not people:
        own = set(await on_call(uow)) <= {by.id}
    if not (own or by.role.supervises):
        raise NotYourRoster
    await uow.memory.remember(_NAME, " ".join(str(person.id) for person in people))
