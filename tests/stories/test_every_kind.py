"""Whatever people send arrives on the other side as what it is, where it belongs."""

import pytest

from tests.stories.conftest import Cast
from tests.stories.people import Json, Topic, eventually

MEDIA = [
    "photo",
    "video",
    "animation",
    "voice",
    "audio",
    "document",
    "sticker",
    "video_note",
    "location",
    "contact",
    "poll",
    "dice",
]
CAPTIONED = {"photo", "video", "animation", "voice", "audio", "document"}


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    """Ana's ticket, with its card."""
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.card()
    return topic


def styled(message: Json) -> dict[str, str]:
    """What words of a message are formatted how."""
    words = message["text"] or message["caption"] or ""
    raw = words.encode("utf-16-le")
    found = {}
    for entity in message["entities"]:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        found[raw[2 * begin : 2 * end].decode("utf-16-le")] = entity["type"]
    return found


def same_thing(one: Json, other: Json) -> bool:
    """Both are the same file, place, person, poll or throw."""
    return bool(one["file"] == other["file"] and _lasting(one) == _lasting(other))


def _lasting(message: Json) -> Json:
    """A copied poll is one of its own."""
    return {name: what for name, what in (message["details"] or {}).items() if name != "id"}


@pytest.mark.parametrize("kind", MEDIA)
async def test_every_kind_arrives_on_both_sides(cast: Cast, topic: Topic, kind: str) -> None:
    """Ana sends one to the desk, Maria answers with one of her own."""
    words: Json = {"caption": "Look here"} if kind in CAPTIONED else {}
    sent = await cast.ana.sends(kind, **words)
    shown = await topic.carries(kind)
    mine = next(one for one in await cast.ana.messages() if one["message_id"] == sent)
    assert same_thing(shown, mine)

    answer = await cast.maria.sends(
        kind, topic=topic, reply_to_message_id=shown["message_id"], **words
    )
    [got] = await cast.ana.gets(kind)
    theirs = next(one for one in await topic.messages() if one["message_id"] == answer)
    assert same_thing(got, theirs)
    assert got["reply_to_message_id"] == sent
    await topic.marks_delivered(answer)
    if words:
        assert "Look here" in shown["caption"]
        assert got["caption"] == "Look here"


async def test_formatting_arrives_on_both_sides(cast: Cast, topic: Topic) -> None:
    """Bold stays bold, beyond an emoji and below a header."""
    entities = [{"type": "italic", "offset": 3, "length": 5}]
    await cast.ana.writes("😀 Thank you", entities=entities)
    shown = await topic.shows("😀 Thank you")
    assert styled(shown)["Thank"] == "italic"
    bold = [{"type": "bold", "offset": 0, "length": 5}]
    answered = shown["message_id"]
    await cast.maria.writes_in(topic, "Hello there", reply_to=answered, entities=bold)
    assert styled(await cast.ana.hears("Hello there")) == {"Hello": "bold"}
    await cast.maria.sends(
        "photo",
        topic=topic,
        caption="These ones",
        entities=bold,
        reply_to_message_id=answered,
    )
    [photo] = await cast.ana.gets("photo")
    assert styled(photo) == {"These": "bold"}


async def test_a_ticket_can_begin_with_a_medium(cast: Cast) -> None:
    """The card says what is there, and it follows below."""
    await cast.boris.sends("photo", caption="It came like this")
    topic = await cast.topic("#1")
    photo = await topic.carries("photo")
    assert photo["message_id"] > (await topic.card())["message_id"]
    assert "It came like this" in photo["caption"]


