"""What a customer writes to show whose they are: an order and its postcode, an e-mail, a code."""

from orchestration.events.verifying import Proof
from orchestration.ports.bindings import Shown
from orchestration.times.vocabulary import with_plain_digits
from orchestration.verifying.codes import DIGITS

#: No order number, postcode or address is longer.
LONGEST = 254


def code_in(words: str) -> str | None:
    """The code that the words are and nothing else, in whatever digits; "123 456" is one, too."""
    bare = "".join(words[: 4 * DIGITS].split())
    if len(bare) != DIGITS or not bare.isdecimal() or len(words) > 4 * DIGITS:
        return None
    return with_plain_digits(bare)


def shown_in(words: str) -> Shown | None:
    """An e-mail address, or an order's number and then its postcode; None for anything else."""
    if len(words) > LONGEST:
        return None
    first, _, rest = with_plain_digits(words).strip().partition(" ")
    rest = " ".join(rest.split())
    if "@" in first.strip("@"):
        return None if rest else Shown(Proof.EMAIL_CODE, first)
    order = first.strip("#,;")
    return Shown(Proof.ORDER_POSTCODE, order, rest) if order and rest else None
