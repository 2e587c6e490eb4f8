"""Every word the desk says, one folder of Fluent files a language (projectfluent.org).

But for what the owner's files say, and the gate in their place (`orchestration.actions.sentences`).

English is complete; another language may lack sentences and then speaks English. A broken file is
refused when the desk starts, because `fluent.runtime` itself drops what it cannot parse in silence.

In a language that is written from right to left, what people wrote and what they are to type is
isolated (Unicode, UAX 9), so that a Latin name or a command does not turn the sentence around.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Self

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType, fluent_number
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from orchestration.sentences import Fact, Facts
from orchestration.status import Status

FALLBACK = "en"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

#: A command with what follows it when it is typed.
_COMMAND = re.compile(r"(?<![\w/])/[a-z]+(?: (?:open|@\w+))?")
_LEFT_TO_RIGHT, _AS_IT_IS, _END = "\u2066", "\u2068", "\u2069"

Filling = str | FluentType


class BrokenTexts(Exception):
    """A language's file cannot be used; names the file's fault and where it is."""


class MissingText(LookupError):
    """There is no sentence of that name, or its facts lack one that it needs."""


class Texts:
    """The wording in every language there is, keyed by the language's code."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        parsed = {language: _parse(language, source) for language, source in sources.items()}
        if FALLBACK not in parsed:
            msg = f"there are no texts in {FALLBACK}"
            raise BrokenTexts(msg)
        for language, resource in parsed.items():
            _agree(language, _variables(resource), _variables(parsed[FALLBACK]))
        self._bundles = {language: _bundle(language, parsed[language]) for language in parsed}
        self._chosen_by = {language: _choices(parsed[language]) for language in parsed}
        #: The zone in which staff are told times.
        self.zone = "UTC"
        #: In which the desk speaks to its staff together.
        self.language = FALLBACK

    @classmethod
    @cache
    def load(cls) -> Self:
        """Reads the folders beside this module; raises `BrokenTexts` for a broken language.

        They are a part of the program, so a process reads them once: that takes most of a second.
        """
        here = (one for one in resources.files(__name__).iterdir() if one.is_dir())
        return cls({one.name: _read(one) for one in here if not one.name.startswith("__")})

    def of_desk(self, zone: str, language: str = FALLBACK) -> Self:
        """The same words, as a desk says them whose clocks are those of `zone`.

        Its staff read `language` together; whoever is written to alone reads their own.
        """
        made = copy(self)
        made.zone, made.language = zone, language
        return made

    @property
    def languages(self) -> frozenset[str]:
        """The languages there are files for."""
        return frozenset(self._bundles)

    def say(self, name: str, facts: Facts | None = None, language: str | None = None) -> str:
        """The sentence `name`, filled with `facts`, in the language nearest to `language`.

        Without one it is that of the staff. Raises `MissingText`: a hole in a sentence is a bug,
        and must not reach a person.
        """
        code, bundle = self._bundle_for(name, language)
        given: dict[str, Filling] = {}
        for key, fact in (facts or {}).items():
            given |= self._fillings(key, fact, code)
            if key in self._chosen_by[code][name] and code in RIGHT_TO_LEFT:
                given[key] = _bare(given[key])  # isolated it would match no variant
        pattern = bundle.get_message(name).value
        if pattern is None:
            msg = f"{name} has no words"
            raise MissingText(msg)
        said, errors = bundle.format_pattern(pattern, given)
        if errors:
            msg = f"{name}: {'; '.join(map(str, errors))}"
            raise MissingText(msg)
        words = str(said).strip()
        return _COMMAND.sub(_typed, words) if code in RIGHT_TO_LEFT else words

    def _bundle_for(self, name: str, language: str | None) -> tuple[str, FluentBundle]:
        wanted = (language or self.language).lower()
        for code in (wanted, wanted.split("-")[0], FALLBACK):
            bundle = self._bundles.get(code)
            if bundle is not None and bundle.has_message(name):
                return code, bundle
        msg = f"there is no sentence {name!r}"
        raise MissingText(msg)

    def _fillings(self, name: str, fact: Fact, language: str) -> dict[str, Filling]:
        """What a fact looks like inside a sentence, and beside it what to select on."""
        match fact:
            case Status():
                return {name: self.say(f"status-{fact}", None, language), f"{name}-is": fact.value}
            case str():
                words = _isolated(fact) if language in RIGHT_TO_LEFT else fact
                return {name: words, f"{name}-is": "given" if fact else "empty"}
            case int():
                # A ticket's number has no thousands mark.
                return {name: fluent_number(fact, useGrouping=False)}
            case _:
                named = [self.say(f"status-{status}", None, language) for status in fact]
                return self._fillings(name, self._either(named, language), language)

    def _either(self, words: Sequence[str], language: str) -> str:
        *most, last = words or ("",)
        if not most:
            return last
        return self.say("list-either", {"most": ", ".join(most), "last": last}, language)


