"""What the arguments of the systems' tools may be; each server says so in its schemas."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

#: The number of a customer, an order, an invoice and so on.
Number: TypeAlias = Annotated[str, Field(min_length=1, max_length=64)]
#: Short words, such as a reason, a street or a city.
Words: TypeAlias = Annotated[str, Field(min_length=1, max_length=200)]
Note: TypeAlias = Annotated[str, Field(min_length=1, max_length=2000)]
#: An amount in minor units of the euro.
Minor: TypeAlias = Annotated[int, Field(ge=1, strict=True)]
Quantity: TypeAlias = Annotated[int, Field(ge=1, strict=True)]
#: A day as an ISO date.
Day: TypeAlias = Annotated[
    str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", json_schema_extra={"format": "date"})
]
PlanName: TypeAlias = Literal["Small leaf box", "Big leaf box", "Office leaf box"]
#: Two writes with the same key are one.
Key: TypeAlias = Annotated[str, Field(min_length=1, max_length=200)]
