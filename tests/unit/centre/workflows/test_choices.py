# ruff: noqa: RUF001 - the Russian words are Russian
"""What customers choose, in five languages."""

import pytest

from orchestration.workflows.choices import chosen_in
from tests.unit.centre.workflows.playing import shipped


@pytest.mark.parametrize(
    ("workflow", "words", "chosen"),
    [
        ("plan-change", "from the small box to the big one", {"plan": "Big leaf box"}),
        ("plan-change", "quiero pasar de la caja pequeña a la grande", {"plan": "Big leaf box"}),
        ("plan-change", "mudar da caixa grande para a pequena", {"plan": "Small leaf box"}),
        ("plan-change", "с маленькой коробки на большую", {"plan": "Big leaf box"}),
        ("plan-change", "از جعبه کوچک به جعبه بزرگ", {"plan": "Big leaf box"}),
        ("plan-change", "instead of the big box the office one", {"plan": "Office leaf box"}),
        ("plan-change", "the small or the big one?", {}),
        ("plan-change", "not the big one, the small one", {"plan": "Small leaf box"}),
        ("plan-change", "another plan", {}),
        ("damaged-item", "I want my money back", {"remedy": "refund"}),
        (
            "damaged-item",
            "please send a new kettle",
            {"remedy": "replacement", "article": "kettle"},
        ),
        ("damaged-item", "¿me mandan otra o me devuelven el dinero?", {}),
        ("damaged-item", "верните деньги за стаканы", {"remedy": "refund", "article": "glasses"}),
        ("damaged-item", "یک قوری جدید بفرستید", {"remedy": "replacement", "article": "teapot"}),
        ("damaged-item", "quero o dinheiro de volta", {"remedy": "refund"}),
        ("cancellation", "cancel my subscription", {"thing": "subscription"}),
        ("cancellation", "отмените заказ", {"thing": "order"}),
        ("cancellation", "reactiven mi suscripción", {"thing": "subscription", "wish": "resume"}),
        ("address-change", "I have moved", {"scope": "moved"}),
        ("invoice-copy", "my last invoice", {"which": "newest"}),
    ],
)
def test_what_is_chosen(workflow: str, words: str, chosen: dict[str, str]) -> None:
    """Where it is not clear, nothing is, and the customer is asked."""
    assert chosen_in(shipped()[workflow].choices, words) == chosen