def _read(language: Traversable) -> str:
    files = sorted(
        (one for one in language.iterdir() if one.name.endswith(".ftl")), key=lambda one: one.name
    )
    return "\n".join(one.read_text("utf-8") for one in files)


def _isolated(words: str) -> str:
    """An isolate ends with its paragraph, so words of several lines are left as they are."""
    return f"{_AS_IT_IS}{words}{_END}" if words and "\n" not in words else words


def _bare(words: Filling) -> Filling:
    return words.removeprefix(_AS_IT_IS).removesuffix(_END) if isinstance(words, str) else words


def _typed(command: re.Match[str]) -> str:
    return f"{_LEFT_TO_RIGHT}{command[0]}{_END}"


def _parse(language: str, source: str) -> ast.Resource:
    resource = FluentResource(source)
    for part in resource.body:
        if isinstance(part, ast.Junk):
            why = "; ".join(note.message or "" for note in part.annotations)
            msg = f"{language}: {why} in {(part.content or '').strip()!r}"
            raise BrokenTexts(msg)
    names = [part.id.name for part in _messages(resource)]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        msg = f"{language} says twice: {', '.join(sorted(twice))}"
        raise BrokenTexts(msg)
    return resource


def _agree(language: str, ours: Mapping[str, set[str]], english: Mapping[str, set[str]]) -> None:
    """A translation says nothing that English does not, and asks for no other facts."""
    for name, variables in ours.items():
        if name not in english or not variables <= english[name]:
            asked = ", ".join(sorted(variables)) or "nothing"
            msg = f"{language}: {name} (asks for {asked}) does not match {FALLBACK}"
            raise BrokenTexts(msg)


def _bundle(language: str, resource: ast.Resource) -> FluentBundle:
    # Isolating marks would stand as invisible characters around every name and number.
    bundle = FluentBundle([language, FALLBACK], use_isolating=False)
    bundle.add_resource(resource)
    return bundle


def _messages(resource: ast.Resource) -> Iterator[ast.Message]:
    return (part for part in resource.body if isinstance(part, ast.Message))


def _variables(resource: ast.Resource) -> Mapping[str, set[str]]:
    return {part.id.name: set(_asked(part)) for part in _messages(resource)}


def _choices(resource: ast.Resource) -> Mapping[str, set[str]]:
    """By sentence, the facts by which it chooses between variants."""
    return {part.id.name: _chosen_by(part) for part in _messages(resource)}


def _chosen_by(message: ast.Message) -> set[str]:
    found: set[str] = set()

    class Collector(Visitor):
        def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
            if isinstance(node.selector, ast.VariableReference):
                found.add(node.selector.id.name)
            self.generic_visit(node)

    Collector().visit(message)
    return found


def _asked(message: ast.Message) -> Iterable[str]:
    found: list[str] = []

    class Collector(Visitor):
        def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
            found.append(node.id.name)

    Collector().visit(message)
    return found
