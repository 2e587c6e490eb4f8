"""How customers show whose they are: what they write, how often, and what nobody can learn."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.clock.followups import FollowUpKind
from orchestration.content import Content
from orchestration.delivery import TellPrivately
from orchestration.errors.verifying import AlreadyBound, NotBound, SupervisorsBind
from orchestration.events.verifying import (
    CodeSent,
    CustomerBound,
    CustomerUnbound,
    Proof,
    Unproven,
    VerificationAsked,
    VerificationFailed,
)
from orchestration.people import Customer, Role, Staff
from orchestration.ports.bindings import Binding, Shown
from orchestration.ports.tools import Answer, ServerState, ToolError, ToolFailed, ToolUnavailable
from orchestration.schemas import Arguments
from orchestration.sentences import PublicSentence
from orchestration.ticket import Ticket
from orchestration.tools.declared import Checks, EmailCheck, OrderCheck
from orchestration.verifying import binding, checking, claiming, codes, progress
from orchestration.verifying.codes import NewCode
from orchestration.verifying.reading import code_in, shown_in
from tests.fakes import FakeStore
from tests.fakes.shop import records

ANA, BORIS = Customer(7, "Ana"), Customer(8, "Boris")
SAM, MARIA = Staff(1, "Sam", Role.SUPERVISOR), Staff(2, "Maria", Role.AGENT)
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
CHECKS = Checks(
    OrderCheck("shop.verify_order", "order_number", "postcode", ("customer", "id")),
    EmailCheck("shop.send_code", "email", "code", ("customer_id",)),
)
CODE = "271828"


@dataclass
class Shop:
    """The shop's two tools that verify, in memory; `trouble` is raised instead of an answer."""

    trouble: ToolError | None = None
    sent: list[tuple[str, str]] = field(default_factory=list)

    def state(self, server: str) -> ServerState | None:
        return ServerState(server, {})

    async def settled(self) -> None:
        pass

    async def call(self, tool: str, arguments: Arguments) -> Answer:
        if self.trouble is not None:
            raise self.trouble
        given = {name: str(value) for name, value in arguments.items()}
        if tool == "shop.verify_order":
            record = records.record_by_order(given["order_number"], given["postcode"])
            return Answer("?", {"customer": {"id": record}})
        record = records.record_by_email(given["email"])
        if record is not None:
            self.sent.append((given["email"], given["code"]))
        return Answer("?", {"customer_id": record})


@dataclass
class Scene:
    """One desk: what customers write at `now`, and what they were told."""

    store: FakeStore = field(default_factory=FakeStore)
    shop: Shop = field(default_factory=Shop)
    now: datetime = NOW
    checks: Checks = CHECKS

    async def ticket(self, customer: Customer = ANA) -> None:
        async with self.store.begin() as uow:
            number = await uow.tickets.next_number()
            await uow.tickets.save(Ticket.open(number, customer, Content("Hi"), self.now, None))
            await uow.tickets.make_current(customer.id, number)

    async def writes(self, words: str, customer: Customer = ANA) -> list[str]:
        """What `/verify words` is answered, once it was checked."""
        told = len(await self.told(customer))
        async with self.store.begin() as uow:
            await claiming.claim(uow, self.checks, customer, words, self.now)
        await self.checked()
        return (await self.told(customer))[told:]

    async def checked(self) -> None:
        begin, clock = self.store.begin, lambda: self.now
        make = lambda: NewCode(CODE, b"salt")  # noqa: E731
        await checking.check_waiting(begin, self.checks, self.shop, make, clock)

    async def told(self, customer: Customer = ANA) -> list[str]:
        async with self.store.begin() as uow:
            pending = await uow.courier.pending(self.now, limit=1000)
        bodies = [each.delivery for each in pending if each.delivery.chat == customer.id]
        return [str(each.body.sentence) for each in bodies if isinstance(each.body, TellPrivately)]

    async def record(self, customer: Customer = ANA) -> str | None:
        async with self.store.begin() as uow:
            held = await uow.bindings.of(customer.id)
        return held.record if held else None

    async def events(self, ticket: int = 1) -> Sequence[object]:
        async with self.store.begin() as uow:
            return [entry.event for entry in await uow.timeline.of(ticket)][1:]


