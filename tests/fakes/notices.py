"""What people are told in private, in memory."""

from collections.abc import Sequence

from orchestration.telling.notice import Habits, Notice, Rule
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeNotices:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.notices)
        self.rules = View(kept.rules)
        self.habits = View(kept.habits)

    async def add(self, *notices: Notice) -> None:
        for notice in notices:
            key = (notice.person, notice.entry)
            if key not in self.rows.rows:
                self.rows.put(key, notice)

    async def waiting(self, person: int) -> Sequence[Notice]:
        mine = [notice for notice in self.rows.rows.values() if notice.person == person]
        return sorted(mine, key=lambda notice: (notice.entry.ticket, notice.entry.seq))

    async def remove(self, person: int, notices: Sequence[Notice]) -> None:
        for notice in notices:
            self.rows.drop((person, notice.entry))

    async def rules_of(self, person: int) -> Sequence[Rule]:
        return [rule for rule in self._sorted() if rule.person == person]

    async def rules_about(self, scopes: Sequence[str]) -> Sequence[Rule]:
        return [rule for rule in self._sorted() if rule.scope in scopes]

    async def keep_rule(self, rule: Rule) -> None:
        self.rules.put(_key(rule), rule)

    async def forget_rule(self, rule: Rule) -> None:
        self.rules.drop(_key(rule))

    async def habits_of(self, person: int) -> Habits:
        return self.habits.rows.get(person, Habits())

    async def keep_habits(self, person: int, habits: Habits) -> None:
        self.habits.put(person, habits)

    def _sorted(self) -> list[Rule]:
        rules = self.rules.rows.values()
        return sorted(rules, key=_key)


def _key(rule: Rule) -> tuple[int, str, str, str]:
    return rule.person, rule.scope, rule.interest, rule.status or ""
