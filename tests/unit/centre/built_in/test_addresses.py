"""Whole addresses are read as people write them; half of one is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.specialists.built_in.address import Address
from orchestration.specialists.built_in.entities import entities_in
from orchestration.specialists.kinds import Kind

DAY = date(2026, 11, 21)


def _addresses(text: str) -> list[str]:
    return [each.value for each in entities_in(text, DAY) if each.kind is Kind.ADDRESS]


@pytest.mark.parametrize(
    ("text", "street", "postcode", "city", "country"),
    [
        (
            "I have moved, my new address is 12 Mill Lane, 12011 Cork, Ireland.",
            *("12 Mill Lane", "12011", "Cork", "Ireland"),
        ),
        (
            "Please send it to 5 High Street, London, SW1A 2AA instead",
            *("5 High Street", "SW1A 2AA", "London", ""),
        ),
        (
            "Please send order 4711 to Calle Luna 3, 28013 Madrid instead",
            *("Calle Luna 3", "28013", "Madrid", ""),
        ),
        (
            "I have moved to Calle Luna 3, 28522 Rivas de la Sierra from tomorrow on",
            *("Calle Luna 3", "28522", "Rivas de la Sierra", ""),
        ),
        (
            "Vivo en la Calle Luna 3, 28013 Madrid de momento",
            *("Calle Luna 3", "28013", "Madrid", ""),
        ),
        (
            "My new address is\n12 Church Road\n12011 Cork\nIreland",
            *("12 Church Road", "12011", "Cork", "Ireland"),
        ),
        (
            "Change the address of order 4711 to Hauptstraße 12, 20095 Hamburg",
            *("Hauptstraße 12", "20095", "Hamburg", ""),
        ),
        ("My address: Am Markt 5, 10115 Berlin", "Am Markt 5", "10115", "Berlin", ""),
        (
            "Mi nueva dirección es Calle Larga 5, 41001 Sevilla.",
            *("Calle Larga 5", "41001", "Sevilla", ""),
        ),
        (
            "Me he mudado a la Avenida del Puerto 12, 3º B, 46023 Valencia, España",
            *("Avenida del Puerto 12 3º B", "46023", "Valencia", "Spain"),
        ),
        (
            "Ahora vivo en C/ Mayor 7, 28013 Madrid. Gracias",
            *("C/ Mayor 7", "28013", "Madrid", ""),
        ),
        (
            "A minha nova morada é Rua das Flores 10, 4050-262 Porto.",
            *("Rua das Flores 10", "4050-262", "Porto", ""),
        ),
        (
            "Mudei-me para a Avenida da Boavista 100, 2º Dto, 40100 Porto, Portugal, obrigado",
            *("Avenida da Boavista 100 2º Dto", "40100", "Porto", "Portugal"),
        ),
        (
            "Мой новый адрес: ул. Ленина, д. 5, кв. 12, 101000 Москва",
            *("ул. Ленина д. 5 кв. 12", "101000", "Москва", ""),
        ),
        ("101000, Москва, улица Тверская 7", "улица Тверская 7", "101000", "Москва", ""),
        (
            "Переехал: Brīvības iela 15, LV-1010 Rīga",
            *("Brīvības iela 15", "LV-1010", "Rīga", ""),
        ),
        (
            "نشانی جدید من: تهران، خیابان ولیعصر، پلاک ۱۲، کد پستی ۱۲۳۴۵۶۷۸۹۰",
            *("خیابان ولیعصر پلاک ۱۲", "1234567890", "تهران", ""),
        ),
        ("آدرس جدید خیابان آزادی ۲۵، تهران ۱۳۴۵۶", "خیابان آزادی ۲۵", "13456", "تهران", ""),
    ],
)
def test_an_address_is_read(text: str, street: str, postcode: str, city: str, country: str) -> None:
    """Its parts as people wrote them, the postcode and the country as systems do."""
    assert _addresses(text) == [Address(street, postcode, city, country).value]


@pytest.mark.parametrize(
    "text",
    [
        "Order 12345, where is it? I live in Madrid",
        "my order 47110, Calle Mayor 7 Madrid",
        "Order number 4711, postcode 28013",
        "The kettle 28013 from Calle is broken",
        "I moved to Madrid, 28013",
        "new address: 7 Quay Street",
        "Calle Mayor, 28013 Madrid",
        "Me he mudado, ¿pueden cambiar mi dirección?",
        "I have moved to 12 Mill Lane in Cork",
        "Я переехал на улицу Ленина 5",
    ],
)
def test_half_an_address_is_none(text: str) -> None:
    """The customer is asked for the whole of it."""
    assert _addresses(text) == []


def test_what_stands_beside_an_address_is_read_as_before() -> None:
    """An order's number before it, a day behind it."""
    text = "Send order 4711 to 12 Mill Lane, 12011 Cork, on 2026-11-25 please"
    found = [(each.kind.value, each.value) for each in entities_in(text, DAY)]
    assert found == [
        ("order_number", "4711"),
        ("address", "12 Mill Lane, 12011, Cork, "),
        ("date", "2026-11-25"),
    ]


PIECE = st.sampled_from(
    [
        "Calle Mayor 7",
        "28013",
        "Madrid",
        "ул.",
        "д. 5",
        "خیابان",
        "order 4711",
        ",",
        "\n",
        ". ",
        "É",
    ]
)


@given(st.lists(PIECE | st.text(max_size=5), max_size=30).map(" ".join))
def test_an_address_is_always_whole(text: str) -> None:
    """It comes back as its parts, and stands where it says."""
    for each in entities_in(text, DAY):
        if each.kind is Kind.ADDRESS:
            address = Address.of(each.value)
            assert address.value == each.value
            assert all((address.street, address.city, address.postcode))
            assert each.start < each.end


def test_anything_else_is_no_address() -> None:
    """Its parts are empty, and not wrong."""
    assert Address.of("Calle Mayor 7").parts == dict.fromkeys(
        ("street", "postcode", "city", "country"), ""
    )
