"""Leaving 退出: why, the notice 退驻通知书, and the hand-over."""

from enum import StrEnum


class ExitKind(StrEnum):
    """放弃: the organisation's own wish; 淘汰: it did not reach what was agreed; 解除: the agreement is ended."""

    GIVEN_UP = "given_up"
    DROPPED = "dropped"
    ENDED = "ended"


class ExitState(StrEnum):
    PROPOSED = "proposed"
    NOTICED = "noticed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"

    @classmethod
    def moves(cls) -> dict["ExitState", tuple["ExitState", ...]]:
        return {
            cls.PROPOSED: (cls.NOTICED, cls.WITHDRAWN),
            cls.NOTICED: (cls.CLOSED,),
            cls.CLOSED: (),
            cls.WITHDRAWN: (),
        }

    @classmethod
    def open(cls) -> tuple["ExitState", ...]:
        return (cls.PROPOSED, cls.NOTICED)


class ExitRefusal(StrEnum):
    NOT_IN_INCUBATION = "incubation.exit.not_in_incubation"
    LEAVING_ALREADY = "incubation.exit.leaving_already"
    NO_REASON = "incubation.exit.no_reason"
    NOT_NOW = "incubation.exit.not_now"
    HANDED_OVER = "incubation.exit.handed_over"
    STALE = "incubation.exit.stale"


class ExitEvent(StrEnum):
    PROPOSED = "incubation.exit.proposed"
    NOTICED = "incubation.exit.noticed"
    WITHDRAWN = "incubation.exit.withdrawn"
    HANDED_OVER = "incubation.exit.handed_over"
    CLOSED = "incubation.exit.closed"


HAND_OVER_WORKDAYS = 15