async def test_an_album_stays_an_album_on_both_sides(cast: Cast, topic: Topic) -> None:
    """In its order, with its one caption, and as an answer where it was one."""
    kinds = ["photo", "video", "photo"]
    sent = await cast.ana.sends_album(kinds, caption="All three are broken")
    shown = await topic.shows_album(3)
    assert [one["kind"] for one in shown] == kinds
    theirs = [one for one in await cast.ana.messages() if one["message_id"] in sent]
    assert [one["file"] for one in shown] == [one["file"] for one in theirs]
    assert "All three are broken" in shown[0]["caption"]
    assert [one["caption"] for one in shown[1:]] == [None, None]

    answer = await cast.maria.sends_album(
        ["document", "document"],
        topic=topic,
        caption="Fill these in",
        reply_to_message_id=shown[1]["message_id"],
    )
    got = await cast.ana.gets_album(2)
    assert [one["kind"] for one in got] == ["document", "document"]
    assert [one["caption"] for one in got] == ["Fill these in", None]
    assert got[0]["reply_to_message_id"] == sent[1]
    await topic.marks_delivered(answer[0])


async def test_a_ticket_can_begin_with_an_album(cast: Cast) -> None:
    """One ticket, its card, and the album below it."""
    await cast.boris.sends_album(["photo", "photo"], caption="Both shoes")
    topic = await cast.topic("#1 Both shoes")
    shown = await topic.shows_album(2)
    assert shown[0]["message_id"] > (await topic.card())["message_id"]
    assert len(await cast.telegram.topics()) == 1


async def test_an_album_of_notes_stays_inside(cast: Cast, topic: Topic) -> None:
    """What the first item is, the others are: not one of them reaches Ana."""
    await cast.maria.sends_album(["photo", "photo"], topic=topic, caption="Our own pictures")
    await cast.maria.writes_in(topic, "/reply We look into it.")
    await cast.ana.hears("We look into it.")
    await cast.ana.hears_nothing_of("Our own pictures")
    assert not [one for one in await cast.ana.messages() if one["kind"] == "photo"]


async def test_an_album_edited_before_it_settled_shows_the_new_caption(
    cast: Cast, topic: Topic
) -> None:
    """The caption is what Ana made of it in the end, whenever the album went out."""
    sent = await cast.ana.sends_album(["photo", "photo"], caption="Brokn")
    await cast.ana.edits(cast.ana.id, sent[0], caption="Broken")

    async def mended() -> bool:
        shown = await topic.shows_album(2)
        return "Broken" in (shown[0]["caption"] or "")

    await eventually(mended, "the album with its new caption")
    await topic.shows("Brokn")


async def test_what_follows_an_album_at_once_comes_after_it(cast: Cast, topic: Topic) -> None:
    """In the topic, and at the customer's."""
    await cast.ana.sends_album(["photo", "photo", "photo"])
    await cast.ana.writes("These are the pictures.")
    after = await topic.shows("These are the pictures.")
    album = await topic.shows_album(3)
    assert max(one["message_id"] for one in album) < after["message_id"]

    await cast.maria.sends_album(
        ["photo", "photo"], topic=topic, reply_to_message_id=after["message_id"]
    )
    await cast.maria.writes_in(topic, "/reply This is how it should look.")
    answer = await cast.ana.hears("This is how it should look.")
    got = await cast.ana.gets_album(2)
    assert max(one["message_id"] for one in got) < answer["message_id"]


async def test_replies_are_replies_on_the_other_side(cast: Cast, topic: Topic) -> None:
    """Each points at the very message that its author meant."""
    first = await cast.ana.writes("The left shoe is too small.")
    await cast.ana.writes("And the right one is torn.")
    await topic.shows("And the right one is torn.")
    left = await topic.shows("The left shoe is too small.")
    answer = await cast.maria.writes_in(topic, "Which size?", reply_to=left["message_id"])
    heard = await cast.ana.hears("Which size?")
    assert heard["reply_to_message_id"] == first
    await cast.ana.writes("Forty.", reply_to=heard["message_id"])
    assert (await topic.shows("Forty."))["reply_to_message_id"] == answer


async def test_quotes_stay_quotes(cast: Cast, topic: Topic) -> None:
    """The words that were picked out are picked out on the other side."""
    await cast.ana.writes("The left shoe is too small, and the right one is torn.")
    shown = await topic.shows("The left shoe is too small")
    await cast.maria.writes_in(
        topic, "How torn?", reply_to=shown["message_id"], quote="the right one is torn"
    )
    heard = await cast.ana.hears("How torn?")
    assert heard["quote"] == "the right one is torn"
    await cast.ana.writes("Very.", reply_to=heard["message_id"], quote="torn")
    assert (await topic.shows("Very."))["quote"] == "torn"