async def test_an_order_and_its_postcode() -> None:
    """Bound, told, and each step in the timeline."""
    scene = Scene()
    await scene.ticket()
    assert await scene.writes("#4711 28013") == [PublicSentence.VERIFIED]
    assert await scene.record() == "C-1001"
    assert await scene.events() == [
        VerificationAsked(Proof.ORDER_POSTCODE),
        CustomerBound("C-1001", Proof.ORDER_POSTCODE),
    ]


async def test_without_a_ticket_it_is_bound_all_the_same() -> None:
    """There is nothing to write it down in, and the next card shows it."""
    scene = Scene()
    assert await scene.writes("4711 28013") == [PublicSentence.VERIFIED]
    assert await scene.record() == "C-1001"


@pytest.mark.parametrize("words", ["4711 10115", "9999 28013", "4711 x"])
async def test_what_does_not_fit_says_nothing_of_what_exists(words: str) -> None:
    """A wrong postcode of Ana's order, and an order that is none: the same words."""
    scene = Scene()
    await scene.ticket(BORIS)
    assert await scene.writes(words, BORIS) == [PublicSentence.VERIFY_NO_MATCH]
    assert await scene.record(BORIS) is None
    failed = VerificationFailed(Proof.ORDER_POSTCODE, Unproven.NO_MATCH)
    assert (await scene.events())[-1] == failed


async def test_a_code_by_e_mail() -> None:
    """Sent to the address on file, and right only once, within its time."""
    scene = Scene()
    await scene.ticket()
    assert await scene.writes("ana@example.org") == [PublicSentence.VERIFY_CODE_ON_ITS_WAY]
    assert scene.shop.sent == [("ana@example.org", CODE)]
    assert await scene.writes("000000") == [PublicSentence.VERIFY_WRONG_CODE]
    assert await scene.writes(CODE) == [PublicSentence.VERIFIED]
    assert await scene.record() == "C-1001"
    assert await scene.events() == [
        VerificationAsked(Proof.EMAIL_CODE),
        CodeSent(),
        VerificationFailed(Proof.EMAIL_CODE, Unproven.WRONG_CODE),
        CustomerBound("C-1001", Proof.EMAIL_CODE),
    ]
    assert await scene.writes(CODE) == [PublicSentence.VERIFY_HOW]


@pytest.mark.parametrize(
    "trouble", [None, ToolFailed("shop.send_code", "no answer within 5 seconds")]
)
async def test_an_address_that_is_not_on_file(trouble: ToolError | None) -> None:
    """Neither words nor codes tell it from one that is; nor does a letter that takes too long."""
    scene = Scene(shop=Shop(trouble))
    await scene.ticket()
    assert await scene.writes("no@example.org") == [PublicSentence.VERIFY_CODE_ON_ITS_WAY]
    assert await scene.writes(CODE) == [PublicSentence.VERIFY_WRONG_CODE]
    assert await scene.record() is None


async def test_a_code_is_over_after_ten_minutes() -> None:
    """Then six digits are words as any others."""
    scene = Scene()
    await scene.writes("ana@example.org")
    scene.now += codes.LASTS
    async with scene.store.begin() as uow:
        assert not await claiming.try_code(uow, ANA, CODE, scene.now)
    assert await scene.writes(CODE) == [PublicSentence.VERIFY_HOW]
    assert await scene.record() is None


async def test_a_system_that_cannot_be_asked_costs_no_try() -> None:
    """It is said as what it is, as often as it happens."""
    scene = Scene(shop=Shop(ToolUnavailable("shop.verify_order", "it ended")))
    await scene.ticket()
    for words in ("4711 28013", "ana@example.org") * (progress.TRIES + 1):
        assert (await scene.writes(words))[-1] == PublicSentence.VERIFY_NO_ANSWER
    scene.shop.trouble = None
    assert await scene.writes("4711 28013") == [PublicSentence.VERIFIED]


