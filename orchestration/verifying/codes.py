"""Codes that are sent to an e-mail address: how they are kept, and how long they hold."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from orchestration.ports.bindings import SentCode

DIGITS = 6
LASTS = timedelta(minutes=10)
#: Six digits are quickly tried through, so each try must cost: about 50 ms and 16 MB.
_COST, _BLOCK = 2**14, 8


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code nobody could guess, and the salt that it is kept with."""

    code: str
    salt: bytes


def kept(new: NewCode, record: str, now: datetime) -> SentCode:
    """What is kept of a code; without a record it is a decoy, which nothing matches."""
    return SentCode(_digest(new.code, new.salt), record, now + LASTS)


def matches(sent: SentCode, code: str, now: datetime) -> bool:
    """Whether that is the code, in time; it takes as long for any."""
    salt = bytes.fromhex(sent.digest.partition(":")[0])
    same = hmac.compare_digest(_digest(code, salt), sent.digest)
    return same and bool(sent.record) and now < sent.until


def _digest(code: str, salt: bytes) -> str:
    hashed = hashlib.scrypt(code.encode(), salt=salt, n=_COST, r=_BLOCK, p=1)
    return f"{salt.hex()}:{hashed.hex()}"
