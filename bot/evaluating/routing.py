"""`topicdesk eval routing`: a router learns from one file and is measured on another."""

import resource
import statistics
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.assisting import semantic
from bot.desk_files.routing_examples import OWN_SET, InvalidExamples, read
from bot.evaluating import by_model
from bot.evaluating.by_model import CLAUDE
from bot.evaluating.cannot_measure import CannotMeasure
from orchestration.ports.routing import Router
from orchestration.routing.built_in import BuiltInRouter
from orchestration.routing.calibration import Calibration
from orchestration.routing.evaluation import Outcome, Score, score
from orchestration.routing.examples import Example, sampled
from orchestration.routing.learning import learn
from orchestration.routing.semantic import SemanticRouter


def _built_in(examples: Sequence[Example]) -> tuple[Router, Calibration]:
    model, calibration = learn(examples)
    return BuiltInRouter(model), calibration


def _semantic(examples: Sequence[Example]) -> tuple[Router, Calibration]:
    model, calibration = learn(examples, semantic.embedder())
    return SemanticRouter(model), calibration


#: What makes each router that learns from examples, by its name.
ROUTERS: Mapping[str, Callable[[Sequence[Example]], tuple[Router, Calibration]]] = {
    BuiltInRouter.name: _built_in,
    SemanticRouter.name: _semantic,
}
#: Every router; the last one learns nothing, it is told.
_NAMES = (*ROUTERS, CLAUDE)


@dataclass(frozen=True, slots=True)
class Sample:
    """How many examples of each label are learned from, and which: a seed gives the same again."""

    per_label: int
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a router came to: milliseconds a message, seconds of learning, megabytes at most.

    There is no calibration of a router that does not learn.
    """

    score: Score
    calibration: Calibration | None
    p50_ms: float
    p95_ms: float
    train_s: float
    peak_mb: float

    def figures(self) -> dict[str, float | None]:
        """The figures by the names of `--json`."""
        return {
            "accuracy": self.score.accuracy,
            "macro_f1": self.score.macro_f1,
            "oos_recall": self.score.oos_recall,
            "p50_ms": self.p50_ms,
            "p95_ms": self.p95_ms,
            "train_s": self.train_s,
            "peak_mb": self.peak_mb,
        }

    def operating_point(self) -> dict[str, float | None]:
        """The thresholds that were found on messages held back from training."""
        if self.calibration is None:
            return {}
        point = self.calibration.point
        return {"accept": point.accept, "split": point.split, "temperature": point.temperature}


async def measure(
    router: str,
    train: Path | None,
    test: Path | None,
    own_desk: Path,
    sample: Sample | None = None,
) -> Measurement:
    """Learns and measures; without files on the set of `own_desk`. Raises `CannotMeasure`."""
    _check_router(router)
    if (train is None) != (test is None):
        words = "Give both --train and --test, or neither for the desk's own set."
        raise CannotMeasure(words)
    learned = train or own_desk / OWN_SET / "train.csv"
    asked = test or own_desk / OWN_SET / "test.csv"
    try:
        examples, questions = read(learned), read(asked)
    except InvalidExamples as error:
        raise CannotMeasure(str(error)) from None
    _check_labels(learned, examples, asked, questions)
    if sample is not None:
        examples = sampled(examples, sample.per_label, sample.seed)
    if not any(each.specialists for each in examples):
        advice = "name in `label` which specialist a text is for."
        words = f"{learned} has no row with a label: {advice}"
        raise CannotMeasure(words)
    began = time.perf_counter()
    async with _made(router, examples, own_desk) as (routed, calibration):
        train_s = time.perf_counter() - began
        outcomes, spent = [], []
        for question in questions:
            began = time.perf_counter()
            decision = await routed.route(question.conversation)
            spent.append((time.perf_counter() - began) * 1000)
            outcomes.append(Outcome(question.specialists, decision.specialists))
    return Measurement(
        score=score(outcomes),
        calibration=calibration,
        p50_ms=round(statistics.median(spent), 3),
        p95_ms=round(sorted(spent)[int(len(spent) * 0.95)], 3),
        train_s=round(train_s, 3),
        peak_mb=round(_peak_mb(), 1),
    )


@asynccontextmanager
async def _made(
    router: str, examples: Sequence[Example], own_desk: Path
) -> AsyncIterator[tuple[Router, Calibration | None]]:
    if router == CLAUDE:
        async with by_model.asking(examples, own_desk) as asked:
            yield asked, None
    else:
        yield ROUTERS[router](examples)


def _check_router(router: str) -> None:
    if router not in _NAMES:
        words = f"There is no router {router!r}: choose {', '.join(_NAMES)}."
        raise CannotMeasure(words)
    if router == SemanticRouter.name:
        try:
            semantic.embedder()
        except semantic.NotInstalled as error:
            words = f"The router {router!r} cannot be measured: {error}"
            raise CannotMeasure(words) from None


def _check_labels(
    learned: Path, examples: Sequence[Example], asked: Path, questions: Sequence[Example]
) -> None:
    known = {name for example in examples for name in example.specialists}
    if not known:
        return
    unknown = {name for question in questions for name in question.specialists} - known
    if unknown:
        names = ", ".join(sorted(unknown))
        advice = "each label of the test needs one in the training."
        words = f"{asked} has {names}, which {learned} has no example of: {advice}"
        raise CannotMeasure(words)


def _peak_mb() -> float:
    """The most memory this process had, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
