"""One answer of several drafts, one question, a summary; and that nothing inside gets out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import Texts
from orchestration.events.specialists import Fate
from orchestration.specialists.advice import Advice, Brief, Contribution
from orchestration.specialists.built_in.answering import plain, quoted
from orchestration.specialists.built_in.composing import first_name
from orchestration.specialists.built_in.sentences import BrainSentence
from orchestration.specialists.cast import BUILT_IN, Profile
from tests.unit.bot.briefs import (
    COMPLIANCE,
    IN_ENGLISH,
    KNOWLEDGE,
    ORDERS,
    OTHER,
    Shop,
    answers,
    brain,
    brief,
    notes,
    says,
)

MADE = "Made without a model, of what was read and of fixed sentences."
TEXTS = Texts.load()


def _says(who: str, draft: str, *, asks: bool = False, grounded: bool = True) -> Contribution:
    advice = Advice(draft=draft, asks=asks, grounded=grounded, confidence=0.7)
    return Contribution(who, who.title(), Fate.ADVISED, advice)


async def test_one_answer_for_several_domains() -> None:
    """The parts in their order, all questions in one list at the end, each said once."""
    said = [
        _says("orders", "It left today.\n\nWhich street?", asks=True),
        _says("billing", "It was one charge."),
        _says("returns", "Which article?", asks=True, grounded=False),
        _says("account", "It was one charge."),
        Contribution("sales", "Sales", Fate.FAILED),
    ]
    answer = await brain().draft(KNOWLEDGE, brief("Hello", said=said))
    assert answer.draft == (
        "Hello Ana,\n\nIt left today.\n\nIt was one charge.\n\n"
        "So that we can go on, we need to know:\n• Which street?\n• Which article?"
    )
    assert (answer.asks, answer.grounded) == (True, False)


async def test_a_models_words_stay_a_models() -> None:
    """Also in an answer that is put together without one."""
    said = _says("orders", "It left today.")
    model = replace(said, advice=replace(said.advice, brain="claude-haiku-4-5"))
    drafted = [
        await brain().draft(KNOWLEDGE, brief("Hello", said=each))
        for each in ([said], [said, model])
    ]
    assert [each.brain for each in drafted] == [BUILT_IN, "claude-haiku-4-5"]


TONES = [
    ("short", "It left today."),
    ("Formal", "Dear Ana,\n\nIt left today.\n\nPlease do not hesitate to write to us if you have"),
    ("friendly", "Hi Ana!\n\nIt left today.\n\nAnything else? Just write"),
]


@pytest.mark.parametrize(("tone", "draft"), TONES)
async def test_an_answer_has_a_tone(tone: str, draft: str) -> None:
    """Three of them are known."""
    read = brief("Hello", said=[_says("orders", "It left today.")], tone=tone)
    answer = await brain().draft(KNOWLEDGE, read)
    assert answer.draft.startswith(draft)
    assert answer.note == ""


async def test_a_tone_that_nobody_knows_is_told_of() -> None:
    """And the answer is written as usual."""
    read = brief("Hello", said=[_says("orders", "It left today.")], tone="pirate")
    answer = await brain().draft(KNOWLEDGE, read)
    assert answer.note == "“pirate” is no tone that I know: short, formal or friendly"
    assert answer.draft.startswith("Hello Ana,")


async def test_no_answer_where_nobody_has_one() -> None:
    """Not even a greeting."""
    said = [_says("orders", " "), Contribution("sales", "Sales", Fate.LATE)]
    assert (await brain().draft(KNOWLEDGE, brief("Hello", said=said))).draft == ""


async def test_one_question_where_nobody_knows_what_is_wanted() -> None:
    """In the customer's language, by their first name."""
    asked = await brain().clarify(KNOWLEDGE, brief("Hm", language="en"))
    assert asked.asks
    assert asked.draft.startswith("Thank you, Ana, we have your message. Could you tell us")
    persian = await brain().clarify(KNOWLEDGE, brief("؟", language="fa"))
    assert "لطفاً در یکی دو جمله" in persian.draft


@pytest.mark.parametrize(
    ("name", "first"),
    [("Ana Lima", "Ana"), ("Anne-Marie", "Anne-Marie"), ("★ VIP ★", ""), ("", ""), ("x" * 40, "")],
)
def test_whom_a_greeting_names(name: str, first: str) -> None:
    """Somebody's first name, where it is one."""
    assert first_name(name) == first


