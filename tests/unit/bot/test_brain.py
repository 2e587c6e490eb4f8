# ruff: noqa: RUF001 - the Russian words are Russian
"""The brain that needs no model: what the staff read of it, and what customers might be told."""

from dataclasses import replace

import pytest

from orchestration.events.specialists import EvidenceKind, Fate, Handoff
from orchestration.ports import Brain
from orchestration.specialists.advice import Contribution
from orchestration.specialists.cast import BUILT_IN, Access
from tests.unit.bot.briefs import (
    COMPLIANCE,
    IN_ENGLISH,
    IN_SPANISH,
    KNOWLEDGE,
    NOW,
    ON_ITS_WAY,
    ORDERS,
    OTHER,
    RETURNS,
    RETURNS_ES,
    Shop,
    answers,
    brain,
    brief,
    says,
)


def test_it_fills_the_port() -> None:
    """What asks specialists needs to know nothing of it."""
    filled: Brain = brain()
    assert filled is not None


async def test_an_order_is_read_and_its_parcel_after_it() -> None:
    """The shop names the parcel, the carrier knows where it is; they agree so far."""
    shop = Shop(ON_ITS_WAY)
    said = await brain(shop).think(ORDERS, brief("Where is my order 4711?"))
    assert said.note == (
        "“Where is my order 4711?” · order 4711 – status: on its way; expected: 2026-11-24"
    )
    assert said.details == (
        "Named: order 4711\n"
        "shop.find_order, 2026-11-21 10:04 UTC: order 4711 – status: shipped; "
        "tracking number: JD0123456789\n"
        "carrier.track, 2026-11-21 10:04 UTC: order 4711 – tracking number: JD0123456789; "
        "status: on its way; expected: 2026-11-24"
    )
    assert said.draft == "Order 4711 – status: on its way; expected: 2026-11-24."
    assert (said.grounded, said.asks, said.brain) == (True, False, BUILT_IN)
    assert shop.asked == [
        ("shop.find_order", {"order_number": "4711"}),
        ("carrier.track", {"tracking_number": "JD0123456789"}),
    ]
    assert [(each.tool, each.outcome) for each in said.calls] == [
        ("shop.find_order", "ok"),
        ("carrier.track", "ok"),
    ]
    assert {each.kind for each in said.evidence} == {EvidenceKind.SYSTEM}
    assert {each.at for each in said.evidence} == {NOW}
    claimed = {each.about: each.value for each in said.claims}
    assert claimed["order 4711: status"] == "shipped"


LANGUAGES = [
    (
        "en",
        "Where is my order 4711?",
        """Hello Ana,

Order 4711 – status: on its way; expected: 2026-11-24.

If anything is still unclear, just write to us here.""",
    ),
    (
        "es",
        "¿Dónde está mi pedido n.º 4711?",
        """Hola, Ana:

Pedido 4711 – estado: en camino; entrega prevista: 2026-11-24.

Si queda alguna duda, escríbanos por aquí.""",
    ),
    (
        "ru",
        "Где мой заказ №4711?",
        """Здравствуйте, Ana!

Заказ 4711 – статус: в пути; ожидается: 2026-11-24.

Если что-то осталось неясным, просто напишите нам сюда.""",
    ),
    (
        "pt",
        "Onde está a minha encomenda 4711?",
        """Olá, Ana,

Pedido 4711 – status: a caminho; previsão de entrega: 2026-11-24.

Se algo ainda não estiver claro, é só escrever aqui.""",
    ),
    (
        "fa",
        "سفارش ۴۷۱۱ من کجاست؟",
        """سلام Ana،

سفارش 4711 – وضعیت: در راه؛ زمان تحویل: 2026-11-24.

اگر هنوز پرسشی دارید، همین‌جا بنویسید.""",
    ),
    (
        "tlh",
        "nuqDaq 'oH order 4711'e'?",
        """Hello Ana,

Order 4711 – status: on its way; expected: 2026-11-24.

If anything is still unclear, just write to us here.""",
    ),
]


def _plain(words: str) -> str:
    """Without the marks that keep Latin words in their place among Persian ones."""
    return words.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(("language", "asked", "draft"), LANGUAGES)
async def test_the_whole_answer_in_the_customers_language(
    language: str, asked: str, draft: str
) -> None:
    """While the note is in that of the staff; a language that the desk lacks is English."""
    thinking, read = brain(Shop(ON_ITS_WAY)), brief(asked, language=language)
    said = await thinking.think(ORDERS, read)
    assert said.note.startswith(f"“{asked}” · order 4711 – status: on its way")
    contribution = Contribution("orders", "Orders", Fate.ADVISED, said)
    answer = await thinking.draft(KNOWLEDGE, replace(read, said=[contribution]))
    assert _plain(answer.draft) == draft
    assert answer.grounded


