"""What of a workflow does not fit together: names that expressions see, and those that texts fill.

What its reads answer is known by the tools' schemas alone: `expressions` and `known_names` are for
whoever has them and holds every path against them.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from orchestration.actions.expressions import Expression
from orchestration.schemas import Schema
from orchestration.specialists.cast import Access, Profile
from orchestration.specialists.kinds import Kind
from orchestration.workflows.plan import ActionState
from orchestration.workflows.workflow import ROOTS, USUAL, Variant, Words, Workflow

#: The way to a value in the workflow's file.
Way = tuple[int | str, ...]

_TEXT = re.compile(r"""r?("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')""")
_PATH = re.compile(r"(?<![\w.])([A-Za-z_]\w*)\s*(?:\.\s*([A-Za-z_]\w*)\s*(\()?)?")
_LOOP = re.compile(r"\.\s*(?:all|exists|exists_one|map|filter)\s*\(\s*([A-Za-z_]\w*)\s*,")
_CALLED = re.compile(r"(?<![\w.])[A-Za-z_]\w*\s*\(")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_LITERALS = frozenset({"true", "false", "null", "in"})
_TEXT_SCHEMA: Schema = {"type": "string"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and the way to it."""

    way: Way
    words: str


@dataclass(frozen=True, slots=True)
class Written:
    """An expression of a workflow, and which of its reads and values stand above it."""

    way: Way
    expression: Expression
    reads: tuple[str, ...]
    values: tuple[str, ...]


def faults(
    workflow: Workflow, specialist: Profile | None, languages: Collection[str]
) -> Iterator[Fault]:
    """All that is wrong, in the order of the file; `specialist` is whose it is, if there is one."""
    yield from _needs(workflow)
    for written in expressions(workflow):
        yield from _names(workflow, written)
    for way, words in _all_words(workflow):
        yield from _languages(way, words, languages)
    for way, variant in _variants(workflow):
        yield from _placeholders(workflow, way, variant)
    if specialist is not None:
        yield from _tools(workflow, specialist)


def expressions(workflow: Workflow) -> Iterator[Written]:
    """Every expression, with what it may look up: a read sees those above it, the rest all."""
    reads: tuple[str, ...] = ()
    values = tuple(workflow.values)
    for read in workflow.reads:
        for way, each in (("when",), read.when), *_arguments(read.arguments):
            if each is not None:
                yield Written(("reads", read.name, *way), each, reads, values)
        reads = (*reads, read.name)
    for place, (name, each) in enumerate(workflow.values.items()):
        yield Written(("values", name), each, reads, values[:place])
    for way, each in _rest(workflow):
        if each is not None:
            yield Written(way, each, reads, values)


def _rest(workflow: Workflow) -> Iterator[tuple[Way, Expression | None]]:
    for place, need in enumerate(workflow.needs):
        yield ("needs", place, "when"), need.when
    for clash in workflow.contradictions:
        yield ("contradictions", clash.id, "when"), clash.when
    for step in workflow.steps:
        yield ("steps", step.id, "when"), step.when
        for way, each in _arguments(step.arguments):
            yield ("steps", step.id, *way), each
    yield ("done",), workflow.done
    for way, variant in _variants(workflow):
        yield (*way, "when"), variant.when


def _arguments(arguments: Mapping[str, Expression]) -> Iterator[tuple[Way, Expression]]:
    for name, each in arguments.items():
        yield ("arguments", name), each


def known_names(
    workflow: Workflow, written: Written, answers: Mapping[str, Schema]
) -> Mapping[str, Schema]:
    """What an expression sees by name, as schemas; `answers` are those of the tools' answers.

    What stands in evidence may be missing, as long as it was not read.
    """
    tools = {read.name: answers.get(read.tool, {}) for read in workflow.reads}
    address = _object(dict.fromkeys(("street", "postcode", "city", "country"), _TEXT_SCHEMA))
    named = {kind.value: address if kind is Kind.ADDRESS else _TEXT_SCHEMA for kind in Kind}
    chosen: dict[str, Schema] = {
        each.id: {"type": "string", "enum": ["", *each.values]} for each in workflow.choices
    }
    state: Schema = {"type": "string", "enum": ["", *(each.value for each in ActionState)]}
    action = _object({"state": state, "reference": _TEXT_SCHEMA, "result": {"type": "object"}})
    return {
        "named": _object(named),
        "chosen": _object(chosen),
        "evidence": _object({name: tools[name] for name in written.reads}, required=()),
        "values": _object({name: {} for name in written.values}, required=()),
        "actions": _object({step.id: action for step in workflow.steps}),
        "customer": _object({"record": _TEXT_SCHEMA, "proof": _TEXT_SCHEMA}),
        "today": {"type": "string", "format": "date"},
    }


def _object(properties: Mapping[str, Schema], required: Sequence[str] | None = None) -> Schema:
    needed = list(properties) if required is None else list(required)
    return {"type": "object", "properties": dict(properties), "required": needed}


def _needs(workflow: Workflow) -> Iterator[Fault]:
    known = [kind.value for kind in Kind] + [each.id for each in workflow.choices]
    for place, need in enumerate(workflow.needs):
        for name in need.any_of:
            if name not in known:
                words = f"{name!r} is no kind and no choice; {_meant(name, known)}"
                yield Fault(("needs", place), words)
    for choice in workflow.choices:
        if choice.id in set(Kind):
            words = f'"{choice.id}" is a kind already: call the choice something else'
            yield Fault(("choices", choice.id), words)


def _names(workflow: Workflow, written: Written) -> Iterator[Fault]:
    """The roots of an expression, and what stands first behind each."""
    inner: Mapping[str, Sequence[str]] = {
        "named": [kind.value for kind in Kind],
        "chosen": [each.id for each in workflow.choices],
        "evidence": written.reads,
        "values": written.values,
        "actions": [each.id for each in workflow.steps],
        "customer": ["record", "proof"],
    }
    bare = _TEXT.sub('""', written.expression.source)
    loops = set(_LOOP.findall(bare))
    called = {each[0].rstrip("( \t\n") for each in _CALLED.finditer(bare)}
    for found in _PATH.finditer(bare):
        root, name, method = found[1], found[2], found[3]
        if root in _LITERALS | loops | called:
            continue
        if root not in ROOTS:
            yield Fault(written.way, f"{root!r} is no name here; {_meant(root, ROOTS)}")
        elif name is not None and not method and root in inner and name not in inner[root]:
            where = f"{root}.{name}"
            words = f"{where!r} is not there, or only further down; {_meant(name, inner[root])}"
            yield Fault(written.way, words)


def _all_words(workflow: Workflow) -> Iterator[tuple[Way, Words]]:
    yield ("title",), workflow.title
    for choice in workflow.choices:
        yield ("choices", choice.id, "asked"), choice.asked
    for clash in workflow.contradictions:
        yield ("contradictions", clash.id, "says"), clash.says
    for step in workflow.steps:
        yield ("steps", step.id, "title"), step.title
    for way, variant in _variants(workflow):
        yield (*way, "says"), variant.says


def _variants(workflow: Workflow) -> Iterator[tuple[Way, Variant]]:
    texts = workflow.texts
    for name, variants in (
        ("answer", texts.answer),
        ("waiting", texts.waiting),
        ("done", texts.done),
        ("refused", texts.refused),
    ):
        for place, variant in enumerate(variants):
            yield ("texts", name, place), variant


def _languages(way: Way, words: Words, languages: Collection[str]) -> Iterator[Fault]:
    if USUAL not in words:
        yield Fault(way, f"there must be words in English ({USUAL}:)")
    for language in words:
        if language not in languages:
            hint = _meant(language, sorted(languages))
            yield Fault((*way, language), f"{language!r} is no language of the desk; {hint}")


def _placeholders(workflow: Workflow, way: Way, variant: Variant) -> Iterator[Fault]:
    for language, words in variant.says.items():
        for name in placeholders(words):
            if name not in workflow.values:
                hint = _meant(name, list(workflow.values))
                yield Fault((*way, "says", language), f'"{{{name}}}" is none of its values; {hint}')


def placeholders(words: str) -> Sequence[str]:
    """The names of the values that a text wants."""
    return _PLACEHOLDER.findall(words)


def filled(words: str, values: Mapping[str, str]) -> str:
    """The text with these values in it, each taken as it is."""
    return _PLACEHOLDER.sub(lambda found: values[found[1]], words)


def _tools(workflow: Workflow, specialist: Profile) -> Iterator[Fault]:
    """A specialist holds only the tools of its file."""
    for read in workflow.reads:
        if read.tool not in specialist.tools:
            words = f"{read.tool!r} is not among the tools of {specialist.id}; "
            yield Fault(("reads", read.name, "tool"), words + _meant(read.tool, specialist.tools))
    writes = [tool for tool, access in specialist.tools.items() if access is Access.WRITE]
    for step in workflow.steps:
        if step.tool not in writes:
            words = f'{step.tool!r} is no tool that {specialist.id} lists as "write"; '
            yield Fault(("steps", step.id, "tool"), words + _meant(step.tool, writes))


def _meant(name: str, known: Collection[str]) -> str:
    close = get_close_matches(name, list(known), 1)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"there are {', '.join(known)}" if known else "there is none"
