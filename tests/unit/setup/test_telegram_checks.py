"""What the doctor says of Telegram, asked over HTTP as the desk asks it."""

from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.client.session.middlewares.base import RequestMiddlewareType
from aiogram.types import WebhookInfo

from bot.checks import telegram, webhook
from bot.checks.finding import Finding, Verdict
from bot.incoming.webhook_address import WebhookAddress
from bot.settings import Settings
from sandbox.cast import ANA, BASIC_GROUP_ID, BOT_ID
from sandbox.server import Sandbox
from tests.unit.setup.conftest import Control


async def _unwell(settings: Settings, **changes: object) -> list[Finding]:
    findings = await telegram.examine(settings.model_copy(update=changes))
    return [finding for finding in findings if not finding.ok]


async def test_a_group_that_is_set_up_rightly_has_a_line_for_each_question(
    settings: Settings,
) -> None:
    """Each right stands on its own line."""
    findings = await telegram.examine(settings)
    assert {finding.verdict for finding in findings} == {Verdict.FINE}
    assert [finding.name for finding in findings] == [
        "token",
        "webhook",
        "staff group",
        "administrator",
        "can_manage_topics",
        "can_pin_messages",
        "can_delete_messages",
        "can_manage_tags",
    ]


@pytest.mark.parametrize(
    ("right", "verdict", "sentence"),
    [
        (
            "can_manage_topics",
            Verdict.FAILURE,
            (
                "the bot may not manage topics: no ticket gets a topic. Switch on Manage Topics "
                "for the bot among the group's administrators."
            ),
        ),
        (
            "can_pin_messages",
            Verdict.WARNING,
            (
                "the bot may not pin messages: cards are not pinned. Switch on Pin Messages for "
                "the bot among the group's administrators."
            ),
        ),
        (
            "can_delete_messages",
            Verdict.WARNING,
            (
                "the bot may not delete messages: service messages pile up. Switch on Delete "
                "Messages for the bot among the group's administrators."
            ),
        ),
    ],
)
async def test_a_right_that_lacks_is_named_with_what_to_do(
    settings: Settings, control: Control, right: str, verdict: Verdict, sentence: str
) -> None:
    """Only that without which the desk fails is a failure."""
    await control("/sim/rights", {"chat_id": settings.staff_chat_id, "rights": {right: False}})
    (finding,) = await _unwell(settings)
    assert (finding.name, finding.verdict, finding.sentence) == (right, verdict, sentence)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (
            "member",
            (
                'the bot is no administrator of "Support". Make it one in the group\'s settings, '
                "with Manage Topics."
            ),
        ),
        (
            "left",
            (
                "the bot is not in the group -1001000000001. Add it to the group and make it an "
                "administrator."
            ),
        ),
        (
            "kicked",
            (
                "the bot is not in the group -1001000000001. Add it to the group and make it an "
                "administrator."
            ),
        ),
    ],
)
async def test_a_bot_that_is_no_administrator_is_told_to_become_one(
    settings: Settings, control: Control, status: str, sentence: str
) -> None:
    """One line stands for all the rights it lacks."""
    body = {"chat_id": settings.staff_chat_id, "user_id": BOT_ID, "status": status}
    await control("/sim/members", body)
    (finding,) = await _unwell(settings)
    assert (finding.verdict, finding.sentence) == (Verdict.FAILURE, sentence)


