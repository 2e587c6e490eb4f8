"""People: what was learned last counts."""

from orchestration.people import Person, Role
from tests.contract.conftest import Store

ADA = Person(7_000_000_001, "Ada 💡", "AdaL", "en", Role.SUPERVISOR, reachable=True, hints=2).given(
    Role.EXPERT, ("billing", "größe")
)


async def test_a_person_is_learned_and_learned_again(store: Store) -> None:
    """The newer knowledge replaces all of the older."""
    async with store.begin() as uow:
        assert await uow.people.get(ADA.id) is None
        await uow.people.learn(ADA)
        assert await uow.people.get(ADA.id) == ADA
    left = Person(ADA.id, "Ada Lovelace")
    async with store.begin() as uow:
        await uow.people.learn(left)
    async with store.begin() as uow:
        assert await uow.people.get(ADA.id) == left
        assert await uow.people.by_username("adal") is None


async def test_a_user_name_whatever_its_case(store: Store) -> None:
    """As people type it."""
    async with store.begin() as uow:
        await uow.people.learn(ADA)
        assert await uow.people.by_username("aDAl") == ADA
        assert await uow.people.by_username("ada") is None


async def test_a_user_name_belongs_to_the_last_one_seen_with_it(store: Store) -> None:
    """Whoever had it before has lost it, so a mention never calls the wrong person."""
    heir = Person(2, "Heir", "ADAL")
    async with store.begin() as uow:
        await uow.people.learn(ADA)
        await uow.people.learn(heir)
    async with store.begin() as uow:
        assert await uow.people.by_username("AdaL") == heir
        before = await uow.people.get(ADA.id)
        assert before is not None
        assert before.username is None
        assert before.role is ADA.role
        await uow.people.learn(ADA)
        assert await uow.people.by_username("AdaL") == ADA


async def test_people_without_a_user_name_are_many(store: Store) -> None:
    """An empty one is none."""
    async with store.begin() as uow:
        for number, name in enumerate((None, None, "", ""), start=1):
            await uow.people.learn(Person(number, "Someone", name))
    async with store.begin() as uow:
        assert await uow.people.get(4) == Person(4, "Someone")


async def test_staff_and_supervisors_by_id(store: Store) -> None:
    """Customers are neither."""
    roles = {5: Role.ADMIN, 3: Role.AGENT, 4: None, 1: Role.SUPERVISOR, 2: Role.EXPERT}
    async with store.begin() as uow:
        for number, role in roles.items():
            await uow.people.learn(Person(number, f"P{number}", f"p{number}", role=role))
    async with store.begin() as uow:
        assert [one.id for one in await uow.people.staff()] == [1, 2, 3, 5]
        assert [one.id for one in await uow.people.supervisors()] == [1, 5]
