"""A role as the tag beside a name: `expert: billing`."""

from bot.texts import Texts
from orchestration.people import Person

#: A tag has so many characters, and no emoji (Bot API, setChatMemberTag).
LENGTH = 16


def can_bear(person: Person) -> bool:
    """Whether Telegram lets someone have a tag: a member who is no administrator."""
    supervises = person.by_group is not None and person.by_group.supervises
    return person.role is not None and not supervises


def tag(person: Person, texts: Texts, language: str | None = None) -> str:
    """What was given to someone by `/role`; empty for an agent, who is what all are.

    As many skills stand there as fit; one that does not fit beside the role stands alone.
    """
    if person.granted is None:
        return ""
    role = texts.say(f"tag-{person.granted}", None, language)
    for count in range(len(person.skills), 0, -1):
        words = f"{role}: {', '.join(person.skills[:count])}"
        if len(words) <= LENGTH:
            return words
    return (person.skills[0] if person.skills else role)[:LENGTH]
