"""The gate's order, and what can never make it more generous."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.actions import sentences
from orchestration.actions.action import Action
from orchestration.actions.decision import Approvers, Lack, Verdict
from orchestration.actions.expressions import ENTRIES
from orchestration.actions.gate import decide, judge, strictest
from orchestration.actions.policy import Policy, Rule, WantedRead
from orchestration.actions.situation import CustomerFacts, PastAction
from orchestration.people import Role
from orchestration.ports.tools import ServedTool
from tests.unit.centre.actions.scene import (
    ANA,
    BORIS,
    FIND,
    INVOICE,
    NOW,
    PROFILE,
    REFUND,
    SCHEMA,
    SERVED,
    SMALL,
    WANTED,
    policy,
    read,
    rule,
    situation,
    when,
)

MINUTE = timedelta(minutes=1)
#: What each verdict lets happen, by itself or once people say yes.
LETS = {
    Verdict.DENY: 0,
    Verdict.UNPROVEN: 0,
    Verdict.ESCALATE: 1,
    Verdict.APPROVE: 2,
    Verdict.AUTO: 3,
}


def test_what_is_proven_and_ruled_happens() -> None:
    """With the words of its rule, in the language that is asked for."""
    decision = decide(situation(), policy(SMALL), "es")
    assert (decision.verdict, decision.rules) == (Verdict.AUTO, ("small",))
    assert decision.reasons == ("small, en español.",)
    assert decide(situation(), policy(SMALL), "fa").reasons == ("small.",)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Action("shop.pay", {}), "no server has the tool shop.pay"),
        (Action(FIND, {"number": "I-7"}), f"{FIND} is no write"),
        (Action(REFUND, {"invoice": "I-7", "cents": 1, "iban": "x"}), "has no argument iban"),
        (Action(REFUND, {"invoice": "I-7", "cents": 1, "customer_id": BORIS}), "customer_id is"),
        (Action(REFUND, {"invoice": "I-7", "cents": 1, "key": "again"}), "key is filled in"),
        (Action(REFUND, {"invoice": "I-7", "cents": "1"}), "$.cents does not fit"),
        (Action(REFUND, {"invoice": "I-7", "cents": True}), "$.cents does not fit"),
        (Action(REFUND, {"invoice": "I-7", "cents": 0}), "$.cents does not fit"),
        (Action(REFUND, {"invoice": "I-7"}), "does not fit"),
    ],
)
def test_what_no_tool_could_do_is_denied_before_anything_else(action: Action, words: str) -> None:
    """Also where nobody is verified, and an automatic rule would hold."""
    anything = policy(rule("always", Verdict.AUTO), evidence=())
    for customer in (CustomerFacts(ANA, "email"), CustomerFacts()):
        decision = decide(situation(action=action, customer=customer), anything)
        assert decision.verdict is Verdict.DENY
        assert words in decision.reasons[0]


def test_a_schema_that_cannot_be_followed_denies() -> None:
    """The server's mistake is nobody's permission."""
    served = {REFUND: ServedTool("refund", "", {**SCHEMA, "type": "no such type"}, changes=True)}
    assert decide(situation(served=served), policy(SMALL)).verdict is Verdict.DENY
    schema = {**SCHEMA, "properties": {**dict(SCHEMA["properties"]), "cents": {"$ref": "http://x"}}}  # type: ignore[call-overload]
    served = {REFUND: ServedTool("refund", "", schema, changes=True)}
    assert decide(situation(served=served), policy(SMALL)).verdict is Verdict.DENY


def test_what_the_desk_fills_in_must_be_taken() -> None:
    """A server that takes no record any more could do it to anybody."""
    less = {"type": "object", "properties": {"invoice": {}, "cents": {}}}
    served = {REFUND: ServedTool("refund", "", less, changes=True)}
    decision = decide(situation(served=served), policy(SMALL))
    assert decision.verdict is Verdict.DENY
    assert "takes no customer_id" in decision.reasons[0]


def test_a_write_that_nobody_wrote_of() -> None:
    """A supervisor decides of what takes the customer's record; the rest could be about anybody."""
    usual = Policy(customer="customer_id", key="key")
    decision = decide(situation(), usual)
    assert (decision.verdict, decision.approvers) == (Verdict.APPROVE, Approvers())
    assert decision.reasons == (sentences.NO_RULE["en"],)
    assert decide(situation(), Policy()).verdict is Verdict.DENY
    assert decide(situation(customer=CustomerFacts()), usual).verdict is Verdict.UNPROVEN


