"""Roles are seen where people are: beside their names in the group."""

from tests.stories.conftest import Cast
from tests.stories.people import eventually


async def _tag(cast: Cast, who: int) -> str | None:
    members = (await cast.telegram.forum())["members"]
    return next((m["tag"] for m in members if m["user_id"] == who), None)


async def test_a_role_stands_beside_the_name(cast: Cast) -> None:
    """Sam makes Joe an expert, and takes it back; the tag comes and goes."""
    await cast.ana.writes("I was charged twice")
    topic = await cast.topic("#1")
    await cast.joe.writes_in(topic, "I know of this")

    async def shown() -> bool:
        return await _tag(cast, cast.joe.id) == "expert: billing"

    async def gone() -> bool:
        return await _tag(cast, cast.joe.id) is None

    await cast.sam.writes_in(topic, "/role @joe expert billing")
    await eventually(shown, "a tag of Joe's role")
    await cast.sam.writes_in(topic, "/role @joe agent")
    await eventually(gone, "no tag beside Joe's name")


async def test_roles_are_shown_once_the_bot_may(cast: Cast) -> None:
    """The right that was missing is given: nobody has to give the roles again."""
    forum = (await cast.telegram.forum())["id"]
    right = {"chat_id": forum, "rights": {"can_manage_tags": False}}
    await cast.telegram.post("/sim/rights", right)
    await cast.ana.writes("I was charged twice")
    topic = await cast.topic("#1")
    await cast.joe.writes_in(topic, "I know of this")
    said = await cast.sam.writes_in(topic, "/role @joe expert billing")
    assert "an expert now" in (await topic.answer_to(said))["text"]

    async def shown() -> bool:
        return await _tag(cast, cast.joe.id) == "expert: billing"

    await cast.telegram.post("/sim/rights", right | {"rights": {"can_manage_tags": True}})
    await eventually(shown, "a tag of Joe's role")