@pytest.mark.parametrize(
    ("chat_id", "sentence"),
    [
        (
            None,
            (
                "STAFF_CHAT_ID is not set. Add the bot to the staff group, write /id there while "
                "the desk runs, and put the number it answers into .env."
            ),
        ),
        (
            -1_009_999_999_999,
            (
                "Telegram knows no chat -1009999999999 that the bot is in. Add the bot to the "
                "staff group, write /id there, and put that number into .env. It starts with "
                "-100."
            ),
        ),
        (
            1_000_000_001,
            (
                'Telegram knows no chat 1000000001 that the bot is in. "Support" has the id with '
                "-100 in front: put STAFF_CHAT_ID=-1001000000001 into .env."
            ),
        ),
        (
            -1_000_000_001,
            (
                'Telegram knows no chat -1000000001 that the bot is in. "Support" has the id with '
                "-100 in front: put STAFF_CHAT_ID=-1001000000001 into .env."
            ),
        ),
        (
            -77,
            (
                "Telegram knows no chat -77 that the bot is in. Add the bot to the staff group, "
                "write /id there, and put that number into .env. It starts with -100."
            ),
        ),
        (
            BASIC_GROUP_ID,
            (
                f"the group {BASIC_GROUP_ID} became a supergroup and has a new id. Put "
                "STAFF_CHAT_ID=-1001000000001 into .env."
            ),
        ),
        (
            ANA,
            (
                f"STAFF_CHAT_ID={ANA} is a private chat, not a group. Write /id in the staff group "
                "and put that number into .env."
            ),
        ),
    ],
)
async def test_a_wrong_staff_group_is_met_with_the_right_number_or_the_way_to_it(
    settings: Settings, chat_id: int | None, sentence: str
) -> None:
    """The id is the hardest part of a set-up, so each way to get it wrong has its own words."""
    (finding,) = await _unwell(settings, staff_chat_id=chat_id)
    assert (finding.name, finding.sentence) == ("staff group", sentence)
    assert finding.verdict is Verdict.FAILURE


async def test_a_group_without_topics_is_told_to_switch_them_on(
    settings: Settings, sandbox: Sandbox
) -> None:
    """A supergroup keeps its id then."""
    sandbox.machine.world.chats[sandbox.staff_chat_id].is_forum = False
    (finding,) = await _unwell(settings)
    assert finding.sentence == '"Support" has no topics. Switch on Topics in the group\'s settings.'


async def test_a_basic_group_is_told_that_its_id_will_change(
    settings: Settings, sandbox: Sandbox
) -> None:
    """Topics make a supergroup of it."""
    chats = sandbox.machine.world.chats
    group = chats[BASIC_GROUP_ID]
    group.migrated_to = None
    group.members.update(chats[sandbox.staff_chat_id].members)
    (finding,) = await _unwell(settings, staff_chat_id=BASIC_GROUP_ID)
    assert finding.sentence == (
        '"Support" has no topics. Switch on Topics in the group\'s settings. This changes its id: '
        "then write /id there and put the new number into .env."
    )


async def test_a_rejected_token_is_a_refusal_and_nothing_more_is_asked(settings: Settings) -> None:
    """The words never hold the token."""
    (finding,) = await _unwell(settings, bot_token=type(settings.bot_token)("12:s3cret"))
    assert finding is telegram.REJECTED
    assert finding.verdict is Verdict.REFUSAL
    assert finding.sentence == (
        "Telegram rejects BOT_TOKEN. Copy it again from @BotFather into .env."
    )


async def test_an_unreachable_telegram_is_no_refusal(settings: Settings, sandbox: Sandbox) -> None:
    """The desk starts and tries again; the line names the address and no secret."""
    await sandbox.stop()
    base = settings.telegram_api_base.replace("//", "//me:s3cret@")
    (finding,) = await _unwell(settings, telegram_api_base=base)
    assert finding.verdict is Verdict.FAILURE
    assert finding.sentence == (
        f"Telegram cannot be reached at {settings.telegram_api_base}. Check this machine's "
        "network, and TELEGRAM_API_BASE in .env."
    )


