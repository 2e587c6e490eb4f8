"""How far a specialist can come with what there is."""

from enum import StrEnum


class Stage(StrEnum):
    """Where the work stands, from the customer's side."""

    #: The business systems told what was asked.
    READ = "read"
    #: An article answers.
    ANSWERED = "answered"
    #: The systems would tell, once the customer is verified.
    UNVERIFIED = "unverified"
    #: The customer must name something first.
    NEEDS_DATA = "needs_data"
    FOR_A_PERSON = "for_a_person"


def stage_of(
    *, read: bool, answered: bool, unverified: bool, personal: bool, lacking: bool
) -> Stage:
    """The first of the stages that holds.

    An article that answers does not end it where the words are about something of the customer's
    own (`personal`): where an order is, no article knows.
    """
    if read:
        return Stage.READ
    if answered and not (personal and (lacking or unverified)):
        return Stage.ANSWERED
    if unverified:
        return Stage.UNVERIFIED
    if lacking:
        return Stage.NEEDS_DATA
    return Stage.FOR_A_PERSON
