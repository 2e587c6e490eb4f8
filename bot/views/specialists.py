"""How the specialists of a desk are listed, for staff."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.texts import Texts
from bot.views.rendered import MAX_TEXT, plain
from orchestration.content import Content
from orchestration.ports.models import Usage
from orchestration.sentences import Facts
from orchestration.specialists.cast import BUILT_IN, Profile
from orchestration.specialists.roll import Roll
from orchestration.times import dated

_DESCRIPTION = 200
_MISTAKE = 300
#: The title, and the line that counts the rest, have this much room.
_ROOM = 300
#: A hundredth of a dollar, in millionths.
_CENT = 10_000


@dataclass(frozen=True, slots=True)
class Used:
    """What the models took for each specialist: today, and on the ticket that is looked at."""

    today: Mapping[str, Usage] = field(default_factory=dict)
    here: Mapping[str, Usage] | None = None


def listed(
    roll: Roll, texts: Texts, language: str | None = None, used: Used | None = None
) -> Content:
    """Managers with those whom they lead, what each is for and since when; then what is broken.

    Below whoever thinks with a model stands what that took.
    """
    title = texts.say("specialists-list", {"count": len(roll.cast)}, language)
    broken = [
        texts.say("specialists-broken", {"mistake": plain(each, _MISTAKE)}, language)
        for each in roll.broken[:3]
    ]
    blocks = [
        _line(roll, each, texts, language) + _model(each, used or Used(), texts, language)
        for each in _in_order(roll)
    ]
    length = _ROOM + len(title) + sum(map(len, broken))
    shown: list[str] = []
    for block in blocks:
        length += len(block) + 1
        if length > MAX_TEXT:
            more = {"count": len(blocks) - len(shown)}
            shown.append(texts.say("specialists-more", more, language))
            break
        shown.append(block)
    return Content("\n".join([title, *shown, *broken]))


def _in_order(roll: Roll) -> list[Profile]:
    cast = roll.cast
    return [each for first in cast.first_level for each in (first, *cast.led_by(first.id))]


def _model(profile: Profile, used: Used, texts: Texts, language: str | None) -> str:
    if profile.model == BUILT_IN:
        return ""
    today = used.today.get(profile.id, Usage())
    here = (used.here or {}).get(profile.id, Usage())
    facts: Facts = {
        "model": plain(profile.model),
        "today": today.tokens,
        "cost": _dollars(today),
        "topic": int(used.here is not None),
        "here": here.tokens,
    }
    return "\n" + texts.say("specialists-model", facts, language)


def _dollars(usage: Usage) -> str:
    """To the cent, rounded up; nothing where there is nothing, or nobody knows."""
    return f"${-(-usage.cost // _CENT) / 100:.2f}" if usage.cost else ""


def _line(roll: Roll, profile: Profile, texts: Texts, language: str | None) -> str:
    facts: Facts = {
        "id": profile.id,
        "name": plain(profile.name),
        "description": plain(profile.description, _DESCRIPTION),
        "since": dated(roll.since[profile.id], texts.zone),
        "led": int(profile.manager is not None),
    }
    return texts.say("specialists-line", facts, language)