async def test_the_staff_read_their_own_language() -> None:
    """The note and its details are in the language of the group."""
    read = brief("Where is my order 4711?", staff_language="es")
    said = await brain(Shop(ON_ITS_WAY)).think(ORDERS, read)
    assert "pedido 4711 – estado: en camino" in said.note
    assert said.details.startswith("Se nombra: pedido 4711")


ASKING = [
    ("en", "Where is my order?", "Could you please send us the order number? Then we can look"),
    ("es", "¿Dónde está mi pedido?", "¿Podría enviarnos el número de pedido? Así podremos"),
    ("ru", "Где мой заказ?", "Пришлите, пожалуйста, номер заказа, и мы всё проверим."),
    ("pt", "Onde está a minha encomenda?", "Você poderia nos enviar o número do pedido? Assim"),
    ("fa", "سفارش من کجاست؟", "لطفاً شماره سفارش را برای ما بفرستید تا بررسی کنیم."),
]


@pytest.mark.parametrize(("language", "asked", "draft"), ASKING)
async def test_what_is_missing_is_asked_for(language: str, asked: str, draft: str) -> None:
    """One question for exactly that; without a statement nothing is grounded."""
    said = await brain(Shop(ON_ITS_WAY)).think(ORDERS, brief(asked, language=language))
    assert _plain(said.draft).startswith(draft)
    assert (said.asks, said.grounded) == (True, False)
    assert "asks for the order number" in said.note


async def test_nobody_is_asked_twice() -> None:
    """What was named before, or answered since, or passed on by a colleague, is known."""
    shop = Shop(ON_ITS_WAY)
    for read in (
        brief("It is order 4711", "Where is it?"),
        brief(says(1, "Where is it?"), answers(2, "The order number, please?"), says(3, "4711")),
        brief(
            "Where is it?",
            handoff=Handoff("orders", "status", "…", entities={"order_number": ("4711",)}),
        ),
    ):
        said = await brain(shop).think(ORDERS, read)
        assert not said.asks
        assert said.draft.startswith("Order 4711 –")


async def test_nothing_is_told_before_the_customer_is_verified() -> None:
    """The note says by what; the draft says with what they show whose order it is, and no more."""
    shop = Shop(ON_ITS_WAY, bound=False)
    said = await brain(shop).think(ORDERS, brief("Where is my order 4711?"))
    assert "verify the customer first (/verify)" in said.note
    assert said.draft == (
        "So that we tell nobody but you about it, please write here: "
        "/verify 4711 and then the postcode of the delivery address."
    )
    both = await brain(shop).think(ORDERS, brief("Where is my order?"))
    assert "/verify and then the order number and the postcode" in both.draft
    none = await brain(shop).think(ORDERS, brief("My order is 4711, postcode 1050-123"))
    assert none.draft.endswith("please write here: /verify 4711 1050-123")
    assert shop.asked == []


async def test_an_order_that_is_not_theirs_looks_like_none() -> None:
    """The customer is asked to look again, whether or not there is such an order."""
    said = await brain(Shop(ON_ITS_WAY)).think(ORDERS, brief("Where is my order 6001?"))
    assert "order 6001: there is none, or it is not this customer's" in said.note
    assert said.draft.startswith("We cannot find order 6001 among your records.")
    assert said.asks


async def test_what_one_system_knows_is_there() -> None:
    """A carrier that has not seen the parcel yet says nothing against the order."""
    table = {key: value for key, value in ON_ITS_WAY.items() if key[0] == "shop.find_order"}
    said = await brain(Shop(table)).think(ORDERS, brief("Where is my order 4711?"))
    assert said.note == "“Where is my order 4711?” · order 4711 – status: shipped"
    assert [each.outcome for each in said.calls] == ["ok", "not_found"]


async def test_that_there_is_no_refund_does_not_say_that_there_is_no_order() -> None:
    """Only the tool that looks orders up knows whether there is one."""
    found = replace(ORDERS, tools={"billing.find_refund": ORDERS.tools["shop.find_order"]})
    said = await brain(Shop({})).think(found, brief("Where is the refund of order 4711?"))
    assert [each.outcome for each in said.calls] == ["not_found"]
    assert "there is none" not in said.note
    assert "cannot find" not in said.draft


