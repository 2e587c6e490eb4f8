"""The router that asks a model, through the real SDK and over real HTTP."""

from collections.abc import AsyncIterator

import pytest

from connectors.anthropic.client import Claude
from orchestration.ports.models import ModelMisspoke
from orchestration.routing.by_model import ModelRouter, instructions
from orchestration.specialists.cast import Profile
from tests.fakes.messages_api import HAIKU, KEY, MessagesApi, answering, fills, says
from tests.unit.centre.specialists.briefs import fence

BILLING = Profile("billing", "Billing", "Invoices and refunds.", "", ("I was charged twice",))
SAID = "I was charged twice"


@pytest.fixture
async def api() -> AsyncIterator[MessagesApi]:
    async with answering() as served:
        yield served


@pytest.fixture
async def router(api: MessagesApi) -> AsyncIterator[ModelRouter]:
    claude = Claude(KEY, api.address, ())
    yield ModelRouter(claude, HAIKU, lambda: [BILLING], fence)
    await claude.close()


async def test_it_fills_a_form(api: MessagesApi, router: ModelRouter) -> None:
    """Its instructions are cached, and its answer can be nothing but the form."""
    part = {"specialist": "billing", "text": SAID, "confidence": 0.9}
    api.then(fills(parts=[part], reasons=["charged twice"]))
    decision = await router.route([SAID])
    assert [(each.specialist, each.text) for each in decision.tasks] == [("billing", SAID)]
    assert decision.reasons == ("charged twice",)
    (asked,) = api.requests
    (system,) = asked["system"]
    assert system["text"] == instructions([BILLING])
    assert system["cache_control"] == {"type": "ephemeral"}
    schema = asked["output_config"]["format"]["schema"]
    assert set(schema["properties"]) == {"parts", "reasons"}


async def test_nobody(api: MessagesApi, router: ModelRouter) -> None:
    api.then(fills(parts=[], reasons=[]))
    assert (await router.route([SAID])).abstained


async def test_nonsense_is_a_failure(api: MessagesApi, router: ModelRouter) -> None:
    api.then(says("Billing, I think."))
    with pytest.raises(ModelMisspoke):
        await router.route([SAID])
