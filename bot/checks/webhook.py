"""How updates come: whether Telegram and the settings agree about polling or a webhook."""

from aiogram import Bot

from bot.checks.finding import Finding, failure, fine, warning
from bot.incoming.webhook_address import WebhookAddress, host_of, is_ours

WEBHOOK = "webhook"


async def examine(bot: Bot, wanted: WebhookAddress | None) -> Finding:
    """Raises what Telegram answers when it cannot be asked."""
    info = await bot.get_webhook_info()
    if wanted is None:
        return _polling(info.url)
    where = host_of(wanted.url)
    if info.url != wanted.url:
        words = f"Telegram does not post updates to {where} yet"
        if info.url:
            words = f"Telegram posts updates to {host_of(info.url)} and not to {where}"
        return warning(WEBHOOK, words, "Start the desk: `topicdesk run` tells Telegram.")
    if info.pending_update_count and info.last_error_message:
        return failure(
            WEBHOOK,
            f"Telegram cannot post to {where}, where {info.pending_update_count} updates wait: "
            f"{info.last_error_message}",
            "See that the desk runs, and that what answers at WEBHOOK_URL passes everything on to "
            f"{wanted.host}:{wanted.port}.",
        )
    return fine(WEBHOOK, f"Telegram posts updates to {where}")


def _polling(url: str) -> Finding:
    """Telegram refuses polling while a webhook is set. Only its host is shown."""
    if not url:
        return fine(WEBHOOK, "none is set, so updates can be polled")
    if is_ours(url):
        return warning(
            WEBHOOK,
            f"a desk has left its webhook at {host_of(url)}",
            "Start the desk: `topicdesk run` removes it and polls. Or set WEBHOOK_URL again.",
        )
    return failure(
        WEBHOOK,
        f"updates go to a webhook at {host_of(url)}, so the desk cannot poll them",
        "If no other program needs it, remove it: open "
        "https://api.telegram.org/bot<BOT_TOKEN>/deleteWebhook in a browser, with your token.",
    )
