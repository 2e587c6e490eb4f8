"""What tokens cost, as far as it is known.

List prices in US dollars for a million tokens, from Anthropic's price list at
platform.claude.com/docs/en/about-claude/pricing as of November 2026. A model that is not named here
costs nobody knows what: its tokens are counted, and no amount is shown.
"""

from dataclasses import dataclass
from decimal import Decimal

from orchestration.ports.models import Usage


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars for a million tokens; what is written into a cache stays there for five minutes."""

    input: Decimal
    cache_written: Decimal
    cache_read: Decimal
    output: Decimal

    def of(self, usage: Usage) -> int:
        """What that took, in millionths of a dollar, rounded up."""
        micros = (
            usage.input * self.input
            + usage.cache_written * self.cache_written
            + usage.cache_read * self.cache_read
            + usage.output * self.output
        )
        return int(-(-micros // 1))


def _price(row: str) -> Price:
    return Price(*map(Decimal, row.split()))


#: By the beginning of a model's name; a dated name costs what the one without a date does.
_PRICES = {
    name: _price(row)
    for name, row in {
        # name: input, cache write, cache read, output
        "claude-fable-5-1": "10 12.50 0.25 50",
        "claude-fable-5": "10 12.50 1 50",
        "claude-opus-5-5": "4 5 0.20 20",
        "claude-opus-5": "5 6.25 0.50 25",
        "claude-opus-4-8": "5 6.25 0.50 25",
        "claude-opus-4-7": "5 6.25 0.50 25",
        "claude-opus-4-6": "5 6.25 0.50 25",
        "claude-opus-4-5": "5 6.25 0.50 25",
        "claude-sonnet-5-5": "2 2.50 0.10 10",
        "claude-sonnet-5": "2 2.50 0.20 10",
        "claude-sonnet-4-6": "3 3.75 0.30 15",
        "claude-sonnet-4-5": "3 3.75 0.30 15",
        "claude-haiku-5-5": "0.10 0.125 0.01 0.50",
        "claude-haiku-4-5": "1 1.25 0.10 5",
    }.items()
}
#: Whose longer prompts cost more: from so many tokens read, all of it this much.
_LONG = {"claude-haiku-5-5": (100_000, _price("0.50 0.625 0.05 2.50"))}

_DATE = 8


def cost(model: str, usage: Usage) -> int | None:
    """What one answer cost in millionths of a dollar; None where the price is not known."""
    name, _, end = model.rpartition("-")
    if not (name and len(end) == _DATE and end.isdecimal()):
        name = model
    if name not in _PRICES:
        return None
    long = _LONG.get(name)
    price = long[1] if long and usage.read > long[0] else _PRICES[name]
    return price.of(usage)
