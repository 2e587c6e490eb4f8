"""A role beside a name: what it reads, and that it is never tried for ever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import Texts
from bot.views.tag import LENGTH, can_bear, tag
from orchestration import deliveries
from orchestration.people import Person, Role
from sandbox.cast import ANA, MARIA, SAM, STAFF_CHAT_ID
from tests.unit.bot.house import House, Json

TEXTS = Texts.load()
MEMBER = Person(MARIA, "Maria").in_group(Role.AGENT)


@pytest.mark.parametrize(
    ("skills", "reads"),
    [
        ((), "expert"),
        (("billing",), "expert: billing"),
        (("it", "hr", "billing"), "expert: it, hr"),
        (("troubleshooting",), "troubleshooting"),
        (("internationalization",), "internationaliza"),
    ],
)
def test_as_many_skills_as_fit(skills: tuple[str, ...], reads: str) -> None:
    """Whoever has more is found by `/role`."""
    assert tag(MEMBER.given(Role.EXPERT, skills), TEXTS) == reads


@given(
    st.sampled_from(Role),
    st.lists(st.from_regex(r"[\w-]{1,32}", fullmatch=True), max_size=10),
    st.sampled_from(sorted(TEXTS.languages)),
)
def test_a_tag_is_never_too_long(role: Role, skills: list[str], language: str) -> None:
    """Whatever the skills and the language; an agent has none."""
    words = tag(MEMBER.given(role, tuple(skills)), TEXTS, language)
    assert len(words) <= LENGTH
    assert bool(words) == (role is not Role.AGENT)


def test_administrators_and_those_who_left_bear_none() -> None:
    """Telegram gives tags to regular members only."""
    assert can_bear(MEMBER)
    assert not can_bear(MEMBER.given(Role.ADMIN).in_group(Role.SUPERVISOR))
    assert not can_bear(MEMBER.in_group(None))


async def _tags(house: House) -> dict[int, str | None]:
    async with house.http.get("/sim/state") as answer:
        chats = (await answer.json())["chats"]
    members: list[Json] = next(c["members"] for c in chats if c["id"] == STAFF_CHAT_ID)
    return {each["user_id"]: each["tag"] for each in members}


async def test_the_newest_role_is_shown_and_taken_away(house: House) -> None:
    """Two changes before anything went are one call."""
    await house.knows(MEMBER.given(Role.EXPERT, ("billing",)))
    await house.decides(deliveries.role(MARIA), deliveries.role(MARIA))
    await house.courier.drain()
    assert (await _tags(house))[MARIA] == "expert: billing"
    assert await house.calls() == ["setChatMemberTag"]
    await house.knows(MEMBER)
    await house.decides(deliveries.role(MARIA))
    await house.courier.drain()
    assert (await _tags(house))[MARIA] is None


async def test_a_refused_tag_is_let_be(house: House) -> None:
    """No right, no member, an administrator by now: nothing waits, nothing is set aside."""
    for number in (ANA, SAM, MARIA):
        person = Person(number, "X").in_group(Role.AGENT).given(Role.EXPERT)
        await house.knows(person)
        await house.decides(deliveries.role(number))
    rights = {"chat_id": STAFF_CHAT_ID, "rights": {"can_manage_tags": False}}
    await house.courier.drain()
    await house.post("/sim/rights", rights)
    await house.decides(deliveries.role(MARIA))
    await house.courier.drain()
    assert len(await house.calls(refused=True)) == 3
    assert not house.left()
    assert not house.set_aside()