async def test_a_second_charge_is_seen() -> None:
    """Rows that say just the same are counted, and amounts for machines are left out."""
    charges = replace(ORDERS, tools={"billing.list_charges": ORDERS.tools["shop.find_order"]})
    row = {"invoice_number": "INV-7", "amount": "9.00 EUR", "amount_minor": 900, "currency": "EUR"}
    other = row | {"invoice_number": "INV-8"}
    shop = Shop({("billing.list_charges", ""): [row, other, row]})
    said = await brain(shop).think(charges, brief("I was charged twice"))
    assert said.details == (
        "billing.list_charges, 2026-11-21 10:04 UTC: "
        "2x invoice INV-7 – total: 9.00 EUR · invoice INV-8 – total: 9.00 EUR"
    )
    (action,) = said.actions
    assert action.words == (
        "Look into invoice INV-7: 9.00 EUR was charged 2 times alike, "
        "and one of them may have to be paid back."
    )
    assert action.evidence.source == "billing.list_charges"


async def test_whoever_names_an_order_does_not_mean_their_subscription() -> None:
    """Not even the only one; later, asked for without a number, it is told."""
    tool = ORDERS.tools["shop.find_order"]
    both = replace(ORDERS, tools={"shop.find_order": tool, "billing.list_subscriptions": tool})
    plan = {"subscription_number": "S-1", "plan": "Small leaf box", "next_payment": "2026-12-11"}
    shop = Shop(ON_ITS_WAY | {("billing.list_subscriptions", ""): [plan]})
    order = says(1, "Where is my order 4711?")
    said = await brain(shop).think(both, brief(order))
    assert "leaf box" not in said.draft
    later = await brain(shop).think(both, brief(order, says(2, "And my next payment?")))
    assert "next payment: 2026-12-11" in later.draft


async def test_systems_that_differ_tell_the_customer_nothing() -> None:
    """Both are in the note and among the claims; what they agree in may be said."""
    table = {
        ("shop.find_order", "4711"): {
            "status": "delivered",
            "carrier": "DHL",
            "tracking_number": "JD0123456789",
        },
        ("carrier.track", "JD0123456789"): {"status": "in_transit"},
    }
    said = await brain(Shop(table)).think(ORDERS, brief("Where is my order 4711?"))
    assert "⚠️ order 4711: the systems differ in “status”" in said.note
    assert "status: delivered" in said.note
    assert said.draft == "Order 4711 – carrier: DHL."
    claimed = [each.value for each in said.claims if each.about == "order 4711: status"]
    assert claimed == ["delivered", "shipped"]
    agreed = await brain(Shop(ON_ITS_WAY)).think(ORDERS, brief("Where is my order 4711?"))
    assert said.confidence < agreed.confidence


async def test_an_orders_papers_have_a_state_of_their_own() -> None:
    """An order that was shipped, its paid invoice, and its refund and return do not differ."""
    order = {"order_number": "4711", "status": "shipped", "total": "94.00 EUR"}
    invoice = {"invoice_number": "INV-1", "order_number": "4711", "status": "paid"}
    refund = {"order_number": "4711", "invoice_number": "INV-1", "refund_number": "RF-1"}
    returned = {"return_number": "RT-1", "order_number": "4711", "status": "open"}
    table = {
        ("shop.find_order", "4711"): order,
        ("shop.find_order_invoice", "4711"): invoice | {"total": "94.00 EUR"},
        ("shop.find_refund", "4711"): refund | {"status": "pending", "amount": "24.00 EUR"},
        ("shop.find_return", "4711"): returned,
    }
    profile = replace(ORDERS, tools=dict.fromkeys((name for name, _ in table), Access.READ))
    said = await brain(Shop(table)).think(profile, brief("Where is my order 4711?"))
    assert len(said.calls) == len(table)
    assert "differ" not in said.note
    claimed = {(each.about, each.value) for each in said.claims}
    assert len(claimed) == len({about for about, _ in claimed})
    wrong = {("shop.find_order_invoice", "4711"): invoice | {"total": "89.00 EUR"}}
    said = await brain(Shop(table | wrong)).think(profile, brief("Where is my order 4711?"))
    assert "⚠️ order 4711: the systems differ in “total”" in said.note


@pytest.mark.parametrize(
    "bait", ["see https://bait.example", "write to a@bait.example", "www.bait.example", "x" * 70]
)
async def test_what_is_no_plain_value_is_not_told(bait: str) -> None:
    """Staff read all that a system said; a customer only words, numbers and days."""
    table = {("shop.find_order", "4711"): {"status": bait, "carrier": "DHL"}}
    said = await brain(Shop(table)).think(ORDERS, brief("Where is my order 4711?"))
    assert said.draft == "Order 4711 – carrier: DHL."
    assert bait in said.note