def test_a_policy_that_binds_nothing_denies() -> None:
    """Evidence that is the same for every action shows nothing of this one."""
    loose = WantedRead("invoice", FIND, {"number": when("'I-7'")})
    unbound = policy(SMALL, customer="", key="", evidence=(loose,))
    schema = {"type": "object", "properties": {"invoice": {}, "cents": {}}}
    served = {REFUND: ServedTool("refund", "", schema, changes=True)}
    assert decide(situation(served=served), unbound).verdict is Verdict.DENY
    bound = policy(SMALL, customer="", key="")
    assert decide(situation(served=served), bound).verdict is Verdict.AUTO
    nobodys = decide(situation(read(record=None), served=served), bound)
    assert nobodys.verdict is Verdict.UNPROVEN


def test_nothing_is_proven_of_nobody() -> None:
    """Without a record every read is missing, and where none is wanted the customer is."""
    decision = decide(situation(customer=CustomerFacts()), policy(SMALL))
    assert decision.verdict is Verdict.UNPROVEN
    assert [(each.name, each.lack) for each in decision.missing] == [("invoice", Lack.NOT_VERIFIED)]
    without = policy(rule("always", Verdict.AUTO), evidence=())
    decision = decide(situation(customer=CustomerFacts()), without)
    assert [each.lack for each in decision.missing] == [Lack.NOT_VERIFIED]


@pytest.mark.parametrize(
    ("made", "lack"),
    [
        (read(tool=PROFILE), Lack.MISSING),
        (read(arguments={"number": "I-8"}), Lack.MISSING),
        (read(arguments={}), Lack.MISSING),
        (read(arguments={"number": "I-7", "since": "2026"}), Lack.MISSING),
        (read(record=BORIS), Lack.MISSING),
        (read(data=None), Lack.MISSING),
        (read(read_at=NOW - 11 * MINUTE), Lack.STALE),
        (read(found=False, data=None), Lack.NOT_THEIRS),
        (read(found=False, data=None, read_at=NOW - 11 * MINUTE), Lack.STALE),
    ],
)
def test_what_is_missing_is_said_exactly(made: object, lack: Lack) -> None:
    """Which read, with which arguments, and what is wrong with what there is."""
    decision = decide(situation(made), policy(SMALL))  # type: ignore[arg-type]
    assert decision.verdict is Verdict.UNPROVEN
    (missing,) = decision.missing
    assert (missing.name, missing.tool, missing.lack) == ("invoice", FIND, lack)
    assert missing.arguments == {"number": "I-7"}


def test_the_record_among_the_arguments_of_a_read_narrows_nothing() -> None:
    """It is what the desk filled in; exactly ten minutes are not too long ago."""
    made = read(arguments={"number": "I-7", "customer": ANA}, read_at=NOW - 10 * MINUTE)
    assert decide(situation(made), policy(SMALL)).verdict is Verdict.AUTO


def test_the_newest_read_counts() -> None:
    """Wherever it stands."""
    newer = read(read_at=NOW, data={**INVOICE, "paid": 0})
    for reads in ((read(), newer), (newer, read())):
        assert decide(situation(*reads), policy(SMALL)).verdict is Verdict.APPROVE
    gone = read(read_at=NOW, found=False, data=None)
    assert decide(situation(read(), gone), policy(SMALL)).verdict is Verdict.UNPROVEN


def test_the_strictest_rule_decides() -> None:
    """Whatever its place, and the others that hold are named after it."""
    rules = [
        rule("auto", Verdict.AUTO),
        rule("approve", Verdict.APPROVE),
        rule("escalate", Verdict.ESCALATE, tier="legal"),
        rule("deny", Verdict.DENY),
    ]
    for count, verdict in enumerate((Verdict.AUTO, Verdict.APPROVE, Verdict.ESCALATE)):
        decision = decide(situation(), policy(*rules[: count + 1]))
        assert decision.verdict is verdict
        assert decision.rules[0] == rules[count].name
        assert len(decision.rules) == count + 1
    assert decide(situation(), policy(*rules[:3])).tier == "legal"
    assert decide(situation(), policy(*reversed(rules))).verdict is Verdict.DENY


