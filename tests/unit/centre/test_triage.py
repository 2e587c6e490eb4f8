# ruff: noqa: RUF001 - the Russian messages are Russian
"""The triage specialist, held against messages as customers of a web shop write them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.content import Content
from orchestration.events import CustomerWrote, NoteAdded, Urgency
from orchestration.people import Customer, Role, Staff
from orchestration.specialists.triage import READER, language_of, triage, words_of
from orchestration.specialists.triage import read as read_entries
from orchestration.specialists.triage_words import INTENTS, OTHER
from orchestration.ticket import Triage
from orchestration.timeline import Audience, Entry

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
EVA = Customer(7, "Eva")
BEN = Staff(11, "Ben", Role.AGENT)

MESSAGES = [
    # English
    ("Where is my order? It was due on Monday.", "order_status", "normal", "en"),
    ("Hi! My parcel has not arrived yet, can you check?", "order_status", "normal", "en"),
    ("when will it be delivered", "order_status", "normal", "en"),
    (
        "I am still waiting for my package, this is the third time I ask",
        "order_status",
        "high",
        "en",
    ),
    ("I want my money back for these shoes", "return_refund", "normal", "en"),
    ("How do I send the jacket back? It is the wrong size.", "return_refund", "normal", "en"),
    ("The vase arrived broken, there is glass everywhere", "damaged_item", "normal", "en"),
    ("You sent me the wrong item", "damaged_item", "normal", "en"),
    ("I was charged twice this month", "billing", "normal", "en"),
    ("Could you send me the invoice for my company?", "billing", "normal", "en"),
    ("My card was declined but I have enough money", "payment_failed", "normal", "en"),
    ("I can't pay, the checkout shows an error", "payment_failed", "normal", "en"),
    ("Please cancel my premium subscription", "subscription", "normal", "en"),
    ("How do I unsubscribe from this membership?", "subscription", "normal", "en"),
    ("I can’t log in, the password is not accepted", "account_access", "normal", "en"),
    ("Someone hacked my account!", "account_access", "urgent", None),
    ("The app crashes when I open it", "technical", "normal", "en"),
    ("Your website is down and we cannot work", "technical", "urgent", "en"),
    ("How much is the large one, and do you ship to Canada?", "sales", "normal", "en"),
    ("Is there a discount if I buy ten of them?", "sales", "normal", "en"),
    ("Your service is terrible, I am disappointed!!!", "complaint", "high", "en"),
    ("I want to talk to a real person", "human", "high", "en"),
    ("URGENT: fraud, there are charges that I did not make", "billing", "urgent", "en"),
    ("My stolen card was used in your shop", "other", "urgent", "en"),
    ("Refund me or you will hear from my lawyer", "return_refund", "urgent", "en"),
    ("It is not urgent, but where can I find the invoice?", "billing", "low", "en"),
    ("No rush: what is the difference between the two models?", "sales", "low", "en"),
    ("hello", "greeting", "low", None),
    ("Thanks, that was all!", "greeting", "low", "en"),
    ("The weather is nice and the sun is out", "other", "normal", "en"),
    # Spanish
    ("¿Dónde está mi pedido?", "order_status", "normal", "es"),
    ("Todavía no ha llegado el paquete y sigo esperando", "order_status", "high", "es"),
    ("Quiero devolver los zapatos y que me den el reembolso", "return_refund", "normal", "es"),
    ("El jarrón llegó roto", "damaged_item", "normal", None),
    ("Me han cobrado dos veces en la tarjeta", "billing", "normal", "es"),
    ("Mi tarjeta fue rechazada y no puedo pagar", "payment_failed", "normal", "es"),
    ("Quiero cancelar la suscripción", "subscription", "normal", "es"),
    ("No recuerdo la contraseña y no puedo entrar", "account_access", "normal", "es"),
    ("La aplicación no funciona en mi teléfono", "technical", "normal", "es"),
    ("¿Cuánto cuesta el envío de los libros y tienen descuento?", "sales", "normal", "es"),
    (
        "Es urgente: me robaron, es una estafa y voy a hablar con mi abogado",
        "other",
        "urgent",
        "es",
    ),
    ("Hola, buenos días", "greeting", "low", None),
    # German
    ("Wo ist meine Bestellung?", "order_status", "normal", "de"),
    ("Das Paket ist nicht angekommen", "order_status", "normal", "de"),
    ("Ich möchte die Schuhe zurückschicken, sie sind zu klein", "return_refund", "normal", "de"),
    ("Die Tasse ist kaputt", "damaged_item", "normal", "de"),
    ("Ich brauche eine Rechnung für meine Firma", "billing", "normal", "de"),
    ("Die Zahlung ist fehlgeschlagen", "payment_failed", "normal", "de"),
    ("Bitte das Abo kündigen, und zwar sofort!", "subscription", "urgent", "de"),
    ("Ich kann mich nicht einloggen, das Passwort ist falsch", "account_access", "normal", "de"),
    ("Die App stürzt immer ab", "technical", "normal", None),
    ("Was kostet der Versand nach Österreich? Das ist nicht dringend.", "sales", "low", "de"),
    ("Das ist eine Frechheit, ich werde mich beschweren", "complaint", "high", "de"),
    ("Ich will mit einem echten Menschen sprechen", "human", "high", "de"),
    ("Guten Tag", "greeting", "low", None),
    # Russian
    ("Где мой заказ?", "order_status", "normal", "ru"),
    ("Посылка до сих пор не пришла", "order_status", "high", "ru"),
    ("Хочу вернуть товар, не подошёл размер", "return_refund", "normal", "ru"),
    ("Пришла разбитая чашка", "damaged_item", "normal", "ru"),
    ("У меня дважды списали деньги", "billing", "normal", "ru"),
    ("Не проходит оплата картой", "payment_failed", "normal", "ru"),
    ("Как отменить подписку?", "subscription", "normal", "ru"),
    ("Забыл пароль, не могу войти в личный кабинет", "account_access", "normal", "ru"),
    ("Приложение не работает, вылетает при запуске", "technical", "normal", "ru"),
    ("Сколько стоит доставка? Есть скидки?", "sales", "normal", "ru"),
    ("Срочно! Мошенники украли мою карту", "other", "urgent", "ru"),
    ("Отвратительный сервис, буду писать жалобу", "complaint", "high", "ru"),
    ("Позовите оператора, хочу говорить с живым человеком", "human", "high", "ru"),
    ("Здравствуйте!", "greeting", "low", "ru"),
    # French
    ("Où est ma commande ?", "order_status", "normal", "fr"),
    ("Je n'ai toujours pas reçu le colis", "order_status", "high", "fr"),
    ("Je voudrais un remboursement, c'est la mauvaise taille", "return_refund", "normal", "fr"),
    ("Le vase est arrivé cassé", "damaged_item", "normal", "fr"),
    ("J'ai été débité deux fois", "billing", "normal", "fr"),
    ("Le paiement est refusé avec ma carte", "payment_failed", "normal", "fr"),
    ("Comment résilier mon abonnement ?", "subscription", "normal", "fr"),
    ("J'ai oublié mon mot de passe", "account_access", "normal", "fr"),
    ("Le site ne marche pas", "technical", "normal", "fr"),
    ("Quel est le prix, et est-ce en stock ?", "sales", "normal", "fr"),
    ("C'est inadmissible, je suis très déçu", "complaint", "high", "fr"),
    ("C'est urgent, mon compte a été piraté", "account_access", "urgent", "fr"),
    ("Bonjour", "greeting", "low", None),
    # Portuguese and Italian, and what is neither
    ("Onde está o meu pedido?", "order_status", "normal", "pt"),
    ("Quero cancelar a minha assinatura, não uso mais", "subscription", "normal", "pt"),
    ("Il pacco non è arrivato e sono due settimane", "order_status", "normal", "it"),
    ("Vorrei un rimborso per la giacca", "return_refund", "normal", "it"),
    ("Де моє замовлення? Прошу допомогти, її немає", "other", "normal", None),
    ("注文した商品が届きません", "other", "normal", None),
    ("4711", "other", "normal", None),
    ("", "other", "normal", None),
]


@pytest.mark.parametrize(
    ("text", "intent", "urgency", "language"), MESSAGES, ids=[row[0][:40] for row in MESSAGES]
)
def test_message(text: str, intent: str, urgency: str, language: str | None) -> None:
    """A customer's message is read as a colleague would read it."""
    assert triage([text]) == Triage(intent, Urgency(urgency), language)