def test_a_summary_of_what_was_said() -> None:
    """Who wants what since when, what was named, what was said last, and who waits."""
    read = brief(
        says(1, "Where is my order 4711? I paid 35 €."),
        answers(2, "It left today."),
        notes(3, "Secret: he is furious"),
        says(4, "It is still not here"),
    )
    assert brain().summarise(read) == (
        "Ana Lima first wrote 2026-11-21 10:04 UTC: “Where is my order 4711? I paid 35 €.”\n"
        "Named: order 4711, 35 EUR\n"
        "Last answer by Maria, 2026-11-21 10:04 UTC: “It left today.”\n"
        "Ana Lima wrote last 2026-11-21 10:04 UTC: “It is still not here”\n"
        "The customer waits for an answer.\n"
        f"{MADE}"
    )
    answered = brain().summarise(brief(says(1, "Hello"), answers(2, "Hello, Ana.")))
    assert "The last word is ours." in answered


#: All that any of them is filled with.
FACTS = (
    "words title language what field tone tool when said id quote who name most last value thing"
    " facts titles command count"
)


@pytest.mark.parametrize("language", sorted(TEXTS.languages))
@pytest.mark.parametrize("sentence", BrainSentence)
def test_every_sentence_of_the_brain_can_be_said(sentence: BrainSentence, language: str) -> None:
    """In every language of its own, with the facts that it gets, and nothing left open."""
    facts = dict.fromkeys(FACTS.split(), "X")
    said = TEXTS.say(sentence, facts, language)
    assert said
    assert "{" not in said


def test_markdown_becomes_plain_words() -> None:
    """As they would be read aloud; a wrapped line is one."""
    text = "**Send** it\nback by [post](https://post.example).\n\n- `one`\n- two\n```\nx = 1\n```"
    assert plain(text) == "Send it back by post (https://post.example).\n\none\ntwo\n\nx = 1"
    assert quoted("A word. " * 200, ["word"]).endswith("A word.")
    assert len(quoted("A word. " * 200, ["word"])) <= 400
    assert len(quoted("word" * 500, ["word"])) <= 400


#: What only notes say, and the name of what only systems know.
INSIDE, INSIDE_NUMBER = "xyzzy-inside-only", "4799"
_WORDS = st.text(max_size=120) | st.sampled_from(
    ["Where is my order 4711?", "orders 4711, 4712", "How do I return goods?", "4711", "سفارش ۴۷۱۱"]
)
_SPOKEN = st.lists(st.tuples(st.sampled_from([says, answers, notes]), _WORDS), max_size=6)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["number", "status", "eta", "order_number", "tracking_number", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
_SHOPS = st.builds(
    lambda found, tracked, bound: Shop(
        {("shop.find_order", "4711"): found, ("carrier.track", "JD0123456789"): tracked},
        bound=bound,
    ),
    _JSON,
    _JSON,
    st.booleans(),
)


@st.composite
def _briefs(draw: st.DrawFn) -> Brief:
    spoken = draw(_SPOKEN)
    inside = f" {INSIDE} order {INSIDE_NUMBER}"
    entries = [
        who(seq, words + (inside if who is notes else ""))
        for seq, (who, words) in enumerate(spoken, 1)
    ]
    passage = replace(IN_ENGLISH, text=draw(st.text(max_size=600)))
    return brief(
        *entries,
        language=draw(st.sampled_from(["en", "es", "ru", "pt", "fa", "xx", None])),
        staff_language=draw(st.sampled_from(["en", "fa"])),
        task=draw(_WORDS),
        tone=draw(st.sampled_from(["", "short", "formal", "x"])),
        customer_name=draw(st.text(max_size=40)),
        passages=[passage, OTHER],
    )


@given(_briefs(), _SHOPS, st.sampled_from([ORDERS, KNOWLEDGE, COMPLIANCE]))
async def test_whatever_was_said_nothing_inside_gets_out(
    read: Brief, shop: Shop, profile: Profile
) -> None:
    """It never fails, and neither notes, nor details, nor the names of tools stand in a draft."""
    thinking = brain(shop)
    said = await thinking.think(profile, read)
    answer = await thinking.draft(
        profile, replace(read, said=[Contribution("orders", "Orders", Fate.ADVISED, said)])
    )
    asked = await thinking.clarify(profile, read)
    assert thinking.summarise(read)
    assert "\n" not in said.note
    assert 0 <= said.confidence <= 1
    for draft in (said.draft, answer.draft, asked.draft):
        for secret in (INSIDE, INSIDE_NUMBER, "shop.find_order", "carrier.track", "C-1", MADE):
            assert secret not in draft
    assert bool(said.draft.strip()) == bool(answer.draft.strip())
    assert not said.grounded or said.evidence