async def test_a_quote_of_the_card_points_at_the_customers_words(cast: Cast, topic: Topic) -> None:
    """Only what Ana herself can read is quoted to her."""
    card = (await topic.card())["message_id"]
    await cast.maria.writes_in(topic, "This one?", reply_to=card, quote="order 4711")
    assert (await cast.ana.hears("This one?"))["quote"] == "order 4711"
    await cast.maria.writes_in(topic, "Still here?", reply_to=card, quote="Ana")
    heard = await cast.ana.hears("Still here?")
    assert heard["quote"] is None
    assert heard["reply_to_message_id"] is not None


async def test_staff_see_what_was_forwarded_and_from_whom(cast: Cast, topic: Topic) -> None:
    """Somebody else's words are not mistaken for the customer's, on the card neither."""
    await cast.ana.writes("Pay by Friday.", forwarded_from="The Landlord")
    assert "The Landlord" in (await topic.shows("Pay by Friday."))["text"]
    await cast.ana.sends("photo", caption="The bill", forwarded_from="The Landlord")
    assert "The Landlord" in (await topic.carries("photo"))["caption"]
    await cast.boris.writes("You have won!", forwarded_from="Some Stranger")
    await (await cast.topic("#2")).card_says("Some Stranger")


async def test_protected_content_is_told_to_its_sender(cast: Cast, topic: Topic) -> None:
    """Nobody can copy it: Ana hears why, and staff see that there was something."""
    await cast.ana.sends("location", protected=True)
    await topic.shows("[location]")
    await cast.ana.hears("protected")
    await cast.ana.writes("Sorry, in words: it is torn.")
    await topic.shows("it is torn")


async def test_a_protected_file_arrives_all_the_same(cast: Cast, topic: Topic) -> None:
    """Telegram lets a bot send by its file what nobody may copy."""
    await cast.ana.sends("photo", caption="Torn", protected=True)
    assert "Torn" in (await topic.carries("photo"))["caption"]


async def test_protected_answers_are_told_to_staff(cast: Cast, topic: Topic) -> None:
    """Maria's picture cannot be copied to Ana: the topic says so, and the ticket is open again."""
    card = (await topic.card())["message_id"]
    await cast.maria.sends("photo", topic=topic, protected=True, reply_to_message_id=card)
    await topic.shows("protected")
    shown = await topic.card_says("open since")
    assert "Answered by Maria" in shown["text"]


async def test_unsupported_content_is_told_to_its_sender(cast: Cast, topic: Topic) -> None:
    """Neither side believes that a story was passed on."""
    await cast.ana.sends("story")
    await cast.ana.hears("I cannot take this kind of message")
    card = (await topic.card())["message_id"]
    refused = await cast.maria.sends("story", topic=topic, reply_to_message_id=card)
    assert "cannot send" in (await topic.answer_to(refused))["text"]


async def test_a_long_text_is_split_at_a_sentence_end_with_its_formatting(
    cast: Cast, topic: Topic
) -> None:
    """The header makes Ana's longest message too long for one, and not one word of it is lost."""
    sentence = "This is what happened to me in your shop on the fourth of June."
    text = " ".join([sentence] * 64)
    last = text.rfind("This")
    entities = [{"type": "italic", "offset": last, "length": 4}]
    await cast.ana.writes(text, entities=entities)

    async def pieces() -> list[Json] | None:
        shown = [one for one in await topic.messages() if "what happened" in (one["text"] or "")]
        return shown if sum(one["text"].count("June.") for one in shown) == 64 else None

    one, two = await eventually(pieces, "the whole text, in two messages")
    assert one["text"].endswith("June.")
    assert two["text"].startswith("This is")
    assert styled(two) == {"This": "italic"}

    answer = await cast.maria.writes_in(topic, "Oh dear!", reply_to=two["message_id"])
    await cast.ana.hears("Oh dear!")
    await topic.marks_delivered(answer)
