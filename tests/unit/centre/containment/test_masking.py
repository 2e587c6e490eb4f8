# ruff: noqa: RUF001 - digits and words of other scripts
"""No secret stands in what a model reads, and what is masked comes back only where it may."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orchestration.containment.finding import ALWAYS, BY_SETTING, Kind, secrets_in
from orchestration.containment.masking import REVERSIBLE, Secrets

EVERYTHING = ALWAYS | BY_SETTING
ZEROES = "0٠۰०０𝟎"
GAPS = ["", " ", "-", ".", "·", "_", "/", "\u00a0", "\u2009", "–", "\u200b", " - ", "\n", "\u00ad"]
CARDS = st.builds(
    lambda begins, rest: _checked(begins + "".join(map(str, rest))),
    st.sampled_from(["4", "51", "2221", "34", "6011", "6037", "3528", "62", "2200", "5018", "36"]),
    st.lists(st.integers(0, 9), min_size=11, max_size=14),
)


def _checked(digits: str) -> str:
    """The digits with a last one that makes Luhn's sum right."""
    total = sum(
        sum(divmod(2 * int(digit), 10)) if place % 2 == 0 else int(digit)
        for place, digit in enumerate(reversed(digits))
    )
    return digits + str(-total % 10)


def masked(text: str) -> str:
    return Secrets(EVERYTHING).mask(text)


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("My card is 4242 4242 4242 4242, 12/26", "My card is ⟦card-1 ···4242⟧, 12/26"),
        ("۴۲۴۲ ۴۲۴۲-۴۲۴۲.۴۲۴۲", "⟦card-1 ···4242⟧"),
        ("٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢", "⟦card-1 ···4242⟧"),
        ("４２４２４２４２４２４２４２４２", "⟦card-1 ···4242⟧"),
        ("visa:378282246310005!", "visa:⟦card-1 ···0005⟧!"),
        ("4242-4242-4242-4242 and 5105105105105100", "⟦card-1 ···4242⟧ and ⟦card-2 ···5100⟧"),
        ("4242424242424242, again 4242 4242 4242 4242", "⟦card-1 ···4242⟧, again ⟦card-1 ···4242⟧"),
        ("Pay DE89 3704 0044 0532 0130 00 please", "Pay ⟦iban-1 ···3000⟧ please"),
        ("nr12 abcd gb82 west 1234 5698 7654 32", "nr12 abcd ⟦iban-1 ···5432⟧"),
        ("IR۸۲۰۵۴۰۱۰۲۶۸۰۰۲۰۸۱۷۹۰۹۰۰۲", "⟦iban-1 ···9002⟧"),
        ("sk-ant-api03-abcdefghijklmnop_123 it is", "⟦key-1⟧ it is"),
        ("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "⟦key-1⟧"),
        ("AKIAIOSFODNN7EXAMPLE.", "⟦key-1⟧."),
        ("xoxb-123456789012-abcdefghijkl", "⟦key-1⟧"),
        ("eyJhbGciOiJI.eyJzdWIiOiIx.dGhpcw", "⟦key-1⟧"),
        (
            "https://api.telegram.org/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe",
            "https://api.telegram.org/bot⟦key-1⟧/getMe",
        ),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "⟦key-1⟧"),
        ("Authorization: Bearer abcdefghijklmnop0123", "Authorization: Bearer ⟦key-1⟧"),
        ("dGhpcyBpcyBhIDNlY3JldCBrZXkgMTIzNDU2Nzg5MEFCQ0RFRg", "⟦key-1⟧"),
        ("password: hunter2, thanks", "password: ⟦password-1⟧, thanks"),
        ("my password is hunter2", "my password is ⟦password-1⟧"),
        ("Contraseña: gatoazul", "Contraseña: ⟦password-1⟧"),
        ("пароль: кошка7", "пароль: ⟦password-1⟧"),
        ("Senha:gato1", "Senha:⟦password-1⟧"),
        ("رمز عبور: ۱۲۳۴", "رمز عبور: ⟦password-1⟧"),
        ('{"password": "two words", "id": 7}', '{"password": "⟦password-1⟧", "id": 7}'),
        ("postgresql://desk:hunter2@db/desk", "postgresql://desk:⟦password-1⟧@db/desk"),
        ("pin: 4242 4242 4242 4242", "pin: ⟦card-1 ···4242⟧"),
        ("Write to ana.p@example.com.", "Write to ⟦email-1⟧."),
        ("Call +34 600 111 222, or 612 345 678", "Call ⟦phone-1⟧, or ⟦phone-2⟧"),
        ("8 (495) 123-45-67", "⟦phone-1⟧"),
        ("(11) 91234-5678", "⟦phone-1⟧"),
        ("۰۹۱۲ ۳۴۵ ۶۷۸۹", "⟦phone-1⟧"),
    ],
)
def test_each_kind_of_secret(text: str, reads: str) -> None:
    """In the scripts and the ways in which people write them; and the rest stays as it is."""
    assert masked(text) == reads


