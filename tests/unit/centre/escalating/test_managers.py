"""Who asks for a manager, in each language; and who only speaks of one."""

import pytest

from orchestration.escalating.managers import wants_manager


@pytest.mark.parametrize(
    "text",
    [
        "Manager, please",
        "I want to speak to your manager!",
        "This is the third time. Let me talk to a supervisor.",
        "Please get me your MANAGER, now",
        "Quiero hablar con el gerente",
        "Páseme con su supervisor, por favor",
        "Позовите менеджера!",
        "Я хочу поговорить с вашим руководителем",  # noqa: RUF001
        "Quero falar com o gerente",
        "Chame o responsável, por favor",
        "لطفاً مدیر",
        "می‌خواهم با مدیرتان صحبت کنم",
    ],
)
def test_they_ask(text: str) -> None:
    """Alone, or as a sentence among others."""
    assert wants_manager(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "manager",
        "I am the manager",
        "No manager please",
        "Your manager promised me a refund",
        "My manager wants to know where it is",
        "I want to reset the password of the manager account",
        "please, please, please",
        "Mi gerente quiere una factura",
        "Не надо менеджера, пожалуйста",  # noqa: RUF001
        "Meu gerente quer a nota",
        "مدیر من فاکتور می‌خواهد",
        "I want to speak " + "to the manager " * 9,
    ],
)
def test_a_doubt_means_that_nobody_asks(text: str) -> None:
    """Whoever says anything else that might change it is read by people."""
    assert not wants_manager(text)
