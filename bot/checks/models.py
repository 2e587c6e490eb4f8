"""Who thinks for the specialists: whether the models that their files name can be asked."""

from collections.abc import Mapping

from bot.assisting.brains import open_model
from bot.checks.files import COPY_KEY
from bot.checks.finding import Finding, failure, fine
from bot.desk_files.folder import DeskFolder
from bot.settings import Settings
from orchestration.desk import Desk, RouterKind
from orchestration.ports.models import (
    Fault,
    Model,
    ModelError,
    ModelRejected,
    ModelUnavailable,
)
from orchestration.specialists.cast import BUILT_IN, Cast

BRAIN = "brain"

_ROUTER = "the router (desk.yaml)"


def thinkers(cast: Cast, desk: Desk, *, keyed: bool) -> Mapping[str, str]:
    """The models that are named, each with the names of whose files name it.

    Without a key the router does without one, which is said elsewhere.
    """
    named: dict[str, list[str]] = {}
    if keyed and desk.router is RouterKind.CLAUDE:
        named[desk.router_model] = [_ROUTER]
    for each in cast.profiles:
        if each.model != BUILT_IN:
            named.setdefault(each.model, []).append(each.name)
    return {model: ", ".join(names) for model, names in sorted(named.items())}


async def examine(settings: Settings, found: DeskFolder) -> list[Finding]:
    """What there is to say of the key and of each model; nothing is needed where none is named."""
    model = open_model(settings)
    try:
        return await examine_cast(model, found.cast, found.desk)
    except ModelUnavailable as error:
        advice = "See to ANTHROPIC_BASE_URL and the network; the desk tries again by itself."
        return [failure(BRAIN, str(error), advice)]
    finally:
        if model is not None:
            await model.close()


async def examine_cast(model: Model | None, cast: Cast, desk: Desk) -> list[Finding]:
    """The same for these specialists; raises `ModelUnavailable` where nobody can say now."""
    named = thinkers(cast, desk, keyed=model is not None)
    if model is None:
        return [_without_key(named)]
    try:
        await model.examine()
    except ModelUnavailable:
        raise
    except ModelError as error:
        return [failure(BRAIN, str(error), COPY_KEY)]
    if not named:
        return [fine(BRAIN, "built-in: the key works, and no specialist's file names a model")]
    return [await _examine_one(model, name, who) for name, who in named.items()]


def _without_key(named: Mapping[str, str]) -> Finding:
    if not named:
        return fine(BRAIN, "built-in: no specialist's file names a model, so no key is needed")
    names = "; ".join(f"{model}, which {who} should think with" for model, who in named.items())
    advice = f"{COPY_KEY} Or take `model` out of those files."
    return failure(BRAIN, f"ANTHROPIC_API_KEY is not set, so nobody can ask {names}", advice)


async def _examine_one(model: Model, name: str, who: str) -> Finding:
    try:
        await model.examine(name)
    except ModelUnavailable:
        raise
    except ModelError as error:
        key = isinstance(error, ModelRejected) and error.fault is Fault.KEY
        advice = COPY_KEY if key else f"Correct `model` in the files of {who}."
        return failure(BRAIN, f"{error}, and {who} should think with it", advice)
    return fine(BRAIN, f"{who} can think with {name}")