async def test_one_of_what_is_needed_is_enough() -> None:
    """Who names the parcel is not asked for the order."""
    read = brief("Where is it? Tracking number JD0123456789")
    said = await brain(Shop(ON_ITS_WAY)).think(ORDERS, read)
    assert said.draft == "Parcel JD0123456789 – status: on its way; expected: 2026-11-24."


async def test_a_system_that_fails_disturbs_no_other() -> None:
    """What answered is told, what did not is named in the details."""
    table = {**ON_ITS_WAY, ("carrier.track", "JD0123456789"): None}
    said = await brain(Shop(table)).think(ORDERS, brief("Where is my order 4711?"))
    assert said.draft == "Order 4711 – status: shipped."
    assert "carrier.track did not answer" in said.details
    assert [each.outcome for each in said.calls] == ["ok", "failed"]


async def test_of_several_orders_none_is_guessed() -> None:
    """The only one there is may be meant; of two, the customer says which."""
    lists = replace(ORDERS, tools={"shop.list_orders": ORDERS.tools["shop.find_order"]})
    row = {"number": "4711", "state": "packed"}
    one = await brain(Shop({("shop.list_orders", ""): [row]})).think(
        lists, brief("Where is my order?")
    )
    assert one.draft == "Order 4711 – status: packed."
    rows = [row, {"number": "4712", "state": "shipped"}]
    two = await brain(Shop({("shop.list_orders", ""): rows})).think(
        lists, brief("Where is my order?")
    )
    assert two.draft.startswith("Could you please send us the order number?")
    assert "order 4711 – status: packed · order 4712 – status: shipped" in two.note


async def test_an_article_answers_in_its_own_words() -> None:
    """It is cited, and the draft says nothing that it does not say."""
    read = brief("How do I return goods?", passages=[IN_ENGLISH, OTHER])
    said = await brain().think(KNOWLEDGE, read)
    assert "the article “How to return goods” answers this" in said.note
    assert f"📄 How to return goods (returns.md#1): “{RETURNS}”" in said.details
    assert said.draft == RETURNS
    assert said.grounded
    (cited,) = said.evidence
    assert (cited.kind, cited.source, cited.quote) == (
        EvidenceKind.ARTICLE,
        "returns.md#1",
        RETURNS,
    )


async def test_an_article_in_the_customers_language_comes_first() -> None:
    """And where there is none, the draft and the note say so."""
    asked = "How do I return goods?"
    both = [IN_ENGLISH, IN_SPANISH, OTHER]
    said = await brain().think(KNOWLEDGE, brief(asked, language="es", passages=both))
    assert said.draft == RETURNS_ES
    foreign = await brain().think(KNOWLEDGE, brief(asked, language="es", passages=[IN_ENGLISH]))
    assert foreign.draft == (
        f"Nuestro artículo «How to return goods» tiene la respuesta: «{RETURNS}»"
    )
    assert "another language than the customer's: en" in foreign.note
    assert foreign.confidence < said.confidence


async def test_no_article_knows_where_an_order_is() -> None:
    """What is the customer's own is looked up, or asked for, whatever an article says."""
    about = replace(IN_ENGLISH, title="Where is my order, where is my parcel", file="x.md")
    said = await brain().think(ORDERS, brief("Where is my order parcel?", passages=[about]))
    assert said.draft.startswith("Could you please send us the order number?")


async def test_what_nothing_answers_is_for_a_person() -> None:
    """No draft is better than a guess, and the note says that a person is needed."""
    said = await brain().think(KNOWLEDGE, brief("Sing me a song", passages=[OTHER]))
    assert said.draft == ""
    assert said.note == (
        "“Sing me a song” · neither an article nor a system answers this: it needs a person"
    )
    assert said.details == ""
    assert said.confidence < 0.2


async def test_who_writes_notes_only_and_who_is_asked_by_a_colleague_drafts_nothing() -> None:
    """The answer is in the note."""
    read = brief("How do I return goods?", passages=[IN_ENGLISH])
    assert (await brain().think(COMPLIANCE, read)).draft == ""
    asked = replace(read, question="How does one return goods?")
    said = await brain().think(KNOWLEDGE, asked)
    assert said.draft == ""
    assert said.note.startswith("“How does one return goods?” · the article")
