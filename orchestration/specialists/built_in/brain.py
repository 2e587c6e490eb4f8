"""A brain without a model: it extracts, reads, looks up and fills in sentences, and says so."""

from collections.abc import Sequence

from orchestration.ports import Clock
from orchestration.ports.previews import Watch
from orchestration.ports.tools import Reader, Tools
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.built_in import composing, proposing, reporting, summary
from orchestration.specialists.built_in.answering import USUAL_LANGUAGE, answer, cited, nearest
from orchestration.specialists.built_in.findings import SURE, Findings
from orchestration.specialists.built_in.naming import Named, named
from orchestration.specialists.built_in.reading import Reading, read_all
from orchestration.specialists.built_in.sentences import BrainSentence, Say
from orchestration.specialists.built_in.stage import Stage
from orchestration.specialists.built_in.wishes import wish_of
from orchestration.specialists.built_in.wording import Wording
from orchestration.specialists.cast import Autonomy, Profile
from orchestration.specialists.kinds import Kind


class BuiltInBrain:
    """Fills the port `Brain`: reads what is named, through the tools if there are any.

    `say` words its sentences, `zone` is where the desk's days begin, and `clock` times its reads.
    """

    def __init__(
        self, say: Say, clock: Clock, tools: Tools | None = None, zone: str = "UTC"
    ) -> None:
        self._say = say
        self._clock = clock
        self._tools = tools
        self._zone = zone

    async def think(self, profile: Profile, brief: Brief) -> Advice:
        """What can be read, looked up or must be asked, for the staff and as a draft.

        Whoever may write notes only drafts nothing, and a colleague's question is answered inside.
        """
        found = await self._find(profile, brief)
        inside, outside = self._wording(brief.staff_language), self._wording(brief.language)
        drafts = profile.autonomy is not Autonomy.NOTES and found.wish.of_customer
        told = list(proposing.statements(found, outside)) if drafts else []
        asked = proposing.question(found, outside) if drafts else ""
        used = [each.evidence for each in found.reading.found]
        if found.answer is not None:
            used.append(found.answer.evidence)
        used += [cited(each) for each in found.nearest]
        return Advice(
            note=reporting.note(found, inside),
            details=reporting.details(found, inside, self._zone),
            evidence=tuple(used),
            actions=tuple(reporting.proposals(found, inside)),
            claims=tuple(claim for each in found.reading.found for claim in each.claims),
            draft=composing.PARAGRAPH.join([*told, *([asked] if asked else [])]),
            grounded=bool(told),
            asks=bool(asked),
            confidence=found.confidence,
            calls=tuple(each.call for each in found.reading.reads),
        )

    async def draft(
        self,
        profile: Profile,  # noqa: ARG002 - of the port
        brief: Brief,
        watch: Watch | None = None,  # noqa: ARG002 - it is there at once
    ) -> Advice:
        """One answer out of all drafts; `brief.tone` may be short, formal or friendly."""
        inside, outside = self._wording(brief.staff_language), self._wording(brief.language)
        return composing.compose(brief, outside, inside)

    async def clarify(self, profile: Profile, brief: Brief) -> Advice:  # noqa: ARG002 - of the port
        """One question that offers nothing and assumes nothing, in `Advice.draft`."""
        name = composing.first_name(brief.customer_name)
        asked = self._wording(brief.language)(BrainSentence.CLARIFY, name=name)
        return Advice(draft=asked, asks=True, confidence=SURE[Stage.NEEDS_DATA])

    def summarise(self, brief: Brief) -> str:
        """Who wants what since when, what was said last and who waits, for the staff."""
        return summary.summarise(brief, self._wording(brief.staff_language), self._zone)

    def _wording(self, language: str | None) -> Wording:
        return Wording(self._say, language or USUAL_LANGUAGE)

    async def _find(self, profile: Profile, brief: Brief) -> Findings:
        wish, language = wish_of(brief), brief.language or USUAL_LANGUAGE
        known = named(brief.entries, brief.upto, self._zone, brief.handoff, brief.known)
        reading = Reading()
        if self._tools is not None and brief.customer:
            reader = Reader(profile, brief.customer, brief.ticket)
            reading = await read_all(self._tools, reader, known, self._clock)
        answered = answer(wish.words, brief.passages, language)
        lacking = _lacking(profile, known, reading)
        near = () if answered else nearest(wish.words, brief.passages)
        return Findings(wish, known, reading, answered, language, lacking, near)


def _lacking(profile: Profile, known: Named, reading: Reading) -> Sequence[Kind]:
    """What is asked for: what the specialist's file says it needs, else what its tools need."""
    if profile.needs:
        return () if known.any_of(profile.needs) else profile.needs[:1]
    return reading.lacking[:1]