async def test_five_wrong_tries_and_then_a_pause() -> None:
    """Orders and codes are counted together; what is right is not heard any more that day."""
    scene = Scene()
    await scene.writes("ana@example.org")
    for guess in ("111111", "222222"):
        assert await scene.writes(guess) == [PublicSentence.VERIFY_WRONG_CODE]
    for number in range(2):
        assert await scene.writes(f"4711 {number}") == [PublicSentence.VERIFY_NO_MATCH]
    assert await scene.writes("4711 2") == [PublicSentence.VERIFY_PAUSED]
    for words in ("4711 28013", "ana@example.org"):
        assert await scene.writes(words) == [PublicSentence.VERIFY_PAUSED]
    scene.now += progress.PAUSE
    assert await scene.writes("4711 28013") == [PublicSentence.VERIFIED]


async def test_what_was_right_excuses_nothing() -> None:
    """Whoever has an order of their own cannot go on guessing at another's."""
    scene = Scene()
    for number in range(progress.TRIES - 1):
        await scene.writes(f"4711 {number}", BORIS)
        assert await scene.writes("5120 10115", BORIS) == [PublicSentence.VERIFIED]
    assert await scene.writes("4711 x", BORIS) == [PublicSentence.VERIFY_PAUSED]
    assert await scene.writes("5120 10115", BORIS) == [PublicSentence.VERIFY_PAUSED]
    assert await scene.record(BORIS) == "C-1002"


async def test_three_codes_a_day() -> None:
    """Nobody's mailbox is filled."""
    scene = Scene()
    for _ in range(progress.CODES):
        assert await scene.writes("ana@example.org") == [PublicSentence.VERIFY_CODE_ON_ITS_WAY]
    assert await scene.writes("ana@example.org") == [PublicSentence.VERIFY_PAUSED]
    assert len(scene.shop.sent) == progress.CODES


async def test_one_thing_is_checked_at_a_time() -> None:
    """Whoever writes faster than it is checked gets no more tries by that."""
    scene = Scene()
    async with scene.store.begin() as uow:
        await claiming.claim(uow, CHECKS, ANA, "4711 1", NOW)
    async with scene.store.begin() as uow:
        await claiming.claim(uow, CHECKS, ANA, "4711 2", NOW)
    assert await scene.told() == [PublicSentence.VERIFY_STILL_CHECKING]
    await scene.checked()
    await scene.checked()
    assert (await scene.told())[1:] == [PublicSentence.VERIFY_NO_MATCH]


async def test_what_was_forgotten_meanwhile_is_not_bound() -> None:
    """`/forget` comes between the question and its answer."""
    scene = Scene()
    async with scene.store.begin() as uow:
        await claiming.claim(uow, CHECKS, ANA, "4711 28013", NOW)

    class Forgetful(Shop):
        async def call(self, tool: str, arguments: Arguments) -> Answer:
            async with scene.store.begin() as uow:
                await uow.verifications.forget(ANA.id)
            return await super().call(tool, arguments)

    scene.shop = Forgetful()
    await scene.checked()
    assert await scene.record() is None


@pytest.mark.parametrize(
    ("checks", "words", "said"),
    [
        (Checks(), "4711 28013", PublicSentence.VERIFY_BY_PEOPLE),
        (Checks(order=CHECKS.order), "ana@example.org", PublicSentence.VERIFY_HOW),
        (Checks(email=CHECKS.email), "4711 28013", PublicSentence.VERIFY_HOW),
        (CHECKS, "", PublicSentence.VERIFY_HOW),
        (CHECKS, "4711", PublicSentence.VERIFY_HOW),
    ],
)
async def test_only_what_is_declared_is_offered(
    checks: Checks, words: str, said: PublicSentence
) -> None:
    """And whoever writes anything else is told how."""
    assert await Scene(checks=checks).writes(words) == [said]


async def test_a_supervisor_binds_and_revokes() -> None:
    """Nobody else; a code that is under way dies with it."""
    scene = Scene()
    await scene.ticket()
    await scene.writes("ana@example.org")
    async with scene.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        for do in (
            binding.bind(uow, ticket, "C-1003", MARIA, NOW),
            binding.unbind(uow, ticket, MARIA, NOW),
        ):
            with pytest.raises(SupervisorsBind):
                await do
        with pytest.raises(NotBound):
            await binding.unbind(uow, ticket, SAM, NOW)
        await binding.bind(uow, ticket, "C-1003", SAM, NOW)
        with pytest.raises(AlreadyBound):
            await binding.bind(uow, ticket, "C-1003", SAM, NOW)
        held = await uow.bindings.of(ANA.id)
        assert held == Binding(ANA.id, "C-1003", Proof.SUPERVISOR, "Sam", NOW)
        await binding.unbind(uow, ticket, SAM, NOW)
    assert await scene.record() is None
    assert (await scene.events())[-2:] == [
        CustomerBound("C-1003", Proof.SUPERVISOR),
        CustomerUnbound("C-1003"),
    ]
    assert await scene.writes(CODE) == [PublicSentence.VERIFY_HOW]