def test_a_rule_that_fails_denies_and_is_named() -> None:
    """Also beside one that lets it happen, and one that denies."""
    for other in (SMALL, rule("no", Verdict.DENY), rule("ask", Verdict.APPROVE)):
        for wrong in ("evidence.invoice.nothing > 1", "action.cents", "action.cents > 'x'"):
            broken = rule("broken", Verdict.AUTO, wrong)
            for rules in ((other, broken), (broken, other)):
                decision = decide(situation(), policy(*rules))
                assert (decision.verdict, decision.rules) == (Verdict.DENY, ("broken",))
    unreadable = WantedRead("invoice", FIND, {"number": when("action.nothing")})
    assert decide(situation(), policy(SMALL, evidence=(unreadable,))).verdict is Verdict.DENY


def test_what_is_too_long_to_be_judged_is_denied() -> None:
    """A list that a rule would go through for ever."""
    long = read(data={**INVOICE, "lines": [{"n": 1}] * (ENTRIES + 1)})
    looking = rule("lines", Verdict.AUTO, "evidence.invoice.lines.all(l, l.n == 1)")
    assert decide(situation(long), policy(looking)).verdict is Verdict.DENY
    fits = read(data={**INVOICE, "lines": [{"n": 1}] * ENTRIES})
    assert decide(situation(fits), policy(looking)).verdict is Verdict.AUTO


def test_all_that_rules_can_name() -> None:
    """Each name is there, and means what it says."""
    past = [
        PastAction(1, REFUND, 300, NOW - timedelta(days=1)),
        PastAction(9, REFUND, 200, NOW - timedelta(days=3)),
        PastAction(1, "shop.credit", 50, NOW),
    ]
    for source in (
        "past.ticket.count == 1 && past.ticket.amount_minor == 300",
        "past.customer.count == 2 && past.customer.amount_minor == 500",
        "past.all.count == 3",
        "'vip' in ticket.tags && ticket.number == 1 && ticket.queue == 'support'",
        "ticket.status == 'open' && ticket.priority == 'normal' && ticket.minutes == 0",
        f"customer.record == '{ANA}' && customer.proof == 'email' && customer.tier == ''",
        "today == '2026-05-04' && now == timestamp('2026-05-04T10:00:00Z')",
        "!has(action.reason) && action.cents == 1500",
        "evidence['invoice']['paid'] == 5000",
        "evidence.invoice == {'number': 'I-7', 'paid': 5000, 'status': 'paid'}",
        "'status' in evidence.invoice && size(evidence) == 1",
        "evidence.all(name, evidence[name].paid == 5000)",
        "(true ? evidence.invoice : evidence.invoice).status == 'paid'",
        "[evidence.invoice].exists(i, i.status == 'paid')",
    ):
        judged = judge(situation(past=past), policy(rule("it", Verdict.AUTO, source)))
        assert judged.decision.verdict is Verdict.AUTO, (source, judged.decision)


def test_the_strictest_of_several_approvals() -> None:
    """The greatest role, the largest count, anybody's four eyes, the shortest time."""
    hour = timedelta(hours=1)
    one = Approvers(Role.EXPERT, "billing", 2, within=hour)
    two = Approvers(Role.SUPERVISOR, "", 1, four_eyes=True, within=2 * hour)
    both = Approvers(Role.SUPERVISOR, "billing", 2, four_eyes=True, within=hour)
    assert strictest([one, two]) == strictest([two, one]) == both
    rules = [rule(str(n), Verdict.APPROVE, approvers=who) for n, who in enumerate((one, two))]
    assert decide(situation(), policy(*rules)).approvers == both


def test_two_skills_are_had_by_nobody() -> None:
    """No one approval could have both: it is denied, and the policy has to choose."""
    rules = [rule(skill, Verdict.APPROVE, approvers=Approvers(skill=skill)) for skill in "ab"]
    assert decide(situation(), policy(*rules)).verdict is Verdict.DENY


