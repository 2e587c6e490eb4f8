"""What the gate itself says: in every language that the desk speaks, with the same facts."""

import string
from dataclasses import replace

import pytest

from bot.texts import Texts
from orchestration.actions import sentences
from orchestration.actions.decision import Lack
from orchestration.actions.gate import decide
from orchestration.actions.policy import Words
from orchestration.actions.situation import CustomerFacts
from tests.unit.centre.actions.scene import SMALL, policy, situation

_OWN: dict[str, Words] = {
    name: value for name, value in vars(sentences).items() if name.isupper() and name != "LACKS"
}
SENTENCES: dict[str, Words] = {**_OWN, **{str(k): v for k, v in sentences.LACKS.items()}}


def _facts(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("name", SENTENCES)
def test_each_is_said_in_every_language(name: str) -> None:
    """None of them leaves out what the English one tells."""
    words = SENTENCES[name]
    assert words.keys() == Texts.load().languages
    assert len(set(words.values())) == len(words)
    for each in words.values():
        assert _facts(each) == _facts(words["en"])


def test_every_lack_has_one() -> None:
    """Of whatever is missing, people read what it is."""
    assert sentences.LACKS.keys() == set(Lack)


def test_the_group_reads_its_language() -> None:
    """Else English, where the desk speaks one that the gate does not."""
    nobody = situation(customer=CustomerFacts())
    assert decide(nobody, policy(SMALL), "es").reasons == ("el cliente no está verificado",)
    assert decide(nobody, policy(SMALL), "de").reasons == ("the customer is not verified",)
    unserved = replace(nobody, served={})
    said = decide(unserved, policy(SMALL), "ru").reasons
    assert said == ("сейчас ни на одном сервере нет инструмента shop.refund",)