async def _begun(scene: Scene, *, answered: bool) -> None:
    """Ana asks, and is answered or not."""
    await scene.ticket()
    async with scene.store.begin() as uow:
        ticket = await uow.tickets.current_of(ANA.id)
        assert ticket is not None
        ticket.receive(Content("Where is my order 4711?"), scene.now)
        if answered:
            ticket.reply_publicly(Content("It left today"), SAM, scene.now)
        await uow.tickets.save(ticket)


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("by", ["customer", "supervisor"])
async def test_specialists_read_again_for_whoever_waits(by: str, *, answered: bool) -> None:
    """Who was told nothing, because nobody knew them, need not ask again."""
    scene = Scene()
    await _begun(scene, answered=answered)
    if by == "customer":
        assert await scene.writes("4711 28013") == [PublicSentence.VERIFIED]
    else:
        async with scene.store.begin() as uow:
            await binding.bind(uow, await uow.tickets.get(1), "C-1001", SAM, scene.now)
    async with scene.store.begin() as uow:
        due = [each.kind for each in await uow.follow_ups.due(scene.now)]
    assert due == ([] if answered else [FollowUpKind.CONSULT])


async def test_another_record_takes_the_place_of_the_first() -> None:
    """What was before is kept, and named in the timeline."""
    scene = Scene()
    await scene.ticket()
    await scene.writes("4711 28013")
    await scene.writes("5120 10115")
    assert (await scene.events())[-1] == CustomerBound("C-1002", Proof.ORDER_POSTCODE, "C-1001")
    async with scene.store.begin() as uow:
        assert [one.binding.record for one in await uow.bindings.past(ANA.id)] == ["C-1001"]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("4711 28013", Shown(Proof.ORDER_POSTCODE, "4711", "28013")),
        (" #4711,  SW1A  1AA ", Shown(Proof.ORDER_POSTCODE, "4711", "SW1A 1AA")),
        ("۴۷۱۱ ۲۸۰۱۳", Shown(Proof.ORDER_POSTCODE, "4711", "28013")),
        ("ana@example.org", Shown(Proof.EMAIL_CODE, "ana@example.org")),
        ("ana@example.org please", None),
        ("@ana", None),
        ("4711", None),
        ("", None),
        ("x " * 200, None),
    ],
)
def test_what_words_show(words: str, shown: Shown | None) -> None:
    """An order with its postcode, an address, or nothing."""
    assert shown_in(words) == shown


@pytest.mark.parametrize(
    ("words", "code"),
    [("123456", "123456"), (" 123 456\n", "123456"), ("۱۲۳۴۵۶", "123456"), ("12345", None)],
)
def test_what_is_a_code(words: str, code: str | None) -> None:
    """Six digits of any script, and nothing beside."""
    assert code_in(words) == code


@given(st.text(max_size=300))
def test_any_words_can_be_read(words: str) -> None:
    """Whatever somebody writes, it is a code, something shown, or neither."""
    code, shown = code_in(words), shown_in(words)
    assert code is None or (len(code) == codes.DIGITS and code.isascii())
    assert shown is None or (shown.named and len(shown.named) <= len(words))


def test_a_code_is_kept_as_nothing_that_can_be_read() -> None:
    """Only its digest, which only the code itself fits, in time and with a record."""
    kept = codes.kept(NewCode(CODE, b"salt"), "C-1", NOW)
    assert CODE not in kept.digest
    later = NOW + codes.LASTS - timedelta(seconds=1)
    assert codes.matches(kept, CODE, later)
    assert not codes.matches(kept, "271829", later)
    assert not codes.matches(kept, CODE, NOW + codes.LASTS)
    assert not codes.matches(codes.kept(NewCode(CODE, b"salt"), "", NOW), CODE, NOW)