def test_the_digest_is_of_what_was_read_and_not_of_when() -> None:
    """So that an approval stays while nothing changed, and no longer."""
    first = decide(situation(), policy(SMALL)).evidence
    assert first
    assert decide(situation(read(read_at=NOW)), policy(SMALL)).evidence == first
    other = read(data={**INVOICE, "unused": 1})
    assert decide(situation(other), policy(SMALL)).evidence != first


verdicts = st.sampled_from([Verdict.DENY, Verdict.ESCALATE, Verdict.APPROVE, Verdict.AUTO])
conditions = st.sampled_from(
    [
        None,
        "true",
        "false",
        "action.cents > 1000",
        "action.cents > 2000",
        "evidence.invoice.status == 'paid'",
        "evidence.invoice.nothing == 1",
        "past.customer.count > 0",
        "action.cents",
    ]
)
failing = frozenset({"evidence.invoice.nothing == 1", "action.cents"})


@st.composite
def rules(draw: st.DrawFn) -> list[Rule]:
    drawn = draw(st.lists(st.tuples(verdicts, conditions), max_size=5))
    return [rule(f"r{place}", then, source, tier="t") for place, (then, source) in enumerate(drawn)]


@given(some=rules(), place=st.integers(0, 5), source=conditions)
def test_a_rule_that_denies_never_lets_more_happen(
    some: list[Rule], place: int, source: str | None
) -> None:
    """Wherever it stands and whether it holds: but that no rule held before, it changes nothing."""
    more = [*some[:place], rule("more", Verdict.DENY, source), *some[place:]]
    before = decide(situation(), policy(*some)).verdict
    after = decide(situation(), policy(*more)).verdict
    assert LETS[after] <= LETS[before]


@given(some=rules(), drawn=st.data())
def test_a_rule_that_fails_always_denies(some: list[Rule], drawn: st.DataObject) -> None:
    """Whatever the others say."""
    wrong = drawn.draw(st.sampled_from(sorted(failing)))
    place = drawn.draw(st.integers(0, len(some)))
    more = [*some[:place], rule("wrong", drawn.draw(verdicts), wrong), *some[place:]]
    decision = decide(situation(), policy(*more))
    assert decision.verdict is Verdict.DENY
    assert "wrong" in decision.rules


@given(some=rules(), kept=st.booleans(), record=st.sampled_from([ANA, BORIS, None]))
def test_without_evidence_nothing_is_let_through(
    some: list[Rule], *, kept: bool, record: str | None
) -> None:
    """And a read that was made for another record is none."""
    second = WantedRead("profile", PROFILE)
    made = replace(read(), record=record)
    reads = [made, replace(read(), tool=PROFILE, arguments={}, record=ANA)][: 1 + kept]
    decision = decide(situation(*reads), policy(*some, evidence=(WANTED, second)))
    assert (decision.verdict is Verdict.UNPROVEN) == (not kept or record == BORIS)
    if decision.verdict is Verdict.UNPROVEN:
        assert decision.missing
        assert (decision.approvers, decision.evidence) == (None, "")


@given(some=rules())
def test_the_order_of_rules_decides_nothing_but_names(some: list[Rule]) -> None:
    """The strictest holds, whichever stands first."""
    one = decide(situation(), policy(*some))
    other = decide(situation(), policy(*reversed(some)))
    assert (one.verdict, one.approvers) == (other.verdict, other.approvers)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(data=json_values, arguments=st.dictionaries(st.text(), json_values, max_size=4))
def test_whatever_is_proposed_and_answered_there_is_a_decision(
    data: object, arguments: dict[str, object]
) -> None:
    """Never an error, and never by itself where the rule could not be worked out."""
    strange = situation(read(data=data), action=Action(REFUND, {**arguments}))
    assert decide(strange, policy(SMALL)).verdict in {Verdict.DENY, Verdict.UNPROVEN}
    proposed = Action(REFUND, {"invoice": "I-7", "cents": 1500})
    decision = decide(situation(read(data=data), action=proposed), policy(SMALL))
    paid = data.get("paid") if isinstance(data, dict) else None
    enough = isinstance(paid, int | float) and paid >= 1500
    assert decision.verdict is not Verdict.AUTO or enough, json.dumps(paid)


def test_the_scene_is_as_it_seems() -> None:
    """The tests above start from what would happen by itself."""
    assert SERVED[REFUND].changes
    assert decide(situation(), policy(SMALL)).verdict is Verdict.AUTO
