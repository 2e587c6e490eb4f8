# ruff: noqa: RUF001 - the Russian and Persian words are Russian and Persian
"""Words that are secrets: keys of programs, passwords, and addresses where the owner says so.

What is returned are places, start and end. No pattern begins again inside what it has read in vain,
so that a long text is read once.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator

Place = tuple[int, int]

#: By how they begin, as those say who give them out.
_KEY = re.compile(
    r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:(?!-----END)[\s\S])*"
    r"(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?"
    r"|(?<![A-Za-z0-9\0])(?:"
    r"sk-[A-Za-z0-9_-]{16,}"
    r"|[srp]k_(?:live|test)_[A-Za-z0-9]{10,}"
    r"|whsec_[A-Za-z0-9+/=_-]{16,}"
    r"|gh[oprsu]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}"
    r"|(?:AKIA|ASIA)[A-Z0-9]{16}"
    r"|xox[a-z]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,}"
    r"|AIza[A-Za-z0-9_-]{30,}|ya29\.[A-Za-z0-9_-]{20,}"
    r"|npm_[A-Za-z0-9]{30,}|hf_[A-Za-z0-9]{30,}|pypi-[A-Za-z0-9_-]{30,}"
    r"|SG\.[A-Za-z0-9_-]{16,}(?:\.[A-Za-z0-9_-]+)?"
    r"|[0-9]{6,12}:[A-Za-z0-9_-]{30,}"
    r")"
    r"|(?<=/bot)[0-9]{6,12}:[A-Za-z0-9_-]{30,}"
    r"|(?<![A-Za-z0-9_\0-])eyJ[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]+){1,4}"
)
_BEARER = re.compile(r"(?<![A-Za-z])(?i:bearer|basic)[ \t]{1,3}([A-Za-z0-9._~+/=-]{16,})")
#: The password in an address such as postgresql://user:password@host.
_IN_ADDRESS = re.compile(r"(?<=://)[^\s/@:\0⟦⟧]{0,64}:([^\s/@\0⟦⟧]{1,256})@")

#: Long words in which all kinds of letters and digits are mixed; parts of addresses are none.
_LONG_WORD = re.compile(
    r"(?<![A-Za-z0-9_/.%=&?#+\0-])[A-Za-z0-9_-]{32,}(?![A-Za-z0-9_/%\0-]|\.[A-Za-z0-9])"
)
_DIGITS_AT_LEAST, _BITS = 4, 4.0

_NAMES = (
    r"pass(?:word|wd|code|phrase)?|pwd|pin(?:[ _-]?code)?|cv[vc]2?|secret(?:[ _-]?key)?"
    r"|client[ _-]?secret|(?:api|access|private|auth)[ _-]?key"
    r"|(?:access|auth|refresh|bot)?[ _-]?token"
    r"|contrase(?:ñ|n\u0303|n)a|clave(?: de acceso)?"
    r"|парол[ья]|код доступа|пин(?:-код)?"
    r"|senha|palavra[ -]passe"
    r"|رمز(?:[ \u200c](?:عبور|ورود|دوم|پویا))?|گذرواژه|گذر واژه|پسورد|[کك]لمه[ \u200c]عبور"
)
#: A name, a sign of equality, and what stands behind it, in quotes or up to the next gap.
_SAID = re.compile(
    rf"(?<![^\W_])(?:{_NAMES})[\"'’»]?[^\S\n]{{0,3}}[:=：][^\S\n]{{0,3}}"
    r"(?:\"([^\"\n\0⟦⟧]{1,256})\"|'([^'\n\0⟦⟧]{1,256})'|([^\s\"\0⟦⟧]{3,256}))",
    re.IGNORECASE,
)
#: "My password is hunter2": only what no word is, so that "is not working" tells nothing.
_TOLD = re.compile(
    rf"(?<![^\W_])(?:{_NAMES})[^\S\n]{{1,3}}(?:is|es|это|é)[^\S\n]{{1,3}}"
    r"(?=[^\s\0⟦⟧]{0,64}[0-9])([^\s\"\0⟦⟧]{4,256})",
    re.IGNORECASE,
)
_NAME = re.compile(_NAMES, re.IGNORECASE)
#: What ends a sentence is not what ends a password.
_AFTER = ".,;)"

_EMAIL = re.compile(r"(?<![\w.+\0-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w\0-])")


def keys(text: str) -> Iterator[Place]:
    """Keys and tokens that are known by how they begin, and long words that machines write."""
    places = [found.span() for found in _KEY.finditer(text)]
    places += [found.span(1) for found in _BEARER.finditer(text)]
    places += [found.span() for found in _LONG_WORD.finditer(text) if _is_random(found[0])]
    return _apart(places)


def passwords(text: str) -> Iterator[Place]:
    """What is called a password, a PIN or a token in one of five languages."""
    places = []
    for pattern in (_IN_ADDRESS, _SAID, _TOLD):
        for found in pattern.finditer(text):
            start, end = next(
                found.span(group) for group in range(1, found.re.groups + 1) if found[group]
            )
            end = start + len(text[start:end].rstrip(_AFTER))
            if start < end:
                places.append((start, end))
    return _apart(places)


def names_a_secret(name: str) -> bool:
    """Whether what bears that name is a password, a PIN or a token, in one of five languages."""
    return _NAME.fullmatch(name) is not None


def emails(text: str) -> Iterator[Place]:
    """Addresses of mail, in any script."""
    return (found.span() for found in _EMAIL.finditer(text))


def _is_random(word: str) -> bool:
    """Whether hardly a letter follows from those before it; a digest in hex is no secret."""
    kinds = (any(map(str.islower, word)), any(map(str.isupper, word)))
    if not all(kinds) or sum(map(str.isdigit, word)) < _DIGITS_AT_LEAST:
        return False
    counts = Counter(word).values()
    return -sum(n / len(word) * math.log2(n / len(word)) for n in counts) >= _BITS


def _apart(places: list[Place]) -> Iterator[Place]:
    """Without those that begin inside another."""
    reached = 0
    for start, end in sorted(places):
        if start >= reached:
            reached = end
            yield start, end
