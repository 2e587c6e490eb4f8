"""Card numbers in a text: whatever looks like one is never taken for anything else."""

import re
from collections.abc import Iterator

#: Digits in groups with a space, dot or hyphen between them.
_GROUPS = re.compile(r"\d+(?:[ .-]{1,3}\d+)*")
_GROUP = re.compile(r"\d+")
_SHORTEST, _LONGEST = 13, 19
#: No group begins further before the end of a number than its digits.
_MOST_GROUPS = _LONGEST
#: What the numbers of payment cards begin with.
_FIRST = frozenset("23456")
#: Four times four digits are a card number even where somebody mistyped one.
_PRINTED = [4, 4, 4, 4]


def cards(text: str) -> Iterator[tuple[int, int]]:
    """Where whole card numbers stand in a folded text, from and up to."""
    for run in _GROUPS.finditer(text):
        groups = list(_GROUP.finditer(text, *run.span()))
        for first, group in enumerate(groups):
            if group[0][0] not in _FIRST:
                continue
            digits = ""
            for last in groups[first : first + _MOST_GROUPS]:
                digits += last[0][: _LONGEST + 1]
                if len(digits) > _LONGEST:
                    break
                lengths = [len(one[0]) for one in groups[first : first + len(_PRINTED)]]
                printed = lengths == _PRINTED and len(digits) == sum(_PRINTED)
                if len(digits) >= _SHORTEST and (printed or _is_luhn(digits)):
                    yield group.start(), last.end()


def _is_luhn(digits: str) -> bool:
    """ISO/IEC 7812-1, annex B."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004 - two digits