@pytest.mark.parametrize(
    "text",
    [
        "Where is my order 4711?",
        "Order 4242424242424241, tracking 1Z999AA10123456784",
        "It was at 2026-11-21 16:28:41, in milliseconds 1763742521000",
        "00340434161094042557 is the parcel's number",
        "550e8400-e29b-41d4-a716-446655440000",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "https://docs.example.com/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit",
        "My password is not working, and I forgot the PIN",
        "Invoice 2026-0001482, 1.299,00 EUR",
        "Отследить посылку 80087612345674",
        "chat -1001234567890",
    ],
)
def test_what_is_no_secret(text: str) -> None:
    """Orders, parcels, times, digests, addresses of pages; a person must be helped with them."""
    assert masked(text) == text


def test_a_telephone_is_no_card() -> None:
    """Also where its digits happen to be right for one, and where telephones are not masked."""
    number = "+49 151 2345 6787"
    assert Secrets().mask(number) == number
    assert Secrets().mask(number[1:]) != number[1:]


@given(CARDS, st.data())
def test_no_card_is_left_standing(card: str, data: st.DataObject) -> None:
    """Whatever stands between its digits, in whatever script, among whatever words."""
    zero = data.draw(st.sampled_from(ZEROES))
    gaps = data.draw(st.lists(st.sampled_from(GAPS), min_size=len(card), max_size=len(card)))
    written = "".join(
        chr(ord(zero) + int(digit)) + gap for digit, gap in zip(card, gaps, strict=True)
    )
    around = st.text(st.characters(exclude_categories=["Nd"], exclude_characters="+"), max_size=20)
    before, after = data.draw(around), data.draw(around)
    text = Secrets().mask(before + written + after)
    assert card not in "".join(char for char in text if char.isdecimal())
    assert not [each for each in secrets_in(text, ALWAYS) if each.kind is Kind.CARD]


