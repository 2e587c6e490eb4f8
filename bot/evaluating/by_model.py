"""Measuring the router that asks a model: with the key of `.env`, on the examples of the file."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot import settings
from bot.assisting.brains import a_fence, open_model
from bot.desk_files import folder as desk_folder
from bot.desk_files.document import InvalidDeskFiles
from bot.evaluating.cannot_measure import CannotMeasure
from bot.settings import InvalidSettings
from orchestration.ports.models import ModelError
from orchestration.ports.routing import Router
from orchestration.routing.by_model import ModelRouter
from orchestration.routing.decision import RoutingDecision
from orchestration.routing.examples import Example
from orchestration.specialists.cast import Cast, Profile

#: The router's name.
CLAUDE = "claude"
_NO_KEY = (
    f"The router {CLAUDE!r} cannot be measured: ANTHROPIC_API_KEY is not set. Copy the key from "
    "the Anthropic console into .env."
)


@asynccontextmanager
async def asking(examples: Sequence[Example], own_desk: Path) -> AsyncIterator[Router]:
    """The router, for as long as the block; it knows the labels of the examples, and no others.

    What each label is for stands in the desk's files. Raises `CannotMeasure`.
    """
    try:
        model = open_model(settings.load_of_models())
        found = desk_folder.load(own_desk)
    except (InvalidSettings, InvalidDeskFiles) as error:
        raise CannotMeasure(str(error)) from None
    if model is None:
        raise CannotMeasure(_NO_KEY)
    known = described(examples, found.cast)
    try:
        yield _Insistent(
            ModelRouter(model, found.desk.router_model, lambda: known, lambda: a_fence(found.desk))
        )
    finally:
        await model.close()


def described(examples: Sequence[Example], cast: Cast) -> Sequence[Profile]:
    """A specialist for each label, as the desk's files describe it, with its examples of one."""
    texts: dict[str, list[str]] = {}
    for each in examples:
        if len(each.specialists) == 1:
            texts.setdefault(next(iter(each.specialists)), []).append(each.text)
    named = sorted({name for each in examples for name in each.specialists})
    return [_described(name, texts.get(name, ()), cast.get(name)) for name in named]


def _described(name: str, examples: Sequence[str], profile: Profile | None) -> Profile:
    description = profile.description if profile else ""
    return Profile(name, profile.name if profile else name, description, "", tuple(examples))


class _Insistent:
    """A router that must answer: nobody measures what another one said."""

    name = CLAUDE

    def __init__(self, router: ModelRouter) -> None:
        self._router = router

    async def route(
        self, conversation: Sequence[str], ticket: int | None = None
    ) -> RoutingDecision:
        try:
            return await self._router.route(conversation, ticket)
        except ModelError as error:
            words = f"The router {CLAUDE!r} cannot be measured: {error}."
            raise CannotMeasure(words) from None
