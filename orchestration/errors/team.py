"""Who takes part, who is asked, who decides."""

from orchestration.errors import DeskError


class AlreadyTakingPart(DeskError):
    """Whoever should take part does so already, or is the primary responder."""

    text = "error-already-taking-part"


class NotTakingPart(DeskError):
    """Whoever leaves takes no part; says how to."""

    text = "error-not-taking-part"


class AlreadyAsked(DeskError):
    """An expert is being asked already; names them and how to stop waiting."""

    text = "error-already-asked"


class AskAnother(DeskError):
    """Nobody consults themselves."""

    text = "error-ask-another"


class SupervisorsDecide(DeskError):
    """Only a supervisor decides, and changes what was decided."""

    text = "error-supervisors-decide"


class DecisionStands(DeskError):
    """A decision is not changed by editing its message."""

    text = "error-decision-stands"


class SeveralKnow(DeskError):
    """One person is meant, and several have that skill; names them."""

    text = "error-several-know"


class UnknownRole(DeskError):
    """There is no such role; names those there are."""

    text = "error-unknown-role"


class BadSkill(DeskError):
    """A skill is one word, and only experts have some."""

    text = "error-bad-skill"


class CannotGrant(DeskError):
    """Roles are given by supervisors, and that of an admin by admins."""

    text = "error-cannot-grant"


class SupervisorsOnly(DeskError):
    """Only a supervisor decides that."""

    text = "error-supervisors-only"
