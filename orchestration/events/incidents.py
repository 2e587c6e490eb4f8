"""A ticket as one of many with the same cause."""

from dataclasses import dataclass
from typing import Literal

from orchestration.content import Content


@dataclass(frozen=True, slots=True)
class IncidentJoined:
    """The ticket has the cause that an incident stands for."""

    incident: int
    title: str
    kind: Literal["incident_joined"] = "incident_joined"


@dataclass(frozen=True, slots=True)
class IncidentLeft:
    """It has another cause after all."""

    incident: int
    kind: Literal["incident_left"] = "incident_left"


@dataclass(frozen=True, slots=True)
class UpdateDrafted:
    """Words for this customer about the incident's update, which a person may send.

    A newer draft takes the place of the one before it.
    """

    incident: int
    update: int
    content: Content
    kind: Literal["update_drafted"] = "update_drafted"


@dataclass(frozen=True, slots=True)
class DraftDiscarded:
    """The draft in entry `draft` is not sent."""

    draft: int
    kind: Literal["draft_discarded"] = "draft_discarded"


IncidentEvent = IncidentJoined | IncidentLeft | UpdateDrafted | DraftDiscarded
