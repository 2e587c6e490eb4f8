"""What the router of a running desk learns from what staff corrected."""

from bot.consultants import of_corrections
from orchestration.ports.corrections import Correction
from orchestration.routing.examples import Example
from orchestration.specialists.cast import Cast, Profile
from tests.unit.centre.cast import ANNA, NOW

BILLING = Profile("billing", "Billing", "Charges.", "Count.", ("charged twice",))
MONEY = Profile("money", "Money", "Leads.", "Lead.")
CAST = Cast([BILLING, MONEY])


def test_what_is_learned_from_corrections() -> None:
    """Nothing is routed to whom no file gives examples; the ticket's stay together."""
    given = [
        Correction(1, 2, ("Hello", "Twice"), frozenset({"billing"}), ANNA.id, NOW),
        Correction(2, 2, ("Tea?",), frozenset(), ANNA.id, NOW),
        Correction(3, 2, ("Boss!",), frozenset({"money", "billing"}), ANNA.id, NOW),
        Correction(4, 2, ("Gone",), frozenset({"gone"}), ANNA.id, NOW),
    ]
    assert of_corrections(given, CAST) == [
        Example("Twice", frozenset({"billing"}), ("Hello",), "ticket 1"),
        Example("Tea?", frozenset(), (), "ticket 2"),
    ]
    assert of_corrections(given, Cast([MONEY])) == []
