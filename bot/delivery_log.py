"""What `topicdesk webhooks` shows: what became of each thing that webhooks were told."""

from collections.abc import Sequence

from orchestration.ports.webhooks import Logged, NoticeState

_STATES = {
    NoticeState.WAITING: "waiting",
    NoticeState.DELIVERED: "delivered",
    NoticeState.GIVEN_UP: "given up",
}


def render(log: Sequence[Logged]) -> str:
    """A line a notice, plain enough for a pipe: the log, newest first, turned round."""
    if not log:
        return "No webhook was told anything yet."
    return "\n".join(_line(one) for one in reversed(log))


def _line(one: Logged) -> str:
    notice = one.notice
    tries = "1 try" if one.attempts == 1 else f"{one.attempts} tries"
    parts = [
        f"{notice.at:%Y-%m-%d %H:%M:%S}",
        f"{notice.webhook}",
        f"{notice.type} #{notice.ticket}",
        notice.event,
        f"{_STATES[one.state]} after {tries}" if one.attempts else _STATES[one.state],
    ]
    if one.outcome:
        parts.append(one.outcome)
    if one.next_try is not None and one.attempts:
        parts.append(f"next try {one.next_try:%Y-%m-%d %H:%M:%S}")
    return "  ".join(parts)
