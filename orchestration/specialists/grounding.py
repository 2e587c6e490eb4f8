"""What stands behind an answer besides the word of the model that wrote it.

A model can be talked into calling anything certain. What can be looked up is looked up here: the
numbers and addresses of an answer in the sources that it names, and its words in the instructions,
which nobody outside reads.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from orchestration.events.specialists import EvidenceKind
from orchestration.times.vocabulary import with_plain_digits

#: So many letters in a row that stand in the instructions, too, are no chance.
ECHO = 24
#: No word is that long: it is an address, or something that was encoded.
_WORD = 40

#: A value of more words is a sentence.
_FACT = 4

#: Each begins where a word does, so that a long one is read once.
_ADDRESS = re.compile(
    r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*://\S+|(?<![\w@/])[@/]\w{3,}"
    r"|(?<![\w.%+-])[\w.%+-]+@[\w.-]+"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?:[/?#]\S*)?"
)
_AROUND_ADDRESS = ".,;:!?)]}>'\"»/*_"
_NUMBER = re.compile(r"\d+")
_RUN = re.compile(rf"[!-~]{{{_WORD},}}")

#: A source that is named, and its words.
Source = tuple[EvidenceKind, str]


def is_borne_out(answer: str, named: Iterable[Source]) -> bool:
    """Whether all that can be looked up in an answer stands in the sources that it names.

    Numbers stand in an article, or in what a system answered; addresses, links and names with an @
    in an article, because its owner wrote it. What the customer says bears out nothing.
    """
    sources = [(kind, _plain(text)) for kind, text in named if kind is not EvidenceKind.WORDS]
    known = {number for _, text in sources for number in _numbers(text)}
    given = {
        address
        for kind, text in sources
        if kind is EvidenceKind.ARTICLE
        for address in _addresses(text)
    }
    plain = _plain(answer)
    rest = _ADDRESS.sub(" ", plain)
    return _addresses(plain) <= given and _numbers(rest) <= known and not _RUN.search(rest)


def facts(data: object) -> Iterator[str]:
    """The values in a system's answer that are facts; a sentence is somebody's remark."""
    match data:
        case Mapping():
            for value in data.values():
                yield from facts(value)
        case list():
            for value in data:
                yield from facts(value)
        case _ if len(str(data).split()) <= _FACT:
            yield str(data)


def repeats(answer: str, instructions: str) -> bool:
    """Whether an answer holds a stretch of the instructions: also spaced out, backwards, in rot13.

    A translation is not found, and neither is another cipher.
    """
    told = _letters(instructions)
    stretches = {told[at : at + ECHO] for at in range(len(told) - ECHO + 1)}
    said = _letters(answer)
    ways = (said, said[::-1], codecs.encode(said, "rot13"))
    return any(
        way[at : at + ECHO] in stretches for way in ways for at in range(len(way) - ECHO + 1)
    )


def _plain(text: str) -> str:
    """Small letters, and the digits of every script as 0 to 9."""
    return with_plain_digits(unicodedata.normalize("NFKC", text).casefold())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, _plain(text)))


def _numbers(text: str) -> set[str]:
    """Every number, without what people write between its digits, and zeros in front."""
    return {found.lstrip("0") for found in _NUMBER.findall(text)}


def _addresses(text: str) -> set[str]:
    return {found.rstrip(_AROUND_ADDRESS) for found in _ADDRESS.findall(text)}
