"""Who shops at Kettle & Leaf: names and places to draw customers from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """People and addresses of one country; `postcode` draws a digit for each 0."""

    name: str
    language: str
    given: Sequence[str]
    family: Sequence[str]
    streets: Sequence[str]
    cities: Mapping[str, str]


COUNTRIES = (
    Country(
        "Spain",
        "es",
        ("Lucía", "Mateo", "Carmen", "Diego", "Elena", "Pablo", "Nuria", "Javier"),
        ("García", "Romero", "Vidal", "Ortega", "Navarro", "Castillo", "Molina"),
        ("Calle Mayor", "Calle de Atocha", "Avenida del Puerto", "Calle Larga"),
        {"Madrid": "280", "Valencia": "460", "Sevilla": "410"},
    ),
    Country(
        "Portugal",
        "pt",
        ("Inês", "Tiago", "Marta", "Rui", "Beatriz", "Nuno", "Sofia", "Duarte"),
        ("Silva", "Santos", "Ferreira", "Moreira", "Teixeira", "Lopes"),
        ("Rua Augusta", "Rua das Flores", "Avenida da Boavista"),
        {"Lisboa": "11", "Porto": "40"},
    ),
    Country(
        "Germany",
        "en",
        ("Jonas", "Mia", "Felix", "Lena", "Paul", "Emma", "Noah", "Clara"),
        ("Weber", "Schulz", "Becker", "Wagner", "Hoffmann", "Krause"),
        ("Lindenstraße", "Gartenweg", "Hauptstraße", "Am Markt"),
        {"Berlin": "101", "Hamburg": "200", "Leipzig": "041"},
    ),
    Country(
        "Ireland",
        "en",
        ("Aoife", "Sean", "Niamh", "Liam", "Grace", "Conor", "Orla", "Finn"),
        ("Murphy", "Kelly", "Byrne", "Walsh", "Doyle", "Nolan"),
        ("High Street", "Mill Lane", "Church Road", "Quay Street"),
        {"Dublin": "110", "Cork": "120"},
    ),
    Country(
        "Latvia",
        "ru",
        ("Анна", "Игорь", "Ольга", "Павел", "Мария", "Артём", "Дарья", "Олег"),
        ("Шевченко", "Коваленко", "Мороз", "Ткаченко", "Коваль", "Бондаренко"),
        ("Brīvības iela", "Skolas iela", "Tērbatas iela"),
        {"Rīga": "100"},
    ),
)

#: A postcode has so many digits.
POSTCODE_DIGITS = 5
