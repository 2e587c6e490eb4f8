"""How a run looks: a line for each scenario, and what was seen of those that missed."""

from collections.abc import Iterator, Mapping, Sequence

from bot.simulating.expectation import CUSTOMER
from bot.simulating.player import Result
from bot.simulating.scenario import Script
from bot.simulating.seen import Seen

_GOOD, _BAD = "✓", "✗"
#: So many letters of a message are shown, and of a title.
_LETTERS, _WIDEST = 1500, 60


class Table:
    """The lines of a run, as wide as its scenarios need."""

    def __init__(self, scripts: Sequence[Script]) -> None:
        self._name = max(len(each.name) for each in scripts)
        self._workflow = max(len(each.scenario.workflow) for each in scripts)

    def line(self, result: Result) -> str:
        """How a scenario went."""
        script = result.script
        mark = _BAD if result.misses else _GOOD
        name, workflow = f"{script.name:{self._name}}", script.scenario.workflow
        title = script.scenario.title[:_WIDEST]
        return f"{mark} {name}  {workflow:{self._workflow}}  {result.seconds:4.1f} s  {title}"


def summary(results: Sequence[Result], seconds: float) -> str:
    """How all of them went, by workflow."""
    counted: dict[str, list[bool]] = {}
    for result in results:
        counted.setdefault(result.script.scenario.workflow, []).append(not result.misses)
    width = max(map(len, counted))
    lines = [
        f"  {workflow:{width}}  {sum(good)} of {len(good)}" for workflow, good in counted.items()
    ]
    good = sum(not result.misses for result in results)
    lines.append(f"{good} of {len(results)} scenarios went as expected, in {seconds:.0f} s.")
    return "\n".join(lines)


def missed(result: Result) -> str:
    """What was not as expected in a scenario, and what was seen instead."""
    words = (str(each) for each in result.misses)
    return "\n".join([*words, *_seen(result.seen)])


def _seen(seen: Seen) -> Iterator[str]:
    people = {name: texts for name, texts in seen.heard.items() if texts and name != CUSTOMER}
    if seen.heard.get(CUSTOMER) not in people.values():
        people = {CUSTOMER: seen.heard.get(CUSTOMER, ()), **people}
    yield from _texts(people, "sees")
    shown = {f"the topic of #{number}": texts for number, texts in seen.topics.items()}
    yield from _texts(shown, "shows")
    for ticket in seen.log:
        kinds = [f"{each['kind']} ({each['by']})" for each in seen.events(ticket)]
        yield f"  #{ticket} is {seen.status(ticket)}: {', '.join(kinds)}"
    for table in seen.touched:
        for row in seen.fresh(table):
            held = ", ".join(f"{name} {value}" for name, value in row.items())
            yield f"  written to {table}: {held}"


def _texts(shown: Mapping[str, Sequence[str]], verb: str) -> Iterator[str]:
    for who, texts in shown.items():
        yield f"  {who} {verb}:"
        for text in texts:
            cut = text if len(text) <= _LETTERS else f"{text[:_LETTERS]}…"
            first, *rest = cut.splitlines() or [""]
            yield f"    - {first}"
            yield from (f"      {line}" for line in rest)
