"""The fixed sentences of the desk, by name; their wording lives with the messenger, in `bot/texts`.

Two types keep the promise of public and internal: only a `PublicSentence` can be said to a
customer, so an internal sentence does not even type-check on the way out.
"""

from collections.abc import Mapping
from enum import StrEnum

from orchestration.status import Status

#: What a sentence is filled with: plain values, and statuses that the wording translates.
Fact = str | int | Status | tuple[Status, ...]
Facts = Mapping[str, Fact]


class PublicSentence(StrEnum):
    """What the desk itself may say to a customer."""

    GREETING = "greeting"
    RECEIPT = "receipt"
    HELP = "help"
    NEXT_IS_NEW = "next-is-new"
    NO_TICKETS = "no-tickets"
    NO_CURRENT = "no-current"
    TICKET_LIST = "ticket-list"
    SWITCHED = "switched"
    STATUS = "status"
    RESOLVED_BY_CUSTOMER = "resolved-by-customer"
    ALREADY_ENDED = "already-ended"
    PEOPLE_CALLED = "people-called"
    PEOPLE_ALREADY_CALLED = "people-already-called"
    UNSUPPORTED = "unsupported"
    PROTECTED = "protected"
    UNKNOWN_COMMAND = "unknown-command"
    IDS = "ids"
    GREETING_STAFF = "greeting-staff"
    BANNED = "banned"
    UNBANNED = "unbanned"
    LANGUAGE_ASKED = "language-asked"
    LANGUAGE_CHOSEN = "language-chosen"
    LANGUAGE_AUTOMATIC = "language-automatic"
    RATING_ASKED = "rating-asked"
    RATED = "rated"
    COMMENT_KEPT = "comment-kept"
    PRIVACY = "privacy"
    FORGET_ASKED = "forget-asked"
    FORGET_ALREADY_ASKED = "forget-already-asked"
    FORGOTTEN = "forgotten"
    FORGET_DECLINED = "forget-declined"
    NUDGE = "nudge"


class StaffSentence(StrEnum):
    """What the desk itself says to staff, in the group or to a member of it in private."""

    NOTE_KEPT = "note-kept"
    REPLY_FAILED = "reply-failed"
    EDIT_FAILED = "edit-failed"
    DELETE_FAILED = "delete-failed"
    UNCLAIMED = "unclaimed"
    CUSTOMER_WANTS_PERSON = "customer-wants-person"
    RELEASED_LEFT = "released-left"
    HELP_TOPIC = "help-topic"
    HELP_GROUP = "help-group"
    STATUS_TOPIC = "status-topic"
    QUEUE = "queue"
    QUEUE_EMPTY = "queue-empty"
    REPLY_HELD = "reply-held"
    EDIT_HELD = "edit-held"
    DELETE_HELD = "delete-held"
    NOT_SHOWN = "not-shown"
    GROUP_LOST = "group-lost"
    GROUP_BACK = "group-back"
    UPDATES_MISSED = "updates-missed"
    GROUP_MOVED = "group-moved"
    SEARCH_FOUND = "search-found"
    SEARCH_EMPTY = "search-empty"
    HISTORY = "history"
    ABSORBED = "absorbed"
    MERGED = "merged"
    ASSIGNED = "assigned"
    ASKED_FOR = "asked-for"
    MACRO_SAVED = "macro-saved"
    MACRO_FORGOTTEN = "macro-forgotten"
    RELIEVED = "relieved"
    HANDED_OVER = "handed-over"
    INVITED = "invited"
    CONSULTED = "consulted"
    EXPERT_ANSWERED = "expert-answered"
    EXPERT_LEFT = "expert-left"
    DECIDED = "decided"
    WATCHED_STATUS = "watched-status"
    WATCH_NEEDS_START = "watch-needs-start"
    ROLE_GIVEN = "role-given"
    ROLES = "roles"
    MENTIONED = "mentioned"
    NOTICE_SETTINGS = "notice-settings"
    ON_CALL = "on-call"
    FORGET_WANTED = "forget-wanted"
    FOLLOW_UP_DUE = "follow-up-due"
    FOLLOW_UP_PRIVATE = "follow-up-private"
    SNOOZED = "snoozed"
    AWAKE = "awake"
    TIME_ZONE = "time-zone"
