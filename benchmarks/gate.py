"""(g) What the gate takes for a decision, over the cases of the policy that comes with the desk."""

import statistics
import time

from bot.desk_files import folder as desk_folder
from bot.policing import cases as case_files
from bot.settings import Settings
from orchestration.actions.gate import decide

FOLDER = Settings.model_fields["desk_dir"].default
#: Each case is decided so many times.
ROUNDS = 50


def gate() -> None:
    """Decides every case again and again, each decision timed by itself."""
    found = desk_folder.load(FOLDER)
    cases = case_files.read(FOLDER / "policy_cases.yaml", found.described)
    taken = []
    for _ in range(ROUNDS):
        for case in cases:
            began = time.perf_counter()
            decide(case.situation, found.desk.policy)
            taken.append((time.perf_counter() - began) * 1_000_000)
    p50, p95 = statistics.median(taken), statistics.quantiles(taken, n=20)[18]
    print(
        f"(g) gate: p50 {p50:.0f} µs a decision (aim ≤ 200), p95 {p95:.0f} µs; "
        f"{len(cases)} cases, {ROUNDS} times each"
    )


if __name__ == "__main__":
    gate()