def wrote(seq: int, text: str) -> Entry:
    return Entry(142, seq, NOW, EVA, Audience.PUBLIC, CustomerWrote(Content(text)))


def noted(seq: int, text: str) -> Entry:
    return Entry(142, seq, NOW, BEN, Audience.INTERNAL, NoteAdded(Content(text)))


def read(*entries: Entry, upto: int = 100) -> Triage:
    return read_entries(entries, upto)


@pytest.mark.parametrize(
    ("first", "then", "intent"),
    [("refund", "parcel", "order_status"), ("parcel", "refund", "return_refund")],
)
def test_the_newest_words_weigh_most(first: str, then: str, intent: str) -> None:
    """Of two matters said equally clearly, the one said last is wanted."""
    assert (read(wrote(2, first), wrote(4, then))).intent == intent


def test_what_is_read_is_bounded() -> None:
    """Only the beginning of a message and only the newest messages are read."""
    late = read(wrote(2, "x " * 1_000 + "refund"))
    old = read(wrote(2, "refund"), *(wrote(seq, "hm") for seq in range(3, 11)))
    assert (late.intent, old.intent) == (OTHER, OTHER)


def test_thanks_do_not_hide_the_matter() -> None:
    """A greeting after the matter leaves the matter."""
    said = read(wrote(2, "The vase arrived broken"), wrote(3, "thanks in advance"))
    assert said.intent == "damaged_item"