async def test_an_address_that_is_not_telegrams_is_named(settings: Settings) -> None:
    """Such as that of a web site."""
    base = f"{settings.telegram_api_base}/page"
    (finding,) = await _unwell(settings, telegram_api_base=base)
    assert finding.sentence == (
        f"{base} answers, but not as Telegram does. Correct TELEGRAM_API_BASE in .env."
    )


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ({"kind": "429", "retry_after": 7}, "asks to be left alone for 7 seconds. Wait;"),
        ({"kind": "500"}, "is in trouble. Try again later"),
        ({"kind": "refuse"}, "cannot be reached at"),
    ],
)
@pytest.mark.parametrize("method", ["getMe", "getChat"])
async def test_trouble_on_the_way_is_a_line_and_not_an_exception(
    settings: Settings, control: Control, fault: dict[str, Any], words: str, method: str
) -> None:
    """Whatever was known before it is kept."""
    await control("/sim/faults", {"method": method, "count": 1, **fault})
    (finding,) = await _unwell(settings)
    assert (finding.name, finding.verdict) == ("telegram", Verdict.FAILURE)
    assert words in finding.sentence


def _bot(url: str, **more: Any) -> Bot:
    """A bot that Telegram answers this about its webhook; elsewhere than on this machine."""

    async def answer(*_: object) -> WebhookInfo:
        known = {"has_custom_certificate": False, "pending_update_count": 0} | more
        return WebhookInfo(url=url, **known)

    bot = Bot("1:x")
    bot.session.middleware.register(cast("RequestMiddlewareType", answer))
    return bot


async def test_a_webhook_is_named_by_its_host_alone() -> None:
    """The rest of its address is often its secret."""
    finding = await webhook.examine(_bot("https://hooks.example.org/s3cret"), None)
    assert finding.verdict is Verdict.FAILURE
    assert finding.sentence == (
        "updates go to a webhook at hooks.example.org, so the desk cannot poll them. If no other "
        "program needs it, remove it: open https://api.telegram.org/bot<BOT_TOKEN>/deleteWebhook "
        "in a browser, with your token."
    )


OURS = "https://desk.example.org/s3cret?desk=topicdesk"
WANTED = WebhookAddress(OURS, "s3cret", "127.0.0.1", 8443)
STARTS = "Start the desk: `topicdesk run` tells Telegram."


@pytest.mark.parametrize(
    ("known", "wanted", "verdict", "sentence"),
    [
        ({"url": ""}, None, Verdict.FINE, "none is set, so updates can be polled."),
        (
            {"url": OURS},
            None,
            Verdict.WARNING,
            (
                "a desk has left its webhook at desk.example.org. Start the desk: `topicdesk run` "
                "removes it and polls. Or set WEBHOOK_URL again."
            ),
        ),
        (
            {"url": ""},
            WANTED,
            Verdict.WARNING,
            f"Telegram does not post updates to desk.example.org yet. {STARTS}",
        ),
        (
            {"url": "https://hooks.example.org/s3cret"},
            WANTED,
            Verdict.WARNING,
            (f"Telegram posts updates to hooks.example.org and not to desk.example.org. {STARTS}"),
        ),
        (
            {"url": OURS, "pending_update_count": 3, "last_error_message": "Connection refused"},
            WANTED,
            Verdict.FAILURE,
            (
                "Telegram cannot post to desk.example.org, where 3 updates wait: Connection "
                "refused. See that the desk runs, and that what answers at WEBHOOK_URL passes "
                "everything on to 127.0.0.1:8443."
            ),
        ),
        (
            {"url": OURS, "last_error_message": "Connection refused"},
            WANTED,
            Verdict.FINE,
            "Telegram posts updates to desk.example.org.",
        ),
    ],
)
async def test_what_telegram_and_the_settings_say_of_the_webhook(
    known: dict[str, Any], wanted: WebhookAddress | None, verdict: Verdict, sentence: str
) -> None:
    """Both ways to hear updates are one setting apart, and an error of the past is none."""
    finding = await webhook.examine(_bot(**known), wanted)
    assert (finding.name, finding.verdict, finding.sentence) == ("webhook", verdict, sentence)
