"""Roles, permissions, states and codes of stories."""

from enum import StrEnum


class Role(StrEnum):
    """The role that stories bring along."""

    STORY_EDITOR = "story_editor"


class P(StrEnum):
    """Permissions."""

    READ = "stories.read"
    PROPOSE = "stories.propose"
    WRITE = "stories.write"
    CHECK = "stories.check"
    REVIEW = "stories.review"


class LeadState(StrEnum):
    """Whether the one who is to tell it wants to. A no ends it; no reason is asked."""

    WAITING = "waiting"
    WILLING = "willing"
    UNWILLING = "unwilling"
    WRITTEN = "written"

    @classmethod
    def moves(cls) -> dict["LeadState", frozenset["LeadState"]]:
        return {
            cls.WAITING: frozenset({cls.WILLING, cls.UNWILLING}),
            cls.WILLING: frozenset({cls.WRITTEN, cls.UNWILLING}),
            cls.UNWILLING: frozenset(),
            cls.WRITTEN: frozenset(),
        }


class State(StrEnum):
    """A story from its first word to its end. Consents are asked beside all of it."""

    WRITING = "writing"
    CHECKED = "checked"
    MASKED = "masked"
    REVIEWED = "reviewed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"

    @classmethod
    def moves(cls) -> dict["State", frozenset["State"]]:
        return {
            cls.WRITING: frozenset({cls.CHECKED, cls.WITHDRAWN}),
            cls.CHECKED: frozenset({cls.MASKED, cls.WRITING, cls.WITHDRAWN}),
            cls.MASKED: frozenset({cls.REVIEWED, cls.WRITING, cls.WITHDRAWN}),
            cls.REVIEWED: frozenset({cls.PUBLISHED, cls.WRITING, cls.WITHDRAWN}),
            cls.PUBLISHED: frozenset({cls.WITHDRAWN, cls.EXPIRED}),
            cls.WITHDRAWN: frozenset(),
            cls.EXPIRED: frozenset(),
        }

    @classmethod
    def drafts(cls) -> tuple["State", ...]:
        return (cls.WRITING, cls.CHECKED, cls.MASKED, cls.REVIEWED)


class Basis(StrEnum):
    """What a sentence rests on: a recorded event, two named sources, or nothing needed, for it tells no fact."""

    NONE = "none"
    EVENT = "event"
    SOURCES = "sources"
    FEELING = "feeling"


class Trait(StrEnum):
    """What would let somebody be recognised, looked for in the whole text before it is reviewed."""

    AGE = "age"
    NAME = "name"
    DOOR = "door"
    PLACE = "place"
    ILLNESS = "illness"


class Duty(StrEnum):
    """What somebody did with a story, for which the next step takes another person."""

    WRITER = "writer"
    CHECKER = "checker"


class E(StrEnum):
    """Events."""

    PROPOSED = "stories.proposed"
    WILLING = "stories.willing"
    UNWILLING = "stories.unwilling"
    BEGUN = "stories.begun"
    HEADED = "stories.headed"
    WRITTEN = "stories.written"
    CHECKED = "stories.checked"
    MASKED = "stories.masked"
    REVIEWED = "stories.reviewed"
    RETURNED = "stories.returned"
    PUBLISHED = "stories.published"
    CORRECTED = "stories.corrected"
    OMITTED = "stories.omitted"
    WITHDRAWN = "stories.withdrawn"
    FORGOTTEN = "stories.forgotten"


class R(StrEnum):
    """Refusals."""

    NO_TITLE = "stories.no_title"
    NO_TELLER = "stories.no_teller"
    NOT_WILLING = "stories.not_willing"
    NOT_THE_TELLER = "stories.not_the_teller"
    NO_TEXT = "stories.no_text"
    NO_CASE = "stories.no_case"
    CASE_OPEN = "stories.case_open"
    NO_EVENT = "stories.no_event"
    NO_SOURCE = "stories.no_source"
    ONE_SOURCE = "stories.one_source"
    NOT_LOOKED = "stories.not_looked"
    CONSENT_MISSING = "stories.consent_missing"
    NOT_REVIEWED = "stories.not_reviewed"
    NO_CHANGE = "stories.no_change"
    NOT_PUBLIC = "stories.not_public"
    NO_USER = "stories.no_user"
