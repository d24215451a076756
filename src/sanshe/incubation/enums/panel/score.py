"""States and codes of the score sheets 打分表."""

from enum import StrEnum


class SheetState(StrEnum):
    """A sheet is sealed once; what changes afterwards is a change, never the sealed sheet.

    `RECUSED` holds the place of a sheet that must never exist: one row for each panelist and applicant.
    """

    DRAFT = "draft"
    SEALED = "sealed"
    RECUSED = "recused"

    @classmethod
    def moves(cls) -> dict["SheetState", tuple["SheetState", ...]]:
        return {cls.DRAFT: (cls.SEALED,), cls.SEALED: (), cls.RECUSED: ()}


class ChangeState(StrEnum):
    """A correction of a sealed sheet: asked for, agreed to by one, in force with the second."""

    ASKED = "asked"
    FIRST_AGREED = "first_agreed"
    IN_FORCE = "in_force"
    DECLINED = "declined"

    @classmethod
    def moves(cls) -> dict["ChangeState", tuple["ChangeState", ...]]:
        return {
            cls.ASKED: (cls.FIRST_AGREED, cls.DECLINED),
            cls.FIRST_AGREED: (cls.IN_FORCE, cls.DECLINED),
            cls.IN_FORCE: (),
            cls.DECLINED: (),
        }


class AfterCall(StrEnum):
    """What a call without an answer leads to."""

    CALL_AGAIN = "call_again"
    GO_LAST = "go_last"
    ABSENT = "absent"


class R(StrEnum):
    """Refusals."""

    NOT_SCORED = "incubation.score.not_scored"
    OFF_SCALE = "incubation.score.off_scale"
    OTHER_CRITERIA = "incubation.score.other_criteria"
    RECUSED = "incubation.score.recused"
    NOT_ON_PANEL = "incubation.score.not_on_panel"
    NOT_CALLED = "incubation.score.not_called"
    IS_SEALED = "incubation.score.is_sealed"
    NOT_SEALED = "incubation.score.not_sealed"
    OTHER_CONTENT = "incubation.score.other_content"
    SECOND_SHEET = "incubation.score.second_sheet"
    OTHER_DEVICE = "incubation.score.other_device"
    OTHER_SEAT = "incubation.score.other_seat"
    STALE = "incubation.score.stale"
    NO_REASON = "incubation.score.no_reason"
    NO_CHANGE = "incubation.score.no_change"
    CHANGE_OPEN = "incubation.score.change_open"
    TABULATED = "incubation.score.tabulated"
    CLOSED_YET = "incubation.score.closed_yet"


class E(StrEnum):
    """Events on the record. A draft leaves none."""

    SEALED = "incubation.sheet_sealed"
    CLASHED = "incubation.sheet_clashed"
    CHANGE_ASKED = "incubation.sheet_change_asked"
    CHANGE_AGREED = "incubation.sheet_change_agreed"
    CHANGED = "incubation.sheet_changed"
    CHANGE_DECLINED = "incubation.sheet_change_declined"