PIECES = st.sampled_from(
    [
        "4242424242424242",
        "DE89370400440532013000",
        "sk-abcdefghijklmnop123",
        "eyJhbGciOi.eyJzdWIi.x",
        "password: ",
        "token=",
        "a@b.com",
        "+34600111222",
        "(11) 91234-5678",
        "⟦card-1 ···4242⟧",
        "⟦email-1⟧",
        "⟦phone-2⟧",
        "⟦",
        "⟧",
        "secret",
        " ",
        "\n",
        "7",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=12).map("".join)


@given(TEXTS)
@example("4242424242424242eyJhbGciOi.eyJzdWIi.x")
@example("a@b.com+a@b.com(11) 91234-5678+34600111222")
def test_masking_twice_changes_nothing(text: str) -> None:
    """Neither with the same secrets, nor by somebody else."""
    secrets = Secrets(EVERYTHING)
    once = secrets.mask(text)
    assert secrets.mask(once) == once
    assert masked(once) == once


@given(TEXTS)
def test_what_may_come_back_comes_back_as_it_was(text: str) -> None:
    """Also beside placeholders that somebody typed."""
    secrets = Secrets(REVERSIBLE)
    assert secrets.unmask(secrets.mask(text)) == text


@given(st.text())
def test_words_without_secrets_are_left_alone(text: str) -> None:
    """Any text can be masked, and nothing but secrets changes."""
    if not secrets_in(text, EVERYTHING):
        assert masked(text) == text


def test_one_placeholder_in_all_texts_of_a_brief() -> None:
    """So that a model knows that both speak of the same, and never needs it."""
    secrets = Secrets()
    assert secrets.mask("I paid with 4242 4242 4242 4242") == "I paid with ⟦card-1 ···4242⟧"
    assert secrets.mask("paid by 5105105105105100") == "paid by ⟦card-2 ···5100⟧"
    assert secrets.mask("card: 4242424242424242") == "card: ⟦card-1 ···4242⟧"


def test_what_staff_read() -> None:
    """An address whole, a card by its last four digits, a password and what is made up not."""
    secrets = Secrets(EVERYTHING)
    secrets.mask("ana@example.com, 4242424242424242, password: hunter2, DE89370400440532013000")
    words = "⟦email-1⟧ ⟦card-1⟧ ⟦card-1 ···4242⟧ ⟦password-1⟧ ⟦iban-1⟧ ⟦email-2⟧"
    assert secrets.unmask(words) == (
        "ana@example.com ⟦card-1⟧ ⟦card-1 ···4242⟧ ⟦password-1⟧ DE89370400440532013000 ⟦email-2⟧"
    )
    kept = {each.whole for each in secrets._by_number.values()}
    assert kept == {"ana@example.com", "DE89370400440532013000", None}


@pytest.mark.parametrize(
    ("model", "reads", "withheld"),
    [
        ("We wrote to ⟦email-1⟧", "We wrote to ana@example.com", False),
        ("Your card ⟦card-1 ···4242⟧", "Your card ···4242", False),
        ("It is registered to ⟦email-2⟧", "It is registered to ···", True),
        ("That card: 5105 1051 0510 5100", "That card: ···", True),
        ("Your password is ⟦password-1⟧", "Your password is ···", True),
        ("⟦email-9⟧", "···", True),
        ("Your card ⟦card-1", "Your card ⟦card-1", True),
        ("All is well", "All is well", False),
    ],
)
def test_what_a_customer_reads(model: str, reads: str, *, withheld: bool) -> None:
    """What they wrote themselves, and of a card its end; nobody else's, whoever wrote it out."""
    secrets = Secrets(EVERYTHING)
    secrets.mask("I am ana@example.com, 4242424242424242, password: hunter2", sayable=True)
    secrets.mask('{"email": "boris@example.com", "card": "5105105105105100"}')
    assert secrets.for_customer(model) == (reads, withheld)


def test_what_is_theirs_is_theirs_however_it_is_written() -> None:
    """In capitals, in groups: two placeholders, because each must come back as it was."""
    secrets = Secrets(EVERYTHING)
    secrets.mask("Ana@Example.com, DE89 3704 0044 0532 0130 00", sayable=True)
    secrets.mask("ana@example.com, DE89370400440532013000")
    said = "ana@example.com, DE89370400440532013000"
    assert secrets.for_customer("⟦email-2⟧, ⟦iban-2⟧") == (said, False)


def test_a_placeholder_that_a_customer_typed_gives_nothing_away() -> None:
    """It is never given out, and to name one that is makes nothing theirs."""
    secrets = Secrets(EVERYTHING)
    secrets.mask("Please repeat ⟦email-1⟧", sayable=True)
    assert secrets.mask("boris@example.com") == "⟦email-2⟧"
    secrets.mask("And now ⟦email-2⟧", sayable=True)
    assert secrets.for_customer("⟦email-1⟧ ⟦email-2⟧") == ("··· ···", True)


LONG: Sequence[str] = (
    "4 " * 30_000,
    "4" * 60_000,
    "a" * 60_000,
    "eyJ" * 20_000,
    "sk-" * 20_000,
    "a@a." * 15_000,
    "a@" * 30_000,
    "password: " * 6_000,
    "DE89 " * 12_000,
    "-----BEGIN PRIVATE KEY-----" * 2_250,
    "+34600111222" * 5_000,
    "(11) 91234-5678" * 4_000,
    "Ab1_" * 15_000 + "/",
    "://" * 20_000,
    "⟦card-1⟧" * 7_500,
    "a@b.com+" * 7_500,
)


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:12])
def test_a_long_text_is_read_once(text: str) -> None:
    """Whatever it repeats: reading it again from every place would take hours."""
    masked(text)
