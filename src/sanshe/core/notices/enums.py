"""Codes of notices."""

from enum import StrEnum


class P(StrEnum):
    """Permissions. The app whose matter a notice is has codes of its own for drafting, approving and publishing."""

    READ = "notices.read"


class State(StrEnum):
    """Where a public notice stands."""

    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"

    @classmethod
    def moves(cls) -> dict["State", tuple["State", ...]]:
        return {
            cls.DRAFT: (cls.APPROVED, cls.WITHDRAWN),
            cls.APPROVED: (cls.PUBLISHED, cls.DRAFT, cls.WITHDRAWN),
            cls.PUBLISHED: (cls.CLOSED, cls.WITHDRAWN),
            cls.CLOSED: (),
            cls.WITHDRAWN: (),
        }


PUBLIC = (State.PUBLISHED, State.CLOSED, State.WITHDRAWN)


class DayKind(StrEnum):
    """In which days a window is counted."""

    WORKDAYS = "workdays"
    DAYS = "days"


class Channel(StrEnum):
    """The way a message goes."""

    INBOX = "inbox"
    SMS = "sms"
    MAIL = "mail"


class MessageState(StrEnum):
    """Where a message stands."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


class R(StrEnum):
    """Refusals."""

    NOT_ALLOWED_NOW = "notices.not_allowed_now"
    WINDOW_TURNED = "notices.window_turned"
    WINDOW_OVER = "notices.window_over"
    WINDOW_RUNS = "notices.window_runs"
    NO_CONTACT = "notices.no_contact"
    NOT_APPROVED = "notices.not_approved"
    NOBODY = "notices.nobody"
    UNKNOWN_TEMPLATE = "notices.unknown_template"
    EMPTY_BLANK = "notices.empty_blank"


class E(StrEnum):
    """Events."""

    DRAFTED = "notices.drafted"
    APPROVED = "notices.approved"
    PUBLISHED = "notices.published"
    CLOSED = "notices.closed"
    WITHDRAWN = "notices.withdrawn"
    CORRECTED = "notices.corrected"
