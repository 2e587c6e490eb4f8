"""A postal address: its parts, and all of it on one line."""

from dataclasses import dataclass

from orchestration.schemas import Json

_PARTS = 4


@dataclass(frozen=True, slots=True)
class Address:
    """An address; no part has a comma in it, and the country is empty where nobody named it."""

    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""

    @classmethod
    def of(cls, value: str) -> "Address":
        """The address that was written as `value`; an empty one for anything else."""
        parts = [each.strip() for each in value.split(",")]
        return cls(*parts) if len(parts) == _PARTS else cls()

    @property
    def value(self) -> str:
        """All of it on one line."""
        return f"{self.street}, {self.postcode}, {self.city}, {self.country}"

    @property
    def parts(self) -> dict[str, Json]:
        """Its parts by name."""
        return {
            "street": self.street,
            "postcode": self.postcode,
            "city": self.city,
            "country": self.country,
        }