def test_a_burst_is_read_as_one() -> None:
    """Language and matter may stand in different messages of one burst."""
    said = read(wrote(2, "Guten Tag, ich habe eine Frage"), wrote(3, "Abo kündigen"))
    assert said == Triage("subscription", Urgency.NORMAL, "de")


def test_only_the_customer_is_read() -> None:
    """What staff note about a customer is not what the customer wants."""
    said = read(wrote(2, "Where is my order?"), noted(3, "fraud? refund him immediately"))
    assert said == Triage("order_status", Urgency.NORMAL, "en")


def test_only_words_up_to_the_brief_are_read() -> None:
    """Words after the brief's end belong to the next reading."""
    said = read(wrote(2, "Where is my order?"), wrote(3, "I want a refund"), upto=2)
    assert said.intent == "order_status"


def test_no_words_are_no_matter() -> None:
    """A customer who sent only a sticker is triaged as other, without a language."""
    assert read() == Triage(OTHER, Urgency.NORMAL, None)


def test_the_specialist_is_named_triage() -> None:
    """The card signs the reading with this name."""
    assert (READER.id, READER.name) == ("triage", "Triage")


@pytest.mark.parametrize(
    "text", ["refund", "REFUND", "«Refund!»", "ｒｅｆｕｎｄ", "réfund", "refunds"]
)
def test_case_accents_and_punctuation_do_not_matter(text: str) -> None:
    """However it is typed, it is the same word."""
    assert triage([text]).intent == "return_refund"


@pytest.mark.parametrize("text", ["reorderly", "hierarchy", "tissue", "courtesy", "xfraud"])
def test_a_word_inside_another_is_not_said(text: str) -> None:
    """Words are whole: the `sue` of a tissue threatens nobody."""
    assert triage([text]) == Triage(OTHER, Urgency.NORMAL, None)


def test_a_loud_word_beside_a_calm_one_is_heard() -> None:
    """A calm phrase covers only the word inside it."""
    assert triage(["not urgent, but my card was stolen"]).urgency is Urgency.URGENT


def test_two_languages_in_balance_are_none() -> None:
    """Where no language has more small words than every other, none is named."""
    assert language_of(["the is my der ist und"]) is None


def test_every_intent_knows_every_language() -> None:
    """The table has no empty row."""
    for intent, rows in INTENTS.items():
        assert set(rows) == {"en", "es", "de", "ru", "fr", "pt", "it"}, intent
        assert all(words_of(row) for row in rows.values()), intent


PHRASES = [
    phrase.replace("..", "x").replace("*", "").replace("/", " ")
    for rows in INTENTS.values()
    for row in rows.values()
    for phrase in row.split(",")
]


@settings(max_examples=60)
@given(st.lists(st.text() | st.sampled_from(PHRASES), max_size=12))
def test_any_text_is_triaged(texts: list[str]) -> None:
    """Whatever a customer types, there is a triage in known words."""
    said = triage(texts)
    assert said.intent in {*INTENTS, OTHER}
    assert said.language in {None, "en", "es", "de", "ru", "fr", "pt", "it"}


@pytest.mark.parametrize(
    "piece",
    ["a", " ", "can't ", "where is my ", "no ", "not urgent ", "заказ", "́", "!", "ﷺ", "\ud800"],
)
async def test_hostile_length_is_read_within_bounds(piece: str) -> None:
    """A text of a hundred thousand characters says what its beginning says."""
    hostile = piece * (100_000 // len(piece))
    assert read(wrote(2, hostile)) == read(wrote(2, hostile[:2_000]))
